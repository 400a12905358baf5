"""raci lint: check ownership files, for people and for CI."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_left_out
from raci.cli.lint_options import FailLevel, LintOptions
from raci.cli.options import takes
from raci.cli.output import STDOUT, colored, write
from raci.cli.ownership_data import find_settings, paths_of_data
from raci.cli.progress import doing
from raci.cli.standard_input import STDIN, in_place_of_file, read_standard_input
from raci.errors import BadConfiguration, RaciError, UnusableFile
from raci.paths import repository_of
from raci.render.forms import named
from raci.render.lint.forms import FORMS, STATISTICS, ShownReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.config import Settings
    from raci.linter.lint_report import LintReport
    from raci.loading.load import Loaded
    from raci.loading.origin import Found
    from raci.render.forms import Form


class NothingToLint(RaciError):
    """Neither paths nor a configuration say what to lint."""


@takes(LintOptions, FORMS)
def lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", help="Files and folders to report on; - is standard input."),
    ] = None,
    *,
    options: LintOptions,
) -> ExitCode:
    """Check ownership files: what is wrong, where, and what to do.

    raci lint ownership/

    raci lint --format github --strict

    raci lint - --stdin-filename ownership/kitchen.yaml < kitchen.yaml

    raci lint ownership/ --ignore RACI404 --write-baseline

    Exit code 0: nothing at or above the level of --fail-on. 1: something. 2: the files could not be checked.
    """
    if options.statistics and options.form not in {form.name for form in STATISTICS}:
        raise BadConfiguration(f"--statistics comes as text and as JSON, not as {options.form}.")
    settings = find_settings(options, [path for path in paths or () if path != STDIN])
    given = _given(paths or [], options, settings)
    with doing("Reading ownership files", quiet=options.quiet):
        loaded, only = _read(given, paths_of_data(options, settings, os.environ), settings)
    say_left_out(loaded.register)
    with doing("Checking ownership files", quiet=options.quiet):
        report = _report(loaded, only, options, settings)
    keep = filter(None, (*loaded.places, options.baseline, settings.lint.baseline))
    form = named(options.form, STATISTICS if options.statistics else FORMS)
    write(_rendered(report, form, options), options.output, keep=keep, for_people=form.for_people)
    return ExitCode.NEGATIVE if _fails(report, options.fails_from(settings.lint)) else ExitCode.ANSWERED


@dataclass(frozen=True)
class _Given:
    """What the command line names: files and folders, and what standard input holds, with its name."""

    paths: Sequence[str]
    name: str = ""
    content: bytes | None = None

    def __bool__(self) -> bool:
        return bool(self.paths) or self.content is not None

    def files(self, more: Sequence[str], settings: Settings) -> Found:
        """Return the files that are named, and `more`. Raises UnusableFile."""
        from raci.loading.origin import find_files

        limits, excluded = settings.limits, settings.excluded
        if self.content is None:
            return find_files([*more, *self.paths], limits, excluded)
        known = [self.name] if os.path.isfile(self.name) else []  # noqa: PTH113 - it may be no name for pathlib
        found = find_files([*more, *self.paths, *known], limits, excluded)
        return replace(found, files=in_place_of_file(found, self.name, self.content))


def _given(paths: Sequence[str], options: LintOptions, settings: Settings) -> _Given:
    if STDIN not in paths:
        if options.stdin_filename is not None:
            raise BadConfiguration("--stdin-filename says what `-` is called, and no path is `-`.")
        return _Given(paths)
    content = read_standard_input(settings.limits.file_size, quiet=options.quiet)
    return _Given([path for path in paths if path != STDIN], options.stdin_filename or STDIN, content)


def _read(given: _Given, data: Sequence[str], settings: Settings) -> tuple[Loaded, frozenset[str] | None]:
    """Return what is to be checked, and the files to report on (None for all).

    With data configured that is the register, and what is given narrows what is reported.
    """
    from raci.loading.load import read_files

    if not given and not data:
        raise NothingToLint(
            "There is nothing to lint: name files or folders, or write them into raci.toml, "
            'as data = ["ownership/"].'
        )
    found = given.files(data, settings)
    loaded = read_files(found, settings.limits, settings.language, left_out=found.left_out, keep_texts=True)
    if not given or not data:
        return loaded, None
    # One file may have two names, through a link.
    named = {os.path.realpath(file.shown) for file in given.files((), settings)}
    only = frozenset(file for file in loaded.places if os.path.realpath(file) in named)
    if not only:
        raise UnusableFile(f"{', '.join(given.paths)}: no file here holds ownership data")
    return loaded, only


def _report(
    loaded: Loaded, only: frozenset[str] | None, options: LintOptions, settings: Settings
) -> LintReport:
    """Return the report, made with the baseline; if it was to be written or pruned, with the new one."""
    from raci.cli.baseline_file import Known
    from raci.linter import lint as linter

    known = Known.named(options, settings.lint)
    how = linter.LintOptions(
        today=options.today(),
        selection=options.selection(settings.lint),
        language=settings.language,
        thresholds=options.thresholds(settings.lint),
        only=only,
        waivers=not options.no_ignores,
    )
    found = linter.lint(loaded, how)
    report = linter.less_known(found, known.baseline, loaded, how)
    if not (options.write_baseline or options.prune_baseline):
        return report
    baseline = known.written(report, keep=loaded.places) if options.write_baseline else known.pruned(report)
    return linter.less_known(found, baseline, loaded, how)


def _rendered(report: LintReport, form: Form[ShownReport], options: LintOptions) -> str:
    if options.quiet and form.for_people and not report.findings:
        return ""
    in_color = options.output == STDOUT and colored(options.color, os.environ)
    return form.render(ShownReport(report, in_color, repository_of(".")))


def _fails(report: LintReport, level: FailLevel) -> bool:
    if level is FailLevel.NEVER:
        return False
    levels = list(FailLevel)
    bad = levels[: levels.index(level) + 1]
    return any(FailLevel(finding.severity) in bad for finding in report.findings)
