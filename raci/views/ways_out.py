"""The ways out of an overlap, as text that is ready to be copied, and the file that it goes into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind
from raci.names import in_words
from raci.views.document import Snippet
from raci.views.wording import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

_UNSETTLED = ("contested", "open")
_TO_FILL_IN = "..."


def ways_out(case: OverlapCase, answer: Overlaps, wording: Wording) -> Iterable[Snippet]:
    """Yield what can be written, and where, to settle an overlap; nothing for one that is settled."""
    if case.overlap is not None:
        yield from _of_area(case, answer)
    elif case.kind is OverlapKind.DUPLICATE and case.status in _UNSETTLED:
        if not case.declared:
            yield _one_owner(case, answer, wording)
        if case.status == "contested":
            yield _split(case, wording)
    elif case.status == "unexamined":
        yield _of_pair(case, answer)
        if case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE:
            yield from _produces(case)


def _of_area(case: OverlapCase, answer: Overlaps) -> Iterable[Snippet]:
    overlap = case.overlap
    if overlap is None or overlap.distinct or overlap.same or case.status not in _UNSETTLED:
        return
    place = f"{overlap.file}:{overlap.line}"
    if overlap.agreement is None:
        lead = f"To settle it, add an agreement to this overlap ({place}):"
        yield Snippet(lead, "\n".join(f"    {line}" for line in _agreement(case, list(case.sides))))
        return
    without = [work for work in case.work if work not in case.accountable]
    named = [work for work in without if work in overlap.agreement.accountable]
    for work in (work for work in without if work not in named):
        choices = [claim.role for claim in case.claims if claim.work == work] or list(case.sides)
        lead = f"To settle it, name who is accountable for {answer.work[work]} in the agreement ({place}):"
        yield Snippet(
            lead, f"      accountable: {{{yaml_text(answer.work[work])}: {choices[0]}}}{_or(choices[1:])}"
        )


def _one_owner(case: OverlapCase, answer: Overlaps, wording: Wording) -> Snippet:
    roles = list(dict.fromkeys(claim.role for claim in case.claims))
    entry = [
        f"  {case.work[0]}:",
        f"    name: {yaml_text(case.names[0])}",
        "    sides:",
        *(f"      {role}: {_TO_FILL_IN}  # what {wording.name(role)} has in mind" for role in roles),
        f"    work: [{yaml_text(case.names[0])}]",
        *(f"    {line}" for line in _agreement(case, roles)),
    ]
    return _into_overlaps("One owner, of these or a third role: an agreement", entry, case, answer)


def _agreement(case: OverlapCase, roles: Sequence[str]) -> list[str]:
    first, *others = roles or [_TO_FILL_IN]
    path = ", ".join(map(yaml_text, case.escalation)) or _TO_FILL_IN
    return [
        "agreement:",
        f"  accountable: {first}{_or(others)}",
        f"  because: {_TO_FILL_IN}",
        f"  escalation: [{path}]",
    ]


def _or(roles: Iterable[str]) -> str:
    return f"  # or {', '.join((*roles, 'a third role'))}"


def _split(case: OverlapCase, wording: Wording) -> Snippet:
    lines = []
    for claim in case.claims:
        lines.append(
            f"# {claim.file}:{claim.line}, on the list of {' '.join(wording.name(claim.role).split())}"
        )
        lines.append(f"- name: {yaml_text(f'{case.names[0]} ({wording.name(claim.role)})')}")
    return Snippet("Two things after all: a name for each, in the files of the roles:", "\n".join(lines))


def _of_pair(case: OverlapCase, answer: Overlaps) -> Snippet:
    names = ", ".join(map(yaml_text, case.names))
    entry = [
        f"  {'-and-'.join(case.work)}:",
        f"    work: [{names}]",
        f"    distinct: {_TO_FILL_IN}  # how they differ; if they are one thing, instead:",
        f"    # same: {yaml_text(case.names[0])}  # the name to keep",
    ]
    return _into_overlaps(
        f"A word on {in_words(case.names)}, that they differ or are one", entry, case, answer
    )


def _produces(case: OverlapCase) -> Iterable[Snippet]:
    activity = next((claim for claim in case.claims if claim.kind == "responsibility"), None)
    if activity is not None:
        place = f"{activity.file}:{activity.line}"
        lead = f"Or, where the one makes the other, beside the name of the activity ({place}):"
        paper = next(n for n, work in zip(case.names, case.work, strict=True) if work != activity.work)
        yield Snippet(lead, f"        produces: [{yaml_text(paper)}]")


def _into_overlaps(what: str, entry: Sequence[str], case: OverlapCase, answer: Overlaps) -> Snippet:
    if answer.file is not None:
        return Snippet(f"{what}, below `overlaps:` in {answer.file}:", "\n".join(entry))
    return Snippet(f"{what}, in {case.claims[0].file}:", "\n".join(("overlaps:", *entry)))
