"""What would teach a question: written where it belongs, it makes the question name the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import raci
from raci.graph.ownership import OwnershipGraph
from raci.queries.lesson import LessonRecord, lesson_of
from raci.search.ranking import NAMED, Search
from raci.views.lesson import lesson

if TYPE_CHECKING:
    from pathlib import Path

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


def learn(file: Path, told: LessonRecord) -> None:
    """Write what is told into the file, where it says."""
    lines = file.read_text("utf-8").split("\n")
    text = lesson(told).partition("): ")[2]
    slot = told.slot
    if slot is None and "[" in lines[told.line - 1]:
        lines[told.line - 1] = lines[told.line - 1].replace("aliases: [", f"aliases: [{text}, ")
    elif slot is None:
        lines.insert(told.line, f"{' ' * 12}- {text}")
    elif slot.inline:
        line = lines[slot.line - 1]
        lines[slot.line - 1] = f"{line[: slot.column - 1]}{text}, {line[slot.column - 1 :]}"
    else:
        lines.insert(slot.line, f"{' ' * (slot.column - 1)}{text}")
    file.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("question", "alias"),
    [
        ("Who is responsible for the zebra papers?", "zebra papers"),
        ("can somebody tell me who owns the zebra & the gnu, please", "zebra & the gnu"),
        ("zebras: striped, #7 [new] {a: b}", "zebras: striped, #7 [new] {a: b}"),
        ('whose job is "Zebra\'s Day"?', "Zebra's Day"),
        ("- zebra -", "zebra"),
        ("who feeds 斑马", "feeds 斑马"),
        ("zebra\\n \u202e\x1bgnu", "zebra\\n \u202e\x1bgnu"),
    ],
)
@pytest.mark.parametrize(
    ("work", "line", "has_aliases"),
    [
        ("menu-card", 8, True),
        ("order-sheet", 9, False),
        ("wine-list", 11, True),
        ("seasonal-planning", 13, False),
        ("guest-book", 13, True),
        ("car-park", 19, False),
    ],
)
def test_what_is_written_is_known(  # the cases are every shape of an entry, times what people type
    work: str, line: int, has_aliases: bool, question: str, alias: str, tmp_path: Path
) -> None:
    """In every shape of an entry, whatever the question has in it."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM, "utf-8")
    graph = OwnershipGraph(raci.load(file))
    told = lesson_of(graph, Search(graph.register), question, [graph.register.work[work].name])
    assert told is not None
    assert (told.id, told.alias, told.line, told.slot is None) == (work, alias, line, has_aliases)
    learn(file, told)
    best = Search(raci.load(file)).rank(alias)[0]
    assert (best.work, best.score) == (work, NAMED)


@pytest.mark.parametrize("question", ["who owns it?", "zebras of the head cook", "hc zebra", "zebra " * 12])
def test_there_is_nothing_to_teach(question: str, tmp_path: Path) -> None:
    """Where nothing is asked for, of a role, and of a story."""
    file = tmp_path / "team.yaml"
    file.write_text(TEAM, "utf-8")
    graph = OwnershipGraph(raci.load(file))
    assert lesson_of(graph, Search(graph.register), question, ["Menu Card"]) is None


def test_the_shipped_model_cannot_be_taught() -> None:
    """It lies inside the package."""
    register = raci.load()
    assert register.shipped
    assert lesson_of(OwnershipGraph(register), Search(register), "zebras", ["Pricing Strategy"]) is None
