"""What raci settle asks for on a terminal: what was decided, and what it lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.cli.as_of import day_in
from raci.cli.output import say
from raci.cli.prompts import agrees, answered, choose
from raci.decisions.agreeing import days_in_order, settled_already
from raci.decisions.asked import as_it_stands, covered_by, steps
from raci.decisions.decision import CannotDecide
from raci.decisions.missing import NoReason, WouldReplace
from raci.decisions.said import text_said
from raci.decisions.things import Kind, thing_named
from raci.queries.records import superior
from raci.text.names import in_words
from raci.text.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raci.cli.settle import SettleOptions
    from raci.decisions.decision import Decision
    from raci.graph.ownership import OwnershipGraph

_NOBODY = "-"


def to_be_asked(options: SettleOptions) -> SettleOptions:
    """Return options without the dots of a command that was copied: what they stand for is asked."""
    dots = {
        name: None
        for name in ("because", "distinct")
        if (text := getattr(options, name)) is not None and is_placeholder(text.strip())
    }
    return replace(options, **dots)  # type: ignore[arg-type]


def sure_to_replace(told: str) -> None:
    """Tell what was decided already. Raises CannotDecide unless it is to be replaced."""
    say(told)
    if not agrees("Replace it?"):
        raise CannotDecide("Nothing was written.")


def owners_asked(
    graph: OwnershipGraph, overlap: str | None, work: str | None, options: SettleOptions
) -> SettleOptions:
    """Return options with who is accountable: Enter keeps whoever it is today. Raises CannotDecide."""
    stands, pieces = as_it_stands(graph, overlap, work), covered_by(graph, overlap, work)
    agreement = graph.register.overlaps[overlap].agreement if overlap is not None else None
    if overlap is not None and agreement is not None and agreement.has_reason:
        lacking = [each for each in pieces if each not in stands]
        if not lacking and not options.replace:
            sure_to_replace(settled_already(graph, overlap))
            options = replace(options, replace=True)
        pieces = tuple(lacking) or pieces
    sides = graph.sides(overlap) if overlap is not None and work is None else ()
    if isinstance(stands, str):
        return replace(options, accountable=[_owner_asked(graph, "", {*sides}, stands)])
    if work is not None or not stands:
        claiming = {claim.role for each in pieces for claim in graph.claims(each)}
        today = stands.get(work) if work is not None else None
        return replace(options, accountable=[_owner_asked(graph, "", claiming.union(sides), today)])
    said = []
    for each in pieces:
        claiming = {claim.role for claim in graph.claims(each)}
        about = f" for {graph.register.work[each].name}"
        said.append(f"{each}={_owner_asked(graph, about, claiming.union(sides), stands.get(each))}")
    return replace(options, accountable=said)


def _owner_asked(graph: OwnershipGraph, about: str, roles: Iterable[str], today: str | None) -> str:
    """Return the id of the role that a person names."""
    register = graph.register
    meet = in_words((register.roles[each].name for each in sorted(roles)), last="or")
    question = f"Who is accountable{about}: {meet}, or another role" if meet else f"Who is accountable{about}"
    default = register.roles[today].name if today is not None else None
    return answered(question, lambda said: thing_named(register, said, [Kind.ROLE]).id, default=default)


def verdict_asked(
    graph: OwnershipGraph, pair: Sequence[str], kind: str, options: SettleOptions
) -> SettleOptions:
    """Return options with how names differ, or which of them is kept."""
    if kind == "same":
        names = [(each, graph.register.work[each].name) for each in pair]
        return replace(options, same=choose("Which name is to be kept", names))
    distinct = answered("How do they differ", lambda said: text_said(said, "How they differ"))
    return replace(options, distinct=distinct)


def completed(
    decide: Callable[[SettleOptions], Decision],
    options: SettleOptions,
    rest: Callable[[SettleOptions], SettleOptions],
    *,
    asks_rest: bool,
) -> Decision:
    """Return the decision that options make; ask for what they lack, with the reason for the rest.

    Raises CannotDecide.
    """
    while True:
        try:
            decision = decide(options)
        except NoReason as lacking:
            say(lacking.told)
            because = answered("Why", lambda said: text_said(said, "The reason"))
            options, asks_rest = replace(options, because=because), True
        except WouldReplace as settled:
            sure_to_replace(settled.told)
            options = replace(options, replace=True)
        else:
            if not asks_rest:
                return decision
            options, asks_rest = rest(options), False


def rest_asked(
    graph: OwnershipGraph, overlap: str | None, work: str | None, options: SettleOptions
) -> SettleOptions:
    """Return options with what a person may say besides, where neither they nor the agreement say it."""
    agreement = graph.register.overlaps[overlap].agreement if overlap is not None else None
    there = {} if agreement is None else agreement.place.values
    escalation, decided, review = options.escalation, options.decided, options.review
    if escalation is None and "escalation" not in there:
        escalation = _escalation_asked(graph, overlap, work)
    anew = options.replace or "decided" not in there
    if decided is None and anew:
        decided = _day_asked("The day it was decided, as 2026-01-31", None)
    if review is None and (options.replace or "review" not in there):
        review = _day_asked("The day it is to be looked at again", decided)
    return replace(options, escalation=escalation, decided=decided, review=review)


def _escalation_asked(graph: OwnershipGraph, overlap: str | None, work: str | None) -> list[str] | None:
    register = graph.register
    path = (
        graph.escalation_path(overlap)
        if overlap is not None
        else superior(
            graph, [claim for each in covered_by(graph, overlap, work) for claim in graph.claims(each)]
        )
    )
    default = ", ".join(register.roles[each].name if each in register.roles else each for each in path)

    def understood(said: str) -> list[str] | None:
        if said.strip() in ("", _NOBODY):
            return None
        for note in steps(register, [said])[1]:
            if not agrees(f"{note} Is it meant so?"):
                raise CannotDecide("Write it again, with commas between.")
        return [said]

    how = f"{_NOBODY} for nobody" if default else "Enter for nobody"
    question = f"Whom to turn to if that does not help, in order, with commas ({how})"
    return answered(question, understood, default=default)


def _day_asked(question: str, not_before: str | None) -> str | None:
    def understood(said: str) -> str | None:
        if not said.strip():
            return None
        day = day_in(said.strip(), "It").isoformat()
        days_in_order(not_before, day)
        return day

    return answered(f"{question} (Enter for none)", understood, default="")
