"""Changes to make to the register of `worlds`, with the kinds that each is to be found as, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

from raci.changes.kinds import ChangeKind as Kind
from raci.model.entries import DeliverableEntry, OwnershipFile, ResponsibilityEntry, RoleEntry, UnownedEntry
from raci.model.entry import Entry, Link, PersonEntry, Source
from raci.model.overlap_entries import AgreementEntry, OverlapEntry, PracticeEntry
from worlds import World, agreement, overlap, role, work

Act = Callable[[World], Any]


class Made(NamedTuple):
    """A change: of which field of which entry, what is done, and what is found."""

    entry: type[Entry]
    field: str
    act: Act
    kinds: tuple[Kind, ...]


def _set(find: Act, field: str, value: Any) -> Act:
    return lambda world: find(world).update({field: copy.deepcopy(value)})


def _drop(find: Act, field: str) -> Act:
    return lambda world: find(world).pop(field)


def _pricing(world: World) -> World:
    return work(world, "Pricing")


def _price_list(world: World) -> World:
    return work(world, "Price List")


def _words(world: World) -> World:
    return overlap(world, "words")


def _one_thing(world: World) -> World:
    return overlap(world, "one-thing")


def _practice(world: World) -> World:
    return world["practices"]["review"]  # type: ignore[no-any-return]


def _unowned(world: World) -> World:
    return world["unowned"][0]  # type: ignore[no-any-return]


def _source(find: Act) -> Act:
    return lambda world: find(world)["source"]


def _renamed_role(world: World) -> None:
    """Give a role another id, everywhere."""
    world["roles"]["cpo2"] = {**world["roles"].pop("cpo"), "name": "Chief Product Officer"}
    for each in ("pm", "sales", "marketing"):
        role(world, each)["reports_to"] = "cpo2"
    agreement(world)["escalation"] = ["cpo2", "ceo"]


def _tense(world: World) -> None:
    """End an agreement that settles nothing, and say what pulls the sides apart."""
    overlap(world, "fairs").pop("agreement")
    overlap(world, "fairs")["tension"] = "Who?"


def _renamed_overlap(world: World) -> None:
    world["overlaps"]["apart"] = world["overlaps"].pop("words")


def _renamed_practice(world: World) -> None:
    world["practices"]["weekly"] = world["practices"].pop("review")
    agreement(world)["practices"] = ["weekly"]


def _moved(world: World) -> None:
    role(world)["responsibilities"].remove(roadmap := work(world, "Roadmap"))
    role(world, "sales")["responsibilities"].append(roadmap)


def _listed(world: World, who: str, name: str, letters: str) -> None:
    role(world, who).setdefault("responsibilities", []).append({"name": name, "letters": letters})


def _handed_over(world: World) -> None:
    role(world)["responsibilities"].remove(pricing := work(world, "Pricing"))
    pricing.pop("produces")
    role(world)["deliverables"].append(pricing)


def _renamed_pricing(world: World) -> None:
    pricing = _pricing(world)
    pricing.update(name="Price Policy", aliases=[*pricing["aliases"], "Pricing"])
    _words(world)["work"][0] = "Price Policy"


def _link(world: World) -> Any:
    return _price_list(world)["links"][0]


TEXT = (Kind.TEXT_CHANGED,)
PATHS = (Kind.PATHS_CHANGED,)
LETTERS = (Kind.LETTERS_CHANGED,)
AGREEMENT = (Kind.AGREEMENT_CHANGED,)

OF_FIELDS = (
    Made(RoleEntry, "name", _set(role, "name", "Head of Product"), (Kind.ROLE_RENAMED,)),
    Made(RoleEntry, "aliases", _set(role, "aliases", ["PM"]), TEXT),
    Made(RoleEntry, "summary", _set(role, "summary", "Other."), TEXT),
    Made(RoleEntry, "focus", _drop(role, "focus"), TEXT),
    Made(RoleEntry, "analogy", _set(role, "analogy", "the poet"), TEXT),
    Made(RoleEntry, "people", _set(role, "people", ["Ana"]), (Kind.PEOPLE_CHANGED,)),
    Made(RoleEntry, "contact", _set(role, "contact", "#prices"), (Kind.CONTACT_CHANGED,)),
    Made(RoleEntry, "reports_to", _set(role, "reports_to", "ceo"), (Kind.REPORTS_TO_CHANGED,)),
    Made(RoleEntry, "deputy", _set(role, "deputy", "sales"), (Kind.DEPUTY_CHANGED,)),
    Made(RoleEntry, "source", _set(role, "source", "Wiki"), TEXT),
    Made(
        RoleEntry,
        "responsibilities",
        lambda world: role(world)["responsibilities"].append({"name": "Discounts"}),
        (Kind.WORK_ADDED,),
    ),
    Made(
        RoleEntry,
        "deliverables",
        lambda world: role(world)["deliverables"].append({"name": "Discount Table"}),
        (Kind.WORK_ADDED,),
    ),
    Made(
        PersonEntry, "name", lambda world: role(world)["people"][0].update(name="Ann"), (Kind.PEOPLE_CHANGED,)
    ),
    Made(
        PersonEntry,
        "until",
        lambda world: role(world)["people"][0].update(until="2027-01-31"),
        (Kind.PEOPLE_CHANGED,),
    ),
    Made(
        PersonEntry, "contact", lambda world: role(world)["people"][0].pop("contact"), (Kind.PEOPLE_CHANGED,)
    ),
    Made(Source, "title", _set(_source(role), "title", "Wiki"), TEXT),
    Made(Source, "url", _set(_source(_pricing), "url", "https://example.org/other"), TEXT),
    Made(ResponsibilityEntry, "name", _renamed_pricing, (Kind.WORK_RENAMED,)),
    Made(ResponsibilityEntry, "id", _set(_pricing, "id", "prices"), (Kind.WORK_RENAMED,)),
    Made(ResponsibilityEntry, "area", _set(_pricing, "area", "Money"), (Kind.AREA_CHANGED,)),
    Made(ResponsibilityEntry, "summary", _set(_pricing, "summary", "Other."), TEXT),
    Made(ResponsibilityEntry, "letters", _set(_pricing, "letters", "A"), LETTERS),
    Made(ResponsibilityEntry, "expects", _set(_pricing, "with", {"sales": "R", "support": "I"}), LETTERS),
    Made(ResponsibilityEntry, "aliases", _set(_pricing, "aliases", ["price policy"]), TEXT),
    Made(ResponsibilityEntry, "keywords", _set(_pricing, "keywords", ["rebate"]), TEXT),
    Made(ResponsibilityEntry, "paths", _set(_pricing, "paths", ["prices/"]), PATHS),
    Made(ResponsibilityEntry, "links", _set(_pricing, "links", ["https://example.org/prices"]), TEXT),
    Made(ResponsibilityEntry, "source", _drop(_pricing, "source"), TEXT),
    Made(ResponsibilityEntry, "produces", _drop(_pricing, "produces"), (Kind.PRODUCTS_CHANGED,)),
    Made(DeliverableEntry, "name", _set(_price_list, "id", "list"), (Kind.WORK_RENAMED,)),
    Made(DeliverableEntry, "id", _set(_price_list, "id", "list-of-prices"), (Kind.WORK_RENAMED,)),
    Made(DeliverableEntry, "area", _drop(_price_list, "area"), (Kind.AREA_CHANGED,)),
    Made(DeliverableEntry, "summary", _drop(_price_list, "summary"), TEXT),
    Made(DeliverableEntry, "letters", _set(_price_list, "letters", "R"), (Kind.ACCOUNTABLE_LOST,)),
    Made(DeliverableEntry, "expects", _drop(_price_list, "with"), LETTERS),
    Made(DeliverableEntry, "aliases", _set(_price_list, "aliases", ["tariff", "rates"]), TEXT),
    Made(DeliverableEntry, "keywords", _drop(_price_list, "keywords"), TEXT),
    Made(DeliverableEntry, "paths", _set(_price_list, "paths", ["prices/*.csv", "list.md"]), PATHS),
    Made(DeliverableEntry, "links", _drop(_price_list, "links"), TEXT),
    Made(Link, "url", lambda world: _link(world).update(url="https://example.org/new"), TEXT),
    Made(Link, "title", lambda world: _link(world).pop("title"), TEXT),
    Made(DeliverableEntry, "source", _set(_price_list, "source", "Wiki"), TEXT),
    Made(UnownedEntry, "name", _set(_unowned, "name", "Parking"), (Kind.WORK_RENAMED,)),
    Made(UnownedEntry, "because", _set(_unowned, "because", "The town does."), (Kind.UNOWNED_CHANGED,)),
    Made(UnownedEntry, "id", _set(_unowned, "id", "cars"), (Kind.WORK_RENAMED,)),
    Made(UnownedEntry, "area", _set(_unowned, "area", "Yard"), (Kind.AREA_CHANGED,)),
    Made(UnownedEntry, "summary", _set(_unowned, "summary", "Other."), TEXT),
    Made(UnownedEntry, "aliases", _drop(_unowned, "aliases"), TEXT),
    Made(UnownedEntry, "keywords", _drop(_unowned, "keywords"), TEXT),
    Made(UnownedEntry, "paths", _set(_unowned, "paths", ["parking/"]), PATHS),
    Made(UnownedEntry, "links", _set(_unowned, "links", ["https://example.org/lot"]), TEXT),
    Made(UnownedEntry, "source", _drop(_unowned, "source"), TEXT),
    Made(OverlapEntry, "name", _set(overlap, "name", "Starts"), (Kind.OVERLAP_RENAMED,)),
    Made(
        OverlapEntry,
        "sides",
        lambda world: overlap(world)["sides"].update(support="Quietly."),
        (Kind.OVERLAP_CHANGED,),
    ),
    Made(OverlapEntry, "sides", lambda world: overlap(world)["sides"].update(sales="Now."), TEXT),
    Made(OverlapEntry, "tension", _set(overlap, "tension", "Now, or never?"), TEXT),
    Made(OverlapEntry, "work", _set(overlap, "work", ["Launch", "Help Desk"]), (Kind.OVERLAP_CHANGED,)),
    Made(OverlapEntry, "agreement", _drop(lambda world: overlap(world, "fairs"), "agreement"), ()),
    Made(OverlapEntry, "distinct", _set(_words, "distinct", "One is a list."), TEXT),
    Made(OverlapEntry, "same", _set(_one_thing, "same", "Forecast"), (Kind.OVERLAP_CHANGED,)),
    Made(OverlapEntry, "because", _set(_one_thing, "because", "One thing."), TEXT),
    Made(OverlapEntry, "source", _drop(overlap, "source"), TEXT),
    Made(AgreementEntry, "accountable", _set(agreement, "accountable", "sales"), AGREEMENT),
    Made(AgreementEntry, "because", _set(agreement, "because", "They sell it."), AGREEMENT),
    Made(AgreementEntry, "others", _set(agreement, "others", {"marketing": "S"}), (*LETTERS, *AGREEMENT)),
    Made(AgreementEntry, "escalation", _set(agreement, "escalation", ["ceo", "cpo"]), AGREEMENT),
    Made(AgreementEntry, "practices", _set(agreement, "practices", ["walk"]), AGREEMENT),
    Made(AgreementEntry, "decided", _set(agreement, "decided", "2026-02-01"), (Kind.AGREEMENT_REVIEWED,)),
    Made(AgreementEntry, "review", _drop(agreement, "review"), (Kind.AGREEMENT_REVIEWED,)),
    Made(AgreementEntry, "source", _drop(agreement, "source"), TEXT),
    Made(PracticeEntry, "name", _set(_practice, "name", "Look"), (Kind.PRACTICE_RENAMED,)),
    Made(PracticeEntry, "cadence", _set(_practice, "cadence", "daily"), (Kind.PRACTICE_CHANGED,)),
    Made(PracticeEntry, "summary", _drop(_practice, "summary"), TEXT),
    Made(PracticeEntry, "source", _drop(_practice, "source"), TEXT),
    Made(
        OwnershipFile, "scheme", lambda world: world.update(scheme="raci-vs"), (Kind.SCHEME_CHANGED, *LETTERS)
    ),
    Made(
        OwnershipFile,
        "roles",
        lambda world: world["roles"].update(cfo={"name": "Finance"}),
        (Kind.ROLE_ADDED,),
    ),
    Made(
        OwnershipFile,
        "overlaps",
        lambda world: world["overlaps"].update(x={"name": "X", "tension": "Who?"}),
        (Kind.OVERLAP_OPENED,),
    ),
    Made(
        OwnershipFile,
        "practices",
        lambda world: world["practices"].update(x={"name": "X"}),
        (Kind.PRACTICE_ADDED,),
    ),
    Made(
        OwnershipFile,
        "unowned",
        lambda world: world["unowned"].append({"name": "Roof", "because": "The landlord."}),
        (Kind.WORK_ADDED,),
    ),
    Made(OwnershipFile, "thesaurus", lambda world: world["thesaurus"].append("rebate, discount"), TEXT),
)

OF_KINDS: tuple[tuple[str, Act, tuple[Kind, ...]], ...] = (
    ("moved to another list", _moved, (Kind.ACCOUNTABLE_MOVED,)),
    ("claimed by a second role", lambda world: _listed(world, "sales", "Roadmap", "A"), (Kind.CONTESTED,)),
    (
        "an agreement ends, and two are accountable again",
        lambda world: agreement(world).pop("because"),
        (Kind.CONTESTED, Kind.AGREEMENT_ENDED),
    ),
    (
        "an agreement that settled nothing ends",
        _tense,
        (Kind.AGREEMENT_ENDED, Kind.TEXT_CHANGED),
    ),
    (
        "unowned on purpose, though claimed",
        lambda world: world["unowned"].append({"name": "Campaigns", "because": "An agency does it."}),
        (Kind.UNOWNED_DECIDED,),
    ),
    (
        "on a list as what others give already",
        lambda world: _listed(world, "support", "Pricing", "I"),
        (Kind.CLAIM_MADE,),
    ),
    (
        "claims less, where an agreement names another",
        lambda world: world["roles"]["marketing"]["responsibilities"][0].update(letters="R"),
        (Kind.CLAIM_CHANGED,),
    ),
    (
        "expects of a role what it does not hold",
        lambda world: world["roles"]["marketing"]["responsibilities"][0].update({"with": {"sales": "S"}}),
        (Kind.EXPECTATION_CHANGED,),
    ),
    ("handed over instead of done", _handed_over, (Kind.WORK_KIND_CHANGED, Kind.PRODUCTS_CHANGED)),
    ("another id for a role", _renamed_role, (Kind.ROLE_RENAMED,)),
    ("another id for an overlap", _renamed_overlap, (Kind.OVERLAP_RENAMED,)),
    ("another id for a practice", _renamed_practice, (Kind.PRACTICE_RENAMED,)),
    ("people in another order", lambda world: role(world)["people"].reverse(), (Kind.PEOPLE_CHANGED,)),
)
