"""What a role or a person leaves behind: a list to go through, and what it would be with who takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.document import Document, Fact, Section, Table, facts, filled
from raci.views.people_wording import who_holds
from raci.views.role import in_doubt
from raci.views.role_work import pieces_of_work
from raci.views.wording import Wording, both, few, listed, places, together, unique_names, who_is, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.queries.handover_records import (
        Clash,
        Handover,
        LeftRole,
        LeftWork,
        LoadThen,
        NamedIn,
        Takeover,
        Taker,
    )

_HEADER = ("role", "about", "id", "name", "open", "nearest", "why", "taken_over_by")
_PLACE = "Taken over by: ... (until: ...)"
_FEW = 4
_NOBODY = "Nobody"
_AS = {
    "side": "a side of it",
    "others": "has letters by its agreement",
    "escalation": "its agreement turns to it",
}


def handover(answer: Handover, *, to_fill_in: bool = True, can_write: bool = True) -> Document:
    """Return the document of an answer; `to_fill_in` it has a place for who takes over.

    Where the files can be written, it says how.
    """
    if answer.doubts:
        return in_doubt(answer)
    view = _View(answer, to_fill_in=to_fill_in)
    return Document(
        title=view.title(),
        sections=filled(view.sections()),
        notes=tuple(_notes(answer, to_fill_in=to_fill_in, can_write=can_write)),
        records=Table(_HEADER, tuple(view.records())),
    )


def _notes(answer: Handover, *, to_fill_in: bool, can_write: bool) -> Iterator[str]:
    if not to_fill_in:
        yield "As a list to go through, with all of it and a place for who takes over: -f markdown."
    if answer.takeover is None and answer.left:
        yield "What would clash if one role took over all of another: --to ROLE."
    elif answer.takeover is not None and can_write:
        yield "How the files would change: --diff. To change them: --write."


class _View:
    def __init__(self, answer: Handover, *, to_fill_in: bool) -> None:
        self.answer, self.to_fill_in = answer, to_fill_in
        self.wording = Wording(answer.scheme, unique_names(answer.roles))

    def title(self) -> str:
        """Return how much would be left open, and of whom."""
        answer, names = self.answer, self.wording.names(left.id for left in self.answer.left)
        begin, leaves = "", f"{names} would leave"
        if answer.person is not None:
            begin, leaves = (
                f"{who_holds(answer.person, self.wording)} ",
                f"Nobody else holds {names}: that leaves",
            )
            if not answer.left:
                return f"{begin}Others hold {'all of them' if answer.filled[1:] else 'it'} as well."
        work = [each for left in answer.left for each in left.work]
        accountable = sum(each.accountable for each in work)
        responsible = sum(each.responsible for each in work)
        told = [f"{pieces_of_work(accountable)} without an accountable role"] if accountable else []
        if responsible:
            number = f"{responsible}" if told else pieces_of_work(responsible)
            told.append(f"{number} without a responsible one")
        return f"{begin}{leaves} {in_words(told) or 'no work without an accountable or a responsible role'}."

    def sections(self) -> Iterator[Section]:
        """Yield what is left of each role, and what would be with who takes over."""
        several = len(self.answer.left) > 1
        for left in self.answer.left:
            of = f", {self.wording.name(left.id)}" if several else ""
            work = tuple(map(self._work, left.work) if self.to_fill_in else self._by_nearest(left.work))
            yield Section(f"Left open{of}", f"{pieces_of_work(len(left.work))}, by who is nearest", work)
            yield Section(f"Named{of}", "", (*map(self._named, left.named_in), *self._among_roles(left)))
            loads = tuple(Fact(self.wording.name(each.role), (_load(each),)) for each in left.loads)
            yield Section(f"If each piece went to who is nearest{of}", "", loads)
            others = [self.answer.work[each] for each in left.other_work]
            shown = others if self.to_fill_in else few(others, _FEW)
            yield Section(f"Other work that it has a part in{of}", facts=facts(("", listed(shown))))
        held = (
            Fact(self.wording.name(each.role), tuple(map(who_is, each.people))) for each in self.answer.filled
        )
        yield Section("Held by others as well", facts=tuple(held))
        if self.answer.takeover is not None:
            to = self.wording.name(self.answer.takeover.load.role)
            yield Section(f"If {to} took over all of it", facts=tuple(self._takeover(self.answer.takeover)))

    def _by_nearest(self, work: Iterable[LeftWork]) -> Iterator[Fact]:
        """Yield the work by who is nearest to take it over, in short."""
        near = together((self._nearest(each), each.name) for each in work)
        for who, names in sorted(near.items(), key=lambda each: (each[0] == _NOBODY, -len(each[1]))):
            yield Fact(who, (f"{len(names)}: {'; '.join(few(names, _FEW))}",))

    def _nearest(self, work: LeftWork) -> str:
        if not work.takers:
            return _NOBODY
        return with_aside(self.wording.name(work.takers[0].role), work.takers[0].nearness)

    def _work(self, work: LeftWork) -> Fact:
        near = [self._taker(each) for each in work.takers]
        lines = [f"nobody else is {_open(work)}", f"Near: {'; '.join(few(near, _FEW)) or 'nobody'}"]
        return Fact(work.name, (*lines, *self._place()), to_tick=True)

    def _taker(self, taker: Taker) -> str:
        load = f"accountable for {taker.accountable} then"
        return with_aside(self.wording.name(taker.role), f"{taker.nearness}; {load}")

    def _named(self, named: NamedIn) -> Fact:
        told = [_AS[each] for each in named.named_as if each in _AS]
        if "accountable" in named.named_as:
            work = f" for {listed([self.answer.work[each] for each in named.work])}" if named.work else ""
            told.append(f"accountable by its agreement{work}")
        return Fact(
            f"Overlap {named.name}", (f"{'; '.join(told)} ({places([named])})", *self._place()), to_tick=True
        )

    def _among_roles(self, left: LeftRole) -> Iterator[Fact]:
        for label, roles in (("Stands in for", left.stands_in_for), ("Report to it", left.reports)):
            if roles:
                yield Fact(label, (self.wording.names(roles), *self._place()), to_tick=True)
        yield from facts(
            ("Its deputy", self.wording.name(left.deputy) if left.deputy else None),
            ("Reports to", self.wording.name(left.reports_to) if left.reports_to else None),
        )

    def _place(self) -> tuple[str, ...]:
        return (_PLACE,) if self.to_fill_in else ()

    def _takeover(self, takeover: Takeover) -> Iterator[Fact]:
        names = [self.answer.work[each] for each in takeover.joined]
        yield Fact("Load", (_load(takeover.load),))
        yield from facts(("Both list", listed(few(names, _FEW))))
        told = together((each.kind, self._clash(each)) for each in takeover.clashes)
        for number, line in enumerate(line for lines in told.values() for line in lines):
            yield Fact("" if number else "Would clash", (line,))
        if not told:
            yield Fact("Would clash", ("nothing",))

    def _clash(self, clash: Clash) -> str:
        names = self.wording.names(clash.roles)
        if clash.kind == "deputies":
            return f"deputies would go in a circle: {names}"
        if clash.kind == "judges-itself":
            named = next(
                (
                    each.name
                    for left in self.answer.left
                    for each in left.named_in
                    if each.overlap == clash.overlap
                ),
                "",
            )
            return f"{named}: the agreement would turn to {names}, who would be a side of it"
        work = self.answer.work[clash.work or ""]
        if clash.kind == "contested":
            return f"{work}: {names} would be {both(clash.roles)} accountable"
        if clash.kind == "differs":
            by, of = map(self.wording.name, clash.roles)
            return f"{work}: {by} expects other letters of {of} than it would hold"
        return f"{work}: the letters of {names} would change, so that it is not written; settle it first"

    def records(self) -> Iterator[tuple[str, ...]]:
        """Yield a row for each thing that somebody has to take over."""
        name = self.wording.name
        for left in self.answer.left:
            for work in left.work:
                near = work.takers[0] if work.takers else None
                nearest = (name(near.role), near.nearness) if near else ("", "")
                yield (left.name, "work", work.id, work.name, _open(work), *nearest, "")
            for named in left.named_in:
                yield (left.name, "overlap", named.overlap, named.name, "; ".join(named.named_as), "", "", "")
            for about, roles in (("stands in for", left.stands_in_for), ("reports to it", left.reports)):
                for role in roles:
                    yield (left.name, about, role, name(role), "", "", "", "")


def _open(work: LeftWork) -> str:
    parts = (("accountable", work.accountable), ("responsible", work.responsible))
    return in_words((part for part, is_open in parts if is_open), last="or")


def _load(load: LoadThen) -> str:
    """Return how much a role would take over, and what it would have to do then."""
    parts = (
        ("accountable", load.accountable, load.accountable_then),
        ("responsible", load.responsible, load.responsible_then),
    )
    then = in_words(f"{part} for {is_} instead of {was}" for part, was, is_ in parts if was != is_)
    return f"{counted(load.takes, 'piece')}{f': {then}' if then else ''}"
