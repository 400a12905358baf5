"""The manual of the rules: an index of them, or a page a rule."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from raci.views.document import Document, Section, Snippet, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.linter.manual import Manual, RuleRecord
    from raci.views.document import Fact

# The first digit of a code is the rule's family.
_FAMILIES = {
    "0": "Files: can they be read",
    "1": "References: does each name mean one thing",
    "2": "Rows: who has which letter for a piece of work",
    "3": "Columns: what one role has on its hands",
    "4": "Overlaps: where roles meet, and how that is settled",
    "5": "Hygiene: entries that say too little",
    "9": "Waivers: what has been excepted",
}
_FENCE = re.compile(r"^```[^\n]*\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## ", flags=re.MULTILINE)
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=- )")


def index(manual: Manual) -> Document:
    """Return the list of rules, by family, each with its severity and what it finds."""
    return Document(
        title=f"{len(manual.rules)} rules",
        sections=tuple(
            Section(_FAMILIES[digit], facts=facts(*map(_line, rules)))
            for digit, rules in groupby(manual.rules, key=lambda rule: rule.code[4])
        ),
        notes=(
            "raci rule CODE prints the page of a rule, with an example; raci rule --all prints all pages.",
        ),
    )


def page(rule: RuleRecord) -> Document:
    """Return the manual page of a rule."""
    first, *others = _HEADING.split(rule.page)
    threshold = None if rule.threshold is None else str(rule.threshold)
    told = facts(("Severity", rule.severity), ("Source", rule.source), ("Threshold", threshold))
    return Document(
        title=f"{rule.code} {rule.name}",
        sections=(_section(first, *told), *map(_section, others)),
    )


def _line(rule: RuleRecord) -> tuple[str, str]:
    return (f"{rule.code} {rule.name}", f"{rule.severity}: {rule.summary}")


def _section(text: str, *told: Fact) -> Section:
    """Return a section of a page: its first line is its heading."""
    heading, _, body = text.partition("\n")
    *before, end = _FENCE.split(body)
    return Section(
        heading=heading,
        facts=told,
        snippets=tuple(
            Snippet(" ".join(_paragraphs(lead)), code)
            for lead, code in zip(before[::2], before[1::2], strict=True)
        ),
        prose=tuple(_paragraphs(end)),
    )


def _paragraphs(text: str) -> Iterator[str]:
    yield from (" ".join(part.split()) for part in _BETWEEN_PARAGRAPHS.split(text.strip()) if part)
