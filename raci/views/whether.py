"""The answer to a question for yes or no: whether a role owns some work, and who does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import in_words
from raci.views.asked_roles import IS_WHAT
from raci.views.people_wording import of_people, quoted
from raci.views.wording import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from raci.queries.asked_records import AskedRoles, SideRecord
    from raci.queries.who_owns import Match, WhoOwns
    from raci.views.wording import Wording

_SURE = {"yes": "Yes: ", "no": "No: ", "neither": "Neither: ", "both": "Both: "}
_PERHAPS = {"yes": "Perhaps yes: ", "no": "Perhaps not: ", "neither": "Perhaps neither: "}
_ON_PURPOSE = "Nobody, on purpose: "


def whether(answer: WhoOwns, asked: AskedRoles, owners: str, wording: Wording) -> str:
    """Return whether those asked about have the part in the work that the answer is about, and who has it.

    `owners` is the sentence that says who is accountable for it.
    """
    verdict, part = asked.verdict or "", Meaning(asked.part or Meaning.ACCOUNTABLE)
    best = [match for match in answer.matches if match.id in {each.id for each in answer.best}]
    begin = _PERHAPS.get(verdict, "Perhaps: ") if answer.doubtful else _SURE.get(verdict, "")
    told = [owners.removeprefix(_ON_PURPOSE) if begin else owners]
    if unknown := [quoted(side.text) for side in asked.sides if not side.roles]:
        told.insert(0, f"nobody here is called {in_words(unknown, last='or')}.")
    elif verdict == "both" and part is Meaning.ACCOUNTABLE:
        told, begin = [_all_claim(best, asked)], "Perhaps: " if answer.doubtful else ""
    elif part is not Meaning.ACCOUNTABLE and any(getattr(match, part) for match in best):
        told = _who_has(best, part, owners, wording)
    if len(best) == 1:
        told += _what_others_do(best[0], asked, part, wording)
    people = [of_people(side, wording) for side in asked.sides if side.people]
    return " ".join([f"{begin}{told[0]}", *told[1:], *people])


def _all_claim(best: Sequence[Match], asked: AskedRoles) -> str:
    """Return that all who are asked about claim work."""
    all_ = "Both" if len(asked.sides) == 2 else "All"  # noqa: PLR2004 - "both" is two
    return f"{all_} claim it: nobody is accountable for {in_words(match.name for match in best)} yet."


def _who_has(best: Sequence[Match], part: Meaning, owners: str, wording: Wording) -> list[str]:
    """Return who has a part in work, and who is accountable for it."""
    told = []
    for roles, work in together((getattr(match, part), match.name) for match in best).items():
        is_ = "are" if len(roles) > 1 else "is"
        told.append(f"{wording.names(roles) or 'Nobody'} {is_} {IS_WHAT[part]} {in_words(work)}.")
    if all(getattr(match, part) == match.accountable for match in best):
        return [each.replace(IS_WHAT[part], f"accountable and {IS_WHAT[part]}") for each in told]
    return [*told, owners]


def _what_others_do(match: Match, asked: AskedRoles, part: Meaning, wording: Wording) -> Iterator[str]:
    """Yield what those do who are asked about and have not the part that they are asked about for."""
    for role in dict.fromkeys(role for side in asked.sides for role in _only(side)):
        held = [each for each in Meaning if role in getattr(match, each)]
        if part in held or Meaning.ACCOUNTABLE in held:
            continue
        does = in_words(IS_WHAT[each] for each in held)
        yield f"{wording.name(role)} {f'is {does} it' if held else 'has no part in it'}."


def _only(side: SideRecord) -> tuple[str, ...]:
    """Return the role that a side is; of several, none is meant more than another."""
    return side.roles if len(side.roles) == 1 else ()
