"""A document as one HTML page that needs nothing beside it, loads nothing and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.environment import environment

if TYPE_CHECKING:
    from raci.views.document import Document


def render(document: Document) -> str:
    """Return `document` as a page of its own, style included."""
    return environment("raci.render").get_template("document.html.jinja").render(document=document)
