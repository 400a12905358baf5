"""The manual of the rules: what each looks for and why, as records."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from raci.faults.finding import Severity
from raci.linter.catalogue import FAULTS
from raci.linter.selection import ALL, rules_named
from raci.model.field_types import Code, Record, RuleName, Text
from raci.rule.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.fault import Fault


@dataclass(frozen=True, slots=True)
class RuleRecord(Record):
    """What there is to know about a rule."""

    code: Code
    """Never given to another rule."""
    name: RuleName
    """What the rule finds; as good as the code."""
    severity: Severity
    """That of the rule by itself; a configuration may change it."""
    summary: Text
    """What the rule finds, in a sentence: the first line of the page."""
    source: Text
    """Where the rule comes from."""
    threshold: int | None
    """The number that the configuration may change; null for a rule without one."""
    page: Text
    """The manual page, in Markdown."""


@dataclass(frozen=True, slots=True)
class Manual(Record):
    """The manual of the rules."""

    rules: tuple[RuleRecord, ...]
    """The rules that were asked for, all if none was named, in the order of their codes."""


def manual(written: Iterable[str] = (ALL,)) -> Manual:
    """Return what is to be known about the rules that codes, beginnings of codes or names mean.

    Raises BadConfiguration with every one that means none.
    """
    names = rules_named(written)
    return Manual(tuple(_record(each) for each in FAULTS if each.name in names))


def _record(fault: Fault) -> RuleRecord:
    rule = fault if isinstance(fault, Rule) else None
    page = (_page_of(fault) if rule is None else rule.page or "").strip()
    return RuleRecord(
        code=fault.code,
        name=fault.name,
        severity=fault.severity,
        summary=page.split("\n")[0],
        source=fault.source,
        threshold=None if rule is None else rule.threshold,
        page=f"{page}\n",
    )


def _page_of(fault: Fault) -> str:
    return files("raci.faults").joinpath("pages", f"{fault.name}.md").read_text("utf-8")
