"""Ask raci about registers that it has never seen: six thin ones, with names and areas and no aliases.

    python benchmarks/answers/thin.py [tuning] [held_out]

Registers and questions were written by somebody who saw neither the code nor any list of words; half of the
questions are set aside in held_out.yaml. An answer that begins with "Perhaps" counts as an answer. "Sure"
are the wrong answers without "Perhaps", also where nobody is right; "near" are the refused questions whose
right item is among the three that are named as the nearest. Questions whose right answer is a role or a
person, and no piece of work (`items` is empty, and the kind is not none), count as right where the answer
names the role.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import raci
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.who_owns import WhoOwns

HERE = Path(__file__).parent / "thin"
COLUMNS = ("first", "owner", "refused", "sure", "near")


def judged(register: raci.Register, question: dict[str, Any]) -> Iterable[str]:
    """Yield what is true of raci's answer to a question, of the columns."""
    answer = raci.who_owns(register, question["ask"])
    items, expects = set(question["items"]), question.get("expects", {})
    if "role" in expects:
        yield from _of_a_role(answer, expects["role"])
        return
    if not answer.is_answered:
        yield "refused"
        names = {register.work[item].name for item in items}
        if names & set(answer.nearest[:3]):
            yield "near"
        return
    best = answer.matches[0] if answer.matches else None
    if best and best.id in items and _is_as_expected(answer, expects):
        yield "first"
    elif not answer.doubtful:
        yield "sure"
    if best and set(best.accountable) & set(question["owners"]):
        yield "owner"


def _of_a_role(answer: WhoOwns, role: str) -> Iterable[str]:
    """Yield what is true of the answer to a question whose answer is a role and no work."""
    if answer.role == role:
        yield from ("first", "owner")
    elif not answer.is_answered:
        yield "refused"
    elif not answer.doubtful:
        yield "sure"


def _is_as_expected(answer: WhoOwns, expects: dict[str, Any]) -> bool:
    """Return whether a question for yes or no is answered so; for one of two roles, with the right one."""
    if not expects:
        return True
    asked = answer.about_roles.asked if answer.about_roles else None
    if asked is None or asked.verdict is None:
        return False
    named = expects["owner"] in {role for side in asked.sides for role in side.roles}
    return (asked.verdict == "yes") is expects.get("yes", named)


def main(halves: Iterable[str]) -> None:
    """Print a table for each half of the questions."""
    registers = {path.stem: raci.load(path) for path in HERE.glob("*.yaml") if path.stem not in HALVES}
    for half in halves:
        asked: Counter[str] = Counter()
        found: Counter[tuple[str, str]] = Counter()
        for question in yaml.safe_load((HERE / f"{half}.yaml").read_text("utf-8")):
            kinds = (question["kind"], "none" if question["kind"] == "none" else "answerable", "all")
            for kind in dict.fromkeys(kinds):
                asked[kind] += 1
                found.update((kind, each) for each in judged(registers[question["register"]], question))
        print(f"\n== {half}\n{'':14}asked  " + "  ".join(f"{each:>7}" for each in COLUMNS))
        for kind, number in asked.items():
            shares = "  ".join(f"{found[kind, each] / number:7.2f}" for each in COLUMNS)
            print(f"{kind:14}{number:5}  {shares}")
        refused = found["all", "refused"]
        print(f"refusals F1 {2 * found['none', 'refused'] / max(1, refused + asked['none']):.2f}")


HALVES = ("tuning", "held_out")

if __name__ == "__main__":
    main(sys.argv[1:] or HALVES)
