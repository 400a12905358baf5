"""What each command loads: nothing that it does not use. That is a fact about imports, not a timing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from raci.cli.app import app_for

from conftest import write_files

DINER = {
    "diner.yaml": "version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Menu}, {name: Soup}]}}\n"
}
TABLE = {"diner.csv": "Task,Cook,Waiter\nMenu,A,C\nSoup,A,R\n"}
OUR_OWN = {
    *("jinja2", "networkx", "openpyxl", "pathspec", "pydantic", "rapidfuzz", "rich"),
    *("Stemmer", "spellchecker", "typer", "yaml"),
}
READS = {"typer", "pydantic", "yaml", "networkx"}
SEARCHES = {*READS, "Stemmer"}
COMPARES = {*SEARCHES, "rapidfuzz", "spellchecker"}
USES = {
    ("--version",): set(),
    ("--help",): {"typer"},
    ("who-owns", "pricing"): SEARCHES,
    ("who-owns", "pricng"): COMPARES,
    ("overlaps",): COMPARES,
    ("matrix",): READS,
    ("matrix", "--json"): READS,
    ("matrix", "--format", "html"): {*READS, "jinja2"},
    ("matrix", "--format", "xlsx", "-o", "m.xlsx"): {*COMPARES, "openpyxl"},
    ("role", "PM"): READS,
    ("handover", "PM"): READS,
    ("health",): COMPARES,
    ("agenda",): COMPARES,
    ("graph",): READS,
    ("report",): {*COMPARES, "jinja2"},
    ("diff", "./diner.yaml", "./diner.yaml"): READS,
    ("lint", "diner.yaml"): {*SEARCHES, "rapidfuzz"},
    ("settle", "Menu", "--and", "Soup", "--distinct", "x", "--data", "diner.yaml"): COMPARES,
    ("rename", "Menu", "Card", "--data", "diner.yaml"): {*SEARCHES, "rapidfuzz"},
    ("alias", "card", "Menu", "--data", "diner.yaml"): {*SEARCHES, "rapidfuzz"},
    ("import", "diner.csv"): {"typer", "pydantic", "yaml"},
    ("import", "diner.csv", "--into", "diner.yaml"): {*SEARCHES, "rapidfuzz"},
    ("rule",): {"typer", "pydantic"},
    ("schema",): {"typer", "pydantic"},
    ("init",): {"typer", "pydantic"},
}
ALL = app_for([]).registered_commands
BESIDES = {"init": ("schema",), "agenda": ("settle",)}  # the commands whose modules a command uses


@pytest.mark.parametrize("arguments", USES, ids=" ".join)
def test_a_command_loads_what_it_uses(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Of what raci depends on, a command in a pipe loads just this; of the commands only itself."""
    write_files(tmp_path, DINER | TABLE)
    command = [sys.executable, "-X", "importtime", "-m", "raci", *arguments]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    timed = (line for line in ran.stderr.splitlines() if line.startswith("import time:"))
    modules = {line.rpartition("|")[2].strip() for line in timed}
    assert {module.partition(".")[0] for module in modules} & OUR_OWN == USES[arguments]
    assert not any(module.startswith("raci.revisions") for module in modules)
    commands = {f"raci.cli.{command.name.replace('-', '_')}" for command in ALL if command.name}
    if arguments[0] != "--help":
        own = {
            f"raci.cli.{name.replace('-', '_')}" for name in (arguments[0], *BESIDES.get(arguments[0], ()))
        }
        assert modules & commands <= own
