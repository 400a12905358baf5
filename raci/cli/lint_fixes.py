"""What raci lint mends: shown as a difference, or written back."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import unified_diff
from functools import partial
from typing import TYPE_CHECKING

from raci.cli.exit_code import ExitCode
from raci.cli.output import say, write, write_bytes
from raci.cli.progress import doing
from raci.editing.writing import Rewritten, write_all
from raci.faults.finding import Severity
from raci.linter import lint as linter
from raci.linter.catalogue import BY_CODE
from raci.linter.fixable_text import FixableText
from raci.linter.fixing import Checked, Fixed
from raci.linter.fixing import fixed as fixed_by
from raci.linter.fixing import offering as offering_by
from raci.linter.selection import Selection
from raci.render.lint.summary import told
from raci.rules import RULES
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.cli.linting import Linting
    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport
    from raci.loading.load import Loaded

_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ERRORS = frozenset(rule.name for rule in RULES if rule.severity is Severity.ERROR)


def fixed(linting: Linting, loaded: Loaded, report: LintReport) -> Fixed:
    """Return the report that is left when what the options say is mended, and the texts that changed."""
    options = linting.options
    with doing("Fixing ownership files", quiet=options.quiet):
        first = _checked(linting, loaded, report)
        return fixed_by(first, partial(_check, linting), with_unsafe=options.unsafe_fixes)


def offering(linting: Linting, loaded: Loaded, report: LintReport) -> LintReport:
    """Return a report with none but the fixes that would be made."""
    with doing("Checking ownership files", quiet=linting.options.quiet):
        return offering_by(_checked(linting, loaded, report), partial(_check_for_errors, linting))


def _check(linting: Linting, texts: Mapping[str, str]) -> Checked:
    """Return what is found when files hold other texts."""
    read = _read(linting, texts)
    baseline = linting.known.baseline
    return _checked(linting, read, linting.report(read, texts.get(baseline.name) if baseline else None))


def _check_for_errors(linting: Linting, texts: Mapping[str, str]) -> Checked:
    """Return which errors there are when files hold other texts, and nothing else of what is found."""
    read = _read(linting, texts)
    report = _of_errors(linting, read)
    return Checked(report, _errors(read, report.findings), read.unread)


def _read(linting: Linting, texts: Mapping[str, str]) -> Loaded:
    return linting.read(
        {
            each.shown: _content(each.read(), texts[each.shown])
            for each in linting.found
            if each.shown in texts
        }
    )


def _checked(linting: Linting, loaded: Loaded, report: LintReport) -> Checked:
    """Return what was found, with the errors of all files and rules, whatever is reported."""
    how = linting.how(loaded)
    if how.only is None and how.selection.rules >= _ERRORS and not how.selection.per_file_ignores:
        found = (*report.findings, *(each.finding for each in report.waived))
    else:
        found = _of_errors(linting, loaded).findings
    return Checked(report, _errors(loaded, found), loaded.unread)


def _of_errors(linting: Linting, loaded: Loaded) -> LintReport:
    how = replace(linting.how(loaded), only=None, selection=Selection(_ERRORS), waivers=False)
    return linter.lint(loaded, how)


def _errors(loaded: Loaded, found: Iterable[Finding]) -> tuple[Finding, ...]:
    both = (*loaded.findings, *found)
    return tuple(dict.fromkeys(each for each in both if BY_CODE[each.code].severity is Severity.ERROR))


def write_back(linting: Linting, mended: Fixed) -> LintReport:
    """Write the files that changed, all or none, and return the report of what is left.

    What came from standard input goes to standard output. What is to be fixed by hand is said. Raises
    CannotWrite.
    """
    files = _rewritten(linting, mended)
    content = linting.given.content
    write_all([each for each in files if content is None or each.before is not content])
    if content is not None:
        write_bytes(next((each.after for each in files if each.before is content), content))
    _say_by_hand(mended)
    return mended.report


def diff(linting: Linting, mended: Fixed) -> ExitCode:
    """Show what would change. Return that there is nothing to do, or that there is. Raises CannotWrite."""
    lines = [
        line
        for each in _rewritten(linting, mended)
        for line in _difference(each.file, each.before.decode("utf-8"), each.after.decode("utf-8"))
    ]
    write("".join(lines), linting.options.output, keep=[each.shown for each in linting.found])
    if not linting.options.quiet:
        say(f"Would fix {told(mended.report.fixed)}." if mended.report.fixed else "Nothing would be fixed.")
    _say_by_hand(mended)
    return ExitCode.NEGATIVE if lines else ExitCode.ANSWERED


def _say_by_hand(mended: Fixed) -> None:
    """Say which fixes cannot be made in place, and what to write by hand."""
    for finding, why in mended.by_hand:
        if finding.fix is not None:
            ready = FixableText(mended.report.texts[finding.location.file]).by_hand(
                finding.fix, finding.location.file
            )
            say(
                f"{one_line(str(finding.location))}: {finding.code} is not fixed: {why} "
                f"By hand: {one_line(finding.fix.message)}.\n{ready}".rstrip("\n")
            )


def _rewritten(linting: Linting, mended: Fixed) -> list[Rewritten]:
    before = {each.shown: each.read() for each in linting.found if each.shown in mended.texts}
    if (baseline := linting.known.baseline) and baseline.name in mended.texts:
        before[baseline.name] = baseline.text.encode("utf-8")
    rewritten = (Rewritten(file, old, _content(old, mended.texts[file])) for file, old in before.items())
    return sorted((each for each in rewritten if each.before != each.after), key=lambda each: each.file)


def _content(before: bytes, text: str) -> bytes:
    """Return the content of a file with another text: it has a byte order mark if it had one."""
    mark = _MARK if before.startswith(_MARK) else b""
    return mark + text.encode("utf-8")


def _difference(file: str, before: str, after: str) -> Iterator[str]:
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), file, file):
        yield line if line[-1] in "\r\n" else f"{line}\n\\ No newline at end of file\n"
