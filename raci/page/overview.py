"""The first view of the report page: what it shows, what is to be settled, and how much is owned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED, OverlapStatus
from raci.model.standing import Status
from raci.text.names import counted, in_words
from raci.views.health import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.health import Health
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.records import OverlapRecord
    from raci.queries.report import Report
    from raci.views.wording import Wording

_NOTHING = "—"
PAST_REVIEW = "past-review"


@dataclass(frozen=True, slots=True)
class Register:
    """What the page shows: the model that ships with raci, or these files; `sentence` says so."""

    sentence: str
    is_shipped: bool
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToSettle:
    """What is not settled, or due to be looked at again: where it is told, and who meets in it."""

    anchor: str
    name: str
    status: str
    roles: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what it counts, what else is to know of it, and how it is doing: good, wait, bad, or nothing.

    Nothing is said where there is nothing that could go wrong.
    """

    value: str
    label: str
    note: str
    mark: str


def register(answer: Report) -> Register:
    """Return what the page shows."""
    if not answer.files:
        return Register(
            "This is the model that ships with raci: recommendations from two published articles, not your "
            "company's.",
            is_shipped=True,
            files=(),
        )
    files = counted(len(answer.files), "ownership file")
    as_of = f" as of {answer.at}" if answer.at else ""
    return Register(f"Made from {files}{as_of}.", is_shipped=False, files=tuple(answer.files))


def to_settle(answer: Report, wording: Wording) -> Iterator[ToSettle]:
    """Yield what there is to settle, the worst first.

    That is contested work, work without an owner, areas that are contested or open, agreements past their
    review, and names that nobody has said to be one thing or two.
    """
    for status in (Status.CONTESTED, Status.UNOWNED):
        for row in answer.matrix.rows:
            if row.status == status:
                yield ToSettle(f"work-{row.work}", row.name, status, wording.names(row.letters))
    areas = [(case, case.overlap) for case in answer.overlaps.overlaps if case.overlap]
    for case, overlap in areas:
        if not overlap.is_about_names and case.status in NOT_SETTLED:
            yield _area(case, overlap, case.status, wording)
    for case, overlap in areas:
        review = overlap.agreement.review if overlap.agreement else None
        if review and review < answer.health.as_of:
            yield _area(case, overlap, PAST_REVIEW, wording)
    for case in answer.overlaps.overlaps:
        if case.status is OverlapStatus.UNEXAMINED:
            where = f"area-{case.declared[0]}" if case.declared else "finds"
            yield ToSettle(where, in_words(case.names), case.status, wording.names(case.roles))


def _area(case: OverlapCase, overlap: OverlapRecord, status: str, wording: Wording) -> ToSettle:
    return ToSettle(f"area-{overlap.id}", overlap.name, status, wording.names(case.sides or case.roles))


def numbers(health: Health) -> Iterator[Number]:
    """Yield how much is owned, and what is not; a dash where nothing could be otherwise."""
    whole, owned = health.work_to_own, health.with_owner
    share = f"{owned:,} of {counted(whole, 'piece of work', 'pieces of work')}"
    good = "good" if owned == whole else "bad"
    yield Number(percent(owned, whole) if whole else _NOTHING, "Have one owner", share, good if whole else "")
    lists = whole if health.roles_with_list > 1 else 0
    unsettled = health.open_tensions + health.contested_areas
    dated = health.agreements - health.agreements_without_review
    of_areas, of_dated = counted(health.areas, "area"), counted(dated, "agreement")
    for count, of, label, note, mark in (
        (health.contested, lists, "Contested", "several are accountable", "bad"),
        (health.unowned, whole, "Unowned", "nobody is accountable", "bad"),
        (unsettled, health.areas, "Open or contested", f"of {of_areas} where roles meet", "wait"),
        (
            health.agreements_past_review,
            dated,
            "Past review",
            f"of {of_dated} with a date" if dated else "no agreement has a date",
            "wait",
        ),
    ):
        yield Number(f"{count:,}" if of else _NOTHING, label, note, (mark if count else "good") if of else "")
