"""raci init: what it writes is right at once, and it never overwrites."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from raci.cli.output import write_new
from raci.config import read_configuration
from raci.errors import CannotWrite
from raci.linter.lint import LintOptions, lint
from raci.loading.load import read_files
from raci.loading.origin import find_files
from raci.model.json_schema import ownership_schema

from conftest import PROJECT, RunRaci, write_files

MODELINE = "# yaml-language-server: $schema=./ownership.schema.json\n"
WRITTEN = ["ownership/overlaps.yaml", "ownership/ownership.schema.json", "ownership/roles.yaml", "raci.toml"]


def everything_in(folder: Path) -> list[str]:
    """Return what lies in a folder, however deep; .git is not asked for."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return sorted(path for path in found if not path.startswith(".git"))


@pytest.fixture(autouse=True)
def _no_configuration_from_above(in_folder: Path) -> None:
    in_folder.joinpath(".git").mkdir()


def test_the_starter_files_answer_at_once(raci: RunRaci, in_folder: Path) -> None:
    """What was written is told, with the next two commands; the first of them answers, with all its parts."""
    ran = raci("init")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote ownership/roles.yaml, ownership/overlaps.yaml, ownership/ownership.schema.json and raci.toml.\n\n"
        "Next, ask a question and check the files:\n\n"
        "  raci who-owns release notes\n"
        "  raci lint\n"
    )
    assert [path for path in everything_in(in_folder) if path != "ownership"] == WRITTEN
    answer = raci("who-owns", "release", "notes")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "Support is accountable for Release Notes: Developer and Support both claim it"
    )
    assert "Turn to Team Lead." in answer.out


def test_nothing_is_to_be_said_of_the_starter_files(raci: RunRaci, in_folder: Path) -> None:
    """No error, no warning, no advice, in whatever year they are written."""
    raci("init")
    for today in (date(2026, 1, 15), date(2099, 1, 1)):
        report = lint(read_files(find_files(["ownership"]), keep_texts=True), LintOptions(today))
        assert report.findings == ()
    assert raci("lint").code == 0


@pytest.mark.parametrize("options", [(), ("--example",)])
def test_editors_find_the_schema_beside_the_files(
    options: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """The first line names it, it is what `raci schema` prints, and the files keep to it."""
    raci("init", *options)
    folder = in_folder / "ownership"
    assert (folder / "ownership.schema.json").read_text("utf-8") == raci("schema").out
    for path in folder.glob("*.yaml"):
        text = path.read_text("utf-8")
        assert text.startswith(MODELINE)
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
        jsonschema.Draft7Validator(ownership_schema()).validate(data)


def test_every_field_is_in_the_starter_files(raci: RunRaci, in_folder: Path) -> None:
    """Used, or in a comment."""
    raci("init")
    text = "".join(path.read_text("utf-8") for path in in_folder.glob("ownership/*.yaml"))
    schema = ownership_schema()
    fields = {field for thing in (schema, *schema["definitions"].values()) for field in thing["properties"]}
    assert sorted(field for field in fields if f"{field}:" not in text) == []


def test_the_example_is_the_shipped_model(raci: RunRaci, in_folder: Path) -> None:
    """Word for word, under the line for editors; and it answers as before, but from the copy."""
    shipped = raci("who-owns", "roadmap", "-q").out.splitlines()[0]
    ran = raci("init", "--example", "model")
    assert ran.code == 0
    assert "  raci who-owns pricing\n" in ran.out
    for name in ("responsibilities.yaml", "overlaps.yaml"):
        original = (PROJECT / "data" / name).read_text("utf-8")
        assert (in_folder / "model" / name).read_text("utf-8") == MODELINE + original
    answer = raci("who-owns", "roadmap")
    assert (answer.err, answer.out.splitlines()[0]) == ("", shipped)
    assert "model/responsibilities.yaml:" in answer.out


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("teams/shop", "teams/shop"),
        ("with space/", "with space"),
        ("./über 日報//", "über 日報"),
        ('qu"ote\\back', 'qu"ote\\back'),
        ("new\nline\x7f\t", "new\nline\x7f\t"),
        (".hidden", ".hidden"),
        (".", "."),
        ("[bold]", "[bold]"),
    ],
)
def test_folders_of_any_name(folder: str, named: str, raci: RunRaci, in_folder: Path) -> None:
    """The configuration names the folder as it is, and questions find it."""
    ran = raci("init", folder)
    assert (ran.code, ran.err) == (0, "")
    assert tomllib.loads((in_folder / "raci.toml").read_text("utf-8"))["data"] == [named]
    assert raci("who-owns", "release notes").out.startswith("Support is")
    assert "\x7f" not in ran.out


def test_a_folder_elsewhere(raci: RunRaci, in_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An absolute name stays one."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert raci("init", str(elsewhere)).code == 0
    assert read_configuration(in_folder / "raci.toml").data == [str(elsewhere)]
    assert raci("who-owns", "release notes").out.startswith("Support is")


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"raci.toml": 'data = ["ownership"]'}, "raci.toml is"),
        ({"raci.toml": ""}, "raci.toml is"),
        ({".raci.toml": ""}, ".raci.toml is"),
        ({"pyproject.toml": "[tool.raci]"}, "pyproject.toml is"),
        ({"ownership/roles.yaml": "mine"}, "ownership/roles.yaml is"),
        ({"ownership/ownership.schema.json": ""}, "ownership/ownership.schema.json is"),
        ({"ownership/overlaps.yaml/x": ""}, "ownership/overlaps.yaml is"),
        (
            {"ownership/overlaps.yaml": "", "ownership/roles.yaml": "", ".raci.toml": ""},
            ".raci.toml, ownership/roles.yaml and ownership/overlaps.yaml are",
        ),
    ],
)
def test_what_is_there_stays(there: dict[str, str], told: str, raci: RunRaci, in_folder: Path) -> None:
    """All that is in the way is named, and nothing is written."""
    write_files(in_folder, there)
    before = everything_in(in_folder)
    ran = raci("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"raci: {told} there already; nothing was written.\n"
    assert everything_in(in_folder) == before
    assert {name: (in_folder / name).read_text("utf-8") for name in there} == there


def test_twice(raci: RunRaci, in_folder: Path) -> None:
    """The second time everything is in the way, with --example too."""
    raci("init")
    before = {name: (in_folder / name).read_bytes() for name in WRITTEN}
    for options in ((), ("--example",), ("other",)):
        assert raci("init", *options).code == 2
    assert {name: (in_folder / name).read_bytes() for name in WRITTEN} == before
    assert not (in_folder / "other").exists()


def test_how_a_folder_is_added(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a configuration reads others: what to write into it, and it works."""
    raci("init")
    told = raci("init", "teams/shop").err
    assert told == (
        "raci: raci.toml is there already; nothing was written. To have teams/shop read as well, write your files "
        'there, and into raci.toml: data = ["ownership", "teams/shop"]\n'
    )
    configuration = in_folder / "raci.toml"
    line = told.rpartition("raci.toml: ")[2]
    configuration.write_text(
        configuration.read_text("utf-8").replace('data = ["ownership"]\n', line), "utf-8"
    )
    write_files(
        in_folder, {"teams/shop/a.yaml": "version: 1\nroles: {x: {name: X, deliverables: [{name: Till}]}}"}
    )
    assert raci("who-owns", "till").out.startswith("X is accountable for Till")
    monkeypatch.chdir(in_folder / "teams")
    assert 'data = ["ownership", "teams/shop", "teams/bar"]' in raci("init", "bar").err


def test_a_configuration_above_counts(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that raci uses from here would be cut off; one beyond the repository is not used."""
    write_files(in_folder, {"raci.toml": "", "below/x": "", "repository/.git/HEAD": ""})
    monkeypatch.chdir(in_folder / "below")
    assert raci("init").err == "raci: ../raci.toml is there already; nothing was written.\n"
    monkeypatch.chdir(in_folder / "repository")
    assert raci("init").code == 0


def test_other_tools_settings_are_no_obstacle(raci: RunRaci, in_folder: Path) -> None:
    """A pyproject.toml without our table stays as it is, and raci.toml stands beside it."""
    write_files(in_folder, {"pyproject.toml": "[tool.other]\nx = 1\n", "ownership/notes.txt": "mine"})
    assert raci("init").code == 0
    assert (in_folder / "pyproject.toml").read_text("utf-8") == "[tool.other]\nx = 1\n"
    assert raci("who-owns", "release notes").out.startswith("Support is")


def test_a_dangling_link_is_something_too(raci: RunRaci, in_folder: Path) -> None:
    """Nothing is written through it."""
    in_folder.joinpath("raci.toml").symlink_to("elsewhere.toml")
    assert raci("init").err == "raci: raci.toml is there already; nothing was written.\n"
    assert everything_in(in_folder) == ["raci.toml"]


@pytest.mark.parametrize("folder", ["taken", "taken/below", "taken/below/deeper"])
def test_a_file_where_a_folder_should_be(folder: str, raci: RunRaci, in_folder: Path) -> None:
    """It is named, and stays."""
    write_files(in_folder, {"taken": "mine"})
    ran = raci("init", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "raci: taken is not a folder; nothing was written.\n"
    assert everything_in(in_folder) == ["taken"]


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("", "The folder needs a name."),
        ("  ", "The folder needs a name."),
        ("\udcff", "\\udcff is not UTF-8, and raci.toml has to name it."),
        ("a" * 300, f"The folder {'a' * 300} cannot be made: File name too long."),
    ],
)
def test_names_that_no_folder_can_have(folder: str, message: str, raci: RunRaci, in_folder: Path) -> None:
    """Why, and nothing is left."""
    ran = raci("init", folder)
    assert (ran.code, ran.err) == (2, f"raci: {message}\n")
    assert everything_in(in_folder) == []


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("os.mkdir", "The folder ownership cannot be made: Permission denied."),
        ("tempfile.mkstemp", "ownership/roles.yaml cannot be written: Permission denied."),
    ],
)
def test_a_folder_that_may_not_be_written(
    broken: str, message: str, raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why, and nothing is left, not even the folder."""
    monkeypatch.setattr(broken, _refuse)
    ran = raci("init")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: {message}\n")
    assert everything_in(in_folder) == []


def test_a_file_that_comes_in_between_is_not_overwritten(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checked beforehand and written by somebody else since: it stays, and what was written goes again."""
    link = os.link

    def slow(source: str, target: str) -> None:
        if target == "raci.toml":
            Path(target).write_text("theirs", encoding="utf-8")
        link(source, target)

    monkeypatch.setattr(os, "link", slow)
    ran = raci("init", "new/folder")
    assert (ran.code, ran.err) == (2, "raci: raci.toml cannot be written: File exists.\n")
    assert everything_in(in_folder) == ["raci.toml"]
    assert (in_folder / "raci.toml").read_text("utf-8") == "theirs"


def test_a_file_system_without_links(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written all the same, and not over others; nothing is left of one that fails."""

    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    write_new({"a/b.txt": "one\n", "c.txt": "two\n"})
    assert (in_folder / "a/b.txt").read_text("utf-8") == "one\n"
    with pytest.raises(CannotWrite, match=r"^c\.txt cannot be written: File exists\.$"):
        write_new({"d.txt": "three", "c.txt": "four"})
    assert (in_folder / "c.txt").read_text("utf-8") == "two\n"
    monkeypatch.setattr(os, "replace", _refuse)
    with pytest.raises(CannotWrite, match="Permission denied"):
        write_new({"e/d.txt": "three"})
    assert everything_in(in_folder) == ["a", "a/b.txt", "c.txt"]


def test_an_interrupt_leaves_nothing(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What had been written by then goes again."""
    link = os.link

    def interrupted(source: Any, target: Any) -> None:
        if target == "b/two":
            raise KeyboardInterrupt
        link(source, target)

    monkeypatch.setattr(os, "link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_new({"a/one": "1", "b/two": "2"})
    assert everything_in(in_folder) == []


def test_a_current_folder_that_is_gone(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no place for anything."""
    gone = in_folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert raci("init").err == "raci: The current folder has been removed.\n"


def test_a_stronger_wish_is_told(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With RACI_DATA the new configuration would not count, and nobody would know why."""
    monkeypatch.setenv("RACI_DATA", "elsewhere")
    ran = raci("init")
    assert (ran.code, ran.err) == (0, "RACI_DATA is set, and goes before raci.toml.\n")


def test_it_loads_no_more_than_it_needs(in_folder: Path) -> None:
    """The graph, the terminal and the YAML reader stay away."""
    code = (
        "import sys; from raci.cli.app import main; main(['init'])\n"
        "print([name for name in ('networkx', 'rich', 'yaml', 'rapidfuzz', 'jinja2') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
