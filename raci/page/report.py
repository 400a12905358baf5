"""The whole of an ownership as one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED, OverlapKind, OverlapStatus
from raci.model.standing import Status
from raci.page.matrix import grid
from raci.page.overlaps import OverlapsOfPage
from raci.page.parts import Number, Page
from raci.page.picture import Thing, draw
from raci.page.roles import cards, load
from raci.page.work import area_link, entries, spoken, work_link
from raci.text.names import counted, in_words
from raci.views.health import health, percent
from raci.views.overlap_wording import held
from raci.views.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.page.parts import Link
    from raci.page.picture import Picture
    from raci.queries.health import Health
    from raci.queries.report import Report

_ROOM = 24  # things in the picture: more of them are a tangle
_PULL = (OverlapStatus.CONTESTED, OverlapStatus.OPEN, OverlapStatus.SHARED, OverlapStatus.SETTLED)


def report(answer: Report, title: str) -> Page:
    """Return the page of an answer, under a title."""
    overlaps = OverlapsOfPage(answer)
    return Page(
        title=title,
        state=health(answer.health).title,
        as_of=answer.health.as_of,
        numbers=tuple(_numbers(answer.health)),
        to_settle=tuple(_to_settle(answer)),
        picture=_picture(answer),
        areas=overlaps.areas(),
        finds=overlaps.finds(),
        load=load(answer),
        cards=cards(answer),
        grid=grid(answer),
        entries=entries(answer),
        silent=answer.silent,
        example=_example(answer),
    )


def _example(answer: Report) -> str:
    """Return the shortest name of work, of what is shared if anything is."""
    rows = [row for row in answer.matrix.rows if row.status == "settled"] or answer.matrix.rows
    return min((row.name for row in rows), key=lambda name: (len(name), name), default="")


def _numbers(health: Health) -> Iterable[Number]:
    whole = health.work_to_own
    share = percent(health.with_owner, whole) if whole else "none"
    complete = health.with_owner == whole
    kinds = f"{counted(health.responsibilities, 'responsibility', 'responsibilities')}, "
    kinds += counted(health.deliverables, "deliverable")
    yield Number(str(health.work), "Pieces of work", kinds)
    owned = f"{health.with_owner} of {whole}"
    yield Number(share, "Have one owner", owned, "good" if complete else "bad")
    yield Number(str(health.contested), "Contested", "several are accountable", _mark(health.contested))
    yield Number(str(health.unowned), "Without an owner", "nobody is accountable", _mark(health.unowned))
    open_ = health.open_tensions + health.contested_areas
    areas = f"of {counted(health.areas, 'area')} where roles meet"
    yield Number(str(open_), "Not yet settled", areas, "wait" if open_ else "good")
    past = health.agreements_past_review
    agreements = f"of {counted(health.agreements, 'agreement')}"
    yield Number(str(past), "Past their review", agreements, "wait" if past else "good")


def _to_settle(answer: Report) -> Iterable[Link]:
    """Yield the work and then the areas where somebody has to act, the worst first."""
    for status in (Status.CONTESTED, Status.UNOWNED):
        yield from (work_link(answer, row.work) for row in answer.matrix.rows if row.status == status)
    for case in answer.overlaps.overlaps:
        if case.overlap is None or case.overlap.is_about_names:
            continue
        if case.status in NOT_SETTLED:
            yield area_link(answer, case.overlap.id, case.status)


def _mark(count: int) -> str:
    return "bad" if count else "good"


def _picture(answer: Report) -> Picture | None:
    """Return the picture of what roles share or contest, or None where they share nothing."""
    things = sorted(_things(answer), key=lambda thing: _PULL.index(OverlapStatus(thing.status)))
    if not things:
        return None
    shown, left_out = things[:_ROOM], len(things) - _ROOM
    drawn = draw(shown, answer.roles)
    rows = tuple((thing.name, thing.note, _who(thing.holds, answer.roles)) for thing in shown)
    middle = "In the middle is what several roles claim, and the areas where they meet."
    caption = f"{_contested(answer.health)}. {middle}"
    return replace(drawn, rows=rows, caption=caption, left_out=max(left_out, 0))


def _contested(health: Health) -> str:
    work, areas = health.contested, health.contested_areas
    said = [counted(work, "piece of work", "pieces of work")] if work else []
    said += [counted(areas, "area")] if areas else []
    if not said:
        return "Nothing is contested"
    return f"{in_words(said)} {'is' if work + areas == 1 else 'are'} contested"


def _things(answer: Report) -> Iterable[Thing]:
    """Yield areas where roles meet, work that several claim, and work that several answer for."""
    wording = Wording(answer.matrix.scheme, answer.roles)
    claimed = set()
    for case in answer.overlaps.overlaps:
        if case.status not in _PULL or (case.overlap is not None and case.overlap.is_about_names):
            continue
        if case.kind is OverlapKind.DECLARED and case.overlap is not None and case.sides:
            note = f"area, {spoken(case.status)}"
            yield Thing(case.overlap.name, case.status, note, dict.fromkeys(case.sides, ""))
        elif case.kind is OverlapKind.DUPLICATE:
            claimed.add(case.work[0])
            letters = dict(answer.answers[case.work[0]].matches[0].letters)
            note = f"{spoken(case.status)}: {held(case, wording)}"
            yield Thing(case.names[0], case.status, note, letters)
    for row in answer.matrix.rows:
        if row.status in ("contested", "unowned") and row.work not in claimed and row.letters:
            status = OverlapStatus.CONTESTED if row.status == "contested" else OverlapStatus.OPEN
            yield Thing(row.name, status, spoken(row.status), row.letters)


def _who(holds: Mapping[str, str], names: Mapping[str, str]) -> str:
    return in_words(f"{names[role]} ({held})" if held else names[role] for role, held in holds.items())
