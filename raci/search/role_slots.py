"""Questions whose form says where a role stands: by a part of its name, or one that nobody here has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.search.role_question import About, RoleQuestion, trimmed

if TYPE_CHECKING:
    from raci.language.language import Language
    from raci.search.role_mentions import Holders
    from raci.search.role_question import Reading, Side

_LONGEST_NAME = 5  # words: what is longer and names no role is no attempt at one


class Slots:
    """The forms of questions about roles in a language."""

    def __init__(self, language: Language, holders: Holders) -> None:
        self._words, self._holders = language.questions, holders
        self._silent, self._asking = language.silent, language.asking
        self._begins = self._words.does | self._words.is_
        self._joining = self._words.either | self._words.also

    def read(self, reading: Reading) -> RoleQuestion | None:
        """Return what a question asks of the role in its place; None where there is no such place."""
        first = reading.asked[0] if reading.asked else ""
        if first in self._words.what:
            return self._what(reading)
        return self._whether(reading) if first in self._begins else None

    def _what(self, reading: Reading) -> RoleQuestion | None:
        """Return the question for the work of somebody: "what does X do"."""
        asked, said = reading.asked, self._words.duties | self._words.all_parts
        start = 2 if {*asked[1:2]} & self._begins else 1
        start, end = trimmed(asked, start, len(asked), self._silent | said)
        # Where the verb comes first, as in German, nothing needs to follow: "was macht X".
        verbs = {*asked[end:], *(self._asking & {*asked[1:start]})} & said
        if not verbs or not 0 < end - start <= _LONGEST_NAME:
            return None
        meant = self._holders.partly_called(asked[start:end])
        shaped = asked[1] in self._words.does or not verbs.isdisjoint(self._words.all_parts)
        if meant is None and (not shaped or self._is_a_clause(reading, start, end)):
            return None
        side = reading.side(start, end, meant)
        return RoleQuestion(About.WORK, (side,), tuple(asked[start:end]), self._part(verbs))

    def _whether(self, reading: Reading) -> RoleQuestion | None:
        """Return the question whether somebody has a part in work: "does X own Y", "is Y owned by X"."""
        asked = reading.asked
        ways = [at for at in range(2, len(asked)) if asked[at] in self._words.all_parts | self._asking]
        for at in ways:
            before = trimmed(asked, 1, at, self._silent)
            after = trimmed(asked, at + 1, len(asked), self._silent)
            name, work = before, after
            by = next((number for number in range(at, len(asked)) if asked[number] in self._words.by), None)
            if by is not None and asked[0] in self._words.is_:
                name, work = trimmed(asked, by + 1, len(asked), self._silent), before
            if not 0 < name[1] - name[0] <= _LONGEST_NAME or work[0] == work[1]:
                continue
            sides = self._sides(reading, *name)
            known = all(side.meant.roles for side in sides)
            if not known and (asked[at] not in self._words.all_parts or self._is_a_clause(reading, *name)):
                return None
            said, rest = tuple(asked[slice(*name)]), " ".join(asked[slice(*work)])
            every = not self._words.also.isdisjoint(said)
            return RoleQuestion(About.PART, sides, said, self._part({asked[at]}), rest, every)
        return None

    def _sides(self, reading: Reading, start: int, end: int) -> tuple[Side, ...]:
        """Return whom words name, with "or" or "and" between them, or else whom all of them name."""
        cuts = [at for at in range(start, end) if reading.asked[at] in self._joining]
        if not cuts or self._holders.called(reading.asked[start:end]):
            return (self._whom(reading, start, end),)
        spans = zip([start, *(at + 1 for at in cuts)], [*cuts, end], strict=True)
        return tuple(self._whom(reading, *trimmed(reading.asked, *span, self._silent)) for span in spans)

    def _whom(self, reading: Reading, start: int, end: int) -> Side:
        name = reading.asked[start:end]
        return reading.side(start, end, self._holders.called(name) or self._holders.partly_called(name))

    def _is_a_clause(self, reading: Reading, start: int, end: int) -> bool:
        """Return whether words are no name: some have no meaning, and are not in capitals."""
        said = zip(reading.asked[start:end], reading.typed[start:end], strict=True)
        passed_over = self._silent - self._joining - self._words.determiners
        return any(word in passed_over and not typed.isupper() for word, typed in said)

    def _part(self, said: set[str]) -> Meaning | None:
        part = self._words.part(said)
        return Meaning(part) if part else None
