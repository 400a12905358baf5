"""Lines that look right: the message names the space, the tab, or the marker of a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.finding import InvalidRegister
from raci.loading.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[[str], list[tuple[tuple[int, int], str, str]]]

MERGE = """version: 1
roles:
  waiter:
    name: Waiter
    deliverables:
      - name: Table Plan
<<<<<<< HEAD
        letters: A
||||||| base
        letters: C
=======
        letters: R
>>>>>>> later
"""
COOK = "version: 1\nroles:\n  cook:\n    name: Cook\n"
SPACES = {
    "\xa0": "a NO-BREAK SPACE",
    "\u2007": "a FIGURE SPACE",
    "\u202f": "a NARROW NO-BREAK SPACE",
    "\u3000": "an IDEOGRAPHIC SPACE",
    "\u200b": "a ZERO WIDTH SPACE",
    "\u2003": "an EM SPACE",
    "\u2060": "a WORD JOINER",
    "\xad": "a SOFT HYPHEN",
}
PLACES = {
    "version:_1\nroles: {}\n": (1, 9),
    "version: 1\nroles:\n__cook:\n____name: Cook\n": (3, 1),
    "version: 1\nroles:\n  cook:\n    name:_Cook\n": (4, 10),
    "version: 1\nroles:\n  cook:\n    name_: Cook\n": (4, 9),
    f"{COOK} _  deliverables: [{{name: Menu}}]\n": (5, 2),
    f"{COOK}    deliverables:\n      -_name: Menu\n": (6, 8),
    f"{COOK}__\n    aliases: [Chef]\n": (5, 1),
    "version: 1\nroles:\n  cook: {name:_Cook}\n": (3, 15),
    "version: 1\nroles:\n  cook: {name: Cook,_aliases: [Chef]}\n": (3, 21),
    f"{COOK}    summary: |\n      _Note: a text\n    aliases:_[Chef]\n": (7, 13),
}


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return what is told of a text, as lines and columns with message and help."""

    def of(text: str) -> list[tuple[tuple[int, int], str, str]]:
        file = tmp_path / "team.yaml"
        file.write_text(text, encoding="utf-8", newline="")
        with pytest.raises(InvalidRegister) as error:
            load(file)
        return [(each.location[1:3], each.message, each.help) for each in error.value.findings]

    return of


@pytest.mark.parametrize("char", SPACES)
@pytest.mark.parametrize("text", PLACES)
def test_space_that_is_none_is_told_once_and_where_it_stands(told: Told, text: str, char: str) -> None:
    """One message for the file, at the first such space, whatever follows from it."""
    message = f"there is {SPACES[char]} here, which YAML takes for a letter"
    assert told(text.replace("_", char)) == [(PLACES[text], message, "Use a plain space.")]


@pytest.mark.parametrize("char", SPACES)
def test_such_space_in_a_text_is_no_mistake(tmp_path: Path, char: str) -> None:
    """Inside names and texts these are what people typed."""
    text = f"{COOK}    summary: |\n      {char}Note: read{char}: this\n    aliases: [Head{char}Cook]\n"
    (tmp_path / "team.yaml").write_text(text, encoding="utf-8")
    load(tmp_path / "team.yaml")


def test_byte_order_mark_inside_is_named(told: Told) -> None:
    """The message says what it is and what to do."""
    [(where, message, _)] = told(f"{COOK}    summary: a\ufefftext\n")
    assert where == (5, 15)
    assert "byte order mark (U+FEFF)" in message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("version: 1\nroles:\n\tcook:\n\t\tname: Cook\n", (3, 1)),
        (f"{COOK}\tdeliverables: []\n", (5, 1)),
        (f"{COOK}\t\n    aliases: [Chef]\n", (5, 1)),
        (f"{COOK}    deliverables:\n      -\tname: Menu\n", (6, 8)),
    ],
)
def test_tab_is_named(told: Told, text: str, place: tuple[int, int]) -> None:
    """Where it indents, or stands behind a dash."""
    assert told(text) == [(place, "there is a tab here", "Indent with spaces.")]


@pytest.mark.parametrize(
    ("text", "place", "marker"),
    [
        (MERGE, (7, 1), "<<<<<<<"),
        (MERGE.replace("\n", "\r\n"), (7, 1), "<<<<<<<"),
        (MERGE.replace("\n", "\r"), (7, 1), "<<<<<<<"),
        (MERGE.replace("<<<<<<< HEAD\n", ""), (8, 1), "|||||||"),
        (f"{COOK}=======\n    aliases: [Chef]\n", (5, 1), "======="),
        (f"{COOK}    aliases: [Chef]\n>>>>>>> later\n", (6, 1), ">>>>>>>"),
        # In brackets and quotes a parser finds nothing wrong with it.
        (f"{COOK}    aliases: [\n<<<<<<< HEAD\n      Chef,\n=======\n>>>>>>> x\n]\n", (6, 1), "<<<<<<<"),
    ],
)
def test_marker_of_a_merge_is_named(told: Told, text: str, place: tuple[int, int], marker: str) -> None:
    """The first one is told, and nothing that follows from it."""
    message = f"a conflict of a merge was left in the file ({marker})"
    assert told(text) == [(place, message, "Keep one side and take the markers out.")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{COOK}<<: 5\n", (5, 1)),
        (f"{COOK}    <<: 5\n", (5, 5)),
        ("version: 1\nroles:\n  <<: 5\n  cook: {name: Cook}\n", (3, 3)),
        (f"{COOK}    deliverables: [{{name: M, with: {{tl: C, <<: 5}}}}]\n  tl: {{name: T}}\n", (5, 44)),
        (f"{COOK}overlaps:\n  a: {{name: A, tension: x, sides: {{cook: a, <<: 5}}}}\n", (6, 45)),
    ],
)
def test_merge_key_is_told_everywhere(told: Told, text: str, place: tuple[int, int]) -> None:
    """Of two, in places of names too, neither is taken for a name that the other one defines."""
    found = told(f"{text}unowned: [{{name: x, because: y, <<: 5}}]\n")
    [first, second] = [message for message in found if "<<" in message[1]]
    assert first == (place, '"<<" is no key of ours', "Write its keys out; merge keys are not read.")
    assert second[0] == (text.count("\n") + 1, 33)


@pytest.mark.parametrize("beside", ["", "roles: {cook: {name: Cook}}\n"])
def test_file_with_too_many_keys(told: Told, beside: str) -> None:
    """The limit of an entry holds for the outermost one."""
    keys = "".join(f"k{number}: x\n" for number in range(1_001))
    [(where, message, _)] = told(f"version: 1\n{beside}{keys}")
    assert where == (1, 1)
    assert message.startswith('"the file" has 1,00')
    assert message.endswith("1,000 are the most")


def test_line_under_a_title_is_no_marker(tmp_path: Path) -> None:
    """Git puts its markers where lines begin; an indented one is a text."""
    (tmp_path / "team.yaml").write_text(
        f"{COOK}    summary: |\n      Title\n      =======\n      <<<<<<< x\n"
    )
    load(tmp_path / "team.yaml")


COLON, COMMA, DASH = "\uff1a", "\uff0c", "\u2013"
FOOD = f"{COOK}    deliverables:\n"
SIGNS = [
    (f"version{COLON}1\nroles:\n  cook:\n    name: Cook\n", (1, 8), COLON),
    (f"version: 1\nroles{COLON}\n  cook:\n    name: Cook\n", (2, 6), COLON),
    (f"version: 1\nroles:\n  cook{COLON}\n    name: Cook\n", (3, 7), COLON),
    (f"version: 1\nroles:\n  cook:\n    name{COLON} Cook\n", (4, 9), COLON),
    (f"{COOK}    summary{COLON}Cooks.\n    people: [Ana]\n", (5, 12), COLON),
    (f"{FOOD}      - name{COLON}Menu\n        area: Food\n", (6, 13), COLON),
    (f"{FOOD}      - {{name: Menu{COMMA} area: Food}}\n", (6, 20), COMMA),
    (f"{FOOD}      - name: Menu\n        with: {{chef: C{COMMA} boss: I}}\n", (7, 23), COMMA),
    (f"{COOK}    aliases:\n      {DASH} Koch\n", (6, 7), DASH),
    (f"{COOK}    aliases:\n    {DASH} Koch\n    {DASH} Chef\n", (6, 5), DASH),
    (f"{COOK}    people:\n      {DASH} name: Ana\n        contact: x\n", (6, 7), DASH),
    (f"{FOOD}      {DASH} name: Menu\n", (6, 7), DASH),
]
CALLED = {
    COLON: ("a FULLWIDTH COLON", "Write a plain colon, and a space behind it."),
    COMMA: ("a FULLWIDTH COMMA", "Write a plain comma."),
    DASH: ("an EN DASH", "Write a hyphen (-) before an item of a list."),
}


@pytest.mark.parametrize(("text", "place", "sign"), SIGNS)
def test_sign_of_another_form_is_told_once_and_where_it_stands(
    told: Told, text: str, place: tuple[int, int], sign: str
) -> None:
    """A colon, comma or dash that YAML does not know is behind what the parser complains of."""
    name, help_ = CALLED[sign]
    assert told(text) == [(place, f"there is {name} here, which YAML takes for a letter", help_)]


@pytest.mark.parametrize(
    "text",
    [
        f"    summary: A{COMMA} B{COLON} C\n",
        f"    summary:\n      {DASH} a text\n",
        f"    summary: |\n      name{COLON} a text\n      {DASH} another\n",
        f'    summary: "{{A{COMMA} B: C}}"\n',
    ],
)
def test_such_signs_in_a_text_are_no_mistake(told: Told, text: str) -> None:
    """Another mistake beside them is told as what it is."""
    ((_, message, _),) = told(f"{COOK}{text}    alia: [Chef]\n")
    assert message == '"alia" is no field of a role'
