"""What all answering commands share: where data comes from, forms, colours, files, exit codes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import FORMATS, RunRaci, write_files

OWN = "version: 1\nroles: {{{id}: {{name: {name}, responsibilities: [{{name: Pricing}}]}}}}\n"


def own(name: str) -> str:
    """Return a file in which a role of this name does the pricing."""
    return OWN.format(id=name.lower(), name=name)


def first_word(out: str) -> str:
    """Return the owner that an answer begins with."""
    return out.split(maxsplit=1)[0]


def test_data_beats_environment_beats_configuration_beats_shipped(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearer the wish to the question, the stronger."""
    write_files(in_folder, {f"{name}/r.yaml": own(name) for name in ("Flag", "Environment", "Configured")})
    assert raci("who-owns", "pricing").out.startswith("Product Marketer is")
    write_files(in_folder, {"raci.toml": 'data = ["Configured"]'})
    assert first_word(raci("who-owns", "pricing").out) == "Configured"
    monkeypatch.setenv("RACI_DATA", "Environment")
    assert first_word(raci("who-owns", "pricing").out) == "Environment"
    assert first_word(raci("who-owns", "pricing", "--data", "Flag").out) == "Flag"


def test_several_files_and_folders_read_as_one(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--data may be repeated, and RACI_DATA holds several paths."""
    write_files(in_folder, {"a/r.yaml": own("Anna"), "b.yaml": own("Bert")})
    contested = "Nobody yet: Anna and Bert both claim Pricing.\n"
    assert raci("who-owns", "pricing", "--data", "a", "--data", "b.yaml").out.startswith(contested)
    monkeypatch.setenv("RACI_DATA", os.pathsep.join(["a", "b.yaml"]))
    assert raci("who-owns", "pricing").out.startswith(contested)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".raci.toml", 'data = ["own.yaml"]'),
        ("raci.toml", 'data = ["own.yaml"]'),
        ("pyproject.toml", '[tool.raci]\ndata = ["own.yaml"]'),
    ],
)
def test_the_nearest_configuration_up_to_the_repository(
    name: str, text: str, raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths are relative to the configuration's file; one beyond the repository does not count."""
    write_files(in_folder, {name: text, "own.yaml": own("Anna"), "deep/er/x.txt": "", "repo/.git/HEAD": ""})
    monkeypatch.chdir(in_folder / "deep/er")
    assert first_word(raci("who-owns", "pricing").out) == "Anna"
    assert "../../own.yaml:2" in raci("who-owns", "pricing").out
    monkeypatch.chdir(in_folder / "repo")
    assert raci("who-owns", "pricing").out.startswith("Product Marketer")
    assert first_word(raci("who-owns", "pricing", "--config", f"../{name}").out) == "Anna"


def test_a_pyproject_without_our_table_is_passed_over(raci: RunRaci, in_folder: Path) -> None:
    """Other tools' settings are none of our business."""
    write_files(in_folder, {"pyproject.toml": "[tool.other]\nx = 1"})
    assert raci("who-owns", "pricing").code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('dta = ["x"]', 'raci: raci.toml: "dta" is no setting of raci. Did you mean "data"?\n'),
        (
            'data = "x"',
            'raci: raci.toml: "data" must be a list of files and folders, such as ["ownership/"]\n',
        ),
        ("data = [", "raci: raci.toml: this is not TOML. "),
        ('data = ["gone"]', "raci: gone: there is no such file or folder\n"),
    ],
)
def test_a_configuration_with_mistakes(text: str, message: str, raci: RunRaci, in_folder: Path) -> None:
    """Unknown settings and wrong values name the file and what is allowed; exit code 2."""
    write_files(in_folder, {"raci.toml": text})
    ran = raci("who-owns", "pricing")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_output_to_a_file_is_whole_or_not_at_all(raci: RunRaci, in_folder: Path) -> None:
    """The answer is in the file and not on the screen; what cannot be written is left as it was."""
    answer = raci("who-owns", "pricing").out
    ran = raci("who-owns", "pricing", "-o", "answer.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (in_folder / "answer.txt").read_text("utf-8") == answer
    assert [path.name for path in in_folder.iterdir()] == ["answer.txt"]
    ran = raci("who-owns", "pricing", "-q", "-o", "")
    assert (ran.code, ran.err) == (2, "raci: The output needs a file name, or - for standard output.\n")
    ran = raci("who-owns", "pricing", "-q", "-o", "missing/answer.txt")
    assert (ran.code, ran.err) == (
        2,
        "raci: missing/answer.txt cannot be written: No such file or directory.\n",
    )
    assert raci("who-owns", "pricing", "-o", "-").out == answer


def test_output_over_a_folder_or_device_is_refused(raci: RunRaci, in_folder: Path) -> None:
    """Only regular files are replaced."""
    (in_folder / "folder").mkdir()
    ran = raci("who-owns", "pricing", "-q", "-o", "folder")
    assert (ran.code, ran.err) == (2, "raci: folder is a folder; nothing was written.\n")
    os.mkfifo("pipe")
    ran = raci("who-owns", "pricing", "-q", "-o", "pipe")
    assert (ran.code, ran.err) == (2, "raci: pipe is not a regular file; nothing was written.\n")


def test_output_into_the_null_device_is_gone(raci: RunRaci) -> None:
    """For whoever only wants the exit code; the device is not replaced by a file."""
    ran = raci("who-owns", "pricing", "-q", "-o", os.devnull)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (("-o", "a.csv"), "a.csv holds text; --format csv writes CSV.\n"),
        (("-o", "a.JSON"), "a.JSON holds text; --format json writes JSON.\n"),
        (("-o", "a.xlsx"), "a.xlsx holds text; --format csv writes CSV.\n"),  # who-owns makes no workbook
        (("-o", "a.csv", "-f", "csv"), ""),
        (("-o", "a.csv", "--json"), ""),
        (("-o", "a.txt"), ""),
        (("-o", "a.dot"), ""),  # who-owns has no such form
        (("-o", "a.csv", "-q"), ""),
    ],
)
def test_a_name_that_promises_another_form_is_noted(
    arguments: tuple[str, ...], note: str, raci: RunRaci, in_folder: Path
) -> None:
    """It does not choose the form, and who expected that is told which option does."""
    write_files(in_folder, {"own.yaml": own("Anna")})
    ran = raci("who-owns", "pricing", "--data", "own.yaml", *arguments)
    assert (ran.code, ran.out, ran.err) == (0, "", note)


def test_output_keeps_the_permissions_of_the_file_it_replaces(raci: RunRaci, in_folder: Path) -> None:
    """An answer that may be read by few stays so."""
    target = in_folder / "answer.txt"
    target.write_text("old")
    target.chmod(0o640)
    raci("who-owns", "pricing", "-o", "answer.txt")
    assert target.stat().st_mode & 0o777 == 0o640


def test_output_never_replaces_the_data(raci: RunRaci, in_folder: Path) -> None:
    """A slip of the hand must not cost the ownership file."""
    write_files(in_folder, {"own.yaml": own("Anna")})
    ran = raci("who-owns", "pricing", "--data", "own.yaml", "-o", "own.yaml")
    assert (ran.code, ran.err) == (2, "raci: own.yaml is one of the ownership files; nothing was written.\n")
    assert (in_folder / "own.yaml").read_text("utf-8") == own("Anna")


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_to_color(
    options: tuple[str, ...],
    environment: dict[str, str],
    *,
    colored: bool,
    raci: RunRaci,
    in_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The option beats NO_COLOR beats FORCE_COLOR beats the terminal; the words are the same."""
    plain = raci("who-owns", "pricing").out
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = raci("who-owns", "pricing", *options).out
    assert ("\x1b[" in out) is colored
    assert plain.splitlines()[0] in out
    assert "\x1b[" not in raci("who-owns", "pricing", "--json", *options).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("who-owns",), "raci: Ask a question, or name a file of questions with --questions.\n"),
        (("whoowns", "x"), "raci: No such command 'whoowns'. Did you mean 'who-owns'?\nTry raci --help.\n"),
        (
            ("who-owns", "x", "--format", "txt"),
            "raci: Invalid value for '--format' / '-f': 'txt' is not one of "
            f"{', '.join(map(repr, FORMATS))}.\n"
            "Try raci who-owns --help.\n",
        ),
        (("who-owns", "x", "--data", "gone.yaml"), "raci: gone.yaml: there is no such file or folder\n"),
    ],
)
def test_usage_errors(arguments: tuple[str, ...], message: str, raci: RunRaci, in_folder: Path) -> None:
    """What was wrong and where help is, on standard error; exit code 2."""
    ran = raci(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", message)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "json"),
        ("--json",),
        ("--color", "always"),
        ("-f", "csv"),
        ("--quiet",),
        ("--output", "-"),
    ],
)
def test_all_answering_commands_take_the_shared_options(
    arguments: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """Data, form, output and colour are asked for alike, before and after the words of a question."""
    write_files(in_folder, {"own.yaml": own("Anna"), "raci.toml": 'data = ["own.yaml"]'})
    for command in ("who-owns", "overlaps"):
        after = raci(command, "pricing", "--config", "raci.toml", *arguments)
        before = raci(command, *arguments, "--config", "raci.toml", "pricing")
        assert after == before
        assert after.code == (0 if command == "who-owns" else 1)
        assert after.out


def test_no_arguments_give_the_help(raci: RunRaci) -> None:
    """Somebody who types raci alone sees what it can do; that is no answer."""
    ran = raci()
    assert (ran.code, ran.out) == (2, "")
    assert "who-owns" in ran.err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help(option: str, raci: RunRaci) -> None:
    """Help goes to standard output, with an example and the options that all share."""
    examples = {
        "who-owns": "raci who-owns product roadmap --data ownership/ --json",
        "overlaps": "raci overlaps --status contested --status unexamined --role PMM",
    }
    for command, example in examples.items():
        ran = raci(command, option)
        assert (ran.code, ran.err) == (0, "")
        assert example in ran.out
        assert all(shared in ran.out for shared in ("--data PATH", "-o, --output FILE", "--json", "--color"))


def test_version(raci: RunRaci) -> None:
    """The version and nothing else."""
    ran = raci("--version")
    assert ran.code == 0
    assert ran.out.startswith("raci ")
    assert len(ran.out.split()) == 2


def test_a_bug_says_so_in_one_line(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3, no traceback unless it is asked for."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("raci.queries.question.Search", broken)
    ran = raci("who-owns", "pricing", "-q")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("raci: this is a bug in raci (ZeroDivisionError). Please report it")
    assert "Traceback" not in ran.err
    assert "Traceback" in raci("--debug", "who-owns", "pricing").err
