"""Waivers: which findings the comments of a file silence, and what is to be said about the comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from raci.faults.of_waivers import (
    EXPIRED_WAIVER,
    OF_WAIVERS,
    UNKNOWN_WAIVED_RULE,
    UNUSED_WAIVER,
    WAIVER_WITHOUT_REASON,
)
from raci.linter.catalogue import BY_CODE, BY_NAME
from raci.linter.outline import Outline
from raci.linter.waiver_comments import mentions_waivers, waiver_comments
from raci.linter.waiver_fixes import comment_taken_out, rule_taken_out
from raci.location import Location, lines_of
from raci.rule.rule import Rule
from raci.rules import RULES
from raci.text.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding
    from raci.faults.fix import Fix
    from raci.linter.outline import Position
    from raci.linter.waiver_comments import WaiverComment, WrittenRule
    from raci.loading.load import Loaded

_BROKEN = "broken"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Waiver:
    """A waiver of one rule, written at `where`, for what begins from `start` up to before `end`.

    A waiver that stands above no entry covers nothing: its end is its start.
    """

    rule: Fault
    where: Location
    reason: str
    start: Position
    end: Position
    fix: Fix | None

    def covered(self, findings: list[Finding]) -> list[Finding]:
        """Return those of a file's findings, sorted by place, that stand where the waiver holds."""
        first = bisect_left(findings, self.start, key=_position)
        return findings[first : bisect_left(findings, self.end, lo=first, key=_position)]


@dataclass
class Waivers:
    """The waivers of all files that are in order, and the findings about those that are not."""

    waivers: list[Waiver] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def held_against(self, found: Iterable[Finding]) -> tuple[dict[Finding, str], list[Waiver]]:
        """Return the findings that are waived with the reason of the closest waiver, and the idle waivers.

        A waiver is not called idle where loading found a mistake: it may have hidden what is waived.
        """
        by_rule: dict[tuple[str, str], list[Finding]] = {}
        for each in sorted(found, key=_position):
            code = _BROKEN if is_broken(each) else each.code
            by_rule.setdefault((each.location.file, code), []).append(each)
        reasons: dict[Finding, str] = {}
        idle: list[Waiver] = []
        # From the file to the line, so that what is closer has the last word.
        for waiver in sorted(self.waivers, key=lambda each: (each.start[0], -each.start[1])):
            file = waiver.where.file
            covered = waiver.covered(by_rule.get((file, waiver.rule.code), []))
            reasons.update(dict.fromkeys(covered, waiver.reason))
            if not covered and not waiver.covered(by_rule.get((file, _BROKEN), [])):
                idle.append(waiver)
        return reasons, idle


def can_be_silenced(rule: Fault) -> bool:
    """Return whether a rule may be waived or put into a baseline.

    What is found while files are read may not: such files stay broken for every other command. Nor
    what is found about waivers: those are mended by taking them out.
    """
    return isinstance(rule, Rule)


def is_broken(finding: Finding) -> bool:
    """Return whether a finding says that a file, or a part of it, could not be loaded."""
    return not can_be_silenced(BY_CODE[finding.code])


def why_not(rule: Fault) -> str:
    """Return why a rule can be neither waived nor put into a baseline, as the end of a sentence."""
    if rule in OF_WAIVERS:
        return "it is about waivers themselves"
    return "with it the files do not load in any other command"


def as_date(text: str) -> date | None:
    """Return the day that a text like 2026-12-31 names, None if it names none."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def rule_called(text: str) -> Fault | None:
    """Return the rule with this code or name, in any case, None if there is none."""
    return BY_CODE.get(text.upper()) or BY_NAME.get(text.lower())


def suggestion(text: str) -> str:
    """Return the sentence that suggests the rule whose code or name comes nearest."""
    codes = text[:4].upper() == "RACI" and text[4:5].isdigit()
    return did_you_mean(
        text.upper() if codes else text, [rule.code if codes else rule.name for rule in RULES]
    )


def read_waivers(loaded: Loaded, today: date) -> Waivers:
    """Return the waivers of all files. `today` says which of them have expired."""
    read = Waivers()
    unread = set() if loaded.complete else {each.location.file for each in loaded.findings}
    for file in sorted(loaded.texts.keys() - unread):
        if mentions_waivers(loaded.texts[file]):
            lines = lines_of(loaded.texts[file])
            outline = Outline(loaded.places[file], lines)
            for comment in waiver_comments(lines):
                if not outline.is_text((comment.line, comment.column)):
                    _add(read, file, comment, outline, today)
    return read


def _add(read: Waivers, file: str, comment: WaiverComment, outline: Outline, today: date) -> None:
    """Add the waivers of one comment to those that were read, or what is wrong with it."""
    line = outline.lines[comment.line - 1]
    if problem := _problem(file, comment, today, line):
        read.findings.append(problem)
    for written in comment.rules:
        where = _location(file, comment, written)
        rule = rule_called(written.text)
        if rule is None:
            message = f'"{written.text}" is no rule that could be waived'
            help_ = suggestion(written.text)
            read.findings.append(UNKNOWN_WAIVED_RULE.at(where, written.text, message, help_))
        elif not can_be_silenced(rule):
            message = f"{rule.code} ({rule.name}) cannot be waived: {why_not(rule)}"
            help_ = "Take the waiver out and mend what the rule finds."
            read.findings.append(UNKNOWN_WAIVED_RULE.at(where, rule.code, message, help_))
        elif problem is None:
            start, end = _extent(comment, outline)
            fix = rule_taken_out(file, line, comment, written)
            read.waivers.append(Waiver(rule, where, comment.reason, start, end, fix))


def _extent(comment: WaiverComment, outline: Outline) -> tuple[Position, Position]:
    """Return the places from which on and up to which a waiver holds."""
    if comment.whole_file:
        return (0, 0), (1 << 62, 0)
    if not comment.alone:
        return (comment.line, 0), (comment.line + 1, 0)
    here = (comment.line, comment.column)
    return outline.entry_below(comment.line) or (here, here)


def _problem(file: str, comment: WaiverComment, today: date, line: str) -> Finding | None:
    """Return what keeps a whole comment from silencing anything, None if it is in order."""
    where = _location(file, comment)
    subject = " ".join(each.text for each in comment.rules)
    if comment.fault:
        return UNKNOWN_WAIVED_RULE.at(where, comment.fault, comment.fault, comment.help)
    if comment.until is not None:
        until = as_date(comment.until)
        if until is None:
            wrong = f'"{comment.until}" is no date' if comment.until else 'no date follows "until"'
            help_ = "Write `until 2026-12-31: reason`; a reason begins with another word."
            message = f"until when this waiver holds is not clear: {wrong}"
            return EXPIRED_WAIVER.at(where, subject, message, help_)
        if until < today:
            help_ = "Mend what it silenced, or decide anew until when it may stay."
            return EXPIRED_WAIVER.at(where, subject, f"this waiver expired on {until}", help_)
    if not comment.reason:
        help_ = "Write after the brackets why this may stay. Until then nothing is silenced."
        fix = comment_taken_out(file, line, comment)
        return WAIVER_WITHOUT_REASON.at(where, subject, "this waiver gives no reason", help_, fix=fix)
    return None


def unused(waiver: Waiver) -> Finding:
    """Return the finding about a waiver that silences nothing."""
    rule = waiver.rule
    named = f"{rule.code} ({rule.name})"
    if waiver.start == waiver.end:
        message = f"this waiver of {named} stands above no entry"
        help_ = "Move it above the entry, or to the end of the line, that it is meant for."
        return UNUSED_WAIVER.at(waiver.where, rule.code, message, help_)
    message = f"this waiver of {named} silences nothing"
    return UNUSED_WAIVER.at(waiver.where, rule.code, message, "Take it out.", fix=waiver.fix)


def _position(finding: Finding) -> Position:
    return finding.location[1:3]


def _location(file: str, comment: WaiverComment, written: WrittenRule | None = None) -> Location:
    column, end = comment.column, comment.end
    if written is not None:
        column, end = written.column, written.column + len(written.text)
    return Location(file, comment.line, column, comment.line, end)
