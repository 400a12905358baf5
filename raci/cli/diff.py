"""raci diff: what changed in meaning between two states of the ownership files, and whom to ask and tell."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import asking, show
from raci.cli.exit_code import ExitCode
from raci.cli.options import DataOptions, OutputOptions, takes
from raci.cli.output import say
from raci.render.diff.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.changes.records import Changes
    from raci.cli.diff_side import Side


@dataclass(frozen=True)
class DiffOptions(OutputOptions, DataOptions):
    """How and where an answer is shown, and which files of a revision are compared."""


_BeforeArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="A", help="A revision, a path, or A...B: from where they parted. HEAD, if left out."
    ),
]
_AfterArgument = Annotated[
    str | None,
    typer.Argument(metavar="B", help="A revision or a path. The files as they lie here, if left out."),
]
_AllOption = Annotated[bool, typer.Option("--all", help="Every change, texts as well.")]
_ExitCodeOption = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 1 if anything changed in meaning.")
]

_FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="POLICY,…",
        help="Exit with 1 if a change leaves work contested or unowned, or is of a kind that is named; "
        "may be repeated.",
    ),
]
_NEAR = 4  # policies that are offered in place of one that is none


@takes(DiffOptions, FORMS)
def diff(
    before: _BeforeArgument = None,
    after: _AfterArgument = None,
    *,
    every: _AllOption = False,
    exit_code: _ExitCodeOption = False,
    fail_on: _FailOnOption = None,
    options: DiffOptions,
) -> ExitCode:
    """Say what changed in meaning, whom to ask, and whom to tell.

    Order of files, entries and letters is no change. A path is an ownership file, a folder, or a table that
    can be imported. What is a revision as well is the revision, and ./NAME the path.

    raci diff

    raci diff main...HEAD --format markdown

    raci diff main...HEAD --fail-on contested,unowned

    raci diff v1.2 v1.3 --data ownership/

    raci diff matrix.xlsx ownership/

    Exit code 0: an answer, also that nothing changed. 1: with --exit-code, something did; with --fail-on,
    something that is named there. 2: no answer could be given: a side cannot be read.
    """
    from raci.cli.diff_sides import two_sides
    from raci.views import diff as view

    policies = _policies(fail_on)
    first, second = two_sides(before, after, options, os.environ)
    with asking(options):
        answer = _compared(first, second)
    at_first = view.at_first if options.form == "text" else view.diff
    view_of = view.in_full if every else at_first
    show(answer, view_of, options, FORMS, keep=(*first.files, *second.files))
    fails = _say_what_fails(policies, answer, first, second) or (exit_code and answer.changes)
    return ExitCode.NEGATIVE if fails else ExitCode.ANSWERED


def _policies(listed: list[str] | None) -> list[str]:
    """Return the policies that are listed. Raises typer.BadParameter for what is none."""
    if not listed:
        return []
    from raci.changes.policies import POLICIES
    from raci.text.names import in_words, nearest

    policies = [each.strip() for words in listed for each in words.split(",")]
    for each in policies:
        if each not in POLICIES:
            near = nearest(each, POLICIES, limit=_NEAR, at_least=60)
            known = f"Did you mean {in_words(near, last='or')}?" if near else f"Known: {', '.join(POLICIES)}."
            told = f'"{each}" is no policy and no kind of change. {known}'
            raise typer.BadParameter(told, param_hint="--fail-on")
    return policies


def _say_what_fails(policies: Iterable[str], answer: Changes, first: Side, second: Side) -> bool:
    """Say on standard error which changes the policies do not let pass; return whether there are any."""
    from raci.changes.policies import against
    from raci.views.changes_wording import place_of

    fails = False
    for policy in policies:
        for change in against(policy, answer.changes, first.graph, second.graph):
            fails = True
            say(f"raci: {policy}: {change.sentence} ({place_of(change)})")
    return fails


def _compared(first: Side, second: Side) -> Changes:
    from raci.changes.changes import changes_between

    tables = first.cells is not None or second.cells is not None
    names, errors = (first.name, second.name), (first.errors, second.errors)
    if not tables:
        return changes_between(first.graph, second.graph, names, errors=errors)
    from raci.cli.table_side import with_cells

    answer = changes_between(first.graph, second.graph, names, letters_only=True)
    changes = tuple(with_cells(each, first.cells, second.cells, names) for each in answer.changes)
    return replace(answer, changes=changes)
