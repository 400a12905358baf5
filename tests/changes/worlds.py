"""A register with everything in it, as plain data, and changes of each field and each kind to make to it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from builders import graph_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.graph.ownership import OwnershipGraph

World = dict[str, Any]

_HOUSE: World = {
    "version": 1,
    "scheme": "rasci",
    "roles": {
        "pm": {
            "name": "Product Manager",
            "aliases": ["PM", "product lead"],
            "summary": "Decides what is built.",
            "focus": "The product.",
            "analogy": "the composer",
            "people": [{"name": "Ana", "contact": "@ana"}, "Ben"],
            "contact": "#product",
            "reports_to": "cpo",
            "source": {"title": "Handbook", "url": "https://example.org/pm"},
            "responsibilities": [
                {
                    "name": "Pricing",
                    "area": "Market",
                    "summary": "What it costs.",
                    "letters": "AR",
                    "with": {"sales": "C", "support": "I"},
                    "aliases": ["price policy", "what it costs"],
                    "keywords": ["discount"],
                    "source": {"title": "Handbook", "url": "https://example.org/pricing"},
                    "produces": ["Price List"],
                },
                {"name": "Roadmap", "letters": "AR", "summary": "What comes when."},
            ],
            "deliverables": [
                {
                    "name": "Price List",
                    "summary": "All prices.",
                    "area": "Market",
                    "letters": "AR",
                    "with": {"sales": "C"},
                    "aliases": ["tariff"],
                    "keywords": ["sheet"],
                    "paths": ["prices/*.csv"],
                    "links": [{"title": "Shop", "url": "https://example.org/list"}],
                    "source": "Drive",
                }
            ],
        },
        "sales": {
            "name": "Sales",
            "people": ["Cem"],
            "reports_to": "cpo",
            "responsibilities": [
                {"name": "Launch", "letters": "AR"},
                {"name": "Contracts", "letters": "AR", "with": {"pm": "C"}},
                {"name": "Forecast", "letters": "A", "with": {"support": "R"}},
            ],
        },
        "marketing": {
            "name": "Marketing",
            "reports_to": "cpo",
            "responsibilities": [
                {"name": "Launch", "letters": "AR"},
                {"name": "Campaigns"},
                {"name": "Trade Fair", "letters": "AR", "with": {"pm": "S"}},
            ],
        },
        "support": {"name": "Support", "responsibilities": [{"name": "Help Desk", "letters": "AR"}]},
        "cpo": {"name": "Chief Product Officer"},
        "ceo": {"name": "Chief Executive"},
    },
    "overlaps": {
        "launches": {
            "name": "Launches",
            "sides": {"sales": "As early as can be.", "marketing": "When all is ready."},
            "tension": "Soon, or well?",
            "work": ["Launch"],
            "agreement": {
                "accountable": {"Launch": "sales"},
                "because": "They speak with customers.",
                "others": {"marketing": "R"},
                "escalation": ["cpo", "ceo"],
                "practices": ["review"],
                "decided": "2026-01-15",
                "review": "2026-07-15",
                "source": {"title": "Minutes", "url": "https://example.org/minutes"},
            },
            "source": {"title": "Minutes", "url": "https://example.org/1"},
        },
        "fairs": {
            "name": "Fairs",
            "work": ["Trade Fair", "Campaigns"],
            "agreement": {"accountable": "marketing", "because": "They know the halls."},
        },
        "open-point": {"name": "Open point", "tension": "Whose it is.", "work": ["Roadmap"]},
        "words": {"name": "Words", "work": ["Pricing", "Price List"], "distinct": "One is the policy."},
        "one-thing": {
            "name": "One thing",
            "work": ["Contracts", "Forecast"],
            "same": "Contracts",
            "because": "Two names.",
            "source": "Minutes",
        },
    },
    "practices": {
        "review": {
            "name": "Launch Review",
            "cadence": "every Monday",
            "summary": "All look at it.",
            "source": "Handbook",
        },
        "walk": {"name": "Walk"},
    },
    "unowned": [
        {
            "name": "Car Park",
            "because": "The landlord sees to it.",
            "area": "House",
            "summary": "The spaces.",
            "aliases": ["parking"],
            "keywords": ["car"],
            "source": "Lease",
        }
    ],
    "thesaurus": ["till, cash desk"],
}


def house() -> World:
    """Return a copy of the register with everything in it."""
    return copy.deepcopy(_HOUSE)


def graph(world: World) -> OwnershipGraph:
    """Return the graph of a register that is plain data; JSON is YAML."""
    return graph_of(json.dumps(world, ensure_ascii=False, indent=1))


def changed(change: Callable[[World], Any]) -> World:
    """Return the register with a change made to it."""
    world = house()
    change(world)
    return world


def role(world: World, id_: str = "pm") -> World:
    """Return the entry of a role."""
    return dict.__getitem__(world["roles"], id_)


def work(world: World, name: str, id_: str = "pm") -> World:
    """Return a role's entry for a piece of work."""
    entries = [*role(world, id_).get("responsibilities", []), *role(world, id_).get("deliverables", [])]
    return next(each for each in entries if each["name"] == name)


def overlap(world: World, id_: str = "launches") -> World:
    """Return the entry of an overlap."""
    return world["overlaps"][id_]  # type: ignore[no-any-return]


def agreement(world: World, id_: str = "launches") -> World:
    """Return the agreement on an overlap."""
    return overlap(world, id_)["agreement"]  # type: ignore[no-any-return]
