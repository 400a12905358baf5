"""Locations, and the places of a file's values."""

from __future__ import annotations

import pytest
from raci.loading.yaml_source import read_yaml
from raci.location import NOWHERE, Location, Span

TEXT = """\
roles:
  chef:
    name: Chef
    aliases: [cook, "the cook"]
"""
PLACE = read_yaml(TEXT, "kitchen.yaml").place


def test_a_location_is_written_as_editors_read_it() -> None:
    """File, line and column, with colons between them."""
    assert str(Location("a/b.yaml", 3, 5, 3, 9)) == "a/b.yaml:3:5"


def test_locations_come_in_reading_order() -> None:
    """They are ordered by file, then line, then column."""
    first = Location("a.yaml", 2, 10, 2, 11)
    second = Location("a.yaml", 10, 1, 10, 2)
    third = Location("b.yaml", 1, 1, 1, 2)
    assert sorted([third, second, first]) == [first, second, third]


def test_the_place_of_a_whole_file_is_its_first_character() -> None:
    """What concerns no line in particular is shown at the top."""
    assert Location("a.yaml", *NOWHERE) == Location("a.yaml", 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("path", "span"),
    [
        ((), (1, 1)),
        (("roles", "chef"), (3, 5)),
        (("roles", "chef", "name"), (3, 11)),
        (("roles", "chef", "aliases"), (4, 14)),
        (("roles", "chef", "aliases", 0), (4, 15)),
        (("roles", "chef", "aliases", 1), (4, 21)),
    ],
)
def test_the_location_of_a_value(path: tuple[str | int, ...], span: tuple[int, int]) -> None:
    """A path in the data leads to where its value stands."""
    where = PLACE.at(*path)
    assert (where.file, where.line, where.column) == ("kitchen.yaml", *span)


def test_a_location_ends_after_its_value() -> None:
    """The end is the first column behind the value, quotes included."""
    assert PLACE.at("roles", "chef", "name") == Location("kitchen.yaml", 3, 11, 3, 15)
    assert PLACE.at("roles", "chef", "aliases") == Location("kitchen.yaml", 4, 14, 4, 32)
    assert PLACE.at("roles", "chef", "aliases", 1) == Location("kitchen.yaml", 4, 21, 4, 31)


@pytest.mark.parametrize(
    ("path", "above"),
    [
        (("overlaps",), ()),
        (("roles", "chef", "contact"), ("roles", "chef")),
        (("roles", "chef", "name", "first"), ("roles", "chef", "name")),
        (("roles", "chef", "aliases", 7), ("roles", "chef", "aliases")),
    ],
)
def test_a_value_that_is_not_there_is_located_by_what_would_hold_it(
    path: tuple[str | int, ...], above: tuple[str | int, ...]
) -> None:
    """A missing value has the place of the nearest value above it."""
    assert PLACE.at(*path) == PLACE.at(*above)


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (("roles",), (1, 1, 1, 6)),
        (("roles", "chef"), (2, 3, 2, 7)),
        (("roles", "chef", "aliases"), (4, 5, 4, 12)),
    ],
)
def test_the_location_of_a_key(path: tuple[str, ...], span: tuple[int, int, int, int]) -> None:
    """A key has a place of its own beside its value's."""
    assert PLACE.key(*path) == Location("kitchen.yaml", *span)


@pytest.mark.parametrize("path", [(), ("overlaps",), ("roles", "chef", "aliases", 0)])
def test_what_has_no_key_is_located_by_its_value(path: tuple[str | int, ...]) -> None:
    """The whole, what is missing, and the items of a list have no key."""
    assert PLACE.key(*path) == PLACE.at(*path)


def test_a_mapping_inside_knows_its_own_places() -> None:
    """The place of an entry answers for what is in the entry."""
    chef = PLACE.within("roles", "chef")
    assert chef.at("name") == PLACE.at("roles", "chef", "name")
    assert chef.key("name") == PLACE.key("roles", "chef", "name")
    assert chef.within("name") is chef


def test_a_place_shows_where_it_is() -> None:
    """In a debugger a place reads as file, line and column."""
    assert repr(PLACE.within("roles", "chef")) == "Place(kitchen.yaml:3:5)"


def test_places_among_many() -> None:
    """What stands late in a long mapping or list is found as well, and keys beside values."""
    items = "".join(f"- {{name: n{number}}}\n" for number in range(100))
    keys = "".join(f"k{number}: v\n" for number in range(100))
    assert read_yaml(items, "f").place.at(90, "name") == Location("f", 91, 10, 91, 13)
    assert read_yaml(keys, "f").place.key("k90") == Location("f", 91, 1, 91, 4)
    assert [place.at().line for place in read_yaml(items, "f").place.each()] == list(range(1, 101))


def test_what_is_left_has_places_of_its_own() -> None:
    """Without some values later items move up, and the place that there was stays what it is."""
    place = read_yaml("a: [x, y, {z: [1, 2]}]\nb: c\n", "f").place
    left = place.without([("a", 0), ("a", 1), ("a", 2, "z", 0), ("b",), ("b", "d"), ("e", "f")])
    assert left.at("a", 0, "z", 0) == Location("f", 1, 19, 1, 20)
    assert left.at("b") == left.key("b") == left.at() == place.at()
    assert place.at("a", 0) == Location("f", 1, 5, 1, 6)
    assert place.key("b") == Location("f", 2, 1, 2, 2)


@pytest.mark.parametrize(
    ("end", "span"), [("", (1, 1, 2, 1)), ("\n", (1, 1, 2, 1)), ("\r\n\r\n", (1, 1, 3, 1))]
)
def test_a_mapping_ends_where_the_next_line_would_begin(end: str, span: Span) -> None:
    """The last line of a file may have no end of its own."""
    place = read_yaml(f"a: b{end}", "f").place
    assert place.at() == Location("f", *span)
    assert place.at("a") == Location("f", 1, 4, 1, 5)
