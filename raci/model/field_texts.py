"""What each field of an ownership file says, with examples: for the JSON Schema that editors show.

The texts are those of the tables in docs/data-format.md; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from raci.model import entries

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldText(NamedTuple):
    """What a field says, in a sentence or two, and values that it may have."""

    description: str
    examples: tuple[Any, ...]


def text_of(model: type[entries.Entry], key: str) -> FieldText:
    """Return the text of the field that files write as `key`; KeyError where it has none."""
    for each in model.__mro__:
        if key in _TEXTS.get(each, {}):
            return _TEXTS[each][key]
    raise KeyError(f"{model.__name__}.{key}")


def _says(description: str, *examples: Any) -> FieldText:
    return FieldText(description, examples)


_HANDBOOK = {"title": "House rules", "url": "https://example.org/rules"}
_SOURCE = _says("Where this is written down.", "House rules, page 4", _HANDBOOK)
_AREA = _says("The part of the business that it belongs to.", "Kitchen")
_WORDS = _says("A list of other words for it.", ["menu card", "what we cook"])

_TEXTS: Mapping[type, Mapping[str, FieldText]] = {
    entries.OwnershipFile: {
        "version": _says("The version of this format. It must be `1`.", 1),
        "scheme": _says(
            "The letters that all files use. One register has one scheme: write it in one file, "
            "or the same in several.",
            "raci",
        ),
        "roles": _says("Roles, each under its id.", {"head-chef": {"name": "Head Chef"}}),
        "overlaps": _says(
            "Overlaps, each under its id.",
            {"taste-and-price": {"tension": "Good, or cheap?", "work": ["Menu"]}},
        ),
        "practices": _says("Practices, each under its id.", {"tasting": {"name": "Tasting"}}),
        "unowned": _says(
            "A list of work that nobody owns, on purpose.",
            [{"name": "Car Park", "because": "The landlord sees to it."}],
        ),
    },
    entries.RoleEntry: {
        "name": _says("What people call the role.", "Head Chef"),
        "aliases": _says("A list of other names for it.", ["chef", "HC"]),
        "summary": _says("What the role is for, in a sentence.", "Decides what the kitchen cooks and how."),
        "people": _says(
            "A list of those who hold it now: a name, or a name and a contact.",
            ["Ana", {"name": "Ben", "contact": "@ben"}],
        ),
        "contact": _says("Where to ask: a channel, an address.", "#kitchen"),
        "reports_to": _says("The role above this one.", "owner"),
        "source": _says(
            "Where this is written down: plain text, or a title and an address.",
            "House rules, page 4",
            _HANDBOOK,
        ),
        "responsibilities": _says("A list of what the role does.", [{"name": "Seasonal Planning"}]),
        "deliverables": _says("A list of what the role hands over.", [{"name": "Menu"}]),
    },
    entries.PersonEntry: {
        "name": _says("The person's name.", "Ben"),
        "contact": _says("How to reach this person.", "@ben"),
    },
    entries.Source: {
        "title": _says("What it is called. Plain text is short for this.", "House rules"),
        "url": _says("Where it is found.", "https://example.org/rules"),
    },
    entries.WorkEntry: {
        "name": _says("What the work is called.", "Seasonal Planning"),
        "id": _says("An id of its own. Seldom needed.", "kitchen-training"),
        "area": _AREA,
        "summary": _says("What it is, in this role's words.", "Turns the season's produce into dishes."),
        "letters": _says("The part that this role has in it.", "AR", "A", ["A", "R"]),
        "with": _says("What this role expects of others.", {"buyer": "C", "sommelier": "I"}),
        "aliases": _says("A list of other words for it. Questions find the work by them.", *_WORDS.examples),
        "source": _SOURCE,
        "produces": _says("Responsibilities only: a list of the work that comes of it.", ["Menu"]),
    },
    entries.OverlapEntry: {
        "name": _says("What the area is called.", "Taste and Price"),
        "sides": _says(
            "Roles, each with its view. Two or more, or none.",
            {"head-chef": "The best produce of the day.", "buyer": "What the week's budget bears."},
        ),
        "tension": _says(
            "What pulls the sides apart.", "The best is bought by one and paid for by the other."
        ),
        "work": _says("A list of the work that the overlap covers.", ["Menu", "Order Sheet"]),
        "agreement": _says(
            "How it is settled.", {"accountable": "head-chef", "because": "Guests come for the food."}
        ),
        "distinct": _says(
            "Why names that look alike are different work.", "One goes to the farm, the other to the cellar."
        ),
        "same": _says("Which name to keep for work that has several.", "Table Plan"),
        "because": _says("Why they are the `same`.", "Two names for the paper at the door."),
        "source": _SOURCE,
    },
    entries.AgreementEntry: {
        "accountable": _says(
            "Who is accountable: one role, or a map from work to roles.", "head-chef", {"Menu": "head-chef"}
        ),
        "because": _says("Why it was settled this way.", "Guests come for the food."),
        "others": _says(
            "What other roles become: a map from roles to letters. Never the accountable letter.",
            {"buyer": "C"},
        ),
        "escalation": _says(
            "To whom to turn if that does not help, in order: roles or plain text.",
            ["owner", "outside mediator"],
        ),
        "practices": _says("A list of practices that help.", ["tasting"]),
        "decided": _says("The day it was decided: `2026-01-15`.", "2026-01-15"),
        "review": _says("The day it is to be looked at again.", "2026-07-15"),
        "source": _SOURCE,
    },
    entries.PracticeEntry: {
        "name": _says("What it is called.", "Tasting"),
        "cadence": _says("How often it takes place.", "every Monday"),
        "summary": _says("What is done.", "Kitchen and buying try next week's dishes together."),
        "source": _SOURCE,
    },
    entries.UnownedEntry: {
        "name": _says("What the work is called.", "Car Park"),
        "because": _says("Why nobody owns it.", "The landlord sees to it."),
        "id": _says("An id of its own.", "car-park"),
        "area": _AREA,
        "summary": _says("What it is.", "The parking spaces behind the house."),
        "aliases": _WORDS,
        "source": _SOURCE,
    },
}
