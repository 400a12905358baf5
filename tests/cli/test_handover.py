"""raci handover, as its users run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from nasty import ALL_NASTY, NASTY
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import load

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from conftest import Golden

KITCHEN = {
    "k/kitchen.yaml": """
        version: 1
        roles:
          owner: {name: Owner, people: [Cem]}
          head-chef:
            name: Head Chef
            people: [Ana, {name: Ben, contact: "@ben"}]
            reports_to: owner
            deputy: sous-chef
            responsibilities:
              - name: Seasonal Planning
                with: {buyer: C, sous-chef: R}
            deliverables:
              - name: Menu
                letters: A
                with: {sous-chef: R}
              - name: Order Sheet
                letters: C
          sous-chef:
            name: Sous Chef
            people: [Dora]
            reports_to: Head Chef
            deliverables:
              - name: Prep List
                with: {head-chef: C}
        """,
    "k/buying.yaml": """
        version: 1
        roles:
          buyer:
            name: Buyer
            people: [Ana]
            reports_to: owner
            deputy: head-chef
            deliverables:
              - name: order sheet
                aliases: [shopping list]
                with: {head-chef: C}
              - name: Menu
                letters: A
        overlaps:
          taste:
            name: Taste and Price
            sides: {head-chef: The best of the day., buyer: What the budget bears.}
            work: [Menu]
            agreement:
              accountable: head-chef
              because: Guests come for the food.
              others: {buyer: C}
              escalation: [owner]
          stock:
            name: Stock
            sides: {buyer: Little., sous-chef: Enough.}
            tension: Little or enough?
            work: [Order Sheet]
            agreement: {accountable: buyer, because: So it is., escalation: [Head Chef, owner]}
        """,
}


@pytest.fixture
def kitchen(in_folder: Path) -> Path:
    """Work beside a kitchen's files."""
    write_files(in_folder, KITCHEN)
    return in_folder


@pytest.mark.parametrize(
    ("form", "ending"),
    [("text", "txt"), ("markdown", "md"), ("json", "json"), ("html", "html"), ("csv", "csv")],
)
@pytest.mark.usefixtures("kitchen")
def test_what_a_role_leaves(raci: RunRaci, golden: Golden, form: str, ending: str) -> None:
    """In every form, and what would be if another took over all of it."""
    ran = raci("handover", "chef", "head", "--data", "k", "-f", form)
    assert ran.code == 1
    ran = raci("handover", "head", "chef", "--to", "Sous Chef", "--data", "k", "-f", form)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "handover", f"chef.{ending}")


@pytest.mark.usefixtures("kitchen")
def test_what_a_person_leaves(raci: RunRaci, golden: Golden) -> None:
    """The roles that nobody else holds are told, and who else holds the others."""
    golden(raci("handover", "Ana", "--data", "k").out, "handover", "person.txt")
    golden(raci("handover", "Ana", "--data", "k", "--json").out, "handover", "person.json")
    out = raci("handover", "Ben", "--data", "k").out
    assert out.startswith("Ben (@ben) holds Head Chef. Others hold it as well.\n")
    assert "  Head Chef  Ana\n" in out


@pytest.mark.usefixtures("kitchen")
def test_a_model_that_ships(raci: RunRaci, golden: Golden) -> None:
    """A screen of it; and it is not written to."""
    ran = raci("handover", "PMM", "--to", "PM", "-q")
    golden(ran.out, "handover", "pmm.txt")
    assert "--write" not in ran.out
    ran = raci("handover", "PMM", "--to", "PM", "--write")
    assert (ran.code, ran.out) == (2, "")
    assert "ships with raci is not written to" in ran.err


def test_it_is_written(raci: RunRaci, golden: Golden, kitchen: Path) -> None:
    """With --diff it is shown only; with --write shown and written, and nothing is left."""
    before = {path: path.read_bytes() for path in kitchen.rglob("*.yaml")}
    shown = raci("handover", "head-chef", "--to", "sous-chef", "--data", "k", "--diff")
    assert shown.code == 1
    golden(shown.out, "handover", "chef.diff")
    assert before == {path: path.read_bytes() for path in kitchen.rglob("*.yaml")}
    ran = raci("handover", "head-chef", "--to", "sous-chef", "--data", "k", "--write")
    assert ran.code == 0
    assert ran.out.startswith(shown.out)
    assert "Head Chef would leave no work without an accountable or a responsible role.\n" in ran.out
    assert raci("handover", "head-chef", "--to", "sous-chef", "--data", "k", "--write").out == (
        "Nothing to change.\n"
    )
    assert raci("lint", "k", "--select", "RACI0,RACI1,RACI412").code == 0


def test_entries_on_one_piece_of_work_become_one(raci: RunRaci, golden: Golden, kitchen: Path) -> None:
    """The one that stays takes names and words; an overlap between the two has no sides any more."""
    ran = raci("handover", "buyer", "--to", "head-chef", "--data", "k", "--diff")
    golden(ran.out, "handover", "buyer.diff")
    told = "The overlap Taste and Price was between the two; see whether it is still needed.\n"
    assert ran.err.startswith(told)
    assert raci("handover", "buyer", "--to", "head-chef", "--data", "k", "--write", "-q").code == 0
    answer = json.loads(raci("who-owns", "shopping list", "--data", "k", "--json").out)
    assert answer["matches"][0]["accountable"] == ["head-chef"]
    assert kitchen.is_dir()


@pytest.mark.usefixtures("in_folder")
def test_nobody_else_loses_by_it(raci: RunRaci) -> None:
    """Where an agreement speaks only because both claim the work, it is refused, and told before."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, deliverables: [{name: Menu}]}
          buyer: {name: Buyer, deliverables: [{name: Menu}]}
          owner: {name: Owner}
        overlaps:
          menu: {name: Menu, work: [Menu], agreement: {accountable: owner, because: It is theirs.}}
    """
    write_files(Path(), {"r.yaml": text})
    told = "Menu: the letters of Owner would change, so that it is not written; settle it first\n"
    assert told in raci("handover", "cook", "--to", "buyer", "--data", "r.yaml").out
    ran = raci("handover", "cook", "--to", "buyer", "--data", "r.yaml", "--write")
    assert (ran.code, ran.out) == (2, "")
    assert "the letters of others would change: Owner on Menu." in ran.err
    assert Path("r.yaml").read_text("utf-8") == dedent(text)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("head-chef", "buyer"), "Head Chef and Buyer are 2 roles; raci handover takes one."),
        (
            ("Ana", "--to", "owner"),
            "With --to a role is handed over, and Ana is a person: name Buyer or Head Chef.",
        ),
        (
            ("buyer", "--to", "Head Chief"),
            '--to is "Head Chief", which is no known role. Did you mean "Head Chef"?',
        ),
        (("buyer", "--to", "buyer"), "Buyer cannot be handed over to itself."),
        (("buyer", "--write"), "--write and --diff hand a role over: say to which with --to ROLE."),
        (
            ("buyer", "--to", "owner", "--diff", "--at", "HEAD"),
            "What is in a revision stays as it is: --write and --diff go without --at.",
        ),
    ],
)
@pytest.mark.usefixtures("kitchen")
def test_what_cannot_be_handed_over(raci: RunRaci, arguments: tuple[str, ...], told: str) -> None:
    """Is refused, and it is said why."""
    ran = raci("handover", *arguments, "--data", "k")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: {told}\n")


@pytest.mark.usefixtures("in_folder")
def test_hostile_names_act_on_nothing(raci: RunRaci) -> None:
    """Neither in a form that is shown nor in one that is opened elsewhere; and they are moved as they are."""
    names = [*NASTY, ALL_NASTY]
    listed = [{"name": name, "id": f"work-{number}"} for number, name in enumerate(names) if name.strip()]
    person = {"name": NASTY[0], "contact": NASTY[3]}
    roles = {"one": {"name": ALL_NASTY, "people": [person], "deliverables": listed}, "to": {"name": NASTY[4]}}
    text = json.dumps({"version": 1, "roles": roles}).replace("\\ud800", "")
    Path("x.yaml").write_text(text, encoding="utf-8")
    before = [each.entry.name for each in OwnershipGraph(load("x.yaml")).all_claims()]
    for form in ("text", "markdown", "html"):
        out = raci("handover", "one", "--to", "to", "--data", "x.yaml", "-f", form).out
        assert not {"\x1b", "\u202e", "\x07"}.intersection(out)
        assert form == "text" or "<img src=x" not in out
    rows = list(csv.reader(io.StringIO(raci("handover", "one", "--data", "x.yaml", "-f", "csv").out)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "-"))]
    assert raci("handover", "one", "--to", "to", "--data", "x.yaml", "--write").code == 0
    after = OwnershipGraph(load("x.yaml"))
    assert [each.entry.name for each in after.all_claims()] == before
    assert after.work_with("one") == ()
