"""Work as lines below its areas, with what the letters are called where the scheme has words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import NOT_SETTLED
from raci.model.standing import Status
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import counted
from raci.views.document import Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from raci.model.scheme import Letter, Meaning, Scheme
    from raci.queries.records import DisagreementRecord
    from raci.queries.role_records import RoleOverlap, RoleWork
    from raci.views.wording import Wording

_NO_AREAS = "Work"


def by_area(
    work: Iterable[RoleWork], line: Callable[[RoleWork], str], *, brief: bool = False
) -> tuple[Fact, ...]:
    """Return a fact for each area, in the order of their names, with a line for each piece of work in it.

    A `brief` one has all of them in one line.
    """
    areas: dict[str, list[str]] = {}
    for each in sorted(work, key=lambda each: (each.area is None, each.area or "", each.name)):
        areas.setdefault(each.area or "", []).append(line(each))
    without = WITHOUT_AREA if len(areas) > 1 else _NO_AREAS
    return tuple(
        Fact(area or without, ("; ".join(lines),) if brief else tuple(lines)) for area, lines in areas.items()
    )


def pieces_of_work(number: int) -> str:
    """Return how many pieces of work there are."""
    return counted(number, "piece of work", "pieces of work")


def letters_meaning(scheme: Scheme, work: RoleWork, part: Meaning) -> list[Letter]:
    """Return the letters that a role holds for a piece of work and that mean `part`."""
    held = (scheme.letter(code) for code in scheme.parse([work.letters])) if work.letters else ()
    return [letter for letter in held if letter.meaning is part]


def own_words(scheme: Scheme, work: Sequence[RoleWork], part: Meaning) -> dict[str, str]:
    """Return the letters in work that mean `part`, with their words where these say something else."""
    letters = {letter for each in work for letter in letters_meaning(scheme, each, part)}
    return {each.code: each.word for each in scheme.letters if each in letters and each.word != part}


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
    order = [letter.code for letter in wording.scheme.letters]
    held: dict[str, list[str]] = {}
    for each, letters in sorted({role: work.letters, **work.others}.items()):
        held.setdefault(letters, []).append(each)
    return "; ".join(
        f"{wording.names(held[letters])} {_is(letters, wording, several=len(held[letters]) > 1)}"
        for letters in sorted(
            filter(None, held), key=lambda each: [order.index(code) for code in wording.scheme.parse([each])]
        )
    )


def _is(letters: str, wording: Wording, *, several: bool = False) -> str:
    """Return what somebody is or holds: a scheme's own words, such as "recommends", are no adjectives."""
    if _are_adjectives(letters, wording):
        return f"{'are' if several else 'is'} {wording.letters(letters)}"
    return f"{'hold' if several else 'holds'} {_spelt(letters, wording)}"


def _to_be(letters: str, wording: Wording) -> str:
    if _are_adjectives(letters, wording):
        return f"to be {wording.letters(letters)}"
    return f"to hold {_spelt(letters, wording)}"


def _are_adjectives(letters: str, wording: Wording) -> bool:
    codes = wording.scheme.parse([letters])
    return all(each.word == each.meaning for each in map(wording.scheme.letter, codes))


def _spelt(letters: str, wording: Wording) -> str:
    return f"{letters} ({wording.letters(letters)})"


def differences(found: Iterable[tuple[str, DisagreementRecord]], wording: Wording) -> tuple[Fact, ...]:
    """Return a fact for each thing that one role expects of another which does not hold, with its work."""
    sentences = {
        f"On {name}, {wording.name(each.by)} expects {wording.name(each.role)} "
        f"{_to_be(each.expected, wording)}; it {_holds(each, wording)} ({each.file}:{each.line})": None
        for name, each in found
    }
    return tuple(Fact("They differ", (sentence,)) for sentence in sentences)


def _holds(each: DisagreementRecord, wording: Wording) -> str:
    return _is(each.holds, wording) if each.holds else "has no part"


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
