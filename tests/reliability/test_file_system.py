"""The file system at its worst: what is read is a regular file, what is written is whole or not there."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from processes import KITCHEN, environment, process
from promises import FORMS, READING, Form, Ran, check, run, run_on

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the files of POSIX systems")


def listed(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


ONE_OF_EACH = tuple({form.command: form for form in READING}.values())
WRITING = tuple(form for form in {f.command: f for f in FORMS}.values() if form.command != "init")
each_command = pytest.mark.parametrize("form", ONE_OF_EACH, ids=lambda form: form.command)


@pytest.fixture(autouse=True)
def folder(in_folder: Path) -> Path:
    """Work in an empty folder."""
    return in_folder


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)


def _loop_of_two(path: Path) -> None:
    path.symlink_to("b")
    Path("b").symlink_to(path.name)


def _to_a_pipe(path: Path) -> None:
    os.mkfifo("p")
    path.symlink_to("p")


STRANGE: dict[str, Any] = {
    "missing": lambda _: None,
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "socket": _socket,
    "null device": lambda path: path.symlink_to("/dev/null"),
    "endless device": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
    "loop": lambda path: path.symlink_to(path.name),
    "loop of two": _loop_of_two,
    "to nothing": lambda path: path.symlink_to("nowhere"),
    "to a pipe": _to_a_pipe,
    "below a file": lambda path: (path.symlink_to("f/x"), Path("f").write_text("x", "utf-8")),
    "memory": lambda path: path.symlink_to("/proc/self/mem"),
}


@each_command
@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("among_others", [False, True])
def test_what_is_no_regular_file(form: Form, kind: str, among_others: bool) -> None:
    """It is refused at once and by name, named by itself or found in a folder."""
    Path("d").mkdir()
    os.chdir("d")
    STRANGE[kind](Path("a.yaml"))
    if among_others:
        Path("z.yaml").write_text(KITCHEN, "utf-8")
    ran = run_on(form, *([] if not among_others else ["."]), *([] if among_others else ["a.yaml"]))
    check(ran, form)
    if not (among_others and kind in {"missing", "folder"}):
        assert ran.code == 2
        assert "a.yaml" in ran.err


NAMES = {
    "newline": b"a\nb.yaml",
    "return": b"a\rb.yaml",
    "escape": b"a\x1b[31mb.yaml",
    "bell": b"a\x07b.yaml",
    "delete": b"a\x7fb.yaml",
    "tab": b"a\tb.yaml",
    "not utf-8": b"caf\xe9.yaml",
    "bidi": "a\u202eb.yaml".encode(),
    "line separator": "a\u2028b.yaml".encode(),
    "command": b"::error::x.yaml",
    "old command": b"##[error]x.yaml",
    "percent": b"%0A%s%x.yaml",
    "braces": b"{0} {{7*7}}.yaml",
    "markup": b"[red]x[..].yaml",
    "emoji code": b":warning:.yaml",
    "html": b"<img src=x onerror=alert(1)>.yaml",
    "quotes": b"a'b\"c`d.yaml",
    "formula": b"=1+1.yaml",
    "option": b"--help.yaml",
    "dash": b"-.yaml",
    "spaces": b"  a b  .yaml",
    "comma": b"a,b;c.yaml",
    "colon": b"a:1:1: b.yaml",
    "backslash": b"a\\b.yaml",
    "dollar": b"$(touch x)`id`.yaml",
    "long": b"a" * 250 + b".yaml",
    "dots": b"...yaml",
    "pipe": b"a|b.yaml",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "content", [KITCHEN, "version: 1\nroles: [\n", "version: 1\nroles: {c: {nmae: x}}\n"]
)
def test_names_of_files(name: str, content: str) -> None:
    """A name is a name: it ends no line, starts no command, and no form is broken by it."""
    Path("d").mkdir()
    Path(os.fsdecode(b"d/" + NAMES[name])).write_text(content, "utf-8")
    for form in READING:
        check(run_on(form, "d"), form)


@pytest.mark.parametrize(
    "path",
    [
        "",
        " ",
        "\0",
        "a\0.yaml",
        "\udc80",
        "x" * 5_000,
        "/",
        "//",
        "..",
        "~",
        "~root",
        "/proc/self/fd/0",
        "*",
        "-",
    ],
)
@each_command
def test_paths_on_the_command_line(form: Form, path: str) -> None:
    """A path that no file can have is told, like one that no file has."""
    if path in {"/", "//", ".."}:
        pytest.skip("that is a folder, and a large one")
    ran = run_on(form, path)
    check(ran, form)
    assert ran.code == 2


@each_command
def test_a_file_that_may_not_be_read(form: Form, folder: Path) -> None:
    """It is told by name; the superuser may read anything, so another user asks."""
    (folder / "a.yaml").write_text(KITCHEN, "utf-8")
    (folder / "a.yaml").chmod(0)
    (folder / "b.yaml").write_text(KITCHEN, "utf-8")
    if os.geteuid() == 0:
        pytest.skip("the superuser may read anything; see test_a_file_that_vanishes for the same way out")
    for paths in (["a.yaml"], ["."]):
        ran = run_on(form, *paths)
        check(ran, form)
        assert ran.code == 2
        assert "a.yaml" in ran.err


REFUSALS = {
    "gone": FileNotFoundError(2, "No such file or directory"),
    "forbidden": PermissionError(13, "Permission denied"),
    "a folder by now": IsADirectoryError(21, "Is a directory"),
    "stale": OSError(116, "Stale file handle"),
    "broken disk": OSError(5, "Input/output error"),
    "too many open": OSError(24, "Too many open files"),
}


@each_command
@pytest.mark.parametrize("why", REFUSALS)
def test_a_file_that_vanishes(form: Form, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between listing and reading anything may happen to a file: one message with its name."""
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text(KITCHEN.replace("cook", name[0]), "utf-8")
    real = os.open

    def opened(path: object, *arguments: int, **options: int) -> int:
        if str(path).endswith("a.yaml"):
            raise REFUSALS[why]
        return real(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", opened)
    ran = run_on(form, ".")
    check(ran, form)
    assert ran.code == 2
    assert "a.yaml" in ran.err


def test_a_file_that_shrinks() -> None:
    """While others write to a file, each run sees something of it and none fails in another way."""
    path = Path("a.yaml")
    code = (
        "import itertools, sys\n"
        "for n in itertools.count():\n"
        "    with open('a.yaml', 'w') as f:\n"
        "        f.write(sys.argv[1] * (n % 3)); f.flush(); f.truncate(n % 40)"
    )
    path.write_text(KITCHEN, "utf-8")
    with subprocess.Popen([sys.executable, "-c", code, KITCHEN + "# x\n" * 20_000]) as writer:
        until = time.monotonic() + 1.5
        while time.monotonic() < until:
            for form in ONE_OF_EACH:
                check(run_on(form, "a.yaml"), form)
        writer.kill()


# Writing


def written(form: Form, target: str) -> Ran:
    """Return what raci leaves when it is told to write to `target`."""
    line = form.arguments("a.yaml")
    if "--output" in line:
        line = line[: line.index("--output")]
    return run([*line, "--output", target])


@pytest.mark.parametrize("form", WRITING, ids=lambda form: form.command)
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("", "name"),
        ("missing/x", "x"),
        ("a.yaml/x", "a.yaml/x"),
        ("d", "d"),
        ("pipe", "pipe"),
        ("/dev/null", "/dev/null"),
        ("/dev/full", "/dev/full"),
        ("loop", "loop"),
        ("x" * 300, "xxx"),
        ("/proc/x", "/proc/x"),
    ],
)
def test_targets_that_cannot_be_written(form: Form, target: str, reason: str) -> None:
    """Nothing is written, nothing is left lying about, and the target is named."""
    Path("a.yaml").write_text(KITCHEN, "utf-8")
    Path("d").mkdir()
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    before = listed(Path())
    ran = written(form, target)
    assert ran.code == 2
    check(ran, form)
    assert reason in ran.err
    assert listed(Path()) == before
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_a_target_with_a_nul() -> None:
    """No shell can pass one on, but a program that calls main can."""
    Path("a.yaml").write_text(KITCHEN, "utf-8")
    assert run(["matrix", "--data", "a.yaml", "--output", "a\0b"]).code == 2


@pytest.mark.parametrize("form", [form for form in WRITING if form.reads], ids=lambda form: form.command)
@pytest.mark.parametrize("name", ["a.yaml", "./d/../a.yaml", "link.yaml", "hard.yaml"])
def test_the_data_is_never_written_over(form: Form, name: str) -> None:
    """By its own name, another spelling, or a link."""
    Path("a.yaml").write_text(KITCHEN, "utf-8")
    Path("d").mkdir()
    Path("link.yaml").symlink_to("a.yaml")
    os.link("a.yaml", "hard.yaml")
    ran = written(form, name)
    assert ran.code == 2
    check(ran, form)
    assert Path("a.yaml").read_text("utf-8") == KITCHEN


@pytest.mark.parametrize("form", WRITING, ids=lambda form: form.command)
@pytest.mark.parametrize("size", [0, 10])
def test_a_disk_that_is_full(form: Form, size: int, folder: Path) -> None:
    """The old file stays whole, no half of a new one is left, and the reason is told."""
    import resource  # noqa: PLC0415 - not every system has it

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    (folder / "a.yaml").write_text(KITCHEN, "utf-8")
    (folder / "old").write_text("as it was", "utf-8")
    line = form.arguments("a.yaml")
    line = line[: line.index("--output")] if "--output" in line else line
    target = "new" if form.command == "import" else "old"  # import writes over nothing
    ran = process(
        [*line, "--output", target], folder, prepare=limit, env=environment(PYTHONDONTWRITEBYTECODE="1")
    )
    assert ran.code == 2, ran
    check(ran, form)
    assert f"{target} cannot be written" in ran.err
    assert (folder / "old").read_text("utf-8") == "as it was"
    assert listed(folder) == ["a.yaml", "old"]


@pytest.mark.parametrize("moment", ["write", "chmod", "replace"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_write_leaves_the_old_file(moment: str, number: int, folder: Path) -> None:
    """Whenever it is interrupted, the old file is whole; after Ctrl-C there is no temporary file either."""
    (folder / "a.yaml").write_text(KITCHEN, "utf-8")
    (folder / "old").write_text("as it was", "utf-8")
    hook = {
        "write": "import io; real = os.fdopen\ndef f(*a, **k):\n    s = real(*a, **k); s.write = lambda t: stop(); return s\nos.fdopen = f",
        "chmod": "os.chmod = lambda *a: stop()",
        "replace": "os.replace = lambda *a: stop()",
    }[moment]
    code = (
        f"import os, time\ndef stop():\n    os.kill(os.getpid(), {int(number)}); time.sleep(5)\n{hook}\n"
        "from raci.__main__ import run; run()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "matrix", "--data", "a.yaml", "--output", "old"],
        cwd=folder,
        capture_output=True,
        check=False,
        env=environment(),
    )
    assert ran.returncode in {130, -signal.SIGTERM}
    assert ran.stderr == b""
    assert (folder / "old").read_text("utf-8") == "as it was"
    if number == signal.SIGINT:
        assert listed(folder) == ["a.yaml", "old"]


def test_a_read_only_folder(folder: Path) -> None:
    """Reading asks for no writing; a target in such a folder is told."""
    (folder / "ro").mkdir()
    (folder / "ro/a.yaml").write_text(KITCHEN, "utf-8")
    (folder / "ro").chmod(0o555)
    for form in ONE_OF_EACH:
        ran = process(form.arguments("a.yaml"), folder / "ro")
        assert ran.code in {0, 1}, ran
        check(ran, form)
    if os.geteuid() != 0:
        ran = process(["matrix", "--data", "a.yaml", "-o", "x"], folder / "ro")
        assert ran.code == 2
        assert "x cannot be written" in ran.err
