"""What commands do alike that write down a decision: open the files, show the diff or write, answer anew."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import Answer, asking, show
from raci.cli.exit_code import ExitCode
from raci.cli.options import AnswerOptions, DataOptions
from raci.cli.output import Color, is_terminal, say, write
from raci.cli.ownership_data import find_settings, load_data, paths_of_data
from raci.errors import CannotEdit, CannotWrite, RaciError
from raci.text.names import counted
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
    color: Annotated[Color, typer.Option("--color", help="When to colour.")] = Color.AUTO


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
    opened: Opened,
    decision: Decision,
    options: DecidingOptions,
    answer: Callable[[OwnershipGraph], None],
    *,
    with_diff: bool = False,
) -> ExitCode:
    """Show what a decision changes, or write it and show an answer of the register that it makes.

    What is written is shown as well `with_diff`.

    Where that cannot be edited in place, no file is changed, and the text to write by hand is shown. Raises
    NewMistake and CannotWrite; then no file is changed.
    """
    for note in decision.notes if not options.quiet else ():
        say(note)
    try:
        after, found = _amended(opened, decision, options)
    except CannotEdit as error:
        _say_by_hand(opened, decision, error)
        return ExitCode.NO_ANSWER
    diffs = [diff_of(each.file, each.before.decode(), each.after.decode()) for each in after.rewritten]
    if options.diff:
        _show_diffs(diffs)
    elif diffs:
        if with_diff:
            _show_diffs(diffs)
        _write(after, diffs, answer)
    else:
        write("Nothing to change.\n", for_people=True)
    if not options.quiet:
        _say_what_lint_will(found)
    return ExitCode.NEGATIVE if options.diff and diffs else ExitCode.ANSWERED


def _show_diffs(diffs: Sequence[Diff]) -> None:
    text = "".join(diff.text for diff in diffs)
    write(visible(text) if is_terminal(sys.stdout) else text)


def _amended(
    opened: Opened, decision: Decision, options: DecidingOptions
) -> tuple[Amended, tuple[Finding, ...]]:
    """Return what is to be written, and what lint finds then that it does not find now.

    Raises CannotEdit, NewMistake and CannotWrite.
    """
    from raci.loading.amending import amended

    with asking(options):
        limits, language = opened.settings.limits, opened.settings.language
        after = amended(opened.found.files, opened.loaded, decision.changes, limits, language)
        return after, _checked(opened, decision, after.loaded)


def _say_what_lint_will(found: Sequence[Finding]) -> None:
    for each in found[:_TOLD]:
        say(f"raci lint will say: {one_line(each.told)}")
    if rest := found[_TOLD:]:
        say(f"raci lint will say {counted(len(rest), 'more thing')}.")


_TOLD = 10  # a large matrix brings hundreds


def _say_by_hand(opened: Opened, decision: Decision, why: CannotEdit) -> None:
    """Say why nothing was written, and what to write by hand."""
    from raci.editing.by_hand import by_hand

    ready = (by_hand(file, opened.loaded.texts[file], each) for file, each in decision.changes.items())
    say(f"raci: {one_line(str(why))} No file was changed. By hand it is:\n{''.join(ready)}".rstrip("\n"))


def _write(after: Amended, diffs: Sequence[Diff], answer: Callable[[OwnershipGraph], None]) -> None:
    """Write the files, and show what changed and an answer. Raises CannotWrite where no file was written."""
    from raci.editing.writing import write_all

    write_all(after.rewritten)
    try:
        _tell(after, diffs, answer)
    except CannotWrite as error:  # the exit code is about the files
        say(f"raci: {error} The files are written.")


def _tell(after: Amended, diffs: Sequence[Diff], answer: Callable[[OwnershipGraph], None]) -> None:
    """Say what changed, and show an answer of the register that is there now. Raises CannotWrite."""
    from raci.graph.ownership import OwnershipGraph

    changed = zip(after.rewritten, diffs, strict=True)
    lines = [f"Wrote {each.file}: +{diff.added} -{diff.removed} lines.\n" for each, diff in changed]
    write(visible("".join(lines)) + "\n", for_people=True)
    answer(OwnershipGraph(after.loaded.register))


def show_answer(answer: Answer, view: Callable[[Answer], Document], options: DecidingOptions) -> None:
    """Show an answer as text on standard output, without the notes on what other options would show."""
    shown = AnswerOptions(data=options.data, config=options.config, quiet=options.quiet, color=options.color)
    show(answer, lambda asked: replace(view(asked), notes=()), shown, keep=())


def _checked(opened: Opened, decision: Decision, after: Loaded) -> tuple[Finding, ...]:
    """Return what lint finds new and is to be told: of a strict decision no mistakes, else nothing but these.

    Raises NewMistake for one, CannotEdit where the files would mean something else.
    """
    from raci.cli.new_findings import new_findings

    found = new_findings(opened.loaded, after, opened.settings, decision.ids)
    if new := [*after.findings, *(found.mistakes if decision.strict else ())]:
        told = "\n".join(f"  {one_line(each.told)}" for each in new)
        raise NewMistake(f"No file was changed, because then there would be a mistake:\n{told}")
    if not decision.keeps_meaning(opened.graph.register, after.register):
        raise CannotEdit("Edited in place, the files would mean something else than what was said.")
    return found.others if decision.strict else found.mistakes
