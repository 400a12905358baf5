"""The entries of an ownership file, as people write them.

One model an entry, one field a key, with what it says and what may stand there: editors show that. Short
forms (a source as plain text, letters as one word) are brought into one shape here; references stay as
written, because what they refer to may stand in another file. `raci.loading` joins the entries of all files
into a register.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from raci.model.entry import AREA, KEYWORDS, WRITTEN_DOWN, Entry, PersonOrText, SourceOrText
from raci.model.values import (
    Accountable,
    Date,
    Few,
    Group,
    Id,
    Name,
    Names,
    SchemeName,
    Text,
    Version,
    WrittenLetters,
)


class WorkEntry(Entry):
    """A piece of work on one role's list: that role's claim, in its own words."""

    name: Name = Field(description="What the work is called.", examples=["Seasonal Planning"])
    id: Id | None = Field(None, description="An id of its own. Seldom needed.", examples=["kitchen-training"])
    area: Annotated[Name | None, AREA] = None
    summary: Text | None = Field(
        None,
        description="What it is, in this role's words.",
        examples=["Turns the season's produce into dishes."],
    )
    letters: WrittenLetters | None = Field(
        None, description="The part that this role has in it.", examples=["AR", "A", ["A", "R"]]
    )
    expects: Annotated[dict[str, WrittenLetters], Few] = Field(
        default_factory=dict,
        alias="with",
        description="What this role expects of others.",
        examples=[{"buyer": "C", "sommelier": "I"}],
    )
    aliases: Names = Field(
        (),
        description="A list of other words for it. Questions find the work by them.",
        examples=[["menu card", "what we cook"]],
    )
    keywords: Annotated[Names, KEYWORDS] = ()
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class ResponsibilityEntry(WorkEntry):
    """Something that the role does, and the deliverables that come of it."""

    produces: Names = Field(
        (), description="Responsibilities only: a list of the work that comes of it.", examples=[["Menu"]]
    )


class DeliverableEntry(WorkEntry):
    """Something that the role hands over."""


class RoleEntry(Entry):
    """A job, not a person, with the work on its list."""

    name: Name = Field(description="What people call the role.", examples=["Head Chef"])
    aliases: Names = Field((), description="A list of other names for it.", examples=[["chef", "HC"]])
    summary: Text | None = Field(
        None,
        description="What the role is for, in a sentence.",
        examples=["Decides what the kitchen cooks and how."],
    )
    focus: Text | None = Field(
        None,
        description="What the role is concerned with, in a sentence: what tells it from its neighbours.",
        examples=["The food, from the produce to the plate."],
    )
    analogy: Text | None = Field(
        None, description="What the role is like, in a few words.", examples=["the composer of the piece"]
    )
    people: tuple[PersonOrText, ...] = Field(
        (),
        description="A list of those who hold it now: a name, or a name and a contact.",
        examples=[["Ana", {"name": "Ben", "contact": "@ben"}]],
    )
    contact: Name | None = Field(
        None, description="Where to ask: a channel, an address.", examples=["#kitchen"]
    )
    reports_to: Name | None = Field(None, description="The role above this one.", examples=["owner"])
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = Field(
        None, description="Where this is written down: plain text, or a title and an address."
    )
    responsibilities: tuple[ResponsibilityEntry, ...] = Field(
        (), description="A list of what the role does.", examples=[[{"name": "Seasonal Planning"}]]
    )
    deliverables: tuple[DeliverableEntry, ...] = Field(
        (), description="A list of what the role hands over.", examples=[[{"name": "Menu"}]]
    )


class UnownedEntry(Entry):
    """Work that nobody owns on purpose, and why."""

    name: Name = Field(description="What the work is called.", examples=["Car Park"])
    because: Text = Field(description="Why nobody owns it.", examples=["The landlord sees to it."])
    id: Id | None = Field(None, description="An id of its own.", examples=["car-park"])
    area: Annotated[Name | None, AREA] = None
    summary: Text | None = Field(
        None, description="What it is.", examples=["The parking spaces behind the house."]
    )
    aliases: Names = Field(
        (), description="A list of other words for it.", examples=[["menu card", "what we cook"]]
    )
    keywords: Annotated[Names, KEYWORDS] = ()
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class AgreementEntry(Entry):
    """How an overlap is settled: who is accountable, why, and what to do if that fails."""

    accountable: Accountable = Field(
        description="Who is accountable: one role, or a map from work to roles.",
        examples=["head-chef", {"Menu": "head-chef"}],
    )
    because: Text | None = Field(
        None,
        description="Why it was settled this way; without it nothing is settled yet.",
        examples=["Guests come for the food."],
    )
    others: Annotated[dict[str, WrittenLetters], Few] = Field(
        {},
        description="What other roles become: a map from roles to letters. Never the accountable letter.",
        examples=[{"buyer": "C"}],
    )
    escalation: Names = Field(
        (),
        description="To whom to turn if that does not help, in order: roles or plain text.",
        examples=[["owner", "outside mediator"]],
    )
    practices: Names = Field((), description="A list of practices that help.", examples=[["tasting"]])
    decided: Date | None = Field(
        None, description="The day it was decided: `2026-01-15`.", examples=["2026-01-15"]
    )
    review: Date | None = Field(
        None, description="The day it is to be looked at again.", examples=["2026-07-15"]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class OverlapEntry(Entry):
    """An area where roles meet, or names that look alike and have been spoken about."""

    # What its parts have to do with each other, as far as its shape tells.
    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": [key]} for key in ("sides", "tension", "agreement", "distinct", "same")],
            "not": {"required": ["distinct", "same"]},
        }
    )

    name: Name | None = Field(None, description="What the area is called.", examples=["Taste and Price"])
    sides: Annotated[dict[str, Text], Few] = Field(
        {},
        description="Roles, each with its view. Two or more, or none.",
        examples=[{"head-chef": "The best produce of the day.", "buyer": "What the week's budget bears."}],
        json_schema_extra={"anyOf": [{"minProperties": 2}, {"maxProperties": 0}]},
    )
    tension: Text | None = Field(
        None,
        description="What pulls the sides apart.",
        examples=["The best is bought by one and paid for by the other."],
    )
    work: Names = Field(
        (), description="A list of the work that the overlap covers.", examples=[["Menu", "Order Sheet"]]
    )
    agreement: AgreementEntry | None = Field(
        None,
        description="How it is settled.",
        examples=[{"accountable": "head-chef", "because": "Guests come for the food."}],
    )
    distinct: Text | None = Field(
        None,
        description="Why names that look alike are different work.",
        examples=["One goes to the farm, the other to the cellar."],
    )
    same: Name | None = Field(
        None, description="Which name to keep for work that has several.", examples=["Table Plan"]
    )
    because: Text | None = Field(
        None, description="Why they are the `same`.", examples=["Two names for the paper at the door."]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class PracticeEntry(Entry):
    """A way of working that eases overlaps."""

    name: Name = Field(description="What it is called.", examples=["Tasting"])
    cadence: Name | None = Field(None, description="How often it takes place.", examples=["every Monday"])
    summary: Text | None = Field(
        None, description="What is done.", examples=["Kitchen and buying try next week's dishes together."]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class OwnershipFile(Entry):
    """One file: roles, overlaps, practices and work that is unowned on purpose."""

    version: Version = Field(description="The version of this format. It must be `1`.", examples=[1])
    scheme: SchemeName | None = Field(
        None,
        description="The letters that all files use. One register has one scheme: write it in one file, "
        "or the same in several.",
        examples=["raci"],
    )
    roles: dict[Id, RoleEntry] = Field(
        {}, description="Roles, each under its id.", examples=[{"head-chef": {"name": "Head Chef"}}]
    )
    overlaps: dict[Id, OverlapEntry] = Field(
        {},
        description="Overlaps, each under its id.",
        examples=[{"taste-and-price": {"tension": "Good, or cheap?", "work": ["Menu"]}}],
    )
    practices: dict[Id, PracticeEntry] = Field(
        {}, description="Practices, each under its id.", examples=[{"tasting": {"name": "Tasting"}}]
    )
    unowned: tuple[UnownedEntry, ...] = Field(
        (),
        description="A list of work that nobody owns, on purpose.",
        examples=[[{"name": "Car Park", "because": "The landlord sees to it."}]],
    )
    thesaurus: tuple[Group, ...] = Field(
        (),
        description="A list of groups of words that are used for one another, with commas between them.",
        examples=[["till, cash desk"]],
    )

    @property
    def names(self) -> int:
        """Return how many entries and aliases there are, people and sources aside."""
        roles = self.roles.values()
        work = [each for role in roles for each in (*role.responsibilities, *role.deliverables)]
        named: list[RoleEntry | WorkEntry | UnownedEntry] = [*roles, *work, *self.unowned]
        aliases = sum(len(each.aliases) for each in named if each.aliases)
        return len(named) + len(self.overlaps) + len(self.practices) + aliases


FILE_KEYS = frozenset(OwnershipFile.model_fields) - {"version", "scheme"}
"""The keys under which an ownership file has entries."""
