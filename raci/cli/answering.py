"""What every answering command does with its answer: show it in the form that was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from raci.cli.options import Format, OutputOptions
from raci.cli.output import STDOUT, colored, width, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from _typeshed import DataclassInstance

    from raci.views.document import Document


def show(
    answer: DataclassInstance,
    document: Callable[[], Document],
    options: OutputOptions,
    *,
    keep: Iterable[str],
) -> None:
    """Write `answer` as JSON, or the `document` made of it as text, over no file to `keep`.

    Raises CannotWrite.
    """
    write(_rendered(answer, document, options), options.file, keep=keep)


def _rendered(answer: DataclassInstance, document: Callable[[], Document], options: OutputOptions) -> str:
    if options.format is Format.JSON:
        from raci.render import json  # noqa: PLC0415 - each form loads what it needs and no other's

        return json.render(answer)
    from raci.render import text  # noqa: PLC0415

    if options.file != STDOUT:
        return text.render(document())
    columns, color = width(os.environ), colored(options.color, os.environ)
    return text.render(document(), width=columns, color=color)
