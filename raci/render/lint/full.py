"""The report for people: each finding with the lines it is about and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.render.lint.excerpt import Sources
from raci.render.lint.plain_text import BLUE, BOLD, CYAN, OF_SEVERITY, painted, place
from raci.render.lint.summary import closing
from raci.text.names import in_words
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.finding import Finding
    from raci.linter.lint_report import LintReport
    from raci.location import Location

_MOST_CODES = 8


def render(report: LintReport, *, color: bool = False) -> str:
    """Return a block a finding, where to read about the rules, and a last line that sums up."""
    sources = Sources(report.texts)
    blocks = ["\n".join(_Block(each, sources, color=color).lines()) for each in report.findings]
    if report.findings:
        blocks.append(_manual(report))
    return "\n\n".join([*blocks, closing(report)]) + "\n"


def _manual(report: LintReport) -> str:
    """Return where the rules of the findings are explained."""
    codes = sorted({each.code for each in report.findings})
    if len(codes) == 1:
        return f"Run raci rule {codes[0]} to read about the rule."
    shown = (
        in_words(codes, last="or") if len(codes) <= _MOST_CODES else f"{', '.join(codes[:_MOST_CODES])}, …"
    )
    return f"Run raci rule CODE to read about a rule: {shown}"


class _Block:
    """A finding as lines: what, where, the other places it is about, what to do."""

    def __init__(self, finding: Finding, sources: Sources, *, color: bool) -> None:
        self.finding = finding
        self.sources = sources
        self.color = color
        places = (finding.location, *(each.location for each in finding.related))
        self.margin = max(len(str(each.line)) for each in places)

    def lines(self) -> Iterator[str]:
        finding = self.finding
        style = OF_SEVERITY[finding.severity]
        title = painted(f"{finding.severity}[{finding.code}]", style, color=self.color)
        message = painted(one_line(finding.message), BOLD, color=self.color)
        yield f"{title} {finding.name}: {message}"
        yield from self._place(finding.location, "^", style, "")
        for each in finding.related:
            yield self._bar()
            yield from self._place(each.location, "-", BLUE, one_line(each.message))
        fix = finding.fix
        notes = [("help:", finding.help)] if finding.help else []
        if fix:
            notes.append(("fix:", f"{fix.message}{'' if fix.is_safe else ' (unsafe)'}."))
        if notes:
            yield self._bar()
        for label, text in notes:
            yield f"{self._bar('=')} {painted(label, CYAN, color=self.color)} {one_line(text)}"

    def _place(self, location: Location, mark: str, style: str, label: str) -> Iterator[str]:
        """Yield a place and, where its text is known, its line with marks and the label below."""
        arrow = painted(f"{' ' * self.margin}-->", BLUE, color=self.color)
        excerpt = self.sources.excerpt(location)
        if excerpt is None:
            yield f"{arrow} {place(location)}" + (f": {label}" if label else "")
            return
        yield f"{arrow} {place(location)}"
        yield self._bar()
        number = painted(f"{location.line:>{self.margin}} |", BLUE, color=self.color)
        yield f"{number} {excerpt.line}".rstrip()
        marks = painted(f"{mark * excerpt.marked} {label}".rstrip(), style, color=self.color)
        yield f"{self._bar()} {' ' * excerpt.left}{marks}"

    def _bar(self, sign: str = "|") -> str:
        return painted(f"{' ' * self.margin} {sign}", BLUE, color=self.color)
