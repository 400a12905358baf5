"""What one run of raci lint looks at: files and standard input, checked as they are or with other texts."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.cli.baseline_file import Known
from raci.cli.standard_input import STDIN, in_place_of_file, read_standard_input
from raci.cli.tracked_files import tracked_files
from raci.errors import BadConfiguration, RaciError, UnusableFile
from raci.linter import lint as linter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from raci.cli.lint_options import LintOptions
    from raci.cli.lint_past import Past
    from raci.config import Settings
    from raci.linter.lint_report import LintReport
    from raci.loading.load import Loaded
    from raci.loading.origin import Found


class NothingToLint(RaciError):
    """Neither paths nor a configuration say what to lint."""


@dataclass(frozen=True)
class Given:
    """What the command line names: files and folders, and what standard input holds, with its name."""

    paths: Sequence[str]
    name: str = ""
    content: bytes | None = None

    def __bool__(self) -> bool:
        return bool(self.paths) or self.content is not None

    def files(self, more: Sequence[str], settings: Settings, past: Past | None = None) -> Found:
        """Return the files that are named, and `more`, here or in the past. Raises UnusableFile."""
        from raci.loading.origin import find_files

        limits, excluded = settings.limits, settings.excluded
        if past is not None:
            return past.find([*more, *self.paths], settings)
        if self.content is None:
            return find_files([*more, *self.paths], limits, excluded)
        known = [self.name] if os.path.isfile(self.name) else []  # noqa: PTH113 - it may be no name for pathlib
        found = find_files([*more, *self.paths, *known], limits, excluded)
        return replace(found, files=in_place_of_file(found, self.name, self.content))


def read_given(paths: Sequence[str], options: LintOptions, settings: Settings) -> Given:
    """Return what the command line names; standard input is read. Raises BadConfiguration, UnusableFile."""
    if STDIN not in paths:
        if options.stdin_filename is not None:
            raise BadConfiguration("--stdin-filename says what `-` is called, and no path is `-`.")
        return Given(paths)
    content = read_standard_input(settings.limits.file_size, quiet=options.quiet)
    return Given([path for path in paths if path != STDIN], options.stdin_filename or STDIN, content)


@dataclass(frozen=True)
class Linting:
    """One run: what is named, what is configured (`data` is to be read with it), and how to lint it.

    The files are those of the `past`, if there is one.
    """

    given: Given
    data: Sequence[str]
    options: LintOptions
    settings: Settings
    past: Past | None = None

    @cached_property
    def found(self) -> Found:
        """The files; if they are to be fixed, each is read but once: what is written is held against that."""
        if not self.given and not self.data:
            raise NothingToLint(
                "There is nothing to lint: name files or folders, or write them into raci.toml, "
                'as data = ["ownership/"].'
            )
        found = self.given.files(self.data, self.settings, self.past)
        if not self.options.fixes:
            return found
        return replace(found, files=tuple(replace(each, read=cache(each.read)) for each in found.files))

    @cached_property
    def known(self) -> Known:
        """What the baseline file holds."""
        if self.past is not None:
            return Known.named(self.options, self.settings.lint, self.past.read)
        return Known.named(self.options, self.settings.lint)

    def read(self, texts: Mapping[str, bytes] = MappingProxyType({})) -> Loaded:
        """Return what is to be checked, with other contents for some files. Raises UnusableFile."""
        from raci.loading.load import read_files

        files = (
            replace(each, read=partial(texts.__getitem__, each.shown)) if each.shown in texts else each
            for each in self.found
        )
        settings = self.settings
        loaded = read_files(
            files, settings.limits, settings.language, left_out=self.found.left_out, keep_texts=True
        )
        return replace(loaded, register=replace(loaded.register, tracked=self._tracked))

    @cached_property
    def _tracked(self) -> Callable[[], tuple[str, ...] | None]:
        at = "HEAD" if self.past is None else self.past.files.revision
        return tracked_files(self.options, [*self.given.paths, *self.data], at)

    def how(self, loaded: Loaded) -> linter.LintOptions:
        """Return how to lint. With data configured, what is given narrows what is reported.

        Raises UnusableFile where nothing that is given is among the data.
        """
        return linter.LintOptions(
            today=self.options.today(),
            selection=self.options.selection(self.settings.lint),
            language=self.settings.language,
            thresholds=self.options.thresholds(self.settings.lint),
            only=self._only(loaded) if self.given and self.data else None,
            waivers=not self.options.no_ignores,
        )

    def _only(self, loaded: Loaded) -> frozenset[str]:
        # One file may have two names, through a link.
        real = os.path.realpath if self.past is None else self.past.real
        named = {real(file.shown) for file in self.given.files((), self.settings, self.past)}
        only = frozenset(file for file in loaded.places if real(file) in named)
        if not only:
            raise UnusableFile(f"{', '.join(self.given.paths)}: no file here holds ownership data")
        return only

    def report(self, loaded: Loaded, baseline_text: str | None = None) -> LintReport:
        """Return the report, made with the baseline or another text of it.

        If it was to be written or pruned, the report is made with the new one.
        """
        how, known, options = self.how(loaded), self.known, self.options
        found = linter.lint(loaded, how)
        report = linter.less_known(found, known.holding(baseline_text), loaded, how)
        if not (options.write_baseline or options.prune_baseline):
            return report
        baseline = (
            known.written(report, keep=loaded.places) if options.write_baseline else known.pruned(report)
        )
        return linter.less_known(found, baseline, loaded, how)
