"""What is wrong in a file's entries: each mistake in the words of the file, at its place, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.faults.finding import InvalidRegister
from raci.loading.load import load

from builders import findings, problems, write

if TYPE_CHECKING:
    from pathlib import Path

FILE = "version: 1\n"
ROLE = f"{FILE}roles:\n  chef:\n    name: Chef\n"
RESPONSIBILITY = f"{ROLE}    responsibilities:\n      - name: Menu Planning\n"
DELIVERABLE = f"{ROLE}    deliverables:\n      - name: Menu\n"
UNOWNED = f"{FILE}unowned:\n  - name: Car Park\n    because: The landlord sees to it.\n"
OVERLAP = f"{ROLE}overlaps:\n  taste:\n    tension: Both.\n"
AGREEMENT = f"{OVERLAP}    agreement:\n      accountable: chef\n"
PRACTICE = f"{FILE}practices:\n  tasting:\n    name: Tasting\n"
HASH = "Put the value in quotes if it begins with # (a comment), or leave the line out."

FILE_FIELDS = "version, scheme, roles, overlaps, practices, unowned, thesaurus"
ROLE_FIELDS = "name, aliases, summary, focus, analogy, people, contact, reports_to, deputy, source, responsibilities, deliverables"
WORK_FIELDS = "name, id, area, summary, letters, with, aliases, keywords, paths, links, source"
OVERLAP_FIELDS = "name, sides, tension, work, agreement, distinct, same, because, source"
AGREEMENT_FIELDS = "accountable, because, others, escalation, practices, decided, review, source"

UNKNOWN = [
    (f"{FILE}role: {{}}\n", "2:1", "role", "an ownership file", "roles", FILE_FIELDS),
    (f"{ROLE}    alias: [x]\n", "5:5", "alias", "a role", "aliases", ROLE_FIELDS),
    (
        f"{ROLE}    people: [{{name: A, contat: x}}]\n",
        "5:24",
        "contat",
        "a person",
        "contact",
        "name, contact, until",
    ),
    (f"{ROLE}    source: {{title: A, urls: x}}\n", "5:24", "urls", "a source", "url", "title, url"),
    (
        f"{RESPONSIBILITY}        letter: A\n",
        "7:9",
        "letter",
        "a responsibility",
        "letters",
        f"{WORK_FIELDS}, produces",
    ),
    (
        f"{RESPONSIBILITY}        expects: {{}}\n",
        "7:9",
        "expects",
        "a responsibility",
        "",
        f"{WORK_FIELDS}, produces",
    ),
    (f"{DELIVERABLE}        produces: [x]\n", "7:9", "produces", "a deliverable", "", WORK_FIELDS),
    (
        f"{UNOWNED}    becaus: x\n",
        "5:5",
        "becaus",
        "unowned work",
        "because",
        "name, because, id, area, summary, aliases, keywords, paths, links, source",
    ),
    (f"{OVERLAP}    side: {{}}\n", "8:5", "side", "an overlap", "sides", OVERLAP_FIELDS),
    (f"{AGREEMENT}      decidet: x\n", "10:7", "decidet", "an agreement", "decided", AGREEMENT_FIELDS),
    (
        f"{PRACTICE}    cadance: x\n",
        "5:5",
        "cadance",
        "a practice",
        "cadence",
        "name, cadence, summary, source",
    ),
    (f"{PRACTICE}    source: {{title: A, ulr: x}}\n", "5:24", "ulr", "a source", "", "title, url"),
]


@pytest.mark.parametrize(("text", "place", "field", "noun", "meant", "known"), UNKNOWN)
def test_an_unknown_field(
    *, text: str, place: str, field: str, noun: str, meant: str, known: str, tmp_path: Path
) -> None:
    """A field that an entry does not have is told at its key, with the nearest one and all there are."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is no field of {noun}']
    (finding,) = findings(tmp_path)
    assert finding.help == (f'Did you mean "{meant}"? ' if meant else "") + f"Known: {known}."
    assert finding.location.end_column == finding.location.column + len(field)


MISSING = [
    ("roles: {}\n", "1:1", 'an ownership file needs "version"'),
    (f"{FILE}roles:\n  chef:\n    summary: x\n", "4:5", 'a role needs "name"'),
    (f"{FILE}roles:\n  chef: {{}}\n", "3:9", 'a role needs "name"'),
    (f"{ROLE}    people:\n      - contact: x\n", "6:9", 'a person needs "name"'),
    (f"{ROLE}    source: {{url: x}}\n", "5:13", 'a source needs "title"'),
    (f"{ROLE}    responsibilities:\n      - area: x\n", "6:9", 'a responsibility needs "name"'),
    (f"{ROLE}    deliverables: [{{area: x}}]\n", "5:20", 'a deliverable needs "name"'),
    (f"{FILE}unowned:\n  - because: x\n", "3:5", 'unowned work needs "name"'),
    (f"{FILE}unowned:\n  - name: x\n", "3:5", 'unowned work needs "because"'),
    (f"{OVERLAP}    agreement:\n      because: x\n", "9:7", 'an agreement needs "accountable"'),
    (f"{FILE}practices:\n  tasting: {{cadence: x}}\n", "3:12", 'a practice needs "name"'),
]


@pytest.mark.parametrize(("text", "place", "message"), MISSING)
def test_a_missing_field(text: str, place: str, message: str, tmp_path: Path) -> None:
    """What an entry cannot do without is told where the entry begins."""
    assert problems(tmp_path, a=text) == [f"a.yaml:{place}: {message}"]


MAPPING, LIST, TEXT = "a mapping of keys to values", "a list, such as [one, two]", "text"

SHAPES = [
    (f"{FILE}roles: x\n", "2:8", "roles", MAPPING, '"x"'),
    (f"{FILE}roles: [x]\n", "2:8", "roles", MAPPING, "a list"),
    (f"{FILE}roles:\n  chef: Chef\n", "3:9", "chef", MAPPING, '"Chef"'),
    (f"{FILE}overlaps:\n  - x\n", "3:3", "overlaps", MAPPING, "a list"),
    (f"{FILE}practices:\n  tasting: Monday\n", "3:12", "tasting", MAPPING, '"Monday"'),
    (f"{FILE}unowned: {{a: b}}\n", "2:10", "unowned", LIST, "a mapping"),
    (f"{ROLE}    summary: [x]\n", "5:14", "summary", TEXT, "a list"),
    (f"{ROLE}    contact: {{a: b}}\n", "5:14", "contact", TEXT, "a mapping"),
    (f"{ROLE}    reports_to: [x]\n", "5:17", "reports_to", TEXT, "a list"),
    (f"{ROLE}    aliases: cook\n", "5:14", "aliases", LIST, '"cook"'),
    (f"{ROLE}    responsibilities: [{{name: Menu, keywords: food}}]\n", "5:47", "keywords", LIST, '"food"'),
    (f"{ROLE}    people: Ana\n", "5:13", "people", LIST, '"Ana"'),
    (f"{ROLE}    source: [x]\n", "5:13", "source", MAPPING, "a list"),
    (f"{ROLE}    responsibilities: {{name: x}}\n", "5:23", "responsibilities", LIST, "a mapping"),
    (f"{RESPONSIBILITY}        id: [x]\n", "7:13", "id", TEXT, "a list"),
    (f"{RESPONSIBILITY}        with: [chef]\n", "7:15", "with", MAPPING, "a list"),
    (f"{RESPONSIBILITY}        produces: Menu\n", "7:19", "produces", LIST, '"Menu"'),
    (f"{OVERLAP}    sides: [a, b]\n", "8:12", "sides", MAPPING, "a list"),
    (f"{OVERLAP}    sides: {{chef: [x]}}\n", "8:19", "chef", TEXT, "a list"),
    (f"{OVERLAP}    work: Menu\n", "8:11", "work", LIST, '"Menu"'),
    (f"{OVERLAP}    agreement: chef\n", "8:16", "agreement", MAPPING, '"chef"'),
    (
        f"{OVERLAP}    agreement: {{accountable: [chef], because: It is so.}}\n",
        "8:30",
        "accountable",
        TEXT,
        "a list",
    ),
    (
        f"{OVERLAP}    agreement: {{accountable: {{Menu: [chef]}}, because: It is so.}}\n",
        "8:37",
        "Menu",
        TEXT,
        "a list",
    ),
    (f"{AGREEMENT}      others: [x]\n", "10:15", "others", MAPPING, "a list"),
    (f"{AGREEMENT}      escalation: owner\n", "10:19", "escalation", LIST, '"owner"'),
    (f"{PRACTICE}    cadence: [x]\n", "5:14", "cadence", TEXT, "a list"),
]


@pytest.mark.parametrize(("text", "place", "field", "due", "found"), SHAPES)
def test_a_value_of_the_wrong_shape(
    *, text: str, place: str, field: str, due: str, found: str, tmp_path: Path
) -> None:
    """A text, a list or a mapping where another is due is told at the value, with what is due."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" must be {due}, not {found}']


@pytest.mark.parametrize(
    ("text", "place", "field", "due", "found"),
    [
        (f"{FILE}unowned:\n  - Car Park\n", "3:5", "unowned", MAPPING, '"Car Park"'),
        (f"{ROLE}    responsibilities: [Menu]\n", "5:24", "responsibilities", MAPPING, '"Menu"'),
        (f"{ROLE}    deliverables: [[Menu]]\n", "5:20", "deliverables", MAPPING, "a list"),
        (f"{ROLE}    people: [[Ana]]\n", "5:14", "people", MAPPING, "a list"),
        (f"{ROLE}    aliases: [cook, {{a: b}}]\n", "5:21", "aliases", TEXT, "a mapping"),
        (f"{RESPONSIBILITY}        letters: [[A]]\n", "7:19", "letters", TEXT, "a list"),
        (f"{AGREEMENT}      practices: [{{a: b}}]\n", "10:19", "practices", TEXT, "a mapping"),
    ],
)
def test_an_item_of_the_wrong_shape(
    *, text: str, place: str, field: str, due: str, found: str, tmp_path: Path
) -> None:
    """Where an item of a list is wrong, the message speaks of the item and not of the list."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: an item of "{field}" must be {due}, not {found}']


def test_letters_of_the_wrong_shape(tmp_path: Path) -> None:
    """Letters may be text or a list, and the message says both."""
    (found,) = problems(tmp_path, a=f"{RESPONSIBILITY}        letters: {{A: R}}\n")
    assert found == 'a.yaml:7:18: "letters" must be text or a list, such as AR or [A, R], not a mapping'


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [
        (f"{AGREEMENT}      decided: [2026-01-01]\n", "10:16", "decided"),
        (f"{AGREEMENT}      review: {{a: b}}\n", "10:15", "review"),
        ("version: [1]\nroles: {}\n", "1:10", "version"),
        (f"{FILE}scheme: {{name: raci}}\nroles: {{}}\n", "2:9", "scheme"),
    ],
)
def test_a_list_or_mapping_where_one_word_is_due(text: str, place: str, field: str, tmp_path: Path) -> None:
    """A date, a version or a scheme in brackets is told at its place, in words."""
    (found,) = problems(tmp_path, a=text)
    assert found.startswith(f'a.yaml:{place}: "{field}" ')
    assert found.endswith(("not a list", "not a mapping"))


EMPTY = [
    (f"{FILE}roles:\n", "2:1", "roles"),
    (f"{FILE}roles:\n  chef: #x\n", "3:3", "chef"),
    ("version:\nroles: {}\n", "1:1", "version"),
    (f"{FILE}roles:\n  chef:\n    name: #1 Chef\n", "4:5", "name"),
    (f"{ROLE}    aliases:\n", "5:5", "aliases"),
    (f"{ROLE}    contact: ''\n", "5:5", "contact"),
    (f"{ROLE}    people: [{{name: }}]\n", "5:15", "name"),
    (f"{ROLE}    responsibilities: # to do\n", "5:5", "responsibilities"),
    (f"{RESPONSIBILITY}        id: ''\n", "7:9", "id"),
    (f"{RESPONSIBILITY}        with: {{buyer: }}\n", "7:16", "buyer"),
    (f"{UNOWNED}    area: ''\n", "5:5", "area"),
    (f"{FILE}unowned:\n  - {{name: x, because: }}\n", "3:15", "because"),
    (f"{AGREEMENT}      decided: ''\n", "10:7", "decided"),
    (f"{AGREEMENT}      others: {{chef: }}\n", "10:16", "chef"),
    (f"{FILE}practices:\n  tasting:\n", "3:3", "tasting"),
]


@pytest.mark.parametrize(("text", "place", "field"), EMPTY)
def test_an_empty_value(text: str, place: str, field: str, tmp_path: Path) -> None:
    """A value that is due and not there is told at its key, with what a # does."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is empty']
    assert [finding.help for finding in findings(tmp_path)] == [HASH]


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [
        (f"{FILE}scheme: # raci\nroles: {{}}\n", "2:1", "scheme"),
        (f"{ROLE}    contact: #kitchen\n", "5:5", "contact"),
        (f"{ROLE}    summary:\n", "5:5", "summary"),
        (f"{ROLE}    reports_to:\n", "5:5", "reports_to"),
        (f"{ROLE}    source:\n", "5:5", "source"),
        (f"{ROLE}    people: [{{name: Ben, contact: }}]\n", "5:26", "contact"),
        (f"{ROLE}    source: {{title: A, url: }}\n", "5:24", "url"),
        (f"{RESPONSIBILITY}        id:\n", "7:9", "id"),
        (f"{RESPONSIBILITY}        area:\n", "7:9", "area"),
        (f"{RESPONSIBILITY}        letters: # C\n", "7:9", "letters"),
        (f"{DELIVERABLE}        summary: # 1 of 3\n", "7:9", "summary"),
        (f"{UNOWNED}    area:\n", "5:5", "area"),
        (f"{OVERLAP}    name:\n", "8:5", "name"),
        (f"{OVERLAP}    distinct:\n", "8:5", "distinct"),
        (f"{OVERLAP}    same:\n", "8:5", "same"),
        (f"{OVERLAP}    because:\n", "8:5", "because"),
        (f"{OVERLAP}    agreement:\n", "8:5", "agreement"),
        (f"{AGREEMENT}      because: # to do\n", "10:7", "because"),
        (f"{AGREEMENT}      decided:\n", "10:7", "decided"),
        (f"{AGREEMENT}      review:\n", "10:7", "review"),
        (f"{PRACTICE}    cadence:\n", "5:5", "cadence"),
    ],
)
def test_an_empty_value_of_an_optional_field(text: str, place: str, field: str, tmp_path: Path) -> None:
    """Whoever writes a key means a value: `contact: #kitchen` must not end as no contact at all."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is empty']
    assert [finding.help for finding in findings(tmp_path)] == [HASH]


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [
        (f"{RESPONSIBILITY}        letters: ''\n", "7:9", "letters"),
        (f"{RESPONSIBILITY}        with: {{buyer: ''}}\n", "7:16", "buyer"),
        (f"{OVERLAP}    agreement:\n      accountable: # chef\n", "9:7", "accountable"),
    ],
)
def test_an_empty_value_is_always_told_at_its_key(text: str, place: str, field: str, tmp_path: Path) -> None:
    """Whether one role or several, one letter or a list may stand there, makes no difference."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is empty']


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [(f"{ROLE}    source: ''\n", "5:5", "source"), (f"{ROLE}    people: [Ana, '']\n", "5:19", "people")],
)
def test_an_empty_short_form(text: str, place: str, field: str, tmp_path: Path) -> None:
    """An empty source or person in its short form is told by the name that stands in the file."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is empty']


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{ROLE}    aliases:\n      - #1\n      - cook\n", "6:8"),
        (f"{ROLE}    aliases: [cook, '']\n", "5:21"),
    ],
)
def test_an_empty_item(text: str, place: str, tmp_path: Path) -> None:
    """An item of a list without a value is told where the value would be."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "aliases" is empty']
    assert [finding.help for finding in findings(tmp_path)] == [HASH]


def test_a_value_of_spaces(tmp_path: Path) -> None:
    """Spaces in quotes are no text either."""
    assert problems(tmp_path, a=f"{ROLE}    contact: '  '\n") == ['a.yaml:5:5: "contact" is empty']


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [
        (f"{RESPONSIBILITY}        letters: []\n", "7:9", "letters"),
        (f"{AGREEMENT}      others: {{chef: []}}\n", "10:16", "chef"),
        (f"{OVERLAP}    agreement: {{accountable: {{}}, because: It is so.}}\n", "8:17", "accountable"),
    ],
)
def test_an_empty_list_where_something_is_due(text: str, place: str, field: str, tmp_path: Path) -> None:
    """Letters in empty brackets, or an agreement that names nobody, are told at the key."""
    assert problems(tmp_path, a=text) == [f'a.yaml:{place}: "{field}" is empty']


@pytest.mark.parametrize(
    "text",
    [
        f"{ROLE}    aliases: []\n    people: []\n    responsibilities: []\n    deliverables: []\n",
        f"{RESPONSIBILITY}        with: {{}}\n        produces: []\n",
        f"{FILE}roles: {{}}\noverlaps: {{}}\npractices: {{}}\nunowned: []\n",
        f"{AGREEMENT}      others: {{}}\n      escalation: []\n      practices: []\n",
    ],
)
def test_empty_lists_and_mappings_are_as_good_as_left_out(text: str, tmp_path: Path) -> None:
    """An empty list says that there is nothing on it."""
    assert problems(tmp_path, a=text) == []


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Head Chef", "write it as head-chef"),
        ("head_chef", "write it as head-chef"),
        ("-chef", "write it as chef"),
        ("Шеф", "write it as шеф"),
        ("'!'", "use letters and digits"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "roles:\n  {}: {{name: A}}\n",
        "overlaps:\n  {}: {{tension: A}}\n",
        "practices:\n  {}: {{name: A}}\n",
    ],
)
def test_a_key_that_is_no_id(text: str, written: str, why: str, tmp_path: Path) -> None:
    """Roles, overlaps and practices are keyed by id; a key that is none is told with the id it could be."""
    id_ = written.strip("'")
    assert problems(tmp_path, a=FILE + text.format(written)) == [
        f'a.yaml:3:3: "{id_}" cannot be an id: {why}'
    ]
    assert [finding.help for finding in findings(tmp_path)] == ["Ids are lower-case words joined by hyphens."]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{RESPONSIBILITY}        id: Menu Planning\n", "7:13"),
        (f"{DELIVERABLE}        id: Menu Planning\n", "7:13"),
        (f"{UNOWNED}    id: Menu Planning\n", "5:9"),
    ],
)
def test_works_own_id_that_is_no_id(text: str, place: str, tmp_path: Path) -> None:
    """The id of a piece of work follows the same rule."""
    message = '"id" cannot be "Menu Planning": write it as menu-planning'
    assert problems(tmp_path, a=text) == [f"a.yaml:{place}: {message}"]


@pytest.mark.parametrize("written", ["blackboard", "blackboard ~ menu", "'menu, , card'", "'menu,'"])
def test_a_group_of_the_thesaurus_that_is_none(written: str, tmp_path: Path) -> None:
    """It takes two to be used for one another, and nothing between two commas is no word."""
    why = "write words for one thing, with commas between them: till, cash desk"
    text = written.strip("'")
    assert problems(tmp_path, a=f"{FILE}thesaurus:\n  - {written}\n") == [
        f'a.yaml:3:5: "thesaurus" cannot be "{text}": {why}'
    ]


def test_the_groups_of_all_files_make_one_thesaurus(tmp_path: Path) -> None:
    """A file may hold nothing else."""
    write(
        tmp_path,
        a=f"{FILE}thesaurus: ['board,  menu ~ card']\n",
        b=f"{FILE}thesaurus: ['till, desk']\n",
    )
    assert load(tmp_path).thesaurus == ("board, menu ~ card", "till, desk")


@pytest.mark.parametrize("written", ["2026-13-01", "2026-02-30", "0000-00-00", "15.1.2026", "soon", "9" * 50])
@pytest.mark.parametrize(("field", "column"), [("decided", 16), ("review", 15)])
def test_a_bad_date(field: str, column: int, written: str, tmp_path: Path) -> None:
    """A day that no calendar has, or another notation, is told with the notation that is due."""
    like_ours = written[:4].isdigit() and written[4] == "-"
    because = "there is no such day" if like_ours else "write a date as 2026-01-31"
    assert problems(tmp_path, a=f"{AGREEMENT}      {field}: {written}\n") == [
        f'a.yaml:10:{column}: "{field}" cannot be "{written}": {because}'
    ]


@pytest.mark.parametrize("written", ["2", "1.0", "one", "'1 '"])
def test_a_bad_version(written: str, tmp_path: Path) -> None:
    """There is one version, and the message says which."""
    shown = written.strip("'")
    assert problems(tmp_path, a=f"version: {written}\nroles: {{}}\n") == [
        f'a.yaml:1:10: "version" is "{shown}" and must be 1'
    ]


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("RACI", 'Did you mean "raci"?'),
        ("dacii", 'Did you mean "daci"?'),
        ("xyz", ""),
    ],
)
def test_a_bad_scheme(written: str, help_: str, tmp_path: Path) -> None:
    """The message lists the schemes, and the help suggests the nearest one, if one is near."""
    assert problems(tmp_path, a=f"{FILE}scheme: {written}\nroles: {{}}\n") == [
        f'a.yaml:2:9: "scheme" is "{written}" and must be raci, rasci, raci-vs, cairo, daci, rapid or dri'
    ]
    assert [finding.help for finding in findings(tmp_path)] == [help_]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{RESPONSIBILITY}        with: {{' ': C}}\n", "7:16"),
        (f"{OVERLAP}    sides: {{' ': x, chef: y}}\n", "8:13"),
        (f"{AGREEMENT}      others: {{' ': C}}\n", "10:16"),
        (f"{OVERLAP}    agreement: {{accountable: {{' ': chef}}, because: It is so.}}\n", "8:31"),
    ],
)
def test_a_key_of_spaces(text: str, place: str, tmp_path: Path) -> None:
    """A role or piece of work that is named by spaces alone is a finding at the key."""
    assert f"a.yaml:{place}: a key is empty" in problems(tmp_path, a=text)


@pytest.mark.parametrize(
    "key",
    [
        "' buyr '",
        "'the  buyr'",
        "'buyr\N{NO-BREAK SPACE}'",
        '"buyr\\t"',
        '"the\\nbuyr"',
    ],
)
def test_a_key_with_spaces_has_its_place(key: str, tmp_path: Path) -> None:
    """Spaces around or between the words of a key do not hide where it stands."""
    found = problems(tmp_path, a=f"{RESPONSIBILITY}        with: {{chf: C, {key}: C}}\n")
    assert [each.split(": ")[0] for each in found] == ["a.yaml:7:16", "a.yaml:7:24"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"{FILE}roles: {{'[key]': {{name: [x]}}}}\n",
            ['2:9: "[key]" cannot be an id: write it as key', '2:25: "name" must be text, not a list'],
        ),
    ],
)
def test_a_key_may_be_any_words(text: str, found: list[str], tmp_path: Path) -> None:
    """No key is so strange that it is taken for something else."""
    assert problems(tmp_path, a=text) == [f"a.yaml:{each}" for each in found]


@pytest.mark.parametrize(
    "value",
    [
        "*x",
        "&x Chef",
        "!!str Chef",
    ],
)
def test_a_value_that_is_not_read_is_told_once(value: str, tmp_path: Path) -> None:
    """Nobody is told that the stand-in for an alias is wrong as well."""
    assert len(problems(tmp_path, a=f"{FILE}roles:\n  chef:\n    name: {value}\n")) == 1


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """Shape, syntax that can be read past, letters and references: nobody mends a file in ten rounds."""
    text = """
        version: 1
        shceme: raci
        roles:
          Head Chef: {name: Chef}
          buyer:
            nmae: Buyer
            aliases: purchaser
            reports_to: nobody
            responsibilities:
              - name: Order Sheet
                letters: X
              - name: Order Sheet
              - summary: 1
            summary: a
            summary: b
        overlaps:
          taste:
            tension: Both.
            agreement:
              accountable: noone
              decided: yesterday
    """
    assert problems(tmp_path, a=text) == [
        'a.yaml:2:1: "shceme" is no field of an ownership file',
        'a.yaml:4:3: "Head Chef" cannot be an id: write it as head-chef',
        'a.yaml:6:5: "nmae" is no field of a role',
        'a.yaml:6:5: a role needs "name"',
        'a.yaml:7:14: "aliases" must be a list, such as [one, two], not "purchaser"',
        'a.yaml:8:17: "nobody" is no known role',
        'a.yaml:11:18: "X" is no letter of the scheme raci',
        'a.yaml:12:15: "Order Sheet" is on this list a second time, first in line 10',
        'a.yaml:13:9: a responsibility needs "name"',
        'a.yaml:15:5: the key "summary" is here a second time, first in line 14',
        'a.yaml:20:20: "noone" is no known role',
        'a.yaml:21:16: "decided" cannot be "yesterday": write a date as 2026-01-31',
    ]


MENTIONS = [
    ("    reports_to: nobody\n", '5:17: "nobody" is no known role'),
    ("    responsibilities: [{name: Cooking, with: {nobody: C}}]\n", '5:47: "nobody" is no known role'),
    ("    responsibilities: [{name: Cooking, produces: [Nothing]}]\n", '5:51: "Nothing" is no known work'),
    ("overlaps: {taste: {sides: {chef: x, nobody: y}}}\n", '5:37: "nobody" is no known role'),
    ("overlaps: {taste: {tension: x, work: [Nothing]}}\n", '5:39: "Nothing" is no known work'),
    (
        "overlaps: {taste: {agreement: {accountable: nobody, because: It is so.}}}\n",
        '5:45: "nobody" is no known role',
    ),
    (
        "overlaps: {taste: {agreement: {accountable: {Nothing: chef}, because: It is so.}}}\n",
        '5:46: "Nothing" is no known work',
    ),
    (
        "overlaps: {taste: {agreement: {accountable: chef, others: {nobody: C}, because: It is so.}}}\n",
        '5:60: "nobody" is no known role',
    ),
    (
        "overlaps: {taste: {agreement: {accountable: {Cooking: nobody}, because: It is so.}}}\nunowned: [{name: Cooking, because: x}]\n",
        '5:55: "nobody" is no known role',
    ),
    (
        "overlaps: {taste: {agreement: {accountable: chef, practices: [nothing], because: It is so.}}}\n",
        '5:63: "nothing" is no known practice',
    ),
]


@pytest.mark.parametrize(("text", "message"), MENTIONS)
def test_unknown_references_are_told(text: str, message: str, tmp_path: Path) -> None:
    """A reference to what nobody defines is told at its place."""
    assert problems(tmp_path, a=ROLE + text) == [f"a.yaml:{message}"]


@pytest.mark.parametrize(("text", "message"), MENTIONS)
def test_unknown_references_are_told_beside_mistakes(text: str, message: str, tmp_path: Path) -> None:
    """A mistake elsewhere in the file hides no unknown reference."""
    assert problems(tmp_path, a=ROLE.replace("roles", "nonsense: 1\nroles") + text) == [
        'a.yaml:2:1: "nonsense" is no field of an ownership file',
        f"a.yaml:{int(message[0]) + 1}{message[1:]}",
    ]


BROKEN_ENTRIES = [
    "roles:\n  buyer: {name: Buyer, alias: [x]}\n",
    "roles:\n  buyer: {aliases: [purchaser]}\n",
    "roles:\n  buyer: {name: }\n",
    "roles:\n  buyer: [Buyer]\n",
    "roles:\n  buyer:\n",
    "roles:\n  Buyer: {name: Buyer}\n",
    "roles:\n  the buyer: {name: Buyer, Name: Buyer}\n",
    "roles:\n  buyer: {name: Buyer}\n  buyer: {name: Buyer}\n",
]


@pytest.mark.parametrize("text", BROKEN_ENTRIES)
def test_an_entry_with_a_mistake_is_still_known(text: str, tmp_path: Path) -> None:
    """References to a role with a mistake of its own are not called unknown, in its file or another."""
    other = "version: 1\nroles: {chef: {name: Chef, reports_to: buyer}}\n"
    found = problems(tmp_path, a=FILE + text, b=other)
    assert found != []
    assert {each.split(":")[0] for each in found} == {"a.yaml"}


@pytest.mark.parametrize(
    "id_",
    ["unowned", "work", "with", "sides", "same", "others", "practices"],
)
def test_a_role_with_a_mistake_is_known_whatever_its_id(id_: str, tmp_path: Path) -> None:
    """An id that is also the name of a field is an id."""
    text = f"{FILE}roles: {{chef: {{name: Chef, reports_to: {id_}}}, {id_}: [x]}}\n"
    assert [each.split('"')[2] for each in problems(tmp_path, a=text)] == [
        " must be a mapping of keys to values, not a list"
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "{name: Menu, letter: A}",
        "{name: Menu, letters: X}",
        "{id: menu, area: x}",
        "{nmae: Menu}",
        "{name: Menu, id: Menu}",
        "{name: Card, aliases: [menu], with: x}",
    ],
)
def test_work_with_a_mistake_is_still_known(entry: str, tmp_path: Path) -> None:
    """References to a piece of work with a mistake of its own are not called unknown."""
    found = problems(
        tmp_path,
        a=f"{ROLE}    deliverables: [{entry}]\n",
        b="version: 1\noverlaps: {taste: {tension: Both., work: [Menu]}}\n",
    )
    if "nmae" in entry:
        found = [each for each in found if "no known work" not in each]
    assert found != []
    assert {each.split(":")[0] for each in found} == {"a.yaml"}


def test_work_with_a_misspelt_name_key_is_still_known(tmp_path: Path) -> None:
    """`nmae: Menu` is told once, and not once more at each reference to Menu."""
    found = problems(
        tmp_path,
        a=f"{ROLE}    deliverables: [{{nmae: Menu}}]\n",
        b="version: 1\noverlaps: {taste: {tension: Both., work: [Menu]}}\n",
    )
    assert {each.split(":")[0] for each in found} == {"a.yaml"}


@pytest.mark.parametrize(
    "text", [f"{FILE}roles:\n  buyer: {{name: Buyer\n", f"{FILE}roles:\n  a: [\n  buyer: {{name: B}}\n"]
)
def test_what_a_broken_file_may_define_is_not_called_unknown(text: str, tmp_path: Path) -> None:
    """Nobody knows what stands behind a syntax error: references to it are left alone."""
    other = "version: 1\nroles: {chef: {name: Chef, reports_to: buyer}}\n"
    assert {each.split(":")[0] for each in problems(tmp_path, a=text, b=other)} == {"a.yaml"}


def test_a_broken_file_hides_no_unknown_reference_that_it_does_not_mention(tmp_path: Path) -> None:
    """One broken file does not hide the findings of the others."""
    found = problems(
        tmp_path,
        a=f"{FILE}roles:\n  buyer: {{name: Buyer\n",
        b="version: 1\nroles: {chef: {name: Chef, reports_to: nobody}}\n",
    )
    assert 'b.yaml:2:40: "nobody" is no known role' in found


@pytest.mark.parametrize(
    "text", [f"{FILE}roles:\n  buyer: {{people: [\n", f"{FILE}roles:\n  buyer:\n    a: b: c\n"]
)
def test_nothing_is_called_missing_that_may_stand_behind_a_syntax_error(text: str, tmp_path: Path) -> None:
    """A file that could not be read to its end has one finding: why."""
    assert len(problems(tmp_path, a=text)) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{FILE}roles:\n  Head Chef: {{Name: x}}\n  buyer: {{name: Buyer, reports_to: nobody}}\n",
            '4:36: "nobody" is no known role',
        ),
        (
            f"{OVERLAP}    same: Nothing\n    agreement: {{about: x}}\n",
            '8:11: "Nothing" is no known work',
        ),
        (
            f"{FILE}unowned:\n  - {{about: x, name: A}}\n  - {{name: '!', because: x}}\n",
            '4:12: "!" has neither letters nor digits to make an id of',
        ),
    ],
)
def test_a_mistake_hides_no_other(text: str, message: str, tmp_path: Path) -> None:
    """An entry with two mistakes does not keep its neighbours from being checked."""
    assert f"a.yaml:{message}" in problems(tmp_path, a=text)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("tension: t, sides: {a: , b: y}", '3:36: "a" is empty'),
        ("tension: t, sides: {a: [x], b: y}", '3:39: "a" must be text, not a list'),
        ("agreement: {because: x}", '3:27: an agreement needs "accountable"'),
        ("distinct: , work: [M, N]", '3:16: "distinct" is empty'),
        ("same: M, work: [M, [x]]", '3:35: an item of "work" must be text, not a list'),
        *(
            pytest.param(*each)
            for each in (
                ("tension: t, sides: {' ': x, b: y}", "3:36: a key is empty"),
                ("agreement: {accountable: {' ': a}, because: It is so.}", "3:42: a key is empty"),
            )
        ),
    ],
)
def test_a_mistake_has_no_consequences(fields: str, found: str, tmp_path: Path) -> None:
    """An overlap with a part that is wrong is not told that it lacks this part as well."""
    text = f"{FILE}roles: {{a: {{name: A, deliverables: [{{name: M}}, {{name: N}}]}}, b: {{name: B}}}}\noverlaps: {{x: {{{fields}}}}}\n"
    assert problems(tmp_path, a=text) == [f"a.yaml:{found}"]


def test_entries_without_names_are_not_one(tmp_path: Path) -> None:
    """Two entries that lack their names are two mistakes and not three."""
    text = f"{ROLE}    responsibilities:\n      - area: x\n    deliverables:\n      - area: y\n"
    assert problems(tmp_path, a=text) == [
        'a.yaml:6:9: a responsibility needs "name"',
        'a.yaml:8:9: a deliverable needs "name"',
    ]


def test_a_role_that_is_called_version_is_told_as_a_role(tmp_path: Path) -> None:
    """What must be 1 is the version of the file, not a role of that name."""
    assert problems(tmp_path, a=f"{FILE}roles: {{version: [x]}}\n") == [
        f'a.yaml:2:18: "version" must be {MAPPING}, not a list'
    ]


NOT_OURS = "An ownership file begins with `version: 1` and holds roles, overlaps, practices or unowned work."


@pytest.mark.parametrize(
    "text",
    [
        "hello: world\n",
        "name: CI\non: [push]\njobs: {test: {runs-on: x}}\n",
        "profiles: {x: {name: X}}\nconversion: 2\nschema: 1\nowner: me\n",
        "base: &base {a: b}\nservices:\n  kitchen: *base\n  kitchen: !x y\n",
        "{}\n",
        "".join(f"key{number}: x\n" for number in range(1_000)),
    ],
)
def test_a_named_file_that_is_none_of_ours(text: str, tmp_path: Path) -> None:
    """It has one finding, which says what an ownership file holds, and not one for each of its lines."""
    write(tmp_path, own=ROLE, other=text)
    with pytest.raises(InvalidRegister) as refused:
        load(tmp_path / "own.yaml", tmp_path / "other.yaml")
    (found,) = refused.value.findings
    assert (found.name, found.location[1:3]) == ("not-ownership-file", (1, 1))
    assert (found.message, found.help) == ("this is not an ownership file", NOT_OURS)


@pytest.mark.parametrize(
    "text", ["role: {}\n", "Roles: {}\n", "verison: 1\n", "un-owned: []\n", "practises: {}\n"]
)
def test_a_named_file_whose_only_keys_are_misspelt(text: str, tmp_path: Path) -> None:
    """The misspelt key is an unknown field, with the nearest known one."""
    write(tmp_path, other=text)
    with pytest.raises(InvalidRegister) as refused:
        load(tmp_path / "other.yaml")
    names = {found.name for found in refused.value.findings}
    assert names == {"unknown-field", "missing-field"}
    assert any(found.help.startswith("Did you mean ") for found in refused.value.findings)


def test_what_a_file_that_is_none_of_ours_defines_is_not_called_unknown(tmp_path: Path) -> None:
    """Whoever forgot the line `roles:` has one mistake, not one for each reference to a role."""
    write(tmp_path, own=f"{ROLE}    reports_to: owner\n", other="owner:\n  name: Owner\n")
    with pytest.raises(InvalidRegister) as refused:
        load(tmp_path / "own.yaml", tmp_path / "other.yaml")
    assert [found.name for found in refused.value.findings] == ["not-ownership-file"]
