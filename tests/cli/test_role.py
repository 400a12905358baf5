"""raci role, as its users run it; what it says word for word is in tests/views."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import raci as library
from nasty import ALL_NASTY
from raci.queries import role as query
from raci.queries.role_records import RoleOverlap
from raci.render import csv as csv_renderer
from raci.render import html, markdown, text
from raci.views.role import role as view

from conftest import (
    FORMATS,
    PROJECT,
    WORDS_AND_RECORDS,
    Golden,
    RunRaci,
    graph_of,
    write_files,
)

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/role.schema.json").read_text("utf-8"))
WHO_OWNS: dict[str, Any] = json.loads((PROJECT / "docs/json/who-owns.schema.json").read_text("utf-8"))
OVERLAPS: dict[str, Any] = json.loads((PROJECT / "docs/json/overlaps.schema.json").read_text("utf-8"))

KITCHEN = {
    "kitchen.yaml": """
        version: 1
        scheme: daci
        roles:
          head-chef:
            name: Head Chef
            aliases: [chef]
            summary: Decides what the kitchen cooks, and how.
            people: [Ana, {name: Ben, contact: "@ben"}]
            contact: "#kitchen"
            source: House rules
            reports_to: owner
            responsibilities:
              - {name: Seasonal Planning, area: Menu, with: {buyer: C, waiter: I}}
              - {name: Tasting, area: Menu, letters: D}
              - {name: Plating, letters: A, with: {cook: D}}
            deliverables:
              - {name: Menu, area: Menu, with: {cook: I}}
              - {name: Order Sheet, with: {buyer: I}}
              - {name: Stock Count}
          buyer:
            name: Buyer
            contact: "#buying"
            reports_to: owner
            responsibilities:
              - {name: Supplier Choice, letters: A, with: {head-chef: D}}
            deliverables:
              - {name: Menu}
              - {name: Order Sheet}
              - {name: Stock Count}
              - {name: Car Park, letters: D}
          cook: {name: Cook, reports_to: head-chef}
          waiter:
            name: Waiter
            aliases: [chef]
            responsibilities: [{name: "Service, Inside and Out"}, {name: Lights and Music}]
          owner: {name: Owner}
          porter: {name: Porter}
        overlaps:
          taste:
            name: Taste and price
            sides: {head-chef: The best., buyer: What the budget bears., owner: A full house.}
            tension: Bought by one, paid for by the other.
            work: [Menu, Seasonal Planning]
          sheet:
            name: The sheet
            sides: {head-chef: Nothing is missing., buyer: Nothing is wasted.}
            work: [Order Sheet]
            agreement:
              accountable: buyer
              because: Who orders writes.
              escalation: [owner, an outside mediator]
              practices: [round, board]
              decided: 2026-01-15
              review: 2026-07-15
          count-here:
            name: Count in the kitchen
            sides: {head-chef: It is here., buyer: It is paid for.}
            work: [Stock Count]
            agreement: {accountable: head-chef, because: It is so.}
          count-there:
            name: Count in the office
            sides: {head-chef: It is here., buyer: It is paid for.}
            work: [Stock Count]
            agreement: {accountable: buyer, because: It is so.}
          two-sheets:
            name: Two sheets
            work: [Order Sheet, Stock Count]
            distinct: One looks ahead.
          one-thing:
            name: One thing
            work: [Menu, Seasonal Planning]
            same: Menu
            because: Two names.
        practices:
          round: {name: Tasting Round, cadence: every Monday}
          board: {name: Board}
        unowned:
          - {name: Car Park, because: The landlord sees to it.}
    """,
}
QUESTIONS = [(), ("PMM",), ("PM", "PMM"), ("Engineering",), ("investors", "design"), ("bicycle",)]
IN_KITCHEN = [(), ("head chef",), ("buyer", "head-chef"), ("waiter", "porter"), ("chef",), ("cook", "waiter")]


def asked(raci: RunRaci, *arguments: str) -> dict[str, Any]:
    """Return the JSON of an answer."""
    found: dict[str, Any] = json.loads(raci("role", "--full", "--json", *arguments).out)
    return found


def on_a_terminal(raci: RunRaci, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what a terminal of 80 columns shows."""
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: 80)
        return raci("role", "--full", *arguments).out


# What it looks like


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
@pytest.mark.parametrize(("names", "file"), [(("PMM",), "pmm"), (("PM", "PMM"), "pm-pmm"), ((), "all")])
def test_the_roles_of_the_shipped_data_in_each_format(
    names: tuple[str, ...],
    file: str,
    format_: str,
    ending: str,
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
) -> None:
    """The product marketer, alone and beside the product manager, and the load of all, byte for byte."""
    ran = raci("role", "--full", *names, "--format", format_)
    assert ran.code == 0
    golden(ran.out, "role", f"{file}.{ending}")


@pytest.mark.parametrize(
    ("names", "file"),
    [
        (("PMM",), "pmm-80"),
        (("product", "manager"), "pm-80"),
        (("PM", "PMM"), "pm-pmm-80"),
        (("engineering",), "engineering-80"),
        (("engineering", "investors"), "nothing-in-common-80"),
        (("PMX",), "unknown-80"),
        ((), "all-80"),
    ],
)
def test_the_roles_of_the_shipped_data_on_a_terminal(
    names: tuple[str, ...],
    file: str,
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a person reads on 80 columns."""
    shown = on_a_terminal(raci, monkeypatch, *names)
    assert max(map(len, shown.splitlines())) <= 80
    golden(shown, "role", f"{file}.txt")


@pytest.mark.parametrize("names", [("PM",), ("PMM",), ("PM", "PMM"), ("engineering",), ("PM", "sales")])
def test_the_first_screen_of_a_role(
    names: tuple[str, ...],
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without --full it fits a screen, note and all; in a pipe it is the same with longer lines."""
    file = "-".join(names).lower()
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: 80)
        ran = raci("role", *names)
    lines = ran.out.splitlines()
    assert len(lines) + -(-len(ran.err) // 80) <= 24
    assert max(map(len, lines)) <= 80
    golden(ran.out, "role", f"first-{file}-80.txt")
    golden(raci("role", *names).out, "role", f"first-{file}.txt")


def test_the_first_screen_tells_what_is_contested(raci: RunRaci, in_folder: Path, golden: Golden) -> None:
    """What is not settled has a line of its own, for one role and for two."""
    write_files(in_folder, KITCHEN)
    golden(raci("role", "head chef", "--data", ".").out, "role", "first-kitchen-chef.txt")
    golden(raci("role", "head chef", "buyer", "--data", ".").out, "role", "first-kitchen-chef-buyer.txt")


def test_records_and_documents_are_whole_without_full(raci: RunRaci, in_folder: Path) -> None:
    """Only text is made for a screen: a card in Markdown or HTML is kept, what programs read has everything."""
    for form in ("json", "csv", "markdown", "html"):
        assert raci("role", "PM", "-f", form).out == raci("role", "PM", "--full", "-f", form).out


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
@pytest.mark.parametrize(("names", "file"), [("head chef", "chef"), ("buyer head-chef", "buyer-chef")])
def test_a_kitchen_with_much_to_settle(
    names: str, file: str, format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """People, contacts, contested and unowned work, DACI, agreements with and without dates."""
    write_files(in_folder, KITCHEN)
    ran = raci("role", "--full", names, "--data", ".", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "role", f"kitchen-{file}.{ending}")


@pytest.mark.parametrize(
    "names", ["head chef", "buyer head-chef", "waiter porter", "porter", "chef", "buyer"]
)
def test_the_kitchen_on_a_terminal(
    names: str, raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text is wrapped within 80 columns."""
    write_files(in_folder, KITCHEN)
    golden(
        on_a_terminal(raci, monkeypatch, names, "--data", "."),
        "role",
        f"kitchen-{names.replace(' ', '-')}-80.txt",
    )


# The JSON


@pytest.mark.parametrize("names", QUESTIONS)
def test_the_json_of_the_shipped_data_keeps_to_its_schema(
    names: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """Every answer validates."""
    jsonschema.Draft7Validator(SCHEMA).validate(asked(raci, *names))


@pytest.mark.parametrize("names", IN_KITCHEN)
def test_the_json_of_the_kitchen_keeps_to_its_schema(
    names: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """Every answer validates, with names for all ids."""
    write_files(in_folder, KITCHEN)
    answer = asked(raci, *names, "--data", ".")
    jsonschema.Draft7Validator(SCHEMA).validate(answer)
    for card in answer["cards"]:
        assert {work["id"] for work in card["work"]} <= set(answer["work"])
        assert {each for place in card["overlaps"] for each in place["accountable"]} <= set(answer["work"])
        assert {load["role"] for load in answer["loads"]} == set(answer["roles"])


# What a card says


def test_a_card_holds_all_work_that_the_role_has_a_part_in(raci: RunRaci, in_folder: Path) -> None:
    """No more and no less than the matrix has in the role's column."""
    (card,) = asked(raci, "PMM")["cards"]
    rows = json.loads(raci("matrix", "--json").out)["rows"]
    column = {row["work"]: row["letters"][card["id"]] for row in rows if card["id"] in row["letters"]}
    assert {work["id"]: work["letters"] for work in card["work"]} == column
    assert len(column) == card["load"]["pieces"]


def test_nothing_is_listed_twice(raci: RunRaci, in_folder: Path) -> None:
    """Each piece of work stands in one of the lists of the card."""
    out = raci("role", "--full", "PMM").out
    lists = out[: out.index("Who else has a part")]
    (card,) = asked(raci, "PMM")["cards"]
    lines = [line.split("  ")[-1].partition(" (")[0].strip() for line in lists.splitlines()]
    assert [lines.count(work["name"]) for work in card["work"]] == [1] * len(card["work"])


def test_an_unknown_role_has_an_empty_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 1, an honest title, and the nearest names."""
    ran = raci("role", "--full", "product", "manager", "bicyclist", "--json")
    assert ran.code == 1
    answer = json.loads(ran.out)
    assert (answer["cards"], answer["meeting"]) == ([], None)
    assert [doubt["text"] for doubt in answer["doubts"]] == ["bicyclist"]
    assert raci("role", "--full", "bicyclist").out.startswith('"bicyclist" is no known role.\n')


def test_an_ambiguous_alias_names_its_roles(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 1, and the ids to write."""
    write_files(in_folder, KITCHEN)
    ran = raci("role", "--full", "chef", "buyer", "--data", ".")
    assert ran.code == 1
    assert ran.out == (
        '"chef" may be Head Chef or Waiter.\n\nWrite the id: head-chef or waiter.\n'
        "raci role lists all roles; raci who-owns asks about a piece of work.\n"
    )


def test_one_role_under_two_names_is_one_card(raci: RunRaci, in_folder: Path) -> None:
    """The card, and a word on why there is only one."""
    ran = raci("role", "--full", "PM", "product-manager")
    assert ran.code == 0
    assert ran.out.startswith("Product Manager: accountable for 27 of 63 pieces of work")
    assert "Both names mean Product Manager: this is its card." in ran.out
    assert "> Product Manager\t" in ran.out


def test_more_than_two_roles_are_too_many(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, and what it can do instead."""
    ran = raci("role", "--full", "-q", "PM", "PMM", "sales")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: Product Manager, Product Marketer and Sales are 3 roles; "
        "raci role shows one, or two beside each other.\n"
    )


def test_two_roles_come_in_the_order_in_which_they_are_asked_for(raci: RunRaci, in_folder: Path) -> None:
    """Whoever is named first stands first."""
    for names in (("PM", "PMM"), ("PMM", "PM")):
        answer = asked(raci, *names)
        ids = [card["id"] for card in answer["cards"]]
        assert list(answer["meeting"]["alone"]) == list(answer["meeting"]["short"].keys()) == ids
        assert list(answer["meeting"]["short"].values()) == list(names)


def test_two_roles_between_them_have_everything_once(raci: RunRaci, in_folder: Path) -> None:
    """Shared and alone make up all work of the two."""
    answer = asked(raci, "PM", "PMM")
    met = answer["meeting"]
    shared = [work["id"] for work in met["shared"]]
    for card in answer["cards"]:
        assert sorted([*shared, *met["alone"][card["id"]]]) == [work["id"] for work in card["work"]]
    assert met["superior"] == "senior-management"
    assert len(met["overlaps"]) == 6


def test_what_is_contested_comes_first(raci: RunRaci, in_folder: Path) -> None:
    """Then the rest by who is accountable; areas worst first."""
    write_files(in_folder, KITCHEN)
    met = asked(raci, "head-chef", "buyer", "--data", ".")["meeting"]
    assert [work["status"] for work in met["shared"]] == ["contested"] * 2 + ["settled", "owned", "owned"]
    assert [place["overlap"]["status"] for place in met["overlaps"]] == ["contested"] * 5 + ["settled"]


def test_an_agreement_that_another_one_contradicts_does_not_hold(raci: RunRaci, in_folder: Path) -> None:
    """It says what is to be, not what is."""
    write_files(in_folder, KITCHEN)
    out = raci("role", "--full", "head-chef", "buyer", "--data", ".").out
    assert "Head Chef is to be accountable for Stock Count." in out
    assert "Buyer is to be accountable for Stock Count." in out
    assert "Buyer is accountable for Order Sheet." in out


def test_work_that_an_agreement_settled_says_so_on_both_cards(raci: RunRaci, in_folder: Path) -> None:
    """Whose list it is on need not be who is accountable."""
    assert "Customer Journey Map (by an agreement)\n" in raci("role", "--full", "PMM").out
    assert "Customer Journey Map (Product Marketer, by an agreement)\n" in raci("role", "--full", "PM").out


def test_other_questions_that_name_a_role_lead_here(raci: RunRaci, in_folder: Path) -> None:
    """Who asks who owns a role, or where it overlaps, is told of the card."""
    ran = raci("who-owns", "PMM")
    assert ran.code == 0
    assert "\nraci role product-marketer shows all of what this role does.\n" in ran.out
    assert "\nraci role product-marketer shows all that this role does. " in raci("overlaps", "PMM").out


def test_a_role_that_reports_to_the_other_says_so(raci: RunRaci, in_folder: Path) -> None:
    """Both report to whom the upper one reports to."""
    write_files(in_folder, KITCHEN)
    out = raci("role", "--full", "cook", "head-chef", "--data", ".").out
    assert "\nReports to\tHead Chef\t\n" in out
    assert "\n  Both report to Owner.\n" in out


SAME = """
    version: 1
    roles:
      a: {name: Same, deliverables: [{name: M}]}
      b: {name: Same}
      c: {name: Cy, reports_to: a}
      d: {name: Di, reports_to: c}
"""


def test_roles_of_one_name_are_told_apart(raci: RunRaci, in_folder: Path) -> None:
    """By their ids, in every sentence and table, and a question is answered once."""
    write_files(in_folder, {"a.yaml": SAME})
    assert raci("role", "--full", "same", "same", "--data", ".").out.split("\n")[0] == (
        '"same" may be Same (a) or Same (b).'
    )
    both = raci("role", "--full", "a", "b", "--data", ".")
    assert both.out.startswith("Same (a) and Same (b) have no work in common.\n")
    assert "\n> Same (a)\t1\t1\t" in both.out
    assert "\n> Same (b)\t0\t0\t" in both.out
    heads = raci("role", "--full", "a", "b", "--data", ".", "-f", "csv").out.split("\n")[0]
    assert heads == '"work","name","kind","area","status","Same (a)","Same (b)","accountable"'


def test_one_role_above_the_other_is_told_of(raci: RunRaci, in_folder: Path) -> None:
    """Where nobody is above both."""
    write_files(in_folder, {"a.yaml": SAME})
    for names in ("c", "a"), ("a", "c"):
        out = raci("role", "--full", *names, "--data", ".").out
        assert "\n  Cy reports to Same (a).\n" in out
        assert "in common, as far" not in out
        assert out.count("eports to") == 1
    out = raci("role", "--full", "d", "a", "--data", ".").out
    assert "\nReports to\tCy\t\n" in out
    assert "\n  Di reports to Same (a).\n" in out


def test_work_is_no_role(raci: RunRaci, in_folder: Path) -> None:
    """Whoever asks for it is told where to ask; whoever asks for nothing known, which roles there are."""
    write_files(in_folder, {"a.yaml": SAME})
    ran = raci("role", "--full", "m", "--data", ".")
    assert (ran.code, ran.out) == (
        1,
        '"m" is a piece of work, not a role.\n\nraci who-owns m says who is accountable for M.\n'
        "raci role lists all roles.\n",
    )
    assert json.loads(raci("role", "--full", "m", "--data", ".", "--json").out)["work"] == {"m": "M"}
    assert (
        "\nThe roles here: Cy, Di, Same (a) and Same (b).\n"
        in raci("role", "--full", "foo", "--data", ".").out
    )


@pytest.mark.parametrize(
    ("width", "heads"), [(80, "Accountable Responsible Consulted Contested"), (50, "Accountable Contested")]
)
def test_what_is_contested_has_room_on_a_narrow_terminal(
    width: int, heads: str, raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other parts are left out first, and it is said how to see them."""
    write_files(in_folder, {"a.yaml": "version: 1\nroles: {a: {name: A Role With a Name of Length}}"})
    monkeypatch.setattr("raci.cli.answering.width", lambda _: width)
    out = raci("role", "--full", "--data", ".").out
    assert next(line for line in out.splitlines() if "Role  " in line).split()[1:] == heads.split()
    assert "raci role --format csv has all numbers of each role." in " ".join(out.split())


def test_csv_has_a_column_of_letters_for_each_role(raci: RunRaci, in_folder: Path) -> None:
    """A row for each piece of work, also of a role that is named like another column."""
    write_files(
        in_folder,
        {
            "a.yaml": "version: 1\nroles: {status: {name: Status, deliverables: [{name: M, with: {b: C}}]}, b: {name: B}}"
        },
    )
    rows = list(csv.reader(StringIO(raci("role", "--full", "status", "b", "--data", ".", "-f", "csv").out)))
    assert rows == [
        ["work", "name", "kind", "area", "status", "Status (status)", "B", "accountable"],
        ["m", "M", "deliverable", "", "owned", "AR", "C", "Status"],
    ]


def test_an_empty_register_has_no_role(raci: RunRaci, in_folder: Path) -> None:
    """That is an answer, in each format."""
    write_files(in_folder, {"a.yaml": "version: 1\nroles: {}"})
    assert raci("role", "--full", "--data", "a.yaml").out == "There is no role here.\n"
    assert {raci("role", "--full", "--data", "a.yaml", "-f", form).code for form in FORMATS} == {0}


def test_the_library_answers_as_the_command_does(raci: RunRaci, in_folder: Path) -> None:
    """The same record."""
    answer = library.role(library.load(), "PM", "PMM")
    assert [card.id for card in answer.cards] == ["product-manager", "product-marketer"]
    assert answer.meeting is not None
    assert len(answer.meeting.shared) == len(asked(raci, "PM", "PMM")["meeting"]["shared"])
    assert library.role(library.load()).cards == ()


# Texts that try to be more


@pytest.mark.parametrize("roles", [["a"], ["a", "b"], ["x"], []], ids=str)
def test_nasty_names_are_text(roles: list[str]) -> None:
    """In roles, people, work, areas and tensions, in each format: nothing acts, no line is added."""
    answer = query.role(
        graph_of(KITCHEN["kitchen.yaml"]),
        [{"a": "head-chef", "b": "buyer", "x": "x"}[each] for each in roles],
    )
    document, plain = view(made_nasty(answer, ALL_NASTY)), view(made_nasty(answer, "Plain"))
    for width in (None, 500):
        shown = text.render(document, width=width)
        assert all(char in "\n\t" or char.isprintable() or char == "\u3000" for char in shown)
    assert text.render(document).count("\n") == text.render(plain).count("\n")
    assert text.render(document).count("\t") == text.render(plain).count("\t")
    assert html.render(document).count("<") == html.render(plain).count("<")
    assert markdown.render(document).count("\n") == markdown.render(plain).count("\n")
    rows = list(csv.reader(StringIO(csv_renderer.render(document))))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def made_nasty(answer: query.RoleAnswer, name: str) -> query.RoleAnswer:
    """Return an answer in which names and texts of files are `name`."""
    cards = tuple(
        replace(
            card,
            name=name,
            summary=name,
            contact=name,
            aliases=(name,),
            people=tuple(replace(each, name=name, contact=name) for each in card.people),
            work=tuple(replace(each, name=name) for each in card.work),
            overlaps=tuple(map(nasty_place, card.overlaps, [name] * len(card.overlaps))),
        )
        for card in answer.cards
    )
    met = answer.meeting
    if met is not None:
        met = replace(
            met,
            shared=tuple(replace(each, name=name) for each in met.shared),
            overlaps=tuple(map(nasty_place, met.overlaps, [name] * len(met.overlaps))),
            short=dict.fromkeys(met.short, name),
        )
    return replace(
        answer,
        cards=cards,
        meeting=met,
        loads=tuple(replace(load, name=name) for load in answer.loads),
        roles=dict.fromkeys(answer.roles, name),
        work=dict.fromkeys(answer.work, name),
        doubts=tuple(replace(each, text=name) for each in answer.doubts),
    )


def nasty_place(place: RoleOverlap, name: str) -> RoleOverlap:
    """Return where roles meet with `name` for every text."""
    overlap = replace(place.overlap, name=name, tension=name, because=name)
    return replace(place, overlap=overlap, sides=dict.fromkeys(place.sides, name))
