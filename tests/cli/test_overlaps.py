"""raci overlaps, as its users run it."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import raci as library
from raci.model.overlap_status import WORST_FIRST, OverlapKind

from conftest import (
    FORMATS,
    PROJECT,
    WORDS_AND_RECORDS,
    Golden,
    RunRaci,
    register_of,
    write_files,
)

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/overlaps.schema.json").read_text("utf-8"))
WHO_OWNS: dict[str, Any] = json.loads((PROJECT / "docs/json/who-owns.schema.json").read_text("utf-8"))

KITCHEN = {
    "kitchen.yaml": """
        version: 1
        roles:
          head-chef:
            name: Head Chef
            aliases: [chef]
            reports_to: owner
            responsibilities:
              - {name: Seasonal Planning, aliases: [what we cook]}
              - {name: Kitchen Budget, letters: A}
              - {name: Allergen Checks, aliases: [allergen control]}
              - {name: Recipe Writing, area: Recipes, produces: [Recipe Book]}
              - {name: Wine Pairing}
              - {name: Tasting, letters: R}
              - {name: Staff Meals, letters: R}
              - {name: Stock Count}
            deliverables:
              - {name: Menu}
              - {name: Recipe Book, area: Recipes}
              - {name: Seasonal Plan}
              - {name: Prep List, aliases: [what to prepare]}
              - {name: Preparation List, aliases: [what to prepare]}
              - {name: Table Plan}
          buyer:
            name: Buyer
            reports_to: owner
            responsibilities:
              - {name: Allergen Control}
              - {name: Kitchen Budget, letters: R}
              - {name: Tasting, letters: R}
              - {name: Staff Meals, letters: C}
              - {name: Stock Count}
            deliverables:
              - {name: Menu}
              - {name: Order Sheet}
              - {name: Seating Chart, aliases: [table layout]}
              - {name: Wine List}
          sommelier:
            name: Sommelier
            reports_to: owner
            responsibilities: [{name: Wine Pairing}]
            deliverables: [{name: Order List}, {name: Wine List}]
          owner:
            name: Owner
    """,
    "overlaps.yaml": """
        version: 1
        overlaps:
          wine:
            name: Wine
            sides:
              head-chef: It has to suit the dish.
              sommelier: It has to be in the cellar.
            tension: The dish changes faster than the cellar.
            work: [Wine Pairing, Wine List]
            agreement:
              accountable: sommelier
              because: Who opens the bottle answers for it.
              escalation: [owner, outside mediator]
              practices: [tasting-round]
          taste:
            name: Taste
            sides:
              head-chef: The palate.
              buyer: The price.
            tension: Both taste, and nobody decides.
            work: [Tasting]
          count-by-chef:
            name: Count by the chef
            tension: Who cooks it counts it.
            work: [Stock Count]
            agreement: {accountable: head-chef, because: It is in the kitchen.}
          count-by-buyer:
            name: Count by the buyer
            tension: Who pays for it counts it.
            work: [Stock Count]
            agreement: {accountable: buyer, because: It is on the bill.}
          two-sheets:
            work: [Order Sheet, Order List]
            distinct: One goes to the farm, the other to the cellar.
          one-plan:
            work: [Table Plan, Seating Chart]
            same: Table Plan
            because: Two names for the paper at the door.
        practices:
          tasting-round: {name: Tasting Round, cadence: every Monday}
    """,
}
TWICE = {
    "Product Roadmap": "product-manager",
    "Feature Prioritization": "product-manager",
    "Customer Journey Map": "product-marketer",
    "Retention and Upsell Strategy Document": "product-marketer",
}
AREAS = {
    "Market Research and Customer Insights",
    "Product Strategy and Business Alignment",
    "Product Development and Feature Prioritization",
    "Go-To-Market Strategy and Execution",
    "Messaging, Positioning, and Branding",
    "Lifecycle Management and Customer Feedback",
}


def asked(raci: RunRaci, *arguments: str) -> dict[str, Any]:
    """Return the JSON of an answer."""
    found: dict[str, Any] = json.loads(raci("overlaps", "--json", *arguments).out)
    return found


def on_a_terminal(raci: RunRaci, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what a terminal of 80 columns shows."""
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: 80)
        return raci("overlaps", *arguments).out


# What it looks like


@pytest.mark.parametrize(
    ("format_", "ending"),
    WORDS_AND_RECORDS,
)
def test_the_overlaps_of_the_shipped_data_in_each_format(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Everything that product manager and product marketer share, byte for byte."""
    ran = raci("overlaps", "--format", format_)
    assert ran.code == 0
    golden(ran.out, "overlaps", f"shipped.{ending}")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((), "shipped-80"),
        (("--full",), "shipped-full-80"),
        (("roadmap",), "roadmap-80"),
        (("--full", "--status", "unexamined"), "unexamined-80"),
        (("--kind", "near-duplicate"), "near-duplicates-80"),
        (("--role", "PMM"), "pmm-80"),
    ],
)
def test_the_overlaps_of_the_shipped_data_on_a_terminal(
    arguments: tuple[str, ...],
    name: str,
    raci: RunRaci,
    in_folder: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a person reads on 80 columns."""
    golden(on_a_terminal(raci, monkeypatch, *arguments), "overlaps", f"{name}.txt")


def test_the_overlaps_of_the_shipped_data_for_one_subject(
    raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """The roadmap: who lists it, why that hurts, whose it is."""
    golden(raci("overlaps", "roadmap").out, "overlaps", "roadmap.txt")
    golden(raci("overlaps", "roadmap", "--json").out, "overlaps", "roadmap.json")


@pytest.mark.parametrize(("format_", "ending"), [("text", "txt"), ("markdown", "md")])
def test_all_of_the_kitchen_in_full(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Everything about each overlap, with what to write."""
    write_files(in_folder, KITCHEN)
    golden(raci("overlaps", "--full", "--data", ".", "-f", format_).out, "overlaps", f"kitchen-full.{ending}")


@pytest.mark.parametrize(
    ("format_", "ending"),
    WORDS_AND_RECORDS,
)
def test_a_kitchen_with_every_status(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Contested, open, unexamined, shared, settled, distinct and same, of every kind but what lies in files."""
    write_files(in_folder, KITCHEN)
    ran = raci("overlaps", "--data", ".", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "overlaps", f"kitchen.{ending}")
    if format_ == "json":
        assert {case["status"] for case in json.loads(ran.out)["overlaps"]} == set(WORST_FIRST)
        assert {case["kind"] for case in json.loads(ran.out)["overlaps"]} == {*OverlapKind} - {
            OverlapKind.SHARED_FILES
        }


def test_the_kitchen_on_a_terminal(
    raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text is wrapped, what is to be copied is not."""
    write_files(in_folder, KITCHEN)
    golden(on_a_terminal(raci, monkeypatch, "--data", "."), "overlaps", "kitchen-80.txt")


# At a glance


def test_the_first_screen_of_the_shipped_data_is_a_screen(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """24 lines of 80 columns, with the note on standard error."""
    note = raci("overlaps").err
    assert len(on_a_terminal(raci, monkeypatch).splitlines()) + -(-len(note) // 80) <= 24


def test_the_overview_says_what_is_claimed_twice_first(raci: RunRaci, in_folder: Path) -> None:
    """Each piece of work, whose it is and who else claims it; then areas; then look-alikes."""
    lines = raci("overlaps").out.splitlines()
    headings = [line.partition("  (")[0] for line in lines if line.startswith(("Cl", "Ar", "Lo"))]
    assert headings == ["Claimed twice", "Areas", "Look alike"]
    told = raci("overlaps", "-f", "markdown").out
    for name, owner in TWICE.items():
        roles = ("Product Manager", "Product Marketer")
        whose, other = roles if owner == "product-manager" else roles[::-1]
        assert f" {name}: {whose}, with {other}\n" in told
    areas = [
        case["overlap"]["name"] for case in asked(raci, "--status", "open", "--kind", "declared")["overlaps"]
    ]
    assert len(areas) == 3
    assert all(f"- {area}\n" in told for area in areas)


@pytest.mark.parametrize("work", ["{name: Menu}", "{name: Menu, letters: R}"])
def test_work_claimed_twice_without_an_owner_says_so(work: str, raci: RunRaci, in_folder: Path) -> None:
    """Contested, or open because nobody is accountable."""
    both = f"{work}, {work.replace('Menu', 'Wine')}"
    write_files(in_folder, {"r.yaml": TWO.format(both, both)})
    out = raci("overlaps", "--data", "r.yaml").out
    assert "  Menu: Ann and Ben; nobody is accountable yet\n" in out
    assert "stands first" not in out


def test_of_many_roles_that_claim_one_thing_the_first_are_named(raci: RunRaci, in_folder: Path) -> None:
    """A line stays a line."""
    work = "[{name: Menu}, {name: Wine}]"
    roles = "".join(f"  t{n}: {{name: Team {n}, deliverables: {work}}}\n" for n in range(12))
    write_files(in_folder, {"r.yaml": f"version: 1\nroles:\n{roles}"})
    out = raci("overlaps", "--data", "r.yaml").out
    assert "  Menu: Team 0, Team 1, Team 2 and 9 more; nobody is accountable yet\n" in out


def test_what_does_not_fit_the_screen_is_counted(raci: RunRaci, in_folder: Path) -> None:
    """The worst is shown; each status with something to do has a line."""
    twice = [f"{{name: {name}}}" for name in "ABCDEFGHIJKLMNOPQRST"]
    rest = ["{name: Bed Plan}", "{name: Bed Planning, letters: R}"]
    many = ", ".join((*twice, "{name: Tea, letters: R}"))
    areas = "".join(f"  x{each}: {{name: Area {each}, tension: T.}}\n" for each in range(5))
    text = TWO.format(", ".join((many, *rest)), many) + f"overlaps:\n{areas}"
    write_files(in_folder, {"r.yaml": text})
    first, *lines = raci("overlaps", "--data", "r.yaml").out.splitlines()
    assert first == "Not settled: 21 of 21 claimed twice, 5 of 5 areas, 1 of 1 look-alike."
    assert "Claimed twice  (20 contested, 1 unowned; 10 more with --full)" in lines
    assert "  unowned    Tea: Ann and Ben; nobody is accountable yet" in lines
    assert any(line.startswith("Areas  (5 open; ") for line in lines)
    assert "  undecided  Bed Plan and Bed Planning (Ann)" in lines
    assert len(lines) < 24


def test_what_is_settled_is_counted_as_settled(raci: RunRaci, in_folder: Path) -> None:
    """Nothing is left to do, and the first line says so."""
    settled = "overlaps: {x: {name: X, work: [Menu], agreement: {accountable: a, because: So.}}}\n"
    write_files(in_folder, {"r.yaml": TWO.format(MENU, MENU) + settled})
    ran = raci("overlaps", "--data", "r.yaml")
    assert ran.out.splitlines()[0] == "All settled: 1 claimed twice, 1 area."


def test_names_that_were_told_apart_stand_with_the_look_alikes(raci: RunRaci, in_folder: Path) -> None:
    """Once, whether the pair is also found or only declared: they are no area."""
    write_files(in_folder, KITCHEN)
    lines = raci("overlaps", "--data", ".", "--status", "distinct", "--status", "same").out.splitlines()
    assert lines[2:5] == [
        "Look alike  (1 distinct, 1 same)",
        "  distinct  Order List and Order Sheet (Buyer and Sommelier)",
        "  same      Table Plan and Seating Chart (Buyer and Head Chef)",
    ]


def test_activities_with_their_papers_are_an_answer_where_nothing_else_is(
    raci: RunRaci, in_folder: Path
) -> None:
    """They are nothing to look into; asked for alone, they are told."""
    only = ("--kind", "activity-and-deliverable", "--status", "distinct")
    assert raci("overlaps", *only).out == raci("overlaps", *only, "--full").out
    assert "Feature Development makes Release Plans" in raci("overlaps", *only).out


def test_one_overlap_alone_is_told_in_full(raci: RunRaci, in_folder: Path) -> None:
    """There is nothing to take in at a glance: the command that settles it stands below it at once."""
    told = raci("overlaps", "--status", "unexamined").out
    assert "  Claimed by  " in told
    assert "--distinct ..." in told
    assert "distinct: ..." not in told
    assert "distinct: ..." in raci("overlaps", "--status", "unexamined", "--full").out


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_records_are_whole_with_and_without_full(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """What programs read has everything anyway."""
    assert raci("overlaps", "-f", format_).out == raci("overlaps", "--full", "-f", format_).out


# The JSON


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("roadmap",),
        ("PMM",),
        ("user experience",),
        ("go-to-market strategy and execution",),
        ("bicycle repair",),
        ("--status", "same"),
        ("--kind", "near-duplicate", "--role", "PM"),
    ],
)
def test_the_json_keeps_to_its_schema(arguments: tuple[str, ...], raci: RunRaci, in_folder: Path) -> None:
    """Every answer validates, of the shipped data and of the kitchen."""
    write_files(in_folder, KITCHEN)
    validator = jsonschema.Draft7Validator(SCHEMA)
    validator.validate(asked(raci, *arguments))
    validator.validate(
        asked(raci, "--data", ".", *(each for each in arguments if each not in {"--role", "PM"}))
    )


# What is found in the shipped data


@pytest.mark.parametrize(("name", "owner"), TWICE.items())
def test_what_both_roles_list_is_found_with_tension_and_agreement(
    name: str, owner: str, raci: RunRaci, in_folder: Path
) -> None:
    """Each of the four is claimed twice; the JSON and the text say why that hurts and whose it is."""
    (case,) = (
        each for each in asked(raci, name, "--kind", "duplicate")["overlaps"] if each["names"] == [name]
    )
    assert (case["status"], case["score"]) == ("settled", 1.0)
    assert case["roles"] == ["product-manager", "product-marketer"]
    assert case["accountable"] == {case["work"][0]: owner}
    assert case["tension"]
    assert case["declared"]
    assert {claim["role"] for claim in case["claims"]} == set(case["roles"])
    out = raci("overlaps", name).out
    word = "owned" if name == "Feature Prioritization" else "settled"  # one of the two claims the A alone
    assert f"both list {name} ({word}): {owner.replace('-', ' ').title()} is accountable.\n" in out
    assert case["tension"] in out
    assert "\n  Agreement " in out


def test_no_other_work_is_called_a_duplicate(raci: RunRaci, in_folder: Path) -> None:
    """One name on two lists, no more and no less."""
    found = asked(raci, "--kind", "duplicate")["overlaps"]
    assert {case["names"][0] for case in found} == set(TWICE)


def test_all_six_areas_are_shown(raci: RunRaci, in_folder: Path) -> None:
    """Each declared area has its block, with its tension and both views."""
    cases = asked(raci, "--kind", "declared")["overlaps"]
    assert {case["overlap"]["name"] for case in cases} == AREAS
    assert all(case["tension"] and len(case["sides"]) == 2 for case in cases)
    out = raci("overlaps", "--full").out
    assert all(f"\n{name}  (" in out for name in AREAS)


@pytest.mark.parametrize(
    ("one", "other", "across"),
    [
        ("Customer Feedback Gathering", "Customer Feedback Loop", True),
        ("Usability Testing", "User Testing", True),
        ("Vision Alignment", "Vision Setting", True),
        ("Customer Journey Map", "User Personas and Journeys", True),
        ("Sales Collateral", "Sales Materials", False),
        ("Customer Retention", "Post-Sale Retention and Upsell", False),
        ("Cross-Functional Leadership", "Product Team Coordination", False),
    ],
)
def test_near_duplicates_across_the_roles_and_within_one(
    one: str, other: str, *, across: bool, raci: RunRaci, in_folder: Path
) -> None:
    """Two names for one thing are found whether two roles list them or one does."""
    cases = asked(raci, "--kind", "near-duplicate")["overlaps"]
    (case,) = (case for case in cases if set(case["names"]) == {one, other})
    assert len(case["roles"]) == (2 if across else 1)
    assert case["why"]


def test_an_activity_and_its_paper_are_no_near_duplicate(raci: RunRaci, in_folder: Path) -> None:
    """What makes and what is made stand apart, in a group of their own."""
    cases = asked(raci, "feature development", "--kind", "activity-and-deliverable")["overlaps"]
    assert [case["names"] for case in cases] == [["Feature Development", "Release Plans and Documentation"]]
    assert cases[0]["status"] == "distinct"
    out = raci("overlaps", "feature development", "--full").out
    assert "\nActivities and the papers they make  (on one role's list)\n" in out


def test_the_worst_comes_first(raci: RunRaci, in_folder: Path) -> None:
    """Statuses keep their order in JSON and CSV, blocks in text; declared areas first among equals."""
    write_files(in_folder, KITCHEN)
    cases = asked(raci, "--data", ".")["overlaps"]
    statuses = [WORST_FIRST.index(case["status"]) for case in cases]
    assert statuses == sorted(statuses)
    for before, after in pairwise(cases):
        if before["status"] == after["status"]:
            assert (before["kind"] == "declared") >= (after["kind"] == "declared")
    rows = list(csv.DictReader(StringIO(raci("overlaps", "--data", ".", "-f", "csv").out)))
    assert [(row["kind"], row["status"]) for row in rows] == [
        (case["kind"], case["status"]) for case in cases
    ]


# What is asked for


def test_filters_are_joined(raci: RunRaci, in_folder: Path) -> None:
    """Values of one option are alternatives, options are all to be met."""
    write_files(in_folder, KITCHEN)
    own = ("--data", ".", "--status", "contested", "--status", "unexamined")
    kept = asked(raci, *own)["overlaps"]
    assert {case["status"] for case in kept} == {"contested", "unexamined"}
    kept = asked(raci, *own, "--kind", "duplicate", "--kind", "near-duplicate", "--role", "chef")["overlaps"]
    assert {case["kind"] for case in kept} == {"duplicate", "near-duplicate"}
    assert all("head-chef" in case["roles"] for case in kept)
    summary = asked(raci, *own)["summary"]
    assert sum(sum(each.values()) for each in summary.values()) == len(asked(raci, *own)["overlaps"])


@pytest.mark.parametrize("role", ["head-chef", "Head Chef", "HEAD CHEF", "chef"])
def test_a_role_is_known_by_id_name_and_alias(role: str, raci: RunRaci, in_folder: Path) -> None:
    """Whatever people call it, upper case or not."""
    write_files(in_folder, KITCHEN)
    cases = asked(raci, "--data", ".", "--role", role)["overlaps"]
    assert cases
    assert all("head-chef" in case["roles"] for case in cases)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--status", "contestd"),
            "raci: Invalid value for '--status': 'contestd' is not one of 'contested', 'open', 'unexamined', "
            "'shared', 'settled', 'distinct', 'same'.\nTry raci overlaps --help.\n",
        ),
        (
            ("--kind", "near"),
            "raci: Invalid value for '--kind': 'near' is not one of 'declared', 'duplicate', "
            "'near-duplicate', 'activity-and-deliverable', 'shared-files'.\nTry raci overlaps --help.\n",
        ),
        (
            ("--role", "hed chef", "--role", "byer"),
            'raci: "hed chef" is no known role. Did you mean "Head Chef"? '
            "Known: Buyer, Head Chef, Owner, Sommelier.\n"
            '"byer" is no known role. Did you mean "Buyer"? Known: Buyer, Head Chef, Owner, Sommelier.\n',
        ),
    ],
)
def test_an_unknown_value_is_told_with_what_is_known(
    arguments: tuple[str, ...], message: str, raci: RunRaci, in_folder: Path
) -> None:
    """A list of all values, or the nearest name; exit code 2."""
    write_files(in_folder, KITCHEN)
    ran = raci("overlaps", "--data", ".", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", message)


def test_a_name_that_two_roles_have_asks_for_the_id(raci: RunRaci, in_folder: Path) -> None:
    """An alias of two roles names neither."""
    text = "version: 1\nroles: {a: {name: Ann, aliases: [boss]}, b: {name: Ben, aliases: [boss]}}"
    write_files(in_folder, {"r.yaml": text})
    ran = raci("overlaps", "--data", "r.yaml", "--role", "boss")
    assert (ran.code, ran.err) == (2, 'raci: "boss" may be a or b. Write the id.\n')


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("menu", {"Menu"}),
        ("menue", {"Menu"}),
        ("who owns the menu?", {"Menu"}),
        ("what we cook", {"Seasonal Plan; Seasonal Planning"}),
        ("table layout", {"Table Plan; Seating Chart"}),
        ("recipes", {"Recipe Book; Recipe Writing"}),
        ("taste", {"Taste", "Tasting"}),
        ("count by the chef", {"Count by the chef", "Stock Count"}),
        ("two-sheets", {"Order Sheet and Order List", "Order List; Order Sheet"}),
        (
            "Sommelier",
            {"Wine", "Wine Pairing", "Wine List", "Order Sheet and Order List", "Order List; Order Sheet"},
        ),
    ],
)
def test_a_subject_is_understood_as_who_owns_does(
    subject: str, names: set[str], raci: RunRaci, in_folder: Path
) -> None:
    """Work by name, typing error, sentence or alias; an area of work; a declared overlap; a role."""
    write_files(in_folder, KITCHEN)
    ran = raci("overlaps", *subject.split(), "--data", ".", "--format", "csv")
    assert ran.code == 0
    assert {row["names"] for row in csv.DictReader(StringIO(ran.out))} == names


def test_a_role_may_be_the_subject_by_its_alias(raci: RunRaci, in_folder: Path) -> None:
    """`raci overlaps PMM` is what the product marketer has a part in."""
    subject = asked(raci, "PMM")
    assert subject["subject"]["role"] == "product-marketer"
    assert subject["overlaps"] == asked(raci, "--role", "PMM")["overlaps"]
    assert raci("overlaps", "PMM").out.startswith("About Product Marketer: ")


def test_what_nothing_answers_to_is_told_with_the_nearest(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 1, in every format; the text and the JSON name what is known."""
    ran = raci("overlaps", "bicycle", "repair")
    assert ran.code == 1
    assert ran.out.startswith('Nothing here answers to "bicycle repair".\n\nThe nearest that is known here: ')
    answer = asked(raci, "bicycle repair")
    assert (answer["overlaps"], answer["summary"], len(answer["subject"]["nearest"])) == ([], {}, 3)
    assert {raci("overlaps", "bicycle repair", "-f", each).code for each in FORMATS} == {1}


def test_work_that_nobody_else_claims_is_a_negative_answer(raci: RunRaci, in_folder: Path) -> None:
    """There is such work, and no overlap in it: exit code 1."""
    ran = raci("overlaps", "end", "of", "life")
    assert (ran.code, ran.out) == (
        1,
        "No overlap: nobody else claims End-of-Life Planning, and nothing is taken for it.\n",
    )


def test_no_overlap_at_all_is_an_answer(raci: RunRaci, in_folder: Path) -> None:
    """Nobody asked for a subject: exit code 0."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {name: Ann, deliverables: [{name: Menu}]}}"})
    ran = raci("overlaps", "--data", "r.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "No overlap.\n", "")
    assert raci("overlaps", "--status", "contested").code == 0


def test_a_broken_file_is_no_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, with the place."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {nme: Ann}}"})
    ran = raci("overlaps", "--data", "r.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("r.yaml:2:")


@pytest.mark.parametrize(
    ("subject", "first_line"),
    [
        ("menu", "Buyer and Head Chef both list Menu (contested): nobody is accountable yet."),
        ("staff meals", "Buyer and Head Chef both list Staff Meals (unowned): nobody is accountable yet."),
        (
            "kitchen budget",
            "Buyer and Head Chef both list Kitchen Budget (owned): Head Chef is accountable.",
        ),
        ("wine list", "Buyer and Sommelier both list Wine List (settled): Sommelier is accountable."),
    ],
)
def test_the_first_line_is_the_answer(subject: str, first_line: str, raci: RunRaci, in_folder: Path) -> None:
    """Who lists one piece of work, and whose it is."""
    write_files(in_folder, KITCHEN)
    assert raci("overlaps", *subject.split(), "--data", ".").out.splitlines()[0] == first_line


def test_a_role_that_only_an_agreement_names_has_its_name(raci: RunRaci, in_folder: Path) -> None:
    """It claims nothing, and is told of where agreements differ."""
    rows = (
        "version: 1",
        "roles: {a: {name: Ann, deliverables: [{name: X}, {name: Y}]}, c: {name: Cay}}",
        "overlaps:",
        "  p: {name: P, work: [X], agreement: {accountable: a, because: It is so.}}",
        "  q: {name: Q, work: [X], agreement: {accountable: {X: c}, because: It is so.}}",
        "  r: {name: R, work: [X], agreement: {accountable: {X: a}, because: It is so.}}",
        "  n: {work: [X, Y], distinct: They differ.}",
    )
    write_files(in_folder, {"r.yaml": "\n".join(rows)})
    ran = raci("overlaps", "y", "--data", "r.yaml")
    assert "  Agreements differ  Q names Cay for X (r.yaml:5)\n" in ran.out
    assert "X and Y" in ran.out


def test_what_several_list_may_have_no_owner_on_purpose(raci: RunRaci, in_folder: Path) -> None:
    """It does not wait for one, as what is open does."""
    unowned = "unowned: [{name: Menu, because: It hangs outside.}]\n"
    text = TWO.format("{name: Menu, letters: R}", "{name: Menu, letters: R}") + unowned
    write_files(in_folder, {"r.yaml": text})
    ran = raci("overlaps", "menu", "--data", "r.yaml")
    assert ran.out.startswith(
        "Ann and Ben both list Menu (unowned on purpose): nobody is accountable, on purpose.\n"
    )
    assert "  Accountable  nobody is accountable, on purpose\n" in ran.out
    assert "yet" not in ran.out


TWO = "version: 1\nroles: {{a: {{name: Ann, deliverables: [{0}]}}, b: {{name: Ben, deliverables: [{1}]}}}}\n"
MENU = "{name: Menu}"


@pytest.mark.parametrize(
    ("text", "arguments", "first_line"),
    [
        pytest.param(
            TWO.format("{name: Menu, letters: R}", "{name: Menu, letters: R}"),
            (),
            "Nothing is contested; 1 piece of work on several lists has no owner (Menu).",
            id="unowned",
        ),
        pytest.param(
            TWO.format(MENU, "{name: Bread}")
            + "overlaps:\n"
            + "  x: {tension: T., work: [Menu], agreement: {accountable: {Menu: a}, because: It is so.}}\n"
            + "  y: {tension: T., work: [Menu], agreement: {accountable: {Menu: b}, because: It is so.}}\n",
            (),
            "2 areas are contested.",
            id="agreements differ",
        ),
        pytest.param(
            TWO.format(MENU, MENU) + "overlaps: {x: {sides: {a: A., b: B.}, tension: T., work: [Menu]}}\n",
            ("--kind", "declared"),
            "1 area is contested.",
            id="contested area",
        ),
        pytest.param(
            TWO.format(MENU, MENU)
            + "overlaps: {x: {work: [Menu], agreement: {accountable: a, because: So.}}}\n",
            ("--status", "settled"),
            "Everything here is settled.",
            id="filtered",
        ),
        pytest.param(
            TWO.format(MENU, MENU),
            ("--status", "settled"),
            "No overlap is like that.",
            id="all filtered out",
        ),
        pytest.param(
            TWO.format(MENU, "{name: Bread}"),
            ("Ann",),
            "No overlap: nobody else claims what Ann does, and nothing is taken for it.",
            id="role",
        ),
    ],
)
def test_the_first_line_says_what_is_to_be_done(
    text: str, arguments: tuple[str, ...], first_line: str, raci: RunRaci, in_folder: Path
) -> None:
    """What stands below is not denied above; the wording is a proposal, the sense is not."""
    write_files(in_folder, {"r.yaml": text})
    assert raci("overlaps", "--full", "--data", "r.yaml", *arguments).out.splitlines()[0] == first_line


def test_names_that_are_the_same_are_shown_with_their_places(raci: RunRaci, in_folder: Path) -> None:
    """Who is to mend which file can be read."""
    write_files(in_folder, KITCHEN)
    block = raci("overlaps", "table plan", "--data", ".").out
    assert "kitchen.yaml:22" in block or "kitchen.yaml:23" in block


def test_a_find_in_two_areas_is_seen_from_both(raci: RunRaci, in_folder: Path) -> None:
    """An area that is contested says by what."""
    write_files(in_folder, KITCHEN)
    _, _, block = raci("overlaps", "--full", "--data", ".").out.partition("\nCount by the chef  (contested")
    assert "Count by the buyer" in block.split("\n\n")[0]


# Whatever people write


HOSTILE = r'"a\e[31mb\u202Ec [bold]d[/x] <script>alert(1)</script>\n=cmd"'
HOSTILE_FILES = {
    "x.yaml": f"""
        version: 1
        roles:
          r: {{name: {HOSTILE}, deliverables: [{{name: {HOSTILE}}}, {{name: "=cmd()", aliases: ["[red]"]}}]}}
          s: {{name: "=S", deliverables: [{{name: {HOSTILE}}}, {{name: "@Call", aliases: ["[red]"]}}]}}
        overlaps:
          o:
            name: {HOSTILE}
            tension: {HOSTILE}
            sides: {{r: {HOSTILE}, s: "=1+1"}}
            work: ["=cmd()"]
    """
}


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_names_come_through_as_text(format_: str, raci: RunRaci, in_folder: Path) -> None:
    """Escapes are shown and not sent, markup is text, a cell is no formula, a line stays one line."""
    write_files(in_folder, HOSTILE_FILES)
    for options in ((), ("--color", "always"), ("--full",), ("--full", "--color", "always")):
        out = raci("overlaps", "--data", "x.yaml", "--format", format_, *options).out
        assert "\x1b[31mb" not in out
        assert "\u202e" not in out
        assert ("[bold]d[/x]" if format_ != "markdown" else r"\[bold\]d\[/x\]") in out
        # In Markdown what is to be copied is literal, in HTML a new line is but a space.
        shown = re.sub(r"^```(?:yaml|sh)$.*?^```$", "", out, flags=re.MULTILINE | re.DOTALL)
        assert ("<script>alert" in shown) is (format_ not in {"html", "markdown"})
        assert ("\n=cmd" in out) is (format_ == "html" and "--full" in options)
    if format_ == "csv":
        rows = csv.reader(StringIO(out))
        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    if format_ == "json":
        assert json.loads(out)["overlaps"]


def test_colors_are_for_terminals(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe and with NO_COLOR there are none; the words are the same."""
    plain = raci("overlaps", "roadmap").out
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in raci("overlaps", "roadmap").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert raci("overlaps", "roadmap").out == plain


def test_80_columns_are_enough(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line runs over the edge, but for text to copy."""
    out = on_a_terminal(raci, monkeypatch) + on_a_terminal(raci, monkeypatch, "--full")
    for line in out.splitlines():
        assert len(line) <= 80 or line.startswith(" " * 6)


def test_a_settled_find_says_whose_it_is_whatever_the_filter(raci: RunRaci, in_folder: Path) -> None:
    """`--kind duplicate` leaves the area out, and the answer still names the accountable role."""
    out = raci("overlaps", "--full", "--kind", "duplicate").out
    _, _, block = out.partition("\nProduct Roadmap  (settled, claimed by several)\n")
    assert "Product Manager is accountable" in block.split("\n\n")[0]


# The page about it


@pytest.mark.parametrize("value", [*OverlapKind, *WORST_FIRST])
def test_every_kind_and_status_is_documented(value: str) -> None:
    """Each has its row in a table of the page."""
    assert f"\n| `{value}` |" in (PROJECT / "docs/overlaps.md").read_text("utf-8")


# The library, and the order of files


def test_the_same_from_python(raci: RunRaci, in_folder: Path) -> None:
    """`raci.overlaps` gives the record that the JSON is of."""
    register = library.load()
    answer = library.overlaps(
        register, "roadmap", statuses=["settled"], kinds=["duplicate"], roles=["product-marketer"]
    )
    (case,) = answer.overlaps
    assert (case.names, case.status, case.kind) == (("Product Roadmap",), "settled", "duplicate")
    assert case.accountable == {"product-roadmap": "product-manager"}
    assert library.overlaps(register, roles=["sales"]).overlaps == ()
    assert len(library.overlaps(register).overlaps) == len(asked(raci)["overlaps"])


def test_the_order_of_files_does_not_matter() -> None:
    """The same register however it is read: ids, why and score are the same, in the same order."""

    def shown(*texts: str) -> list[tuple[object, ...]]:
        cases = library.overlaps(register_of(*texts)).overlaps
        return [
            (case.kind, case.status, case.work, case.names, case.roles, case.score)
            + (() if case.overlap else (case.why,))
            for case in cases
        ]

    there, back = tuple(KITCHEN.values()), tuple(reversed(KITCHEN.values()))
    assert shown(*there) == shown(*back)


def services(number: int, paper: str = "") -> str:
    """Return a register in which each of so many services has the same three duties, and its paper if any."""
    lines = ["version: 1", "roles:"]
    for each in range(number):
        duties = ", ".join(f"{{name: {duty} of Service {each}}}" for duty in ("On-Call", "Review", "Budget"))
        lines += [f"  team-{each}:", f"    name: Team {each}", f"    responsibilities: [{duties}]"]
        lines += [f"    deliverables: [{{name: {paper} of Service {each}}}]"] if paper else []
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_look_alikes_of_a_regular_register_are_told_once(form: str, raci: RunRaci, in_folder: Path) -> None:
    """With their number, the first of them and how to see one by one; others stand by themselves."""
    other = "  buyer: {name: Buyer, deliverables: [{name: Supplier List}, {name: List of Suppliers}]}\n"
    (in_folder / "a.yaml").write_text(services(200) + other, "utf-8")
    told = raci("overlaps", "--full", "--format", form, "--data", "a.yaml").out
    assert told.count("600 pairs of names") == told.count("differ in the same words again and again") == 1
    assert "Budget of Service 0 and On-Call of Service 0" in told
    assert "Supplier List" in told
    assert "601 undecided" in told
    assert "Service 1" not in told
    assert len(told.splitlines()) < 54
    one = raci("overlaps", "budget-of-service-0", "--full", "--format", form, "--data", "a.yaml").out
    assert ("pairs of names  (undecided" in one, one.count("distinct:")) == (False, 2)
    assert len(asked(raci, "--data", "a.yaml")["overlaps"]) == 601


@pytest.mark.parametrize(("number", "blocks"), [(10, 10), (11, 0)])
def test_a_few_pairs_that_differ_alike_are_told_one_by_one(
    number: int, blocks: int, raci: RunRaci, in_folder: Path
) -> None:
    """Up to ten are no series; an activity and its paper are counted apart from other names."""
    (in_folder / "a.yaml").write_text(services(number, paper="Budget Plan"), "utf-8")
    text = raci("overlaps", "--full", "--data", "a.yaml").out
    assert text.count("distinct:") == blocks
    assert ("11 pairs of names  (undecided, an activity and its paper)" in text) == (not blocks)
