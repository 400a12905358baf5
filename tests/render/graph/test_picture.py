"""Where the picture of what roles share draws what: nothing lies on anything else, lines end where they should."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.render.graph.picture import WIDTH, Box, Picture, draw
from raci.render.graph.sharing import Thing
from raci.render.graph.text_lines import text_lines

ROLES = tuple(f"role-{number}" for number in range(6))
NAMES = {role: f"{role.capitalize()} of something with a long name" for role in ROLES}


def drawn(*things: tuple[str, dict[str, str]]) -> Picture:
    """Return the picture of things with these statuses and roles."""
    return draw(
        [Thing(f"Thing {n}", status, "note", holds) for n, (status, holds) in enumerate(things)], NAMES
    )


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes lie on each other."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    above = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (beside or above)


HOLDS = st.dictionaries(st.sampled_from(ROLES), st.sampled_from(["", "A", "AR", "DRI"]), min_size=1)
THINGS = st.lists(
    st.tuples(st.sampled_from(["contested", "open", "settled"]), HOLDS), min_size=1, max_size=12
)


@settings(deadline=None)  # other work on the machine is no failure
@given(THINGS)
def test_boxes_are_apart_and_inside(things: list[tuple[str, dict[str, str]]]) -> None:
    """No box lies on another one or beyond the edge, whoever shares what."""
    picture = drawn(*sorted(things, key=lambda each: each[0]))
    boxes = (*picture.roles, *picture.things)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= picture.height for box in boxes)


@settings(deadline=None)  # other work on the machine is no failure
@given(THINGS)
def test_every_part_has_its_line(things: list[tuple[str, dict[str, str]]]) -> None:
    """There is a line for each role of each thing, and its badge lies beside the thing, on no other badge."""
    picture = drawn(*sorted(things, key=lambda each: each[0]))
    assert len(picture.wires) == sum(len(holds) for _, holds in things)
    for wire in picture.wires:
        (box,) = (each for each in picture.things if each.y < wire.y < each.y + each.height)
        assert wire.x + wire.width == box.x or wire.x == box.x + box.width
    ends = [(wire.x + wire.width // 2 < WIDTH // 2, wire.y) for wire in picture.wires]
    assert len(set(ends)) == len(ends)


def test_roles_that_meet_stand_on_different_sides() -> None:
    """Of two roles that share everything one is left, one right, and both are level with it."""
    picture = drawn(*[("open", {"role-1": "A", "role-2": "R"})] * 3)
    left, right = sorted(picture.roles, key=lambda box: box.x)
    assert left.x < picture.things[0].x < right.x
    assert left.y == right.y


def test_lines_do_not_cross_where_they_need_not() -> None:
    """Roles and things are brought into one order."""
    pairs = [("role-0", "role-1"), ("role-2", "role-3"), ("role-0", "role-1"), ("role-2", "role-3")]
    picture = drawn(*(("open", dict.fromkeys(pair, "A")) for pair in pairs))
    assert [box.name for box in picture.things] in (
        ["Thing 0", "Thing 2", "Thing 1", "Thing 3"],
        ["Thing 1", "Thing 3", "Thing 0", "Thing 2"],
    )


def test_the_worst_stays_first() -> None:
    """A status is not torn apart for the sake of fewer crossings."""
    picture = drawn(
        ("contested", {"role-5": "A"}), ("open", {"role-0": "A"}), ("open", {"role-5": "A", "role-0": "R"})
    )
    assert [box.status for box in picture.things] == ["contested", "open", "open"]
    assert picture.statuses == ("contested", "open")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("short", ("short",)),
        ("one two three", ("one two", "three")),
        ("one two three four five", ("one two", "three fou…")),
        ("unbreakablyverylongword", ("unbreakabl", "yverylong…")),
        ("価格戦略の文書", ("価格戦略の", "文書")),
        ("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 x", ("e" + "\u0301" * 10 + " x",)),
        ("word\u200bjoiner", ("word\u200bjoiner",)),
        ("ที่นี่ ที่นี่ ที่นี่", ("ที่นี่ ที่นี่ ที่นี่",)),
    ],
)
def test_text_is_broken_into_lines(text: str, lines: tuple[str, ...]) -> None:
    """Lines are no wider than they may be, and what does not fit is cut with a mark."""
    assert text_lines(text, 10, 2) == lines
