"""Who hands over has nothing left, and nobody else loses or gains anything but who takes over."""

from __future__ import annotations

import json
import random
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from broken import broken
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.decisions.decision import CannotDecide
from raci.decisions.files import Files
from raci.decisions.handover import handover
from raci.errors import CannotEdit
from raci.graph.ownership import OwnershipGraph
from raci.loading.amending import amended
from raci.loading.load import read_files
from raci.model.limits import DEFAULT_LIMITS
from worlds import World, house

from builders import files_of
from conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LAYOUTS: Mapping[str, Callable[[World], str]] = {
    "lines": lambda world: str(yaml.safe_dump(world, sort_keys=False)),
    "brackets": lambda world: str(yaml.safe_dump(world, sort_keys=False, default_flow_style=None)),
    "json": lambda world: json.dumps(world, indent=1),
}


def registers() -> tuple[World, ...]:
    """Return registers as plain data."""
    texts = [
        (PROJECT / "tests/registers" / f"{name}.yaml").read_text("utf-8")
        for name in ("hotel", "hospital_ward")
    ]
    return (house(), *(yaml.load(each, yaml.CBaseLoader) for each in texts))  # noqa: S506 - it makes texts only


def after(text: str, one: str, to: str) -> tuple[OwnershipGraph, OwnershipGraph] | None:
    """Return the graphs before and after a handover in the file's text; None where it is refused."""
    files = files_of(text)
    loaded = read_files(files, keep_texts=True)
    graph = OwnershipGraph(loaded.register)
    try:
        decision = handover(graph, Files(loaded.texts), one, to)
        made = amended(files, loaded, decision.changes, DEFAULT_LIMITS, "english").loaded
    except CannotDecide:
        return None
    assert not made.findings
    assert decision.keeps_meaning(loaded.register, made.register)
    return graph, OwnershipGraph(made.register)


def holds(before: OwnershipGraph, then: OwnershipGraph, one: str, to: str) -> None:
    """Assert what handing over promises."""
    assert then.work_with(one) == ()
    assert not then.is_mentioned(one)
    assert all(one not in each.agreement.others for each in then.register.overlaps.values() if each.agreement)
    assert {*then.register.work} == {*before.register.work}
    for work in before.register.work:
        was, is_ = before.letters(work), then.letters(work)
        for role in before.register.roles:
            if role not in {one, to}:
                assert was.get(role, ()) == is_.get(role, ()), (work, role)
    for role, was_one in before.register.roles.items():
        is_one = then.register.roles[role]
        if role != to and one not in {was_one.reports_to, was_one.deputy}:
            assert (was_one.reports_to, was_one.deputy) == (is_one.reports_to, is_one.deputy)
    assert {*then.reporting_loops()} <= {*before.reporting_loops()}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("number", range(3))
def test_one_role_to_another(number: int, layout: str) -> None:
    """However the file is laid out."""
    world = registers()[number]
    text, pairs = LAYOUTS[layout](world), [*permutations(sorted(world["roles"]), 2)]
    chosen = random.Random(number).sample(pairs, 12)  # noqa: S311 - the same each time
    found = [(graphs, one, to) for one, to in chosen if (graphs := after(text, one, to))]
    assert len(found) > len(chosen) // 2
    for graphs, one, to in found:
        holds(*graphs, one, to)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_where_work_lies_goes_along(layout: str) -> None:
    """Where both have an entry for it, each path and link once."""
    shop, card = "https://example.org/shop", {"url": "https://example.org/card", "title": "Card"}
    cook = {"name": "Menu", "paths": ["menu/", "Menu/"], "links": [shop, card]}
    lists = {"cook": cook, "buyer": {"name": "Menu", "paths": ["menu/"], "links": [shop], "letters": "C"}}
    roles = {id_: {"name": id_.title(), "deliverables": [entry]} for id_, entry in lists.items()}
    graphs = after(LAYOUTS[layout]({"version": "1", "roles": roles}), "cook", "buyer")
    assert graphs is not None
    (claim,) = graphs[1].claims("menu")
    assert claim.entry.paths == ("menu/", "Menu/")
    assert [(each.url, each.title) for each in claim.entry.links] == [(shop, None), tuple(card.values())]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "steps", [["one", "to"], ["to", "one"], ["to", "one", "to"], ["one", "x", "to", "one"]]
)
def test_nobody_is_turned_to_twice(layout: str, steps: list[str]) -> None:
    """Whoever takes over comes where the first of the two was."""
    overlap = {"work": ["Menu"], "agreement": {"accountable": "x", "because": "So.", "escalation": steps}}
    roles = {id_: {"name": id_.title(), "deliverables": [{"name": "Menu"}]} for id_ in ("x", "y")}
    roles |= {id_: {"name": id_.title(), "deliverables": [{"name": f"Of {id_}"}]} for id_ in ("one", "to")}
    world = {"version": "1", "roles": roles, "overlaps": {"menu": overlap}}
    graphs = after(LAYOUTS[layout](world), "one", "to")
    assert graphs is not None
    agreement = graphs[1].register.overlaps["menu"].agreement
    assert agreement is not None
    assert agreement.escalation == tuple(dict.fromkeys("to" if each == "one" else each for each in steps))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2),
    st.sampled_from(sorted(LAYOUTS)),
    st.integers(1, 4),
    st.randoms(use_true_random=False),
)
def test_whatever_the_register_says(number: int, layout: str, times: int, chance: random.Random) -> None:
    """Also in registers that are changed at random, as far as they are valid."""
    world: Any = registers()[number]
    for _ in range(times):
        world = broken(world, chance)
    text = LAYOUTS[layout](world)
    if read_files(files_of(text)).findings:
        return
    roles = sorted(world.get("roles", ()))
    if len(roles) < 2:
        return
    one, to = chance.sample(roles, 2)
    try:
        graphs = after(text, one, to)
    except CannotEdit:  # then it is shown how to write it by hand
        return
    if graphs:
        holds(*graphs, one, to)
