"""The manual of the rules: what each looks for and why, as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.linter.selection import ALL, rules_named
from raci.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """What there is to know about a rule. `page` is its manual page in Markdown, `summary` its first line.

    `threshold` is the number that the configuration may change, None for a rule without one.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    source: str
    threshold: int | None
    page: str


@dataclass(frozen=True, slots=True)
class Manual:
    """Rules in the order of their codes."""

    rules: tuple[RuleRecord, ...]


def manual(written: Iterable[str] = (ALL,)) -> Manual:
    """Return what is to be known about the rules that codes, beginnings of codes or names mean.

    Raises BadConfiguration with every one that means none.
    """
    names = rules_named(written)
    return Manual(
        tuple(
            RuleRecord(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                summary=rule.summary,
                source=rule.source,
                threshold=rule.threshold,
                page=f"{(rule.page or '').strip()}\n",
            )
            for rule in RULES
            if rule.name in names
        )
    )
