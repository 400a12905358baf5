"""What answering commands do alike: open the register, and show the answer in the form that was asked for."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from raci.cli.options import Format
from raci.cli.output import STDOUT, colored, say, width, write
from raci.cli.ownership_data import load_register
from raci.cli.progress import doing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from _typeshed import DataclassInstance

    from raci.cli.options import DataOptions, QuestionOptions
    from raci.config import Settings
    from raci.graph.ownership import OwnershipGraph
    from raci.views.document import Document

Answer = TypeVar("Answer", bound="DataclassInstance")

# The renderers that take the answer itself; all others take the document made of it.
_DRAWN = frozenset({"mermaid", "dot", "graphml"})
_OF_ANSWERS = {"json", *_DRAWN}
# How people end the names of files of a form, and what they call it.
_NAMED = {
    ".json": ("json", "JSON"),
    ".md": ("markdown", "Markdown"),
    ".markdown": ("markdown", "Markdown"),
    ".html": ("html", "HTML"),
    ".htm": ("html", "HTML"),
    ".csv": ("csv", "CSV"),
    ".mmd": ("mermaid", "Mermaid"),
    ".mermaid": ("mermaid", "Mermaid"),
    ".dot": ("dot", "DOT"),
    ".gv": ("dot", "DOT"),
    ".graphml": ("graphml", "GraphML"),
}


def opened(options: DataOptions) -> tuple[OwnershipGraph, Settings]:
    """Return the graph to ask, and the settings. Raises what loading raises."""
    from raci.graph.ownership import OwnershipGraph

    register, settings = load_register(options, os.environ)
    with asking(options):
        return OwnershipGraph(register), settings


def asking(options: DataOptions) -> AbstractContextManager[None]:
    """Return what says on a terminal that an answer is looked for, as long as that takes."""
    return doing("Looking for the answer", quiet=options.quiet)


def show(
    answer: Answer, view: Callable[[Answer], Document], options: QuestionOptions, *, keep: Iterable[str]
) -> None:
    """Write `answer`, or the document that `view` makes of it, as `options` say, over no file to `keep`.

    Raises CannotWrite.
    """
    with doing("Writing the answer", quiet=options.quiet):
        rendered = _rendered(answer, lambda: view(answer), options)
    write(rendered, options.output, keep=keep)
    if not options.quiet and (note := _misnamed(options)):
        say(note)


def _misnamed(options: QuestionOptions) -> str:
    """Return how to get what the name of a file promises that holds text, if the command has that form."""
    form, name = _NAMED.get(os.path.splitext(options.output)[1].lower(), ("", ""))  # noqa: PTH122
    if options.json or options.format != Format.TEXT or form not in list(type(options.format)):
        return ""
    return f"{options.output} holds text; --format {form} writes {name}."


def _rendered(answer: DataclassInstance, document: Callable[[], Document], options: QuestionOptions) -> str:
    # A renderer is named after its format. Each form loads what it needs and no other's.
    form = Format.JSON if options.json else options.format
    renderer = import_module(f"raci.render.graph.{form}" if form in _DRAWN else f"raci.render.{form}")
    rendered: str
    if form in _OF_ANSWERS:
        rendered = renderer.render(answer)
    elif form == Format.TEXT and options.output == STDOUT:
        columns, color = width(os.environ), colored(options.color, os.environ)
        rendered = renderer.render(document(), width=columns, color=color)
    else:
        rendered = renderer.render(document())
    return rendered
