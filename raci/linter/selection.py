"""Which rules speak, in which files, and how loud."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from raci.errors import BadConfiguration
from raci.names import did_you_mean
from raci.rules import BY_CODE, BY_NAME, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.finding import Finding, Severity
    from raci.rule import Rule

ALL = "ALL"


@dataclass(frozen=True)
class Selection:
    """The names of the rules that speak, those ignored by file pattern, and severities that differ."""

    rules: frozenset[str] = frozenset(rule.name for rule in RULES)
    per_file_ignores: Mapping[str, frozenset[str]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def speaks(self, rule: Rule) -> bool:
        """Return whether a rule is to be run."""
        return rule.name in self.rules

    def heard(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are selected, with the severities that were chosen."""
        return [
            replace(each, severity=self.severities[each.name]) if each.name in self.severities else each
            for each in findings
            if each.name in self.rules and not self._is_ignored(each)
        ]

    def _is_ignored(self, finding: Finding) -> bool:
        return any(
            finding.name in names and fnmatchcase(finding.location.file, pattern)
            for pattern, names in self.per_file_ignores.items()
        )


def rules_named(written: Iterable[str]) -> frozenset[str]:
    """Return the names of the rules that codes, names, beginnings of codes or ALL mean.

    Raises BadConfiguration with every one that means none.
    """
    found: set[str] = set()
    unknown: list[str] = []
    for text in written:
        names = _meant(text)
        found.update(names)
        if not names:
            unknown.append(f'"{text}" is no rule. {did_you_mean(text, [*BY_NAME, *BY_CODE])}')
    if unknown:
        raise BadConfiguration("\n".join(unknown))
    return frozenset(found)


def select(
    chosen: Iterable[str] | None, ignored: Iterable[str] = (), added: Iterable[str] = ()
) -> frozenset[str]:
    """Return the names of the rules that are left: all or the `chosen`, with the `added`, less the `ignored`.

    Raises BadConfiguration.
    """
    base = rules_named([ALL] if chosen is None else chosen)
    return (base | rules_named(added)) - rules_named(ignored)


def thresholds_named(written: Mapping[str, int]) -> dict[str, int]:
    """Return thresholds by the names of their rules. Raises BadConfiguration for a rule that has none."""
    found: dict[str, int] = {}
    for text, number in written.items():
        for name in rules_named([text]):
            if BY_NAME[name].threshold is None:
                having = ", ".join(sorted(rule.name for rule in RULES if rule.threshold is not None))
                raise BadConfiguration(f'the rule "{text}" has no threshold. Known: {having}.')
            found[name] = number
    return found


def _meant(text: str) -> list[str]:
    if text == ALL:
        return [rule.name for rule in RULES]
    if text in BY_NAME:
        return [text]
    code = text.upper()
    begins = code.startswith("RACI") and code[4:].isdigit()
    return [rule.name for rule in RULES if begins and rule.code.startswith(code)]
