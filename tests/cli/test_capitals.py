"""Names in the capitals of the register's language, from the configuration to the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import raci

from linting import linted

if TYPE_CHECKING:
    from pathlib import Path

TEAM = """version: 1
roles:
  a:
    name: Ekip A
    responsibilities: [{name: \u0130zin Plan\u0131}, {name: Is\u0131 Raporu}]
  b:
    name: Ekip B
    responsibilities: [{name: \u0130Z\u0130N PLANI}, {name: ISI RAPORU}]
"""


@pytest.mark.parametrize("language", ["turkish", "azerbaijani"])
def test_work_in_turkish_capitals_is_one(tmp_path: Path, language: str) -> None:
    """Two roles that claim it are found, and so is the work, however it is asked for."""
    (tmp_path / "ekip.yaml").write_text(TEAM, encoding="utf-8")
    register = raci.load(tmp_path / "ekip.yaml", language=language)
    assert [len(work.claims) for work in register.work.values()] == [2, 2]
    for asked in (
        "izin plan\u0131",
        "\u0130zin Plan\u0131",
        "\u0131s\u0131 raporu",
        "ISI RAPORU",
        "izin plani",
    ):
        [match] = raci.who_owns(register, asked, language=language).matches
        assert match.accountable == ("a", "b")


def test_true_reason_where_the_language_is_not_known() -> None:
    """The letter is named by which the two differ."""
    first, second = _said(TEAM)
    assert "one has a LATIN CAPITAL LETTER I WITH DOT ABOVE where the other has" in first
    assert second.endswith("one has a LATIN SMALL LETTER DOTLESS I")
    [line] = _said(TEAM.replace("ISI", "\u0131s\u0131").replace("PLANI", "x"))
    assert line.endswith("DOTLESS I where the other has a LATIN CAPITAL LETTER I")


def _said(text: str) -> list[str]:
    return [each.message for each in linted(text).findings if each.code == "RACI114"]
