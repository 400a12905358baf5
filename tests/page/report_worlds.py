"""Registers for the report page: one where everything is there to see, one whose texts try to be more."""

from __future__ import annotations

import json
from typing import Any

from nasty import NASTY

KITCHEN = {
    "kitchen.yaml": """
        version: 1
        roles:
          head-chef:
            name: Head Chef
            aliases: [chef]
            summary: Decides what the kitchen cooks and how.
            people: [Ana, {name: Ben, contact: "@ben"}]
            contact: "#kitchen"
            reports_to: owner
            source: {title: House rules, url: https://example.org/rules}
            responsibilities:
              - {name: Recipe Writing, area: Recipes, summary: Writes down what is cooked and how., produces: [Recipe Book]}
              - {name: Kitchen Budget, letters: A, with: {owner: I}}
              - {name: Wine Pairing}
              - {name: Tasting, letters: R, aliases: [trying the dishes]}
              - {name: Staff Meals, letters: R}
              - {name: Stock Count}
            deliverables:
              - {name: Menu}
              - {name: Recipe Book, area: Recipes}
              - {name: Prep List, aliases: [what to prepare]}
              - {name: Preparation List, aliases: [what to prepare]}
              - {name: Table Plan}
          buyer:
            name: Buyer
            reports_to: owner
            responsibilities:
              - {name: Kitchen Budget, letters: R}
              - {name: Tasting, letters: R}
              - {name: Staff Meals, letters: C}
              - {name: Stock Count}
            deliverables:
              - {name: Menu}
              - {name: Order Sheet}
              - {name: Seating Chart, aliases: [table layout]}
          sommelier:
            name: Sommelier
            reports_to: owner
            responsibilities: [{name: Wine Pairing}]
            deliverables: [{name: Order List}]
          owner:
            name: Owner
        unowned:
          - {name: Car Park, because: The landlord sees to it.}
    """,
    "overlaps.yaml": """
        version: 1
        overlaps:
          wine:
            name: Wine
            sides: {head-chef: It has to suit the dish., sommelier: It has to be in the cellar.}
            tension: The dish changes faster than the cellar.
            work: [Wine Pairing]
            agreement:
              accountable: sommelier
              because: Who opens the bottle answers for it.
              escalation: [owner, outside mediator]
              practices: [tasting-round]
              decided: 2025-07-01
              review: 2026-01-01
          taste:
            name: Taste
            sides: {head-chef: The palate., buyer: The price.}
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

TEXTS = tuple(text.replace("\ud800", "") for text in NASTY)  # half a character is not YAML


def hostile_register(texts: tuple[str, ...] = TEXTS) -> str:
    """Return an ownership file with a role, its work and an overlap made of each text."""
    roles: dict[str, Any] = {}
    overlaps: dict[str, Any] = {}
    for number, text in enumerate(texts):
        work = {
            "name": f"{text} {number}",
            "id": f"work-{number}",
            "area": text,
            "summary": text,
            "source": text,
        }
        shared = {"name": "Shared", "letters": "A", "summary": text}
        roles[f"role-{number}"] = {
            "name": f"{text} {number}",
            "aliases": [f"alias {text} {number}"],
            "summary": text,
            "people": [{"name": text, "contact": text}],
            "contact": text,
            "source": {"title": text, "url": "javascript:alert(1)"},
            "responsibilities": [{**work, "aliases": [f"called {text} {number}"]}, shared],
        }
        overlaps[f"overlap-{number}"] = {
            "name": text,
            "sides": {f"role-{number}": text, f"role-{(number + 1) % len(texts)}": text},
            "tension": text,
            "work": [f"work-{number}"],
            "agreement": {
                "accountable": f"role-{number}",
                "because": text,
                "escalation": [text],
                "practices": ["p"],
            },
        }
    file = {
        "version": "1",
        "roles": roles,
        "overlaps": overlaps,
        "practices": {"p": {"name": texts[0], "cadence": texts[0]}},
        "unowned": [{"name": f"none {texts[0]}", "id": "none", "because": texts[0]}],
    }
    return "\n".join(f"{key}: {json.dumps(value)}" for key, value in file.items())


WARD = {
    "ward.yaml": """
        version: 1
        scheme: rasci
        roles:
          nurse:
            name: Ward Nurse
            aliases: [WN]
            people: [{name: Nadia Okafor, contact: "@nadia"}, Tom Beck]
            contact: "#ward-4"
            responsibilities:
              - {name: Bed Allocation, area: Patient Flow, summary: Which patient lies where., with: {porter: I}}
              - {name: Night Handover, letters: R}
              - {name: Parking Permits, letters: R}
              - {name: Rounds, with: {doctor: C}}
              - {name: "!!!", id: bang}
              - {name: Visits, aliases: [visiting hours]}
          manager:
            name: Bed Manager
            people: [Ira Porter]
            responsibilities:
              - {name: Bed Allocation, area: Patient Flow, summary: Fills the house evenly.}
              - {name: Parking Permits, letters: R}
              - {name: Guests, aliases: [visiting hours]}
          doctor: {name: Doctor, people: [Nadia Okafor], responsibilities: [{name: Rounds, letters: I}]}
          porter:
            name: Porter
            aliases: ["?"]
            responsibilities: [{name: Bed Allocation, letters: S}, {name: Errands, letters: S}]
        overlaps:
          beds:
            name: Beds
            sides: {nurse: The bed that suits., manager: No bed stands empty.}
            tension: Care against occupancy.
            work: [Bed Allocation]
          leave-taking: {name: Discharge Timing, sides: {nurse: When ready., doctor: When safe.}, work: [Rounds]}
          bed-names: {work: [Bed Allocation, Errands], distinct: They are not alike.}
        unowned:
          - {name: Parking Permits, because: The city gives them out.}
          - {name: Visits, because: Once nobody did it.}
    """
}
"""A ward where work is contested by roles with people, unowned on purpose but listed, and hard to search."""
