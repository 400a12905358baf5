"""The answers to who-owns about roles and people, and about all work of which something is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import counted, in_words
from raci.views.document import Fact, Section, facts
from raci.views.people_wording import of_people, quoted
from raci.views.wording import few, listed, who_is

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.queries.asked_records import (
        AboutRoles,
        AskedRoles,
        HeldRole,
        ListRecord,
        PieceRecord,
        SideRecord,
    )
    from raci.views.wording import Wording

_IN_A_SENTENCE = 4  # names of work; more are counted, and listed below
_IN_A_FACT = 12  # of one role; of several, each has its share
_IN_A_LIST = 12
_ROLES = 3
_PEOPLE = 4
_PARTS = {
    "contested": "Contested",
    Meaning.ACCOUNTABLE: "Accountable for",
    Meaning.RESPONSIBLE: "Responsible for",
    Meaning.CONSULTED: "Consulted on",
    Meaning.INFORMED: "Informed of",
    Meaning.OTHER: "Has another part in",
}
IS_WHAT = {
    Meaning.ACCOUNTABLE: "accountable for",
    Meaning.RESPONSIBLE: "responsible for",
    Meaning.CONSULTED: "consulted on",
    Meaning.INFORMED: "informed of",
    Meaning.OTHER: "given another part in",
}
_LISTED = {
    "unowned": ("has no owner", "have no owner", "No work is without an owner."),
    "unowned-on-purpose": ("has no owner, on purpose",) * 2 + ("No work is without an owner on purpose.",),
    "contested": ("is contested", "are contested", "Nothing is contested."),
    "settled": ("is settled by an agreement", "are settled by agreements", "No agreement settles anything."),
    "without work": (
        "has no part in any work",
        "have no part in any work",
        "Every role has a part in some work.",
    ),
    "without people": ("is held by nobody", "are held by nobody", "Somebody holds every role."),
}


class RolesView:
    """What is said of roles, with the names of ids at hand."""

    def __init__(self, about: AboutRoles, wording: Wording, *, full: bool) -> None:
        self.about, self.wording, self.full = about, wording, full
        self._held = {role.id: role for role in about.held}
        self._pieces = {piece.id: piece for piece in about.pieces}

    def title(self) -> str:
        """Return what is answered in a sentence or two; empty where only names of roles come near."""
        about = self.about
        if about.listed is not None:
            return self._listed(about.listed)
        if about.asked is not None:
            return " ".join(dict.fromkeys(self._side(side, about.asked) for side in about.asked.sides))
        return self.titled(whole=True)

    def titled(self, *, whole: bool) -> str:
        """Return which roles have words of the question in their names: those with all of them, or others."""
        found = [each for each in self.about.titled if each.whole is whole]
        by_words: dict[tuple[str, ...], list[str]] = {}
        for each in found:
            by_words.setdefault(each.words, []).append(each.role)
        return " ".join(self._have(words, roles) for words, roles in by_words.items())

    def _have(self, words: Sequence[str], roles: Sequence[str]) -> str:
        have, names = ("has", "its name") if len(roles) == 1 else ("have", "their names")
        named = in_words(self._few(list(map(self.wording.name, roles)), _IN_A_SENTENCE))
        return f"{named} {have} {in_words(map(quoted, words))} in {names}."

    def sections(self) -> Iterator[Section]:
        """Yield each role with its work, or the list."""
        for role in self.about.held if self.full else self.about.held[:_ROLES]:
            yield Section(self.wording.name(role.id), f"{role.file}:{role.line}", tuple(self._facts(role)))
        if self.about.listed is not None and self.about.listed.work:
            yield self._list(self.about.listed)

    def _few(self, told: Sequence[str], most: int) -> list[str]:
        return list(told) if self.full else few(told, most)

    def notes(self) -> Iterator[str]:
        """Yield how to see more."""
        listed = self.about.listed
        if listed is not None and listed.asked in {"without work", "without people"}:
            yield "raci role shows the load of every role."
        elif listed is not None and listed.work:
            yield f"raci matrix --status {listed.asked} shows who has which part in it."
        if not self.about.held and (near := self.titled(whole=False)):
            yield near
            yield from (f"raci role {each.role} shows what this role does." for each in self.about.titled)
        held = [role.id for role in self.about.held]
        if len(held) == 1:
            yield f"raci role {held[0]} shows all of what this role does."
        elif held:
            either = in_words(self._few(held, _IN_A_SENTENCE), last="or")
            yield f"raci role {either} shows all of what one of them does."
        for side in self.about.asked.sides if self.about.asked else ():
            if side.nearest and not side.roles:
                yield f"The nearest that is known here: {self.wording.names(side.nearest, last='or')}."
                yield "raci role lists all roles."

    def records(self) -> tuple[tuple[str, ...], ...]:
        """Return the work as rows like those of matches."""
        return tuple(map(self._record, self.about.pieces))

    def _record(self, piece: PieceRecord) -> tuple[str, ...]:
        held = (piece.accountable, piece.responsible, piece.consulted, piece.informed)
        return (
            *(piece.id, piece.name, piece.kind, piece.area or "", piece.status),
            *("; ".join(map(self.wording.name, roles)) for roles in held),
            *("", "", f"{piece.file}:{piece.line}" if piece.file else ""),
        )

    # Roles and people

    def _side(self, side: SideRecord, asked: AskedRoles) -> str:
        if not side.roles:
            return f"Nobody here is called {quoted(side.text)}."
        roles = [self._held[role] for role in side.roles]
        if side.people:
            sentence = of_people(side, self.wording)
            if asked.about == "holder" or len(roles) > 1:
                return sentence
            return f"{sentence.removesuffix('.')}, which is {self._does(roles[0], asked.part)}."
        if asked.about == "holder":
            return " ".join(map(self._holders, roles))
        return " ".join(f"{self.wording.name(role.id)} is {self._does(role, asked.part)}." for role in roles)

    def _holders(self, role: HeldRole) -> str:
        name = self.wording.name(role.id)
        if not role.people:
            return f"Nobody is written down as holding {name}."
        held_by = [who_is(each) for each in role.people]
        people = in_words(self._few(held_by, _PEOPLE))
        return f"{people} {'holds' if len(role.people) == 1 else 'hold'} {name}."

    def _does(self, role: HeldRole, part: str | None) -> str:
        """Return what a role is: accountable for some work, and what else if that is not much."""
        if part in {Meaning.CONSULTED, Meaning.INFORMED}:
            return f"{IS_WHAT[Meaning(part)]} {self._some(getattr(role, part)) or 'nothing'}"
        does = (Meaning.ACCOUNTABLE, Meaning.RESPONSIBLE)
        told = [f"{IS_WHAT[each]} {some}" for each in does if (some := self._some(getattr(role, each)))]
        if role.contested:
            told.append(f"one of those who claim {self._some(role.contested)}")
        listening = (Meaning.CONSULTED, Meaning.INFORMED)
        rest = [f"{IS_WHAT[each]} {some}" for each in listening if (some := self._some(getattr(role, each)))]
        return in_words(told or ["accountable for nothing", *rest])

    def _some(self, work: Sequence[str]) -> str:
        """Return work by its names, or how much there is where they are many or lists; empty for none."""
        names = [self._pieces[each].name for each in work]
        if len(names) > _IN_A_SENTENCE or (len(names) > 1 and ";" in listed(names)):
            return f"{len(names)} pieces of work"
        return in_words(names)

    def _facts(self, role: HeldRole) -> Iterator[Fact]:
        held_by = [who_is(each) for each in role.people]
        yield Fact("Held by", tuple(self._few(held_by, _PEOPLE)) or ("nobody that is written down",))
        yield from facts(("Ask", role.contact))
        share = max(_IN_A_FACT // len(self.about.held), 2)
        for part, label in _PARTS.items():
            work = [self._piece(each, part) for each in getattr(role, part)]
            yield from facts((label, "; ".join(self._few(work, share))))

    def _piece(self, work: str, part: str) -> str:
        piece = self._pieces[work]
        if part == "contested":
            return f"{piece.name} ({self.wording.names(piece.accountable)})"
        if part == Meaning.ACCOUNTABLE:
            return piece.name
        return f"{piece.name} ({self.wording.names(piece.accountable) or 'nobody yet'})"

    # Lists

    def _listed(self, found: ListRecord) -> str:
        ids, one = (found.roles, "role") if "without" in found.asked else (found.work, "piece of work")
        names = [self._pieces[each].name for each in found.work] + list(map(self.wording.name, found.roles))
        names = self._few(names, _IN_A_LIST)
        singular, plural, none = _LISTED[found.asked]
        if not ids:
            return none
        many = f"{one}s" if one == "role" else "pieces of work"
        told = counted(len(ids), one, many)
        if len(ids) <= _IN_A_SENTENCE or found.roles:
            return f"{told} {singular if len(ids) == 1 else plural}: {listed(names)}."
        return f"{told} {plural}."

    def _list(self, found: ListRecord) -> Section:
        pieces = [self._pieces[each] for each in found.work]
        shown = pieces if self.full else pieces[:_IN_A_LIST]
        left = len(pieces) - len(shown)
        return Section(
            heading=found.asked.replace("-", " ").capitalize(),
            note=counted(len(pieces), "piece of work", "pieces of work"),
            facts=tuple(Fact(each.name, (self._who(each),)) for each in shown),
            prose=(f"{left:,} more: --all shows them.",) if left else (),
        )

    def _who(self, piece: PieceRecord) -> str:
        """Return who is accountable for listed work, or else who has a part in it, and where that stands."""
        where = f" ({piece.file}:{piece.line})" if piece.file else ""
        if piece.accountable:
            return f"{self.wording.names(piece.accountable)}{where}"
        parts = (
            f"{IS_WHAT[part].split()[0]} is {self.wording.names(getattr(piece, part))}"
            for part in Meaning
            if getattr(piece, part)
        )
        return f"{in_words(parts) or 'nobody'}{where}"
