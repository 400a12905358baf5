"""The marked block goes into a file, and all other lines stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.codeowners.block import block, put_into
from raci.codeowners.hosts import Host
from raci.codeowners.owned import Owned
from raci.errors import UnusableFile
from raci.path_pattern import PathPattern

ONE, TWO = (
    block([Owned(PathPattern.parsed(text), (text,), ("@ana",), "menu (chef)")], Host.GITHUB)
    for text in ("a/", "b/")
)
OTHER = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60).filter(
    lambda text: "raci" not in text
)


def test_an_empty_file_gets_the_block_alone() -> None:
    """And nothing before it."""
    assert put_into("", ONE, "x") == ONE


@given(OTHER, OTHER)
def test_other_lines_stay(before: str, after: str) -> None:
    """Whatever stands there, however it is written; a second time changes nothing."""
    made = put_into(before, ONE, "x")
    assert made.startswith(before)
    assert put_into(made, ONE, "x") == made
    changed = put_into(made + after, TWO, "x")
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert put_into(changed, ONE, "x") == put_into(made + after, ONE, "x")


def test_the_ends_of_lines_are_those_of_the_file() -> None:
    """So that no line differs in what nobody sees."""
    assert "\n" not in put_into("* @all\r\n", ONE, "x").replace("\r\n", "")


@pytest.mark.parametrize("text", ["# raci codeowners: begin\n", "# raci codeowners: end\n", f"{ONE}{ONE}"])
def test_marks_are_one_pair(text: str) -> None:
    """What is lost between others could be anybody's."""
    with pytest.raises(UnusableFile, match="one line"):
        put_into(text, ONE, "x")
