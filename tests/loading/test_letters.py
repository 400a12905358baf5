"""Letters that are none: the message says what is there, where, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import findings

if TYPE_CHECKING:
    from pathlib import Path

TEAM = """version: 1
roles:
  cook:
    name: Cook
    deliverables:
      - name: Menu
        letters: {}
"""


@pytest.mark.parametrize(
    ("written", "column", "message", "help_"),
    [
        ("\u0410", 18, "has a CYRILLIC CAPITAL LETTER A", "Write A in plain"),
        ("A/\u0421", 20, "has a CYRILLIC CAPITAL LETTER ES", "Write C in plain"),
        ("'A, \u0421'", 22, "has a CYRILLIC CAPITAL LETTER ES", "Write C in plain"),
        ("[A, \u0421]", 22, "has a CYRILLIC CAPITAL LETTER ES", "Write C in plain"),
        ("\uff21", 18, "has a FULLWIDTH LATIN CAPITAL LETTER A", "Write A in plain"),
        ("A\u200b", 18, "has a ZERO WIDTH SPACE", "Write A in plain"),
        ("'-'", 18, '"-" is no letter', "leave the role out"),
        ("\u2013", 18, '"\u2013" is no letter', "leave the role out"),
        ("n/a", 18, '"n/a" is no letter', "leave the role out"),
        ("N/A", 18, '"N/A" is no letter', "leave the role out"),
        ("Accountable", 18, '"Accountable" is no letter', "Write A."),
        ("A*", 18, '"A*" is no letter', "Write A, and a remark"),
        ("\u201cA\u201d", 18, "is no letter", "Write A"),
        ("S", 18, '"S" is no letter', "The scheme rasci or raci-vs has S"),
        ("X", 18, '"X" is no letter', "Known: A (accountable)"),
    ],
)
def test_what_is_there_and_what_to_write(
    tmp_path: Path, written: str, column: int, message: str, help_: str
) -> None:
    """Each kind of thing that people write for a letter has its own help."""
    [told] = findings(tmp_path, team=TEAM.format(written))
    assert told.location[1:3] == (7, column)
    assert message in told.message
    assert help_ in told.help
