"""Fixtures: raci run in-process, golden files. Registers from text are made in `builders`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import hypothesis
import pytest
from raci.cli.app import main
from raci.render.forms import FORMS

import builders

PROJECT = Path(__file__).resolve().parent.parent

# No test depends on how busy the machine is, or on chance: the same examples at every run.
hypothesis.settings.register_profile("raci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("raci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's terminal and settings out of the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "RACI_DATA", "TERM"):
        monkeypatch.delenv(name, raising=False)


@dataclass(frozen=True)
class Ran:
    """What a run of raci left."""

    code: int
    out: str
    err: str


class RunRaci(Protocol):
    """Runs raci in-process with arguments, in the current folder."""

    def __call__(self, *arguments: str) -> Ran:
        """Return what the run left."""


@pytest.fixture
def raci(capfd: pytest.CaptureFixture[str]) -> RunRaci:
    """Run raci as its command line does, without a process of its own."""

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        code = main(arguments)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run


# Most tests take these from here.
register_of, graph_of, write_files = builders.register_of, builders.graph_of, builders.write_files

FORMATS = tuple(form.name for form in FORMS)
"""The forms that every answer comes in."""

WORDS_AND_RECORDS = (("text", "txt"), ("json", "json"), ("markdown", "md"), ("csv", "csv"))
"""The forms in which each command's answer is compared, with the endings of their golden files.

Other forms show the same document: `test_formats.py` compares what each makes of one with everything.
"""


class Golden(Protocol):
    """Compares a text with a file under tests/golden, or writes it there with --update."""

    def __call__(self, text: str, *path: str) -> None:
        """Assert that the golden file at `path` holds `text`."""


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare outputs with golden files; `pytest --update` writes them anew."""

    def compare(text: str, *path: str) -> None:
        file = PROJECT.joinpath("tests", "golden", *path)
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode()

    return compare


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
