"""What commands do alike that write down a decision: open the files, show the diff or write, answer anew."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import Answer, asking, show
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, DataOptions
from raci.cli.output import is_terminal, say, write
from raci.cli.ownership_data import find_settings, load_data, paths_of_data
from raci.errors import CannotEdit, CannotWrite, RaciError
from raci.text.unified_diff import diff_of
from raci.text.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raci.config import Settings
    from raci.decisions.decision import Decision
    from raci.decisions.files import Files
    from raci.faults.finding import Finding
    from raci.graph.ownership import OwnershipGraph
    from raci.loading.amending import Amended
    from raci.loading.load import Loaded
    from raci.loading.origin import Found
    from raci.text.unified_diff import Diff
    from raci.views.document import Document


@dataclass(frozen=True)
class DecidingOptions(DataOptions):
    """Where the files are, and whether they are written."""

    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, as a unified diff, and write nothing.")
    ] = False


@dataclass(frozen=True)
class Opened:
    """A register without mistakes, and the files that it was read from."""

    graph: OwnershipGraph
    files: Files
    settings: Settings
    found: Found
    loaded: Loaded


class NewMistake(RaciError):
    """A change after which the files would have a mistake that they have not now."""


def opened_with_texts(options: DataOptions) -> Opened:
    """Return the register to answer from with its files, the shipped one too. Raises what loading raises."""
    from raci.decisions.files import Files
    from raci.graph.ownership import OwnershipGraph

    data = load_data(options, os.environ, keep_texts=True)
    with asking(options):
        graph = OwnershipGraph(data.register)
    return Opened(graph, Files(data.loaded.texts), data.settings, data.found, data.loaded)


def opened_to_change(options: DataOptions) -> Opened:
    """Return the register to change. Raises what loading raises, and CannotWrite for the shipped one."""
    from raci.loading.origin import is_shipped

    shipped = not paths_of_data(options, find_settings(options), os.environ)
    opened = None if shipped else opened_with_texts(options)
    if opened is None or any(is_shipped(file.shown) for file in opened.found):
        raise CannotWrite(
            "The model that ships with raci is not written to; raci init --example makes a copy of your own."
        )
    return opened


def carry_out(
    opened: Opened, decision: Decision, options: DecidingOptions, answer: Callable[[OwnershipGraph], None]
) -> ExitCode:
    """Show what a decision changes, or write it and show an answer of the register that it makes.

    Where that cannot be edited in place, no file is changed, and the text to write by hand is shown. Raises
    NewMistake and CannotWrite; then no file is changed.
    """
    for note in decision.notes if not options.quiet else ():
        say(note)
    try:
        after = _amended(opened, decision, options)
    except CannotEdit as error:
        _say_by_hand(opened, decision, error)
        return ExitCode.NO_ANSWER
    diffs = [diff_of(each.file, each.before.decode(), each.after.decode()) for each in after.rewritten]
    if options.diff:
        text = "".join(diff.text for diff in diffs)
        write(visible(text) if is_terminal(sys.stdout) else text)
        return ExitCode.NEGATIVE if diffs else ExitCode.ANSWERED
    if not diffs:
        write("Nothing to change.\n", for_people=True)
        return ExitCode.ANSWERED
    _write(after, diffs, answer)
    return ExitCode.ANSWERED


def _amended(opened: Opened, decision: Decision, options: DecidingOptions) -> Amended:
    """Return what is to be written. Raises CannotEdit, NewMistake and CannotWrite."""
    from raci.loading.amending import amended

    with asking(options):
        limits, language = opened.settings.limits, opened.settings.language
        after = amended(opened.found.files, opened.loaded, decision.changes, limits, language)
        _check(opened, decision, after.loaded)
    return after


def _say_by_hand(opened: Opened, decision: Decision, why: CannotEdit) -> None:
    """Say why nothing was written, and what to write by hand."""
    from raci.editing.by_hand import by_hand

    ready = (by_hand(file, opened.loaded.texts[file], each) for file, each in decision.changes.items())
    say(f"raci: {one_line(str(why))} No file was changed. By hand it is:\n{''.join(ready)}".rstrip("\n"))


def _write(after: Amended, diffs: Sequence[Diff], answer: Callable[[OwnershipGraph], None]) -> None:
    """Write the files, and show what changed and an answer. Raises CannotWrite."""
    from raci.editing.writing import write_all
    from raci.graph.ownership import OwnershipGraph

    write_all(after.rewritten)
    changed = zip(after.rewritten, diffs, strict=True)
    lines = [f"Wrote {each.file}: +{diff.added} -{diff.removed} lines.\n" for each, diff in changed]
    write(visible("".join(lines)) + "\n", for_people=True)
    answer(OwnershipGraph(after.loaded.register))


def show_answer(answer: Answer, view: Callable[[Answer], Document], options: DataOptions) -> None:
    """Show an answer as text on standard output."""
    show(answer, view, AnswerOptions(options.data, options.config, options.quiet), keep=())


def _check(opened: Opened, decision: Decision, after: Loaded) -> None:
    """Raise NewMistake for a mistake that comes new, CannotEdit where the files would mean something else."""
    errors = _new_errors(opened, after)
    if new := [*after.findings, *(errors if decision.strict else ())]:
        raise NewMistake(f"No file was changed, because then there would be a mistake:\n{_told(new)}")
    if errors:
        say(f"Then raci lint has something to say:\n{_told(errors)}")
    if not decision.keeps_meaning(opened.graph.register, after.register):
        raise CannotEdit("Edited in place, the files would mean something else than what was said.")


def _told(findings: Sequence[Finding]) -> str:
    return "\n".join(f"  {one_line(each.told)}" for each in findings)


def _new_errors(opened: Opened, after: Loaded) -> list[Finding]:
    """Return the errors that rules find after a change and did not find before."""
    from datetime import date

    from raci.faults.finding import Severity
    from raci.linter.lint import LintOptions, lint
    from raci.linter.selection import Selection
    from raci.rules import RULES

    rules = {rule.name for rule in RULES if rule.severity is Severity.ERROR}
    options = LintOptions(date.min, Selection(frozenset(rules)), opened.settings.language, waivers=False)
    before = {(each.name, each.subject) for each in lint(opened.loaded, options).findings}
    found = lint(after, options).findings
    return [each for each in found if (each.name, each.subject) not in before]
