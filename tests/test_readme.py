"""The README is executed: its files are written, its commands run, its outputs compared."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import PROJECT, RunRaci, write_files

README = PROJECT / "README.md"
BLOCK = re.compile(
    r"(?:<!-- (?P<mark>.*?) -->\n)?```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    """A code block and the comment above it."""

    mark: str
    language: str
    body: str
    span: tuple[int, int]


def blocks() -> list[Block]:
    """Return the README's code blocks in order."""
    found = BLOCK.finditer(README.read_text("utf-8"))
    return [Block(each["mark"] or "", each["language"], each["body"], each.span("body")) for each in found]


def test_the_readme_shows_what_raci_prints(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Files are written as they come, each command gives the output below it on 80 columns."""
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    text, grown, shown = README.read_text("utf-8"), 0, 0
    for block in blocks():
        if block.mark.startswith("file: "):
            write_files(in_folder, {block.mark.removeprefix("file: "): block.body})
        if block.language == "console":
            prompt = block.body.splitlines()[0]
            command, *arguments = shlex.split(prompt.removeprefix("$ "))
            assert command == "raci"
            printed = f"{prompt}\n{raci(*arguments).out}"
            start, end = (position + grown for position in block.span)
            text, grown = text[:start] + printed + text[end:], grown + len(printed) - len(block.body)
            shown += 1
            if not request.config.getoption("--update"):
                assert block.body == printed
    if request.config.getoption("--update"):
        README.write_text(text, encoding="utf-8")
    assert shown >= 4


def test_the_readmes_python_runs(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The library example prints the owner."""
    for block in blocks():
        if block.mark.startswith("file: "):
            write_files(in_folder, {block.mark.removeprefix("file: "): block.body})
        if block.language == "python":
            exec(block.body, {})
    assert capsys.readouterr().out == "('head-chef',)\n"


def test_the_commands_that_ci_runs_are_one_line_each() -> None:
    """One command line does all set-up and answers, one does all set-up and tests."""
    marked = {block.mark: block.body for block in blocks() if block.mark.startswith("ci: ")}
    assert set(marked) == {"ci: quickstart", "ci: tests"}
    assert all(len(body.splitlines()) == 1 for body in marked.values())
