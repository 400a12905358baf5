"""What is told of the work of a role: its lines below their areas, who is what in it, and who differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED
from raci.model.standing import Status
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import by_name, counted
from raci.views.document import Fact, facts
from raci.views.wording import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raci.queries.records import DisagreementRecord
    from raci.queries.role_records import RoleOverlap, RoleWork
    from raci.views.wording import Wording

_NO_AREAS = "Work"
_IS, _ARE, _TO_BE = ("is", "holds"), ("are", "hold"), ("to be", "to hold")


def by_area(
    work: Iterable[RoleWork], line: Callable[[RoleWork], str], *, brief: bool = False
) -> tuple[Fact, ...]:
    """Return a fact for each area, in the order of their names, with a line for each piece of work in it.

    A `brief` one has all of them in one line.
    """
    in_order = sorted(
        work, key=lambda each: (each.area is None, by_name(each.area or ""), by_name(each.name))
    )
    areas = together((each.area or "", line(each)) for each in in_order)
    without = WITHOUT_AREA if len(areas) > 1 else _NO_AREAS
    return tuple(
        Fact(area or without, ("; ".join(lines),) if brief else tuple(lines)) for area, lines in areas.items()
    )


def pieces_of_work(number: int) -> str:
    """Return how many pieces of work there are."""
    return counted(number, "piece of work", "pieces of work")


def who_is_accountable(work: RoleWork, wording: Wording) -> str:
    """Return who is accountable for a piece of work, in few words."""
    names = wording.names(work.accountable)
    if work.status == Status.CONTESTED:
        return f"contested: {names}"
    if work.by_agreement:
        return f"{names}, by an agreement"
    return names or ("nobody, on purpose" if work.status == Status.UNOWNED_ON_PURPOSE else "nobody")


def who_is_what(work: RoleWork, role: str, wording: Wording) -> str:
    """Return what `role` and all others are in a piece of work, those who are the same together."""
    everybody = sorted({role: work.letters, **work.others}.items(), key=lambda each: by_name(each[0]))
    held = together((letters, each) for each, letters in everybody if letters)
    place = wording.scheme.letters.index
    in_order = sorted(held, key=lambda letters: [place(each) for each in wording.held(letters)])
    return "; ".join(
        f"{wording.names(held[letters])} {_is(letters, wording, _ARE if len(held[letters]) > 1 else _IS)}"
        for letters in in_order
    )


def _is(letters: str, wording: Wording, verbs: tuple[str, str]) -> str:
    """Return what somebody is or holds: a scheme's own words, such as "recommends", are no adjectives."""
    be, hold = verbs
    words = wording.letters(letters)
    if all(each.word == each.meaning for each in wording.held(letters)):
        return f"{be} {words}"
    return f"{hold} {letters} ({words})"


def differences(found: Iterable[tuple[str, DisagreementRecord]], wording: Wording) -> tuple[Fact, ...]:
    """Return a fact for each thing that one role expects of another which does not hold, with its work."""
    sentences = (
        f"On {name}, {wording.name(each.by)} expects {wording.name(each.role)} "
        f"{_is(each.expected, wording, _TO_BE)}; "
        f"it {_is(each.holds, wording, _IS) if each.holds else 'has no part'} ({each.file}:{each.line})"
        for name, each in found
    )
    return facts(*(("They differ", sentence) for sentence in dict.fromkeys(sentences)))


def areas_not_settled(overlaps: Sequence[RoleOverlap], meeting: str) -> str:
    """Return the end of a sentence: how many of the areas where `meeting` takes place are not settled."""
    areas = [each.overlap.status for each in overlaps if not each.overlap.is_about_names]
    if not areas:
        return ""
    open_ = sum(status in NOT_SETTLED for status in areas)
    if len(areas) == 1:
        return f"; the area where {meeting} is {'not settled' if open_ else 'settled'}"
    if not open_:
        return f"; the {len(areas)} areas where {meeting} are settled"
    are = "is" if open_ == 1 else "are"
    return f"; {open_} of the {len(areas)} areas where {meeting} {are} not settled"
