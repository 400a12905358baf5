"""What is agreed: terms, where there is something to agree on, and what was agreed already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Agreement, Overlap, Register


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed: the role for all, or roles by work, as ids; escalation as ids and plain text."""

    accountable: str | Mapping[str, str]
    because: str | None = None
    escalation: tuple[str, ...] = ()
    decided: str | None = None
    review: str | None = None
    replaces: bool = False
    """Whether this goes in place of what was agreed before."""


def areas_of(graph: OwnershipGraph, work: str) -> tuple[Overlap, ...]:
    """Return the overlaps that have a place for an agreement on a piece of work."""
    return tuple(each for each in graph.overlaps_covering(work) if not each.is_about_names)


def is_shared(graph: OwnershipGraph, work: str) -> bool:
    """Return whether there is something to agree on of a piece of work: one role alone meets nobody."""
    return bool(areas_of(graph, work)) or graph.is_claimed_twice(work) or len(graph.accountable(work)) != 1


def refuse_unshared(graph: OwnershipGraph, work: str) -> None:
    """Raise CannotDecide for work that is on the list of one role alone."""
    if not is_shared(graph, work):
        (held,) = graph.accountable(work)
        raise CannotDecide(
            f'"{graph.register.work[work].name}" is on no other list than that of '
            f"{graph.register.roles[held].name}: there is nothing to settle. Where another role is to be "
            "accountable, move it to that one's list."
        )


def settled_already(graph: OwnershipGraph, overlap: str, also: Iterable[str] = ()) -> str:
    """Return in a sentence who is accountable in an overlap that has an agreement, why, and what else."""
    each = graph.register.overlaps[overlap]
    assert each.agreement is not None  # noqa: S101 - for the type checker: without one nothing is settled
    how = "is settled already" if each.agreement.has_reason else "has an agreement already, without a reason"
    named = dict.fromkeys([each.agreement.for_all or "", *each.agreement.by_work.values()])
    told = [in_words(graph.register.roles[role].name for role in named if role)]
    told += [f"because: {each.agreement.entry.because}"] if each.agreement.has_reason else []
    text = f'"{each.name}" {how}: {", ".join((*told, *also))}'
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def days_in_order(decided: date | str | None, review: date | str | None) -> None:
    """Raise CannotDecide for a review before the decision."""
    if decided is not None and review is not None and str(review) < str(decided):
        raise CannotDecide(f"The review, {review}, is before the day it was decided, {decided}.")


def otherwise(terms: Terms, agreement: Agreement, register: Register) -> dict[str, str]:
    """Return what terms say otherwise than an agreement, but for who is accountable: what it says so far.

    That is empty where it says nothing.
    """
    written, roles = agreement.entry, register.roles
    called = (roles[each].name if each in roles else each for each in agreement.escalation)
    because = written.because if agreement.has_reason else None
    there = {
        "because": (terms.because, because, because),
        "escalation": (terms.escalation, agreement.escalation, ", ".join(called)),
        "decided": (terms.decided, str(written.decided), written.decided),
        "review": (terms.review, str(written.review), written.review),
    }
    return {
        key: f"{key}: {told}" if told else "" for key, (now, was, told) in there.items() if now and now != was
    }
