"""Which names of work are found to be one, and which are not."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import raci
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.language.language import UnknownLanguage
from raci.look_alikes import likeness
from raci.look_alikes import look_alikes as module
from raci.look_alikes.look_alikes import LEAST, LookAlike, look_alikes

from conftest import register_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raci.model.register import Register

ELSEWHERE = (
    "Payroll Run",
    "Garden Care",
    "Wine Cellar",
    "Bicycle Repair",
    "Roof Insulation",
    "Museum Tickets",
    "Parcel Sorting",
    "Choir Rehearsal",
    "Boat Moorings",
    "Fossil Cabinet",
    "Bread Baking",
    "Orchard Spraying",
)


def entry(text: str) -> str:
    """Return an entry of a list: a mapping as it is, anything else as a name."""
    return text if text.startswith("{") else f"{{name: {json.dumps(text, ensure_ascii=False)}}}"


def register_with(*entries: str, elsewhere: Sequence[str] = ELSEWHERE) -> Register:
    """Return a register in which each entry is on a list of its own, among work that is nothing like it."""
    roles = [
        f"r{number}: {{name: R{number}, responsibilities: [{entry(text)}]}}"
        for number, text in enumerate(entries)
    ]
    roles.append(f"z: {{name: Z, responsibilities: [{', '.join(map(entry, elsewhere))}]}}")
    return register_of("version: 1\nroles:\n" + "\n".join(f"  {role}" for role in roles))


def found(
    *entries: str, language: str = "english", elsewhere: Sequence[str] = ELSEWHERE
) -> tuple[LookAlike, ...]:
    """Return the look-alikes of a register with these entries."""
    return look_alikes(register_with(*entries, elsewhere=elsewhere), language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Client Onboarding", "Customer Onboarding"),
        ("Vendor Invoices", "Supplier Bills"),
        ("Staff Rota", "Staff Roster"),
        ("Code Review Round", "Pull Request Round"),
        ("Risk Register", "Hazard Log"),
        ("Testing of Users", "User Testing"),
        ("Budget Review", "Review Budget"),
        ("Review of Contracts", "Contract Review Process"),
        ("User Tests", "User Test"),
        ("Customers' Complaints", "Customer Complaint Handling"),
        ("Pricing Review", "Review of Prices"),
        ("Operating Budget", "Budget for Operations"),
        ("Colour Palette Choice", "Color Palette Choice"),
        ("Organisation Chart", "Organization Chart"),
        ("Catalogue Printing", "Catalog Printing"),
        ("Licence Renewal", "License Renewal"),
        ("Café Menu", "Cafe Menu"),
        ("DR Testing", "Disaster Recovery Tests"),
        ("O&M Manuals", "Operation and Maintenance Manuals"),
        ("PPE Stock", "Protective Equipment Inventory"),
        ("PPE Issue", "Personal Protective Equipment Issue"),
        ("KPI Dashboards", "Key Performance Indicator Dashboards"),
        ("GTM Plan", "Go-To-Market Plan"),
        ("PO Archive", "Purchase Orders Archive"),
        ("BOM", "Bill of Materials"),
    ],
)
def test_two_names_of_one_thing_are_found(one: str, other: str) -> None:
    """Words for one another, in any order, number, spelling, or abbreviated; and nothing else is."""
    (pair,) = found(one, other)
    assert LEAST <= pair.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wine Management", "Soil Management"),
        ("Kitchen Report", "Salary Report"),
        ("Site Plan", "Menu Plan"),
        ("Process Report", "Procedure Document"),
        ("Plan", "Process"),
        ("Sales Training", "Safety Training"),
        ("Purchase Order", "Work Order"),
        ("Project Management", "Project Report"),
        ("Feature Development", "Feature Prioritization"),
        ("User Research", "User Billing"),
        ("Contact Register", "Contract Register"),
    ],
)
def test_sharing_one_word_is_not_enough(one: str, other: str) -> None:
    """Neither a word that only says the form, nor the object of a really different activity."""
    assert found(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Day Shift Handover", "Night Shift Handover"),
        ("Q1 Forecast", "Q2 Forecast"),
        ("Internal Newsletter", "External Newsletter"),
        ("Internal Audit", "External Audits"),
        ("Staff Induction", "Student Induction"),
        ("Monday Meeting", "Friday Meeting"),
        ("Phase 1 Handover", "Phase 2 Handover"),
        ("Room 12 Cleaning", "Room 13 Cleaning"),
        ("2024 Budget", "2025 Budget"),
        ("Accounts Payable", "Accounts Receivable"),
        ("Gas Contract", "Electricity Contract"),
        ("Top of the Funnel", "Bottom of the Funnel"),
        ("٣ Kitchen Report", "٤ Kitchen Report"),
    ],
)
def test_opposites_and_parts_of_a_series_are_different_work(one: str, other: str) -> None:
    """However much the rest of the two names is one."""
    assert found(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Day Rates with a Margin above 40%", "Day Rates with a Margin below 40%"),
        ("Purchases over 10k", "Purchases under 10k"),
        ("Purchases above 10k", "Purchases up to 10k"),
        ("Purchases of more than $10k", "Purchases of less than $10k"),
        ("Purchases of more than 10k", "Purchases of no more than 10k"),
        ("Purchases from 10k", "Purchases up to 10k"),
        ("Purchases > 10k", "Purchases < 10k"),
        ("Purchases ≥ 10k", "Purchases under 10k"),
        ("Purchases of 50k+", "Purchases below 50k"),
        ("Purchases from 10k to 50k", "Purchases under 10k"),
        ("Purchases 10k\u201350k", "Purchases over 50k"),
        ("Purchases over 2k", "Purchases over 10k"),
        ("Purchases over $2,000", "Purchases over $2,000,000"),
        ("Purchases over 2.5m", "Purchases over 2.5k"),
        ("Discounts of 1.2 Points", "Discounts of 2.1 Points"),
        ("Discounts of 20%", "Discounts of 40%"),
        ("Payments in $", "Payments in €"),
        ("Minimum Stock Levels", "Maximum Stock Levels"),
        ("Checks before Opening", "Checks after Opening"),
        ("Incoming Goods Inspection", "Outgoing Goods Inspection"),
        ("Deliveries to Customers", "Deliveries from Customers"),
        ("Orders with Deposit", "Orders without Deposit"),
        ("C++ Libraries", "C# Libraries"),
        ("C Libraries", "C++ Libraries"),
        ("Changes of +5 Degrees", "Changes of -5 Degrees"),
        ("Samples of Group A+", "Samples of Group A-"),
    ],
)
def test_opposites_by_amount_or_direction_and_signs_are_different_work(one: str, other: str) -> None:
    """However alike all else is that is said of them: tables of delegated authority are written like that."""
    said = "area: Approvals, summary: What the lead approves alone."
    names = (json.dumps(name, ensure_ascii=False) for name in (one, other))
    assert found(*(f"{{id: w{at}, name: {name}, {said}}}" for at, name in enumerate(names))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Purchases over 10k", "Purchases above 10k"),
        ("Purchases > 10k", "Purchases over 10k"),
        ("Rates from 5 to 10", "Rates 5-10"),
        ("Deliveries to Stores", "Store Deliveries"),
        ("Orders over the Phone", "Phone Orders"),
        ("C++ Libraries", "Libraries in C++"),
        ("Team #1 Handover", "Handover of Team 1"),
    ],
)
def test_words_and_signs_for_one_side_tell_nothing_apart(one: str, other: str) -> None:
    """Over is above, and it takes two to differ."""
    (pair,) = found(one, other)
    assert pair.score >= LEAST


def test_an_alias_in_common_does_not_outweigh_a_contrast() -> None:
    """Both shifts call their own handover just that."""
    aliases = "aliases: [handover]"
    assert found(f"{{name: Night Handover, {aliases}}}", f"{{name: Day Handover, {aliases}}}") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Phase One Handover", "Phase Two Handover", id="one is a silent word"),
        pytest.param("IT Onboarding Tour", "HR Onboarding Tour", id="it is a silent word"),
        pytest.param("Kitchen Handover A", "Kitchen Handover B", id="a is a silent word"),
        pytest.param("Kitchen Handover B", "Kitchen Handover C", id="letters of a series"),
        pytest.param("Kitchen Handover II", "Kitchen Handover III", id="Roman numerals"),
    ],
)
def test_short_words_tell_work_apart_as_well(one: str, other: str) -> None:
    """Numbers in words, departments that spell like small words, letters and Roman numerals."""
    assert found(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sign-off of Designs", "Approval of Designs"),
        ("Lost and Found Box", "Lost Property Box"),
        ("Time Off Requests", "Leave Requests"),
        ("A/B Test Archive", "Split Test Archive"),
        ("Setup Sheet", "Set-Up Sheet"),
        ("Code Reviews Round", "Pull Requests Round"),
        ("Helpdesk Rota", "Help Desk Rota"),
        ("ISO9001 Audit", "ISO 9001 Audit"),
        ("PPE", "Personal Protective Equipment"),
    ],
)
def test_phrases_are_words_for_one_another(one: str, other: str) -> None:
    """With small words in them, in the plural, together or apart, abbreviated in full."""
    assert len(found(one, other)) == 1


def test_a_typing_error_is_forgiven() -> None:
    """One wrong letter in a long word, which other names spell right."""
    (pair,) = found("Warehouse Checks", "Warehuose Checks", elsewhere=(*ELSEWHERE, "Heated Warehouse Doors"))
    assert pair.words == ("warehouse", "checks")


def test_a_typing_error_is_forgiven_where_each_word_stands_once() -> None:
    """Two teams list one thing, one of them with a slip, and nobody else speaks of it."""
    assert len(found("Warehouse Checks", "Warehuose Checks")) == 1


@pytest.mark.parametrize("language", ["english", "german", "none", "greek"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{name: Bread Basket, aliases: [Loaf]}", "{name: Bread Rolls, aliases: [loaf]}"),
        ("{name: Rolls, aliases: [Loaf, brown crust]}", "{name: Baguette, aliases: [loaf, Brown-Crust]}"),
        ("{name: Ξενάγηση, aliases: [βόλτα, γύρος]}", "{name: Οδηγός, aliases: [ΒΌΛΤΑ, γύρος]}"),
        ("{name: 館内ツアー, aliases: [見学, 案内]}", "{name: ガイド, aliases: [見学, 案内]}"),
    ],
)
def test_aliases_in_common_are_found_in_any_language(one: str, other: str, language: str) -> None:
    """However they are spelt, with some other likeness or several of them; lists of words are not needed."""
    (pair,) = found(one, other, language=language)
    assert pair.called


def test_one_alias_in_common_is_found() -> None:
    """Two teams call their work by one name, whatever they list it under."""
    assert len(found("{name: Bread Basket, aliases: [Loaf]}", "{name: Evening Rolls, aliases: [loaf]}")) == 1


def test_a_name_that_is_the_alias_of_another_is_found() -> None:
    """And it is told as the first of the two spells it."""
    (pair,) = found("Car Park Barrier", "{name: Salaries Paid, aliases: [car-park barrier]}")
    assert pair.called == ("Car Park Barrier",)


def test_claims_of_one_work_pool_their_aliases() -> None:
    """An alias in a second role's entry counts as if it stood in the first."""
    register = register_of(
        """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Rolls, aliases: [loaf]}]}
          b: {name: B, deliverables: [{name: rolls, aliases: [brown crust]}]}
          c: {name: C, deliverables: [{name: Baguette, aliases: [brown crust, loaf]}, {name: Salt}]}
        """
    )
    (pair,) = look_alikes(register)
    assert (pair.one, pair.other, pair.called) == ("baguette", "rolls", ("brown crust", "loaf"))


def test_what_speaks_for_a_pair_is_told_in_the_order_of_its_first_name() -> None:
    """Words in common, and words that may mean the same, phrases as people write them."""
    (pair,) = found("New Client Code Review Round", "Round of Pull Request for New Customers")
    assert (pair.one, pair.other) == (
        "new-client-code-review-round",
        "round-of-pull-request-for-new-customers",
    )
    assert pair.words == ("new", "round")
    assert pair.alike == (("client", "customers"), ("code review", "pull request"))


def test_an_abbreviation_is_told_as_what_it_stands_for() -> None:
    """Nobody takes the O of O&M for maintenance, or all of PPE for personal."""
    (pair,) = found("O&M Manuals", "Operation and Maintenance Manuals")
    assert ("o", "maintenance") not in pair.alike
    assert ("m", "operation") not in pair.alike


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Menu Plan", "Menu Planning", True),
        ("Menu Creation", "Menu Document", True),
        ("Contract Review Process", "Review of Contracts", True),
        ("Client Onboarding", "Customer Onboarding", True),
        ("Cellar Stock Count", "Cellar Stock Count Archive", False),
    ],
)
def test_names_of_one_subject_differ_only_in_words_for_the_form(one: str, other: str, same: bool) -> None:
    """A word for something else that is left over is another subject."""
    (pair,) = found(one, other)
    assert pair.same_subject is same


def test_what_a_responsibility_produces_is_found() -> None:
    """The file says so: less has to be in common."""
    assert found("{name: Supper Design, produces: [Supper Card Layout]}", "Supper Card Layout")
    assert not found("Supper Design", "Supper Card Layout")


def test_what_a_responsibility_produces_is_found_only_if_it_looks_like_it() -> None:
    """The file says already that the two differ: nobody mistakes the one for the other."""
    assert found("{name: Harvest Choice, produces: [Supper Card]}", "Supper Card") == ()


def test_the_funnel_of_the_shipped_data_is_three_pieces_of_work() -> None:
    """Its top, middle and bottom are each about something else."""
    register = raci.load()
    stages = {work.id for work in register.work.values() if "of-funnel" in work.id}
    assert len(stages) == 3
    assert not [pair for pair in look_alikes(register) if {pair.one, pair.other} <= stages]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Preise festlegen", "Preis festlegen", "german"),
        ("Dienstplan der Küche", "Küchen-Dienstplan", "german"),
        ("Dienstplan Küche", "Küche: Dienstplan", "none"),
        ("Συντήρηση Έργων", "Συντηρηση Εργων!", "none"),
        ("Συντήρηση Έργων", "Έργων Συντήρηση", "greek"),
        ("館内ツアー", "{name: 館内ツアー。, id: tour}", "none"),
    ],
)
def test_a_language_without_lists_has_its_stems(one: str, other: str, language: str) -> None:
    """Inflections, order, accents and punctuation make no other work in any language."""
    (pair,) = found(one, other, language=language)
    assert pair.same_subject


def test_an_unknown_language_is_told() -> None:
    """Also where there is nothing to compare."""
    with pytest.raises(UnknownLanguage):
        look_alikes(register_of("version: 1"), "klingon")


@pytest.mark.parametrize(
    "text",
    [
        "version: 1",
        "{version: 1, roles: {a: {name: A}}}",
        "{version: 1, roles: {a: {name: A, deliverables: [{name: Menu}]}}}",
        "{version: 1, unowned: [{name: Car Park, because: Nobody parks.}]}",
    ],
)
@pytest.mark.parametrize("language", ["english", "none"])
def test_nothing_looks_like_itself(text: str, language: str) -> None:
    """A register without work, or with one piece of it, has no pairs."""
    assert look_alikes(register_of(text), language) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Who", "The What"),
        ("The Who", "Who Else"),
        ("A", "B"),
        ("A", "A Z"),
        ("{name: ___, id: three}", "{name: ____, id: four}"),
        ("{name: '?', id: question}", "{name: '!', id: exclamation}"),
        ("{name: 🍞, id: loaf}", "{name: 🥖, id: baguette}"),
        ("\u202eBread", "\u202eRolls"),
        ("לחם טרי", "קמח לבן"),
        ("x" * 1000, "y" * 1000),
        ("AAAA " * 200, "B"),
        (" ".join(f"word{number}" for number in range(120)), "Word"),
    ],
)
def test_names_that_say_nothing_or_too_much_are_no_one_elses(one: str, other: str) -> None:
    """Only small words, one letter, no letter, right to left, a thousand characters: no pair, and no error."""
    assert found(one, other) == ()


@pytest.mark.parametrize(
    "name", ["🍞 Bread Oven", "\u202eBread Oven", "لحم مشوي", "שומר הסף", "Oven " * 190 + "Bread"]
)
def test_strange_names_are_compared_by_their_words(name: str) -> None:
    """Pictures and marks for the direction do not count, repetitions count once."""
    (pair,) = found(name, f"{{name: {json.dumps(name + '!', ensure_ascii=False)}, id: other}}")
    assert pair.same_subject


SHELF = [
    "{name: Client Onboarding, area: Sales}",
    "{name: Customer Onboarding, area: Sales}",
    "{name: Onboarding of New Clients, aliases: [welcome week]}",
    "{name: Welcome Week, aliases: [first steps]}",
    "{name: DR Testing}",
    "{name: Disaster Recovery Exercise, summary: Tests that what was lost comes back.}",
    "{name: Menu Plan}",
    "{name: Menu Planning, aliases: [weekly card], produces: [Menu Plan]}",
    "{name: Stock Count, aliases: [stocktake, cellar round]}",
    "{name: Monthly Stocktake, aliases: [cellar round]}",
    "{name: Monthly Stocktakes}",
    "{name: Warehuose Checks}",
    "{name: Warehouse Check}",
    "{name: Warehouse Doors}",
]


def on_lists(entries: Sequence[str], lists: Sequence[int]) -> str:
    """Return a file in which each entry is on the list with its number, the roles in the order of the entries."""
    by_role: dict[int, list[str]] = {}
    for number, text in zip(lists, entries, strict=True):
        by_role.setdefault(number, []).append(text)
    roles = [
        f"r{role}: {{name: R{role}, responsibilities: [{', '.join(mine)}]}}" for role, mine in by_role.items()
    ]
    return f"{{version: 1, roles: {{{', '.join(roles)}}}}}"


@given(st.permutations(range(len(SHELF))))
@settings(max_examples=40)
def test_the_order_in_the_files_makes_no_difference(order: list[int]) -> None:
    """Roles and entries may be shuffled, and are the same work."""
    shuffled = on_lists([SHELF[number] for number in order], [number % 4 for number in order])
    in_order = on_lists(SHELF, [number % 4 for number in range(len(SHELF))])
    assert look_alikes(register_of(shuffled)) == look_alikes(register_of(in_order))


def test_files_may_be_split() -> None:
    """Work looks alike across files as it does in one."""
    lists = [number % 4 for number in range(len(SHELF))]
    text = on_lists(SHELF, lists)
    halves = [
        on_lists(
            [text for text, mine in zip(SHELF, lists, strict=True) if mine in half],
            [mine for mine in lists if mine in half],
        )
        for half in ((2, 3), (0, 1))
    ]
    assert look_alikes(register_of(*halves)) == look_alikes(register_of(text))


WORDS = [
    "Client",
    "Customer",
    "Review",
    "Reviews",
    "Plan",
    "PPE",
    "Protective",
    "Equipment",
    "Day",
    "Night",
    "of",
    "7",
    "8",
    "É",
]
NAMES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), min_size=2, max_size=8
)


@given(NAMES)
@settings(max_examples=60)
def test_pairs_are_in_order_and_their_scores_from_0_to_1(names: list[str]) -> None:
    """Whatever is listed, each pair comes once, by ids, and only where it is sure enough."""
    unlike = {
        name.lower(): f"{{name: {json.dumps(name)}, id: n{number}}}" for number, name in enumerate(names)
    }
    pairs = found(*unlike.values())
    ids = [(pair.one, pair.other) for pair in pairs]
    assert ids == sorted(set(ids))
    assert all(one < other for one, other in ids)
    assert all(LEAST <= pair.score <= 1 for pair in pairs)
    assert all(pair.words or pair.alike or pair.called for pair in pairs)


def test_each_process_finds_the_same() -> None:
    """Pairs and what is said of them do not hang on the order of sets."""
    show = (
        "import raci; from raci.look_alikes.look_alikes import look_alikes; print(look_alikes(raci.load()))"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", show],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def generated(size: int) -> Register:
    """Return a register of this many names: some words that everyone has, more of them that few have."""
    choice = random.Random(size)  # noqa: S311 - the same names each time
    sounds = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]
    often = ["".join(choice.choices(sounds, k=3)) for _ in range(40)]
    rare = ["".join(choice.choices(sounds, k=4)) for _ in range(size // 5)]
    lines = [
        f"      - {{name: {choice.choice(often)} {choice.choice(rare)} {choice.choice(rare)} plan {number}x}}"
        for number in range(size)
    ]
    return register_of("version: 1\nroles:\n  a:\n    name: A\n    responsibilities:\n" + "\n".join(lines))


def all_alike(size: int) -> Register:
    """Return a register in which every name shares its words with very many others."""
    lines = [f"      - {{name: Count {number} of Shelf {number % 50}}}" for number in range(size)]
    return register_of("version: 1\nroles:\n  a:\n    name: A\n    responsibilities:\n" + "\n".join(lines))


@pytest.mark.parametrize("make", [generated, all_alike])
def test_pairs_are_compared_in_proportion_to_the_names(
    make: Callable[[int], Register], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four times the names are at most four times the comparisons: all are never compared with all."""
    compared = 0
    score = likeness.evidence

    def counted(*pair: object, **bound: float) -> object:
        nonlocal compared
        compared += 1
        return score(*pair, **bound)  # type: ignore[arg-type] # whatever it takes

    monkeypatch.setattr(module, "evidence", counted)
    counts: list[int] = []
    for size in (500, 2_000, 8_000):
        compared = 0
        look_alikes(make(size))
        counts.append(compared)
    assert all(more <= 4 * fewer for fewer, more in pairwise(counts)), counts
    assert counts[-1] < 8_000 * 20, counts


def test_a_pair_is_found_however_much_else_there_is() -> None:
    """Work that has nothing to do with it does not hide it."""
    entries = (
        "Client Onboarding",
        "Customer Onboarding",
        "Onboarding of Temps",
        "Client Lunch",
        "Customer Parking",
    )
    few, many = ([f"Thing{number}x Kettle{number}x" for number in range(size)] for size in (500, 8_000))
    assert len(found(*entries, elsewhere=few)) == 1
    assert len(found(*entries, elsewhere=many)) == 1
