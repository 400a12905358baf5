"""The numbers of health over time: a line for each, from what to what, and whether it got better."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.text.names import counted, in_words
from raci.views.document import Column, Document, Grid, Group, Section, Table
from raci.views.health import percent, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.queries.health_series import HealthPoint, HealthSeries

_DRAWN = "▁▂▃▄▅▆▇█"
_PLAIN = "_.-:=+*#"
_GAPS = {_DRAWN: "·", _PLAIN: " "}
_WIDEST = 24  # characters of a line: no renderer has to fold it
_BETTER, _WORSE = "better", "worse"


class _Number(NamedTuple):
    """A number: its label, its field, that of which it is shown as a share, if of any, and what is better.

    `good` is 1 where more is better, -1 where less is, and 0 where neither is; `told` is what there is more
    of then, in a sentence.
    """

    label: str
    field: str
    good: int = 0
    told: str = ""
    whole: str = ""


_NUMBERS = {
    "Ownership": (
        _Number("Work to own", "work_to_own"),
        _Number("With one owner", "with_owner", 1, "of the work with one owner", "work_to_own"),
        _Number("Contested", "contested", -1, "contested"),
        _Number("Unowned", "unowned", -1, "unowned"),
    ),
    "Overlaps and agreements": (
        _Number("Open tensions", "open_tensions", -1, "open tensions"),
        _Number("Look alike", "unexamined_look_alikes", -1, "that look alike"),
        _Number("Agreements", "agreements"),
        _Number("Past review", "agreements_past_review", -1, "agreements past review"),
        _Number("No review date", "agreements_without_review", -1, "agreements without a review date"),
        _Number("No escalation", "agreements_without_escalation", -1, "agreements without escalation"),
    ),
    "Roles and their lists": (
        _Number("Roles with lists", "roles_with_list"),
        _Number("Accountable at most", "accountable_max"),
        _Number("With a summary", "claims_with_summary", 1, "of the entries with a summary", "claims"),
        _Number("With a source", "claims_with_source", 1, "of the entries with a source", "claims"),
    ),
}


def health_series(answer: HealthSeries, *, is_plain: bool = False) -> Document:
    """Return the document of an answer; `is_plain` is drawn with characters that every terminal has."""
    told = [point for point in answer.points if point.health is not None]
    first, last = told[0], told[-1]
    groups = tuple(
        Group(heading, tuple(_row(each, answer.points, is_plain=is_plain) for each in numbers))
        for heading, numbers in _NUMBERS.items()
    )
    columns = (
        Column(""),
        Column(first.day, initials="start", spare=True, number=True),
        Column("over time", spare=True),
        Column(last.day, initials="end", number=True),
        Column("change"),
    )
    grid = Grid(columns, groups, striking=frozenset({_WORSE}))
    return Document(
        title=_title(first, last),
        sections=(Section(f"At the end of each {answer.every}", grid=grid),),
        records=Table(("number", "value", "of", "as_of", "commit"), tuple(_records(told))),
    )


def _title(first: HealthPoint, last: HealthPoint) -> str:
    """Return in one line what is better now, and what is worse: of what there is more or less."""
    found: dict[str, list[str]] = {_BETTER: [], _WORSE: []}
    for number in (each for numbers in _NUMBERS.values() for each in numbers):
        if said := _judged(number, first, last):
            less = "less" if number.whole else "fewer"
            is_more = (said == _BETTER) == (number.good > 0)
            found[said].append(f"{'more' if is_more else less} {number.told}")
    told = [f"{how.capitalize()}: {in_words(each)}." for how, each in found.items() if each]
    return " ".join((f"From {first.day} to {last.day}.", *(told or ["Nothing is better or worse."])))


def _row(number: _Number, points: Sequence[HealthPoint], *, is_plain: bool) -> tuple[str, ...]:
    told = [point for point in points if point.health is not None]
    first, last = told[0], told[-1]
    line = _line([_value(number, point) for point in _spread(points)], number, _PLAIN if is_plain else _DRAWN)
    return number.label, _shown(number, first), line, _shown(number, last), _change(number, first, last)


def _value(number: _Number, point: HealthPoint) -> float | None:
    """Return the number at a time, or the share; None where there is none."""
    if point.health is None:
        return None
    part = getattr(point.health, number.field)
    if not number.whole:
        return float(part)
    whole = getattr(point.health, number.whole)
    return part / whole if whole else None


def _shown(number: _Number, point: HealthPoint) -> str:
    part = getattr(point.health, number.field)
    if not number.whole:
        return f"{part:,}"
    whole = getattr(point.health, number.whole)
    return percent(part, whole) if whole else "none"


def _change(number: _Number, first: HealthPoint, last: HealthPoint) -> str:
    """Return by how much a number has changed, and whether that is better; empty where it has not."""
    before, after = _value(number, first), _value(number, last)
    if before is None or after is None or before == after:
        return ""
    by = f"{abs(after - before):,.0f}"
    if number.whole:
        by = counted(max(round(100 * abs(after - before)), 1), "point")
    said = f"{by} {'more' if after > before else 'less'}"
    return ", ".join(filter(None, (said, _judged(number, first, last))))


def _judged(number: _Number, first: HealthPoint, last: HealthPoint) -> str:
    """Return whether a number is better or worse than it was, or nothing."""
    before, after = _value(number, first), _value(number, last)
    if before is None or after is None or before == after or not number.good:
        return ""
    return _BETTER if (after > before) == (number.good > 0) else _WORSE


def _spread(points: Sequence[HealthPoint]) -> Sequence[HealthPoint]:
    """Return as many points as a line has room for, evenly spread, the first and the last among them."""
    count = min(len(points), _WIDEST)
    return [points[number * (len(points) - 1) // max(count - 1, 1)] for number in range(count)]


def _line(values: Sequence[float | None], number: _Number, levels: str) -> str:
    """Return values as a line of characters, from nothing to the highest of them, or to all of a share."""
    most = 1.0 if number.whole else max((each for each in values if each is not None), default=0.0)
    top = len(levels) - 1
    return "".join(
        _GAPS[levels] if each is None else levels[round(each / most * top) if most else 0] for each in values
    )


def _records(points: Iterable[HealthPoint]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of `raci health --format csv` at each time, with the commit."""
    for point in points:
        if point.health is not None:
            yield from ((*row, point.commit) for row in rows_of(point.health))
