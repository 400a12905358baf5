"""raci alias: teach the register what people call a piece of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.completion import work_names
from raci.cli.deciding import DecidingOptions, carry_out, opened_to_change, show_answer
from raci.cli.exit_code import ExitCode  # noqa: TC001 - typer reads it
from raci.cli.found_by import found_by
from raci.cli.options import takes
from raci.cli.quotes import in_quotes, splits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.model.register import Register


@takes(DecidingOptions)
def alias(
    said: Annotated[str, typer.Argument(metavar="WORDS", help="What people say, in quotes.")],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORK",
            help="The work that they mean, by name, alias or id; needs no quotes.",
            autocompletion=work_names,
        ),
    ],
    *,
    options: DecidingOptions,
) -> ExitCode:
    """Teach the register what people call a piece of work.

    From then on who-owns finds the work by it.

    raci alias "what we cook" seasonal planning

    raci alias --diff "price list" pricing

    Only the lines that it is about change. Exit code 0: it is written, or was there before. 1: with --diff,
    there is something to change. 2: nothing was written.
    """
    from raci.decisions.alias import alias as decide
    from raci.decisions.things import Kind, thing_named
    from raci.queries.who_owns import who_owns
    from raci.views import who_owns as view

    opened = opened_to_change(options)
    _check_quotes(opened.graph.register, [said, *words], options)
    work = thing_named(opened.graph.register, " ".join(words), [Kind.WORK])
    decision = decide(opened.graph, opened.files, said, work.id, found_by(options))
    asked, language = " ".join(said.split()), opened.settings.language
    return carry_out(
        opened,
        decision,
        options,
        lambda graph: show_answer(who_owns(graph, asked, language=language), view.who_owns, options),
    )


def _check_quotes(register: Register, words: Sequence[str], options: DecidingOptions) -> None:
    """Raise CannotDecide where all but the first word name no work: more of them may be what people say."""
    from raci.decisions.decision import CannotDecide
    from raci.decisions.things import Kind, index_of

    index = index_of(register, Kind.WORK)
    if len(words) > 2 and not index.asked(" ".join(words[1:])):  # noqa: PLR2004 - the least that is typed
        known = [pair for pair in splits(words) if index.asked(pair[1])]
        pattern = 'raci alias "WORDS" WORK'
        raise CannotDecide(in_quotes("what people say", "alias", known, found_by(options), pattern))
