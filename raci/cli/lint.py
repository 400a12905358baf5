"""raci lint: check ownership files, for people and for CI."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.left_out import say_left_out
from raci.cli.lint_options import FailLevel, LintOptions
from raci.cli.options import takes
from raci.cli.output import STDOUT, colored, say_lines, write
from raci.cli.ownership_data import find_settings, paths_of_data
from raci.cli.progress import doing
from raci.cli.standard_input import STDIN
from raci.errors import BadConfiguration
from raci.paths import repository_of
from raci.render.forms import named
from raci.render.lint.forms import FORMS, STATISTICS, ShownReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.cli.linting import Linting
    from raci.linter.lint_report import LintReport
    from raci.loading.load import Loaded
    from raci.render.forms import Form

_OF_PEOPLE = ("full", "concise")  # forms that a difference may come in place of


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

    raci lint ownership/ --fix

    Exit code 0: nothing at or above the level of --fail-on. 1: something. 2: the files could not be checked.
    """
    linting = _linting(paths or [], options)
    with doing("Reading ownership files", quiet=options.quiet):
        loaded = linting.read()
    past = linting.past
    say_left_out(loaded.register if past is None else past.told_of(loaded.register))
    with doing("Checking ownership files", quiet=options.quiet):
        report = linting.report(loaded)
    if options.fixes:
        from raci.cli.lint_fixes import diff, fixed, write_back

        mended = fixed(linting, loaded, report)
        if options.diff:
            return diff(linting, mended)
        report = write_back(linting, mended)
    else:
        report = _offering(linting, loaded, report)
    _show(report, linting, keep=loaded.places)
    return _exit_code(report, options.fails_from(linting.settings.lint))


def _linting(paths: Sequence[str], options: LintOptions) -> Linting:
    from raci.cli.linting import Linting, read_given

    if options.statistics and options.form not in {form.name for form in STATISTICS}:
        raise BadConfiguration(f"--statistics comes as text and as JSON, not as {options.form}.")
    if options.diff and (options.form not in _OF_PEOPLE or options.statistics):
        asked = "--statistics" if options.statistics else f"--format {options.form}"
        raise BadConfiguration(
            f"--diff shows a unified diff and no report: it does not go with {asked}. "
            "Without --diff, --json has each fix with its edits."
        )
    if options.at is not None:
        from raci.cli.lint_past import Past

        past, settings = Past.asked(options.at, paths, options)
        data = paths_of_data(options, settings, os.environ)
        return Linting(read_given(paths, options, settings), data, options, settings, past)
    settings = find_settings(options, [path for path in paths if path != STDIN])
    given = read_given(paths, options, settings)
    return Linting(given, paths_of_data(options, settings, os.environ), options, settings)


def _offering(linting: Linting, loaded: Loaded, report: LintReport) -> LintReport:
    """Return a report with none but the fixes that would be made; to lint again writes no baseline again."""
    if linting.past is not None:  # what was cannot be mended any more
        return replace(report, findings=tuple(replace(each, fix=None) for each in report.findings))
    writes_baseline = linting.options.write_baseline or linting.options.prune_baseline
    if writes_baseline or not any(each.fix for each in report.findings):
        return report
    from raci.cli.lint_fixes import offering

    return offering(linting, loaded, report)


def _show(report: LintReport, linting: Linting, keep: Iterable[str]) -> None:
    """Write the report; to standard error where standard output has the mended text of standard input."""
    options = linting.options
    form = named(options.form, STATISTICS if options.statistics else FORMS)
    shown = _rendered(report, form, linting)
    if options.fixes and linting.given.content is not None and options.output == STDOUT:
        say_lines(shown)
    else:
        files = filter(None, (*keep, options.baseline, linting.settings.lint.baseline))
        write(shown, options.output, keep=files, for_people=form.for_people)


def _rendered(report: LintReport, form: Form[ShownReport], linting: Linting) -> str:
    options, past = linting.options, linting.past
    if options.quiet and form.for_people and not report.findings:
        return ""
    in_color = options.output == STDOUT and colored(options.color, os.environ)
    if past is None:
        return form.render(ShownReport(report, in_color, repository_of(".")))
    return form.render(ShownReport(past.told(report), in_color, past.files.repository.root, report))


def _exit_code(report: LintReport, level: FailLevel) -> ExitCode:
    """Return whether something is at the level or above it."""
    levels = list(FailLevel)
    bad = () if level is FailLevel.NEVER else levels[: levels.index(level) + 1]
    fails = any(FailLevel(finding.severity) in bad for finding in report.findings)
    return ExitCode.NEGATIVE if fails else ExitCode.ANSWERED
