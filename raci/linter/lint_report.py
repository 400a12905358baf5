"""What lint has to say: the findings that are reported, and those that are silenced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.faults.finding import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from raci.faults.finding import Finding
    from raci.linter.baseline_file import Entry


@dataclass(frozen=True)
class Waived:
    """A finding that is not reported, and why. `kind` says where that is written: inSource or external."""

    finding: Finding
    reason: str
    kind: str


@dataclass(frozen=True)
class LintReport:
    """What lint found, by place; `files` and `passed_over` say how many files it did and did not look at.

    `texts` are the files' texts by name, for excerpts. `incomplete` says that the rules on the whole register
    wait, because a file could not be read to its end. `waived` are the findings that a waiver or the
    baseline silences. `stale` are the baseline's entries that silence less than they say; their count is
    what is left over. `fixed` has the name of the rule of each finding that was mended.
    """

    findings: tuple[Finding, ...]
    files: int
    passed_over: int
    texts: Mapping[str, str]
    incomplete: bool = False
    waived: tuple[Waived, ...] = ()
    stale: tuple[Entry, ...] = ()
    fixed: tuple[str, ...] = ()

    def renamed(self, name: Callable[[str], str]) -> LintReport:
        """Return the report with other names for the files: `name` returns that of each."""
        findings = in_order(each.renamed(name) for each in self.findings)
        texts = {name(file): text for file, text in self.texts.items()}
        waived = tuple(replace(each, finding=each.finding.renamed(name)) for each in self.waived)
        return replace(self, findings=findings, waived=waived, texts=texts)
