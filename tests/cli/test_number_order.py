"""Numbers in names are sorted by value wherever names are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunRaci

NUMBERED = """
    version: 1
    roles:
      team-10: {name: Team 10, deliverables: [{name: 2.1.10 Audit, area: Part 10}, {name: Shared 10, letters: R}]}
      team-9: {name: Team 9, deliverables: [{name: 2.1.9 Audit, area: Part 9}, {name: Shared 9, letters: R}]}
      lead:
        name: Lead
        deliverables:
          - {name: 3.10 Check, area: Part 10, with: {team-10: C, team-9: C}}
          - {name: 3.9 Check, area: Part 10, with: {team-10: I}}
          - {name: Shared 10}
          - {name: Shared 9}
    overlaps:
      area-10: {name: Area 10, sides: {team-10: A., lead: B.}, tension: T., work: [2.1.10 Audit]}
      area-9: {name: Area 9, sides: {team-9: A., lead: B.}, tension: T., work: [2.1.9 Audit]}
"""


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        (("agenda", "-f", "text"), "Open: Area 9", "Open: Area 10"),
        (("agenda", "-f", "text"), "Team 9", "Team 10"),
        (("who-owns", "3.10 check"), "Team 9", "Team 10"),
        (("overlaps",), "Area 9", "Area 10"),
        (("overlaps",), "Shared 9", "Shared 10"),
        (("overlaps", "--full"), "Area 9", "Area 10"),
        (("role", "lead", "--full"), "Team 9", "Team 10"),
        (("role", "lead"), "3.9 Check", "3.10 Check"),
        (("role", "nobody"), "Team 9", "Team 10"),
        (("matrix", "--area", "nowhere"), "Part 9", "Part 10"),
        (("graph", "-f", "mermaid"), "Part 9", "Part 10"),
    ],
    ids=str,
)
def test_nine_comes_before_ten(
    arguments: tuple[str, ...], before: str, after: str, raci: RunRaci, in_folder: Path
) -> None:
    """In answers, and in what is said of a name that nobody knows."""
    write_files(in_folder, {"r.yaml": NUMBERED})
    ran = raci(*arguments, "--data", "r.yaml")
    told = ran.out or ran.err
    assert -1 < told.find(before) < told.find(after)
