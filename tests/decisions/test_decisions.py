"""Decisions on registers of any style: what is meant is there, and only the lines that name it change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from raci.decisions.alias import alias
from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.files import Files
from raci.decisions.rename import Renaming, rename
from raci.decisions.settle import Terms, settle
from raci.decisions.things import Kind, thing_named
from raci.editing.layout import in_brackets
from raci.graph.ownership import OwnershipGraph
from raci.loading.amending import amended
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.model.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn
    from raci.loading.load import Loaded

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


def kept(before: str, after: str, *named: str) -> bool:
    """Return whether all lines but those that name something stay, in their order."""
    rest = iter(after.splitlines())
    return all(line in rest for line in before.splitlines() if not any(map(line.casefold().count, named)))


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
