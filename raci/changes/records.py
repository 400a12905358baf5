"""The records that `raci diff` answers with: changes, whom they concern, and errors that came or went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from raci.changes.kinds import WEIGHT, ChangeKind, Thing, Why
from raci.model.field_types import (
    Code,
    CodesByRole,
    Column,
    Count,
    File,
    Line,
    Name,
    Record,
    RoleId,
    RoleIds,
    RoleNames,
    RuleName,
    Shape,
    Text,
)
from raci.queries.asked_records import PersonRecord

KindValue = Annotated[str, Shape("What the change is, of a closed list.", enum=[*ChangeKind])]
ThingValue = Annotated[str, Shape("What it is a change of.", enum=[*Thing])]
WhyValue = Annotated[str, Shape("Why it concerns the role.", enum=[*Why])]

_MAY_CONTEST = {ChangeKind.CONTESTED, ChangeKind.ACCOUNTABLE_GAINED, ChangeKind.WORK_ADDED}


@dataclass(frozen=True)
class State(Record):
    """What stood there before, or stands there after."""

    id: Text
    """The id of what changed; that of a register is its scheme."""
    name: Name
    value: tuple[Text, ...]
    """What it was: by kind the ids of roles or work, letters, people, dates, or a text."""
    letters: CodesByRole
    """Of changes of who holds what: the letters that hold, by role."""
    file: File
    line: Line
    column: Column


@dataclass(frozen=True)
class Change(Record):
    """One difference in meaning."""

    kind: KindValue
    sentence: Text
    """The change in words: what it is of, a colon, and what changed."""
    thing: ThingValue
    field: Text | None
    """The field, where the kind alone does not tell it."""
    role: RoleId | None
    """The role whose letters, claim or text it is."""
    is_guess: bool
    """Whether only equal claims say that what has another id and name is the same."""
    before: State | None
    """Null for what is new."""
    after: State | None
    """Null for what is gone."""
    concerns: RoleIds
    """The roles that it concerns; by the ids that they have afterwards, where they are still there."""

    @property
    def name(self) -> str:
        """Return what it is called that changed, afterwards if it is still there."""
        state = self.after or self.before
        return state.name if state else ""

    @property
    def id(self) -> str:
        """Return the id of what changed, afterwards if it is still there."""
        state = self.after or self.before
        return state.id if state else ""

    @property
    def said(self) -> str:
        """Return what changed in words, without what it is of."""
        return self.sentence.removeprefix(f"{self.name}: ")

    @property
    def is_newly_contested(self) -> bool:
        """Return whether several are accountable now, where at most one was; also for new work."""
        was, is_ = (len(state.value) if state else 0 for state in (self.before, self.after))
        return self.kind in _MAY_CONTEST and was < 2 <= is_  # noqa: PLR2004 - several

    @property
    def weight(self) -> int:
        """Return where it comes among changes: new work that is contested, with the contested."""
        return WEIGHT[ChangeKind.CONTESTED if self.is_newly_contested else ChangeKind(self.kind)]

    @property
    def is_text(self) -> bool:
        """Return whether only a text changed that says nothing of who does what."""
        return self.kind == ChangeKind.TEXT_CHANGED


@dataclass(frozen=True)
class Reason(Record):
    """Why changes concern a role."""

    why: WhyValue
    on: tuple[Name, ...]
    """The names of the work, of the overlaps, of the role, or of the scheme."""


@dataclass(frozen=True)
class Concerned(Record):
    """A role that changes concern, with those who hold it."""

    role: RoleId
    name: Name
    people: tuple[PersonRecord, ...]
    """Those who hold the role, or held it before; of what it only loses or gains, those of that side."""
    contact: Text | None
    """Where to ask the role."""
    reasons: tuple[Reason, ...]
    """Why changes concern it, the strongest reason first."""


@dataclass(frozen=True)
class RuleErrors(Record):
    """How many errors of a rule of lint came and went."""

    code: Code
    name: RuleName
    new: Count
    """Errors that were not there before."""
    mended: Count
    """Errors that are there no more."""


@dataclass(frozen=True)
class Changes(Record):
    """What changed in meaning between two states of the ownership files."""

    before: Text
    """What was compared: a revision, a file or a folder."""
    after: Text
    """What it was compared with."""
    count: Count
    """How many changes there are."""
    texts: Count
    """How many of them change a text only: a summary, an alias, a keyword, a source."""
    letters_only: bool
    """Whether one of the two is a table, which holds roles, work and letters and nothing else to compare."""
    changes: tuple[Change, ...]
    """All changes, the weightiest first."""
    affected: tuple[Concerned, ...]
    """Those who gain or lose that they are accountable or responsible."""
    ask: tuple[Concerned, ...]
    """Whom to ask before: who is accountable for changed work, consulted, or in a changed overlap or role."""
    tell: tuple[Concerned, ...]
    """Whom to tell after: who is or was informed of changed work, or has other letters or another contact."""
    errors: tuple[RuleErrors, ...]
    """Errors that lint finds on one side only, by rule."""
    roles: RoleNames
