"""A mutation fuzzer: valid files, a little broken, through every command; the same seed breaks them alike.

PYTHONPATH=tests/reliability python -m fuzz --mutants 10000 --seed 1
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from promises import FORMS, READING, Form, check, run_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROJECT = Path(__file__).resolve().parents[2]
LINT = next(form for form in FORMS if str(form) == "lint-concise")
MOST = 60_000  # bytes of a file that is taken: a mutant costs as much as its file is long

TOKENS = re.compile(rb"\s+|\w+|[^\w\s]")
PIECES = (
    b"\0", b"\r", b"\r\n", b"\n", b"\t", b" ", b"  ", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xae",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\x1b[31m", b"\x7f", b"\xf0\x9f\x91\x8d", b"[", b"]", b"{", b"}", b": ", b":", b"- ", b"? ", b", ",
    b"#", b" # ", b"# raci: ignore[", b"&a ", b"*a ", b"!!int ", b"!x ", b"|", b">", b"'", b'"', b"\\", b"%", b"@", b"`", b"---\n", b"...\n",
    b"<<: ", b"null", b"yes", b"1e999", b"2026-02-30", b"A", b"R", b"AR", b"9" * 50, b"version: 2\n", b"roles:\n", b"name: ", b"id: x",
    b"letters: Z", b"reports_to: ", b"\xcc\x81", b"\xef\xb7\xba", b"=1+1", b"[/x]", b"{{x}}", b"<b>", b"::error::",
)  # fmt: skip
SETTINGS = (
    b'data = ["a.yaml"]\nlanguage = "english"\n',
    b'data = ["a.yaml"]\n[lint]\nselect = ["ALL"]\nignore = ["RACI402"]\nfail-on = "warning"\nbaseline = "b.json"\n'
    b'[lint.per-file-ignores]\n"*.yaml" = ["RACI1"]\n[lint.severity]\nRACI402 = "info"\n[lint.thresholds]\nRACI307 = 3\n',
)


def seeds() -> list[bytes]:
    """Return the valid files that mutants are made of: the shipped ones, those of the tests and of the rules."""
    folders = ("data", "tests/registers", "tests/rules/cases")
    paths = sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.yaml"))
    return [content for content in (path.read_bytes() for path in paths) if len(content) < MOST]


def _at(chance: random.Random, content: bytes) -> int:
    return chance.randrange(len(content) + 1)


def flip(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Change one byte."""
    at = _at(chance, content)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def insert(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put a piece that means something between two bytes."""
    at = _at(chance, content)
    return content[:at] + chance.choice(PIECES) + content[at:]


def delete(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Take out some bytes."""
    at = _at(chance, content)
    return content[:at] + content[at + chance.choice((1, 2, 8, 64)) :]


def repeat(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Say something twice or many times."""
    at = _at(chance, content)
    part = content[at : at + chance.choice((1, 4, 40, 200))]
    return content[:at] + part * chance.choice((2, 3, 50)) + content[at:]


def cut(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """End the file anywhere."""
    return content[: _at(chance, content)]


def splice(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Go on with the end of another file."""
    other = chance.choice(others)
    return content[: _at(chance, content)] + other[_at(chance, other) :]


def swap_tokens(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Exchange two words, signs or gaps."""
    tokens = TOKENS.findall(content)
    if len(tokens) > 1:
        one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


def replace_token(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Put a word of another file, or a piece, where another stands."""
    tokens, foreign = TOKENS.findall(content), TOKENS.findall(chance.choice(others)[:5_000])
    if tokens:
        tokens[chance.randrange(len(tokens))] = chance.choice([*foreign[:200], *PIECES])
    return b"".join(tokens)


def move_line(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put a line elsewhere, indented in another way."""
    lines = content.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), b" " * chance.randrange(5) + line.lstrip())
    return b"\n".join(lines)


def recode(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Save the file in another encoding, or with other line ends."""
    text = content.decode("utf-8", "replace")
    how = chance.choice(("utf-16", "utf-8-sig", "utf-32", "latin-1", "\r", "\r\n", "\x85"))
    return (
        content.replace(b"\n", how.encode())
        if not how.isalnum() and "-" not in how
        else text.encode(how, "replace")
    )


MUTATORS: tuple[Callable[[random.Random, bytes, Sequence[bytes]], bytes], ...] = (
    flip, insert, delete, repeat, cut, splice, swap_tokens, replace_token, move_line, recode,
)  # fmt: skip


def mutants(number: int, seed: int, originals: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield mutants with the names of what was done to them."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    for _ in range(number):
        content, done = chance.choice(originals), []
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
            mutate = chance.choice(MUTATORS)
            content = mutate(chance, content, originals)
            done.append(mutate.__name__)
        yield "+".join(done), content


def try_one(turn: int, content: bytes, *, settings: bool = False) -> Form:
    """Run lint, and one more form in its turn, on a file or on a configuration; AssertionError if one breaks a promise."""
    Path("raci.toml" if settings else "a.yaml").write_bytes(content)
    paths = [] if settings else ["a.yaml"]
    form = READING[turn % len(READING)]
    for each in (LINT, form):
        try:
            check(run_on(each, *paths), each)
        except AssertionError as error:
            raise AssertionError(f"{each}: {error}") from error
    return form


def fuzz(number: int, seed: int, keep: Path | None = None) -> Counter[str]:
    """Try `number` mutants in an empty folder; return the failures by what was asserted, the first of each kept."""
    failures: Counter[str] = Counter()
    files, configurations = seeds(), list(SETTINGS)
    for turn, mutant in enumerate(mutants(number, seed, files)):
        done, content = mutant
        settings = turn % 10 == 9
        if settings:
            done, content = next(mutants(1, seed + turn, configurations))
            Path("a.yaml").write_bytes(files[turn % len(files)])
        try:
            try_one(turn, content, settings=settings)
        except AssertionError as error:
            where = traceback.extract_tb(error.__cause__.__traceback__ if error.__cause__ else None)[-1:]
            kind = f"{str(error)[:160]} {where[0].line if where else ''}"
            failures[kind] += 1
            if keep is not None and failures[kind] == 1:
                keep.mkdir(exist_ok=True)
                (keep / f"{seed}-{turn}{'.toml' if settings else '.yaml'}").write_bytes(content)
                sys.stderr.write(f"{seed}-{turn} {done}: {kind}\n")
        if settings:
            Path("raci.toml").unlink()
    return failures


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None, help="folder for the mutants that broke a promise")
    asked = parser.parse_args()
    keep = asked.keep.resolve() if asked.keep else None
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        (Path(folder) / ".git").mkdir()
        failures = fuzz(asked.mutants, asked.seed, keep)
    for kind, count in failures.most_common():
        sys.stdout.write(f"{count:6} {kind}\n")
    sys.stdout.write(f"{asked.mutants} mutants, {sum(failures.values())} broke a promise\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(_main())
