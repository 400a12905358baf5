"""The entries of an ownership file, as people write them.

One model an entry, one field a key. Short forms (a source as plain text, letters as one word) are
brought into one shape here; references stay as written, because what they refer to may stand in
another file. `raci.loading` joins the entries of all files into a register.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    ModelWrapValidatorHandler,
    Tag,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from raci.model.limits import MOST_KEYS
from raci.model.values import Date, Few, Id, Mistakes, Name, Names, Text, WrittenLetters

_NOT_KEPT: set[str] = set()


class Entry(BaseModel):
    """What all entries have in common: they never change, and refuse fields they do not know.

    With `Mistakes` as the context of validation nothing is looked at once there are too many: pydantic keeps
    half a kilobyte of each, and a file may have millions.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="wrap")
    @classmethod
    def _count_mistakes(
        cls, written: Any, read: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        mistakes: Mistakes | None = info.context
        if mistakes is None:
            return read(written)
        if mistakes.too_many:
            return cls.__new__(cls)
        before = mistakes.count
        if isinstance(written, dict) and len(written) > MOST_KEYS:
            mistakes.count += 1
            raise PydanticCustomError("too_many_keys", "too many keys")
        try:
            return read(written)
        except ValidationError as error:
            mistakes.count = before + error.error_count()  # of the entries within it as well
            raise

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
    expects: Annotated[dict[str, WrittenLetters], Few] = Field(default_factory=dict, alias="with")
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
    Annotated[Name, Tag(FOR_ALL)] | Annotated[dict[str, Name], Tag(BY_WORK), Field(min_length=1), Few],
    Discriminator(_shape_of_accountable),
]
"""One role for all of an overlap's work that needs one, or a role for each piece named."""


class AgreementEntry(Entry):
    """How an overlap is settled: who is accountable, why, and what to do if that fails."""

    accountable: Accountable
    because: Text | None = None
    others: Annotated[dict[str, WrittenLetters], Few] = {}
    escalation: Names = ()
    practices: Names = ()
    decided: Date | None = None
    review: Date | None = None
    source: Source | None = None


class OverlapEntry(Entry):
    """An area where roles meet, or names that look alike and have been spoken about."""

    name: Name | None = None
    sides: Annotated[dict[str, Text], Few] = {}
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

    @property
    def names(self) -> int:
        """Return how many entries and aliases there are, people and sources aside."""
        roles = self.roles.values()
        work = [each for role in roles for each in (*role.responsibilities, *role.deliverables)]
        named: list[RoleEntry | WorkEntry | UnownedEntry] = [*roles, *work, *self.unowned]
        aliases = sum(len(each.aliases) for each in named if each.aliases)
        return len(named) + len(self.overlaps) + len(self.practices) + aliases


FILE_KEYS = frozenset(OwnershipFile.model_fields) - {"version", "scheme"}
"""The keys by one of which a file in a folder is known to be an ownership file."""
