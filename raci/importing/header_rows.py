"""Headers of two rows: roles, and below them the people who hold them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.importing.headers import head_of, key
from raci.importing.letters import is_cross, is_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.importing.letters import Letters
    from raci.sheets.table import Cell

_LEAST = 2
_FIRST = 10  # rows in which a header may stand
_PEOPLE = frozenset({"name", "names", "person", "people", "who", "owner", "held by", "name of person"})


def without_people(
    rows: Sequence[Sequence[Cell]], letters: Letters
) -> tuple[list[Sequence[Cell]], Sequence[Cell] | None]:
    """Return rows with that emptied which names people below the roles, and it; None where no row does."""
    filled = [number for number, each in enumerate(rows) if any(cell.text for cell in each)][:_FIRST]
    for upper, lower, below in zip(filled, filled[1:], filled[2:], strict=False):
        if _names_people(rows[upper], rows[lower], rows[below], letters):
            people = rows[lower]
            empty = [replace(each, text="", comment="") for each in people]
            return [empty if number == lower else each for number, each in enumerate(rows)], people
    return list(rows), None


def _names_people(
    upper: Sequence[Cell], lower: Sequence[Cell], below: Sequence[Cell], letters: Letters
) -> bool:
    columns = [number for number, each in enumerate(below) if letters.read(each.text).codes]
    roles = [head_of(upper[each]) for each in columns]
    people = [head_of(lower[each]) for each in columns]
    first = next((number for number, each in enumerate(below) if not is_nothing(each.text)), 0)
    beside = head_of(lower[first])
    return (
        len(columns) >= _LEAST
        and first not in columns
        and (beside in ("", head_of(upper[first])) or key(beside) in _PEOPLE)
        and all(_are_names(each, letters) for each in (roles, [each for each in people if each]))
        and len([each for each in people if each]) >= _LEAST
        and roles != people
    )


def _are_names(texts: Sequence[str], letters: Letters) -> bool:
    """Return whether texts are names, and each another."""
    said = [each for each in texts if letters.read(each).codes or is_cross(each)]
    return all(texts) and len(set(texts)) == len(texts) and 2 * len(said) < len(texts)
