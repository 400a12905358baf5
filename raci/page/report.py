"""The whole of an ownership as one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.page.matrix import grid
from raci.page.overlaps import areas, finds
from raci.page.overview import numbers, register, to_settle
from raci.page.picture import picture
from raci.page.roles import cards, load
from raci.page.work import entry
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import counted
from raci.views.health import health
from raci.views.wording import Wording, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.page.matrix import Grid
    from raci.page.overlaps import Area
    from raci.page.overview import Number, Register, ToSettle
    from raci.page.picture import Picture
    from raci.page.roles import Card, Load
    from raci.page.work import Entry
    from raci.queries.matrix import MatrixRow
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.report import Report


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: an answer, and what is to be said of it, as plain strings and numbers.

    `rows` of work are grouped by area, `entries` are by its id; `example` is something to ask for. An aside
    stands beside the heading of a part that is folded.
    """

    title: str
    answer: Report
    wording: Wording
    state: str
    register: Register
    to_settle: tuple[ToSettle, ...]
    numbers: tuple[Number, ...]
    picture: Picture | None
    areas: tuple[Area, ...]
    finds: tuple[tuple[OverlapCase, str, str], ...]
    aside_of_overlaps: str
    load: Load
    cards: tuple[Card, ...]
    grid: Grid
    rows: tuple[tuple[str, tuple[MatrixRow, ...]], ...]
    entries: Mapping[str, Entry]
    aside_of_work: str
    example: str


def report(answer: Report, title: str) -> Page:
    """Return the page of an answer, under a title."""
    wording = Wording(answer.matrix.scheme, answer.roles)
    rows, overlaps = answer.matrix.rows, answer.overlaps
    return Page(
        title=title,
        answer=answer,
        wording=wording,
        state=health(answer.health).title,
        register=register(answer),
        to_settle=tuple(to_settle(answer, wording)),
        numbers=tuple(numbers(answer.health)),
        picture=picture(answer),
        areas=tuple(areas(overlaps, wording)),
        finds=tuple(finds(overlaps, wording, {row.work: row.status for row in rows})),
        aside_of_overlaps=_by_status(
            case.status
            for case in overlaps.overlaps
            if case.overlap or case.status is OverlapStatus.UNEXAMINED
        ),
        load=load(answer),
        cards=cards(answer),
        grid=grid(answer.matrix),
        rows=tuple((area or WITHOUT_AREA, tuple(of)) for area, of in groupby(rows, lambda row: row.area)),
        entries={work: entry(said, wording) for work, said in answer.answers.items()},
        aside_of_work=counted(answer.health.work, "piece", "pieces"),
        example=_example(answer),
    )


def _by_status(statuses: Iterable[OverlapStatus]) -> str:
    """Return how many there are of each status, the worst first."""
    found = sorted(Counter(statuses).items(), key=lambda each: WORST_FIRST.index(each[0]))
    return ", ".join(f"{count} {spoken(status)}" for status, count in found)


def _example(answer: Report) -> str:
    """Return the shortest name of work, of what is shared if anything is."""
    rows = [row for row in answer.matrix.rows if row.status == "settled"] or answer.matrix.rows
    return min((row.name for row in rows), key=lambda name: (len(name), name), default="")
