"""A finding: something wrong at a place in a file, complete at birth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from raci.errors import RaciError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.faults.fix import Fix
    from raci.location import Location

_LONGEST = 1_000  # characters of a message
_TOLD = 5  # problems in the text of an error


class Severity(StrEnum):
    """How bad a finding is, worst first: the model is broken, likely trouble, advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, such as the first of two definitions."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong where (`message`), and what to do about it (`help`, may be empty).

    `code` and `name` are those of the fault. `subject` is what the finding is about, in a form that outlives
    line numbers and wording: the id of a role, a piece of work or an overlap, or the words at fault.
    `fix` mends it in its own file, if a machine can.
    """

    location: Location
    code: str
    name: str
    severity: Severity
    subject: str
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Cut a message that quotes something without end: a name may have as many characters as a file."""
        if len(self.message) > _LONGEST:
            object.__setattr__(self, "message", f"{self.message[:_LONGEST]} …")

    def renamed(self, name: Callable[[str], str]) -> Finding:
        """Return the finding with other names for its files: `name` returns that of each."""
        location, *others = (
            each._replace(file=name(each.file))
            for each in (self.location, *(related.location for related in self.related))
        )
        related = tuple(
            replace(each, location=there) for each, there in zip(self.related, others, strict=True)
        )
        return replace(self, location=location, related=related)

    @property
    def told(self) -> str:
        """Return the finding as one line: where, what, and what to do about it."""
        said = f"{self.location}: {self.message}"
        return " ".join((f"{said}. {self.help}" if self.help else said).split())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order in which they are listed: by place, then code, subject and message."""
    return tuple(sorted(findings, key=lambda each: (each.location, each.code, each.subject, each.message)))


class InvalidRegister(RaciError):
    """Ownership files whose problems keep them from being one register; `findings` has every one.

    Its text has the first of them, each on a line of its own, with its place; `summary` counts them.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(set(findings))
        super().__init__(self.findings)

    @property
    def summary(self) -> str:
        """Return how many problems there are, and what to do."""
        count = len(self.findings)
        problems = "1 problem" if count == 1 else f"{count} problems"
        return f"The ownership files have {problems}. Mend them and ask again."

    def __str__(self) -> str:
        """Return the summary, and the first problems below it."""
        told = [finding.told for finding in self.findings[:_TOLD]]
        if more := len(self.findings) - len(told):
            told.append(f"… and {more} more, in `findings`")
        return "\n  ".join([self.summary, *told])
