"""What raci settle asks for on a terminal: what was decided, and what it lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.cli.as_of import BadDate, day_in
from raci.cli.output import say
from raci.cli.prompts import agrees, ask, choose, may_ask
from raci.decisions.missing import NoReason, WouldReplace
from raci.decisions.settle import areas_of
from raci.decisions.things import Kind
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.cli.settle import SettleOptions
    from raci.decisions.decision import Decision
    from raci.decisions.things import Thing
    from raci.graph.ownership import OwnershipGraph

_AGREED, _DISTINCT, _SAME = "accountable", "distinct", "same"
_DECISIONS = (
    (_AGREED, "One role is accountable"),
    (_DISTINCT, "Two names, and they are different work"),
    (_SAME, "Two names, and they are one thing"),
)


def decision_asked(graph: OwnershipGraph, what: Thing, options: SettleOptions) -> SettleOptions:
    """Return options with what a person says was decided."""
    kind = _kind_of_decision(graph, what)
    if kind == _DISTINCT:
        return replace(options, distinct=ask("How do they differ"))
    if kind == _SAME:
        return replace(options, same=ask("Which name is to be kept"))
    register = graph.register
    work = [what.id] if what.kind is Kind.WORK else graph.work_covered_by(what.id)
    roles = {claim.role for each in work for claim in graph.claims(each)}
    if what.kind is Kind.OVERLAP:
        roles |= graph.sides(what.id).keys()
    meet = in_words((register.roles[each].name for each in sorted(roles)), last="or")
    return replace(options, accountable=[ask(f"Who is accountable: {meet}, or another role")])


def _kind_of_decision(graph: OwnershipGraph, what: Thing) -> str:
    if what.kind is Kind.OVERLAP and not graph.register.overlaps[what.id].is_about_names:
        return _AGREED
    if what.kind is Kind.OVERLAP:
        return choose("What was decided", _DECISIONS[1:])
    if graph.is_claimed_twice(what.id) or areas_of(graph, what.id):
        return choose("What was decided", _DECISIONS)
    return choose("What was decided", _DECISIONS[1:])


def completed(decide: Callable[[SettleOptions], Decision], options: SettleOptions) -> Decision:
    """Return the decision that options make, and ask for what they lack. Raises CannotDecide."""
    while True:
        try:
            return decide(options)
        except NoReason as lacking:
            if not may_ask():
                raise
            say(str(lacking))
            options = _rest_asked(replace(options, because=ask("Why")))
        except WouldReplace as settled:
            if not may_ask() or not agrees(f"{settled} Replace it?"):
                raise
            options = replace(options, replace=True)


def _rest_asked(options: SettleOptions) -> SettleOptions:
    """Return options with what a person may say besides; Enter leaves it out."""
    if options.escalation is None:
        escalation = ask(
            "Whom to turn to if that does not help, in order, with commas (Enter for nobody)", default=""
        )
        options = replace(options, escalation=[escalation] if escalation.strip() else None)
    decided = options.decided or _day_asked("The day it was decided, as 2026-01-31 (Enter for none)")
    review = options.review or _day_asked("The day it is to be looked at again (Enter for none)")
    return replace(options, decided=decided, review=review)


def _day_asked(question: str) -> str | None:
    while True:
        day = ask(question, default="").strip()
        try:
            return day_in(day, "It").isoformat() if day else None
        except BadDate as error:
            say(str(error))
