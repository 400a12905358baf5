"""A fault: one of the things that can be wrong with ownership files, with the code that people know it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.faults.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.finding import Related, Severity
    from raci.faults.fix import Fix
    from raci.location import Location


@dataclass(frozen=True)
class Fault:
    """One of the things that can be wrong. `source` says where the demand comes from.

    People call all of them rules. Its manual is the text of its name in `pages`; a rule that looks for
    something has it in its own file.
    """

    code: str
    name: str
    severity: Severity
    source: str

    def at(  # noqa: PLR0913 - what a finding has
        self,
        where: Location,
        subject: str,
        message: str,
        help_: str = "",
        *,
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding of this fault, of the severity that the fault has by itself."""
        return Finding(
            location=where,
            code=self.code,
            name=self.name,
            severity=self.severity,
            subject=subject,
            message=message,
            help=help_,
            related=tuple(related),
            fix=fix,
        )
