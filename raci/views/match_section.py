"""What who-owns tells of one piece of work: whom to ask, who has which part, and what that rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.search.ranking import NAMED
from raci.text.names import in_words
from raci.views.document import Fact, Section, facts
from raci.views.overlap_wording import NO_REASON, if_they_disagree
from raci.views.wording import few, gist, places, shortened, spoken, whom_to_ask, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.queries.records import AgreementRecord, ClaimRecord, DisagreementRecord, OverlapRecord
    from raci.queries.role_records import RoleWork
    from raci.queries.who_owns import Match
    from raci.queries.work_paths import PathRecord
    from raci.views.wording import Wording

_TENSION = 51  # characters, with its label a line of a terminal
_FEW = 4


class MatchSections:
    """Makes a section of each match: `full`, or what a screen has room for.

    `work` has the names of work by id.
    """

    def __init__(self, wording: Wording, work: Mapping[str, str], *, full: bool) -> None:
        self.wording, self._work, self._full = wording, work, full
        self._overlaps_shown: set[str] = set()

    def section(self, match: Match, patterns: Iterable[PathRecord] = ()) -> Section:
        """Return what is told of one piece of work; it has the path that was asked for by `patterns`."""
        because = (f"{each.pattern} ({each.file}:{each.line})" for each in patterns if each.work == match.id)
        note = ", ".join(filter(None, (match.kind if match.claims else "", match.area)))
        path = facts(("Path", in_words(because)))
        return Section(match.name, note, (*path, *self._who_is_what(match), *self._what_it_rests_on(match)))

    def _few(self, lines: Iterable[str]) -> tuple[str, ...]:
        told = tuple(lines)
        return told if self._full else tuple(few(told, _FEW))

    def _said(self, text: str) -> str:
        return text if self._full else gist(text)

    def _who_is_what(self, match: Match) -> Iterable[Fact]:
        if match.score < NAMED:
            yield Fact("Matched", (", ".join(match.matched),))
        if self._full and match.status not in ("owned", "unowned"):
            yield Fact("Status", (spoken(match.status),))
        yield from unowned_because(match)
        if asked := self._few(whom_to_ask(match, self.wording)):
            yield Fact("Ask", asked)
        if match.deputies:
            yield Fact("Stands in", tuple(self._deputies(match)))
        for meaning in Meaning:
            roles: tuple[str, ...] = getattr(match, meaning)
            if roles:
                label = "Besides" if meaning is Meaning.OTHER else meaning.capitalize()
                named = (self._with_its_word(role, match.letters[role], meaning) for role in roles)
                yield Fact(label, (in_words(self._few(named)),))

    def _deputies(self, match: Match) -> Iterable[str]:
        """Yield who stands in, and for whom where several are accountable."""
        for each in match.deputies:
            name = self.wording.name(each.id)
            people = (" ".join(filter(None, (one.name, one.contact))) for one in each.people)
            name += f" for {self.wording.name(each.stands_in_for)}" if len(match.accountable) > 1 else ""
            yield with_aside(name, ", ".join(filter(None, (*people, each.contact))))

    def _what_it_rests_on(self, match: Match) -> Iterable[Fact]:
        yield from self._where_it_lies(match)
        yield from self._claims_in_full(match) if self._full else self._claims_in_short(match)
        differ = (self._disagreement(each) for each in match.disagreements)
        for number, line in enumerate(self._few(differ)):
            yield Fact("" if number else "They differ", (line,))
        shown = match.overlaps if self._full else match.overlaps[:_FEW]
        for overlap in shown:
            yield Fact("Overlap", tuple(self._overlap(overlap, match)))
        if left := len(match.overlaps) - len(shown):
            yield Fact("", (f"{left} more",))
        if match.overlaps or len(match.claims) > 1:
            yield from if_they_disagree(match.escalation, self.wording, always=True)

    def _where_it_lies(self, match: Match) -> Iterable[Fact]:
        for label, lines in where_it_lies(match).items():
            yield Fact(label, self._few(lines))

    def _claims_in_full(self, match: Match) -> Iterable[Fact]:
        for number, claim in enumerate(match.claims):
            lines = filter(None, (self.wording.claim(claim), claim.summary))
            yield Fact("" if number else "Claimed by", tuple(lines))

    def _claims_in_short(self, match: Match) -> Iterable[Fact]:
        """Yield what the work is, in the words of who is accountable if there are any, and who claims it."""
        by_owner_first = sorted(match.claims, key=lambda claim: claim.role not in match.accountable)
        summary = next((claim.summary for claim in by_owner_first if claim.summary), "")
        yield from facts(("What it is", gist(summary)))
        if match.claims:
            yield Fact("Claimed by", self._few(map(self._claim, match.claims)))

    def _claim(self, claim: ClaimRecord) -> str:
        """Return who claims work and where, and as what where it is not to be accountable."""
        if self.wording.accountable in self.wording.held(claim.letters):
            return f"{self.wording.name(claim.role)} ({places([claim])})"
        return self.wording.claim(claim)

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
        if overlap.id in self._overlaps_shown:
            yield f"{overlap.name}, {overlap.status} (as above)"
            return
        self._overlaps_shown.add(overlap.id)
        agreement = overlap.agreement
        if agreement and not (self._full or self._says_something(agreement, match)):
            agreement = None
        where = "" if agreement and not self._full else f" ({places([overlap])})"
        yield f"{overlap.name}, {overlap.status}{where}"
        if overlap.tension and (self._full or overlap is match.overlaps[0]):
            tension = overlap.tension if self._full else shortened(gist(overlap.tension), _TENSION)
            yield f"Tension: {tension}"
        if overlap.distinct:
            yield f"Alike in name, distinct on purpose: {self._said(overlap.distinct)}"
        if overlap.same:
            because = f" {self._said(overlap.because)}" if overlap.because else ""
            yield f"One thing under several names; {self._work[overlap.same]} is the one to keep.{because}"
        if agreement:
            yield self._agreement(agreement, match)

    def _says_something(self, agreement: AgreementRecord, match: Match) -> bool:
        """Return whether an agreement is about who is accountable for this work, or lacks its reason."""
        return match.id in (*agreement.accountable, *agreement.unmoved) or not agreement.because

    def _agreement(self, agreement: AgreementRecord, match: Match) -> str:
        named = agreement.accountable.get(match.id)
        is_ = "is to be" if match.status == "contested" else "is"
        who = f"{self.wording.name(named)} {is_} accountable. " if named else ""
        if match.id in agreement.unmoved:
            holder = self.wording.name(agreement.unmoved[match.id])
            who = f"It moves nothing here: {holder} is accountable already. "
        because = NO_REASON if not agreement.because else agreement.because if self._full else ""
        return f"Agreement: {f'{who}{because}'.strip()} ({agreement.file}:{agreement.line})"


def where_it_lies(work: Match | RoleWork) -> dict[str, list[str]]:
    """Return the patterns and links of a piece of work, each once, by what to call them; neither if none."""
    found = {"Paths": [each.pattern for each in work.paths], "Links": [str(each) for each in work.links]}
    return {label: list(dict.fromkeys(lines)) for label, lines in found.items() if lines}


def unowned_because(match: Match) -> tuple[Fact, ...]:
    """Return why a piece of work has no owner on purpose, if anybody says so."""
    on_purpose = match.status == "unowned-on-purpose"
    return facts(("Because" if on_purpose else "Yet unowned on purpose", match.unowned_because))
