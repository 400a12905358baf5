"""The sheet of roles: what each is for, who is above it, and how much work it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import SCHEMES, Meaning
from raci.text.names import counted
from raci.workbook.listing import listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.workload import Workload
    from raci.sheets.new_sheet import NewSheet
    from raci.workbook.contents import Contents, RoleLine


def roles_sheet(contents: Contents) -> NewSheet:
    """Return the sheet of the roles of a matrix."""
    scheme = SCHEMES[contents.matrix.scheme]
    meanings = [each for each in Meaning if any(each is letter.meaning for letter in scheme.letters)]
    widths = {"Role": 28, "Also called": 20}
    widths |= {"Held by": 26, "Where to ask": 20} if contents.with_people else {}
    widths |= {"Reports to": 24} | {each.capitalize(): 13 for each in meanings}
    widths |= {"Contested": 12, "What it is for": 60}
    roles = contents.columns
    rows = ([*_row(role, meanings, with_people=contents.with_people)] for role in roles)
    title = f"{counted(len(roles), 'role')}, and how many pieces of work each has a part in."
    return listing("roles", title, widths, rows)


def _row(role: RoleLine, meanings: list[Meaning], *, with_people: bool) -> Iterator[str | int]:
    yield role.name
    yield "\n".join(role.aliases)
    if with_people:
        yield "\n".join(role.people)
        yield role.contact
    yield role.reports_to
    yield from (_count(role.load, each) for each in meanings)
    yield role.load.contested
    yield role.summary


def _count(load: Workload, meaning: Meaning) -> int:
    return int(getattr(load, meaning.value))
