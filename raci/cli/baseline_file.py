"""The file that the baseline is kept in: read, written anew, pruned."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from raci.cli.output import say, write
from raci.errors import BadConfiguration, UnusableFile
from raci.linter.baseline import Baseline, pruned, written
from raci.regular_file import read_regular_file
from raci.text.names import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.cli.lint_options import LintOptions
    from raci.config import LintSettings
    from raci.linter.lint_report import LintReport

DEFAULT = "raci-baseline.json"
_LARGEST = 32  # MiB


def _read(file: str) -> bytes:
    return read_regular_file(file, _LARGEST)


@dataclass(frozen=True)
class Known:
    """The file that the options or the configuration name, and the baseline in it, if it is to be used."""

    file: str
    baseline: Baseline | None
    quiet: bool
    is_named: bool = True

    @staticmethod
    def named(options: LintOptions, settings: LintSettings, read: Callable[[str], bytes] = _read) -> Known:
        """Return what there is, by what `read` returns of a file.

        Raises BadConfiguration for a wrong file, or options that do not fit.
        """
        file = options.baseline or settings.baseline
        changing = options.write_baseline or options.prune_baseline
        if options.no_ignores and changing:
            raise BadConfiguration("With --no-ignores there is no baseline to write or prune.")
        if options.fixes and changing:
            raise BadConfiguration("Fix first, then write or prune the baseline: that takes two runs.")
        if options.write_baseline and options.prune_baseline:
            raise BadConfiguration("Either --write-baseline or --prune-baseline, not both.")
        if options.no_ignores or (file is None and not options.prune_baseline):
            return Known(file or DEFAULT, None, options.quiet, is_named=file is not None)
        path = Path(file or DEFAULT)
        if options.write_baseline and not os.path.lexists(path):
            return Known(str(path), None, options.quiet, is_named=file is not None)
        try:
            text = read(str(path)).decode("utf-8")
        except UnusableFile as error:
            raise BadConfiguration(f"{path}: the baseline cannot be read: {error}") from None
        except UnicodeDecodeError:
            raise BadConfiguration(f"{path}: the baseline cannot be read: this is not UTF-8") from None
        return Known(str(path), Baseline.read(text, path.as_posix()), options.quiet)

    def written(self, report: LintReport, keep: Iterable[str]) -> Baseline:
        """Write a baseline with all that the report found, and return it. Raises CannotWrite."""
        return self._write(written(report, Path(self.file).as_posix(), self.baseline), keep)

    def holding(self, text: str | None) -> Baseline | None:
        """Return the baseline, with another text if there is one."""
        return self.baseline if text is None else Baseline.read(text, Path(self.file).as_posix())

    def pruned(self, report: LintReport) -> Baseline | None:
        """Write the baseline without what is stale, and return it. Raises CannotWrite."""
        left = pruned(self.baseline, report) if self.baseline else None
        return left if left is None or left is self.baseline else self._write(left, ())

    def _write(self, baseline: Baseline, keep: Iterable[str]) -> Baseline:
        write(baseline.text, self.file, keep=keep)
        if not self.quiet:
            count = sum(entry.count for entry in baseline.entries)
            how = "" if self.is_named else " Name it as `baseline` in raci.toml, or with --baseline."
            say(f"{self.file} now holds {counted(count, 'finding')}.{how}")
        return baseline
