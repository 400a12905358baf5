"""What roles share, as an SVG: a file of its own, or a part of a page.

Colours and places of text are attributes, so that the picture can be read where a page's style is dropped;
the classes are there for a style that overrides them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from raci.render.environment import environment
from raci.render.graph.picture import draw
from raci.render.graph.sharing import names_of_roles, shared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.queries.graph import Graph
    from raci.render.graph.picture import Picture

ROOM = 24
"""How many things are drawn: more of them are a tangle."""

_BAD, _WAIT, _GOOD, _SOFT = "#9c1f1b", "#754600", "#1a5f32", "#525d6b"
_DASHES, _DOTS = {"stroke-dasharray": "6 4"}, {"stroke-dasharray": "2 3"}
_STROKES: Mapping[str, Mapping[str, str]] = {
    "contested": {"stroke": _BAD, "stroke-width": "3"},
    "open": {"stroke": _WAIT, "stroke-width": "1.5", **_DASHES},
    "unowned": {"stroke": _BAD, "stroke-width": "1.5", **_DASHES},
    "owned": {"stroke": _SOFT, "stroke-width": "1.5", **_DOTS},
    "unowned-on-purpose": {"stroke": _SOFT, "stroke-width": "1.5", **_DOTS},
    "settled": {"stroke": _GOOD, "stroke-width": "1.5"},
}


def render(graph: Graph) -> str:
    """Return the picture as a file of its own, which loads nothing and runs nothing."""
    things = shared(graph)
    picture = draw(things[:ROOM], names_of_roles(graph))
    return _filled("file.svg.jinja", picture=picture, left_out=max(len(things) - ROOM, 0))


def drawing(picture: Picture, text: str) -> Markup:
    """Return a picture as a part of an HTML page; `text` is what it says to those who do not see it."""
    return Markup(_filled("part.svg.jinja", picture=picture, text=text))  # noqa: S704 - the template escapes


def line(status: str) -> Markup:
    """Return a line as it is drawn for a status, for a legend."""
    return Markup(_filled("line.svg.jinja", status=status))  # noqa: S704 - as above


def _filled(template: str, **values: object) -> str:
    return environment("raci.render.graph").get_template(template).render(strokes=_STROKES, **values)
