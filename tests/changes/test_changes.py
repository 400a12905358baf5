"""Whatever changes in meaning is found, as what it is; what does not, is not."""

from __future__ import annotations

import functools
import random
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from broken import broken, meaning
from hypothesis import given, settings
from hypothesis import strategies as st
from made import OF_FIELDS, OF_KINDS, Made
from raci.changes.changes import changes_between
from raci.changes.kinds import ChangeKind
from raci.changes.sides import sides_of
from raci.errors import RaciError
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import nothing
from worlds import World, agreement, changed, graph, house, overlap, role

from conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.changes.records import Changes

BEFORE = graph(house())
_NOT_OF_ITS_OWN = {"version"}


def kinds(found: Changes) -> list[str]:
    """Return the kinds of changes, sorted."""
    return sorted(each.kind for each in found.changes)


def mirrored(found: Changes) -> list[tuple[str, Any]]:
    """Return what changes are the other way round: their kinds, and what was and is."""
    return sorted(
        (ChangeKind(each.kind).mirror.value, repr((each.thing, each.field, each.after, each.before)))
        for each in found.changes
    )


def whom(found: Changes, now: Callable[[str], str]) -> Counter[Any]:
    """Return whose each change is, and whom it concerns, by the ids that roles have on one of the sides."""
    return Counter(
        (each.thing, each.field, each.role and now(each.role), frozenset(map(now, each.concerns)))
        for each in found.changes
    )


@pytest.mark.parametrize("made", OF_FIELDS, ids=lambda made: f"{made.entry.__name__}-{made.field}")
def test_no_field_changes_unseen(made: Made) -> None:
    """A change of any field of any entry is found, as what it is and nothing else."""
    if made.kinds:
        assert kinds(changes_between(BEFORE, graph(changed(made.act)))) == sorted(made.kinds)


def test_every_field_is_changed_here() -> None:
    """A field that comes new has to be found as well."""
    entries = {made.entry for made in OF_FIELDS}
    fields = {(each.__name__, field) for each in entries for field in each.model_fields}
    made = {(each.entry.__name__, each.field) for each in OF_FIELDS}
    assert {each for each in fields if each[1] not in _NOT_OF_ITS_OWN} == made


@pytest.mark.parametrize(
    ("act", "found"), [each[1:] for each in OF_KINDS], ids=[each[0] for each in OF_KINDS]
)
def test_a_change_is_found_as_what_it_is(act: Any, found: tuple[ChangeKind, ...]) -> None:
    """So is one that takes several fields, and nothing else is."""
    assert kinds(changes_between(BEFORE, graph(changed(act)))) == sorted(found)


def _sentences(act: Any, of: Any = lambda _: None) -> list[str]:
    return [each.sentence for each in changes_between(graph(changed(of)), graph(changed(act))).changes]


def test_an_agreement_without_a_reason_is_a_proposal() -> None:
    """It settles nothing, and says so when it comes and when it goes."""

    def proposed(world: World) -> None:
        overlap(world, "open-point")["agreement"] = {"accountable": "sales"}

    assert _sentences(proposed) == [
        "Open point: agreement proposed: Sales; without a reason it settles nothing"
    ]
    assert _sentences(lambda _: None, proposed) == ["Open point: agreement no longer proposed"]


def test_an_agreement_for_all_is_told_from_one_for_some_work() -> None:
    """Also where both name the same role."""
    assert _sentences(lambda world: agreement(world).update(accountable="sales")) == [
        "Launches: agreement changed: Sales for all that needs one instead of Sales for Launch"
    ]


def test_work_that_is_given_up_on_purpose_says_why() -> None:
    """Nobody is accountable then, and that was decided."""

    def given_up(world: World) -> None:
        role(world, "support")["responsibilities"].clear()
        world["unowned"].append({"name": "Help Desk", "because": "The vendor does it."})

    assert _sentences(given_up) == [
        "Help Desk: Support is no longer accountable",
        "Help Desk: nobody owns it, on purpose: The vendor does it.",
    ]


def test_one_edit_is_told_once() -> None:
    """Without the area that an entry for unowned work leaves out, and with those together who stay the same."""

    def given_up(world: World) -> None:
        role(world)["responsibilities"].pop(0)
        world["overlaps"].pop("words")
        world["unowned"].append({"name": "Pricing", "because": "The market does it."})

    told = [each for each in _sentences(given_up) if each.startswith("Pricing")]
    assert not any("area" in each for each in told)

    def shared(world: World) -> None:
        role(world, "sales")["responsibilities"].append({"name": "Roadmap", "letters": "AR"})

    def settled(world: World) -> None:
        role(world, "support")["responsibilities"].append({"name": "Roadmap", "letters": "A"})
        role(world, "sales")["responsibilities"].append({"name": "Roadmap", "letters": "R"})
        role(world)["responsibilities"][1]["letters"] = "R"

    assert _sentences(settled, shared)[0] == (
        "Roadmap: no longer contested: Support is accountable, of Product Manager and Sales; Product Manager "
        "and Sales stay responsible"
    )


def test_what_moved_to_another_list_was_on_neither_before_and_after() -> None:
    """Its kind and its texts are told without a list, and of both roles; the same from either side."""

    def act(world: World) -> None:
        role(world)["deliverables"].clear()
        role(world)["responsibilities"][0].pop("produces")
        world["overlaps"].pop("words")
        role(world, "marketing")["responsibilities"].append({"name": "Price List", "letters": "AR"})

    def of(before: World, after: World) -> dict[str, tuple[Any, ...]]:
        found = changes_between(graph(before), graph(after)).changes
        return {
            each.kind + (each.field or ""): (each.said, each.role, {*each.concerns})
            for each in found
            if each.name == "Price List"
        }

    there, back = of(house(), changed(act)), of(changed(act), house())
    both = None, {"pm", "marketing"}
    assert there["work-kind-changed"] == ("now a responsibility instead of a deliverable", *both)
    assert there["text-changedsummary"] == ("summary taken out", *both)
    assert back["text-changedsummary"] == ("summary added", *both)
    assert {kind: told[1:] for kind, told in there.items()} == {kind: told[1:] for kind, told in back.items()}


def test_contested_work_may_stay_so_between_others() -> None:
    """Three, then two of them and a fourth."""

    def contested(*roles: str) -> Any:
        def act(world: World) -> None:
            for each in roles:
                role(world, each).setdefault("responsibilities", []).append({"name": "Brand", "letters": "A"})

        return act

    assert _sentences(contested("pm", "ceo"), contested("pm", "sales", "support")) == [
        "Brand: still contested, now between Chief Executive and Product Manager instead of Product Manager, "
        "Sales and Support"
    ]
    assert _sentences(contested("pm"), contested("pm", "sales")) == [
        "Brand: no longer contested: Product Manager is accountable, of Product Manager and Sales"
    ]


def test_every_kind_is_made_here() -> None:
    """Each kind, or its mirror, is what some change is found as."""
    made = {kind for each in OF_FIELDS for kind in each.kinds} | {
        kind for each in OF_KINDS for kind in each[2]
    }
    assert {*ChangeKind} == made | {each.mirror for each in made}


def _all(acts: list[Any]) -> World:
    def act(world: World) -> None:
        for each in acts:
            try:
                each(world)
            except (
                AttributeError,
                KeyError,
                StopIteration,
                TypeError,
                ValueError,
            ):  # what it is about was changed away before
                continue

    return changed(act)


ACTS = [*(each.act for each in OF_FIELDS if each.kinds), *(each[1] for each in OF_KINDS)]


def _graph(world: World) -> OwnershipGraph | None:
    try:
        return graph(world)
    except RaciError:
        return None


@settings(max_examples=150)
@given(st.lists(st.sampled_from(ACTS), min_size=1, max_size=6), st.lists(st.sampled_from(ACTS), max_size=3))
def test_a_difference_is_seen_from_both_sides(one: list[Any], other: list[Any]) -> None:
    """From B to A it is the mirror of what it is from A to B."""
    before, after = _graph(_all(one)), _graph(_all(other))
    if before is None or after is None:
        return
    there, back = changes_between(before, after), changes_between(after, before)
    assert Counter(kinds(there)) == Counter(kind for kind, _ in mirrored(back))
    places = Counter(
        (each.before and each.before.line, each.after and each.after.line) for each in there.changes
    )
    assert places == Counter(
        (each.after and each.after.line, each.before and each.before.line) for each in back.changes
    )


@settings(max_examples=100)
@given(st.lists(st.sampled_from(ACTS), max_size=5), st.randoms(use_true_random=False))
def test_order_is_no_change(acts: list[Any], chance: random.Random) -> None:
    """Entries, keys, lists and letters in another order say the same; people and escalation do not."""
    world = _all(acts)
    before, after = _graph(world), _graph(shuffled(world, chance))
    if before and after:
        assert changes_between(before, before).changes == ()
        assert changes_between(before, after).changes == ()


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    """Return the same in another order."""
    if isinstance(value, dict):
        items = [(each, shuffled(inner, chance, each)) for each, inner in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list) and key not in {"people", "escalation"}:
        values = [shuffled(each, chance) for each in value]
        chance.shuffle(values)
        return values
    if key == "letters":
        return "/".join(reversed(value))
    return value


@functools.cache
def _registers() -> tuple[World, ...]:
    files = ("data/responsibilities.yaml", "tests/registers/hotel.yaml", "tests/registers/hospital_ward.yaml")
    texts = [(PROJECT / file).read_text("utf-8") for file in files]
    return (house(), *(yaml.load(each, yaml.CBaseLoader) for each in texts))  # noqa: S506 - it makes texts only


@settings(max_examples=100)
@given(st.integers(0, 3), st.randoms(use_true_random=False))
def test_there_is_a_change_just_where_the_meaning_differs(number: int, chance: random.Random) -> None:
    """Of registers that are changed at random, and from either side alike."""
    world = _registers()[number]
    before, after = _graph(world), _graph(broken(world, chance))
    if before is None or after is None:
        return
    there, back = changes_between(before, after), changes_between(after, before)
    assert bool(there.changes) == (meaning(before) != meaning(after))
    assert Counter(kinds(there)) == Counter(kind for kind, _ in mirrored(back))
    now = sides_of(before, after).roles.now
    assert whom(there, now) == whom(back, now)


def test_the_page_lists_the_kinds() -> None:
    """All of them, by weight."""
    table = (PROJECT / "docs" / "changes.md").read_text("utf-8").partition("| kind |")[2].partition("\n\n")[0]
    told = [kind for row in table.splitlines() for kind in re.findall(r"`([a-z-]+)`", row.split("|")[1:2][0])]
    assert [kind for kind in told if kind in {*ChangeKind}] == [*ChangeKind]


def test_a_register_is_held_against_no_files() -> None:
    """All of it has come, or is gone: each thing once, and nothing of its texts."""
    empty = OwnershipGraph(nothing(BEFORE.register.scheme))
    come, gone = changes_between(empty, BEFORE), changes_between(BEFORE, empty)
    assert mirrored(come) == sorted(
        (each.kind, repr((each.thing, each.field, each.before, each.after))) for each in gone.changes
    )
    register = BEFORE.register
    things = len(register.work) + len(register.roles) + len(register.overlaps) + len(register.practices)
    assert sum(kind.endswith(("-added", "-opened")) for kind in kinds(come)) == things
