"""Reads what a question asks of roles and people, or of all work; what it does not read, is asked of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.language.language import DEFAULT, find_language
from raci.language.stems import Stems
from raci.model.limits import LONGEST_QUESTION
from raci.model.scheme import Meaning
from raci.search.role_mentions import Holders
from raci.search.role_question import About, Reading, as_read, trimmed
from raci.search.role_slots import Slots
from raci.search.status_question import status_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.model.register import Register
    from raci.search.role_mentions import Mention
    from raci.search.role_question import RoleQuestion
    from raci.search.status_question import StatusQuestion


class RoleQuestions:
    """A register, ready for questions about its roles in a language. Raises UnknownLanguage."""

    def __init__(self, register: Register, language: str = DEFAULT) -> None:
        self._language = find_language(language)
        self._words = self._language.questions
        self._holders = Holders(register, self._language, Stems(self._language))
        self._joining = self._words.either | self._words.also

    def listed(self, question: str) -> StatusQuestion | None:
        """Return what of all work or roles a question wants listed."""
        return status_question(as_read(question)[0], self._language)

    def denied(self, question: str) -> frozenset[str]:
        """Return the words by which a question asks for the contrary; one for yes or no is clear."""
        asked = as_read(question)[0]
        begins = {*asked[:1]} & (self._words.does | self._words.is_)
        return frozenset() if begins else self._words.negations.intersection(asked)

    def read(self, question: str) -> RoleQuestion | None:
        """Return what a question asks of roles or people; None where it asks for work."""
        if len(question) > LONGEST_QUESTION:
            return None
        asked, typed = as_read(question)
        mentions = self._holders.mentions(asked, typed)
        reading = Reading(asked, typed, mentions)
        slots = Slots(self._language, self._holders)
        if not mentions:
            return slots.read(reading)
        # Of two names one may be a part of a role's name.
        halves = len(mentions) == 1 and not self._words.either.isdisjoint(asked)
        in_a_slot = slots.read(reading) if halves else None
        return (
            in_a_slot
            or self._of_work_called_so(reading)
            or self._of_roles_alone(reading)
            or self._of_work(reading)
        )

    def is_a_mention(self, question: str, matched: Sequence[str]) -> bool:
        """Return whether all that matched are words of one role's name: no work is meant by two or more."""
        asked, typed = as_read(question)
        named = (asked[each.start : each.end] for each in self._holders.mentions(asked, typed))
        return any(len(name) > 1 and set(matched) <= set(name) for name in named)

    def named(self, question: str) -> frozenset[str]:
        """Return the roles that a question names in full, whatever it asks."""
        mentions = self._holders.mentions(*as_read(question))
        return frozenset(role for mention in mentions for role in mention.meant.roles)

    def in_a_title(self, question: str) -> tuple[dict[str, list[str]], int]:
        """Return the telling words of a question that are in names of roles, by role, and how many it has."""
        language = self._language
        passed_over = language.silent | language.asking | language.light
        telling = [word for word in dict.fromkeys(as_read(question)[0]) if word not in passed_over]
        return self._holders.with_words(telling), len(telling)

    def _of_roles_alone(self, reading: Reading) -> RoleQuestion | None:
        """Return a question that says nothing beside the names of roles, or what is said of a role alone."""
        left = set(reading.left(reading.mentions)) - self._language.silent - self._joining - self._words.what
        asks_who = not self._words.who.isdisjoint(reading.asked)
        if left <= self._words.duties | self._words.all_parts and not asks_who:
            return reading.question(About.WORK, reading.mentions, part=self._part(left))
        if left <= self._words.holding:
            return reading.question(About.HOLDER, reading.mentions)
        return None

    def _of_work_called_so(self, reading: Reading) -> RoleQuestion | None:
        """Return the question whether a role owns work that has the name of a role: "does Ana own buying"."""
        if len(reading.mentions) != 2 or reading.asked[0] not in self._words.does:  # noqa: PLR2004 - who and what
            return None
        who, what = reading.mentions
        between = set(reading.asked[who.end : what.start])
        if what.end < len(reading.asked) or between.isdisjoint(self._words.all_parts):
            return None
        rest = " ".join(reading.asked[what.start : what.end])
        return reading.question(About.PART, [who], part=self._part(between), rest=rest)

    def _of_work(self, reading: Reading) -> RoleQuestion | None:
        """Return a question for the part that roles have in work, or for who holds a role of some kind."""
        group, joint = self._group(reading)
        left = reading.left(group, besides=self._words.either | self._words.by)
        says_nothing = self._language.silent | self._language.asking | self._words.all_parts
        start, end = trimmed(left, 0, len(left), says_nothing)
        which = reading.asked[0] in self._words.what  # "which of Ana and Bo owns the roadmap"
        rest, every = " ".join(left[start:end]), joint in self._words.also and not which
        if self._asks_whether(reading, group, either=bool(joint) and not every):
            return reading.question(About.PART, group, part=self._part(left), rest=rest, every=every)
        before = set(reading.asked[: group[0].start])
        if before & self._words.who and before <= self._words.who | self._words.is_ | self._words.determiners:
            return reading.question(About.HOLDER, group, rest=rest)
        return None

    def _asks_whether(self, reading: Reading, group: Sequence[Mention], *, either: bool) -> bool:
        """Return whether a question is for yes or no, or for one of several, by where the names stand."""
        words, language, begins = self._words, self._language, reading.asked[0]
        before = [word for word in reading.asked[: group[0].start] if word not in words.determiners]
        after = set(reading.asked[group[-1].end :])
        ends = not after - language.silent - language.asking - words.duties
        by = bool(before) and before[-1] in words.by
        if begins not in words.does | words.is_:
            if ends and (by or (before and before[-1] in words.is_)):
                return True
            apart = not before or begins in words.what or not language.says_nothing(before[-1])
            return either and apart and (ends or not before or begins in words.what)
        if either or by or ends:
            return True
        follows = not set(before[1:]) - language.silent
        return follows and (begins in words.does or bool(after & (words.all_parts | language.asking)))

    def _group(self, reading: Reading) -> tuple[list[Mention], str]:
        """Return the names that are held against each other, or the one that counts, and what joins them."""
        asked, words = reading.asked, self._words
        begins = asked[0] in words.does | words.is_
        groups: list[tuple[list[Mention], str]] = []
        for mention in reading.mentions:
            between = asked[groups[-1][0][-1].end : mention.start] if groups else []
            joints = [word for word in between if word not in words.determiners | words.by]
            if groups and (joints[1:] == [] and self._joining.issuperset(joints)) and (joints or begins):
                groups[-1] = ([*groups[-1][0], mention], joints[0] if joints else groups[-1][1])
            else:
                groups.append(([mention], ""))
        several = [each for each in groups if len(each[0]) > 1]
        after_by = [each for each in groups if words.by & {*asked[: each[0][0].start][-2:]}]
        leads = begins and self._language.silent.issuperset(asked[: groups[0][0][0].start])
        return [*several, *after_by, groups[0 if leads else -1]][0]

    def _part(self, said: Sequence[str] | set[str]) -> Meaning | None:
        part = self._words.part(said)
        return Meaning(part) if part else None
