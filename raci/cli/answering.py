"""What every answering command does with its answer: show it in the form that was asked for."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from raci.cli.options import STDOUT, AnswerOptions, Format
from raci.cli.output import colored, width, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import DataclassInstance

    from raci.views.document import Document


def show(
    answer: DataclassInstance,
    document: Callable[[], Document],
    options: AnswerOptions,
    *,
    keep: Iterable[str],
) -> None:
    """Write `answer` as JSON, or the `document` made of it in any other form, over no file to `keep`.

    Raises CannotWrite.
    """
    write(_rendered(answer, document, options), options.output, keep=keep)


def _rendered(answer: DataclassInstance, document: Callable[[], Document], options: AnswerOptions) -> str:
    # A renderer is named after its format. Each form loads what it needs and no other's.
    form = Format.JSON if options.json else options.format
    renderer = import_module(f"raci.render.{form}")
    rendered: str
    if form is Format.JSON:
        rendered = renderer.render(answer)
    elif form is Format.TEXT and options.output == STDOUT:
        columns, color = width(os.environ), colored(options.color, os.environ)
        rendered = renderer.render(document(), width=columns, color=color)
    else:
        rendered = renderer.render(document())
    return rendered
