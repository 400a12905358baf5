"""The questions, and who is right about them: of each kind, and of all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from answers.searchers import Found
    from raci.graph.ownership import OwnershipGraph


@dataclass(frozen=True)
class Question:
    """A question to a register, its kind, the items that are right first answers, and their owners.

    `expects` is what is right of roles: `role`, which is the answer instead of items, or `owner` and, of a
    question for yes or no, `yes`.
    """

    register: str
    ask: str
    kind: str
    items: tuple[str, ...]
    owners: tuple[str, ...]
    expects: Mapping[str, Any]

    @property
    def is_answerable(self) -> bool:
        """Return whether there is a right answer but nobody."""
        return bool(self.items or self.expects)


def read(path: Path, register: str = "") -> list[Question]:
    """Return the questions of a file, to the register that they name or that one."""
    entries = yaml.safe_load(path.read_text("utf-8"))
    return [
        Question(
            each.get("register", register),
            *(each["ask"], each["kind"], tuple(each["items"]), tuple(each["owners"])),
            each.get("expects", {}),
        )
        for each in entries
    ]


def judged(question: Question, found: Found, graph: OwnershipGraph) -> Iterator[str]:
    """Yield what is true of an answer: see `Figures`."""
    if not found.is_answer:
        yield "refused"
        if question.is_answerable:
            yield "missed"
            if set(found.near) & set(question.items):
                yield "near"
    elif _is_right(question, found):
        yield "first"
    elif found.sure:
        yield "sure"
    if "role" in question.expects and _is_right(question, found):
        yield from ("third", "owner")
    elif found.items:
        if set(found.items[:3]) & set(question.items):
            yield "third"
        if set(graph.accountable(found.items[0])) & set(question.owners):
            yield "owner"


def _is_right(question: Question, found: Found) -> bool:
    """Return whether an answer is right: in what it says of roles as well, where that is asked for."""
    expects = question.expects
    if "role" in expects:
        return found.role == expects["role"]
    if not found.items or found.items[0] not in question.items:
        return False
    if not expects or not found.knows_roles:
        return True
    asked = found.about_roles.asked if found.about_roles else None
    if asked is None or asked.verdict is None:
        return False
    named = expects["owner"] in {role for side in asked.sides for role in side.roles}
    return (asked.verdict == "yes") is expects.get("yes", named)


@dataclass(frozen=True)
class Figures:
    """How many questions of a kind were asked, and shares of them.

    `first`, `third` and `owner`: the first answer is right, one of the first three is, its owner is; None
    where some have no answer. `refused`: the answer is nobody. `sure`: it is wrong, and not begun with
    "Perhaps". `near`, of those that have an answer and were refused (None where none were): the right item
    is among the nearest three.
    """

    asked: int
    first: float | None
    third: float | None
    owner: float | None
    refused: float
    sure: float
    near: float | None


@dataclass(frozen=True)
class Result:
    """The figures of a search by kind, those of all questions that have an answer, and of all questions.

    `f1` is that of the refusals.
    """

    kinds: Mapping[str, Figures]
    answerable: Figures
    every: Figures
    f1: float


def result(
    questions: Sequence[Question], found: Sequence[Found], graphs: Mapping[str, OwnershipGraph]
) -> Result:
    """Return how right a search is."""
    pairs = list(zip(questions, found, strict=True))
    true = [Counter(judged(question, answer, graphs[question.register])) for question, answer in pairs]

    def of(kept: Iterable[bool]) -> Figures:
        return _figures([pair for pair, keep in zip(judgements, kept, strict=True) if keep])

    answered = [question.is_answerable for question in questions]
    judgements = list(zip(answered, true, strict=True))
    kinds = sorted({(not question.is_answerable, question.kind) for question in questions})
    return Result(
        {kind: of(question.kind == kind for question in questions) for _, kind in kinds},
        of(answered),
        of([True] * len(questions)),
        refusals_f1(questions, found),
    )


def _figures(judgements: Sequence[tuple[bool, Counter[str]]]) -> Figures:
    total = Counter[str]()
    for _, true in judgements:
        total.update(true)
    asked = len(judgements)
    answerable = all(answered for answered, _ in judgements)
    right = (total[name] / asked if answerable else None for name in ("first", "third", "owner"))
    near = total["near"] / total["missed"] if total["missed"] else None
    return Figures(asked, *right, total["refused"] / asked, total["sure"] / asked, near)


def refusals_f1(questions: Sequence[Question], found: Sequence[Found]) -> float:
    """Return the F1 of saying nobody where nobody is right."""
    refused = [not answer.is_answer for answer in found]
    right = sum(no and not q.is_answerable for q, no in zip(questions, refused, strict=True))
    return 2 * right / max(1, sum(refused) + sum(not q.is_answerable for q in questions))


def best_threshold(questions: Sequence[Question], found: Sequence[Found]) -> float:
    """Return the score below which refusing makes the refusals best."""
    scores = sorted({answer.score for answer in found if answer.items})
    return max(
        scores,
        key=lambda least: refusals_f1(questions, [answer.unless_below(least) for answer in found]),
        default=0.0,
    )
