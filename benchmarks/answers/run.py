"""Ask raci and two baselines the same questions about the same register, and print who is right.

    python benchmarks/answers/run.py [QUESTIONS...]

Without an argument it asks both halves of the set for the shipped data: tuning.yaml and held_out.yaml.
Top-1 and top-3 are the share of answerable questions whose right item is first or among the first three,
owner the share whose first answer has a right owner; refusals are the F1 of saying nobody where nobody
is right. The baselines have no refusal of their own: each gets the score below which it refuses that
makes its refusals best on the very questions it is measured with.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import bm25s
import raci
import yaml
from raci.graph.ownership import OwnershipGraph
from raci.search.ranking import Search
from raci.text.names import fold
from rapidfuzz import fuzz, process
from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raci.model.register import Register

HERE = Path(__file__).parent
Ranked = list[tuple[str, float]]


@dataclass(frozen=True)
class Question:
    """A question, its kind, the items that are right first answers, and their owners."""

    ask: str
    kind: str
    items: tuple[str, ...]
    owners: tuple[str, ...]


@dataclass
class Tally:
    """Counts of one kind of question."""

    asked: int = 0
    first: int = 0
    third: int = 0
    owner: int = 0
    refused: int = 0

    def add(self, other: Tally) -> None:
        """Add another kind's counts."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def shares(self) -> str:
        """Return the shares of those asked."""
        first, third, owner = (count / self.asked for count in (self.first, self.third, self.owner))
        return f"top-1 {first:.3f}  top-3 {third:.3f}  owner {owner:.3f}"


def read(path: Path) -> list[Question]:
    """Return the questions of a file."""
    entries = yaml.safe_load(path.read_text("utf-8"))
    return [Question(e["ask"], e["kind"], tuple(e["items"]), tuple(e["owners"])) for e in entries]


def by_raci(register: Register) -> Callable[[str], Ranked]:
    """Return raci's own search."""
    search = Search(register)
    return lambda ask: [(hit.work, hit.score) for hit in search.rank(ask)]


def by_rapidfuzz(register: Register) -> Callable[[str], Ranked]:
    """Return the weighted ratio over names and aliases, the best label of each item."""
    labels = {
        (work.id, label): fold(label)
        for work in register.work.values()
        for label in (work.name, *work.aliases)
    }

    def ask(question: str) -> Ranked:
        found: dict[str, float] = {}
        for _, score, (item, _) in process.extract(fold(question), labels, scorer=fuzz.WRatio, limit=50):
            found.setdefault(item, score)
        return list(found.items())

    return ask


def by_bm25(register: Register) -> Callable[[str], Ranked]:
    """Return BM25 over stems of names, aliases, areas, summaries and keywords."""
    stem = Stemmer("english").stemWords
    items = list(register.work.values())
    texts = [
        "\n".join((work.name, *work.aliases, work.area or "", *work.summaries, *work.keywords))
        for work in items
    ]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", stemmer=stem, show_progress=False), show_progress=False)

    def ask(question: str) -> Ranked:
        tokens = bm25s.tokenize(question, stopwords="en", stemmer=stem, show_progress=False)
        try:
            found, scores = index.retrieve(tokens, k=10, show_progress=False)
        except ValueError:  # none of the words is known
            return []
        ranked = zip(cast("Any", found)[0], cast("Any", scores)[0], strict=True)
        return [(items[int(number)].id, float(score)) for number, score in ranked if score > 0]

    return ask


def refusal_f1(questions: Sequence[Question], answers: Sequence[Ranked], least: float) -> float:
    """Return the F1 of refusing below a score."""
    refused = [not ranked or ranked[0][1] < least for ranked in answers]
    right = sum(no and not q.items for q, no in zip(questions, refused, strict=True))
    return 2 * right / max(1, sum(refused) + sum(not q.items for q in questions))


def best_threshold(questions: Sequence[Question], answers: Sequence[Ranked]) -> float:
    """Return the score below which refusing is best."""
    scores = sorted({ranked[0][1] for ranked in answers if ranked})
    return max(scores, key=lambda least: refusal_f1(questions, answers, least))


def measure(
    questions: Sequence[Question], answers: Sequence[Ranked], least: float, graph: OwnershipGraph
) -> dict[str, Tally]:
    """Return the counts by kind."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for question, ranked in zip(questions, answers, strict=True):
        tally = tallies[question.kind]
        tally.asked += 1
        if not ranked or ranked[0][1] < least:
            tally.refused += 1
            continue
        tally.first += ranked[0][0] in question.items
        tally.third += any(item in question.items for item, _ in ranked[:3])
        tally.owner += bool(set(graph.accountable(ranked[0][0])) & set(question.owners))
    return tallies


def report(
    name: str, questions: Sequence[Question], answers: Sequence[Ranked], least: float, graph: OwnershipGraph
) -> None:
    """Print one searcher's figures, by kind and together."""
    tallies = measure(questions, answers, least, graph)
    answerable = {question.kind for question in questions if question.items}
    print(f"\n{name}")
    for kind in sorted(tallies, key=lambda kind: (kind not in answerable, kind)):
        tally = tallies[kind]
        share = tally.shares() if kind in answerable else f"refused {tally.refused / tally.asked:.3f}"
        print(f"  {kind:22}{tally.asked:4}  {share}")
    together = Tally()
    for kind in answerable:
        together.add(tallies[kind])
    f1 = refusal_f1(questions, answers, least)
    print(f"  {'all':22}{together.asked:4}  {together.shares()}  refusals F1 {f1:.3f}")


def main(paths: Sequence[Path]) -> None:
    """Print the figures of each file of questions."""
    register = raci.load()
    graph = OwnershipGraph(register)
    searchers = {"raci": by_raci, "rapidfuzz WRatio": by_rapidfuzz, "bm25s with stems": by_bm25}
    for path in paths:
        questions = read(path)
        print(f"\n== {path.stem}: {len(questions)} questions")
        for name, make in searchers.items():
            ask = make(register)
            answers = [ask(question.ask) for question in questions]
            least = 0.0 if name == "raci" else best_threshold(questions, answers)
            report(name, questions, answers, least, graph)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]] or [HERE / "tuning.yaml", HERE / "held_out.yaml"])
