"""Rank the work of a register by how well its names, ids and aliases match a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.register import Register, Work

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of work that matches, how well (0 to 1), and the words of the question that did."""

    work: str
    score: float
    matched: tuple[str, ...]


def rank(register: Register, question: str) -> tuple[Hit, ...]:
    """Return the work that the question names in whole or in part, best first, ties by id."""
    asked = _words(question)
    hits = (_hit(work, asked) for work in register.work.values())
    found = [hit for hit in hits if hit is not None]
    return tuple(sorted(found, key=lambda hit: (-hit.score, len(register.work[hit.work].name), hit.work)))


def _hit(work: Work, asked: tuple[str, ...]) -> Hit | None:
    labels = (_words(label) for label in (work.name, work.id, *work.aliases))
    score = max(_likeness(asked, label) for label in labels)
    return Hit(work.id, score, asked) if score else None


def _likeness(asked: tuple[str, ...], label: tuple[str, ...]) -> float:
    if not asked or not label:
        return 0.0
    if asked == label:
        return 1.0
    if set(asked) <= set(label):
        return round(0.5 + 0.4 * len(asked) / len(label), 2)
    if set(label) <= set(asked):
        return round(0.3 + 0.4 * len(label) / len(asked), 2)
    return 0.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(_singular(_WORD.findall(fold(text))))


def _singular(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")  # noqa: PLR2004
        yield word[:-1] if plural else word
