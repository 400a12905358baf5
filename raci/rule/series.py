"""Names of a regular register, which look alike by hundreds in one and the same way: that is told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from raci.faults.finding import Finding

SUBJECT = "series"
MOST = 10  # pairs that differ in the same words: in registers that people wrote it is three


def series_once(found: Iterable[tuple[str, str, Finding]]) -> Iterator[Finding]:
    """Yield the findings about two names each, with one that counts those of which too many are alike."""
    by_difference: defaultdict[Hashable, list[tuple[str, str, Finding]]] = defaultdict(list)
    for one, other, finding in found:
        by_difference[_difference(one, other)].append((one, other, finding))
    series = [each for alike in by_difference.values() if len(alike) > MOST for each in alike]
    for alike in by_difference.values():
        yield from (finding for *_, finding in alike if len(alike) <= MOST)
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
