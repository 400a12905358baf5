"""Files to a register: which of them count, and that no file hides another."""

from __future__ import annotations

import gc
import json
import os
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.errors import UnusableFile
from raci.faults.finding import InvalidRegister
from raci.loading.load import load, load_files
from raci.loading.source_file import SourceFile

from builders import load_texts, problems, write

if TYPE_CHECKING:
    from pathlib import Path

KITCHEN = "version: 1\nroles: {chef: {name: Chef}}\n"

FOREIGN = {
    "a list": "- hosts: all\n",
    "plain text": "hello\n",
    "nothing": "",
    "other keys": "services: {web: {image: x}}\n",
    "another version": 'version: "3"\nservices: {}\n',
    "several documents": "kind: A\n---\nkind: B\n",
    "anchors and tags": "a: &x !y b\nc: *x\n",
    "a template": "{{ if .Values.x }}\na: b\n{{ end }}\n",
    "broken": "a: [b\n",
    "deep inside": "jobs: {roles: {chef: {name: Chef}}}\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(*paths: str) -> list[str]:
    """Return the findings of files, as "file:line:column: message"."""
    with pytest.raises(InvalidRegister) as caught:
        load(*paths)
    return [f"{finding.location}: {finding.message}" for finding in caught.value.findings]


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_yaml_files_in_a_folder_are_passed_over(text: str, tmp_path: Path) -> None:
    """A file that has none of our keys says nothing about ownership, whatever is wrong with it."""
    register = load_texts(tmp_path, kitchen=KITCHEN, other=text)
    assert [os.path.basename(file) for file in register.files] == ["kitchen.yaml"]  # noqa: PTH119 - shown names


def test_a_broken_file_with_another_version_is_passed_over(tmp_path: Path) -> None:
    """A version that is not ours makes no ownership file, broken or not."""
    assert problems(tmp_path, kitchen=KITCHEN, compose='version: "3"\nservices: [\n') == []


def test_a_foreign_file_in_another_encoding_is_passed_over(tmp_path: Path) -> None:
    """A file without any of our keys is none of ours in Latin-1 either."""
    (tmp_path / "other.yaml").write_bytes(b"name: caf\xe9\n")
    assert problems(tmp_path, kitchen=KITCHEN) == []


@pytest.mark.parametrize(
    "text",
    [f"version: 1\n{each}\n" for each in ("roles: {}", "overlaps: {}", "practices: {}", "scheme: raci")],
)
def test_a_file_in_a_folder_counts_by_its_keys(text: str, tmp_path: Path) -> None:
    """Our version and another of our keys make a file one of ours."""
    register = load_texts(tmp_path, kitchen=KITCHEN, other=text)
    assert len(register.files) == 2


def test_a_file_with_our_keys_counts_whatever_its_version(tmp_path: Path) -> None:
    """A file of ours without our version is one with a mistake."""
    assert problems(tmp_path, a="version: 2\nroles: {}\n", b="unowned: []\n") == [
        'a.yaml:1:10: "version" is "2" and must be 1',
        'b.yaml:1:1: an ownership file needs "version"',
    ]


@pytest.mark.parametrize(
    "text", ["version: 1\nroles: [\n", "roles:\n  cook: {\n", "a: b\nversion : 1\n  c: d\nroles:\n"]
)
def test_a_broken_file_of_ours_is_not_passed_over(text: str, tmp_path: Path) -> None:
    """A syntax error must not make a file's owners vanish without a word."""
    assert [each.split(":")[0] for each in problems(tmp_path, kitchen=KITCHEN, broken=text)] == [
        "broken.yaml"
    ]


def test_a_broken_file_of_ours_is_known_with_any_line_end(tmp_path: Path) -> None:
    """A file with the old Macintosh's line ends is known as ours too."""
    (tmp_path / "broken.yaml").write_bytes(b"# ours\rversion: 1\rroles: [\r")
    assert problems(tmp_path, kitchen=KITCHEN) != []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-8-sig"])
def test_a_file_of_ours_in_another_encoding_is_not_passed_over(encoding: str, tmp_path: Path) -> None:
    """A file that an editor saved as UTF-16, or with one wrong byte, must not make its owners vanish."""
    text = "\ufeff" if encoding == "utf-16-be" else ""
    content = f"{text}roles: {{buyer: {{name: Buyer}}}}\n".encode(encoding)
    (tmp_path / "buyer.yaml").write_bytes(content if encoding != "utf-8-sig" else content + b"# \xff\n")
    assert [each.split(":")[0] for each in problems(tmp_path, kitchen=KITCHEN)] == ["buyer.yaml"]


def test_a_file_that_vanishes_is_one_message() -> None:
    """A file that is deleted or replaced while it is read is a finding and no crash."""
    contents = [b"roles: \xff"]

    def read() -> bytes:
        if contents:
            return contents.pop()
        raise FileNotFoundError

    with pytest.raises(InvalidRegister):
        load_files([SourceFile("a.yaml", read)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["other.yaml:1:1: the file is empty"]),
        ("# nothing\n", ["other.yaml:1:1: the file is empty"]),
        ("hello", ["other.yaml:1:1: the file is not a mapping of keys to values"]),
        ("- a\n", ["other.yaml:1:1: the file is not a mapping of keys to values"]),
        (
            "hello: world",
            ["other.yaml:1:1: this is not an ownership file"],
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_must_count(text: str, found: list[str], tmp_path: Path) -> None:
    """Whoever names a file means it: one without ownership data is a mistake."""
    write(tmp_path, other=text, kitchen=KITCHEN)
    assert refused("other.yaml") == found
    assert refused("other.yaml", ".") == found


def test_a_folder_without_ownership_data(folder: Path) -> None:
    """A folder in which every file is foreign is refused in one sentence that names a file of it."""
    write(folder, **{"team/a": "hello: world", "team/b": "- c"})
    with pytest.raises(UnusableFile) as caught:
        load("team")
    assert str(caught.value) == "none of these files holds ownership data: team/a.yaml and team/b.yaml"


def test_without_paths_the_shipped_model_is_loaded() -> None:
    """The data that ships with raci is a valid register."""
    register = load()
    assert register.files == ("data/overlaps.yaml", "data/responsibilities.yaml")
    assert {"product-manager", "product-marketer"} <= set(register.roles)


def test_files_are_read_together(folder: Path) -> None:
    """Roles of one file and overlaps of another make one register, in the order of file names."""
    write(
        folder,
        b=KITCHEN,
        a="version: 1\noverlaps: {taste: {sides: {chef: Good., buyer: Cheap.}, tension: Both.}}\n",
        **{"sub/c": "version: 1\nroles: {buyer: {name: Buyer, reports_to: chef}}\n"},
    )
    register = load(".")
    assert register.files == ("a.yaml", "b.yaml", "sub/c.yaml")
    assert (set(register.roles), set(register.overlaps)) == ({"buyer", "chef"}, {"taste"})


def test_every_broken_file_is_reported(tmp_path: Path) -> None:
    """Syntax, encoding and shape are told of all files at once: no file hides the findings of another."""
    (tmp_path / "b.yaml").write_bytes(b"roles: caf\xe9\n")
    found = problems(
        tmp_path,
        a="version: 1\nroles: {chef: {name: Chef}}\nroles: {}\n",
        c="version: 1\nroles:\n  chef: {nmae: Chef}\n",
        d="version: 1\nroles:\n\t- a\n",
    )
    assert found == [
        'a.yaml:3:1: the key "roles" is here a second time, first in line 2',
        "b.yaml:1:11: the byte 0xE9 is not UTF-8",
        'c.yaml:3:3: the role "chef" is defined a second time, first at a.yaml:2',
        'c.yaml:3:9: a role needs "name"',
        'c.yaml:3:10: "nmae" is no field of a role',
        "d.yaml:3:1: there is a tab here",
    ]


@pytest.mark.skipif(os.name != "posix", reason="no such files here")
def test_a_pipe_in_a_folder_is_one_finding(tmp_path: Path) -> None:
    """What is no regular file is told, and the others are read."""
    os.mkfifo(tmp_path / "pipe.yaml")
    found = problems(tmp_path, kitchen="version: 1\nroles: {chef: {nmae: Chef, name: Chef}}\n")
    assert found == [
        'kitchen.yaml:2:16: "nmae" is no field of a role',
        "pipe.yaml:1:1: this is not a regular file",
    ]


@pytest.mark.parametrize("text", [KITCHEN, "version: 1\nroles: [\n"])
def test_loading_leaves_the_garbage_collector_as_it_was(text: str, tmp_path: Path) -> None:
    """Whether loading succeeds or fails, a program that uses raci as a library keeps its settings."""
    for switch in (gc.disable, gc.enable):
        switch()
        before = gc.isenabled()
        problems(tmp_path, a=text)
        assert gc.isenabled() is before


WORDS = [
    "",
    " ",
    "a",
    "b",
    "A",
    "a-b",
    "a b",
    "C++",
    "AR",
    "x\ny",
    "1",
    "2026-01-01",
    "raci",
    "👍",
    "\N{NO-BREAK SPACE}",
]
key = st.sampled_from(WORDS)
word = st.sampled_from([*WORDS, "left out"])


def usually(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return what is due, and now and then something else."""
    anything = word | st.lists(word, max_size=2) | st.dictionaries(key, word, max_size=2)
    return st.integers(0, 5).flatmap(lambda number: what if number else anything)


def entry(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return mappings with some of the fields, and with fields that nobody knows."""
    names = {name.rstrip("_"): usually(what) for name, what in fields.items()}
    return usually(st.fixed_dictionaries({}, optional={**names, "Aaa": word, "zzz": word}))


def keyed(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return mappings of a few keys."""
    return st.dictionaries(key, what, max_size=3)


some = st.lists(word, max_size=3)
source = word | entry(title=word, url=word)
work = entry(
    name=word,
    id=word,
    letters=word | some,
    with_=keyed(word | some),
    aliases=some,
    source=source,
    produces=some,
)
agreement = entry(
    accountable=word | keyed(word),
    others=keyed(word),
    escalation=some,
    practices=some,
    decided=word,
    source=source,
)
ANY_FILE = st.fixed_dictionaries(
    {"version": usually(st.just("1"))},
    optional={
        "scheme": word,
        "roles": usually(
            keyed(
                entry(
                    name=word,
                    aliases=some,
                    people=st.lists(word | entry(name=word, contact=word), max_size=2),
                    reports_to=word,
                    responsibilities=st.lists(work, max_size=3),
                    deliverables=st.lists(work, max_size=3),
                )
            )
        ),
        "overlaps": usually(
            keyed(
                entry(
                    sides=keyed(word), tension=word, work=some, agreement=agreement, distinct=word, same=word
                )
            )
        ),
        "practices": usually(keyed(entry(name=word, cadence=word))),
        "unowned": usually(st.lists(entry(name=word, because=word, id=word, aliases=some), max_size=3)),
    },
)


@settings(max_examples=300)
@given(st.lists(ANY_FILE, min_size=1, max_size=2), st.sampled_from([None, 1]))
def test_whatever_files_hold_is_told_in_our_words(files: list[dict[str, Any]], indent: int | None) -> None:
    """Any mixture of right and wrong entries loads or ends in findings: each once, in its file, no jargon."""
    texts = [
        json.dumps(data, ensure_ascii=False, indent=indent).replace(': "left out"', ": ") for data in files
    ]
    named = {f"{number}.yaml": text for number, text in enumerate(texts)}
    try:
        load_files([SourceFile(name, partial(str.encode, text)) for name, text in named.items()])
    except InvalidRegister as error:
        told = [(str(finding.location), finding.message) for finding in error.findings]
        assert len(set(told)) == len(told)
        for finding in error.findings:
            where = finding.location
            line = named[where.file].split("\n")[where.line - 1]
            assert 1 <= where.column <= len(line) + 1
            assert not [jargon for jargon in JARGON if jargon in finding.message + finding.help]


JARGON = ("pydantic", "Error", "Traceback", "None", "EMPTY", "Input should", "dict", "tuple", "<", "\n\n")
