"""What would teach a question: written where it belongs, it makes the question name the work."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from raci import load
from raci.graph.ownership import OwnershipGraph
from raci.queries.lesson import lesson_of
from raci.search.ranking import NAMED, Search
from raci.views.lesson import lesson

from conftest import register_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

TEAM = """\
version: 1
roles:
  cook:
    name: Head Cook
    aliases: [HC]
    deliverables:
      - name: Menu Card
        aliases: [what we cook]
      - name: Order Sheet
      -   name: Wine List
          aliases:
            - cellar book
    responsibilities: [{name: Seasonal Planning}, {name: Guest Book, aliases: [book of praise]}]
  buyer:
    name: Buyer
    responsibilities:
      - {name: Seasonal Planning, letters: R}
unowned:
  - {name: Car Park, because: The landlord sees to it.}
"""


@pytest.mark.parametrize(
    ("question", "alias"),
    [
        ("Who is responsible for the zebra papers?", "zebra papers"),
        ("can somebody tell me who owns the zebra & the gnu, please", "zebra & the gnu"),
        ("zebras: striped, #b [new] {a: b}", "zebras: striped, #b [new] {a: b}"),
        ('whose job is "Zebra\'s Day"?', "Zebra's Day"),
        ("- zebra -", "zebra"),
        ("who feeds 斑马", "feeds 斑马"),
        ("zebra\\n $(gnu)", "zebra\\n $(gnu)"),
    ],
)
@pytest.mark.parametrize(
    "work", ["menu-card", "order-sheet", "wine-list", "seasonal-planning", "guest-book", "car-park"]
)
def test_what_is_taught_is_known(  # the cases are every shape of an entry, times what people type
    work: str, question: str, alias: str, raci: RunRaci, tmp_path: Path
) -> None:
    """The command that is told makes it a name, in every shape of an entry, whatever the question has in it."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM, "utf-8")
    graph = OwnershipGraph(load(file))
    told = lesson_of(graph, Search(graph.register), question, [graph.register.work[work].name])
    assert told is not None
    assert (told.id, told.alias) == (work, alias)
    _, *command = shlex.split(lesson(told).partition(": ")[2])
    ran = raci(*command, "--data", str(file))
    assert ran.code == 0, ran.err
    best = Search(load(file)).rank(alias)[0]
    assert (best.work, best.score) == (work, NAMED)


@pytest.mark.parametrize(
    "question", ["who owns it?", "zebras of the head cook", "hc zebra", "zebra " * 12, "zebra \x1b[31m gnu"]
)
def test_there_is_nothing_to_teach(question: str, tmp_path: Path) -> None:
    """Where nothing is asked for, of a role, and of a story."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM, "utf-8")
    graph = OwnershipGraph(load(file))
    assert lesson_of(graph, Search(graph.register), question, ["Menu Card"]) is None


def test_the_shipped_model_cannot_be_taught() -> None:
    """It lies inside the package."""
    register = load()
    assert register.shipped
    assert lesson_of(OwnershipGraph(register), Search(register), "zebras", ["Pricing Strategy"]) is None


@pytest.mark.parametrize(
    ("question", "alias"),
    [("job opening", "job opening"), ("who owns IT desk", "IT desk"), ("who owns the plan one", "plan one")],
)
def test_a_small_word_that_makes_another_thing_is_taught(question: str, alias: str) -> None:
    """What is left without it would say too much."""
    assert Search(register_of(TEAM)).telling_part(question) == alias
