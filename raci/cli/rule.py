"""raci rule: the manual of the lint rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import terminal
from raci.cli.completion import rules as completed
from raci.cli.exit_code import ExitCode
from raci.cli.options import OutputOptions, QuietOption, takes
from raci.cli.output import write
from raci.render.forms import Form, named

if TYPE_CHECKING:
    from raci.linter.manual import Manual


@dataclass(frozen=True)
class _ShownManual:
    """The manual, whether its list and its pages are shown, and how wide and coloured."""

    manual: Manual
    listed: bool
    pages: bool
    width: int | None
    color: bool


def _text(shown: _ShownManual) -> str:
    from raci.render import text
    from raci.views import rule as view

    manual = shown.manual
    documents = map(view.page, manual.rules) if shown.pages else [view.index(manual)]
    return "\n".join(text.render(each, width=shown.width, color=shown.color) for each in documents)


def _markdown(shown: _ShownManual) -> str:
    from raci.render import rules_markdown

    return rules_markdown.render(shown.manual, with_index=shown.listed, with_pages=shown.pages)


def _json(shown: _ShownManual) -> str:
    from raci.render import json

    return json.render(shown.manual)


_FORMS = (Form("text", _text, for_people=True), Form("markdown", _markdown), Form("json", _json))


@dataclass(frozen=True)
class PageOptions(OutputOptions):
    """How and where the manual is shown."""

    quiet: QuietOption = False


@takes(PageOptions, _FORMS)
def rule(
    rules: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE...]",
            help="Codes, beginnings of codes, or names. None: the list.",
            autocompletion=completed,
        ),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="The pages of all rules.")] = False,
    options: PageOptions,
) -> ExitCode:
    """Say what a lint rule finds, why, and what to do instead.

    Without a rule it lists them all.

    raci rule RACI201

    raci rule no-accountable RACI4

    raci rule --all --format markdown

    Exit code 0: an answer. 2: there is no such rule.
    """
    from raci.linter.manual import manual

    if rules and everything:
        raise typer.BadParameter("Name rules, or give --all, not both.")
    answer = manual(rules) if rules else manual()
    form = named(options.form, _FORMS)
    shown = _ShownManual(answer, not rules, bool(rules) or everything, *terminal(options, form))
    write(form.render(shown), options.output, for_people=form.for_people)
    return ExitCode.ANSWERED
