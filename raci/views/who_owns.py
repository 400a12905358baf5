"""The answer to who-owns: one sentence first, then who is what, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.search.ranking import NAMED
from raci.text.names import in_words
from raci.views.asked_roles import RolesView
from raci.views.document import Document, Fact, Section, Table, facts
from raci.views.lesson import lesson
from raci.views.overlap_wording import NO_REASON, if_they_disagree
from raci.views.whether import whether
from raci.views.wording import Wording, both, places, spoken, together, whom_to_ask, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.records import AgreementRecord, DisagreementRecord, OverlapRecord
    from raci.queries.who_owns import BestRecord, Match, WhoOwns


def who_owns(answer: WhoOwns) -> Document:
    """Return the document of an answer: the matches that answer best in full, the others by name."""
    view = _View(answer)
    return Document(
        title=view.title(),
        sections=(*view.of_roles(), *(view.section(match) for match in view.best)),
        notes=tuple(view.notes()),
        records=Table(_HEADER, tuple(view.records())),
    )


class _View:
    """An answer, with the names of its ids and the words of its letters at hand."""

    def __init__(self, answer: WhoOwns) -> None:
        self.answer = answer
        self.wording = Wording(answer.scheme, answer.roles)
        self.roles = RolesView(answer.about_roles, self.wording) if answer.about_roles else None
        self.overlaps_shown: set[str] = set()
        best = {each.id for each in answer.best}
        self.best = [match for match in answer.matches if match.id in best]
        self.others = [match for match in answer.matches if match.id not in best]

    def title(self) -> str:
        """Return the answer in one sentence."""
        answer, doubt = self.answer, "Perhaps: " if self.answer.doubtful else ""
        asked = answer.about_roles.asked if answer.about_roles else None
        if asked and asked.verdict:
            return whether(answer, asked, self._owners(), self.wording)
        of_roles = self.roles.title() if self.roles else ""
        if of_roles and not answer.best:
            return f"{doubt}{of_roles}"
        if answer.vague:
            return f'Nobody for sure: "{answer.query}" alone does not say which work is meant.'
        if not answer.best:
            return f'Nobody: nothing here answers to "{answer.query}".'
        return " ".join(filter(None, (f"{doubt}{self._owners()}", of_roles)))

    def of_roles(self) -> Iterable[Section]:
        """Return what is known of the roles that the answer is about."""
        return self.roles.sections() if self.roles else ()

    def records(self) -> Iterable[tuple[str, ...]]:
        """Return the work as rows: what answers the question, or else that of the roles it asks about."""
        if self.answer.matches or not self.roles:
            return map(self.record, self.answer.matches)
        return self.roles.records()

    def _owners(self) -> str:
        """Return who is accountable for the work that answers best."""
        if not self.answer.best:
            return ""
        return self._single() if len(self.answer.best) == 1 and self.answer.matches else self._several()

    def section(self, match: Match) -> Section:
        """Return all that is known about one piece of work."""
        note = ", ".join(filter(None, (match.kind if match.claims else "", match.area)))
        return Section(match.name, note, (*self._who_is_what(match), *self._what_it_rests_on(match)))

    def notes(self) -> Iterable[str]:
        """Yield what else could be looked at."""
        if twins := self._twins():
            yield f"Easily taken for it: {twins}."
        if self.others:
            yield f"Also: {self._by_owner((each.accountable, each.name) for each in self.others)}."
        if self.answer.more:
            yield f"{self.answer.more} more: --all shows every answer."
        yield from self.roles.notes() if self.roles else ()
        if self.answer.role is not None:
            return
        if self.answer.vague:
            yield f"Ask for one of these, or say more: {', '.join(self.answer.nearest)}."
        elif self.answer.nearest:
            yield f"The nearest that is known here: {in_words(self.answer.nearest, last='or')}."
        if self.answer.lesson is not None:
            yield lesson(self.answer.lesson)

    def record(self, match: Match) -> tuple[str, ...]:
        """Return a match as one row."""
        held = (match.accountable, match.responsible, match.consulted, match.informed)
        return (
            *(match.id, match.name, match.kind, match.area or "", match.status),
            *("; ".join(map(self.wording.name, roles)) for roles in held),
            str(match.score),
            "; ".join(match.matched),
            places(match.claims, "; "),
        )

    def _twins(self) -> str:
        listed = {match.id for match in self.answer.matches} | {each.id for each in self.answer.best}
        twins = {twin.id: twin for match in self.best for twin in match.twins if twin.id not in listed}
        return self._by_owner((twin.accountable, twin.name) for twin in twins.values())

    def _by_owner(self, owned: Iterable[tuple[tuple[str, ...], str]]) -> str:
        """Return work grouped by who is accountable, in the order in which it comes."""
        return "; ".join(
            f"{in_words(names)} ({self.wording.names(roles) or 'nobody'})"
            for roles, names in together(owned).items()
        )

    def _single(self) -> str:
        match = self.answer.matches[0]
        names = (overlap.same for overlap in match.overlaps)
        kept = next((name for name in names if name not in (None, match.id)), None)
        same = f" It is the same thing as {self.answer.work[kept]}, the name to keep." if kept else ""
        return f"{self._owner_of(match)}{same}"

    def _owner_of(self, match: Match) -> str:
        if match.status == "contested":
            claimed = set(match.accountable) <= set(self._claimants(match))
            what = f"claim {match.name}" if claimed else f"are named as accountable for {match.name}"
            return f"Nobody yet: {self.wording.names(match.accountable)} {both(match.accountable)} {what}."
        if match.status == "unowned":
            return f"Nobody yet: no role is accountable for {match.name}."
        if match.status == "unowned-on-purpose":
            return f"Nobody, on purpose: {match.name} has no owner."
        claim = self._claimants(match)
        sentence = f"{self.wording.name(match.accountable[0])} is accountable for {match.name}"
        if match.status == "settled" and len(claim) > 1:
            return f"{sentence}: {self.wording.names(claim)} {both(claim)} claim it, an agreement settles it."
        agreed = any(match.id in each.agreement.accountable for each in match.overlaps if each.agreement)
        moved = agreed and tuple(claim) != match.accountable
        return f"{sentence}, by an agreement." if moved else f"{sentence}."

    def _several(self) -> str:
        work_of = together((holder(each, self.wording), each.name) for each in self.answer.best)
        if len(work_of) > 1:
            parts = (f"{who} for {in_words(work)}" for who, work in work_of.items())
            return f"It depends which: {', '.join(parts)}."
        ((who, work),) = work_of.items()
        if who in NOBODY.values():
            return f"{who.capitalize()}: {in_words(work)}."
        return f"{who} is accountable for {in_words(work)}."

    def _claimants(self, match: Match) -> list[str]:
        """Return the roles that claim to be accountable for a piece of work."""
        wording = self.wording
        return [claim.role for claim in match.claims if wording.accountable in wording.held(claim.letters)]

    def _who_is_what(self, match: Match) -> Iterable[Fact]:
        if match.score < NAMED:
            yield Fact("Matched", (", ".join(match.matched),))
        if match.status not in ("owned", "unowned"):
            yield Fact("Status", (spoken(match.status),))
        yield from unowned_because(match)
        for meaning in Meaning:
            roles: tuple[str, ...] = getattr(match, meaning)
            if roles:
                label = "Besides" if meaning is Meaning.OTHER else meaning.capitalize()
                named = (self._with_its_word(role, match.letters[role], meaning) for role in roles)
                yield Fact(label, (in_words(named),))
        if asked := tuple(whom_to_ask(match, self.wording)):
            yield Fact("Ask", asked)

    def _what_it_rests_on(self, match: Match) -> Iterable[Fact]:
        for number, claim in enumerate(match.claims):
            lines = filter(None, (self.wording.claim(claim), claim.summary))
            yield Fact("" if number else "Claimed by", tuple(lines))
        for each in match.disagreements:
            yield Fact("They differ", (self._disagreement(each),))
        for overlap in match.overlaps:
            yield Fact("Overlap", tuple(self._overlap(overlap, match)))
        if match.overlaps or len(match.claims) > 1:
            yield from if_they_disagree(match.escalation, self.wording, always=True)

    def _with_its_word(self, role: str, letters: str, meaning: Meaning) -> str:
        """Return a role's name, with the scheme's own words for what it is where they differ."""
        held = self.wording.held(letters)
        own = [each.word for each in held if each.meaning is meaning and each.word != meaning]
        return with_aside(self.wording.name(role), in_words(own))

    def _disagreement(self, each: DisagreementRecord) -> str:
        expected, holds = self.wording.letters(each.expected), self.wording.letters(each.holds)
        sentence = f"{self.wording.name(each.by)} expects {self.wording.name(each.role)} to be {expected}"
        return f"{sentence}, which is {holds} ({each.file}:{each.line})"

    def _overlap(self, overlap: OverlapRecord, match: Match) -> Iterable[str]:
        if overlap.id in self.overlaps_shown:
            yield f"{overlap.name}, {overlap.status} (as above)"
            return
        self.overlaps_shown.add(overlap.id)
        yield f"{overlap.name}, {overlap.status} ({overlap.file}:{overlap.line})"
        if overlap.tension:
            yield f"Tension: {overlap.tension}"
        if overlap.distinct:
            yield f"Alike in name, distinct on purpose: {overlap.distinct}"
        if overlap.same:
            because = f" {overlap.because}" if overlap.because else ""
            kept = self.answer.work[overlap.same]
            yield f"One thing under several names; {kept} is the one to keep.{because}"
        if overlap.agreement:
            yield self._agreement(overlap.agreement, match)

    def _agreement(self, agreement: AgreementRecord, match: Match) -> str:
        named = agreement.accountable.get(match.id)
        is_ = "is to be" if match.status == "contested" else "is"
        who = f"{self.wording.name(named)} {is_} accountable. " if named else ""
        if match.id in agreement.unmoved:
            holder = self.wording.name(agreement.unmoved[match.id])
            who = f"It moves nothing here: {holder} is accountable already. "
        return f"Agreement: {who}{agreement.because or NO_REASON} ({agreement.file}:{agreement.line})"


def unowned_because(match: Match) -> tuple[Fact, ...]:
    """Return why a piece of work has no owner on purpose, if anybody says so."""
    on_purpose = match.status == "unowned-on-purpose"
    return facts(("Because" if on_purpose else "Yet unowned on purpose", match.unowned_because))


def holder(work: Match | BestRecord, wording: Wording) -> str:
    """Return who is accountable for a piece of work, or why nobody is, in a word or two."""
    return wording.names(work.accountable) if len(work.accountable) == 1 else NOBODY[work.status]


_HEADER = (
    *("work", "name", "kind", "area", "status"),
    *("accountable", "responsible", "consulted", "informed"),
    *("score", "matched", "claims"),
)
NOBODY = {
    "contested": "nobody yet (contested)",
    "unowned": "nobody yet",
    "unowned-on-purpose": "nobody on purpose",
}
