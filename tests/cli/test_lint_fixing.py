"""raci lint --fix as a process: what is written, what is shown, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from collections.abc import Sequence

BEFORE = b"roles:\n  cook:\n    name: Cook  # he cooks\n    aliases: [chef, cook]\n    deliverables: [{name: Menu, summary: Food.}]\n"
AFTER = b"version: 1\n" + BEFORE.replace(b", cook]", b"]")
MARK = b"\xef\xbb\xbf"


def run(
    folder: Path, *arguments: str, given: bytes | None = None, command: Sequence[str] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Return what a process of raci lint leaves."""
    return subprocess.run(
        [*command, sys.executable, "-m", "raci", "lint", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
    )


def crlf(text: bytes) -> bytes:
    """Return a text with the line ends of Windows."""
    return text.replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, AFTER),
        (crlf(BEFORE), crlf(AFTER)),
        (MARK + BEFORE, MARK + AFTER),
        (MARK + crlf(BEFORE).removesuffix(b"\r\n"), MARK + crlf(AFTER).removesuffix(b"\r\n")),
        (BEFORE.removesuffix(b"\n"), AFTER.removesuffix(b"\n")),
        (BEFORE.replace(b"\n", b"\r"), AFTER.replace(b"\n", b"\r")),
    ],
    ids=["plain", "crlf", "mark", "all", "no last line end", "old line ends"],
)
def test_a_file_keeps_its_manner(before: bytes, after: bytes, tmp_path: Path) -> None:
    """Line ends, a byte order mark and a missing last line end stay; a second time nothing is left to fix."""
    file = tmp_path / "a.yaml"
    file.write_bytes(before)
    ran = run(tmp_path, "a.yaml", "--fix")
    assert (ran.returncode, file.read_bytes()) == (0, after)
    assert ran.stdout.endswith(
        b"Fixed 2 (1 missing-field, 1 redundant-alias). No findings in 1 file.\n".replace(
            b"\n", os.linesep.encode()
        )
    )
    assert b"Fixed" not in run(tmp_path, "a.yaml", "--fix").stdout
    assert file.read_bytes() == after


def test_a_difference_is_shown_and_nothing_written(tmp_path: Path) -> None:
    """--diff is a patch, and exit code 1 says that there is something to do."""
    file = tmp_path / "a.yaml"
    file.write_bytes(BEFORE)
    ran = run(tmp_path, "a.yaml", "--diff")
    assert (ran.returncode, file.read_bytes()) == (1, BEFORE)
    assert ran.stdout.splitlines()[:4] == [b"--- a.yaml", b"+++ a.yaml", b"@@ -1,5 +1,6 @@", b"+version: 1"]
    assert ran.stderr.strip() == b"Would fix 2 (1 missing-field, 1 redundant-alias)."
    file.write_bytes(AFTER)
    ran = run(tmp_path, "a.yaml", "--diff")
    assert (ran.returncode, ran.stdout, ran.stderr.strip()) == (0, b"", b"Nothing would be fixed.")


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        (["--json"], "--format json"),
        (["-f", "sarif"], "--format sarif"),
        (["--fix", "-f", "junit"], "--format junit"),
        (["--statistics"], "--statistics"),
    ],
)
def test_a_difference_comes_in_no_other_form(
    options: list[str], asked: str, raci: RunRaci, in_folder: Path
) -> None:
    """What reads JSON would otherwise be given a patch."""
    write_files(in_folder, {"a.yaml": "roles: {}\n"})
    ran = raci("lint", "a.yaml", "--diff", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"raci: --diff shows a unified diff and no report: it does not go with {asked}. "
        "Without --diff, --json has each fix with its edits.\n"
    )


def test_a_difference_says_where_the_last_line_has_no_end(tmp_path: Path) -> None:
    """Whatever applies patches knows the sign."""
    (tmp_path / "a.yaml").write_bytes(BEFORE.removesuffix(b"\n"))
    assert b"Food.}]\n\\ No newline at end of file\n" in run(tmp_path, "a.yaml", "--diff").stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    """One that is read-only leaves both as they were."""
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_bytes(BEFORE)
    other.write_bytes(BEFORE.replace(b"ook", b"aiter"))
    other.chmod(0o444)
    ran = run(tmp_path, ".", "--fix")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"b.yaml cannot be written: it is read-only; no file was changed." in ran.stderr
    assert one.read_bytes() == BEFORE


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_leads_to_what_is_fixed(tmp_path: Path) -> None:
    """The link stays one, and its target is written with the mode that it has."""
    target, link = tmp_path / "there.txt", tmp_path / "a.yaml"
    target.write_bytes(BEFORE)
    target.chmod(0o640)
    link.symlink_to(target)
    assert run(tmp_path, "a.yaml", "--fix").returncode == 0
    assert link.is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (AFTER, 0o640)


def test_standard_input_is_fixed_to_standard_output(tmp_path: Path) -> None:
    """The text goes out as it came in, mended, and the report beside it; the file of its name stays."""
    (tmp_path / "a.yaml").write_bytes(b"version: 1\nroles: {}\n")
    given = MARK + crlf(BEFORE)
    ran = run(tmp_path, "-", "--stdin-filename", "a.yaml", "--fix", given=given)
    assert (ran.returncode, ran.stdout) == (0, MARK + crlf(AFTER))
    assert b"Fixed 2" in ran.stderr
    assert (tmp_path / "a.yaml").read_bytes() == b"version: 1\nroles: {}\n"


@pytest.mark.parametrize(
    "given", [AFTER, b"version: 1\nroles: [\n", b"version: 1\nroles: {a: {name: \xff}}\n"]
)
def test_standard_input_without_fixes_comes_back(given: bytes, tmp_path: Path) -> None:
    """An editor that pipes through raci never loses a text."""
    assert run(tmp_path, "-", "--fix", given=given).stdout == given


def test_unsafe_fixes_are_made_where_they_are_asked_for(raci: RunRaci, in_folder: Path) -> None:
    """Without, the last line says how many more there are; the exit code is that of what is left."""
    text = AFTER.decode().replace("aliases: [chef]", "reports_to: bos") + "  boss: {name: Boss}\n"
    write_files(in_folder, {"a.yaml": text})
    ran = raci("lint", "a.yaml", "--fix", "-f", "concise", "--ignore", "RACI112")
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "Found 1 error in 1 file. 1 fixable with --unsafe-fixes."
    assert 'a.yaml:5:17: error[RACI101] [* unsafe] "bos" is no known role' in ran.out
    ran = raci("lint", "a.yaml", "--unsafe-fixes", "--ignore", "RACI112")
    assert (ran.code, ran.out) == (0, "Fixed 1 (1 unknown-role). No findings in 1 file.\n")
    assert "reports_to: boss\n" in (in_folder / "a.yaml").read_text("utf-8")


def test_only_what_is_selected_and_named_is_fixed(raci: RunRaci, in_folder: Path) -> None:
    """Rules that are ignored and files that are not named stay as they are."""
    write_files(in_folder, {"raci.toml": 'data = ["a.yaml", "b.yaml"]\n'})
    one, other = in_folder / "a.yaml", in_folder / "b.yaml"
    one.write_bytes(BEFORE)
    other.write_bytes(BEFORE.replace(b"ook", b"aiter").replace(b"Menu", b"Bill"))
    raci("lint", "a.yaml", "--fix", "--select", "redundant-alias")
    assert one.read_bytes() == AFTER.removeprefix(b"version: 1\n")
    assert b"aiter]" in other.read_bytes()


def test_the_baseline_is_fixed_beside_the_files(raci: RunRaci, in_folder: Path) -> None:
    """A stale entry goes; the rest of the file stays as somebody wrote it."""
    (in_folder / "a.yaml").write_bytes(AFTER)
    stale = '{"rule": "RACI201", "file": "a.yaml", "subject": "menu", "count": 1}'
    (in_folder / "known.json").write_text('{"schema_version": 1,\n "findings": [' + stale + "]}", "utf-8")
    ran = raci("lint", "a.yaml", "--baseline", "known.json", "--fix")
    assert ran.out == "Fixed 1 (1 stale-baseline). No findings in 1 file.\n"
    assert (in_folder / "known.json").read_text("utf-8") == '{"schema_version": 1,\n "findings": []}'


def test_fixing_and_writing_the_baseline_are_two_runs(raci: RunRaci, in_folder: Path) -> None:
    """Which of the two would be first is nothing that anybody could guess."""
    (in_folder / "a.yaml").write_bytes(BEFORE)
    ran = raci("lint", "a.yaml", "--fix", "--write-baseline")
    assert (ran.code, ran.out) == (2, "")
    assert (in_folder / "a.yaml").read_bytes() == BEFORE


def edits_of(fix: dict[str, object]) -> list[tuple[object, ...]]:
    """Return the edits of a fix in JSON as tuples."""
    edits = fix["edits"]
    assert isinstance(edits, list)
    return [tuple(each.values()) for each in edits]


def test_formats_show_the_fix(raci: RunRaci, in_folder: Path) -> None:
    """JSON and SARIF have its edits, the forms for people that it is there."""
    (in_folder / "a.yaml").write_bytes(AFTER.replace(b"[chef]", b"[chef, cook]"))
    fix = json.loads(raci("lint", "a.yaml", "--json").out)["findings"][0]["fix"]
    assert (fix["applicability"], fix["message"]) == ("safe", 'Take "cook" out')
    assert edits_of(fix) == [("a.yaml", 5, 19, 5, 25, "")]
    result = json.loads(raci("lint", "a.yaml", "-f", "sarif").out)["runs"][0]["results"][0]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 19, "endLine": 5, "endColumn": 25},
            "insertedContent": {"text": ""},
        }
    ]
    assert '= fix: Take "cook" out.' in raci("lint", "a.yaml").out
    assert "info[RACI504] [*] the alias" in raci("lint", "a.yaml", "-f", "concise").out


@pytest.mark.parametrize("more", ["&here chef", "chef, cook], aliases: [x"])
def test_what_cannot_be_edited_is_not_called_fixable(more: str, raci: RunRaci, in_folder: Path) -> None:
    """Where a key is repeated or a value has an anchor nothing is edited, and no fix is promised."""
    text = BEFORE.decode().replace("aliases: [chef, cook]", f"aliases: [{more}]")
    text = text.replace("    name", "    reportsTo: cook\n    name") if "&" in more else f"{{{text}}}"
    text = text if "&" in more else "version: 1\nroles: {cook: {name: Cook, aliases: [cook], aliases: [x]}}\n"
    write_files(in_folder, {"a.yaml": text})
    for found in json.loads(raci("lint", "a.yaml", "--json").out)["findings"]:
        assert found["fix"] is None or found["name"] == "missing-field"
