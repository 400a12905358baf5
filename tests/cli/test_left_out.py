"""What was not read is said beside every answer: an owner may stand there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import RunRaci, write_files

COOK = "version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Menu, summary: x}, {name: Bill, letters: R, summary: x}]}}\n"
NOTE = "ownership/board.yaml holds only the path of another file: git could not make a link of it.\n"
OTHERS = "Not read, as holding no ownership data, ignored by git, or excluded: "
POINTER = "../shared/board.yaml"


@pytest.fixture
def ownership(in_folder: Path) -> Path:
    """Work in a folder with a file of ours and a foreign one, which the configuration names."""
    write_files(
        in_folder,
        {
            "raci.toml": 'data = ["ownership"]\n',
            "ownership/cook.yaml": COOK,
            "ownership/galaxy.yml": "roles: [{name: a.b}]\n",
        },
    )
    return in_folder


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
@pytest.mark.parametrize(
    "command",
    [
        "who-owns menu",
        "overlaps",
        "matrix",
        "role cook",
        "health",
        "agenda",
        "graph",
        "report",
        "diff ./ownership/cook.yaml",
        "lint",
        "lint .",
    ],
)
def test_every_command_says_what_may_hide_an_owner(
    command: str, quiet: list[str], raci: RunRaci, ownership: Path
) -> None:
    """Once, on standard error, and even where notes are to be kept off."""
    write_files(ownership, {"ownership/board.yaml": POINTER})
    assert raci(*command.split(), *quiet).err.count(NOTE) == 1


def test_files_that_hold_nothing_of_ours_are_not_worth_a_word(raci: RunRaci, ownership: Path) -> None:
    """As long as there is an answer."""
    assert raci("who-owns", "menu").err == ""
    assert raci("lint", "-f", "concise").out.endswith("in 1 file (1 other file passed over).\n")


@pytest.mark.parametrize("command", ["who-owns zebra", "who-owns bill", "overlaps zebra", "role zebra"])
def test_nobody_comes_with_all_that_was_not_read(command: str, raci: RunRaci, ownership: Path) -> None:
    """Foreign files, and what git or the configuration leaves out; --quiet keeps that off."""
    write_files(
        ownership,
        {
            "raci.toml": 'data = ["ownership"]\nexclude = ["ownership/old"]\n',
            "ownership/old/a.yaml": COOK,
            ".gitignore": "*.tmp.yaml\n",
            ".git/x": "",
            "ownership/x.tmp.yaml": COOK,
        },
    )
    names = "ownership/old, ownership/x.tmp.yaml and ownership/galaxy.yml"
    assert raci(*command.split()).err == f"{OTHERS}{names}.\n"
    assert raci(*command.split(), "-q").err == ""


def test_of_many_the_first_few_are_told(raci: RunRaci, ownership: Path) -> None:
    """The others are counted."""
    write_files(ownership, {f"ownership/{number}.yaml": "a: [" for number in range(10, 30)})
    said = raci("who-owns", "menu").err.splitlines()
    assert said[0] == "ownership/10.yaml:1:5: a value was expected here; the file was passed over."
    assert said[5:] == [
        "ownership/15.yaml:1:5, ownership/16.yaml:1:5, ownership/17.yaml:1:5 and 12 more were left out as well."
    ]
    write_files(ownership, {f"ownership/{number}.yaml": "- a" for number in range(10, 30)})
    assert raci("who-owns", "zebra").err == (
        f"{OTHERS}ownership/10.yaml, ownership/11.yaml, ownership/12.yaml and 18 more.\n"
    )


def test_what_was_left_out_is_said_where_no_answer_can_be_given(raci: RunRaci, ownership: Path) -> None:
    """What is missing may be the reason."""
    write_files(ownership, {"ownership/board.yaml": POINTER, "ownership/cook.yaml": COOK + "unowned: [\n"})
    ran = raci("who-owns", "menu")
    assert (ran.code, ran.err.startswith(NOTE)) == (2, True)
    write_files(ownership, {"ownership/cook.yaml": "- a"})
    assert NOTE[:-2] in raci("who-owns", "menu").err


def test_what_is_excluded(raci: RunRaci, ownership: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From every folder, for every command, and for a folder's name in either form of Unicode."""
    found, written = "ku\u0308che", "k\u00fcche"
    write_files(
        ownership,
        {
            "raci.toml": f'data = ["."]\nexclude = ["./ownership/*", "{written}/x.yaml"]\n',
            f"{found}/x.yaml": "version: 1\nroles: {a: {name: []}}\n",
            f"{found}/y.yaml": COOK,
            "z/x": "",
        },
    )
    for folder in (".", found, "z"):
        monkeypatch.chdir(ownership / folder)
        assert raci("who-owns", "menu").out.startswith("Cook is accountable")
        assert raci("lint").out.endswith("in 1 file.\n")
        assert raci("lint", os.path.relpath(ownership / found)).out.endswith("in 1 file.\n")
        assert raci("lint", os.path.relpath(ownership / found / "x.yaml"), "--exit-zero").code == 0


def test_patterns_in_data(raci: RunRaci, ownership: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read from where the configuration lies."""
    write_files(ownership, {"raci.toml": 'data = ["own*/c*.yaml"]\n', "z/x": ""})
    monkeypatch.chdir("z")
    assert raci("who-owns", "menu").out.startswith("Cook is accountable")


@pytest.mark.parametrize("exclude", ['"x"', "[1]"])
def test_an_exclusion_that_is_no_list_of_patterns(exclude: str, raci: RunRaci, ownership: Path) -> None:
    """The message shows one that is."""
    write_files(ownership, {"raci.toml": f"exclude = {exclude}\n"})
    assert (
        raci("who-owns", "menu").err
        == 'raci: raci.toml: "exclude" must be a list of patterns, such as ["ansible/*"]\n'
    )


@pytest.mark.parametrize("path", ["elsewhere", "elsewhere/ownership", "elsewhere/ownership/cook.yaml"])
def test_lint_takes_the_configuration_beside_what_it_checks(
    path: str, raci: RunRaci, in_folder: Path
) -> None:
    """Where there is none upwards from here; one from here upwards goes before it."""
    write_files(
        in_folder,
        {
            "elsewhere/raci.toml": 'data = ["ownership"]\nlint.ignore = ["RACI201"]\n',
            "elsewhere/ownership/cook.yaml": COOK,
        },
    )
    assert raci("lint", path, "--select", "RACI201").code == 1
    assert raci("lint", path).code == 0
    write_files(in_folder, {"raci.toml": "[lint]\n"})
    assert raci("lint", path).code == 1
