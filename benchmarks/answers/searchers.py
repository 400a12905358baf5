"""Who answers the questions: raci, and two well-known searches over the same names, aliases and summaries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import bm25s
from raci.graph.ownership import OwnershipGraph
from raci.language.language import DEFAULT
from raci.queries.question import Readers
from raci.queries.who_owns import answered
from raci.text.names import fold
from rapidfuzz import fuzz, process
from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.model.register import Register
    from raci.queries.asked_records import AboutRoles

NEAREST = 3


@dataclass(frozen=True)
class Found:
    """What a question is answered with: items, best first, and how good the best one is.

    Where nobody is the answer there are none, and `near` are those that are named as the nearest. What raci
    says of roles is `about_roles`, and `role` the one that is the answer instead of items; the others, which
    do not know roles, are not asked for that.
    """

    items: tuple[str, ...] = ()
    score: float = 0.0
    sure: bool = True
    near: tuple[str, ...] = ()
    role: str | None = None
    about_roles: AboutRoles | None = None
    knows_roles: bool = False

    @property
    def is_answer(self) -> bool:
        """Return whether it is an answer, to whatever question."""
        return bool(self.items) or (self.about_roles is not None and self.about_roles.is_answer)

    def unless_below(self, least: float) -> Found:
        """Return the answer of a search that refuses what it has no such score for."""
        return self if not self.items or self.score >= least else Found(near=self.items[:NEAREST])


Ask = Callable[[str], Found]


def by_raci(register: Register) -> Ask:
    """Return raci's own answers."""
    graph, readers = OwnershipGraph(register), Readers.of(register, DEFAULT)
    ids = {work.name: work.id for work in register.work.values()}

    def ask(question: str) -> Found:
        answer = answered(graph, readers, question, limit=None)
        near = tuple(ids[name] for name in answer.nearest[:NEAREST])
        score = answer.matches[0].score if answer.matches else 0.0
        items = tuple(match.id for match in answer.matches)
        return Found(
            items, score, not answer.doubtful, near, answer.role, answer.about_roles, knows_roles=True
        )

    return ask


def by_rapidfuzz(register: Register) -> Ask:
    """Return the weighted ratio over names and aliases, the best label of each item."""
    labels = {
        (work.id, label): fold(label)
        for work in register.work.values()
        for label in (work.name, *work.aliases)
    }

    def ask(question: str) -> Found:
        found: dict[str, float] = {}
        for _, score, (item, _) in process.extract(fold(question), labels, scorer=fuzz.WRatio, limit=50):
            found.setdefault(item, score)
        return Found(tuple(found), max(found.values(), default=0.0))

    return ask


def by_bm25(register: Register) -> Ask:
    """Return BM25 over stems of names, aliases, areas and summaries."""
    stem = Stemmer("english").stemWords
    items = list(register.work.values())
    texts = [
        " ".join(filter(None, (work.name, *work.aliases, work.area, *(c.entry.summary for c in work.claims))))
        for work in items
    ]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", stemmer=stem, show_progress=False), show_progress=False)

    def ask(question: str) -> Found:
        tokens = bm25s.tokenize(question, stopwords="en", stemmer=stem, show_progress=False)
        try:
            found, scores = index.retrieve(tokens, k=min(10, len(items)), show_progress=False)
        except ValueError:  # none of the words is known
            return Found()
        pairs = zip(cast("Any", found)[0], cast("Any", scores)[0], strict=True)
        ranked = [(items[int(number)].id, float(score)) for number, score in pairs if score > 0]
        return Found(tuple(item for item, _ in ranked), ranked[0][1]) if ranked else Found()

    return ask


OURS = "raci"
SEARCHERS: Mapping[str, Callable[[Register], Ask]] = {
    OURS: by_raci,
    "rapidfuzz WRatio": by_rapidfuzz,
    "bm25s with stems": by_bm25,
}
