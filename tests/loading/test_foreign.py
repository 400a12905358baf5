"""Which YAML files of a folder are ownership files, and why the others are passed over."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from raci.loading.load import load

from builders import load_texts, problems

KITCHEN = "version: 1\nroles: {chef: {name: Chef}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\n",
        "version: 1\nformatters: {}\n",
        "---\nroles:\n  # from Galaxy\n  - name: example.webserver\n",
        "overlaps: 3\nunowned: {a: b}\n",
        "roles:\n\n  # from Galaxy\n  - name: {{ x }}\n",
        "version: 1\nroot: {{ x }\n",
    ],
)
def test_somebody_elses_file_does_not_stop_an_answer(text: str, tmp_path: Path) -> None:
    """Neither a version alone is a sign of ours, nor a key that holds something else; broken or not."""
    assert len(load_texts(tmp_path, kitchen=KITCHEN, other=text).files) == 1


@pytest.mark.parametrize(
    "text",
    ["version: 1\nroles: [{name: Chef}]\n", "version: 1\nrole: {chef: {}}\n", "version: 1\nunowned:\n"],
)
def test_a_file_of_ours_with_a_mistake_is_not_passed_over(text: str, tmp_path: Path) -> None:
    """With our version, a key that is misspelt or holds something else is a mistake to be told."""
    assert [each.split(":")[0] for each in problems(tmp_path, kitchen=KITCHEN, other=text)] == ["other.yaml"]


def test_why_files_are_passed_over(in_folder: Path) -> None:
    """Each has its name, with the place where it cannot be read; what holds nothing of ours is harmless."""
    contents = {
        "broken": b"a: b\n\tc: [\n",
        "compressed": gzip.compress(b"version: 1\n"),
        "foreign": b"- hosts: all\n",
        "latin": b"a: caf\xe9\n",
        "lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 123\n",
        "link": b"../elsewhere/board.yaml",
        "several": b"kind: A\n---\nkind: B\n",
        "unmarked": "a: b".encode("utf-16-le"),
        "utf-16": "a: b".encode("utf-16"),
        "utf-32": "a: b".encode("utf-32"),
    }
    for name, content in contents.items():
        (in_folder / f"{name}.yaml").write_bytes(content)
    (in_folder / "kitchen.yml").write_text(KITCHEN, encoding="utf-8")
    left_out = load(".").left_out
    assert [str(each) for each in left_out if not each.harmless] == [
        "broken.yaml:2:1: a tab is used to indent; the file was passed over",
        "compressed.yaml:1:2: the byte 0x8B is not UTF-8; the file was passed over",
        "latin.yaml:1:7: the byte 0xE9 is not UTF-8; the file was passed over",
        "lfs.yaml is a pointer of Git LFS: its content was not fetched",
        "link.yaml holds only the path of another file: git could not make a link of it",
        "unmarked.yaml:1:2: the character U+0000 is not allowed in YAML; the file was passed over",
        "utf-16.yaml:1:1: the file is written in UTF-16; the file was passed over",
        "utf-32.yaml:1:1: the file is written in UTF-32; the file was passed over",
    ]
    assert [each.name for each in left_out if each.harmless] == ["foreign.yaml", "several.yaml"]
