"""The entries of an ownership file, as people write them.

One model an entry, one field a key. Short forms (a source as plain text, letters as one word) are
brought into one shape here; references stay as written, because what they refer to may stand in
another file. `raci.loading` joins the entries of all files into a register.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from raci.names import is_kebab_case, slug

# What surrounds a text without being a part of it: Unicode's white space.
_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
)


def _stripped(text: str) -> str:
    # pydantic's own way makes a second string of each, also where there is nothing to strip.
    stripped = text.strip(_SPACE)
    if not stripped:
        raise PydanticCustomError("string_too_short", "a text is due")
    return stripped


def _one_line(text: str) -> str:
    text = _stripped(text)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _kebab_case(text: str) -> str:
    if not is_kebab_case(text):
        raise ValueError(f"write it as {slug(text)}" if slug(text) else "use letters and digits")
    return text


def _iso_date(text: Any) -> Any:
    if not isinstance(text, str):
        raise PydanticCustomError("date_as_text", "a date is due")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:  # 20260131 and 2026-W05-6 are dates too, and not ours
        like_ours = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        raise ValueError("there is no such day" if like_ours else "write a date as 2026-01-31")
    return found


def _as_list(written: Any) -> Any:
    if isinstance(written, str | list):
        return [written] if isinstance(written, str) else written
    raise PydanticCustomError("text_or_list", "text or a list is due")


_Filled = Annotated[str, StringConstraints(min_length=1)]
Text = Annotated[_Filled, AfterValidator(_stripped)]
Name = Annotated[_Filled, AfterValidator(_one_line)]
Id = Annotated[str, AfterValidator(_kebab_case)]
Date = Annotated[date, BeforeValidator(_iso_date)]
WrittenLetters = Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1)]
"""Letters as written, "AR" or [A, R]: which letters there are, the register's scheme says."""
Names = tuple[Name, ...]


_NOT_KEPT: set[str] = set()


class Entry(BaseModel):
    """What all entries have in common: they never change, and refuse fields they do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: Any) -> None:
        """Let go of the set of the fields that were given: nobody asks for it, and it is half of an entry."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)


class Source(Entry):
    """Where an entry's facts come from; plain text in the file is a title."""

    title: Name
    url: Name | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        return {"title": written} if isinstance(written, str) else written

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.url else self.title


class PersonEntry(Entry):
    """Somebody who holds a role now; plain text in the file is a name."""

    name: Name
    contact: Name | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        return {"name": written} if isinstance(written, str) else written


class WorkEntry(Entry):
    """A piece of work on one role's list: that role's claim, in its own words."""

    name: Name
    id: Id | None = None
    area: Name | None = None
    summary: Text | None = None
    letters: WrittenLetters | None = None
    expects: dict[str, WrittenLetters] = Field(default_factory=dict, alias="with")
    aliases: Names = ()
    source: Source | None = None


class ResponsibilityEntry(WorkEntry):
    """Something that the role does, and the deliverables that come of it."""

    produces: Names = ()


class DeliverableEntry(WorkEntry):
    """Something that the role hands over."""


class RoleEntry(Entry):
    """A job, not a person, with the work on its list."""

    name: Name
    aliases: Names = ()
    summary: Text | None = None
    people: tuple[PersonEntry, ...] = ()
    contact: Name | None = None
    reports_to: Name | None = None
    source: Source | None = None
    responsibilities: tuple[ResponsibilityEntry, ...] = ()
    deliverables: tuple[DeliverableEntry, ...] = ()


class UnownedEntry(Entry):
    """Work that nobody owns on purpose, and why."""

    name: Name
    because: Text
    id: Id | None = None
    area: Name | None = None
    summary: Text | None = None
    aliases: Names = ()
    source: Source | None = None


# pydantic puts these into the path of an error; no key of a file can be the same, it has no NUL.
FOR_ALL, BY_WORK = "\0for all", "\0by work"


def _shape_of_accountable(written: Any) -> str:
    return BY_WORK if isinstance(written, dict) else FOR_ALL


Accountable = Annotated[
    Annotated[Name, Tag(FOR_ALL)] | Annotated[dict[str, Name], Tag(BY_WORK), Field(min_length=1)],
    Discriminator(_shape_of_accountable),
]
"""One role for all of an overlap's work that needs one, or a role for each piece named."""


class AgreementEntry(Entry):
    """How an overlap is settled: who is accountable, why, and what to do if that fails."""

    accountable: Accountable
    because: Text | None = None
    others: dict[str, WrittenLetters] = {}
    escalation: Names = ()
    practices: Names = ()
    decided: Date | None = None
    review: Date | None = None
    source: Source | None = None


class OverlapEntry(Entry):
    """An area where roles meet, or names that look alike and have been spoken about."""

    name: Name | None = None
    sides: dict[str, Text] = {}
    tension: Text | None = None
    work: Names = ()
    agreement: AgreementEntry | None = None
    distinct: Text | None = None
    same: Name | None = None
    because: Text | None = None
    source: Source | None = None


class PracticeEntry(Entry):
    """A way of working that eases overlaps."""

    name: Name
    cadence: Name | None = None
    summary: Text | None = None
    source: Source | None = None


SchemeName = Literal["raci", "rasci", "raci-vs", "cairo", "daci", "rapid", "dri"]


class OwnershipFile(Entry):
    """One file: roles, overlaps, practices and work that is unowned on purpose."""

    version: Literal["1"]
    scheme: SchemeName | None = None
    roles: dict[Id, RoleEntry] = {}
    overlaps: dict[Id, OverlapEntry] = {}
    practices: dict[Id, PracticeEntry] = {}
    unowned: tuple[UnownedEntry, ...] = ()


FILE_KEYS = frozenset(OwnershipFile.model_fields) - {"version", "scheme"}
"""The keys by one of which a file in a folder is known to be an ownership file."""
