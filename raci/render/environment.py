"""How templates are rendered: what comes from files is escaped, and hidden characters are made visible."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from raci.text.visible import lines_to_copy, visible


def environment(package: str, folder: str = ".") -> Environment:
    """Return the environment of the templates in a package's folder: escaping, with our filters."""
    made = Environment(
        loader=PackageLoader(package, folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["source_hash"] = _source_hash
    made.filters["lines_to_copy"] = lines_to_copy
    return made


def _shown(value: Any) -> Any:
    """Return what a template shows for a value: only its own markup may hold anything it likes."""
    return value if isinstance(value, Markup) else visible(str(value))


def _source_hash(text: str) -> str:
    """Return how a content security policy names this text and no other."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
