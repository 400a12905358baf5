"""The ways out of an overlap, as text that is ready to be copied, and the file that it goes into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind
from raci.views.document import Snippet
from raci.views.wording import places, yaml_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from raci.queries.agenda_records import Agenda
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.records import AgreementRecord, ClaimRecord
    from raci.queries.slots import SlotRecord
    from raci.views.wording import Wording

    Answer = Overlaps | Agenda

_UNSETTLED = ("contested", "open")
_TO_FILL_IN = "..."
_STEP = "  "


def ways_out(
    case: OverlapCase, answer: Answer, about_names: Collection[str], wording: Wording
) -> Iterable[Snippet]:
    """Yield what can be written, and where, to settle an overlap; nothing for one that is settled.

    Of the overlaps that speak of it, those `about_names` have no place for an agreement.
    """
    if case.overlap is not None:
        yield from _of_area(case, answer)
    elif case.kind is OverlapKind.DUPLICATE and case.status in _UNSETTLED:
        # An area that covers it has its own place for an agreement.
        if set(case.declared) <= set(about_names):
            yield _one_owner(case, answer, wording)
        if case.can_split and case.status == "contested":
            yield _split(case, wording)
    elif case.status == "unexamined":
        yield _of_pair(case, answer)
        if case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE:
            yield from _produces(case, answer)


def _of_area(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    overlap = case.overlap
    if overlap is None or overlap.is_about_names or case.status not in _UNSETTLED:
        return
    for work in dict.fromkeys(dispute.work for dispute in case.disputes):
        yield _one_agreement(work, case, answer)
    if overlap.agreement is None:
        what = "To settle it, add an agreement to this overlap"
        yield _put(what, _agreement(case, list(case.sides), answer.work), overlap.slot)
        return
    if overlap.agreement.because is None:
        because = [f"because: {_TO_FILL_IN}"]
        yield _put("To settle it, say why in the agreement", because, overlap.agreement.slot)
        return
    named = {*overlap.agreement.accountable, *(dispute.work for dispute in case.disputes)}
    for work in (work for work in case.work if work not in case.accountable and work not in named):
        choices = [claim.role for claim in case.claims if claim.work == work] or list(case.sides)
        yield _add_to(overlap.agreement, work, choices, answer)


def _one_agreement(work: str, case: OverlapCase, answer: Answer) -> Snippet:
    said = [dispute for dispute in case.disputes if dispute.work == work]
    lead = f"To settle it, let the agreements name one role for {answer.work[work]} ({places(said)}):"
    return Snippet(lead, f"accountable: {said[0].role}{_or([each.role for each in said])}")


def _add_to(agreement: AgreementRecord, work: str, choices: Sequence[str], answer: Answer) -> Snippet:
    """Return how an agreement that maps work to roles gets one more piece."""
    what = f"name who is accountable for {answer.work[work]} in the agreement"
    entry = f"{yaml_text(answer.work[work])}: {choices[0]}{_or(choices)}"
    return _put(f"To settle it, {what}", [entry], agreement.work_slot or agreement.slot)


def _one_owner(case: OverlapCase, answer: Answer, wording: Wording) -> Snippet:
    roles = list(dict.fromkeys(claim.role for claim in case.claims))
    entry = [
        f"{case.id}:",
        f"{_STEP}name: {yaml_text(case.names[0])}",
        f"{_STEP}sides:",
        *(f"{2 * _STEP}{role}: {_TO_FILL_IN}  # what {wording.name(role)} has in mind" for role in roles),
        f"{_STEP}work: [{yaml_text(case.names[0])}]",
        *(f"{_STEP}{line}" for line in _agreement(case, roles, answer.work)),
    ]
    what = f"One owner, of these or {_beside(len(roles))}: an agreement"
    return _into_overlaps(what, entry, case, answer)


def _agreement(case: OverlapCase, roles: Sequence[str], names: Mapping[str, str]) -> list[str]:
    choice = f"{roles[0]}{_or(roles)}" if roles else _TO_FILL_IN
    accountable = [f"{_STEP}accountable: {choice}"]
    if case.overlap is not None and case.accountable:
        # One role for all would move nothing on what has an owner.
        named = (f"{yaml_text(names[work])}: {case.accountable.get(work, choice)}" for work in case.work)
        accountable = [f"{_STEP}accountable:", *(f"{2 * _STEP}{each}" for each in named)]
    path = ", ".join(map(yaml_text, case.escalation)) or _TO_FILL_IN
    return [
        "agreement:",
        *accountable,
        f"{_STEP}because: {_TO_FILL_IN}",
        f"{_STEP}escalation: [{path}]",
    ]


def _or(roles: Sequence[str]) -> str:
    """Return the comment that stands behind the first of some roles: the others, or one beside them."""
    return "".join(("  # or ", *(f"{role}, or " for role in roles[1:]), _beside(len(roles))))


def _beside(named: int) -> str:
    return "a third role" if named == 2 else "another role"  # noqa: PLR2004 - a third one comes after two


def _split(case: OverlapCase, wording: Wording) -> Snippet:
    lines = []
    for claim in case.claims:
        role = " ".join(wording.name(claim.role).split())
        what, indent = _in_place(claim)
        lines.append(f"# in place of {what} {claim.line} of {claim.file}, on the list of {role}")
        lines.append(f"{indent}name: {yaml_text(f'{case.names[0]} ({role})')}")
    return Snippet("Or, if they are two things, a name for each in the files of the roles:", "\n".join(lines))


def _in_place(claim: ClaimRecord) -> tuple[str, str]:
    """Return what of a line the name of a claim takes, and what stands before it there."""
    if claim.slot.inline:
        return f"the name in column {claim.column} of line", ""
    is_first = claim.slot.line >= claim.line
    return "line", " " * (claim.column - 3) + "- " if is_first else " " * (claim.column - 1)


def _of_pair(case: OverlapCase, answer: Answer) -> Snippet:
    names = ", ".join(map(yaml_text, case.names))
    entry = [
        f"{case.id}:",
        f"{_STEP}work: [{names}]",
        f"{_STEP}distinct: {_TO_FILL_IN}  # how they differ",
        f"{_STEP}# or, if they are one thing, the name to keep:",
        f"{_STEP}# same: {yaml_text(case.names[0])}",
    ]
    return _into_overlaps("Say whether they differ or are one", entry, case, answer)


def _produces(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    activity = next((claim for claim in case.claims if claim.kind == "responsibility"), None)
    if activity is None:
        return
    paper = next(work for work in case.work if work != activity.work)
    names = ", ".join(yaml_text(answer.work[work]) for work in (*activity.produces, paper))
    entry = f"produces: [{names}]"
    if not activity.produces:
        yield _put(
            "Or, where the one makes the other, beside the name of the activity", [entry], activity.slot
        )
        return
    lead = f'Or, where the one makes the other, in place of its "produces" ({activity.file}:{activity.line}):'
    yield Snippet(lead, f"{' ' * (activity.column - 1)}{entry}")


def _into_overlaps(what: str, entry: Sequence[str], case: OverlapCase, answer: Answer) -> Snippet:
    assert case.slot is not None  # noqa: S101 - for the type checker: what was found has one
    if answer.file is not None:
        return _put(f'{what}, below "overlaps:"', entry, case.slot)
    return _put(what, ["overlaps:", *(f"{_STEP}{line}" for line in entry)], case.slot)


def _put(what: str, entry: Sequence[str], slot: SlotRecord) -> Snippet:
    """Return what to write into a slot, with the indents of its file or without line breaks in brackets."""
    if slot.inline:
        return Snippet(
            f"{what}, in {slot.file} after the bracket in column {slot.column - 1} of line {slot.line}:",
            f"{_in_brackets(entry)}, ",
        )
    indent = " " * (slot.column - 1)
    lead = f"{what}, in {slot.file} after line {slot.line}:"
    return Snippet(lead, "\n".join(f"{indent}{line}" for line in entry))


def _in_brackets(lines: Sequence[str]) -> str:
    """Return fields on lines of their own as one line, without comments."""
    text, depths = "", [0]
    for line in lines:
        said = line.lstrip()
        depth = len(line) - len(said)
        said = said.partition("  # ")[0]
        if said.startswith("# "):
            continue
        while depth < depths[-1]:
            depths.pop()
            text += "}"
        if depth > depths[-1]:
            depths.append(depth)
            text += " {"
        elif text:
            text += ", "
        text += said
    return text + "}" * (len(depths) - 1)
