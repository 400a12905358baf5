"""What is taken for the same before and after, and what is not."""

from __future__ import annotations

from raci.changes.changes import changes_between

from builders import graph_of

PM = "product: {name: Product, responsibilities: [%s]}"
HEAD = "version: 1\nroles:\n  "


def told(before: str, after: str) -> list[str]:
    """Return the sentences of what changed on a list, or between two registers."""
    return [each.sentence for each in changes_between(graph_of(before), graph_of(after)).changes]


def listed(*entries: str) -> str:
    """Return a register in which Product has these entries on its list."""
    return HEAD + PM % ", ".join(entries)


def test_a_recorded_name_pairs_whichever_side_records_it() -> None:
    """As `raci rename` leaves it, or as it was an alias before."""
    assert told(listed("{name: Pricing}"), listed("{name: Price Policy, aliases: [pricing]}")) == [
        "Price Policy: renamed from Pricing"
    ]
    assert told(listed("{name: Pricing, aliases: [Price Policy]}"), listed("{name: Price Policy}")) == [
        "Price Policy: renamed from Pricing"
    ]


def test_one_name_with_two_ids_is_one_thing() -> None:
    """Only the id changed."""
    assert told(listed("{name: Pricing}"), listed("{name: Pricing, id: prices}")) == [
        "Pricing: has the id prices instead of pricing"
    ]


def test_what_was_made_one_is_gone_and_says_where_to() -> None:
    """One of the two is the other by its alias, and there is but one to pair."""
    before = listed("{name: Pricing}", "{name: Price List}", "{name: Tariff}")
    after = listed("{name: Pricing, aliases: [Price List, Tariff]}")
    assert told(before, after) == [
        "Price List: gone; Product was accountable; Pricing has its name as an alias",
        "Tariff: gone; Product was accountable; Pricing has its name as an alias",
        'Pricing: aliases with "Price List" and "Tariff", on the list of Product',
    ]


GUESSED = "probably renamed from {}, for the same roles hold the same letters"


def test_equal_claims_of_names_that_look_alike_are_a_guess() -> None:
    """It is said, and never gone and new."""
    for before, after in (
        ("Price Policy", "Policy of Prices"),
        ("Pricing", "Prices"),
        ("Budget", "Budgeting"),
    ):
        assert told(listed(f"{{name: {before}}}"), listed(f"{{name: {after}}}")) == [
            f"{after}: {GUESSED.format(before)}"
        ]


def test_equal_letters_of_one_role_alone_are_no_guess() -> None:
    """Most work has the same letters: what goes and what comes would seem one; of several roles they say more."""
    for before, after in (
        ("Onboarding", "Welcome"),
        ("Recipe Book", "Dog Food"),
        ("Onboarding for the New", "The Menu"),
    ):
        assert told(listed(f"{{name: {before}}}"), listed(f"{{name: {after}}}")) == [
            f"{after}: new; Product is accountable",
            f"{before}: gone; Product was accountable",
        ]
    both = "{{name: {}, with: {{sales: C}}}}"
    sales = "\n  sales: {name: Sales}"
    before, after = (listed(both.format(name)) + sales for name in ("Onboarding", "Welcome"))
    assert told(before, after) == [f"Welcome: {GUESSED.format('Onboarding')}"]


def test_among_equal_claims_words_in_common_decide() -> None:
    """What has none and is alone is the rest; of several without, none is guessed."""
    before = listed("{name: Price List}", "{name: Road Map}")
    after = listed("{name: Map of Roads}", "{name: List of Prices}")
    assert told(before, after) == [
        "List of Prices: probably renamed from Price List, for the same roles hold the same letters",
        "Map of Roads: probably renamed from Road Map, for the same roles hold the same letters",
    ]
    unlike = told(before, listed("{name: Forecast}", "{name: Budget}"))
    assert [each.partition(";")[0] for each in unlike] == [
        "Budget: new",
        "Forecast: new",
        "Price List: gone",
        "Road Map: gone",
    ]


def test_other_letters_are_another_thing() -> None:
    """Then what went and what came are told."""
    assert told(listed("{name: Pricing}"), listed("{name: Price Policy, letters: R}")) == [
        "Price Policy: new, and nobody is accountable",
        "Pricing: gone; Product was accountable",
    ]


def test_a_role_with_another_name_and_id_keeps_its_work() -> None:
    """With an alias it is known; without, the same letters for the same work are a guess."""
    before = listed("{name: Pricing}")
    after = HEAD + "head: {name: Head of Product, %sresponsibilities: [{name: Pricing}]}"
    assert told(before, after % "aliases: [Product], ") == ["Head of Product: renamed from Product"]
    assert told(before, after % "") == [
        "Head of Product: probably renamed from Product, for it holds the same letters for the same work"
    ]


def test_a_role_that_only_others_give_letters_is_known_by_them() -> None:
    """By several, or by one and the person; with neither it is gone, and the other new."""
    text = (
        HEAD + "product: {{name: Product, responsibilities: [{{name: Pricing, with: {{{id}: C}}}}{more}]}}\n"
        "  {id}: {{name: {name}{people}}}\n"
    )
    waiter, server = {"id": "waiter", "name": "Waiter"}, {"id": "server", "name": "Server"}
    renamed = ["Server: probably renamed from Waiter, for it holds the same letters for the same work"]
    eva = {"people": ", people: [Eva]", "more": ""}
    assert told(text.format(**waiter, **eva), text.format(**server, **eva)) == renamed
    several = {"people": "", "more": ", {{name: Menu, with: {{{id}: I}}}}"}
    before, after = (
        text.format(**each, people="", more=several["more"].format(**each)) for each in (waiter, server)
    )
    assert told(before, after) == renamed
    one = {"people": "", "more": ""}
    assert "Waiter: role gone" in told(text.format(**waiter, **one), text.format(**server, **one))


def test_other_people_with_the_same_work_are_a_handover() -> None:
    """Where both sides say who holds it, and nobody is in both."""
    before = HEAD + "product: {name: Product, people: [Ana], responsibilities: [{name: Pricing}]}"
    after = HEAD + "head: {name: Head of Product, people: [Ben], responsibilities: [{name: Pricing}]}"
    assert told(before, after) == [
        "Pricing: accountable moved from Product to Head of Product",
        "Head of Product: new role; Ben holds it",
        "Product: role gone; it was accountable for 1 piece of work",
    ]
    both = after.replace("[Ben]", "[Ana, Ben]")
    assert told(before, both)[0].startswith("Head of Product: probably renamed from Product")


def test_a_renamed_role_is_the_same_in_agreements_and_lines() -> None:
    """What refers to it by its new id has not changed."""
    text = (
        HEAD + "{role}: {{name: {name}, responsibilities: [{{name: Pricing}}]}}\n"
        "  sales: {{name: Sales, reports_to: {role}, responsibilities: [{{name: Pricing}}]}}\n"
        "overlaps:\n  prices: {{name: Prices, sides: {{{role}: Few., sales: Many.}}, work: [Pricing],\n"
        "    agreement: {{accountable: {role}, because: So., escalation: [{role}], others: {{sales: C}}}}}}\n"
    )
    before, after = text.format(role="product", name="Product"), text.format(role="head", name="Product")
    assert told(before, after) == ["Product: has the id head instead of product"]


def test_overlaps_without_a_name_are_paired_by_where_roles_meet() -> None:
    """The same sides and work under another id."""
    text = (
        HEAD + "product: {{name: Product, responsibilities: [{{name: Pricing}}]}}\n  sales: {{name: Sales}}\n"
        "overlaps:\n  {id}: {{name: {name}, sides: {{product: Few., sales: Many.}}, work: [Pricing], tension: Rebates.}}\n"
    )
    before, after = text.format(id="prices", name="Prices"), text.format(id="rebates", name="Rebates")
    assert told(before, after) == [
        "Rebates: probably renamed from Prices, for the same roles meet on the same work"
    ]
