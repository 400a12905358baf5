"""raci rename: another name for a role, a piece of work, an overlap or a practice, in all files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.completion import roles, subjects
from raci.cli.deciding import DecidingOptions, carry_out, opened_to_change, show_answer
from raci.cli.exit_code import ExitCode  # noqa: TC001 - typer reads it
from raci.cli.found_by import found_by
from raci.cli.options import takes
from raci.cli.output import write
from raci.cli.prompts import picked
from raci.cli.quotes import in_quotes, splits
from raci.decisions.missing import SeveralChoices
from raci.decisions.things import Kind, Thing, index_of, thing_chosen, thing_named
from raci.errors import RaciError
from raci.text.names import in_words
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register


class BadNames(RaciError):
    """Words that are not two names."""


@dataclass(frozen=True)
class RenameOptions(DecidingOptions):
    """What is renamed, and what becomes of the old name and of the id."""

    kind: Annotated[Kind | None, typer.Option(help="What OLD is, where it may be several things.")] = None
    no_alias: Annotated[bool, typer.Option("--no-alias", help="Do not keep the old name as an alias.")] = (
        False
    )
    new_id: Annotated[
        bool, typer.Option("--id", help="Change the id as well: to one made of the new name.")
    ] = False
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Only what this role calls so: it becomes work of its own.",
            autocompletion=roles,
        ),
    ] = None


@takes(RenameOptions)
def rename(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="What it is called: a name, an alias or an id.", autocompletion=subjects
        ),
    ],
    new: Annotated[list[str], typer.Argument(metavar="NEW", help="The new name, in quotes.")],
    *,
    options: RenameOptions,
) -> ExitCode:
    """Rename a role, a piece of work, an overlap or a practice.

    Its entry changes, and every reference by the old name in all files. The old name stays as an alias.

    raci rename "Release Notes" "Change Notes"

    raci rename --id pmm "Market Lead"

    raci rename Menu "Menu of the Bar" --of barkeeper

    Only the lines that it is about change. Exit code 0: it is written. 1: with --diff, there is something to
    change. 2: nothing was written.
    """
    from raci.decisions.rename import Renaming
    from raci.decisions.rename import rename as decide

    opened = opened_to_change(options)
    if len(new) > 1:
        raise _unquoted(opened.graph.register, [old, *new], options)
    kinds = [options.kind] if options.kind else Kind if options.of is None else [Kind.WORK]
    thing = _meant(opened.graph.register, old, kinds)
    how = found_by(options)
    renaming = Renaming(thing, old, new[0], not options.no_alias, options.new_id, options=how)
    if options.of is not None:
        role = thing_named(opened.graph.register, options.of, [Kind.ROLE]).id
        renaming = replace(renaming, of=role, keeps_alias=False, new_id=True)
    decision = decide(opened.graph, opened.files, renaming)
    answer = partial(_answer, thing.kind, decision.about, opened.settings.language, options)
    return carry_out(opened, decision, options, answer)


def _unquoted(register: Register, words: Sequence[str], options: DecidingOptions) -> BadNames:
    """Return what to say of words of which nobody can say where the first name ends."""
    known = [pair for pair in splits(words) if any(index_of(register, kind).asked(pair[0]) for kind in Kind)]
    pattern = 'raci rename "OLD" "NEW"'
    return BadNames(in_quotes("each name", "rename", known, found_by(options), pattern))


def _meant(register: Register, old: str, kinds: Iterable[Kind]) -> Thing:
    """Return what goes by a name; of several, what a person picks. Raises CannotDecide."""
    try:
        return thing_named(register, old, kinds)
    except SeveralChoices as several:
        return thing_chosen(register, picked(several))


def _answer(kind: Kind, id_: str, language: str, options: DecidingOptions, graph: OwnershipGraph) -> None:
    from raci.queries import overlaps as of_overlap
    from raci.queries import role as of_role
    from raci.queries import who_owns as of_work
    from raci.views import overlaps, role, who_owns

    if kind is Kind.ROLE:
        show_answer(of_role.role(graph, [id_]), role.at_first, options)
    elif kind is Kind.WORK:
        name = graph.register.work[id_].name
        show_answer(of_work.who_owns(graph, name, language=language), who_owns.who_owns, options)
    elif kind is Kind.OVERLAP:
        show_answer(of_overlap.overlaps(graph, id_, language=language), overlaps.at_first, options)
    else:
        write(f"{visible(_of_practice(graph.register, id_))}\n", for_people=True)


def _of_practice(register: Register, id_: str) -> str:
    """Return in a sentence where a practice stands, and which overlaps it was agreed on for."""
    practice = register.practices[id_]
    agreed = [
        each.name
        for each in register.overlaps.values()
        if each.agreement is not None and id_ in each.agreement.practices
    ]
    where = practice.place.at()
    named = f"agreed on for {in_words(agreed)}" if agreed else "which no agreement names"
    return f"{practice.entry.name} is a practice ({where.file}:{where.line}), {named}."
