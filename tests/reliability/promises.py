"""The promises of docs/reliability.md as assertions, and raci run in-process in every form that it has."""

from __future__ import annotations

import csv
import inspect
import io
import json
import re
import sys
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree as ET

from raci.cli.app import app_for, main

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What a command needs to be told beside the files; one that is not listed here needs nothing.
WORDS = {
    "codeowners": ("--quiet",),
    "who-owns": ("plan",),
    "role": ("cook",),
    "handover": ("cook",),
    "rule": ("RACI402",),
    "diff": (str(Path(__file__).parents[1] / "registers" / "hotel.yaml"),),
    "import": (str(Path(__file__).with_name("matrix.csv")),),
    "init": ("new",),
    "settle": ("plan", "--accountable", "cook", "--because", "It is so.", "--replace", "--diff"),
    "rename": ("--diff", "plan", "new plan"),
    "alias": ("--diff", "what we do", "plan"),
}
_DECIDING = frozenset({"settle", "rename", "alias"})

# What acts on a terminal, or on somebody who reads a change. U+FEFF and the shy signs act on nothing.
ACTING = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
INNARDS = re.compile(
    r"Traceback|bug in raci|pydantic|yaml\.|<unicode string>|<byte string>|site-packages|\.py\b"
    r"|\b[A-Z]\w*(?:Error|Exception|Warning)\b|line \d+, in |Input should|object at 0x"
)
PLACED = re.compile(r"(?s:.+?):[1-9][0-9]*:[1-9][0-9]*: .")
CONTRADICTION = "The ownership files have "


@dataclass(frozen=True)
class Form:
    """A command, and the form of its output; a command without forms has an empty one."""

    command: str
    format: str
    reads: bool

    def __str__(self) -> str:
        return f"{self.command}-{self.format}" if self.format else self.command

    def arguments(self, *paths: str) -> list[str]:
        """Return the command line that asks for the files at `paths` in this form."""
        line = [self.command, *WORDS.get(self.command, ())]
        if self.reads:
            line += [each for path in paths for each in ("--data", path)]
        if self.format:
            line += ["--format", self.format]
        return [*line, *(["--output", "-"] if self.command == "report" else [])]


def _forms() -> Iterator[Form]:
    # Help is no answer: it has no output of its own to be asked for. A log reads what git keeps, and no files.
    commands = app_for([]).registered_commands
    for command in (each for each in commands if each.name not in {"help", "log"}):
        assert command.name is not None
        assert command.callback is not None
        parameters = inspect.signature(command.callback).parameters
        reads = "data" in parameters
        forms = get_args(parameters["format"].annotation.__origin__) if "format" in parameters else ("",)
        yield from (Form(command.name, each, reads) for each in forms)


_ALL = tuple(_forms())
FORMS = tuple(form for form in _ALL if form.command not in _DECIDING)
"""Every command that answers, in every form, as the command line lists them: new ones are tested unasked."""
DECIDING = tuple(form for form in _ALL if form.command in _DECIDING)
"""The commands that write down what was decided, which have no answer in other forms, and refuse much."""
READING = tuple(form for form in FORMS if form.reads)


@dataclass(frozen=True)
class Ran:
    """What a run of raci left."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A stream as a process has it, whose bytes can be taken afterwards."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def written(self) -> str:
        self.flush()
        found: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]
        return _unpacked(found) if found.startswith(b"PK") else found.decode("utf-8")


def _unpacked(workbook: bytes) -> str:
    """Return the parts of a workbook, one after the other."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    for part in parts:
        ET.fromstring(part)  # noqa: S314 - our own output
    return "\n".join(parts)


@contextmanager
def _streams() -> Iterator[tuple[_Stream, _Stream]]:
    before = sys.stdout, sys.stderr
    out, err = _Stream(), _Stream()
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = before


def run(arguments: Sequence[str]) -> Ran:
    """Return what raci leaves when it is run in this process, in the current folder."""
    with _streams() as (out, err):
        code = main(arguments)
    return Ran(code, out.written(), err.written())


def run_on(form: Form, *paths: str) -> Ran:
    """Return what raci says of the files at `paths` in a form."""
    return run(form.arguments(*paths))


def check(ran: Ran, form: Form, *, mentions: str = "") -> None:
    """Assert what is promised for every input; texts with `mentions` in them may look like innards."""
    assert ran.code in {0, 1, 2}, (str(form), ran.code, ran.err[-300:])
    for text in (ran.out, ran.err):
        assert not ACTING.search(text), ACTING.search(text)
    assert not (found := INNARDS.search(ran.err)) or (mentions and mentions in ran.err), found
    if ran.code == 2:
        assert ran.err.strip()
        assert not ran.out
        check_places(ran.err)
    else:
        parse(ran.out, form)


LEFT_OUT = re.compile(
    r" is a link (to a folder|that leads nowhere)\b| holds only the path | is a pointer of Git LFS:"
)
"""What is told of files that were not read, before anything else."""


def check_places(err: str) -> None:
    """Assert that each of the problems of the files is told with its place: file, line and column."""
    lines = [line for line in err.splitlines() if not LEFT_OUT.search(line)]
    summary = next((number for number, line in enumerate(lines) if line.startswith(CONTRADICTION)), None)
    if summary is None:
        assert lines[0].startswith("raci: ") or lines[0].startswith("Usage")
        return
    # A comparison says first of which side they are.
    problems = [line for line in lines[:summary] if line and not line.endswith(" cannot be compared:")]
    assert problems
    for problem in problems:
        assert PLACED.match(problem), problem


class _Page(HTMLParser):
    """Knows the tags of a page, and fails at what would load or run something."""

    LOADS = frozenset({"img", "iframe", "object", "embed", "link", "base", "video", "audio", "source"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in self.LOADS, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"src", "srcset", "action", "formaction"}, name
            assert not re.match(r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE), value


def parse(out: str, form: Form) -> None:
    """Assert that an output is what its form says, as one who reads it would find."""
    if form.format in {"json", "sarif", "gitlab"}:
        json.loads(out, parse_constant=lambda name: (_ for _ in ()).throw(AssertionError(name)))
    elif form.format in {"junit", "graphml", "svg"}:
        ET.fromstring(out)  # noqa: S314 - our own output
    elif form.format == "xlsx":
        assert not re.search(r"<f>|<hyperlink|<externalReference", out)
    elif form.format == "csv":
        rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert not any(cell.lstrip()[:1] in {"=", "@"} for row in rows for cell in row if cell)
    elif form.format == "html" or form.command == "report":
        _Page(convert_charrefs=True).feed(out)
        assert out.count("</html>") == 1
    elif form.format == "github":
        for line in out.splitlines():
            if line.startswith("::"):
                assert re.match(r"::(error|warning|notice) ", line), line
