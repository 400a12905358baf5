"""Names of a regular register, which look alike by hundreds in one and the same way: that is told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from raci.faults.finding import Finding

T = TypeVar("T")
Pairs = list[tuple[str, str, T]]

SUBJECT = "series"
MOST = 10  # pairs that differ in the same words: in registers that people wrote it is three


def series_apart(found: Iterable[tuple[str, str, T]]) -> tuple[Pairs[T], Pairs[T]]:
    """Return what was found about two names each: what stands for itself, and of what too much is alike."""
    by_difference: defaultdict[Hashable, Pairs[T]] = defaultdict(list)
    for one, other, each in found:
        by_difference[_difference(one, other)].append((one, other, each))
    single: Pairs[T] = []
    series: Pairs[T] = []
    for alike in by_difference.values():
        (series if len(alike) > MOST else single).extend(alike)
    return single, series


def series_once(found: Iterable[tuple[str, str, Finding]]) -> Iterator[Finding]:
    """Yield the findings about two names each, with one that counts those of which too many are alike."""
    single, series = series_apart(found)
    yield from (finding for *_, finding in single)
    if series:
        one, other, first = min(series, key=lambda each: each[2].location)
        pairs = f"{len(series):,} pairs of names differ in the same words again and again"
        yield replace(
            first,
            subject=SUBJECT,
            message=f'{pairs}, such as "{one}" and "{other}"',
            help="Ignore the rule in these files if they are made like that, or let names tell what differs.",
        )


def _difference(one: str, other: str) -> Hashable:
    """Return the words that one of two names has and the other lacks, whichever is which."""
    words, others = set(fold(one).split()), set(fold(other).split())
    return frozenset((frozenset(words - others), frozenset(others - words)))
