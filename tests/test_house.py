"""The house rules that a machine can check: layers, sizes, names."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PROJECT

SOURCES = sorted((PROJECT / "raci").rglob("*.py"))
FILE_LINES, FUNCTION_LINES = 250, 40


def test_imports_go_down_only() -> None:
    """The import-linter contracts hold."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_files_and_functions_fit_a_screen(path: Path) -> None:
    """A file has one purpose, a function fits a screen."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_room_is_a_drawer(path: Path) -> None:
    """Code without a room means that a room is missing."""
    assert path.stem not in {"utils", "helpers", "common", "core", "manager", "misc", "base"}


def test_a_stem_walks_through_the_rooms() -> None:
    """Each query has its command under the same name, and its view: a document, or a page."""
    modules = (PROJECT / "raci/queries").glob("[a-z]*.py")
    # A query is a module with a function of its own name; the others are what queries are made of.
    for query in (path for path in modules if f"def {path.stem}(" in path.read_text("utf-8")):
        assert any((PROJECT / "raci" / room / query.name).is_file() for room in ("views", "page"))
        assert (PROJECT / "raci/cli" / query.name).is_file()
