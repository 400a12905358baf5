"""What the options of raci settle decide, with what a person says at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.cli.as_of import day_in
from raci.cli.prompts import may_ask, picked
from raci.cli.settle_questions import completed, decision_asked
from raci.decisions.asked import area_for, overlap_or_work, owners, steps
from raci.decisions.missing import SeveralChoices
from raci.decisions.names_apart import Verdict, pair_with, say_instead, tell_apart
from raci.decisions.settle import Terms
from raci.decisions.settle import settle as agree
from raci.decisions.things import Kind, Thing, thing_named, things
from raci.errors import RaciError
from raci.text.names import in_words

if TYPE_CHECKING:
    from raci.cli.deciding import Opened
    from raci.cli.settle import SettleOptions
    from raci.decisions.decision import Decision

_NEEDED = "--accountable ROLE --because TEXT, or --distinct TEXT, or --same NAME"


class BadDecision(RaciError):
    """Options that make no decision."""


def check(options: SettleOptions) -> None:
    """Raise BadDecision for options that do not go together, BadDate for what is no day."""
    kinds = {"--accountable": options.accountable, "--distinct": options.distinct, "--same": options.same}
    given = [name for name, value in kinds.items() if value is not None]
    if len(given) > 1:
        raise BadDecision(f"{in_words(given)} are different decisions; say one of them.")
    of_agreement = {
        "--escalation": options.escalation,
        "--decided": options.decided,
        "--review": options.review,
    }
    for name, value in of_agreement.items():
        if value is not None and given in (["--distinct"], ["--same"]):
            raise BadDecision(f"{name} goes with --accountable, not with {given[0]}.")
    if options.other is not None and given == ["--accountable"]:
        raise BadDecision("--and goes with --distinct and --same, not with --accountable.")
    if options.because is not None and given == ["--distinct"]:
        raise BadDecision("--distinct says the reason itself; leave out --because.")
    if not given and not may_ask():
        raise BadDecision(f"What was decided? Say {_NEEDED}.")
    for name in ("decided", "review"):
        if (day := getattr(options, name)) is not None:
            day_in(day, f"--{name}")


def decided(opened: Opened, asked: str, options: SettleOptions, *, asks: bool = True) -> Decision:
    """Return the decision that options make; what they lack a person is asked at a terminal, if it `asks`.

    Raises CannotDecide.
    """
    language = opened.settings.language
    try:
        what = overlap_or_work(opened.graph, asked, language)
    except SeveralChoices as several:
        work = picked(several)
        what = next(each for each in things(opened.graph.register, Kind.WORK) if each.id == work)
    if options.accountable is None and options.distinct is None and options.same is None:
        options = decision_asked(opened.graph, what, options)
    if options.accountable is not None:
        return _agreed(opened, what, options, asks=asks)
    return _told_apart(opened, what, options, asks=asks)


def _agreed(opened: Opened, what: Thing, options: SettleOptions, *, asks: bool) -> Decision:
    graph, register = opened.graph, opened.graph.register
    accountable = owners(register, options.accountable or ())
    overlap: str | None = what.id
    work = what.id if what.kind is Kind.WORK else None
    if work is not None:
        try:
            overlap = area_for(graph, work)
        except SeveralChoices as several:
            overlap = picked(several)
        if isinstance(accountable, Mapping) and overlap is None and set(accountable) != {work}:
            raise BadDecision(
                f'No overlap covers "{what.name}" together with other work; say --accountable ROLE.'
            )

    def decide(said: SettleOptions) -> Decision:
        escalation, notes = steps(register, said.escalation or ())
        terms = Terms(accountable, said.because, escalation, said.decided, said.review, said.replace)
        made = agree(graph, opened.files, overlap, work, terms)
        return replace(made, notes=(*made.notes, *notes))

    return completed(decide, options) if asks else decide(options)


def _told_apart(opened: Opened, what: Thing, options: SettleOptions, *, asks: bool) -> Decision:
    graph, register, language = opened.graph, opened.graph.register, opened.settings.language
    same = options.same and thing_named(register, options.same, [Kind.WORK]).id

    def decide(said: SettleOptions) -> Decision:
        verdict = Verdict(said.distinct, same, said.because, said.replace)
        if what.kind is Kind.OVERLAP:
            return say_instead(graph, opened.files, register.overlaps[what.id], verdict)
        return tell_apart(graph, opened.files, pair, verdict)

    pair: tuple[str, ...] = ()
    if what.kind is Kind.WORK:
        other = same if same != what.id else None
        if options.other is not None:
            other = thing_named(register, options.other, [Kind.WORK]).id
        if other is None:
            try:
                pair = pair_with(graph, what.id, language)
            except SeveralChoices as several:
                other = picked(several)
        pair = pair or tuple(sorted({what.id, other or what.id}))
        if len(pair) < 2:  # noqa: PLR2004 - a pair
            raise BadDecision(f'--and names "{what.name}" itself.')
    return completed(decide, options) if asks else decide(options)
