"""Whom a change concerns, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from raci.changes.changes import changes_between
from worlds import agreement, changed, graph, house, overlap, role, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.changes.records import Changes, Concerned

BEFORE = graph(house())


def whys(group: tuple[Concerned, ...]) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Return roles, each with why."""
    return [(each.role, [(reason.why, reason.on) for reason in each.reasons]) for each in group]


def after(act: object) -> Changes:
    """Return what changed by something that is done to the house."""
    return changes_between(BEFORE, graph(changed(act)))  # type: ignore[arg-type]


def test_who_loses_and_gains_and_is_asked_and_told() -> None:
    """Of work that goes to another role, with people and contacts; who gains is not asked again."""

    def act(world: dict[str, object]) -> None:
        role(world)["responsibilities"].remove(pricing := work(world, "Pricing"))
        role(world, "marketing")["responsibilities"].append(pricing)

    found = after(act)
    assert whys(found.affected) == [
        ("pm", [("loses-accountable", ("Pricing",)), ("loses-responsible", ("Pricing",))]),
        ("marketing", [("gains-accountable", ("Pricing",)), ("gains-responsible", ("Pricing",))]),
    ]
    assert whys(found.ask) == [("sales", [("consulted", ("Pricing",))])]
    assert whys(found.tell) == [("support", [("informed", ("Pricing",))])]
    loses = found.affected[0]
    assert [(each.name, each.contact) for each in loses.people] == [("Ana", "@ana"), ("Ben", None)]
    assert loses.contact == "#product"


def test_who_was_consulted_is_asked_as_well() -> None:
    """Whoever no longer is has something to say to that."""
    found = after(lambda world: work(world, "Pricing")["with"].pop("sales"))
    assert whys(found.ask) == [
        ("pm", [("accountable", ("Pricing",))]),
        ("sales", [("consulted", ("Pricing",))]),
    ]


def people(found: tuple[Concerned, ...]) -> dict[str, list[str]]:
    """Return roles, each with who is named for it."""
    return {each.role: [person.name for person in each.people] for each in found}


def test_who_loses_is_who_held_the_role_before() -> None:
    """And who gains holds it after; who is asked may be either."""

    def act(world: dict[str, object]) -> None:
        role(world)["responsibilities"].remove(pricing := work(world, "Pricing"))
        role(world, "sales")["responsibilities"].append({**pricing, "with": {"support": "I"}})
        role(world).update(people=["Eva"], contact="#eva")
        role(world, "sales")["people"] = ["Dora"]

    found = after(act)
    assert people(found.affected) == {"pm": ["Ana", "Ben"], "sales": ["Dora"]}
    assert found.affected[0].contact == "#product"
    assert people(found.ask)["pm"] == ["Eva", "Ana", "Ben"]
    assert people(found.tell) == {"support": [], "pm": ["Eva", "Ana", "Ben"]}
    assert found.tell[1].contact == "#eva"


@pytest.mark.parametrize(
    "act",
    [
        lambda world: work(world, "Pricing")["with"].update(marketing="R"),
        lambda world: work(world, "Pricing").update(area="Money"),
        lambda world: work(world, "Pricing").update(name="Price Policy", aliases=["Pricing"]),
    ],
)
def test_who_is_accountable_is_asked_about_its_work(act: Callable[[dict[str, object]], object]) -> None:
    """Whatever changes of it, but its texts."""
    found = changes_between(BEFORE, graph(changed(lambda world: [world.pop("overlaps"), act(world)])))
    assert ("pm", "accountable") in [(each.role, each.reasons[0].why) for each in found.ask]


@pytest.mark.parametrize(
    ("act", "ask", "tell"),
    [
        (lambda world: role(world).update(people=["Eva"]), {"pm": "holders"}, {}),
        (
            lambda world: role(world).update(reports_to="ceo"),
            {"pm": "reporting", "cpo": "reporting", "ceo": "reporting"},
            {},
        ),
        (lambda world: role(world).update(contact="#eva"), {}, {"pm": "contact"}),
        (
            lambda world: overlap(world)["work"].append("Help Desk"),
            {"sales": "in-overlap", "marketing": "in-overlap", "support": "in-overlap"},
            {},
        ),
        (
            lambda world: overlap(world)["sides"].update(support="Well."),
            {"sales": "in-overlap", "marketing": "in-overlap", "support": "in-overlap"},
            {},
        ),
        (
            lambda world: world.update(scheme="raci"),
            {},
            dict.fromkeys(("pm", "sales", "marketing", "support"), "scheme"),
        ),
    ],
)
def test_changes_that_are_not_of_work_concern_somebody(
    act: Callable[[dict[str, object]], object], ask: dict[str, str], tell: dict[str, str]
) -> None:
    """Who holds a role, to whom it reports, how it is reached; who meets where; what letters mean."""

    def house_of_raci(world: dict[str, object]) -> dict[str, object]:
        work(world, "Trade Fair", "marketing").pop("with")
        return world

    before, after_ = changed(house_of_raci), changed(lambda world: act(house_of_raci(world)))
    found = changes_between(graph(before), graph(after_))
    assert found.affected == ()
    assert {each.role: each.reasons[0].why for each in found.ask} == ask
    assert {each.role: each.reasons[0].why for each in found.tell} == tell


def test_who_is_accountable_already_is_asked_where_another_comes() -> None:
    """It is contested then."""
    found = after(
        lambda world: role(world, "sales")["responsibilities"].append({"name": "Roadmap", "letters": "A"})
    )
    assert whys(found.affected) == [("sales", [("gains-accountable", ("Roadmap",))])]
    assert whys(found.ask) == [("pm", [("contested", ("Roadmap",))])]


def test_who_is_in_an_agreement_is_asked() -> None:
    """Sides, and whom it names."""
    found = after(lambda world: agreement(world).update(review="2027-01-01"))
    assert whys(found.ask) == [
        ("marketing", [("in-agreement", ("Launches",))]),
        ("sales", [("in-agreement", ("Launches",))]),
    ]


def test_a_text_concerns_nobody() -> None:
    """Nobody is asked about a summary."""
    found = after(lambda world: work(world, "Pricing").update(summary="Other."))
    assert (found.count, found.affected, found.ask, found.tell) == (1, (), (), ())


def test_who_held_what_is_gone_loses_it() -> None:
    """Those who were asked about it and told of it are, one last time."""

    def act(world: dict[str, object]) -> None:
        role(world)["deliverables"].clear()
        work(world, "Pricing").pop("produces")
        world["overlaps"].pop("words")  # type: ignore[attr-defined]

    found = after(act)
    assert whys(found.affected)[0] == (
        "pm",
        [("loses-accountable", ("Price List",)), ("loses-responsible", ("Price List",))],
    )
    assert whys(found.ask) == [
        ("pm", [("accountable", ("Pricing",))]),
        ("sales", [("consulted", ("Price List", "Pricing"))]),
    ]
