"""The entries of an ownership file, as people write them.

One model an entry, one field a key, with what it says and what may stand there: editors show that. Short
forms (a source as plain text, letters as one word) are brought into one shape here; references stay as
written, because what they refer to may stand in another file. `raci.loading` joins the entries of all files
into a register.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from raci.model.entry import (
    AREA,
    KEYWORDS,
    LINKS,
    PATHS,
    WRITTEN_DOWN,
    Entry,
    LinkOrText,
    PersonOrText,
    SourceOrText,
)
from raci.model.overlap_entries import OverlapEntry, PracticeEntry
from raci.model.values import (
    Few,
    Group,
    Id,
    Name,
    Names,
    Paths,
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
    paths: Annotated[Paths, PATHS] = ()
    links: Annotated[tuple[LinkOrText, ...], LINKS] = ()
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
    deputy: Name | None = Field(
        None, description="The role that stands in for this one.", examples=["sous-chef"]
    )
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
    paths: Annotated[Paths, PATHS] = ()
    links: Annotated[tuple[LinkOrText, ...], LINKS] = ()
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
