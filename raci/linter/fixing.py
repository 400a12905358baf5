"""Findings mended: their fixes made in rounds, and none that would make a new error."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import CannotEdit
from raci.faults.fix import TakeOut
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
    Tried = tuple[dict[str, str], "Checked"]

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
    now, texts, done = fixing.now.report, fixing.texts, tuple(each.name for each in fixing.done)
    by_hand = tuple((each, why) for each in now.findings if (why := fixing.why_by_hand(each)) is not None)
    fixing.try_what_is_left()
    return Fixed(replace(now, findings=fixing.offering(now.findings), fixed=done), texts, by_hand)


def offering(first: Checked, check: Check) -> LintReport:
    """Return the report of the first check with none but the fixes that would be made.

    `check` need find errors only. Those of texts so large that trying takes seconds are all offered.
    """
    fixing = _Fixing(first, check, with_unsafe=False)
    fixing.try_what_is_left()
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

    def try_what_is_left(self) -> None:
        """Find out which of the other fixes would be made, each on the texts as they are.

        Those of waivers are: nothing that is read changes with them.
        """
        first, texts, self.with_unsafe = self.now, self.texts, True
        if sum(map(len, first.report.texts.values())) > _MOST_TRIED:
            return
        left = [each for each in first.report.findings if each.code < "RACI9"]
        while True:
            self.now = replace(first, report=replace(first.report, findings=tuple(left)))
            self.texts, self.done = dict(texts), []
            if not self.goes_on():
                return
            tried = set(self.done)
            left = [each for each in left if each not in tried]

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
        now = min(map(_turn, due))
        files = {each.location.file for each in due}
        self.opened = {file: FixableText(self.now.report.texts[file]) for file in files}
        self._make(self._apart([each for each in due if _turn(each) == now]))
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
        return sorted(chosen, key=_hides)

    def _make(self, chosen: Sequence[Finding]) -> bool:
        """Make the fixes of findings, or of a part of them if all together would do harm."""
        tried, why, before = None, None, len(self.done)
        try:
            tried = self._tried(chosen) if chosen else None
        except CannotEdit as error:
            why = error
        if self._took(tried, chosen, before):
            return True
        if len(chosen) < 2:  # noqa: PLR2004 - one fix has no parts
            self._refuse(chosen, why)
            return False
        hiding = sum(_hides(each) < _may_uncover(chosen) for each in chosen)
        half = hiding or len(chosen) // 2
        if not self._make(chosen[:half]):
            return self._make(chosen[half:])
        if hiding:  # all the new errors may have been hidden
            self._took(tried, chosen, before)
        return True

    def _took(self, tried: Tried | None, chosen: Sequence[Finding], before: int) -> bool:
        """Return whether what was tried is no worse, and how the files are now; `before` were fixed then."""
        if tried is None or not _is_no_worse(self.now, tried[1], _may_uncover(chosen)):
            return False
        changed, self.now = tried
        self.texts |= changed
        self.done[before:] = chosen
        # What stood in the way of an edit may be gone.
        self.refused = {key: why for key, why in self.refused.items() if not why or key[0][1] not in changed}
        return True

    def _refuse(self, findings: Sequence[Finding], why: CannotEdit | None) -> None:
        self.refused.update({(_key(each), each.fix.message): why for each in findings if each.fix})

    def _tried(self, chosen: Sequence[Finding]) -> Tried | None:
        """Return what fixes change and what is found then, None after too many checks. Raises CannotEdit."""
        self.checks += 1
        if self.checks > _MOST_CHECKS:
            return None
        changed = {
            file: self.opened[file].fixed([each.fix for each in of_file if each.fix])
            for file, of_file in _by_file(chosen).items()
        }
        return changed, self.check(self.texts | changed)


def _is_no_worse(before: Checked, after: Checked, may_uncover: int) -> bool:
    """Return whether nothing was made worse: a mistake may have hidden others, which then come to light."""
    if not after.unread <= before.unread:
        return False
    if may_uncover == _HIDES_ALL:
        return True
    new = Counter(map(_key, after.errors)) - Counter(map(_key, before.errors))
    if may_uncover == _HIDES_NOTHING:
        return not new
    broken = {each.code for each in after.errors if is_broken(each)} - {UNKNOWN_LETTER.code}
    return broken.isdisjoint(code for code, *_ in new)


_HIDES_ALL, _HIDES_WHAT_FOLLOWS, _HIDES_NOTHING = range(3)
_BY_ITSELF, _BY_NAMES, _BY_ALL_ELSE = range(3)


def _turn(finding: Finding) -> int:
    """Return when the fix of a finding is made: before it, what may make it another fix, or needless."""
    hides, fix = _hides(finding), finding.fix
    if hides == _HIDES_ALL:
        return _BY_ITSELF
    if fix and fix.is_safe and (hides < _HIDES_NOTHING or isinstance(fix.repairs[0], TakeOut)):
        return _BY_ITSELF
    return _BY_ALL_ELSE if hides == _HIDES_NOTHING else _BY_NAMES


def _hides(finding: Finding) -> int:
    """Return what may come to light when a finding is mended."""
    if finding.code >= "RACI9" or not is_broken(finding):
        return _HIDES_NOTHING
    return _HIDES_ALL if finding.code < "RACI1" else _HIDES_WHAT_FOLLOWS


def _may_uncover(chosen: Sequence[Finding]) -> int:
    """Return what all fixes may uncover; a safe one, made beside others, leaves the register as it is."""
    return max((level for each in chosen if (level := _hides(each)) < _HIDES_NOTHING), default=_HIDES_NOTHING)


def _by_file(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        by_file.setdefault(each.location.file, []).append(each)
    return by_file


def _key(finding: Finding) -> Key:
    return (finding.code, finding.location.file, finding.subject)
