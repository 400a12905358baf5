"""Ask raci and two baselines for the near-duplicates of some registers, and print who is right.

    python benchmarks/overlaps/run.py

Each set is a register and the pairs of it that a careful person judged. Right are pairs that such a person
would merge or question (`near`), and an activity with the paper it makes (`pairs_of_activity_and_paper`);
every other pair is wrong, but for those that can be argued either way (`arguable`), which count neither
way. The baselines know no threshold: each gets the one that makes its F1 best on the very pairs that it is
measured with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import raci
import yaml
from raci.look_alikes.look_alikes import look_alikes
from raci.text.names import fold
from rapidfuzz import fuzz
from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from raci.model.register import Register

HERE = Path(__file__).parent
REGISTERS = HERE.parent.parent / "tests" / "registers"
DUTIES = (
    "product",
    "people",
    "platform",
    "school",
    "finance",
    "agency",
    "museum",
    "freight",
    "practice",
    "restaurant",
    "site",
    "campus",
    "helpdesk",
)
DUTIES_SET_ASIDE = ("ward", "events", "store", "charity", "factory")
SETS: Mapping[str, Path | None] = {
    "shipped": None,
    "ward": REGISTERS / "hospital_ward.yaml",
    "hotel": REGISTERS / "hotel.yaml",
    **{
        name: HERE / "registers" / f"{name}.yaml"
        for name in (
            *("platform", "builder", "university", "restaurants", "insurer"),
            *(f"duties_{organisation}" for organisation in (*DUTIES, *DUTIES_SET_ASIDE)),
        )
    },
}
HELD_OUT = ("restaurants", "insurer", *(f"duties_{organisation}" for organisation in DUTIES_SET_ASIDE))
Pair = frozenset[str]
Scores = dict[Pair, float]


@dataclass(frozen=True)
class Judged:
    """The pairs of names that are right, and those that count neither way."""

    right: frozenset[Pair]
    arguable: frozenset[Pair]


def read(path: Path) -> Judged:
    """Return what a person judged."""
    lists = yaml.safe_load(path.read_text("utf-8"))

    def pairs(name: str) -> frozenset[Pair]:
        return frozenset(frozenset(pair) for pair in lists.get(name) or ())

    return Judged(pairs("near") | pairs("pairs_of_activity_and_paper"), pairs("arguable"))


def by_raci(register: Register) -> Scores:
    """Return the pairs that raci finds."""
    names = {work.id: work.name for work in register.work.values()}
    found = look_alikes(register, "english")
    return {frozenset((names[pair.one], names[pair.other])): pair.score for pair in found}


def by_rapidfuzz(register: Register) -> Scores:
    """Return all pairs by the token set ratio of their names."""
    names = [work.name for work in register.work.values()]
    return {
        frozenset(pair): fuzz.token_set_ratio(fold(pair[0]), fold(pair[1])) for pair in combinations(names, 2)
    }


def by_tf_idf(register: Register) -> Scores:
    """Return all pairs by the cosine of the tf-idf of their names' stems, as is usual for short texts."""
    stem = Stemmer("english").stemWord
    bags = {work.name: [stem(word) for word in fold(work.name).split()] for work in register.work.values()}
    count = {word: sum(word in bag for bag in bags.values()) for bag in bags.values() for word in bag}
    vectors = {
        name: {word: bag.count(word) * (1 + log(len(bags) / count[word])) for word in bag}
        for name, bag in bags.items()
    }
    lengths = {name: sqrt(sum(weight**2 for weight in each.values())) for name, each in vectors.items()}
    return {
        frozenset((one, other)): sum(
            weight * vectors[other].get(word, 0) for word, weight in vectors[one].items()
        )
        / (lengths[one] * lengths[other])
        for one, other in combinations(vectors, 2)
    }


def counted(scores: Scores, judged: Judged, least: float) -> Counter[str]:
    """Return how many pairs have at least this score, how many of them are right, and how many are."""
    found = {pair for pair, score in scores.items() if score >= least} - judged.arguable
    return Counter(found=len(found), right=len(found & judged.right), judged=len(judged.right))


def figures(scores: Scores, judged: Judged, least: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the pairs with at least this score."""
    return figures_of(counted(scores, judged, least))


def figures_of(count: Counter[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what was counted."""
    right, found, judged = count["right"], count["found"], count["judged"]
    return (
        right / found if found else 1.0,
        right / judged if judged else 1.0,
        2 * right / ((found + judged) or 1),
    )


def best_threshold(scores: Scores, judged: Judged) -> float:
    """Return the score from which on F1 is best."""
    return max(sorted(set(scores.values())), key=lambda least: figures(scores, judged, least)[-1])


def said(count: Counter[str]) -> str:
    """Return the figures of what was counted, in a line."""
    precision, recall, f1 = figures_of(count)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def main() -> None:
    """Print the figures of every set, for each way of finding."""
    ways: Mapping[str, Callable[[Register], Scores]] = {
        "raci": by_raci,
        "rapidfuzz token_set_ratio": by_rapidfuzz,
        "tf-idf cosine": by_tf_idf,
    }
    duties: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name, path in SETS.items():
        register = raci.load(*[path] if path else ())
        judged = read(HERE / f"{name}.yaml")
        held_out = ", set aside" if name in HELD_OUT else ""
        print(f"\n== {name}{held_out}: {len(register.work)} names, {len(judged.right)} pairs")
        for way, find in ways.items():
            scores = find(register)
            least = 0.0 if way == "raci" else best_threshold(scores, judged)
            count = counted(scores, judged, least)
            print(f"  {way:28}{said(count)}")
            if name.startswith("duties"):
                duties[held_out, way].update(count)
    print()
    for (held_out, way), count in duties.items():
        print(f"All duties{held_out}: {way:28}{said(count)}")


if __name__ == "__main__":
    main()
