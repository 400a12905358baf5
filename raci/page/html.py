"""The report as one HTML page that needs nothing beside it, loads nothing and sends nothing.

Its script and its style stand in it; the content security policy names both by their hashes and allows
nothing else. All that a reader may look for is in the page itself, also for one without scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.environment import environment
from raci.views.wording import spoken

if TYPE_CHECKING:
    from raci.page.report import Page


def render(page: Page) -> str:
    """Return `page` as HTML, style and script included."""
    made = environment("raci.page", "templates")
    made.filters["spoken"] = spoken
    return made.get_template("page.html.jinja").render(page=page)
