"""Findings mended: their fixes made in rounds, and none that would make a new error."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import CannotEdit
from raci.faults.of_files import UNKNOWN_LETTER
from raci.linter.fixable_text import FixableText
from raci.linter.waivers import is_broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from raci.faults.finding import Finding
    from raci.faults.fix import Fix
    from raci.linter.lint_report import LintReport

    Key = tuple[str, str, str]
    Check = Callable[[Mapping[str, str]], "Checked"]

_MOST_CHECKS = 60  # who has a fix that makes errors in each of thousands of places waits no longer
_MOST_TRIED = 1_000_000  # characters: in more, to try a fix that nobody asked for would take seconds


@dataclass(frozen=True)
class Checked:
    """What lint says of texts: its report, the errors in all files that were read, and the unread files."""

    report: LintReport
    errors: tuple[Finding, ...]
    unread: frozenset[str]


class Fixed(NamedTuple):
    """The report after the fixes, the texts by file that they changed, and what people have to fix by hand.

    That are findings with why their fixes cannot be made in place.
    """

    report: LintReport
    texts: dict[str, str]
    by_hand: tuple[tuple[Finding, str], ...]


def fixed(first: Checked, check: Check, *, with_unsafe: bool) -> Fixed:
    """Return what is left when the fixes that the first check offers, and those it uncovers, are made.

    `check` lints again, with other texts for some files. In a report a fix that makes new errors, or cannot
    be made, is offered no more.
    """
    fixing = _Fixing(first, check, with_unsafe)
    fixing.go_on()
    now, texts, done = fixing.now.report, dict(fixing.texts), tuple(each.name for each in fixing.done)
    by_hand = tuple((each, why) for each in now.findings if (why := fixing.why_by_hand(each)) is not None)
    fixing.try_unsafe()
    return Fixed(replace(now, findings=fixing.offering(now.findings), fixed=done), texts, by_hand)


def offering(first: Checked, check: Check) -> LintReport:
    """Return the report of the first check with none but the fixes that would be made.

    Those of texts so large that trying takes seconds are all offered.
    """
    if sum(map(len, first.report.texts.values())) > _MOST_TRIED:
        return first.report
    fixing = _Fixing(first, check, with_unsafe=False)
    fixing.go_on()
    fixing.try_unsafe()
    return replace(first.report, findings=fixing.offering(first.report.findings))


@dataclass
class _Fixing:
    """The state of the files between rounds: how they are found now, which texts are others."""

    now: Checked
    check: Check
    with_unsafe: bool
    texts: dict[str, str] = field(default_factory=dict)
    done: list[Finding] = field(default_factory=list)
    refused: dict[tuple[Key, str], CannotEdit | None] = field(default_factory=dict)
    opened: dict[str, FixableText] = field(default_factory=dict)
    checks: int = 0

    def go_on(self) -> None:
        """Make rounds of fixes until nothing is left to fix."""
        while self.goes_on():
            pass

    def try_unsafe(self) -> None:
        """Find out which of the unsafe fixes would be made."""
        if sum(map(len, self.now.report.texts.values())) <= _MOST_TRIED:
            self.with_unsafe = True
            self.go_on()

    def offering(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings without the fixes that were refused."""
        return tuple(replace(each, fix=self.offered(each)) for each in findings)

    def offered(self, finding: Finding) -> Fix | None:
        """Return the fix of a finding, unless it was refused."""
        if finding.fix is None or (_key(finding), finding.fix.message) in self.refused:
            return None
        return finding.fix

    def why_by_hand(self, finding: Finding) -> str | None:
        """Return why the fix of a finding cannot be made in place; None where it can, or would do harm."""
        why = self.refused.get((_key(finding), finding.fix.message)) if finding.fix else None
        return None if why is None else str(why)

    def goes_on(self) -> bool:
        """Make one round of fixes; return whether there may be another."""
        due = [
            each
            for each in self.now.report.findings
            if (fix := self.offered(each)) and (fix.is_safe or self.with_unsafe)
        ]
        if not due or self.checks >= _MOST_CHECKS:
            return False
        # First what hides others, then what is refused for fewer reasons; what is no YAML before YAML.
        first = min(map(_kind, due))
        files = {each.location.file for each in due}
        self.opened = {file: FixableText(self.now.report.texts[file]) for file in files}
        self._make(self._apart([each for each in due if _kind(each) == first]))
        return True

    def _apart(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings whose fixes do not touch each other."""
        chosen: list[Finding] = []
        for file, of_file in _by_file(findings).items():
            by_fix = {id(each.fix): each for each in of_file}
            try:
                apart = self.opened[file].apart([each.fix for each in of_file if each.fix])
            except CannotEdit as error:
                self._refuse(of_file, error)
            else:
                chosen += (by_fix[id(fix)] for fix in apart)
        return chosen

    def _make(self, chosen: Sequence[Finding]) -> bool:
        """Make the fixes of findings, or of a part of them if all together would do harm."""
        why: CannotEdit | None = None
        try:
            after = self._tried(chosen) if chosen else None
        except CannotEdit as error:
            after, why = None, error
        if after is not None:
            changed, self.now = after
            self.texts |= changed
            self.done += chosen
            return True
        if len(chosen) < 2:  # noqa: PLR2004 - one fix has no parts
            self._refuse(chosen, why)
            return False
        half = len(chosen) // 2
        return self._make(chosen[:half]) or self._make(chosen[half:])

    def _refuse(self, findings: Sequence[Finding], why: CannotEdit | None) -> None:
        self.refused.update({(_key(each), each.fix.message): why for each in findings if each.fix})

    def _tried(self, chosen: Sequence[Finding]) -> tuple[dict[str, str], Checked] | None:
        """Return the texts that fixes change and what is found then, None where that is worse.

        Raises CannotEdit.
        """
        self.checks += 1
        if self.checks > _MOST_CHECKS:
            return None
        changed = {
            file: self.opened[file].fixed([each.fix for each in of_file if each.fix])
            for file, of_file in _by_file(chosen).items()
        }
        after = self.check(self.texts | changed)
        return (changed, after) if _is_no_worse(self.now, after, _kind(chosen[0])[0]) else None


def _is_no_worse(before: Checked, after: Checked, may_uncover: int) -> bool:
    """Return whether nothing was made worse: a mistake may have hidden others, which then come to light."""
    if not after.unread <= before.unread:
        return False
    if may_uncover == _HIDES_ALL:
        return True
    known = Counter(map(_key, before.errors))
    new = [each for each in after.errors if _key(each) not in known]
    if may_uncover == _HIDES_NOTHING:
        return not new
    return not any(is_broken(each) and each.code != UNKNOWN_LETTER.code for each in new)


_HIDES_ALL, _HIDES_WHAT_FOLLOWS, _HIDES_NOTHING = range(3)


def _kind(finding: Finding) -> tuple[int, bool]:
    """Return what fixes of one round have alike: what their faults hide, whether they edit YAML."""
    hides = _HIDES_NOTHING
    if is_broken(finding) and finding.code < "RACI9":
        hides = _HIDES_ALL if finding.code < "RACI1" else _HIDES_WHAT_FOLLOWS
    return hides, not (finding.fix and finding.fix.is_of_characters)


def _by_file(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        by_file.setdefault(each.location.file, []).append(each)
    return by_file


def _key(finding: Finding) -> Key:
    return (finding.code, finding.location.file, finding.subject)
