"""The forms of what changed: those of every answer, with Markdown for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render import forms
from raci.render.forms import Form

if TYPE_CHECKING:
    from raci.changes.records import Changes
    from raci.render.forms import Shown


def _markdown(shown: Shown[Changes]) -> str:
    from raci.render.diff import markdown

    return markdown.render(shown.answer)


_MARKDOWN: Form[Shown[Changes]] = Form("markdown", _markdown, "Markdown", (".md", ".markdown"))

FORMS: tuple[Form[Shown[Changes]], ...] = tuple(
    _MARKDOWN if each.name == _MARKDOWN.name else each for each in forms.FORMS
)
