"""The ways out of an overlap: the command that settles it, and the text that the command would write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from raci.model.overlap_status import OverlapKind
from raci.text.shell import command, raci_command
from raci.views.document import Snippet
from raci.views.wording import places

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from raci.queries.agenda_records import Agenda
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

    Answer = Overlaps | Agenda

_UNSETTLED = ("contested", "open")
TO_FILL_IN = "..."
"""What stands for words that only people can say."""
_COMMAND = "sh"


@dataclass(frozen=True, slots=True)
class Settling:
    """What raci settle is told: who is accountable and why, or how names differ, or which of them stays."""

    what: str
    is_area: bool = False
    """Whether `what` is a declared overlap."""
    accountable: str | None = None
    as_is: bool = False
    """Whether each piece stays with whoever is accountable today; `accountable` is for the rest."""
    because: str | None = None
    escalation: tuple[str, ...] = ()
    other: str | None = None
    distinct: str | None = None
    same: str | None = None

    def words(self) -> Iterable[str]:
        """Yield the words of the command behind its name."""
        named = (
            *(("--accountable", self.accountable), ("--because", self.because)),
            *(("--and", self.other), ("--distinct", self.distinct), ("--same", self.same)),
            *(("--escalation", step) for step in self.escalation),
        )
        yield self.what
        yield from ("--as-is",) if self.as_is else ()
        yield from (word for name, value in named if value is not None for word in (name, value))


class Produced(NamedTuple):
    """Work that is to stand as what an activity produces, beside all that it produces already."""

    role: str
    activity: str
    papers: tuple[str, ...]


class Text(NamedTuple):
    """Text that a command would write, and where in which file."""

    file: str
    where: str
    text: str


def _is_none(_: str) -> bool:
    return False


def _nothing(_: Settling | Produced) -> tuple[Text, ...]:
    return ()


@dataclass(frozen=True)
class Offers:
    """How ways out are offered, if at all: with which options of the command, and with which texts.

    `is_work` says whether a piece of work goes by the id of an area as well.
    """

    options: tuple[str, ...] = ()
    is_work: Callable[[str], bool] = _is_none
    texts: Callable[[Settling | Produced], Iterable[Text]] = _nothing
    are_made: bool = True

    def settle(self, settling: Settling, lead: str = "To settle it", note: str = "") -> Iterable[Snippet]:
        """Yield the command, then the text that it would write; `note` says what may stand there instead."""
        kind = ("--kind", "overlap") if settling.is_area and self.is_work(settling.what) else ()
        said = command("raci", "settle", *settling.words(), *kind, *self.options)
        stands = " as it stands" if settling.as_is else ""
        yield Snippet(f"{lead}{stands}:", said, _COMMAND)
        yield from (_by_hand(text, f"Or by hand{note}") for text in self.texts(settling))

    def split(self, case: OverlapCase, wording: Wording) -> Snippet:
        """Return the commands that give each role's work a name of its own."""
        each = ((role, f"{case.names[0]} ({wording.name(role)})") for role in case.roles)
        renames = (
            raci_command("rename", (case.work[0], " ".join(new.split())), ("--of", role, *self.options))
            for role, new in each
        )
        return Snippet("Or, if they are two things, to give each a name:", "\n".join(renames), _COMMAND)

    def produce(self, produced: Produced) -> Iterable[Snippet]:
        """Yield the text that says what an activity produces."""
        lead = "Or, where the one makes the other, as what the activity produces"
        yield from (_by_hand(text, lead) for text in self.texts(produced))


NO_TEXTS = Offers()
"""Commands alone."""
NO_OFFERS = Offers(are_made=False)
"""Nothing: what was cannot be settled any more."""


def _by_hand(text: Text, lead: str) -> Snippet:
    return Snippet(f"{lead}, in {text.file} {text.where}:", text.text)


def ways_out(
    case: OverlapCase, answer: Answer, about_names: Collection[str], wording: Wording, offers: Offers
) -> Iterable[Snippet]:
    """Yield what can be written, and where, to settle an overlap; nothing for one that is settled.

    Of the overlaps that speak of it, those `about_names` have no place for an agreement.
    """
    if not offers.are_made:
        return
    if case.overlap is not None:
        yield from _of_area(case, answer, offers)
    elif case.kind is OverlapKind.DUPLICATE and case.status in _UNSETTLED:
        # An area that covers it has its own place for an agreement.
        if set(case.declared) <= set(about_names):
            yield from _one_owner(case, offers)
        if case.can_split and case.status == "contested":
            yield offers.split(case, wording)
    elif case.status == "unexamined":
        yield from _of_pair(case, offers)
        if case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE:
            yield from _produces(case, offers)


def _of_area(case: OverlapCase, answer: Answer, offers: Offers) -> Iterable[Snippet]:
    overlap = case.overlap
    if overlap is None or overlap.is_about_names or case.status not in _UNSETTLED:
        return
    for work in dict.fromkeys(dispute.work for dispute in case.disputes):
        yield _one_agreement(work, case, answer.work)
    roles = list(case.sides) or list(dict.fromkeys(claim.role for claim in case.claims))
    if overlap.agreement is None:
        yield from offers.settle(_owned_as_today(case, roles), note=_or(roles))
        return
    if overlap.agreement.because is None:
        yield from offers.settle(Settling(case.id, is_area=True, as_is=True, because=TO_FILL_IN))
        return
    named = {*overlap.agreement.accountable, *(dispute.work for dispute in case.disputes)}
    for work in (work for work in case.work if work not in case.accountable and work not in named):
        choices = [claim.role for claim in case.claims if claim.work == work] or roles
        yield from offers.settle(
            Settling(case.id, is_area=True, accountable=f"{work}={choices[0]}"), note=_or(choices)
        )


def _one_agreement(work: str, case: OverlapCase, names: Mapping[str, str]) -> Snippet:
    said = [dispute for dispute in case.disputes if dispute.work == work]
    lead = f"To settle it, let the agreements name one role for {names[work]} ({places(said)}):"
    others = ", or ".join((*dict.fromkeys(each.role for each in said[1:]), "another role"))
    return Snippet(lead, f"accountable: {said[0].role}  # or {others}")


def _one_owner(case: OverlapCase, offers: Offers) -> Iterable[Snippet]:
    roles = list(dict.fromkeys(claim.role for claim in case.claims))
    yield from offers.settle(
        Settling(case.work[0], accountable=roles[0], because=TO_FILL_IN, escalation=case.escalation),
        note=_or(roles),
    )


def _or(roles: Sequence[str]) -> str:
    """Return what may stand in place of the first of some roles: the others, or one beside them."""
    third = "a third role" if len(roles) == 2 else "another role"  # noqa: PLR2004 - a third one comes after two
    return f" ({roles[0]} may also be {', or '.join((*roles[1:], third))})" if roles else ""


def _of_pair(case: OverlapCase, offers: Offers) -> Iterable[Snippet]:
    one, other = case.work
    yield from offers.settle(Settling(one, other=other, distinct=TO_FILL_IN), "To say how they differ")
    yield from offers.settle(Settling(one, other=other, same=one), "Or, if they are one thing")


def _produces(case: OverlapCase, offers: Offers) -> Iterable[Snippet]:
    activity = next((claim for claim in case.claims if claim.kind == "responsibility"), None)
    if activity is not None:
        paper = next(work for work in case.work if work != activity.work)
        yield from offers.produce(Produced(activity.role, activity.work, (*activity.produces, paper)))


def _owned_as_today(case: OverlapCase, roles: Sequence[str]) -> Settling:
    """Return terms by which each piece stays with the role that it has; the rest goes to the first one."""
    lacking = any(work not in case.accountable for work in case.work)
    choice = (roles[0] if roles else TO_FILL_IN) if lacking or not case.work else None
    return Settling(
        what=case.id,
        is_area=True,
        accountable=choice,
        as_is=bool(case.accountable),
        because=TO_FILL_IN,
        escalation=case.escalation,
    )
