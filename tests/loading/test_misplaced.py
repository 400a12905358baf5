"""Lines that stand beside where they belong: the message says what is there, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.finding import InvalidRegister
from raci.loading.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[[str], list[tuple[str, str, str]]]

FILE = "version: 1\n"
COOK = f"{FILE}roles:\n  cook:\n    name: Cook\n"
MENU = f"{COOK}    deliverables:\n"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return what is told of a text: line and column, message, help."""

    def of(text: str) -> list[tuple[str, str, str]]:
        file = tmp_path / "team.yaml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidRegister) as error:
            load(file)
        found = error.value.findings
        return [(f"{each.location.line}:{each.location.column}", each.message, each.help) for each in found]

    return of


@pytest.mark.parametrize(
    ("text", "place", "empty", "beside"),
    [
        (f"{FILE}roles:\ncook:\n  name: Cook\nwaiter:\n  name: Waiter\n", "2:1", "roles", "cook"),
        (f"{FILE}overlaps:\ntaste:\n  tension: Both.\nroles: {{}}\n", "2:1", "overlaps", "taste"),
        (
            f"{FILE}roles:\n  cook:\n  name: Cook\n  responsibilities:\n    - name: Soup\n",
            "3:3",
            "cook",
            "name",
        ),
        (f"{FILE}practices:\n  tasting:\n  name: Tasting\n", "3:3", "tasting", "name"),
    ],
)
def test_what_belongs_below_an_empty_key_is_told_there(
    *, told: Told, text: str, place: str, empty: str, beside: str
) -> None:
    """One message: the empty key and what stands beside it, and no second for each such line."""
    message = f'"{empty}" is empty, and "{beside}" stands beside it'
    help_ = f'Indent "{beside}" and what belongs to it by two more spaces.'
    assert told(text) == [(place, message, help_)]


def test_other_mistakes_beside_an_empty_key_are_told_too(told: Told) -> None:
    """A text on the top level is no role."""
    assert [each[1] for each in told(f"{FILE}roles:\ncook:\n  name: Cook\nowner: Ana\n")] == [
        '"roles" is empty, and "cook" stands beside it',
        '"owner" is no field of an ownership file',
    ]


@pytest.mark.parametrize("field", ["responsibilities", "deliverables", "people"])
def test_list_of_a_role_beside_its_id(told: Told, field: str) -> None:
    """What stands where a role's id is due and is a field of one says so."""
    message = f'"{field}" stands where the id of a role is due'
    help_ = 'Indent it by two more spaces, if it belongs to "cook".'
    assert told(f"{COOK}  {field}:\n    - name: Soup\n") == [("5:3", message, help_)]


@pytest.mark.parametrize("field", ["responsibilities", "deliverables"])
def test_list_of_a_role_on_the_top_level(told: Told, field: str) -> None:
    """What belongs to a role is told as such, with the role before it."""
    message = f'"{field}" is no field of an ownership file'
    help_ = 'Indent it by four more spaces, if it belongs to "cook".'
    assert told(f"{COOK}{field}:\n  - name: Soup\n") == [("5:1", message, help_)]
    text = f"{FILE}roles:\n  cook: {{name: Cook}}\n{field}:\n  - name: Soup\n"
    assert told(text) == [("4:1", message, 'Write it into "cook", if it belongs there.')]


@pytest.mark.parametrize(
    ("items", "help_"),
    [
        (
            "- name: Head Cook",
            'Write `head-cook:` in place of the dash before "Head Cook", with the rest below it.',
        ),
        (
            "- id: hc\n    name: Head Cook",
            'Write `hc:` in place of the dash before "Head Cook", with the rest below it.',
        ),
        ("- cook:\n      name: Cook", "Write `cook:` without the dash before it."),
        ("- Head Cook", "Write `head-cook:`, and `name: Head Cook` below it."),
    ],
)
def test_roles_as_a_list(told: Told, items: str, help_: str) -> None:
    """The help shows the key to write for the first of the list."""
    message = '"roles" must be a mapping of keys to values, not a list'
    assert told(f"{FILE}roles:\n  {items}\n") == [("3:3", message, help_)]


@pytest.mark.parametrize(
    ("fields", "column", "key", "field", "whole"),
    [
        ("name: Menu, bread and wine, area: Food", 22, "bread and wine", "name", "Menu, bread and wine"),
        ("name: Menu, bread, wine, area: Food", 22, "bread", "name", "Menu, bread, wine"),
        ("name: Menu, summary: Soup, then cheese", 37, "then cheese", "summary", "Soup, then cheese"),
    ],
)
def test_comma_that_splits_a_text_in_braces(
    *, told: Told, fields: str, column: int, key: str, field: str, whole: str
) -> None:
    """A key without a value behind a text is the rest of it, and told once."""
    message = f'"{key}" has no value: the comma before it ends the text of "{field}"'
    help_ = f'Put the text in quotes: {field}: "{whole}".'
    assert told(f"{MENU}      - {{{fields}}}\n") == [(f"6:{column}", message, help_)]


def test_unknown_key_with_a_value_in_braces_is_no_part_of_a_text(told: Told) -> None:
    """It has a value, so it is a field that there is not."""
    ((_, message, _),) = told(f"{MENU}      - {{name: Menu, wine: Red}}\n")
    assert message == '"wine" is no field of a deliverable'


def test_words_of_a_thesaurus_as_a_list(told: Told) -> None:
    """A group is one text; the help shows it."""
    message = 'an item of "thesaurus" must be text, not a list'
    help_ = 'Write the group as one text: `- "hiring, recruitment"`.'
    assert told(f"{COOK}thesaurus:\n  - [hiring, recruitment]\n") == [("6:5", message, help_)]
