"""Roles on both sides, what they share between them, and lines from one to the other: where each is drawn.

Numbers are those of an SVG: pixels from the top left. What roles share stands in the middle, the worst
first; roles that meet in it stand on different sides as far as can be, in an order in which few lines cross.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING

from raci.render.graph.text_lines import text_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.render.graph.sharing import Thing

WIDTH = 860
_ROLE_WIDTH, _THING_WIDTH = 164, 316
_THING_LEFT = (WIDTH - _THING_WIDTH) // 2
_LINE, _BADGE_LINE, _PAD, _GAP = 18, 22, 10, 14
_CHARACTER, _OF_NOTE = 7.6, 6.8  # the usual width of one, in text of this size, and in a note
_SWEEPS = 6
_LEFT, _RIGHT = 0, 1
_ROLE_LEFT = (1, WIDTH - _ROLE_WIDTH - 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A box with a name, and what a note says of it (may be empty)."""

    x: int
    y: int
    width: int
    height: int
    name: str
    status: str = ""
    note: str = ""

    @property
    def middle(self) -> int:
        """Return where its middle is, from the left."""
        return self.x + self.width // 2

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Return the lines of text, each with where it stands, from the top; a note is the last one."""
        note = text_lines(self.note, int((self.width - 2 * _PAD) / _OF_NOTE), 1) if self.note else ()
        lines = (*_lines(self.name, self.width), *note)
        first = self.y + (self.height - len(lines) * _LINE) // 2 + _LINE - (4 if self.note else 5)
        return tuple((first + number * _LINE, line) for number, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from a role to what it shares, and the badge at its end with what it holds of it."""

    path: str
    status: str
    letters: str
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn where; `things` are in the order of the picture."""

    width: int
    height: int
    roles: tuple[Box, ...]
    things: tuple[Box, ...]
    wires: tuple[Wire, ...]
    statuses: tuple[str, ...]


def draw(things: Sequence[Thing], names: Mapping[str, str]) -> Picture:
    """Return the picture of `things`, which are grouped by status; `names` are those of the roles."""
    if not things:
        return Picture(WIDTH, 0, (), (), (), ())
    sides = _sides(things)
    order, things = _ordered(things, sides)
    heights = [_height(thing, sides) for thing in things]
    in_the_middle = sum(heights) + _GAP * (len(heights) - 1)
    role_heights = {role: len(_lines(names[role], _ROLE_WIDTH)) * _LINE + 2 * _PAD for role in sides}
    at_the_sides = max(sum(role_heights[role] + _GAP for role in side) for side in order) - _GAP
    height = max(in_the_middle, at_the_sides) + 2
    first = (height - in_the_middle) // 2
    boxes = tuple(
        Box(_THING_LEFT, top, _THING_WIDTH, tall, thing.name, thing.status, thing.note)
        for thing, tall, top in zip(things, heights, _one_below_the_other(heights, first), strict=True)
    )
    ends = {
        (role, number): y
        for number, (thing, box) in enumerate(zip(things, boxes, strict=True))
        for role, y in _ends(thing, box, order)
    }
    roles = {
        role: Box(_ROLE_LEFT[sides[role]], top, _ROLE_WIDTH, role_heights[role], names[role])
        for side in order
        for role, top in _tops(side, role_heights, ends, height).items()
    }
    wires = tuple(
        _wire(roles[role], y, sides[role], things[number].status, things[number].holds[role])
        for (role, number), y in ends.items()
    )
    statuses = tuple(dict.fromkeys(thing.status for thing in things))
    return Picture(WIDTH, height, tuple(roles.values()), boxes, wires, statuses)


def _sides(things: Sequence[Thing]) -> dict[str, int]:
    """Return the side of each role: the one where fewer of those stand whom it meets."""
    degree = Counter(role for thing in things for role in thing.holds)
    sides: dict[str, int] = {}
    for role in sorted(degree, key=lambda each: (-degree[each], each)):
        beside = (other for thing in things if role in thing.holds for other in thing.holds)
        met = Counter(sides[other] for other in beside if other in sides)
        on_each = Counter(sides.values())
        sides[role] = min((_LEFT, _RIGHT), key=lambda here: (met[here], on_each[here], here))
    return sides


def _ordered(things: Sequence[Thing], sides: Mapping[str, int]) -> tuple[list[list[str]], list[Thing]]:
    """Return the roles of both sides and the things so that few lines cross; a status stays together."""
    groups = [list(group) for _, group in groupby(things, key=lambda thing: thing.status)]
    in_order = [thing for group in groups for thing in group]
    order = [[role for role in sorted(sides) if sides[role] == here] for here in (_LEFT, _RIGHT)]
    for _ in range(_SWEEPS):
        for side in order:
            side.sort(key=lambda role: fmean(n for n, thing in enumerate(in_order) if role in thing.holds))
        place = {role: (number + 0.5) / len(side) for side in order for number, role in enumerate(side)}
        in_order = [
            thing
            for group in groups
            for thing in sorted(group, key=lambda thing: fmean(place[role] for role in thing.holds))
        ]
    return order, in_order


def _height(thing: Thing, sides: Mapping[str, int]) -> int:
    text = (len(_lines(thing.name, _THING_WIDTH)) + 1) * _LINE
    most = max(Counter(sides[role] for role in thing.holds).values())
    return max(text, most * _BADGE_LINE) + 2 * _PAD


def _one_below_the_other(heights: Sequence[int], top: int) -> Iterator[int]:
    """Yield where each box begins, with a gap between them."""
    for height in heights:
        yield top
        top += height + _GAP


def _ends(thing: Thing, box: Box, order: Iterable[Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Yield where the line of each role ends: one below the other, in the order of the roles."""
    for side in order:
        roles = [role for role in side if role in thing.holds]
        first = box.y + box.height // 2 - (len(roles) - 1) * _BADGE_LINE // 2
        for number, role in enumerate(roles):
            yield role, first + number * _BADGE_LINE


def _tops(
    side: Sequence[str], heights: Mapping[str, int], ends: Mapping[tuple[str, int], int], height: int
) -> dict[str, int]:
    """Return where the roles of a side begin: each in the middle of its lines, as far as there is room."""
    tops: dict[str, int] = {}
    room = 0
    for role in side:
        middle = fmean(y for (other, _), y in ends.items() if other == role)
        tops[role] = max(room, round(middle) - heights[role] // 2)
        room = tops[role] + heights[role] + _GAP
    limit = height - 1
    for role in reversed(side):
        tops[role] = min(tops[role], limit - heights[role])
        limit = tops[role] - _GAP
    return tops


def _wire(role: Box, y: int, side: int, status: str, letters: str) -> Wire:
    start_y = role.y + role.height // 2
    width = 12 + 10 * len(letters) if letters else 0
    if side == _LEFT:
        start, end = role.x + role.width, _THING_LEFT - width
        badge = end
    else:
        start, end = role.x, _THING_LEFT + _THING_WIDTH + width
        badge = end - width
    bend = (start + end) // 2
    path = f"M{start} {start_y}C{bend} {start_y} {bend} {y} {end} {y}"
    return Wire(path, status, letters, badge, y, width)


def _lines(name: str, width: int) -> tuple[str, ...]:
    return text_lines(name, int((width - 2 * _PAD) / _CHARACTER), 2)
