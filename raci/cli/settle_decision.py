"""What the options of raci settle decide, with what a person says at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from raci.cli.as_of import day_in
from raci.cli.prompts import choose, may_ask, picked
from raci.cli.quotes import put_in_quotes
from raci.cli.settle_questions import (
    completed,
    owners_asked,
    rest_asked,
    sure_to_replace,
    to_be_asked,
    verdict_asked,
)
from raci.decisions.agreeing import Terms, days_in_order, is_shared, refuse_unshared
from raci.decisions.asked import (
    area_for,
    as_it_stands,
    but_for,
    covered_by,
    overlap_or_work,
    owners,
    steps,
)
from raci.decisions.decision import CannotDecide
from raci.decisions.missing import SeveralChoices
from raci.decisions.names_apart import (
    Verdict,
    looking_like,
    pair_with,
    say_instead,
    spoken_already,
    spoken_of,
    tell_apart,
)
from raci.decisions.settle import settle as agree
from raci.decisions.things import Kind, Thing, thing_chosen, thing_named
from raci.errors import RaciError
from raci.text.names import in_words

if TYPE_CHECKING:
    import typer

    from raci.cli.deciding import Opened
    from raci.cli.settle import SettleOptions
    from raci.decisions.decision import Decision
    from raci.graph.ownership import OwnershipGraph

AGREED, DISTINCT, SAME = "accountable", "distinct", "same"
_TEXTS = ("--accountable", "--because", "--escalation", "--distinct", "--same", "--and")
_NEEDED = "--accountable ROLE --because TEXT, or --distinct TEXT, or --same NAME"


class BadDecision(RaciError):
    """Options that make no decision."""


def check(options: SettleOptions) -> None:
    """Raise BadDecision for options that do not go together, BadDate for what is no day."""
    kinds = {"--accountable": options.accountable, "--distinct": options.distinct, "--same": options.same}
    given = [name for name, value in kinds.items() if value is not None]
    if options.as_is and "--accountable" not in given:
        given = ["--as-is", *given]
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
    if options.other is not None and given in (["--accountable"], ["--as-is"]):
        raise BadDecision(f"--and goes with --distinct and --same, not with {given[0]}.")
    if options.because is not None and given == ["--distinct"]:
        raise BadDecision("--distinct says the reason itself; leave out --because.")
    if not given and not may_ask():
        raise BadDecision(f"What was decided? Say {_NEEDED}.")
    for name in ("decided", "review"):
        if (day := getattr(options, name)) is not None:
            day_in(day, f"--{name}")
    days_in_order(options.decided, options.review)


def check_quotes(context: typer.Context, opened: Opened) -> None:
    """Raise BadDecision for words that lack quotes, with the command as it was meant."""

    def is_named(text: str) -> bool:
        try:
            return bool(overlap_or_work(opened.graph, text, opened.settings.language))
        except CannotDecide as error:
            return isinstance(error, SeveralChoices)

    if meant := put_in_quotes(context, _TEXTS, is_named):
        raise BadDecision(f"Put what belongs together in quotes: {meant}")


def decided(opened: Opened, asked: str, options: SettleOptions, *, asks: bool = True) -> Decision:
    """Return the decision that options make; what they lack a person is asked at a terminal, if it `asks`.

    Raises CannotDecide.
    """
    asks = asks and may_ask()
    try:
        what = overlap_or_work(opened.graph, asked, opened.settings.language, options.kind)
    except SeveralChoices as several:
        what = thing_chosen(opened.graph.register, picked(several, asks=asks))
    kind = _kind_said(options)
    if kind is None:
        kind, options = _kind_asked(opened, what, options)
    if asks:
        options = to_be_asked(options)
    return (_agreed if kind == AGREED else _told_apart)(opened, what, kind, options, asks=asks)


def _kind_said(options: SettleOptions) -> str | None:
    if options.distinct is not None or options.same is not None:
        return SAME if options.distinct is None else DISTINCT
    return AGREED if options.accountable is not None or options.as_is else None


def _kind_asked(opened: Opened, what: Thing, options: SettleOptions) -> tuple[str, SettleOptions]:
    """Return what a person says was decided, of what can be, and whether it replaces what is there.

    Raises CannotDecide where nothing can be, or nothing is to be replaced.
    """
    graph, work = opened.graph, opened.graph.register.work
    if what.kind is Kind.OVERLAP:
        overlap = graph.register.overlaps[what.id]
        alike, agreed = overlap.work if overlap.is_about_names else (), not overlap.is_about_names
    elif options.other is not None:
        alike, agreed = (what.id, thing_named(graph.register, options.other, [Kind.WORK]).id), False
    else:
        found = looking_like(graph, what.id, opened.settings.language)
        alike, agreed = (what.id, *found) if found else (), is_shared(graph, what.id)
    if not alike:
        if not agreed:
            refuse_unshared(graph, what.id)
        return AGREED, options
    if not agreed and not options.replace and (spoken := spoken_of(graph, alike)):
        sure_to_replace(spoken_already(spoken))
        options = replace(options, replace=True)
    names = in_words((work[each].name for each in alike[1:]), last="or")
    both = f"{work[alike[0]].name} and {names}"
    choices = [(DISTINCT, f"{both} are different work"), (SAME, f"{both} are one thing")]
    choices = [(AGREED, "One role is accountable"), *choices] if agreed else choices
    return choose("What was decided", choices), options


def _agreed(opened: Opened, what: Thing, _: str, options: SettleOptions, *, asks: bool) -> Decision:
    graph, register = opened.graph, opened.graph.register
    overlap: str | None = what.id
    work = what.id if what.kind is Kind.WORK else None
    if work is not None:
        try:
            overlap = area_for(graph, work)
        except SeveralChoices as several:
            overlap = picked(several, "In which overlap is it to be settled", asks=asks)
    is_asked = asks and options.accountable is None and not options.as_is
    if is_asked:
        options = owners_asked(graph, overlap, work, options)
    accountable = _owners(graph, overlap, work, options)
    left = _left_open(graph, overlap, work, accountable) if options.as_is else ()

    def decide(said: SettleOptions) -> Decision:
        escalation, notes = steps(register, said.escalation or ())
        terms = Terms(accountable, said.because, escalation, said.decided, said.review, said.replace)
        made = agree(graph, opened.files, overlap, work, terms)
        return replace(made, notes=(*made.notes, *left, *notes))

    rest = partial(rest_asked, graph, overlap, work)
    return completed(decide, options, rest, asks_rest=is_asked) if asks else decide(options)


def _owners(
    graph: OwnershipGraph, overlap: str | None, work: str | None, options: SettleOptions
) -> str | Mapping[str, str]:
    """Return who is to be accountable. Raises CannotDecide."""
    said, covered = owners(graph.register, options.accountable or ()), covered_by(graph, overlap, work)
    if isinstance(said, Mapping) and overlap is None and set(said) - {work}:
        name = graph.register.work[covered[0]].name
        raise BadDecision(f'No overlap covers "{name}" together with other work; say --accountable ROLE.')
    if options.as_is:
        said = but_for(as_it_stands(graph, overlap, work), said, covered)
    if not said:
        names = in_words(graph.register.work[each].name for each in covered)
        raise BadDecision(f"No one role is accountable for {names} today; say --accountable ROLE.")
    return said


def _left_open(
    graph: OwnershipGraph, overlap: str | None, work: str | None, accountable: str | Mapping[str, str]
) -> tuple[str, ...]:
    """Return a note on work that stays without one accountable role."""
    open_ = [each for each in covered_by(graph, overlap, work) if len(graph.accountable(each)) != 1]
    names = [graph.register.work[each].name for each in open_ if each not in accountable]
    if not names or isinstance(accountable, str):
        return ()
    return (f"No one role is accountable for {in_words(names)} today: say it with --accountable as well.",)


def _told_apart(opened: Opened, what: Thing, kind: str, options: SettleOptions, *, asks: bool) -> Decision:
    graph, register = opened.graph, opened.graph.register
    same = options.same and thing_named(register, options.same, [Kind.WORK]).id
    overlap = register.overlaps[what.id] if what.kind is Kind.OVERLAP else None
    pair = overlap.work if overlap is not None else _pair(opened, what, same, options, asks=asks)
    if asks and getattr(options, kind) is None:
        spoken = overlap or spoken_of(graph, pair)
        if spoken is not None and spoken.is_about_names and not options.replace:
            sure_to_replace(spoken_already(spoken))
            options = replace(options, replace=True)
        options = verdict_asked(graph, pair, kind, options)
        same = options.same

    def decide(said: SettleOptions) -> Decision:
        verdict = Verdict(said.distinct, same, said.because, said.replace)
        if overlap is not None:
            return say_instead(graph, opened.files, overlap, verdict)
        return tell_apart(graph, opened.files, pair, verdict)

    return completed(decide, options, lambda said: said, asks_rest=False) if asks else decide(options)


def _pair(
    opened: Opened, what: Thing, same: str | None, options: SettleOptions, *, asks: bool
) -> tuple[str, ...]:
    """Return the two pieces of work whose names a decision is about. Raises CannotDecide."""
    other = same if same != what.id else None
    if options.other is not None:
        other = thing_named(opened.graph.register, options.other, [Kind.WORK]).id
    if other is None:
        try:
            return pair_with(opened.graph, what.id, opened.settings.language)
        except SeveralChoices as several:
            other = picked(several, asks=asks)
    if other == what.id:
        raise BadDecision(f'--and names "{what.name}" itself.')
    return tuple(sorted({what.id, other}))
