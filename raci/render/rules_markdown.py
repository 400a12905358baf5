"""The manual of the rules as Markdown. The pages are Markdown already and stay as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.linter.manual import Manual, RuleRecord

_INTRODUCTION = """# Lint rules

What `raci lint` looks for in ownership files. An *error* says that the files contradict themselves or cannot
be read, a *warning* that trouble is likely, *info* is advice. Rules are chosen by code, by name, or by the
beginning of a code.

This page is what `raci rule --all --format markdown` prints.
"""
_FENCE_OR_HEADING = re.compile(r"^```.*?^```$|^(?=##)", flags=re.MULTILINE | re.DOTALL)


def render(manual: Manual, *, with_index: bool, with_pages: bool) -> str:
    """Return the index of the rules, their pages, or both. Each page's heading is the rule's code."""
    index = [_INTRODUCTION, _index(manual)] if with_index else []
    pages = [_page(rule, nested=with_index) for rule in manual.rules] if with_pages else []
    return "\n".join([*index, *pages])


def _index(manual: Manual) -> str:
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}) | `{rule.name}` | {rule.severity} | {_cell(rule.summary)} |"
        for rule in manual.rules
    ]
    return "\n".join(["| code | name | severity | finds |", "|---|---|---|---|", *rows]) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _page(rule: RuleRecord, *, nested: bool) -> str:
    # Under the index all headings of a page are one level lower; those in an example are its text.
    text = _FENCE_OR_HEADING.sub(lambda found: found[0] or "#", rule.page) if nested else rule.page
    heading = f"{'##' if nested else '#'} {rule.code}"
    return "\n".join([heading, "", *_facts(rule), "", text])


def _facts(rule: RuleRecord) -> Iterator[str]:
    yield f"- Name: `{rule.name}`"
    yield f"- Severity: {rule.severity}"
    yield f"- Source: {rule.source}"
    if rule.threshold is not None:
        setting = f"`{rule.name} = {rule.threshold}` under `[lint.thresholds]`"
        yield f"- Threshold: {rule.threshold}, in the configuration {setting}"
