"""How much memory it takes to read a file, in proportion to what it holds."""

from __future__ import annotations

import tracemalloc

import pytest
import yaml
from raci.loading.yaml_source import read_yaml
from raci.model.limits import DEFAULT_LIMITS

MIB = 1024 * 1024


@pytest.mark.parametrize(
    "unit",
    [
        "a,",
        "[],",
        "{{}},",
        "a: b,",
        "a{}: b,",
        "*b,",
        "&a b,",
    ],
)
def test_as_many_values_as_are_allowed_fit_into_memory(unit: str) -> None:
    """The largest number of values that is read, of whatever kind and with whatever mistakes, takes 700 MiB."""
    count = 20_000
    text = "".join(map(unit.format, range(count)))
    text = f"{{{text}}}" if ":" in unit else f"[{text}]"
    events = sum(1 for _ in yaml.parse(text, Loader=yaml.SafeLoader))
    tracemalloc.start()
    try:
        read_yaml(text, "f")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / events * DEFAULT_LIMITS.values < 700 * MIB


def test_places_take_little_memory() -> None:
    """There are a million of them in a large register: a tuple each would be most of its memory."""
    text = "".join(f"- {{name: n{number}, letters: AR, aliases: [a, b]}}\n" for number in range(1_000))
    tracemalloc.start()
    try:
        place = read_yaml(text, "f").place
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert place.at(999, "letters").line == 1_000
    assert kept / 1_000 < 900  # bytes an entry
