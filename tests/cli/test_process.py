"""raci as a process: pipes, encodings, closed streams, interrupts."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.render.forms import named
from raci.render.graph.forms import FORMS as GRAPH_FORMS

from conftest import PROJECT, write_files

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMAND = [sys.executable, "-m", "raci"]


def run(arguments: Sequence[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return what a process of raci leaves."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(("question", "code"), [("pricing", 0), ("bicycle repair", 1), ("", 1)])
def test_exit_codes(question: str, code: int, tmp_path: Path) -> None:
    """Answered, and negative."""
    assert run(["who-owns", question], tmp_path).returncode == code


def test_no_answer_is_exit_code_2(tmp_path: Path) -> None:
    """A file that cannot be read gives no answer, no traceback and nothing on standard output."""
    write_files(tmp_path, {"bad.yaml": "version: 1\nroles: [\n"})
    ran = run(["who-owns", "pricing", "--data", "bad.yaml"], tmp_path)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.startswith(b"bad.yaml:3:1: ")
    assert b"Traceback" not in ran.stderr


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """`raci ... | head` ends quietly with the command's own exit code."""
    process = subprocess.Popen(
        [*COMMAND, "who-owns", "pricing", "-q"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals of this kind")
@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_gets_wrapped_and_coloured_lines(columns: int, tmp_path: Path) -> None:
    """On a terminal no line is longer than it is wide, and NO_COLOR keeps colour away."""
    for no_color in ("", "1"):
        screen = on_a_terminal(
            ["who-owns", "roadmap", "-q"], tmp_path, COLUMNS=str(columns), NO_COLOR=no_color
        )
        assert ("\x1b[" in screen) is (no_color == "")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", screen)
        assert max(map(len, plain.splitlines())) <= columns
        assert "Product Manager" in plain


def on_a_terminal(arguments: Sequence[str], folder: Path, **environment: str) -> str:
    """Return what a process of raci writes to a terminal."""
    import pty  # noqa: PLC0415 - not every system has it

    master, slave = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm", **environment}
    with subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=surroundings, stdout=slave) as process:
        os.close(slave)
        written = b""
        with contextlib.suppress(OSError):  # a terminal whose other end has gone gives an error, not an end
            while read := os.read(master, 65536):
                written += read
        assert process.wait() == 0
    os.close(master)
    return written.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_encoding_of_the_terminal(encoding: str, tmp_path: Path) -> None:
    """What the stream cannot show is an escape."""
    write_files(tmp_path, {"x.yaml": "version: 1\nroles: {r: {name: R, deliverables: [{name: 日報 é}]}}"})
    ran = run(["who-owns", "日報 é", "--data", "x.yaml"], tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == 0
    assert "日報 é".encode(encoding, "backslashreplace") in ran.stdout


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the hash seed: no set's order reaches an answer, a drawing or a report."""
    day = ["--as-of", "2026-08-01"]
    files = sorted(str(file) for file in PROJECT.glob("tests/rules/cases/*/bad.yaml"))
    registers = [str(PROJECT / "tests" / "registers" / name) for name in ("hotel.yaml", "hospital_ward.yaml")]
    commands = [
        ["who-owns", "roadmap", "--json"],
        *([name, "--json"] for name in ("overlaps", "matrix", "role")),
        *([name, "--json", *day] for name in ("health", "agenda")),
        *(["diff", str(PROJECT / "data" / "responsibilities.yaml"), file, "--json"] for file in registers),
        *(["graph", "--focus", "PMM", "--format", form.name] for form in GRAPH_FORMS),
        *(["lint", file, "--json", *day] for file in files),
    ]
    code = f"from raci.cli.app import main\nfor each in {commands!r}: main(each)"
    outs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "012"
    }
    assert len(outs) == 1
    assert outs.pop().count(b'"schema_version"') >= len(files) + 6


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """What could not be written is an error, not an answer."""
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, "who-owns", "pricing", "-q"]
        ran = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr == b"raci: Standard output cannot be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    """Ctrl-C ends with 130 and no traceback."""
    code = (
        "import os, signal, raci.cli.answering as w\n"
        "w.load_register = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        "from raci.__main__ import run; run()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "who-owns", "x"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (128 + signal.SIGINT, b"")


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """Nothing waits for a writer that never comes."""
    os.mkfifo(tmp_path / "pipe.yaml")
    ran = run(["who-owns", "x", "--data", "pipe.yaml"], tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"pipe.yaml:1:1: this is not a regular file\n")


@pytest.mark.parametrize("page", ["cp437", "cp1252", "ascii", "utf-16"])
@pytest.mark.parametrize("form", ["json", "csv", "html", "markdown"])
def test_what_programs_read_is_the_same_bytes_in_any_code_page(page: str, form: str, tmp_path: Path) -> None:
    """In a pipe of Windows an escape of ours would make JSON no JSON, and a line end two.

    A file begins with the mark that spreadsheets want.
    """
    text = "version: 1\nroles: {cook: {name: K\u00f6chin \u53a8\u5e08, deliverables: [{name: Men\u00fc \U0001f372}]}}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    command = ["matrix", "--data", "a.yaml", "-f", form]
    ran = run(command, tmp_path, PYTHONIOENCODING=page, PYTHONUTF8="0")
    run([*command, "-o", "out"], tmp_path)
    mark = named(form, GRAPH_FORMS).mark.encode()
    assert (ran.returncode, mark + ran.stdout) == (0, (tmp_path / "out").read_bytes())


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_a_report_for_programs_is_utf_8_in_any_code_page(form: str, tmp_path: Path) -> None:
    """So that whatever CI puts behind the pipe can read it."""
    text = "version: 1\nroles: {cook: {name: x, deliverables: [{name: Men\u00fc \U0001f372, letters: R}]}}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    ran = run(["lint", "a.yaml", "-f", form], tmp_path, PYTHONIOENCODING="cp437", PYTHONUTF8="0")
    assert (ran.returncode, "Men\u00fc \U0001f372" in ran.stdout.decode("utf-8")) == (1, True)
