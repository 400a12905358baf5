"""What answering commands do alike: open the graph, and show the answer in the form that was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from raci.cli.output import STDOUT, colored, say, width, write
from raci.cli.ownership_data import load_register
from raci.cli.progress import doing
from raci.render.forms import FORMS, Shown, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from raci.cli.diff import DiffOptions
    from raci.cli.options import AnswerOptions, DataOptions, OutputOptions
    from raci.config import Settings
    from raci.graph.ownership import OwnershipGraph
    from raci.model.field_types import Record
    from raci.render.forms import Form
    from raci.views.document import Document

Answer = TypeVar("Answer", bound="Record")


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
    answer: Answer,
    view: Callable[[Answer], Document],
    options: AnswerOptions | DiffOptions,
    forms: Iterable[Form[Shown[Answer], str | bytes]] = FORMS,
    *,
    keep: Iterable[str],
) -> None:
    """Write `answer`, or the document that `view` makes of it, as `options` say, over no file to `keep`.

    Raises CannotWrite.
    """
    form = named(options.form, forms)
    with doing("Writing the answer", quiet=options.quiet):
        rendered = form.render(Shown(answer, lambda: view(answer), *terminal(options, form)))
    text = rendered if options.output == STDOUT or isinstance(rendered, bytes) else form.mark + rendered
    write(text, options.output, keep=keep, for_people=form.for_people)
    if not options.quiet and form.name == "text" and (meant := _meant(options.output, forms)):
        say(f"{options.output} holds text; --format {meant.name} writes {meant.called}.")


def terminal(options: OutputOptions, form: Form[Any, Any]) -> tuple[int | None, bool]:
    """Return how wide the terminal is that a form is laid out for, if any, and whether to colour."""
    if not form.for_people or options.output != STDOUT:
        return None, False
    return width(os.environ), colored(options.color, os.environ)


def laid_out(options: OutputOptions) -> bool:
    """Return whether an answer is laid out for the terminal that it goes to, and seen there."""
    return terminal(options, named(options.form, FORMS))[0] is not None


def _meant(file: str, forms: Iterable[Form[Any, Any]]) -> Form[Any, Any] | None:
    """Return the form that the name of a file promises, if it does; CSV where a workbook cannot be had."""
    forms, suffix = tuple(forms), os.path.splitext(file)[1].lower()  # noqa: PTH122
    asked = (suffix, ".csv") if suffix == ".xlsx" else (suffix,)
    return next((form for each in asked for form in forms if each in form.suffixes), None)
