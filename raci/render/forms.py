"""The forms of an answer: what each is called, how its files end, and what makes it.

Each loads what it needs and no other's: JSON waits for no template, and a pipe for no terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from typing_extensions import TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.model.field_types import Record
    from raci.views.document import Document

Answer_co = TypeVar("Answer_co", covariant=True)
Shown_contra = TypeVar("Shown_contra", contravariant=True)
Made_co = TypeVar("Made_co", covariant=True, default=str)


@dataclass(frozen=True)
class Form(Generic[Shown_contra, Made_co]):
    """A form of output: its name on the command line, and what makes a text of what is to be shown, or bytes.

    `called` is what people call it, `suffixes` is how the names of its files end, `mark` what its files
    begin with that a pipe does without. One that is `for_people` is laid out for the terminal it goes to.
    """

    name: str
    render: Callable[[Shown_contra], Made_co]
    called: str = ""
    suffixes: tuple[str, ...] = ()
    mark: str = ""
    for_people: bool = False


@dataclass(frozen=True)
class Shown(Generic[Answer_co]):
    """An answer, what makes a document of it, how wide its terminal is, if it has one, whether to colour."""

    answer: Answer_co
    document: Callable[[], Document]
    width: int | None = None
    color: bool = False


def named(name: str, forms: Iterable[Form[Shown_contra, Made_co]]) -> Form[Shown_contra, Made_co]:
    """Return the form of this name."""
    return next(form for form in forms if form.name == name)


def _text(shown: Shown[object]) -> str:
    from raci.render import text

    return text.render(shown.document(), width=shown.width, color=shown.color)


def _json(shown: Shown[Record]) -> str:
    from raci.render import json

    return json.render(shown.answer)


def _markdown(shown: Shown[object]) -> str:
    from raci.render import markdown

    return markdown.render(shown.document())


def _html(shown: Shown[object]) -> str:
    from raci.render import html

    return html.render(shown.document())


def _csv(shown: Shown[object]) -> str:
    from raci.render import csv

    return csv.render(shown.document())


FORMS: tuple[Form[Shown[Record]], ...] = (
    Form("text", _text, for_people=True),
    Form("json", _json, "JSON", (".json",)),
    Form("markdown", _markdown, "Markdown", (".md", ".markdown")),
    Form("html", _html, "HTML", (".html", ".htm")),
    # Excel takes a CSV file without this mark for one in the code page of the machine.
    Form("csv", _csv, "CSV", (".csv",), mark="\ufeff"),
)
