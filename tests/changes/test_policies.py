"""What a check does not let pass, and what it does although it is not as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from raci.changes.changes import changes_between
from raci.changes.kinds import ChangeKind
from raci.changes.policies import POLICIES, against
from worlds import World, changed, graph, house, role, work

if TYPE_CHECKING:
    from collections.abc import Callable


def held(policy: str, before: World, after: World) -> list[str]:
    """Return the names of what a policy does not let pass."""
    graphs = graph(before), graph(after)
    found = changes_between(*graphs).changes
    return [each.name for each in against(policy, found, *graphs)]


def claim(name: str, letters: str = "AR", id_: str = "support") -> Callable[[World], Any]:
    """Put work on a role's list."""
    return lambda world: (
        role(world, id_).setdefault("responsibilities", []).append({"name": name, "letters": letters})
    )


@pytest.mark.parametrize(
    ("change", "contested", "unowned"),
    [
        (claim("Pricing"), ["Pricing"], []),
        (lambda world: role(world, "support").pop("responsibilities"), [], []),  # gone with whose it was
        (lambda world: work(world, "Roadmap").update(letters="R"), [], ["Roadmap"]),
        (claim("Car Wash", "R"), [], ["Car Wash"]),
        (lambda world: [claim("Car Wash", id_=each)(world) for each in ("pm", "support")], ["Car Wash"], []),
        (lambda world: world["unowned"].clear(), [], []),
        (lambda world: world["unowned"].append({"name": "Bins", "because": "The city does."}), [], []),
        (lambda world: work(world, "Roadmap").update(summary="Other."), [], []),
    ],
)
def test_work_that_is_left_contested_or_unowned(
    change: Callable[[World], Any], contested: list[str], unowned: list[str]
) -> None:
    """Also work that came that way; not what has no owner on purpose."""
    assert held("contested", house(), changed(change)) == contested
    assert held("unowned", house(), changed(change)) == unowned


def test_what_was_so_before_is_not_held_against_who_changes_something_else() -> None:
    """Who adds whom to inform of contested work did not make it contested."""
    before = changed(claim("Pricing"))
    after = changed(claim("Pricing"))
    work(after, "Pricing").update(summary="Other.", letters="A", **{"with": {"sales": "I"}})
    assert len(changes_between(graph(before), graph(after)).changes) > 1
    assert held("contested", before, after) == []


def test_who_joins_those_who_contest_work_makes_it_worse() -> None:
    """It is contested by more; who leaves them does not."""
    before, more = changed(claim("Pricing")), changed(claim("Pricing"))
    claim("Pricing", "A", "cpo")(more)
    assert held("contested", before, more) == ["Pricing"]
    assert held("contested", more, before) == []
    told = changes_between(graph(before), graph(more)).changes
    assert [each.said for each in told] == [
        "contested by more: Chief Product Officer, Product Manager and Support are all accountable, where it "
        "was Product Manager and Support"
    ]
    back = changes_between(graph(more), graph(before)).changes
    assert [each.said for each in back] == [
        "contested by fewer: Product Manager and Support are both accountable, of Chief Product Officer, "
        "Product Manager and Support"
    ]


def test_an_agreement_goes_and_comes_with_its_overlap() -> None:
    """Of one with a reason; what only proposes settled nothing."""
    gone = changed(lambda world: world["overlaps"].pop("launches"))
    assert held("agreement-ended", house(), gone) == ["Launches"]
    assert held("agreement-made", gone, house()) == ["Launches"]
    assert held("agreement-ended", gone, house()) == []
    assert held("agreement-ended", house(), changed(lambda world: world["overlaps"].pop("words"))) == []


@pytest.mark.parametrize("kind", sorted(set(ChangeKind) - {ChangeKind.CONTESTED}))
def test_each_kind_is_a_policy(kind: ChangeKind) -> None:
    """It lets pass whatever is of another kind."""
    assert kind in POLICIES
    after = changed(lambda world: role(world).update(name="Head of Product", contact="#other"))
    found = {"role-renamed", "contact-changed"} & {kind}
    assert held(kind, house(), after) == ["Head of Product"] * len(found)
