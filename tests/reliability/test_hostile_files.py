"""Hostile files: whatever they hold, every command ends in 0, 1 or 2 and says what is wrong, and where."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from corpus import BOMBS, CLASHES, ENCODINGS, HEAD, LOOPS, SCALARS, TRAPS
from misfits import VALUES, fields, misfit
from promises import DECIDING, FORMS, READING, Form, check, run_on

_LINT = next(form for form in FORMS if str(form) == "lint-concise")
_turn = count()


def hold(content: bytes, *, forms: int = 1) -> None:
    """Assert the promises of lint and of the next few forms: over all cases, each form has its turn."""
    Path("a.yaml").write_bytes(content)
    linted = run_on(_LINT, "a.yaml")
    check(linted, _LINT)
    for _ in range(forms):
        form = READING[next(_turn) % len(READING)]
        ran = run_on(form, "a.yaml")
        check(ran, form)
        if form.command != "lint" and ran.code == 2:
            assert linted.code in {1, 2}, "lint says nothing of a file that no command can read"
    decided = DECIDING[next(_turn) % len(DECIDING)]
    # The difference itself is the file's own text, for a tool that applies it; a terminal is shown escapes.
    check(replace(run_on(decided, "a.yaml"), out=""), decided)
    assert Path("a.yaml").read_bytes() == content


@pytest.fixture(autouse=True)
def _in_a_folder(in_folder: Path) -> None:
    """Work in an empty folder."""


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings(name: str) -> None:
    """Marks, other encodings, controls, line ends, and files that are no text at all."""
    hold(ENCODINGS[name], forms=4)


@pytest.mark.parametrize("name", [*BOMBS, *LOOPS, *CLASHES])
def test_bombs_loops_and_clashes(name: str) -> None:
    """Files that grow, go deep, go round, or have names that are nearly one."""
    hold((BOMBS | LOOPS | CLASHES)[name].encode(), forms=4)


@pytest.mark.parametrize("place", TRAPS)
@pytest.mark.parametrize("scalar", SCALARS, ids=lambda text: ascii(text[:20]))
def test_traps_of_yaml(scalar: str, place: str) -> None:
    """What makes other readers crash, guess, or build objects, wherever it stands."""
    hold(TRAPS[place].replace("@@", scalar).encode())


@pytest.mark.parametrize("path", fields(), ids=".".join)
def test_wrong_values_everywhere(path: tuple[str, ...]) -> None:
    """Each field of the format, with each kind of value that it cannot hold, and some that it can."""
    for value in VALUES.values():
        hold(misfit(path, value).encode())


@pytest.mark.parametrize("form", READING, ids=str)
def test_a_broken_file_hides_no_other(form: Form) -> None:
    """The findings of all files come in one run."""
    Path("a.yaml").write_text(HEAD + "roles: [\n", encoding="utf-8")
    Path("b.yaml").write_bytes(HEAD.encode() + b"roles: {x: {name: caf\xe9}}\n")
    Path("c.yaml").write_text(HEAD + "roles: {cook: {nmae: x}}\n", encoding="utf-8")
    ran = run_on(form, "a.yaml", "b.yaml", "c.yaml")
    assert ran.code in {1, 2}
    said = ran.out + ran.err
    assert all(name in said for name in ("a.yaml", "b.yaml", "c.yaml"))
