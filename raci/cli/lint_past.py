"""The past as raci lint looks at it: the files of a revision under the names that they would have here.

So a baseline and the patterns of a configuration mean the same files as ever; reports name them as git does.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.cli.revision_data import files_at, settings_at
from raci.cli.standard_input import STDIN
from raci.errors import BadConfiguration, UnusableFile
from raci.loading.origin import Found
from raci.paths import path_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.cli.lint_options import LintOptions
    from raci.config import Settings
    from raci.linter.lint_report import LintReport
    from raci.loading.revision_files import RevisionFiles
    from raci.model.register import Register


@dataclass(frozen=True)
class Past:
    """The files of a revision."""

    files: RevisionFiles

    @staticmethod
    def asked(at: str, paths: Sequence[str], options: LintOptions) -> tuple[Past, Settings]:
        """Return the past that is asked for, and its settings.

        Raises BadConfiguration for options that would change it, and what finding a revision raises.
        """
        changes = {
            "--fix": options.fix,
            "--unsafe-fixes": options.unsafe_fixes,
            "--diff": options.diff,
            "--write-baseline": options.write_baseline,
            "--prune-baseline": options.prune_baseline,
        }
        for name in (name for name, is_asked in changes.items() if is_asked):
            raise BadConfiguration(f"{name} would change what --at only looks back at.")
        if STDIN in paths:
            raise BadConfiguration("Standard input is of no revision: either - or --at.")
        files = files_at(at, options, os.environ, paths)
        return Past(files), settings_at(files, options, paths)

    def find(self, paths: Iterable[str], settings: Settings) -> Found:
        """Return the files at `paths`. Raises what `RevisionFiles.find` raises."""
        found = self.files.find(paths, settings.limits, settings.excluded)
        files = tuple(replace(each, shown=self.files.here(each.shown)) for each in found)
        left_out = tuple(replace(each, name=self.files.here(each.name)) for each in found.left_out)
        return Found(tuple(sorted(files, key=lambda each: each.shown)), left_out)

    def read(self, file: str) -> bytes:
        """Return what a file holds. Raises UnusableFile."""
        content = self.files.content(self.files.inside(file))
        if content is None:
            raise UnusableFile("there is no such file at this revision")
        return content

    def real(self, file: str) -> str:
        """Return what tells a file from others, whatever links lead to it."""
        path = self.files.inside(file)
        return self.files.tree.real(path) or path

    def told(self, report: LintReport) -> LintReport:
        """Return a report with files named as git names them."""
        return report.renamed(self._then)

    def told_of(self, register: Register) -> Register:
        """Return a register with what was left out named as git names it."""
        left_out = tuple(replace(each, name=self._then(each.name)) for each in register.left_out)
        return replace(register, left_out=left_out)

    def _then(self, file: str) -> str:
        return self.files.revision.named(path_from(file, self.files.repository.root))
