"""Configurations, baselines and outputs that are not what they should be: told, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import RunRaci

DATA = "version: 1\nroles: {a: {name: A, deliverables: [{name: M}]}}\n"


@pytest.fixture(autouse=True)
def _folder(in_folder: Path) -> None:
    """Work in a repository with one file of data."""
    write_files(in_folder, {"g.yaml": DATA, ".git/HEAD": ""})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" + ".a" * 60_000 + " = 1", "raci.toml: a key has more than 32 parts"),
        ("x = {" + "a." * 40 + "b = 1}", "raci.toml: a key has more than 32 parts"),
        ("x = " + "[" * 10_000, "raci.toml: a value is nested too deeply"),
        ("x = " + "9" * 5_000, "raci.toml: a number is too long"),
        ("#" * (1 << 20) + "\n", "raci.toml: the file is larger than 1 MiB"),
        ("\n  data data", "raci.toml:2:6: this is not TOML. "),
        ("[limits]\nfiles = 0", 'raci.toml: "limits.files" must be a whole number from 1 on'),
        ("[limits]\nfile-size = 9_999", 'raci.toml: "limits.file-size" must be at most 512'),
        ("[limits]\nfile = 9", 'raci.toml: "limits.file" is no setting of raci. Did you mean "files"'),
        ("limits = 3", 'raci.toml: "limits" must be a table, written as [limits]'),
        ('data = ["g.yaml"]\n[lint]\nbaseline = "\\u0000"', "no file can have this name"),
    ],
    ids=lambda text: text[:20],
)
def test_a_configuration_that_says_too_much(text: str, message: str, raci: RunRaci) -> None:
    """It is refused in no time, with what is wrong."""
    write_files(Path(), {"raci.toml": text})
    ran = raci("lint", "g.yaml")
    assert ran.code == 2
    assert message in ran.err


def _pipe(path: str) -> None:
    os.mkfifo(path)


def _zero(path: str) -> None:
    Path(path).symlink_to("/dev/zero")


def _loop(path: str) -> None:
    Path(path).symlink_to(path)


def _nowhere(path: str) -> None:
    Path(path).symlink_to("nowhere")


def _folder_called(path: str) -> None:
    Path(path).mkdir()


SPECIAL: dict[Callable[[str], None], str] = {
    _pipe: "this is not a regular file",
    _zero: "this is not a regular file",
    _loop: "this is a link that leads back to itself",
    _nowhere: "there is no such file or folder",
    _folder_called: "this is not a regular file",
}


@pytest.mark.skipif(os.name != "posix", reason="the files of POSIX systems")
@pytest.mark.parametrize("make", SPECIAL)
def test_a_configuration_that_is_no_file(make: Callable[[str], None], raci: RunRaci) -> None:
    """It is refused, whether it was found or named: without it the answer would be another one."""
    make("raci.toml")
    for arguments in (("who-owns", "m"), ("who-owns", "m", "--config", "raci.toml")):
        ran = raci(*arguments)
        assert (ran.code, ran.out, ran.err) == (2, "", f"raci: raci.toml: {SPECIAL[make]}\n")


@pytest.mark.skipif(os.name != "posix", reason="the files of POSIX systems")
@pytest.mark.parametrize("make", SPECIAL)
def test_a_baseline_that_is_no_file(make: Callable[[str], None], raci: RunRaci) -> None:
    """Nothing is waited for."""
    make("known")
    for more in ((), ("--write-baseline",), ("--prune-baseline",)):
        ran = raci("lint", "g.yaml", "--baseline", "known", *more)
        assert (ran.code, ran.err) == (2, f"raci: known: the baseline cannot be read: {SPECIAL[make]}\n")


def test_no_name_is_no_configuration(raci: RunRaci) -> None:
    """An empty option is told as what it is."""
    assert raci("matrix", "--config", "").err == "raci: --config needs the name of a file.\n"


@pytest.mark.parametrize("name", ["g.yaml", "./g.yaml", "link.yaml", "d/../g.yaml"])
@pytest.mark.parametrize("arguments", [("schema",), ("rule", "--all"), ("rule", "--json")])
def test_no_output_replaces_an_ownership_file(name: str, arguments: tuple[str, ...], raci: RunRaci) -> None:
    """Nor those of commands which read none."""
    Path("d").mkdir()
    Path("link.yaml").symlink_to("g.yaml")
    ran = raci(*arguments, "-o", name)
    assert (ran.code, ran.err) == (2, f"raci: {name} is one of the ownership files; nothing was written.\n")
    assert Path("g.yaml").read_text("utf-8") == DATA


def test_an_output_replaces_its_own(raci: RunRaci) -> None:
    """What raci wrote itself is no ownership file."""
    for arguments in (("schema",), ("lint", "g.yaml", "-f", "sarif", "--exit-zero"), ("matrix", "--json")):
        for _ in range(2):
            assert raci(*arguments, "-o", "out.json").code == 0


def test_what_was_typed_breaks_no_line_of_a_message(raci: RunRaci) -> None:
    """A line end is a space there, and a long word is cut."""
    assert raci("who-owns", "m", "--data", "q\nfoo").err == ("raci: q foo: there is no such file or folder\n")
    assert len(raci("matrix", "-f", "x" * 100_000).err) < 1_200


def test_a_file_without_data_among_others_is_not_the_one_at_fault(raci: RunRaci) -> None:
    """All that were looked at are told, the first of many by name."""
    write_files(Path("d"), {f"{name}.yaml": "kind: Pod\n" for name in "abcde"})
    assert raci("matrix", "--data", "d").err == (
        "raci: none of these files holds ownership data: d/a.yaml, d/b.yaml, d/c.yaml and 2 more\n"
    )
    assert raci("matrix", "--data", "d/a.yaml").code == 2
