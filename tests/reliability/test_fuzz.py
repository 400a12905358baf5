"""Five hundred mutants of valid files; `python -m fuzz` tries as many as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import MUTATORS, fuzz, mutants, seeds, try_one

NUMBER, PARTS = 500, 10


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(part: int, in_folder: Path) -> None:
    """None of them breaks a promise, whatever was done to the file or to the configuration."""
    (in_folder / ".git").mkdir()
    assert not fuzz(NUMBER // PARTS, seed=part)


def test_the_same_seed_makes_the_same_mutants() -> None:
    """So that a failure can be had again; and every mutator has its turn."""
    originals = seeds()
    first = list(mutants(200, 1, originals))
    assert first == list(mutants(200, 1, originals))
    assert {name for done, _ in first for name in done.split("+")} == {mutate.__name__ for mutate in MUTATORS}


def test_a_broken_promise_is_seen(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzzer is no use if it cannot fail."""
    monkeypatch.setattr("raci.loading.load.read_yaml", lambda *_: 1 / 0)
    with pytest.raises(AssertionError, match="lint-concise"):
        try_one(0, b"version: 1\nroles: {}\n")
