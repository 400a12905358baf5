"""Questions for all work, or all roles, of which something is true: "which work has no owner?"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.language.language import Language


class StatusQuestion(NamedTuple):
    """What is to be listed, one of `raci.language.asking.LISTS`, and the words that say so."""

    listed: str
    said: tuple[str, ...]


def status_question(asked: Sequence[str], language: Language) -> StatusQuestion | None:
    """Return what a question wants listed: the longest phrase for it beside which nothing else is said."""
    passed_over = language.silent | language.questions.things
    found = (
        StatusQuestion(listed, phrase)
        for listed, phrases in language.questions.lists.items()
        for phrase in phrases
        if _is_all_that_is_said(phrase, asked, passed_over)
    )
    return max(found, key=lambda each: len(each.said), default=None)


def _is_all_that_is_said(phrase: Sequence[str], asked: Sequence[str], passed_over: frozenset[str]) -> bool:
    due = list(phrase)
    for word in asked:
        if due and word == due[0]:
            del due[0]
        elif word not in passed_over:
            return False
    return not due
