"""The answer to who-owns: one sentence first, then who is what on the work, and what else is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.asked_roles import RolesView
from raci.views.document import Document, Fact, Section, Table
from raci.views.lesson import lesson
from raci.views.match_section import MatchSections
from raci.views.whether import whether
from raci.views.wording import Wording, both, few, places, together, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.queries.records import BestRecord
    from raci.queries.who_owns import Match, WhoOwns

_FEW = 4


def who_owns(answer: WhoOwns, *, full: bool = False) -> Document:
    """Return the document of an answer: what a screen has room for, or with `full` all that is known."""
    view = _View(answer, full=full)
    return Document(
        title=view.title(),
        sections=tuple(view.sections()),
        notes=tuple(view.notes()),
        records=Table(_HEADER, tuple(view.records())),
    )


class _View:
    """An answer, with the names of its ids and the words of its letters at hand."""

    def __init__(self, answer: WhoOwns, *, full: bool) -> None:
        self.answer, self.full = answer, full
        self.wording = Wording(answer.scheme, answer.roles)
        self.roles = RolesView(answer.about_roles, self.wording, full=full) if answer.about_roles else None
        best = {each.id for each in answer.best}
        self.best = [match for match in answer.matches if match.id in best]
        self.work_of = together((holder(each, self.wording), each.name) for each in answer.best)

    def title(self) -> str:
        """Return the answer in one sentence."""
        if self.answer.path is None:
            return self._of_words()
        return f"{self.answer.path.path}: {self._owners() or 'nobody, for no pattern here has it.'}"

    def _of_words(self) -> str:
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

    def records(self) -> Iterable[tuple[str, ...]]:
        """Return the work as rows: what answers the question, or else that of the roles it asks about."""
        if self.answer.matches or not self.roles:
            return map(self.record, self.answer.matches)
        return self.roles.records()

    def sections(self) -> Iterable[Section]:
        """Yield what is known of roles, who owns which work where that is more than a sentence, and the work.

        In short that is the first piece of work. Beside a list neither roles nor other work have room, and
        beside work not more than one role.
        """
        matches, full = self.answer.matches, self.full
        several = self.answer.about_roles is not None and len(self.answer.about_roles.held) > 1
        if self.roles and (full or not (self._is_list() or (several and matches))):
            yield from self.roles.sections()
        if self._is_list():
            yield self._by_owner()
        told = MatchSections(self.wording, self.answer.work, full=full)
        patterns = self.answer.path.patterns if self.answer.path else ()
        yield from (told.section(each, patterns) for each in (matches if full else matches[:1]))
        if rest := [f"{each.name} ({holder(each, self.wording)})" for each in self._one_line_each()]:
            yield Section("Also", facts=(Fact("", tuple(rest)),))

    def _one_line_each(self) -> Sequence[Match]:
        return () if self.full or self._is_list() else self.answer.matches[1:]

    def _left_out(self) -> int:
        """Return how many answers are not told of at all."""
        if self.full or not self._is_list():
            return self.answer.more
        return self.answer.more + sum(each not in self.best for each in self.answer.matches[1:])

    def notes(self) -> Iterable[str]:
        """Yield what else could be looked at."""
        if twins := self._twins():
            yield f"Easily taken for it: {twins}."
        if left := self._left_out():
            yield f"{left} more: --all shows every answer, and each in full."
        elif not self.full and not self.answer.lesson and any(match.claims for match in self.answer.matches):
            yield f"--all shows {'it' if len(self.answer.matches) == 1 else 'each'} in full."
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
        shown = self.best if self.full or len(self.answer.best) == 1 else []
        twins = {twin.id: twin for match in shown for twin in match.twins if twin.id not in listed}
        names_of = together((twin.accountable, twin.name) for twin in twins.values())
        return "; ".join(
            f"{self._few(names)} ({self.wording.names(roles) or 'nobody'})"
            for roles, names in names_of.items()
        )

    def _few(self, names: Sequence[str], last: str = "and") -> str:
        """Return names as people list them, in short the first of them and how many more there are."""
        return in_words(names if self.full else few(names, _FEW), last=last)

    def _owners(self) -> str:
        """Return who is accountable for the work that answers best."""
        if not self.answer.best:
            return ""
        return self._single() if len(self.answer.best) == 1 and self.answer.matches else self._several()

    def _is_list(self) -> bool:
        """Return whether who owns which work takes a list: it has several owners, or there is much of it."""
        return len(self.work_of) > 1 or len(self.answer.best) > _FEW

    def _several(self) -> str:
        owners = list(self.work_of)
        if len(owners) > 1:
            either = self._few(owners, last="or")
            return (
                f"{either}, depending on what is meant."
                if self.answer.doubtful
                else f"It depends which: {either}."
            )
        (who,), what = owners, f"{len(self.answer.best)} pieces of work"
        if not self._is_list():
            what = in_words(self.work_of[who])
        return (
            f"{who.capitalize()}: {what}." if who in NOBODY.values() else f"{who} is accountable for {what}."
        )

    def _by_owner(self) -> Section:
        """Return who owns which of the work that answers best, and whom to ask."""
        asked = {
            holder(match, self.wording): f"Ask {self._few(list(whom_to_ask(match, self.wording)), last='or')}"
            for match in self.best
            if match.people or match.contact
        }
        owners = [
            Fact(who, tuple(filter(None, (self._few(work), asked.get(who)))))
            for who, work in self.work_of.items()
        ]
        if not self.full and len(owners) > _FEW:
            owners[_FEW:] = [Fact("", (f"{len(owners) - _FEW} more",))]
        return Section(
            "By owner", counted(len(self.answer.best), "piece of work", "pieces of work"), tuple(owners)
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
            who = self._few(list(map(self.wording.name, match.accountable)))
            return f"Nobody yet: {who} {both(match.accountable)} {what}."
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

    def _claimants(self, match: Match) -> list[str]:
        """Return the roles that claim to be accountable for a piece of work."""
        wording = self.wording
        return [claim.role for claim in match.claims if wording.accountable in wording.held(claim.letters)]


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
