"""Decisions on registers of any style: what is meant is there, and only the lines that name it change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from raci.decisions.agreeing import Terms
from raci.decisions.alias import alias
from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.files import Files
from raci.decisions.names_apart import Verdict, tell_apart
from raci.decisions.rename import Renaming, rename
from raci.decisions.settle import settle
from raci.decisions.things import Kind, thing_named
from raci.editing.layout import in_brackets
from raci.errors import CannotEdit
from raci.graph.ownership import OwnershipGraph
from raci.loading.amending import amended
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.model.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn
    from raci.loading.load import Loaded

SETTLED = """
{margin}held: {{work: [Soup], agreement: {{accountable: {{Soup: buyer}}, because: So., practices: [weekly]}}}}
practices: {{weekly: {{name: Weekly}}}}
unowned: [{{name: Bread, because: Bought.}}]"""
SETTLED_IN_LINES = """
{margin}held:  # a
{margin}{margin}work: [Soup]  # b
{margin}{margin}agreement:  # c
{margin}{margin}{margin}accountable: {{Soup: buyer}}  # d
{margin}{margin}{margin}because: So.  # e
{margin}{margin}{margin}escalation:  # f
{margin}{margin}{margin}- Chef  # g
{margin}{margin}{margin}- buyer
{margin}{margin}{margin}decided: 2020-01-01  # h
{margin}{margin}{margin}# i
{margin}{margin}{margin}practices: [weekly]
practices: {{weekly: {{name: Weekly}}}}
unowned: [{{name: Bread, because: Bought.}}]"""
WORDS = st.sampled_from(["Plan: B", "it's", 'Say "x"', "yes", "2026-01-31", "🍞 Bread", "Über Maß", "a # b", "new one"])  # fmt: skip


@st.composite
def texts(draw: DrawFn) -> str:
    """Draw the same register in some style: indents, dashes, brackets, quotes, comments, line ends."""
    step, dash = draw(st.integers(2, 8)), draw(st.sampled_from([0, 2]))
    one, two, three = (" " * (step * depth) for depth in (1, 2, 3))
    item = two + " " * dash
    menu = draw(st.sampled_from(["Menu", "'Menu'", '"Menu"']))
    note = draw(st.sampled_from(["", "  # said"]))
    between = draw(st.sampled_from(["", "# between\n", "\n"]))
    brackets = draw(st.booleans())
    entry = in_brackets({"name": "Menu", "aliases": ["card"]}) if brackets else f"name: {menu}{note}"
    text = (
        f"version: 1\nroles:{note}\n{one}chef:\n{two}name: Chef{note}\n{two}deliverables:\n{item}- {entry}\n"
        f"{between}{item}- name: Soup\n{item}  with: {{Buyer: C}}{note}\n"
        f"{one}buyer:\n{two}name: Buyer\n{two}deliverables: [{{name: menu}}]{note}\n{between}"
        f"overlaps:\n{one}taste:\n{two}tension: >\n{three}Good,\n{three}or cheap?\n{two}work:\n{item}- Soup\n"
        f"{item}- {menu}{note}\n{two}sides: {{Chef: a, buyer: b}}\n"
    )
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def carried_out(text: str, decide: partial[Decision]) -> tuple[Loaded, str]:
    """Return what is read after a decision on a file, and its text."""
    file = SourceFile("a.yaml", partial(bytes, text.encode()))
    loaded = read_files([file], keep_texts=True)
    decision = decide(OwnershipGraph(loaded.whole()), Files(loaded.texts))
    after = amended([file], loaded, decision.changes, DEFAULT_LIMITS, "english")
    assert decision.keeps_meaning(loaded.register, after.loaded.whole())
    return after.loaded, after.loaded.texts["a.yaml"]


@st.composite
def decisions(draw: DrawFn) -> partial[Decision]:
    """Draw a decision of any kind."""
    word, role = draw(WORDS), draw(st.sampled_from(["chef", "buyer"]))
    old, kind = draw(
        st.sampled_from(
            [
                *[("Menu", Kind.WORK), ("soup", Kind.WORK), ("chef", Kind.ROLE), ("Buyer", Kind.ROLE)],
                *[("taste", Kind.OVERLAP), ("Weekly", Kind.PRACTICE)],
            ]
        )
    )
    keeps, new_id, replaces = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    terms = Terms(role, word, (role, word), "2026-01-31", "2026-07-31", replaces)
    of_overlap, work = draw(
        st.sampled_from([("taste", None), ("taste", "menu"), (None, "bread"), ("held", None)])
    )

    def renamed(graph: OwnershipGraph, files: Files) -> Decision:
        return rename(
            graph, files, Renaming(thing_named(graph.register, old, [kind]), old, word, keeps, new_id)
        )

    same = draw(st.sampled_from([Verdict(word, None, None, replaces), Verdict(None, "menu", word, replaces)]))
    return draw(
        st.sampled_from(
            [
                partial(renamed),
                partial(alias, words=word, work=draw(st.sampled_from(["menu", "soup", "bread"]))),
                partial(settle, overlap=of_overlap, work=work, terms=terms),
                partial(tell_apart, work=("menu", "soup"), verdict=same),
            ]
        )
    )


def hold_a_decision(text: str, decide: partial[Decision]) -> None:
    """Assert that a decision keeps its meaning, that what it says is there, and that twice is once."""
    margin = text[: text.index("chef:")].splitlines()[-1]
    for settled in (SETTLED, SETTLED_IN_LINES):
        more = settled.format(margin=margin).replace("\n", "\r\n" if "\r\n" in text else "\n")
        hold_a_decision_on(text.rstrip() + more, decide)


def hold_a_decision_on(text: str, decide: partial[Decision]) -> None:
    """Assert the same of a whole text."""
    try:
        _, after = carried_out(text, decide)
    except CannotDecide:
        return
    except CannotEdit as error:
        assert "comment" in str(error)  # noqa: PT017
        return
    assert ("\r\n" in after) is ("\r\n" in text)
    assert after.endswith("\n") is text.endswith("\n")
    assert after.count("# ") >= text.count("# ")
    if decide.func is alias or decide.keywords.get("overlap"):
        assert carried_out(after, decide)[1] == after


def kept(before: str, after: str, *named: str) -> bool:
    """Return whether all lines but those that name something stay, in their order."""
    rest = iter(after.splitlines())
    return all(line in rest for line in before.splitlines() if not any(map(line.casefold().count, named)))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(), decisions())
def test_each_kind(text: str, decide: partial[Decision]) -> None:
    """Of settle, rename and alias, into registers of any style."""
    hold_a_decision(text, decide)


relaxed = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@relaxed
@given(texts(), WORDS, st.sampled_from(["Menu", "chef", "buyer", "soup"]), st.booleans(), st.booleans())
def test_rename(text: str, new: str, old: str, keeps: bool, new_id: bool) -> None:
    """The thing has its name, the old one is an alias, and nothing else means anything else."""

    def decide(graph: OwnershipGraph, files: Files) -> Decision:
        thing = thing_named(graph.register, old, [Kind.ROLE, Kind.WORK])
        return rename(graph, files, Renaming(thing, old, new, keeps, new_id))

    loaded, after = carried_out(text, partial(decide))
    found = thing_named(loaded.register, new, [Kind.ROLE, Kind.WORK])
    assert found.name == new
    assert (old.casefold() in map(str.casefold, found.others)) is keeps
    assert (found.id == old.casefold()) is not new_id
    assert kept(text, after, old.casefold())


@relaxed
@given(texts(), WORDS)
def test_alias(text: str, words: str) -> None:
    """One more word, and all lines but that of the list stay."""
    loaded, after = carried_out(text, partial(alias, words=words, work="menu"))
    assert words in loaded.register.work["menu"].aliases
    assert kept(text, after, "[{name: menu}")


@relaxed
@given(texts(), WORDS, st.sampled_from(["chef", "buyer"]), st.sampled_from([None, "menu"]))
def test_settle(text: str, because: str, role: str, work: str | None) -> None:
    """It is settled, all lines stay, and a second time there is nothing to change."""
    decide = partial(settle, overlap="taste", work=work, terms=Terms(role, because, (role, "a, b")))
    try:
        loaded, after = carried_out(text, decide)
    except CannotDecide:
        assume(False)
    agreement = loaded.register.overlaps["taste"].agreement
    assert agreement is not None
    assert agreement.entry.because == because
    assert OwnershipGraph(loaded.register).accountable("menu") == (role,)
    assert kept(text, after)
    assert carried_out(after, decide)[1] == after
