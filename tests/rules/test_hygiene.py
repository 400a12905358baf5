"""The rules on hygiene tell a placeholder from a text, and a person from a job."""

from __future__ import annotations

from datetime import date

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.rule.rule import Sight

from conftest import register_of
from linting import CHECKS


def said(rule: str, text: str) -> list[str]:
    """Return the messages of one rule on a file."""
    check = CHECKS[rule]
    sight = Sight(OwnershipGraph(register_of(text)), date(2026, 1, 1), "english")
    return [finding.message for finding in check(sight)]


def summed_up(summary: str) -> str:
    """Return a file in which a piece of work has this summary."""
    return f"""
    version: 1
    roles:
      cook: {{name: Cook, deliverables: [{{name: Menu, summary: "{summary}"}}]}}
    """


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbd.",
        "[TBD]",
        "TODO",
        "to-do",
        "FIXME",
        "??",
        "???",
        "xxx",
        "XXXX",
        "...",
        "…",
        "TODO: ask",
        "n/a",
        "tbc",
        "-",
    ],
)
def test_a_placeholder_is_found(text: str) -> None:
    """Whatever stands for a text that is still to be written is a placeholder, in any case."""
    assert said("placeholder-text", summed_up(text)) == [f'"{text}" is a placeholder']


@pytest.mark.parametrize("text", ["Todo list", "To do: nothing", "xx", "?", "Really???", "Tea...", "Fix"])
def test_a_text_is_left_alone(text: str) -> None:
    """Words that only sound like a placeholder are words."""
    assert said("placeholder-text", summed_up(text)) == []


@pytest.mark.parametrize(
    ("names", "entries"),
    [
        (["Menu"], "the only entry on the list of Cook has"),
        (["Menu", "Wine List"], "both entries on the list of Cook have"),
        (["Menu", "Wine List, summary: Reds and whites."], "1 of 2 entries on the list of Cook has"),
    ],
)
def test_missing_summaries_are_counted(names: list[str], entries: str) -> None:
    """A list has one finding, which says how many of its entries it is about."""
    listed = ", ".join(f"{{name: {name}}}" for name in names)
    text = f"""
    version: 1
    roles:
      cook: {{name: Cook, deliverables: [{listed}]}}
    """
    assert said("missing-summary", text) == [f"{entries} no summary"]


def test_a_job_that_is_a_word_of_a_name_is_a_job() -> None:
    """A person whose name is a word of the role's name does not make it a person's name."""
    text = """
    version: 1
    roles:
      garden: {name: Rose Gardener, people: [Rose]}
      ana: {name: Ana, people: [Ana Silva]}
    """
    assert said("role-named-like-a-person", text) == ['the role "Ana" is named like Ana Silva, who holds it']
