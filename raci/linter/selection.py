"""Which rules speak, in which files, and how loud."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from raci.errors import BadConfiguration
from raci.linter.catalogue import BY_CODE, BY_NAME, FAULTS
from raci.paths import Patterns
from raci.rules import RULES
from raci.text.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding, Severity

ALL = "ALL"


class UnknownRule(BadConfiguration, ValueError):
    """What is no code, beginning of a code or name of a rule."""


@dataclass(frozen=True)
class Selection:
    """The names of the rules that speak, those ignored by file pattern, and severities that differ.

    Patterns are those of gitignore, for paths from `folder` on.
    """

    rules: frozenset[str] = frozenset(BY_NAME)
    per_file_ignores: Mapping[str, frozenset[str]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    folder: str = "."

    def speaks(self, rule: Fault) -> bool:
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
        if not self.per_file_ignores:
            return False
        return finding.name in self._ignored_in(finding.location.file)

    def _ignored_in(self, file: str) -> frozenset[str]:
        known = self._ignored.get(file)
        if known is None:
            fitting = (names for patterns, names in self._patterns if patterns.say(file))
            known = self._ignored[file] = frozenset().union(*fitting)
        return known

    @cached_property
    def _ignored(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _patterns(self) -> list[tuple[Patterns, frozenset[str]]]:
        return [
            (Patterns(self.folder, (text.removeprefix("./"),)), names)
            for text, names in self.per_file_ignores.items()
        ]


def rules_named(written: Iterable[str]) -> frozenset[str]:
    """Return the names of the rules that codes, names, beginnings of codes or ALL mean.

    Raises UnknownRule with every one that means none.
    """
    found: set[str] = set()
    unknown: list[str] = []
    for text in written:
        names = _meant(text)
        found.update(names)
        if not names:
            unknown.append(f'"{text}" is no rule. {did_you_mean(text, [ALL, *BY_NAME, *BY_CODE])}')
    if unknown:
        raise UnknownRule("\n".join(unknown))
    return frozenset(found)


def select(
    chosen: Iterable[str] | None, ignored: Iterable[str] = (), added: Iterable[str] = ()
) -> frozenset[str]:
    """Return the names of the rules that are left: all or the `chosen`, with the `added`, less the `ignored`.

    Raises BadConfiguration.
    """
    if chosen is not None and not (chosen := list(chosen)):
        raise BadConfiguration("No rule is selected: name codes or names of rules, or ALL.")
    base = rules_named([ALL] if chosen is None else chosen)
    return (base | rules_named(added)) - rules_named(ignored)


def severities_named(written: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return severities by the names of the rules; a rule that is named itself beats its family.

    Raises BadConfiguration.
    """
    meant = [(rules_named([text]), severity) for text, severity in written.items()]
    meant.sort(key=lambda each: -len(each[0]))
    return {name: severity for names, severity in meant for name in names}


def thresholds_named(written: Mapping[str, int]) -> dict[str, int]:
    """Return thresholds by the names of their rules. Raises BadConfiguration for a rule that has none."""
    found: dict[str, int] = {}
    having = sorted(rule.name for rule in RULES if rule.threshold is not None)
    for text, number in written.items():
        for name in rules_named([text]):
            if name not in having:
                raise BadConfiguration(f'the rule "{text}" has no threshold. Known: {", ".join(having)}.')
            found[name] = number
    return found


def _meant(text: str) -> list[str]:
    if text.upper() == ALL:
        return list(BY_NAME)
    if text in BY_NAME:
        return [text]
    code = text.upper()
    begins = code.startswith("RACI") and (code[4:] or "0").isdigit()
    return [each.name for each in FAULTS if begins and each.code.startswith(code)]
