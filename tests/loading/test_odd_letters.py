"""Names with quotes, a comma or a letter that only looks right: the message names the character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.finding import InvalidRegister
from raci.loading.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[[str], list[tuple[str, str, str]]]

COOK = "version: 1\nroles:\n  cook:\n    name: Cook\n"
CHEF = f"{COOK}    reports_to: @\n  chef:\n    name: Chef\n"
CYRILLIC = "\u0421hef"
REFERENCES = {
    "\u201cChef\u201d": (
        "the LEFT DOUBLE QUOTATION MARK is part of it",
        'Write Chef without quotes, or "Chef".',
    ),
    "\u2018chef\u2019": (
        "the LEFT SINGLE QUOTATION MARK is part of it",
        'Write chef without quotes, or "chef".',
    ),
    "\u201eChef\u201c": (
        "the DOUBLE LOW-9 QUOTATION MARK is part of it",
        'Write Chef without quotes, or "Chef".',
    ),
    f"\u201c{CYRILLIC}\u201d": (
        "the LEFT DOUBLE QUOTATION MARK is part of it",
        'Write Chef without quotes, or "Chef".',
    ),
    CYRILLIC: ("it has a CYRILLIC CAPITAL LETTER ES", "Write Chef in plain letters."),
    "Ch\u0435f": ("it has a CYRILLIC SMALL LETTER IE", "Write Chef in plain letters."),
    "Chef\u200b": ("it has a ZERO WIDTH SPACE", "Write Chef in plain letters."),
}
FIELDS = {
    "n\u0430me": "it has a CYRILLIC SMALL LETTER A",
    "\uff4eame": "it has a FULLWIDTH LATIN SMALL LETTER N",
    "\u201cname\u201d": "the LEFT DOUBLE QUOTATION MARK is part of it",
}


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


@pytest.mark.parametrize("written", REFERENCES)
def test_reference_with_a_character_that_is_not_due(told: Told, written: str) -> None:
    """The message names the character, the help what to write."""
    why, help_ = REFERENCES[written]
    assert told(CHEF.replace("@", written)) == [("5:17", f'"{written}" is no known role: {why}', help_)]


def test_unknown_name_in_curly_quotes_is_just_unknown(told: Told) -> None:
    """Without its quotes it would be unknown too."""
    assert told(CHEF.replace("@", "\u201cOwner\u201d"))[0][1] == '"\u201cOwner\u201d" is no known role'


def test_name_with_an_odd_letter_where_it_is_defined(told: Told) -> None:
    """The reference is right, and the help names the letter in what it refers to."""
    odd = "c\u043eok"
    text = f"version: 1\nroles:\n  {odd}:\n    name: Boss\n  chef:\n    name: Chef\n    reports_to: cook\n"
    help_ = f'"{odd}" looks the same and has a CYRILLIC SMALL LETTER O: write it in plain letters.'
    assert told(text) == [("7:17", '"cook" is no known role', help_)]


@pytest.mark.parametrize(
    ("comma", "name"), [("\uff0c", "a FULLWIDTH COMMA"), ("\u3001", "an IDEOGRAPHIC COMMA")]
)
def test_comma_of_another_script_in_a_list(told: Told, comma: str, name: str) -> None:
    """Two known names with such a comma between them are told as what they are."""
    work = "    deliverables: [{name: Menu}, {name: Bread}]\n    responsibilities:\n      - name: Cooking\n"
    text = f"{COOK}{work}        produces: [Menu{comma} Bread]\n"
    message = f'"Menu{comma} Bread" is no known work: it has {name}'
    assert told(text) == [("8:20", message, "Write a plain comma.")]


@pytest.mark.parametrize("field", FIELDS)
def test_field_with_a_character_that_is_not_due(told: Told, field: str) -> None:
    """One message: that the field itself is missing follows from it."""
    help_ = (
        'Write name without quotes, or "name".' if field[0] == "\u201c" else "Write name in plain letters."
    )
    message = f'"{field}" is no field of a role: {FIELDS[field]}'
    assert told(f"version: 1\nroles:\n  cook:\n    {field}: Cook\n") == [("4:5", message, help_)]


@pytest.mark.parametrize(
    ("text", "place", "message", "write"),
    [
        (
            "version: 1\nscheme: \u201crasci\u201d\nroles: {}\n",
            "2:9",
            '"scheme" is "\u201crasci\u201d" and must be raci, rasci, raci-vs, cairo, daci, rapid or dri:'
            " the LEFT DOUBLE QUOTATION MARK is part of it",
            "rasci",
        ),
        (
            "version: 1\nroles:\n  \u201ccook\u201d:\n    name: Cook\n",
            "3:3",
            '"\u201ccook\u201d" cannot be an id: write it as cook',
            "cook",
        ),
    ],
)
def test_value_in_curly_quotes(*, told: Told, text: str, place: str, message: str, write: str) -> None:
    """A word out of a few and an id are told with what to write."""
    assert told(text) == [(place, message, f'Write {write} without quotes, or "{write}".')]
