"""Lint what was read: the findings of the files, of the rules, and of the waivers, in a stable order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.faults.finding import in_order
from raci.faults.of_files import ANCHOR, DUPLICATE_KEY, TAG, UNREADABLE
from raci.linter.baseline import compare, found_in_baseline
from raci.linter.catalogue import BY_CODE
from raci.linter.lint_report import LintReport, Waived
from raci.linter.selection import Selection
from raci.linter.waivers import read_waivers, unused
from raci.location import NOWHERE, Location
from raci.paths import composed
from raci.rule.rule import Sight
from raci.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from raci.faults.finding import Finding
    from raci.graph.ownership import OwnershipGraph
    from raci.linter.baseline import Baseline
    from raci.linter.baseline_file import Entry
    from raci.loading.load import Loaded


@dataclass(frozen=True)
class LintOptions:
    """How to lint. `today` is the only clock; `only` are the files to report on, None for all.

    Without `waivers` the comments in the files silence nothing and are not judged.
    """

    today: date
    selection: Selection = field(default_factory=Selection)
    language: str = "english"
    thresholds: Mapping[str, int] = field(default_factory=dict)
    only: frozenset[str] | None = None
    waivers: bool = True

    def reports_on(self, file: str) -> bool:
        """Return whether findings in a file are to be reported."""
        return self.only is None or file in self.only


def lint(loaded: Loaded, options: LintOptions, graph: OwnershipGraph | None = None) -> LintReport:
    """Return what is to be said about the files. Raises UnusableFile for one that cannot be read at all.

    Where the `graph` of what was read is there already, it is not built anew.
    """
    if unreadable := [each for each in loaded.findings if each.name == UNREADABLE.name]:
        raise UnusableFile("\n".join(f"{each.location.file}: {each.message}" for each in unreadable))
    # A file that could not be read keeps the register from being checked: that is told whatever is asked.
    stopping = {each for each in loaded.findings if each.location.file in loaded.unread}
    found = in_order({*loaded.findings, *_of_rules(loaded, options, graph)} - stopping)
    open_, waived = _waived(found, loaded, options) if options.waivers else (found, [])
    return LintReport(
        findings=_without_vain_fixes(in_order((*stopping, *_to_report(open_, options)))),
        files=len(loaded.places) if options.only is None else len(options.only),
        passed_over=loaded.passed_over,
        texts=loaded.texts,
        incomplete=not loaded.complete,
        waived=tuple(waived),
    )


def _without_vain_fixes(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings without fixes that cannot be made: where a key is repeated nothing is edited."""
    uneditable = {each.location.file for each in findings if each.name in _NOT_EDITED}
    return tuple(
        replace(each, fix=None)
        if each.fix and each.location.file in uneditable and not each.fix.is_of_characters
        else each
        for each in findings
    )


_NOT_EDITED = {each.name for each in (ANCHOR, DUPLICATE_KEY, TAG)}


def less_known(
    report: LintReport, baseline: Baseline | None, loaded: Loaded, options: LintOptions
) -> LintReport:
    """Return a report without what the baseline knows, and with what is to be said about the baseline."""
    if baseline is None:
        return report
    broken = {each.location.file for each in loaded.findings}  # a mistake may have hidden what is known

    whole = {composed(file) for file in loaded.places if options.reports_on(file) and file not in broken}

    def is_judged(entry: Entry) -> bool:
        stand_in = BY_CODE[entry.rule].at(Location(entry.file, *NOWHERE), entry.subject, "")
        return entry.file in whole and loaded.complete and bool(options.selection.heard([stand_in]))

    compared = compare(report.findings, baseline, options.today, is_judged)
    about = options.selection.heard(found_in_baseline(compared, baseline))
    return replace(
        report,
        findings=in_order((*compared.rest, *about)),
        texts={**report.texts, baseline.name: baseline.text.removeprefix("\ufeff")}
        if about
        else report.texts,
        waived=(*report.waived, *(Waived(each, reason, "external") for each, reason in compared.known)),
        stale=compared.stale,
    )


def _to_report(findings: Iterable[Finding], options: LintOptions) -> list[Finding]:
    return [each for each in options.selection.heard(findings) if options.reports_on(each.location.file)]


def _waived(
    found: Sequence[Finding], loaded: Loaded, options: LintOptions
) -> tuple[Sequence[Finding], list[Waived]]:
    """Return the findings that no waiver silences, with those about waivers, and those that one does."""
    waivers = read_waivers(loaded, options.today)
    reasons, idle = waivers.held_against(found)
    waived = [
        Waived(heard, reasons[each], "inSource")
        for each in found
        if each in reasons
        for heard in _to_report([each], options)
    ]
    open_ = [*waivers.findings, *(each for each in found if each not in reasons)]
    if loaded.complete:
        open_ += (unused(each) for each in idle if options.selection.speaks(each.rule))
    return open_, waived


def _of_rules(loaded: Loaded, options: LintOptions, graph: OwnershipGraph | None) -> Iterator[Finding]:
    if not loaded.complete:  # what seems to be missing may stand in the part that could not be read
        return
    if graph is None:
        from raci.graph.ownership import OwnershipGraph  # noqa: PLC0415 - broken files need no networkx

        graph = OwnershipGraph(loaded.register)
    sight = Sight(graph, options.today, options.language, options.thresholds)
    for rule in RULES:
        if options.selection.speaks(rule):
            yield from rule.check(sight)
