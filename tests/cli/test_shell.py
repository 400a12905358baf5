"""What a shell sees of raci: help that can be pasted into it, and what TAB offers."""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from raci.cli.app import COMMANDS, app_for
from raci.cli.completion import complete

from conftest import PROJECT, RunRaci, write_files

if TYPE_CHECKING:
    from pathlib import Path

KITCHEN = {
    "raci.toml": 'data = ["kitchen.yaml"]',
    "kitchen.yaml": """
        version: 1
        roles:
          head-chef:
            name: Head Chef
            aliases: [HC, the boss]
            deliverables: [{name: Menu, area: Food}, {name: Menu Prices, area: "R&D (cold)"}]
          buyer: {name: Buyer, deliverables: [{name: Wine List, area: Food}]}
        overlaps:
          price-and-taste: {name: Price and Taste, sides: {head-chef: Taste., buyer: Price.}, tension: Money.}
    """,
}


def test_help_is_what_the_option_says(raci: RunRaci) -> None:
    """Of raci, and of each command."""
    assert raci("help") == raci("--help")
    for command in COMMANDS:
        assert raci("help", command) == raci(command, "--help")
        assert raci("help", command).out.startswith(f"Usage: raci {command} ")


def test_help_for_what_is_no_command(raci: RunRaci) -> None:
    """The nearest command is told, as when it is run."""
    ran = raci("help", "lnt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "raci: No such command 'lnt'. Did you mean 'lint'?\nTry raci --help.\n"


def test_each_command_is_one_line_of_the_help(raci: RunRaci) -> None:
    """A sentence to its end, in 80 columns."""
    _, _, listed = raci("--help").out.partition("Commands:\n")
    lines = listed.splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    for line in lines:
        assert line.endswith(".")
        assert not line.endswith("..")
        assert len(line) <= 80


# What a shell does something with: globs of bash and of zsh, history, quotes, variables, comments.
_ACTS = re.compile(r"[][?*!(){}$`'\\&;~#^]|=(?=\w)")


def _examples() -> list[str]:
    """Return the commands that the help shows."""
    helped = (inspect.getdoc(each.callback) or "" for each in app_for([]).registered_commands)
    return [line for text in helped for line in text.splitlines() if line.startswith("raci ")]


def _documented() -> list[str]:
    """Return the commands that the pages show at a prompt."""
    pages = (PROJECT / "README.md", *sorted(PROJECT.glob("docs/*.md")))
    shown = (re.findall(r"^\$ (raci [^\n]*)$", page.read_text("utf-8"), re.MULTILINE) for page in pages)
    return [command for found in shown for command in found]


@pytest.mark.parametrize("example", [*_examples(), *_documented()])
def test_examples_work_as_they_stand(example: str) -> None:
    """Pasted into bash or zsh, a shell takes nothing in them for itself but quotes, pipes and redirection."""
    bare = re.sub(r'"[^"$`!\\]*"', "", example)
    assert '"' not in bare
    assert not _ACTS.search(bare)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_shells_read_the_examples(shell: str) -> None:
    """Each is a command in its syntax."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    script = "\n".join([*_examples(), *_documented()])
    ran = subprocess.run([shell, "-n"], input=script, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


class Tab(Protocol):
    """Presses TAB after what is typed."""

    def __call__(self, typed: str) -> list[str]:
        """Return what is offered."""


@pytest.fixture
def tab(in_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Tab:
    """Press TAB in a folder with a register, as bash does."""
    write_files(in_folder, KITCHEN)

    def press(typed: str) -> list[str]:
        asking = {"_RACI_COMPLETE": "complete_bash", "COMP_WORDS": typed}
        asking["COMP_CWORD"] = str(len(typed.split(" ")) - 1)
        for name, value in asking.items():
            monkeypatch.setenv(name, value)
        complete(asking)
        out, err = capfd.readouterr()
        assert err == ""
        return out.split()

    return press


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("raci ma", ["matrix"]),
        ("raci help ag", ["agenda"]),
        ("raci matrix --role ", ["buyer", "head-chef"]),
        ("raci matrix --role H", ["HC"]),
        ("raci agenda --role b", ["buyer"]),
        ("raci overlaps --role he", ["head-chef"]),
        ("raci role ", ["buyer", "head-chef"]),
        ("raci role head c", ["chef"]),
        ("raci role HC bu", ["buyer"]),
        ("raci who-owns m", ["menu", "menu-prices"]),
        ("raci who-owns menu p", ["prices"]),
        ("raci overlaps p", ["price-and-taste"]),
        ("raci graph --focus w", ["wine-list"]),
        ("raci matrix --area ", ["food", "r-and-d-cold"]),
        ("raci matrix --status se", ["settled"]),
        ("raci matrix --kind ", ["responsibility", "deliverable"]),
        ("raci lint --format g", ["github", "gitlab"]),
        ("raci graph -f m", ["markdown", "mermaid"]),
        ("raci lint --select look-alike-", ["look-alike-in-one-list"]),
        ("raci lint --ignore RACI101,RACI101", ["RACI101,RACI101"]),
        ("raci rule unknown-r", ["unknown-role"]),
        ("raci --version m", ["matrix"]),
    ],
)
def test_what_tab_offers(typed: str, offered: list[str], tab: Tab) -> None:
    """Commands, rules, formats, and what the register at hand has; words before are taken into account."""
    assert tab(typed) == offered


def test_what_tab_offers_is_understood(tab: Tab, raci: RunRaci) -> None:
    """Roles, work and areas as they are offered name what they stand for."""
    for role in tab("raci matrix --role "):
        assert raci("matrix", "--role", role).code == 0
    for area in tab("raci matrix --area "):
        assert raci("matrix", "--area", area).code == 0
    for work in tab("raci who-owns "):
        assert raci("who-owns", work).code == 0


@pytest.mark.parametrize(
    "role", ["--data broken.yaml --role ", "--data gone --role ", "--config gone --role "]
)
@pytest.mark.parametrize("command", ["matrix", "overlaps", "agenda"])
def test_nothing_is_offered_where_there_is_no_register(
    command: str, role: str, tab: Tab, in_folder: Path
) -> None:
    """Broken or missing files are no matter for somebody who is typing: no word of it."""
    write_files(in_folder, {"broken.yaml": "version: 1\nroles: {a: {nme: x}}\n"})
    assert tab(f"raci {command} {role}") == []


def test_nothing_is_offered_of_files_that_take_long(tab: Tab, in_folder: Path) -> None:
    """TAB does not wait for thousands of pieces of work."""
    write_files(
        in_folder, {"kitchen.yaml": f"version: 1\nroles: {{a: {{name: Ann}}}}\n# {'x' * 1_100_000}\n"}
    )
    assert tab("raci matrix --role ") == []


def test_a_bug_is_no_matter_for_the_shell(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even its message."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("raci.loading.load.load", fail)
    assert tab("raci matrix --role ") == []


def test_what_a_shell_would_act_on_is_not_offered(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch, tab: Tab, capfd: pytest.CaptureFixture[str]
) -> None:
    """Zsh evaluates what it is given: nothing that a file says is a command there."""
    name = "A'; touch x; $(touch x) `touch x` \"\\n ]:[red]"
    role = {"name": name, "aliases": ["$(touch${IFS}x)", "`touch`", "a;b", "-rf", "a:b", "a\u202eb", "ok"]}
    write_files(in_folder, {"kitchen.yaml": json.dumps({"version": 1, "roles": {"a": role}})})
    assert tab("raci matrix --role ") == ["a"]
    assert tab("raci matrix --role a") == ["a"]
    assert tab("raci matrix --role o") == ["ok"]
    asking = {"_RACI_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "raci matrix --role "}
    for variable, value in asking.items():
        monkeypatch.setenv(variable, value)
    complete(asking)
    assert capfd.readouterr().out == ('_arguments \'*: :(("a":"A touch x touch x touch x n red"))\'\n')


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_way_in_answers_a_shell(shell: str, in_folder: Path) -> None:
    """The command itself does, and leaves with 0."""
    write_files(in_folder, KITCHEN)
    asking = {"_RACI_COMPLETE": f"complete_{shell}", "COMP_WORDS": "raci matrix --role h", "COMP_CWORD": "3"}
    asking |= {"_TYPER_COMPLETE_ARGS": "raci matrix --role h", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    ran = run_module(in_folder, asking)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "head-chef" in ran.stdout


def run_module(folder: Path, asking: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run raci in a process of its own, with what a shell puts into the environment."""
    return subprocess.run(
        [sys.executable, "-m", "raci"],
        cwd=folder,
        env={**os.environ, **asking},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
