"""The answers to many questions: a table of them, then each that is not as expected, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.document import Column, Document, Fact, Grid, Group, Section, Table
from raci.views.who_owns import holder, who_owns
from raci.views.wording import Wording, few, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.questions import Asked, Questions
    from raci.queries.who_owns import WhoOwns

_NOBODY, _NOT = "nobody", "NO"
_HEADER = ("line", "question", "answer", "owner", "sure", "expected", "as expected")
_SPACES = re.compile(r"\S {2,}\S")
_SAID = {True: "yes", False: _NOT, None: ""}


def questions(answer: Questions) -> Document:
    """Return the document of an answer."""
    return Document(
        title=title(answer),
        sections=tuple(_sections(answer)),
        notes=(_summary(answer), *without_a_tab(answer)),
        records=Table(_HEADER, tuple(map(_record, answer.asked))),
        tabular=True,
    )


def title(answer: Questions) -> str:
    """Return in one sentence whether all is as expected."""
    summary = answer.summary
    if not summary.expecting:
        return f"{counted(summary.asked, 'question')}; of none is it said what is expected."
    which = f"{summary.expecting:,} {'question is' if summary.expecting == 1 else 'questions are'}"
    if summary.as_expected == summary.expecting:
        return f"{'The' if summary.expecting == 1 else 'All'} {which} answered as expected."
    missed = [each for each in answer.asked if each.as_expected is False]
    first = ", ".join(_place(each, answer) for each in missed[:_NAMED])
    more = ", …" if len(missed) > _NAMED else ""
    return f"{len(missed):,} of {which} not answered as expected ({first}{more})."


_NAMED = 3  # of many that are not as expected


def _summary(answer: Questions) -> str:
    summary = answer.summary
    numbers = {
        "Questions": summary.asked,
        "as expected": summary.as_expected,
        "not as expected": summary.expecting - summary.as_expected,
        "with nothing that is expected": summary.asked - summary.expecting,
        'answered with "Perhaps"': summary.doubtful,
        "answered with nobody": summary.nobody,
    }
    return f"{'; '.join(f'{what}: {number:,}' for what, number in numbers.items() if number)}."


def without_a_tab(answer: Questions) -> Iterator[str]:
    """Yield a note where spaces stand in a question as if something were expected behind them."""
    spaced = [each for each in answer.asked if not each.expected and _SPACES.search(each.answer.query)]
    if spaced:
        where = ", ".join(few([_place(each, answer) for each in spaced], _NAMED))
        yield f"Several spaces are no tab: what stands behind them is asked, not expected ({where})."


def _sections(answer: Questions) -> Iterator[Section]:
    expecting = answer.summary.expecting > 0
    heads = ("Question", "Answer", "Owner", *(("As expected",) if expecting else ()))
    rows = tuple(
        (question, found, owner, *((held,) if expecting else ()))
        for _, question, found, owner, _, _, held in map(_record, answer.asked)
    )
    grid = Grid(tuple(map(Column, heads)), (Group("", rows),), striking=frozenset((_NOT,)))
    yield Section("Questions", grid=grid)
    if missed := [each for each in answer.asked if each.as_expected is False]:
        yield Section("Not as expected", facts=tuple(_missed(each, answer) for each in missed))


def _missed(asked: Asked, answer: Questions) -> Fact:
    expected = in_words(asked.expected, last="or")
    lines = (who_owns(asked.answer).title, f"Expected: {expected} ({_place(asked, answer)})")
    return Fact(asked.answer.query, lines)


def _place(asked: Asked, answer: Questions) -> str:
    return f"{answer.file}:{asked.line}" if answer.file else f"line {asked.line}"


def _record(asked: Asked) -> tuple[str, ...]:
    """Return a question and its answer as one row."""
    answer = asked.answer
    wording = Wording(answer.scheme, answer.roles)
    owned = together((holder(best, wording), best.name) for best in answer.best)
    names = in_words(name for work in owned.values() for name in work) or _of_roles(answer, wording)
    return (
        *(str(asked.line), answer.query),
        f"perhaps {names or _NOBODY}" if answer.doubtful else names or _NOBODY,
        in_words(owned) if owned else "" if names else _NOBODY,
        ("no" if answer.doubtful else "yes") if names else "",
        "; ".join(asked.expected),
        _SAID[asked.as_expected],
    )


def _of_roles(answer: WhoOwns, wording: Wording) -> str:
    """Return the roles or the work that are the answer instead of work that was asked for, if any are."""
    about = answer.about_roles
    if about is None or not about.is_answer:
        return ""
    if about.listed is None:
        return wording.names(role.id for role in about.held)
    work = {piece.id: piece.name for piece in about.pieces}
    names = [*map(wording.name, about.listed.roles), *(work[id_] for id_ in about.listed.work)]
    return in_words(few(names, _NAMED)) or "none"
