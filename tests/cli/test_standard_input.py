"""raci lint -: an ownership file from standard input, under a name that it is given."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from pathlib import Path

COOK = """\
    version: 1
    roles:
      cook:
        name: Cook
        deliverables:
          - {name: Menu, summary: x, with: {keeper: C}}
    """
KEEPER = """\
    version: 1
    roles:
      keeper:
        name: Keeper
        deliverables:
          - {name: Stock, summary: x}
    """
NO_OWNER = b"version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Menu, letters: R, summary: x}]}}\n"


class Terminal(io.TextIOWrapper):
    """Standard input from somebody who types."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> type[Typed]:
    """Put bytes on standard input."""
    Typed.monkeypatch = monkeypatch
    return Typed


class Typed:
    """Bytes on standard input."""

    monkeypatch: pytest.MonkeyPatch

    def __init__(self, content: bytes, stream: type[io.TextIOWrapper] = io.TextIOWrapper) -> None:
        self.monkeypatch.setattr(sys, "stdin", stream(io.BytesIO(content)))


@pytest.fixture
def house(in_folder: Path) -> Path:
    """Two files that need each other, named by a configuration."""
    toml = 'data = ["ownership"]\nlint.select = ["RACI1", "RACI201"]\n[lint.per-file-ignores]\n"ownership/drafts/*" = ["RACI201"]\n'
    write_files(in_folder, {"raci.toml": toml, "ownership/cook.yaml": COOK, "ownership/keeper.yaml": KEEPER})
    return in_folder


def test_standard_input_is_a_file(raci: RunRaci, in_folder: Path, typed: type[Typed]) -> None:
    """Without a name it is called as it was asked for."""
    typed(NO_OWNER)
    ran = raci("lint", "-", "-f", "concise", "--select", "RACI201")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("-:2:65: error[RACI201] no role holds A (accountable) for Menu\n")


@pytest.mark.parametrize(
    "name", ["ownership/cook.yaml", "./ownership/../ownership/cook.yaml", "{}/ownership/cook.yaml"]
)
def test_it_stands_for_the_file_of_its_name(
    name: str, raci: RunRaci, house: Path, typed: type[Typed]
) -> None:
    """The other files are as they are on the disk, and nothing is reported on them."""
    typed(NO_OWNER)
    ran = raci("lint", "-", "--stdin-filename", name.format(house), "-f", "concise")
    assert ran.code == 1
    assert ran.out == (
        "ownership/cook.yaml:2:65: error[RACI201] no role holds A (accountable) for Menu\n"
        "Found 1 error in 1 file.\n"
    )


def test_a_new_name_is_one_more_file(raci: RunRaci, house: Path, typed: type[Typed]) -> None:
    """What is configured for files of such names holds for it too, and it knows the others."""
    typed(NO_OWNER.replace(b"cook", b"baker").replace(b"Cook", b"Baker").replace(b"Menu", b"Bread"))
    ran = raci("lint", "-", "--stdin-filename", "ownership/drafts/baker.yaml", "-f", "json")
    report = json.loads(ran.out)
    assert (ran.code, report["findings"], report["summary"]["files"]) == (0, [], 1)


def test_a_baseline_knows_it_by_its_name(raci: RunRaci, house: Path, typed: type[Typed]) -> None:
    """What is known of the file on the disk is known of it."""
    (house / "ownership/cook.yaml").write_bytes(NO_OWNER)
    assert raci("lint", "--write-baseline", "--baseline", "known.json", "-q").code == 0
    typed(b"# one line more\n" + NO_OWNER)
    ran = raci("lint", "-", "--stdin-filename", "ownership/cook.yaml", "--baseline", "known.json", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_on_a_terminal_it_says_what_it_waits_for(raci: RunRaci, in_folder: Path, typed: type[Typed]) -> None:
    """Nobody is to wonder why nothing happens."""
    typed(NO_OWNER, Terminal)
    ran = raci("lint", "-", "--exit-zero")
    assert (ran.code, ran.err) == (
        0,
        "Waiting for an ownership file on standard input. Ctrl-D ends it.\n",
    )


def test_a_name_needs_something_to_name(raci: RunRaci, house: Path) -> None:
    """A forgotten - would lint what is on the disk."""
    ran = raci("lint", "--stdin-filename", "ownership/cook.yaml")
    assert (ran.code, ran.err) == (2, "raci: --stdin-filename says what `-` is called, and no path is `-`.\n")


def test_what_cannot_be_read_is_refused(
    raci: RunRaci, in_folder: Path, typed: type[Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed, or larger than a file may be."""
    write_files(in_folder, {"raci.toml": "[limits]\nfile-size = 1\n"})
    typed(b" " * (1024 * 1024 + 1))
    assert raci("lint", "-").err == "raci: standard input holds more than 1 MiB\n"
    sys.stdin.close()
    assert raci("lint", "-").err == "raci: standard input cannot be read\n"
    monkeypatch.setattr(sys, "stdin", None)
    assert raci("lint", "-").err == "raci: standard input is closed\n"


def test_utf_16_is_told(raci: RunRaci, in_folder: Path, typed: type[Typed]) -> None:
    """As the pipes of some shells hand it over."""
    typed(NO_OWNER.decode().encode("utf-16"))
    ran = raci("lint", "-", "-f", "concise")
    assert (ran.code, "the file is written in UTF-16" in ran.out) == (1, True)
