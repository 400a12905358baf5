"""Ask raci and two baselines the same questions about the same registers, and print who is right.

    python benchmarks/answers/run.py [shipped] [thin] [--half tuning|held_out] [--write]

`shipped` is the model that ships with raci, `thin` are registers with names and areas and hardly any alias.
Registers and questions were written by somebody who saw neither the code nor any list of words; half of the
questions are set aside in held_out.yaml. An answer that begins with "Perhaps" counts as an answer. The
baselines have no refusal of their own: each gets the score below which it refuses that makes its refusals
best on the very questions it is measured with. `--write` puts the tables into docs/answers.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import raci
from raci.graph.ownership import OwnershipGraph

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # with a safe path Python does not look beside the script

from answers.judging import best_threshold, read, result  # noqa: E402
from answers.searchers import OURS, SEARCHERS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from answers.judging import Figures, Question, Result
    from raci.model.register import Register

DOCUMENT = HERE.parent.parent / "docs" / "answers.md"
SETS = {"shipped": HERE, "thin": HERE / "thin"}
HALVES = {"held_out": "set aside", "tuning": "tuned against"}
Results = dict[str, dict[str, "Result"]]


def registers_of(name: str) -> dict[str, Register]:
    """Return the registers of a set by what its questions call them."""
    if name == "shipped":
        return {name: raci.load()}
    return {path.stem: raci.load(path) for path in SETS[name].glob("*.yaml") if path.stem not in HALVES}


def measured(questions: Sequence[Question], registers: Mapping[str, Register]) -> dict[str, Result]:
    """Return how right each search is."""
    graphs = {name: OwnershipGraph(register) for name, register in registers.items()}
    results: dict[str, Result] = {}
    for search, make in SEARCHERS.items():
        ask = {name: make(register) for name, register in registers.items()}
        found = [ask[question.register](question.ask) for question in questions]
        if search != OURS:
            least = best_threshold(questions, found)
            found = [each.unless_below(least) for each in found]
        results[search] = result(questions, found, graphs)
    return results


def tables(results: Results) -> str:
    """Return the results of each half and search as a table, and raci's own by kind of the first half."""
    return "\n".join([*_searches(results), "", *_kinds(results)])


def _searches(results: Results) -> Iterator[str]:
    yield from _head("half", "search", *_COLUMNS[:-2], "refusals (F1)", *_COLUMNS[-2:])
    for half, by_search in results.items():
        for search, each in by_search.items():
            first, third, owner, *_ = _shares(each.answerable)
            yield _row(HALVES[half], search, first, third, owner, _share(each.f1), *_shares(each.every)[-2:])


def _kinds(results: Results) -> Iterator[str]:
    half, by_search = next(iter(results.items()))
    ours = by_search[OURS]
    asked = f"{ours.every.asked} questions, {ours.answerable.asked} of them with an answer"
    yield f"`raci` on the half {HALVES[half]} ({asked}), by kind:"
    yield ""
    yield from _head("kind", "questions", *_COLUMNS[:-2], "refused", *_COLUMNS[-2:])
    together = {"all with an answer": ours.answerable, "all": ours.every}
    for kind, figures in (*ours.kinds.items(), *together.items()):
        first, third, owner, refused, sure, near = _shares(figures)
        yield _row(kind, str(figures.asked), first, third, owner, refused, sure, near)


_COLUMNS = ("top-1", "top-3", "owner right", "wrong and sure", "near")


def _head(*names: str) -> list[str]:
    return [_row(*names), f"|{'---|' * len(names)}"]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _shares(figures: Figures) -> list[str]:
    each = (figures.first, figures.third, figures.owner, figures.refused, figures.sure, figures.near)
    return list(map(_share, each))


def _share(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def write(name: str, text: str) -> None:
    """Put the tables of a set into the document, between its marks."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = DOCUMENT.read_text("utf-8").partition(begin)
    DOCUMENT.write_text(f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}", "utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the tables of each set, and write them if that is asked for."""
    parser = argparse.ArgumentParser(description="Ask raci and two baselines the same questions.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{' or '.join(SETS)}; all, if none is named")
    parser.add_argument("--half", choices=HALVES, help="ask that half of the questions only")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/answers.md")
    given = parser.parse_args(None if arguments is None else list(arguments))
    if unknown := set(given.sets) - set(SETS):
        parser.error(f"there is no set {', '.join(sorted(unknown))}")
    for name in given.sets or SETS:
        registers = registers_of(name)
        halves = [given.half] if given.half else list(HALVES)
        questions = {half: read(SETS[name] / f"{half}.yaml", name) for half in halves}
        text = tables({half: measured(asked, registers) for half, asked in questions.items()})
        print(f"\n== {name}\n\n{text}")
        if given.write:
            write(name, text)


if __name__ == "__main__":
    main()
