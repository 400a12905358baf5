"""raci rule: the manual of the lint rules."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.options import OutputOptions, QuietOption, takes
from raci.cli.output import STDOUT, colored, width, write

if TYPE_CHECKING:
    from raci.linter.manual import Manual


class PageFormat(StrEnum):
    """The forms that the manual comes in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True)
class PageOptions(OutputOptions):
    """How and where the manual is shown."""

    format: Annotated[PageFormat, typer.Option("--format", "-f", help="Form of the answer.")] = (
        PageFormat.TEXT
    )
    quiet: QuietOption = False


@takes(PageOptions)
def rule(
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RULE...]", help="Codes, beginnings of codes, or names. None: the list."),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="The pages of all rules.")] = False,
    options: PageOptions,
) -> ExitCode:
    """Say what a lint rule finds, why, and what to do instead; without a rule, list them all.

    raci rule RACI201

    raci rule no-accountable RACI4

    raci rule --all --format markdown

    Exit code 0: an answer. 2: there is no such rule.
    """
    from raci.linter.manual import manual

    if rules and everything:
        raise typer.BadParameter("Name rules, or give --all, not both.")
    answer = manual(rules) if rules else manual()
    write(_rendered(answer, options, listed=not rules, pages=bool(rules) or everything), options.output)
    return ExitCode.ANSWERED


def _rendered(answer: Manual, options: PageOptions, *, listed: bool, pages: bool) -> str:
    # Each form loads what it needs and no other's.
    form = PageFormat.JSON if options.json else options.format
    if form is PageFormat.JSON:
        from raci.render import json

        return json.render(answer)
    if form is PageFormat.MARKDOWN:
        from raci.render import rules_markdown

        return rules_markdown.render(answer, with_index=listed, with_pages=pages)
    from raci.render import text
    from raci.views import rule as view

    documents = map(view.page, answer.rules) if pages else [view.index(answer)]
    if options.output != STDOUT:
        return "\n".join(map(text.render, documents))
    columns, color = width(os.environ), colored(options.color, os.environ)
    return "\n".join(text.render(each, width=columns, color=color) for each in documents)
