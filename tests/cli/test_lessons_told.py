"""The line that raci who-owns prints where it did not understand, or not for sure."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from conftest import FORMATS, RunRaci, write_files

if TYPE_CHECKING:
    from pathlib import Path

TEAM = """
    version: 1
    roles:
      cook:
        name: Head Cook
        aliases: [HC]
        deliverables:
          - name: Menu Card
            aliases: [what we cook]
          - {name: Order Sheet}
"""


@pytest.fixture
def team(in_folder: Path) -> Path:
    """Work in a folder with a register."""
    write_files(in_folder, {"team.yaml": TEAM, "raci.toml": 'data = ["team.yaml"]\n'})
    return in_folder


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "who is the owner of menu karte?",
            'If it is Menu Card, teach it: raci alias "menu karte" menu-card',
        ),
        ("order form", 'If it is Order Sheet, teach it: raci alias "order form" order-sheet'),
    ],
)
def test_a_doubtful_answer_says_what_would_make_it_sure(
    question: str, said: str, raci: RunRaci, team: Path
) -> None:
    """In the last line, also where notes are to be kept off standard error; the JSON has the same as fields."""
    out = raci("who-owns", question).out
    assert out.startswith(("Perhaps: ", "Nobody: "))
    assert out.splitlines()[-1] == said
    assert raci("who-owns", question, "-q").out == out
    lesson = json.loads(raci("who-owns", question, "--json").out)["lesson"]
    assert lesson["alias"] in said
    *_, words, work = shlex.split(said)
    assert raci("alias", words, work).code == 0
    assert raci("who-owns", question).out.startswith("Head Cook is accountable for ")


@pytest.mark.parametrize(
    "question",
    [
        "menu card",  # known
        "sheet",  # found, or vague
        "what does the head cook own",  # a role
        "the HC and zebras",
        "who is it?",  # nothing is asked for
        f"menu {'very ' * 20}long",
        "menu 2",  # another one
        "menu zebras gnus",  # most of it is about something else
    ],
)
def test_there_is_nothing_to_teach(question: str, raci: RunRaci, team: Path) -> None:
    """Of what is known, of roles, of nothing, and of stories."""
    assert json.loads(raci("who-owns", question, "--json").out)["lesson"] is None
    assert "If it is" not in raci("who-owns", question).out


def test_the_shipped_model_is_not_to_be_edited(raci: RunRaci, in_folder: Path) -> None:
    """It lies inside the package; the note on standard error says how to start one of your own."""
    assert json.loads(raci("who-owns", "bicycle repair", "--json").out)["lesson"] is None
    assert "If it is" not in raci("who-owns", "bicycle repair").out


def test_a_hostile_question_stays_text(raci: RunRaci, team: Path) -> None:
    """What acts on a terminal is an escape, as YAML has them, and a quote does not end early."""
    question = 'menus "] } \x1b[31m \u202e for zebras'
    for format_ in FORMATS:
        out = raci("who-owns", question, "-f", format_).out
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "If it is" not in raci("who-owns", question).out
    assert "'menu card \"$(x)\" zebras'" in raci("who-owns", 'menu card "$(x)" zebras').out
