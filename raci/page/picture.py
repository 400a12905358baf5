"""The picture on the report page, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.render.graph.picture import draw
from raci.render.graph.sharing import names_of_roles, shared
from raci.render.graph.svg import ROOM, drawing, line
from raci.text.names import in_words
from raci.views.wording import if_any, with_aside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.queries.health import Health
    from raci.queries.report import Report


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture as markup, `lines` of its legend by status, and the same in words.

    `left_out` counts what there was no room for; `rows` have what is shared, how it stands and by whom.
    """

    drawing: str
    lines: Mapping[str, str]
    rows: tuple[tuple[str, str, str], ...]
    caption: str
    left_out: int


def picture(answer: Report) -> Picture | None:
    """Return the picture of what roles share, or None where they share nothing."""
    things, names = shared(answer.graph), names_of_roles(answer.graph)
    if not things:
        return None
    drawn = draw(things[:ROOM], names)
    middle = "In the middle is what several roles claim, and the areas where they meet."
    caption = f"{_contested(answer.health)}. {middle}"
    return Picture(
        drawing=drawing(drawn, f"{caption} The same follows as a table."),
        lines={status: line(status) for status in drawn.statuses},
        rows=tuple((each.name, each.note, _who(each.holds, names)) for each in things[:ROOM]),
        caption=caption,
        left_out=max(len(things) - ROOM, 0),
    )


def _who(holds: Mapping[str, str], names: Mapping[str, str]) -> str:
    return in_words(with_aside(names[role], held) for role, held in holds.items())


def _contested(health: Health) -> str:
    work, areas = health.contested, health.contested_areas
    if not work + areas:
        return "Nothing is contested"
    said = filter(None, (if_any(work, "piece of work", "pieces of work"), if_any(areas, "area")))
    return f"{in_words(said)} {'is' if work + areas == 1 else 'are'} contested"
