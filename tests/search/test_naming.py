"""A name typed as it is written is that work alone, whatever its signs."""

from __future__ import annotations

import pytest
from raci.search.ranking import NAMED, Search

from conftest import register_of


def named(question: str, *names: str) -> list[str]:
    """Return the names of the work that a question names with certainty."""
    listed = ", ".join(f'{{name: "{name}", id: work-{at}}}' for at, name in enumerate(names))
    register = register_of(f"version: 1\nroles: {{a: {{name: A, deliverables: [{listed}]}}}}")
    hits = Search(register).rank(question)
    return [register.work[hit.work].name for hit in hits if hit.score == NAMED]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("C", ("C", "C++", "C#")),
        ("C++", ("C++", "C", "C#")),
        ("who owns C++?", ("C++", "C", "C#")),
        ('who owns "C#"?', ("C#", "C", "C++")),
        (".net", (".NET", "NET")),
        ("net", ("NET", ".NET")),
        ("R&D", ("R&D", "RD", "D")),
        ("who does the Q&A?", ("Q&A", "QA")),
        ("24/7", ("24/7", "247", "24")),
        ("who are we?", ("Who Are We?", "Bread")),
        ("go!", ("Go!", "Go")),
        ("???", ("???", "!!!")),
        ("who owns +++", ("+++", "!!!")),
    ],
)
def test_a_name_is_that_work_alone_whatever_its_signs(question: str, names: tuple[str, ...]) -> None:
    """Others that only signs tell from it are not named, and the order of the register does not matter."""
    assert named(question, *names) == [names[0]]
    assert named(question, *reversed(names)) == [names[0]]


def test_without_its_signs_a_name_may_be_any() -> None:
    """C may be both where neither is written so; and a mark alone asks for nothing."""
    assert sorted(named("C", "C++", "C#")) == ["C#", "C++"]
    assert named("?", "???", "Bread") == []


def test_a_name_comes_alone_before_an_alias() -> None:
    """Work that has the same words for an alias only is not what was named."""
    text = """
        version: 1
        roles: {a: {name: A, deliverables: [{name: Pricing}, {name: Offers, aliases: [pricing]}]}}
    """
    hits = Search(register_of(text)).rank("pricing")
    assert [(hit.work, hit.score == NAMED) for hit in hits] == [("pricing", True), ("offers", False)]


def test_a_name_in_a_clause_of_a_long_question_is_an_answer() -> None:
    """What else was told is another matter, so that it is a Perhaps."""
    text = """
        version: 1
        roles: {a: {name: A, deliverables: [{name: Complaints}, {name: Late Delivery Fees}, {name: Bread, area: Food}]}}
    """
    search = Search(register_of(text))
    (hit, *_) = search.rank("A customer is unhappy about rain in Rome, who handles complaints?")
    assert (hit.work, hit.sure) == ("complaints", False)
    assert search.rank("Who handles complaints? It rains in Rome.")[0].work == "complaints"
    assert search.rank("Rome is full of hungry lions, what about food?") == ()
