"""The whole of an ownership as one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED, OverlapKind, OverlapStatus
from raci.model.standing import Status
from raci.page.matrix import grid
from raci.page.overlaps import areas, finds
from raci.page.picture import Thing, draw
from raci.page.roles import cards, load
from raci.page.work import entry
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import counted, in_words
from raci.views.health import health, kinds_of_work, percent
from raci.views.overlap_wording import held
from raci.views.wording import Wording, if_any, spoken, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.page.matrix import Grid
    from raci.page.overlaps import Area
    from raci.page.picture import Picture
    from raci.page.roles import Card, Load
    from raci.page.work import Entry
    from raci.queries.health import Health
    from raci.queries.matrix import MatrixRow
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.records import OverlapRecord
    from raci.queries.report import Report

_ROOM = 24  # things in the picture: more of them are a tangle
_PULL = (OverlapStatus.CONTESTED, OverlapStatus.OPEN, OverlapStatus.SHARED, OverlapStatus.SETTLED)


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: an answer, and what is to be said of it, as plain strings and numbers.

    A number has what it counts, what else is to know of it, and how it is doing, in a word. Work `to_settle`
    is contested or without an owner, areas are contested or open. `rows` of work are grouped by area,
    `entries` are by its id; `example` is something to ask for.
    """

    title: str
    answer: Report
    wording: Wording
    state: str
    numbers: tuple[tuple[str, str, str, str], ...]
    work_to_settle: tuple[str, ...]
    areas_to_settle: tuple[OverlapRecord, ...]
    picture: Picture | None
    areas: tuple[Area, ...]
    finds: tuple[tuple[OverlapCase, str], ...]
    load: Load
    cards: tuple[Card, ...]
    grid: Grid
    rows: tuple[tuple[str, tuple[MatrixRow, ...]], ...]
    entries: Mapping[str, Entry]
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
        numbers=tuple(_numbers(answer.health)),
        work_to_settle=tuple(
            row.work for status in (Status.CONTESTED, Status.UNOWNED) for row in rows if row.status == status
        ),
        areas_to_settle=tuple(
            case.overlap
            for case in overlaps.overlaps
            if case.overlap and not case.overlap.is_about_names and case.status in NOT_SETTLED
        ),
        picture=_picture(answer, wording),
        areas=tuple(areas(overlaps, wording)),
        finds=tuple(finds(overlaps, wording)),
        load=load(answer),
        cards=cards(answer),
        grid=grid(answer.matrix),
        rows=tuple((area or WITHOUT_AREA, tuple(of)) for area, of in groupby(rows, lambda row: row.area)),
        entries={work: entry(said, wording) for work, said in answer.answers.items()},
        example=_example(answer),
    )


def _example(answer: Report) -> str:
    """Return the shortest name of work, of what is shared if anything is."""
    rows = [row for row in answer.matrix.rows if row.status == "settled"] or answer.matrix.rows
    return min((row.name for row in rows), key=lambda name: (len(name), name), default="")


def _numbers(health: Health) -> Iterator[tuple[str, str, str, str]]:
    whole, owned = health.work_to_own, health.with_owner
    share = percent(owned, whole) if whole else "none"
    areas = f"of {counted(health.areas, 'area')} where roles meet"
    agreements = f"of {counted(health.agreements, 'agreement')}"
    yield str(health.work), "Pieces of work", kinds_of_work(health), ""
    yield share, "Have one owner", f"{owned} of {whole}", "good" if owned == whole else "bad"
    for count, label, note, mark in (
        (health.contested, "Contested", "several are accountable", "bad"),
        (health.unowned, "Without an owner", "nobody is accountable", "bad"),
        (health.open_tensions + health.contested_areas, "Not yet settled", areas, "wait"),
        (health.agreements_past_review, "Past their review", agreements, "wait"),
    ):
        yield str(count), label, note, mark if count else "good"


def _picture(answer: Report, wording: Wording) -> Picture | None:
    """Return the picture of what roles share or contest, or None where they share nothing."""
    things = sorted(_things(answer, wording), key=lambda thing: _PULL.index(OverlapStatus(thing.status)))
    if not things:
        return None
    shown, left_out = things[:_ROOM], len(things) - _ROOM
    rows = tuple((thing.name, thing.note, _who(thing.holds, wording)) for thing in shown)
    middle = "In the middle is what several roles claim, and the areas where they meet."
    caption = f"{_contested(answer.health)}. {middle}"
    return replace(draw(shown, answer.roles), rows=rows, caption=caption, left_out=max(left_out, 0))


def _contested(health: Health) -> str:
    work, areas = health.contested, health.contested_areas
    if not work + areas:
        return "Nothing is contested"
    said = filter(None, (if_any(work, "piece of work", "pieces of work"), if_any(areas, "area")))
    return f"{in_words(said)} {'is' if work + areas == 1 else 'are'} contested"


def _things(answer: Report, wording: Wording) -> Iterator[Thing]:
    """Yield areas where roles meet, work that several claim, and work that several answer for."""
    claimed = set()
    for case in answer.overlaps.overlaps:
        if case.status not in _PULL:
            continue
        if case.overlap is not None and case.sides and not case.overlap.is_about_names:
            note = f"area, {spoken(case.status)}"
            yield Thing(case.overlap.name, case.status, note, dict.fromkeys(case.sides, ""))
        elif case.kind is OverlapKind.DUPLICATE:
            claimed.add(case.work[0])
            letters = answer.answers[case.work[0]].matches[0].letters
            yield Thing(case.names[0], case.status, f"{spoken(case.status)}: {held(case, wording)}", letters)
    for row in answer.matrix.rows:
        if row.status in ("contested", "unowned") and row.work not in claimed and row.letters:
            status = OverlapStatus.CONTESTED if row.status == "contested" else OverlapStatus.OPEN
            yield Thing(row.name, status, spoken(row.status), row.letters)


def _who(holds: Mapping[str, str], wording: Wording) -> str:
    return in_words(with_aside(wording.name(role), held) for role, held in holds.items())
