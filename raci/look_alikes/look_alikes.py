"""Find the pieces of work that may be one under two names, without comparing all with all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.language.language import DEFAULT, find_language
from raci.look_alikes.candidates import candidates
from raci.look_alikes.described_names import NamedWork, Names
from raci.look_alikes.likeness import ABBREVIATION, FORMS, WordMatch, evidence, matched_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.look_alikes.name_words import NameWord
    from raci.model.register import Register

LEAST = 0.45  # how sure it has to be that two names are one


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two pieces of work that may be one, and how sure that is (0 to 1).

    `called` are the names and aliases that both go by, `words` those that both names have, `alike` the
    words of the first and the second name that may mean the same. `same_subject` says that the names
    differ in nothing but words for the form.
    """

    one: str
    other: str
    score: float
    called: tuple[str, ...]
    words: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]
    same_subject: bool


def look_alikes(register: Register, language: str = DEFAULT) -> tuple[LookAlike, ...]:
    """Return the look-alikes of a register in the order of their ids. Raises UnknownLanguage."""
    names = Names(register, find_language(language))
    likely = (
        (one, other, score)
        for one, other in sorted(candidates(names))
        if (score := evidence(names[one], names[other], least=LEAST).score()) >= LEAST
    )
    return tuple(_look_alike(names[one], names[other], score) for one, other, score in likely)


def _look_alike(one: NamedWork, other: NamedWork, score: float) -> LookAlike:
    order = {word: number for number, word in enumerate(one.words)}
    matches = sorted(matched_words(one, other), key=lambda match: order[match.word])
    matched = {word for match in matches for word in (match.word, match.its)}
    return LookAlike(
        one=one.work.id,
        other=other.work.id,
        score=round(score, 2),
        called=tuple(sorted(one.called[name] for name in one.called.keys() & other.called.keys())),
        words=tuple(_spaced(match.word) for match in matches if match.word.stem == match.its.stem),
        alike=tuple(_meaning_the_same(matches)),
        same_subject=all(word.is_form for word in (*one.words, *other.words) if word not in matched),
    )


def _meaning_the_same(matches: Sequence[WordMatch]) -> Iterator[tuple[str, str]]:
    """Yield the words of two names that may mean the same, an abbreviation with all that it stands for."""
    short = [match for match in matches if match.degree == ABBREVIATION]
    if short:
        words = (dict.fromkeys(_spaced(m.word) for m in short), dict.fromkeys(_spaced(m.its) for m in short))
        yield (" ".join(words[0]), " ".join(words[1]))
    for match in matches:
        if match.word.stem != match.its.stem and match.degree not in (FORMS, ABBREVIATION):
            yield (_spaced(match.word), _spaced(match.its))


def _spaced(word: NameWord) -> str:
    return word.text.replace("_", " ")
