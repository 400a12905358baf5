"""Files that hold more than they may: refused with a message, in the end and in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from raci.errors import UnusableFile
from raci.faults.finding import InvalidRegister
from raci.loading.load import load, read_files
from raci.loading.origin import find_files
from raci.model.limits import MOST_KEYS, MOST_MISTAKES, Limits

from conftest import write_files

HEAD = "version: 1\n"
COOK = HEAD + "roles: {cook: {name: Cook, aliases: [chef], deliverables: [{name: Menu}]}}\n"
BUYER = HEAD + "roles: {buyer: {name: Buyer}}\n"


def said_of(text: str, limits: Limits | None = None) -> list[str]:
    """Return what is said of a file with this text, in the current folder."""
    write_files(Path(), {"own.yaml": text})
    with pytest.raises(InvalidRegister) as caught:
        load("own.yaml", limits=limits or Limits())
    return [f"{each.location}: {each.message}" for each in caught.value.findings]


@pytest.fixture(autouse=True)
def _folder(in_folder: Path) -> None:
    """Work in an empty folder."""


def test_more_files_than_the_limit_are_not_read() -> None:
    """The message says how many there are, and what to do."""
    write_files(Path(), {"a.yaml": COOK, "b.yaml": BUYER})
    assert len(load(".", limits=Limits(files=2)).roles) == 2
    with pytest.raises(UnusableFile) as caught:
        load(".", limits=Limits(files=1))
    assert str(caught.value) == (
        "there are 2 YAML files; 1 are the most. "
        "Name the folders that hold ownership files, or set `files` under [limits] in raci.toml."
    )


def test_files_that_are_too_large_together_are_not_read() -> None:
    """A file that is too large by itself is told by itself, and counts for nothing here."""
    large = COOK + "#" * (1 << 20)
    write_files(Path(), {"a.yaml": large[: 1 << 20], "b.yaml": (BUYER + large)[: 1 << 20], "c.yaml": large})
    with pytest.raises(UnusableFile) as caught:
        load(".", limits=Limits(file_size=1, size=1))
    assert str(caught.value) == (
        "the files have 2.0 MiB; 1 MiB are the most. "
        "Name the folders that hold ownership files, or set `size` under [limits] in raci.toml."
    )
    findings = read_files(find_files(["."], Limits(file_size=1, size=2))).findings
    assert "c.yaml:1:1: the file is larger than 1 MiB" in [
        f"{each.location}: {each.message}" for each in findings
    ]


def test_a_file_is_refused_with_which_the_names_are_too_many() -> None:
    """Roles, work and aliases count; the files before it are still checked."""
    write_files(Path(), {"a.yaml": COOK, "b.yaml": BUYER})
    assert len(load(".", limits=Limits(names=4)).roles) == 2
    loaded = read_files(find_files(["."]), Limits(names=3))
    (finding,) = loaded.findings
    assert f"{finding.location}: {finding.message}" == (
        "b.yaml:1:1: with this file there are more than 3 names of entries and aliases"
    )
    assert list(loaded.register.roles) == ["cook"]
    assert loaded.unread == {"b.yaml"}


def test_values_are_counted_by_the_limit_that_is_set() -> None:
    """The file is refused at the first value too many."""
    assert said_of(COOK, Limits(values=10)) == ["own.yaml:2:28: there are more than 10 values in this file"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{HEAD}roles: {{a: {{name: {'x' * 1_001}}}}}\n", '"name" has 1,001 characters; 1,000 are the most'),
        (
            f"{HEAD}roles: {{a: {{name: A, summary: {'x' * 100_001}}}}}\n",
            '"summary" has 100,001 characters; 100,000 are the most',
        ),
        (f"{HEAD}roles: {{{'x' * 1_001}: {{name: A}}}}\n", "a key has 1,001 characters; 1,000 are the most"),
        (f"{HEAD}{'x' * 1_001}: {{a: b}}\nroles: {{}}\n", "a key has 1,001 characters; 1,000 are the most"),
        (
            f"{HEAD}roles: {{a: {{name: A, aliases: [{'b,' * 10_001}]}}}}\n",
            '"aliases" has 10,001 items; 10,000 are the most',
        ),
        (
            f"{HEAD}roles: {{a: {{name: A, {', '.join(f'k{n}: v' for n in range(1_000))}}}}}\n",
            '"a" has 1,001 keys; 1,000 are the most',
        ),
    ],
    ids=["name", "text", "id", "key", "list", "keys"],
)
def test_what_is_longer_than_anybody_writes(text: str, message: str) -> None:
    """It is told where it stands, with its length and the limit."""
    (said,) = said_of(text)
    assert said.partition(": ")[2] == message


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "unowned: [" + "a," * 50_000 + "]\n",
        HEAD + "unowned: [" + "{name: a}," * 50_000 + "]\n",
        HEAD + "roles: {" + ",".join(f"R{number}: {{name: R}}" for number in range(20_000)) + "}\n",
        HEAD + "roles: {" + ",".join(f"r{n}: {{name: R{n}, reports_to: q{n}}}" for n in range(3_000)) + "}\n",
        HEAD
        + "roles: {a: {name: A, deliverables: ["
        + ("{" + ",".join(f"k{n}: v" for n in range(50)) + "},") * 1_000
        + "]}}\n",
    ],
    ids=["wrong items", "lacking", "wrong ids", "unknown roles", "unknown fields"],
)
def test_mistakes_without_end_are_told_up_to_a_limit(text: str) -> None:
    """A thousand of a file are enough, and the last line says that there are more."""
    said = said_of(text)
    assert len(said) == MOST_MISTAKES + 1
    assert sum(each.endswith("there are more than 1,000 mistakes") for each in said) == 1


def test_as_many_mistakes_as_the_limit_are_all_told() -> None:
    """There are no more, and nothing says so."""
    said = said_of(HEAD + "unowned: [" + "a," * MOST_MISTAKES + "]\n")
    assert len(said) == MOST_MISTAKES
    assert {each.partition(": ")[2] for each in said} == {
        'an item of "unowned" must be a mapping of keys to values, not "a"'
    }


def test_an_entry_may_have_as_many_keys_as_the_limit() -> None:
    """Each unknown one is told then."""
    keys = ", ".join(f"k{number}: v" for number in range(MOST_KEYS - 1))
    assert len(said_of(f"{HEAD}roles: {{a: {{name: A, {keys}}}}}\n")) == MOST_KEYS - 1
