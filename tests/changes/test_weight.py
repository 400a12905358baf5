"""What comes first among changes, and what is counted in the first line."""

from __future__ import annotations

from raci.changes.changes import changes_between
from raci.views.changes_wording import grouped, in_numbers
from worlds import World, changed, graph, house, role, work


def _contested(world: World, name: str) -> None:
    for each in ("pm", "sales"):
        role(world, each)["responsibilities"].append({"name": name, "letters": "A"})


def test_new_work_that_is_contested_comes_with_the_contested() -> None:
    """It is counted as such, and told before letters; so is what nobody was accountable for."""

    def act(world: World) -> None:
        _contested(world, "Wine List")
        work(world, "Pricing")["with"]["support"] = "R"

    found = changes_between(graph(house()), graph(changed(act)))
    assert [each.name for each in found.changes] == ["Wine List", "Pricing"]
    assert in_numbers(found) == "2 changes from before to after: 1 newly contested and 1 other."
    assert [heading for heading, _ in grouped(found.changes)] == ["Who is accountable", "Letters and claims"]
    nobody = changed(
        lambda world: role(world, "cpo").update(responsibilities=[{"name": "Car Wash", "letters": "R"}])
    )
    several = changed(lambda world: _contested(world, "Car Wash"))
    found = changes_between(graph(nobody), graph(several))
    assert in_numbers(found) == "2 changes from before to after: 1 newly contested and 1 other."


def test_more_and_fewer_who_contest_are_counted_as_such() -> None:
    """Nothing moved, and nothing is new."""
    two = changed(lambda world: _contested(world, "Wine List"))
    three = changed(lambda world: _contested(world, "Wine List"))
    role(three, "support")["responsibilities"].append({"name": "Wine List", "letters": "A"})
    assert "1 contested by more" in in_numbers(changes_between(graph(two), graph(three)))
    assert "1 contested by fewer" in in_numbers(changes_between(graph(three), graph(two)))


def test_who_does_work_comes_before_who_is_asked_or_told() -> None:
    """Of the letters that changed, whichever name comes first."""

    def act(world: World) -> None:
        work(world, "Contracts", "sales")["with"] = {"pm": "C", "support": "C"}
        work(world, "Launch", "marketing")["with"] = {"cpo": "I"}
        work(world, "Roadmap")["with"] = {"support": "R"}

    found = changes_between(graph(house()), graph(changed(act)))
    assert [each.said.partition(" is now ")[2] for each in found.changes] == [
        "responsible",
        "consulted",
        "informed",
    ]
