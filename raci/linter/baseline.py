"""The baseline: findings that are known and may stay, by rule, file and subject, never by line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.faults.of_waivers import EXPIRED_WAIVER, STALE_BASELINE
from raci.linter.baseline_file import Entry, read_entries, write_entries
from raci.linter.baseline_fixes import stale_fix
from raci.linter.catalogue import BY_CODE
from raci.linter.waivers import is_broken
from raci.location import Location, Marks
from raci.paths import composed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport

KNOWN = "in the baseline"
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Baseline:
    """What a baseline file lists. `name` is the file's, `text` what it holds."""

    name: str
    text: str
    entries: tuple[Entry, ...]

    @staticmethod
    def read(text: str, name: str) -> Baseline:
        """Return the baseline that the file `name` holds. Raises BadConfiguration for a wrong one."""
        return Baseline(name, text, read_entries(text, name))

    @staticmethod
    def of(entries: Iterable[Entry], name: str) -> Baseline:
        """Return the baseline that the file `name` is to hold. Raises BadConfiguration where none can."""
        return Baseline(name, *write_entries(entries, name))


@dataclass(frozen=True)
class Compared:
    """Findings held against a baseline.

    `known` are the findings that it silences, with the reason, `rest` those that it does not; `stale` its
    entries with nothing to silence, counting only what is left over; `expired` those past their day.
    """

    known: tuple[tuple[Finding, str], ...]
    rest: tuple[Finding, ...]
    stale: tuple[Entry, ...]
    expired: tuple[Entry, ...]


def compare(
    findings: Iterable[Finding], baseline: Baseline, today: date, is_judged: Callable[[Entry], bool]
) -> Compared:
    """Return what a baseline silences of `findings`, in their order; entries are stale only if judged."""
    entries = {each.key: each for each in baseline.entries}
    past = {each.key for each in baseline.entries if each.expires is not None and each.expires < today}
    left = Counter({each.key: each.count for each in baseline.entries})
    known: list[tuple[Finding, str]] = []
    rest: list[Finding] = []
    for each in findings:
        key = _key(each)
        if left[key] > 0 and key not in past:
            known.append((each, entries[key].reason or KNOWN))
        else:
            rest.append(each)
        left[key] -= 1
    judged = [each for each in baseline.entries if is_judged(each)]
    return Compared(
        known=tuple(known),
        rest=tuple(rest),
        stale=tuple(replace(each, count=left[each.key]) for each in judged if left[each.key] > 0),
        expired=tuple(each for each in judged if each.key in past),
    )


def found_in_baseline(compared: Compared, baseline: Baseline) -> list[Finding]:
    """Return the findings about the baseline itself: entries that are stale or have expired."""
    counts = {each.key: each.count for each in baseline.entries}
    past = {each.key for each in compared.expired}
    text = baseline.text.removeprefix("\ufeff")
    marks = Marks(baseline.name, text)
    found = []
    for each in compared.expired:
        message = f"the baseline's entry for {_named(each)} expired on {each.expires}"
        help_ = "Mend the finding, or decide anew until when it may stay."
        found.append(EXPIRED_WAIVER.at(_where(each, baseline), " ".join(each.key), message, help_))
    for each in compared.stale:
        if each.key not in past:
            count, silenced = counts[each.key], counts[each.key] - each.count
            gone = f" {count} times, found: {silenced}" if silenced else ", which is found no more"
            message = f"the baseline lists {_named(each)}{gone}"
            help_ = "Prune the baseline, so that what was mended does not come back unseen."
            where, subject = _where(each, baseline), " ".join(each.key)
            fix = stale_fix(text, marks, where, silenced, each.reason)
            found.append(STALE_BASELINE.at(where, subject, message, help_, fix=fix))
    return found


def written(report: LintReport, name: str, previous: Baseline | None = None) -> Baseline:
    """Return the baseline `name` that silences what the report finds and what can be silenced.

    Entries of the `previous` baseline, the one that the report was made with, keep their reason and date.
    Those that the report could not judge stay: their files or rules were left out.
    """
    counts = Counter(_key(each) for each in report.findings if not is_broken(each))
    counts.update(_key(each.finding) for each in report.waived if each.kind == "external")
    left = {each.key: each.count for each in report.stale}
    entries = []
    for each in previous.entries if previous else ():
        count = max(each.count - left.get(each.key, 0), counts.pop(each.key, 0))
        entries.append(replace(each, count=count))
    entries += [Entry(*key, count=count) for key, count in counts.items()]
    return Baseline.of(entries, name)


def pruned(baseline: Baseline, report: LintReport) -> Baseline:
    """Return the baseline without what the report found stale; if nothing is, the one that there is."""
    if not report.stale:
        return baseline
    left = {each.key: each.count for each in report.stale}
    entries = (replace(each, count=each.count - left.get(each.key, 0)) for each in baseline.entries)
    return Baseline.of(entries, baseline.name)


def _key(finding: Finding) -> Key:
    return (finding.code, composed(finding.location.file), finding.subject)


def _named(entry: Entry) -> str:
    subject = f' "{entry.subject}"' if entry.subject else ""
    return f"{entry.rule} ({BY_CODE[entry.rule].name}){subject} in {entry.file}"


def _where(entry: Entry, baseline: Baseline) -> Location:
    return Location(baseline.name, *entry.span)
