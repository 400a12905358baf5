"""The forms of a graph: those of every answer, and drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render import forms
from raci.render.forms import Form

if TYPE_CHECKING:
    from raci.queries.graph import Graph
    from raci.render.forms import Shown


def _mermaid(shown: Shown[Graph]) -> str:
    from raci.render.graph import mermaid

    return mermaid.render(shown.answer)


def _dot(shown: Shown[Graph]) -> str:
    from raci.render.graph import dot

    return dot.render(shown.answer)


def _graphml(shown: Shown[Graph]) -> str:
    from raci.render.graph import graphml

    return graphml.render(shown.answer)


def _svg(shown: Shown[Graph]) -> str:
    from raci.render.graph import svg

    return svg.render(shown.answer)


FORMS: tuple[Form[Shown[Graph]], ...] = (
    *forms.FORMS,
    Form("mermaid", _mermaid, "Mermaid", (".mmd", ".mermaid")),
    Form("dot", _dot, "DOT", (".dot", ".gv")),
    Form("graphml", _graphml, "GraphML", (".graphml",)),
    Form("svg", _svg, "SVG", (".svg",)),
)
