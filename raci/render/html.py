"""A document as one HTML page that needs nothing beside it, loads nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from raci.visible import lines_to_copy, visible

if TYPE_CHECKING:
    from raci.views.document import Document


def render(document: Document) -> str:
    """Return `document` as a page of its own, style included."""
    environment = Environment(
        loader=PackageLoader("raci.render", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["source_hash"] = _source_hash
    environment.filters["lines_to_copy"] = lines_to_copy
    return environment.get_template("document.html.jinja").render(document=document)


def _shown(value: Any) -> Any:
    """Return what the template shows for a value: only its own markup may hold anything it likes."""
    return value if isinstance(value, Markup) else visible(value)


def _source_hash(text: str) -> str:
    """Return how a content security policy names this text and no other."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
