"""raci matrix, as its users run it."""

from __future__ import annotations

import csv
import itertools
import json
import re
import textwrap
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
import raci as library
import yaml
from raci.cli.filter_options import WorkKind
from raci.model.register import Kind
from raci.model.scheme import SCHEMES
from raci.model.standing import Status
from raci.queries import matrix as query
from raci.queries.abbreviations import initials, short_names
from raci.views import matrix as view

from conftest import (
    FORMATS,
    PROJECT,
    WORDS_AND_RECORDS,
    Golden,
    RunRaci,
    graph_of,
    register_of,
    write_files,
)

if TYPE_CHECKING:
    from pathlib import Path

PAGE = PROJECT / "docs" / "matrix.md"
SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/matrix.schema.json").read_text("utf-8"))

KITCHEN = {
    "kitchen.yaml": """
        version: 1
        roles:
          head-chef:
            name: Head Chef
            aliases: [chef, HC]
            responsibilities:
              - {name: Seasonal Planning, area: Menu, with: {buyer: C, owner: I}}
              - {name: Staff Meals, area: Kitchen, letters: R}
              - {name: Tasting, area: Kitchen, letters: R, with: {sommelier: C}}
            deliverables:
              - {name: Menu, area: menu}
              - {name: Stock Count}
              - {name: Prep List, area: Kitchen}
              - {name: Table Linen, letters: R}
          buyer:
            name: Buyer
            responsibilities:
              - {name: Tasting, letters: R}
              - {name: "Supplier Contracts for Fish, Meat and Vegetables", area: Purchasing}
            deliverables:
              - {name: Menu, area: Menu}
              - {name: Stock Count}
              - {name: Wine List}
          sommelier:
            name: Sommelier
            deliverables: [{name: Wine List, area: Cellar}]
          owner: {name: Owner}
          waiter: {name: Waiter}
        overlaps:
          wine:
            name: Wine
            tension: Price and dish.
            work: [Wine List]
            agreement: {accountable: sommelier, because: Who opens it answers for it.}
          linen:
            name: Linen
            tension: Nobody counts it.
            work: [Table Linen]
            agreement: {accountable: owner, because: It is expensive.}
        unowned:
          - {name: Car Park, because: The landlord sees to it.}
    """,
}


def asked(raci: RunRaci, *arguments: str) -> dict[str, Any]:
    """Return the JSON of an answer."""
    found: dict[str, Any] = json.loads(raci("matrix", "--json", *arguments).out)
    return found


def on_a_terminal(raci: RunRaci, monkeypatch: pytest.MonkeyPatch, width: int, *arguments: str) -> str:
    """Return what a terminal of this width shows."""
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: width)
        return raci("matrix", *arguments).out


def names(answer: dict[str, Any]) -> list[str]:
    """Return the names of an answer's work."""
    return [row["name"] for row in answer["rows"]]


# What it looks like


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_the_matrix_of_the_shipped_data_in_each_format(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Product manager, product marketer and whom they consult and inform, byte for byte."""
    ran = raci("matrix", "--format", format_)
    assert ran.code == 0
    golden(ran.out, "matrix", f"shipped.{ending}")


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("arguments", [(), ("--claims", "--area", "product development")])
def test_the_matrix_of_the_shipped_data_on_a_terminal(
    arguments: tuple[str, ...],
    width: int,
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a person reads; no line runs over the edge."""
    out = on_a_terminal(raci, monkeypatch, width, *arguments)
    golden(out, "matrix", f"{'claims' if arguments else 'shipped'}-{width}.txt")
    assert max(map(len, out.splitlines())) <= width


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_a_kitchen_with_every_status(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Contested, unowned, owned, settled, and unowned on purpose."""
    write_files(in_folder, KITCHEN)
    ran = raci("matrix", "--data", ".", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "matrix", f"kitchen.{ending}")
    if format_ == "json":
        assert {row["status"] for row in json.loads(ran.out)["rows"]} == set(Status)


@pytest.mark.parametrize("claims", [(), ("--claims",)])
def test_the_kitchen_on_a_terminal(
    claims: tuple[str, ...],
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is contested and what is unowned stands out without colour, in words and signs."""
    write_files(in_folder, KITCHEN)
    out = on_a_terminal(raci, monkeypatch, 80, "--data", ".", *claims)
    golden(out, "matrix", f"kitchen{'-claims' if claims else ''}-80.txt")


def test_the_page_shows_what_a_terminal_shows(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The block of docs/matrix.md that no pipe can show."""
    page = PAGE.read_text("utf-8")
    (kitchen,) = re.findall(r"^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    write_files(in_folder, {"kitchen.yaml": kitchen})
    out = on_a_terminal(raci, monkeypatch, 80, "--data", ".")
    block = re.compile(
        r"^<!-- what a terminal shows -->\n\n```text\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL
    )
    rewritten = block.sub(lambda _: f"<!-- what a terminal shows -->\n\n```text\n{out}```", page)
    if request.config.getoption("--update"):
        PAGE.write_text(rewritten, encoding="utf-8")
    assert PAGE.read_text("utf-8") == rewritten


def test_colors_are_for_terminals(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR there are none, and the words are the same; in a pipe there never are any."""
    write_files(in_folder, KITCHEN)
    assert "\x1b" not in raci("matrix", "--data", ".", "--color", "always").out
    plain = on_a_terminal(raci, monkeypatch, 80, "--data", ".")
    colored = on_a_terminal(raci, monkeypatch, 80, "--data", ".", "--color", "always")
    assert "\x1b[1;31mAR!\x1b[0m" in colored
    uncolored = re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert [line.rstrip() for line in uncolored.splitlines()] == plain.splitlines()


def test_a_role_that_is_left_out_can_be_asked_for(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note says that there is only the work of that role then; its column is the first."""
    out = on_a_terminal(raci, monkeypatch, 60)
    (role,) = re.findall(r"Add\s+--role\s+(\S+)\s+for\s+the\s+work\s+of\s+that\s+role\s+alone", out)
    asked_for = on_a_terminal(raci, monkeypatch, 60, "--role", role)
    assert "SM" not in out.partition("no room")[0]
    assert re.split("  +", asked_for.splitlines()[5])[1] == "Senior"


ROW_OF_COOKS = """
    version: 1
    roles:
"""


def test_who_is_accountable_is_told_where_its_column_is_left_out(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No row that has an owner looks as if it had none; where all columns have room there is none more."""
    cook = "      c{0}: {{name: Cook Number {0}, deliverables: [{{name: Dish {0}}}, {{name: Menu}}]}}\n"
    write_files(in_folder, {"r.yaml": ROW_OF_COOKS + "".join(map(cook.format, range(9)))})
    out = on_a_terminal(raci, monkeypatch, 60, "--data", ".")
    (row,) = [line for line in out.splitlines() if line.startswith("  Dish 8 ")]
    assert row.split("·")[-1].split() == ["Cook", "Number", "8"]
    assert re.search(r"^  Menu +AR! .* CONTESTED +9 roles$", out, flags=re.MULTILINE)
    assert "Accountable" not in on_a_terminal(raci, monkeypatch, 200, "--data", ".")
    assert "Accountable" not in raci("matrix", "--data", ".", "-f", "html").out


def test_an_output_file_holds_what_a_pipe_gets(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the terminal is."""
    assert on_a_terminal(raci, monkeypatch, 80, "-o", "matrix.tsv") == ""
    assert (in_folder / "matrix.tsv").read_text("utf-8") == raci("matrix").out


PEOPLE = """
    version: 1
    roles:
      chef: {name: Chef, people: [Ana, {name: "Bea, jr.", contact: "@bea"}], deliverables: [{name: Menu, with: {buyer: C}}]}
      buyer: {name: Buyer}
      owner: {name: Owner, people: [Cem]}
"""


def test_people_are_told_where_they_are_asked_for(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the roles that are shown, below the grid, and in the heads of a table; JSON has ids of roles alone."""
    write_files(in_folder, {"r.yaml": PEOPLE})
    own = ("--data", "r.yaml")
    out = on_a_terminal(raci, monkeypatch, 80, *own, "--people")
    assert "\nWho holds these roles\n  Chef   Ana and Bea, jr.\n  Buyer  nobody is named\n\nLegend\n" in out
    assert "Ana" not in on_a_terminal(raci, monkeypatch, 80, *own)
    assert "- **Chef:** Ana and Bea, jr.\n" in raci("matrix", *own, "--people", "-f", "markdown").out
    header = next(csv.reader(StringIO(raci("matrix", *own, "--people", "-f", "csv").out)))
    assert header[-2:] == ["Chef (Ana and Bea, jr.)", "Buyer"]
    assert raci("matrix", *own, "--people").out.splitlines()[0].endswith("\tChef (Ana and Bea, jr.)\tBuyer")
    assert asked(raci, *own, "--people") == asked(raci, *own)


# The letters


def test_the_letters_hold_unless_claims_are_asked_for(raci: RunRaci, in_folder: Path) -> None:
    """An agreement makes the sommelier accountable; the status says so in both."""
    write_files(in_folder, KITCHEN)
    (held,) = asked(raci, "--data", ".", "--area", "cellar")["rows"]
    (claimed,) = asked(raci, "--data", ".", "--area", "cellar", "--claims")["rows"]
    assert held["letters"] == {"buyer": "R", "sommelier": "AR"}
    assert claimed["letters"] == {"buyer": "AR", "sommelier": "AR"}
    assert (held["accountable"], claimed["accountable"]) == (["sommelier"], ["buyer", "sommelier"])
    assert held["status"] == claimed["status"] == "settled"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_has_its_legend(scheme: str, raci: RunRaci, in_folder: Path) -> None:
    """Letters in the words of the scheme; two claims are marked by the letter that means accountable."""
    claim = "{name: Menu}"
    text = f"version: 1\nscheme: {scheme}\nroles:\n"
    text += "".join(
        f"  {each}: {{name: {each.title()}, deliverables: [{claim}]}}\n" for each in ("ann", "ben")
    )
    write_files(in_folder, {"r.yaml": text})
    default = "".join(SCHEMES[scheme].default)
    out = raci("matrix", "--data", "r.yaml", "-f", "markdown").out
    assert out.count(f"**{default}!**") == 2
    words = SCHEMES[scheme].letter(SCHEMES[scheme].accountable).word
    named = "accountable" if words == "accountable" else f"accountable ({words})"
    assert f"- **!:** one of several who are {named}: it is contested\n" in out
    assert f"- **{default}:** {' and '.join(SCHEMES[scheme].words(SCHEMES[scheme].default))}\n" in out


def test_columns_are_the_roles_with_letters_in_the_rows(raci: RunRaci, in_folder: Path) -> None:
    """First the roles that were asked for, then who is accountable for the most, then who has most parts."""
    write_files(in_folder, KITCHEN)

    def columns(*arguments: str) -> list[str]:
        return [role["id"] for role in asked(raci, "--data", ".", *arguments)["roles"]]

    assert columns() == ["head-chef", "buyer", "owner", "sommelier"]
    assert columns("--role", "sommelier") == ["sommelier", "buyer", "head-chef"]
    assert columns("--role", "waiter") == []


IN_FILES = {
    "b/10.yaml": "version: 1\nroles: {c: {name: C, deliverables: [{name: Third, area: Y}, {name: Last}]}}",
    "b/9.yaml": """
        version: 1
        roles:
          b: {name: B, deliverables: [{name: Second, area: X}, {name: Item 10, area: Y}, {name: Item 9, area: Y}]}
          d: {name: D, deliverables: [{name: First, area: z, letters: R}]}
    """,
    "a.yaml": """
        version: 1
        unowned: [{name: Alone, because: So.}]
        roles: {e: {name: E, deliverables: [{name: First, area: Z}, {name: Zeroth, area: Z}]}}
    """,
}


def test_rows_are_in_the_order_of_the_files(raci: RunRaci, in_folder: Path) -> None:
    """Files by path, an area where it first appears, work in it likewise; work without one is last."""
    write_files(in_folder, IN_FILES)
    order = ["First", "Zeroth", "Second", "Item 10", "Item 9", "Third", "Alone", "Last"]
    assert names(asked(raci, "--data", ".")) == order
    assert names(asked(raci, "--data", "b/10.yaml", "--data", "a.yaml", "--data", "b/9.yaml")) == order
    assert names(asked(raci, "--data", ".", "--area", "y")) == ["Item 10", "Item 9", "Third"]
    assert [
        row["work"] for row in csv.DictReader(StringIO(raci("matrix", "--data", ".", "-f", "csv").out))
    ] == order
    by_name = ["Second", "Item 9", "Item 10", "Third", "First", "Zeroth", "Alone", "Last"]
    assert names(asked(raci, "--data", ".", "--sort", "name")) == by_name
    assert [row.name for row in library.matrix(library.load("."), sort="name").rows] == by_name
    with pytest.raises(ValueError, match='"size" is no order of rows'):
        library.matrix(library.load("."), sort="size")


def test_filters_move_no_row(raci: RunRaci, in_folder: Path) -> None:
    """An area stands where it first appears, whether or not what is first in it is shown."""
    area = "{{name: {}, area: {}, letters: {}}}"
    work = ", ".join(itertools.starmap(area.format, (("A", "X", "R"), ("B", "Y", "A"), ("C", "X", "A"))))
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {{a: {{name: Ann, deliverables: [{work}]}}}}"})
    assert names(asked(raci, "--data", "r.yaml", "--status", "owned")) == ["C", "B"]


def test_who_holds_what_does_not_depend_on_the_order() -> None:
    """However files, roles and entries are turned around, everybody has the same letters."""

    def turned(data: dict[str, Any]) -> dict[str, Any]:
        roles = dict(reversed(data.get("roles", {}).items()))
        for role in roles.values():
            for listed in (role.get("responsibilities", []), role.get("deliverables", [])):
                listed.reverse()
        return {**data, "roles": roles, "overlaps": dict(reversed(data.get("overlaps", {}).items()))}

    for files in (KITCHEN, IN_FILES):
        texts = [textwrap.dedent(text) for text in files.values()]
        back = [yaml.safe_dump(turned(yaml.safe_load(text)), sort_keys=False) for text in reversed(texts)]
        there, again = (library.matrix(register_of(*each)) for each in (texts, back))
        held = [
            {row.work: (row.status, row.accountable, row.letters) for row in each.rows}
            for each in (there, again)
        ]
        assert held[0] == held[1]
        assert there.roles == again.roles


def test_rows_can_be_in_the_order_of_area_and_name(raci: RunRaci, in_folder: Path) -> None:
    """Work without an area is last; spellings that fold alike are one area."""
    write_files(in_folder, KITCHEN)
    rows = asked(raci, "--data", ".", "--sort", "name")["rows"]
    order = [(row["area"] is None, row["area"] or "", row["name"]) for row in rows]
    assert all(before <= after for before, after in pairwise(order))
    assert {row["area"] for row in rows} == {"Cellar", "Kitchen", "Menu", "Purchasing", None}


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Product Manager", ["product lead", "PM"], "PM"),
        ("Product Marketer", ["PMM", "product marketing manager"], "PMM"),
        ("Head of Growth", ["HoG"], "HoG"),
        ("Head of Growth", ["HG"], "HG"),
        ("Operations", ["ops"], "ops"),
        ("Investors", ["VC", "venture capitalists"], "Investors"),
        ("Senior Management", ["C-suite", "executives"], "Senior Management"),
        ("Customer Support", ["support", "help desk"], "Customer Support"),
        ("Head Chef", ["chef", "boss"], "Head Chef"),
        ("Sales", ["S"], "Sales"),
        ("営業部長", ["営業"], "営業"),
        ("Buyer", ["BB"], "Buyer"),
    ],
)
def test_a_short_name_is_an_alias_that_abbreviates_the_name(
    name: str, aliases: list[str], short: str
) -> None:
    """Letters of the name in their order, or the initials of an alias that has a word of the name."""
    register = register_of(
        f"version: 1\nroles: {{a: {{name: {name}, aliases: {json.dumps(aliases, ensure_ascii=False)}}}, "
        "b: {name: Bob, aliases: [BB]}}"
    )
    assert short_names(register)["a"] == short


def test_short_names_are_unique(raci: RunRaci, in_folder: Path) -> None:
    """An alias of two roles is nobody's; two roles of one name have their ids in the head."""
    text = """
        version: 1
        roles:
          a: {name: Product Manager, aliases: [PM], deliverables: [{name: A}]}
          b: {name: Project Manager, aliases: [PM], deliverables: [{name: B}]}
          c: {name: Lead, deliverables: [{name: C}]}
          d: {name: Lead, deliverables: [{name: D}]}
          e: {name: area, deliverables: [{name: E}]}
    """
    write_files(in_folder, {"r.yaml": text})
    shorts = [role["short"] for role in asked(raci, "--data", "r.yaml")["roles"]]
    assert shorts == ["Product Manager", "Project Manager", "Lead (c)", "Lead (d)", "area"]
    header = next(csv.reader(StringIO(raci("matrix", "--data", "r.yaml", "-f", "csv").out)))
    assert header[-5:] == ["Product Manager", "Project Manager", "Lead (c)", "Lead (d)", "area (e)"]


@pytest.mark.parametrize(
    ("names", "taken", "short"),
    [
        (["Customer Support", "Sales"], [], ["CS", "Sal"]),
        (["Customer Support", "Client Success", "Customer Success"], [], ["CSup", "Cli", "Custo"]),
        (["Head of Product", "Head of People", "Sales"], [], ["HoPr", "HoPe", "Sal"]),
        (["Sales", "Salon", "Salt"], ["sal"], ["Sale", "Salo", "Salt"]),
        (["Head of Growth"], [], ["HoG"]),
        (["Team 1", "Team 10", "Team 2026 North West"], [], ["T1", "T10", "Team2"]),
        (["Ann", "ann", "Ann"], [], ["Ann", "1", "2"]),
        (["@#"], [], ["1"]),
    ],
)
def test_initials_are_unique(names: list[str], taken: list[str], short: list[str]) -> None:
    """The initials of several words, or how the name begins; at last a number."""
    roles = {str(number): name for number, name in enumerate(names)}
    assert list(initials(roles, taken).values()) == short


# The filters


def test_filters_are_joined(raci: RunRaci, in_folder: Path) -> None:
    """Values of one option are alternatives, options are all to be met."""
    write_files(in_folder, KITCHEN)
    own = ("--data", ".")
    assert names(asked(raci, *own, "--status", "unowned")) == ["Staff Meals", "Tasting"]
    assert names(asked(raci, *own, "--status", "unowned", "--role", "buyer")) == ["Tasting"]
    assert names(asked(raci, *own, "--area", "CELLAR", "--area", "menu")) == [
        *("Seasonal Planning", "Menu", "Wine List"),
    ]
    assert names(asked(raci, *own, "--kind", "deliverable", "--area", "kitchen")) == ["Prep List"]
    assert names(asked(raci, *own, "--role", "owner", "--role", "HC", "--kind", "responsibility")) == [
        *("Seasonal Planning", "Staff Meals", "Tasting"),
    ]


def test_the_title_says_what_was_kept(raci: RunRaci, in_folder: Path) -> None:
    """A page that is sent around says what it leaves out."""
    write_files(in_folder, KITCHEN)
    out = raci(
        "matrix", "--data", ".", "--role", "HC", "--area", "menu", "--area", "cellar", "-f", "markdown"
    ).out
    assert out.splitlines()[0] == (
        "# 2 of 10 pieces of work (role Head Chef; area Cellar or Menu), 3 roles: 1 contested, 1 owned."
    )


ROLES = "Known: Buyer, Head Chef, Owner, Sommelier, Waiter."
AREAS = "Known: Cellar, Kitchen, Menu, Purchasing, Without an area."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--status", "contestd"),
            "raci: Invalid value for '--status': 'contestd' is not one of 'owned', 'settled', 'contested', "
            "'unowned', 'unowned-on-purpose'.\nTry raci matrix --help.\n",
        ),
        (
            ("--kind", "paper"),
            "raci: Invalid value for '--kind': 'paper' is not one of 'responsibility', 'deliverable'.\n"
            "Try raci matrix --help.\n",
        ),
        (
            ("--area", "cellr", "--role", "byer", "--area", "menue", "--area", "menu", "--role", "ownr"),
            f'raci: "byer" is no known role. Did you mean "Buyer"? {ROLES}\n'
            f'"ownr" is no known role. Did you mean "Owner"? {ROLES}\n'
            f'"cellr" is no known area. Did you mean "Cellar"? {AREAS}\n'
            f'"menue" is no known area. Did you mean "Menu"? {AREAS}\n',
        ),
        (
            ("--area", "zzz"),
            f'raci: "zzz" is no known area. {AREAS}\n',
        ),
        (
            ("--role", "zzz"),
            f'raci: "zzz" is no known role. {ROLES}\n',
        ),
    ],
)
def test_unknown_values_are_told_with_what_is_known(
    arguments: tuple[str, ...], message: str, raci: RunRaci, in_folder: Path
) -> None:
    """With the nearest one and all that there are, all at once; exit code 2."""
    write_files(in_folder, KITCHEN)
    ran = raci("matrix", "--data", ".", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", message)


def test_work_without_an_area_can_be_asked_for(raci: RunRaci, in_folder: Path) -> None:
    """By the heading under which it stands, alone or with areas; an area of this name comes before it."""
    write_files(in_folder, KITCHEN)
    answer = asked(raci, "--data", ".", "--area", "without an AREA", "--area", "cellar")
    assert names(answer) == ["Wine List", "Stock Count", "Table Linen", "Car Park"]
    assert answer["filters"]["areas"] == ["Cellar", None]
    jsonschema.Draft7Validator(SCHEMA).validate(answer)
    title = raci("matrix", "--data", ".", "--area", "without an area").out
    assert title == raci("matrix", "--data", ".", "--area", "Without an Area").out
    out = raci("matrix", "--data", ".", "--area", "without an area", "-f", "markdown").out
    assert out.startswith("# 3 of 10 pieces of work (area none), ")
    text = """
        version: 1
        roles: {a: {name: Ann, deliverables: [{name: Menu, area: Without an area}, {name: Wine}]}}
    """
    write_files(in_folder, {"own/r.yaml": text})
    assert names(asked(raci, "--data", "own", "--area", "without an area")) == ["Menu"]


def test_many_roles_are_not_all_listed(raci: RunRaci, in_folder: Path) -> None:
    """Names only, and where all of them are."""
    roles = ", ".join(f"r{number}: {{name: Cook {number}, aliases: [c{number}]}}" for number in range(9))
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {{{roles}}}"})
    listed = ", ".join(f"Cook {number}" for number in range(8))
    assert raci("matrix", "--data", "r.yaml", "--role", "zzz").err == (
        f'raci: "zzz" is no known role. Known: {listed}, …; raci role lists them.\n'
    )


def test_no_area_at_all_is_told(raci: RunRaci, in_folder: Path) -> None:
    """Nothing is suggested where nothing is known; work stands under no heading."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {name: Ann, deliverables: [{name: Menu}]}}"})
    assert raci("matrix", "--data", "r.yaml", "--area", "x").err == 'raci: "x" is no known area.\n'
    assert "Without an area" not in raci("matrix", "--data", "r.yaml", "-f", "markdown").out


@pytest.mark.parametrize("format_", FORMATS)
def test_that_no_work_is_like_that_is_an_answer(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """A sentence in text, in a pipe too; a header in CSV; exit code 0."""
    write_files(in_folder, KITCHEN)
    ran = raci("matrix", "--data", ".", "--role", "waiter", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    if format_ == "csv":
        assert ran.out == '"area","work","kind","status","accountable"\n'
    elif format_ == "json":
        assert json.loads(ran.out)["rows"] == []
    else:
        assert "None of the 10 pieces of work is like that (role Waiter)." in ran.out


def test_that_there_is_no_work_is_an_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 0 as well."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {name: Ann}}"})
    ran = raci("matrix", "--data", "r.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "There is no work here: no role lists any.\n", "")


# The JSON


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--claims",),
        ("--role", "owner", "--area", "menu", "--kind", "responsibility", "--status", "owned"),
        ("--role", "waiter"),
    ],
)
def test_the_json_keeps_to_its_schema(arguments: tuple[str, ...], raci: RunRaci, in_folder: Path) -> None:
    """Every answer validates."""
    write_files(in_folder, KITCHEN)
    jsonschema.Draft7Validator(SCHEMA).validate(asked(raci, "--data", ".", *arguments))


def test_every_kind_and_status_can_be_asked_for() -> None:
    """The command line has the same kinds as the model, and summaries have every status."""
    assert list(WorkKind) == list(get_args(Kind))
    assert sorted(query.STATUSES_AS_TOLD) == sorted(Status)


def test_the_same_from_python(raci: RunRaci, in_folder: Path) -> None:
    """`raci.matrix` gives the record that the JSON is of; areas are compared as names are."""
    answer = library.matrix(
        library.load(), claims=True, roles=["product-marketer"], areas=["product development"]
    )
    own = ("--claims", "--role", "PMM", "--area", "Product-Development")
    assert [row.name for row in answer.rows] == names(asked(raci, *own))
    assert answer.filters.areas == ("Product Development",)
    some = library.matrix(
        library.load(), areas=["market research"], kinds=["deliverable"], statuses=["contested"]
    )
    assert some.rows == ()


def test_none_stands_for_no_area() -> None:
    """It is what a filter holds for it, and what it may be given."""
    text = "{version: 1, roles: {a: {name: Ann, deliverables: [{name: Menu, area: Kitchen}, {name: Wine}]}}}"
    answer = query.matrix(graph_of(text), query.MatrixFilters(areas=[None]))
    assert [row.name for row in answer.rows] == ["Wine"]
    assert answer.filters.areas == (None,)


# Whatever people write


HOSTILE = r'"a\e[31mb\u202Ec [bold]d[/x] <script>alert(1)</script> | `x`\n=cmd\t\"q\""'
HOSTILE_FILES = {
    "x.yaml": f"""
        version: 1
        roles:
          r: {{name: {HOSTILE}, deliverables: [{{name: {HOSTILE}, area: {HOSTILE}}}, {{name: "=cmd()"}}]}}
          s: {{name: "=S", aliases: ["=S!"], deliverables: [{{name: {HOSTILE}}}, {{name: "@Call"}}]}}
    """
}


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_names_come_through_as_text(
    format_: str, raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escapes are shown and not sent, markup is text, a cell is no formula, a row stays one row."""
    write_files(in_folder, HOSTILE_FILES)
    own = ("--data", "x.yaml", "--format", format_)
    for out in (raci("matrix", *own).out, on_a_terminal(raci, monkeypatch, 300, *own, "--color", "always")):
        assert "\x1b[31mb" not in out
        assert "\u202e" not in out
        assert ("[bold]d[/x]" if format_ != "markdown" else r"\[bold\]d\[/x\]") in out
        assert ("<script>alert" in out) is (format_ not in {"html", "markdown"})
        assert "\n=cmd" not in out
    if format_ in {"csv", "text"}:
        table = raci("matrix", *own).out
        rows = list(csv.reader(StringIO(table), delimiter="," if format_ == "csv" else "\t"))
        assert [len(row) for row in rows] == [7] * 4
        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    if format_ == "markdown":
        table_rows = [line for line in raci("matrix", *own).out.splitlines() if line.startswith("| ")]
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in table_rows} == {5}


@pytest.mark.parametrize("command", ["matrix", "who-owns", "overlaps", "role", "health", "agenda", "graph"])
def test_a_spreadsheet_reads_the_accents_of_a_csv_file(command: str, raci: RunRaci, in_folder: Path) -> None:
    """A file begins with the mark by which Excel knows UTF-8; a pipe and other forms do without."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {m: {name: Maître, deliverables: [{name: Menü}]}}"})
    asked = (command, *(["Menü"] if command == "who-owns" else []), "--data", "r.yaml", "-f")
    raci(*asked, "csv", "-o", "answer.csv")
    raci(*asked, "json", "-o", "answer.json")
    written = (in_folder / "answer.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == raci(*asked, "csv").out
    assert not (in_folder / "answer.json").read_bytes().startswith(b"\xef")


def test_a_broken_file_is_no_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, with the place."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {nme: Ann}}"})
    ran = raci("matrix", "--data", "r.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("r.yaml:2:")


def test_a_matrix_without_end_is_refused(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how large it would be, and how to see a part; JSON, which has no empty cells, has all of it."""
    roles = "".join(f"  r{n}: {{name: Role {n}, deliverables: [{{name: Plan {n}}}]}}\n" for n in range(3))
    write_files(in_folder, {"a.yaml": f"version: 1\nroles:\n{roles}"})
    monkeypatch.setattr(view, "_MOST_CELLS", 8)
    monkeypatch.setattr(view, "_MOST_SHOWN", 8)
    size = "The matrix has 3 rows and 3 columns, and 8 cells are the most here."
    for form, help_ in (("csv", "--area."), ("text", "--area."), ("html", "--area, or take --format csv.")):
        ran = raci("matrix", "--data", "a.yaml", "-f", form)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"raci: {size} Keep some of it with --role or {help_}\n"
    assert raci("matrix", "--data", "a.yaml", "--json").code == 0
    assert raci("matrix", "--data", "a.yaml", "-f", "csv", "--role", "r1").code == 0
