"""The ways out of an overlap, as text that is ready to be copied, and the file that it goes into."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from raci.editing.layout import Layout, field_in_brackets
from raci.editing.scalars import written
from raci.model.overlap_status import OverlapKind
from raci.text.shell import command
from raci.views.document import Snippet
from raci.views.wording import places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from raci.editing.nodes import Data
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
_LONGEST = 160  # characters of a command: two lines of a terminal
_BECAUSE = ("--because", _TO_FILL_IN)


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
            yield from _one_owner(case, answer)
        if case.can_split and case.status == "contested":
            yield _split(case, wording)
    elif case.status == "unexamined":
        yield from _of_pair(case, answer)
        if case.kind is OverlapKind.ACTIVITY_AND_DELIVERABLE:
            yield from _produces(case, answer)


def _of_area(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    overlap = case.overlap
    if overlap is None or overlap.is_about_names or case.status not in _UNSETTLED:
        return
    for work in dict.fromkeys(dispute.work for dispute in case.disputes):
        yield _one_agreement(work, case, answer)
    if overlap.agreement is None:
        what = "Or by hand: an agreement for this overlap"
        terms = _agreement(case, list(case.sides), answer.work)
        yield _command(case.id, _owners_of(case, list(case.sides)), _BECAUSE, _escalation(case))
        yield _put(what, terms, overlap.slot)
        return
    if overlap.agreement.because is None:
        because = _Terms({"because": _TO_FILL_IN})
        yield _command(case.id, _as_proposed(overlap.agreement), _BECAUSE)
        yield _put("Or by hand: the reason, in the agreement", because, overlap.agreement.slot)
        return
    named = {*overlap.agreement.accountable, *(dispute.work for dispute in case.disputes)}
    for work in (work for work in case.work if work not in case.accountable and work not in named):
        choices = [claim.role for claim in case.claims if claim.work == work] or list(case.sides)
        yield _command(case.id, ["--accountable", f"{work}={choices[0]}"])
        yield _add_to(overlap.agreement, work, choices, answer)


def _one_agreement(work: str, case: OverlapCase, answer: Answer) -> Snippet:
    said = [dispute for dispute in case.disputes if dispute.work == work]
    lead = f"To settle it, let the agreements name one role for {answer.work[work]} ({places(said)}):"
    return Snippet(lead, f"accountable: {said[0].role}{_or([each.role for each in said])}")


def _add_to(agreement: AgreementRecord, work: str, choices: Sequence[str], answer: Answer) -> Snippet:
    """Return how an agreement that maps work to roles gets one more piece."""
    name = answer.work[work]
    terms = _Terms({name: choices[0]}, {name: _or(choices)})
    what = f"Or by hand: who is accountable for {name}, in the agreement"
    return _put(what, terms, agreement.work_slot or agreement.slot)


def _one_owner(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    roles = list(dict.fromkeys(claim.role for claim in case.claims))
    terms = _agreement(case, roles, answer.work)
    entry = _Terms({case.id: {"work": [case.names[0]], **terms.fields}}, terms.comments)
    what = f"Or by hand: an agreement on one owner, of these or {_beside(len(roles))}"
    yield _command(case.work[0], ["--accountable", roles[0]], _BECAUSE, _escalation(case))
    yield _into_overlaps(what, entry, case, answer)


def _agreement(case: OverlapCase, roles: Sequence[str], names: Mapping[str, str]) -> _Terms:
    choice = roles[0] if roles else _TO_FILL_IN
    accountable: Data = choice
    comments = {"accountable": _or(roles)} if roles else {}
    if case.overlap is not None and case.accountable:
        # One role for all would move nothing on what has an owner.
        accountable = {names[work]: case.accountable.get(work, choice) for work in case.work}
        unowned = (names[work] for work in case.work if work not in case.accountable)
        comments = dict.fromkeys(unowned, _or(roles)) if roles else {}
    path: list[Data] = [*(case.escalation or [_TO_FILL_IN])]
    agreement: Data = {"accountable": accountable, "because": _TO_FILL_IN, "escalation": path}
    return _Terms({"agreement": agreement}, comments)


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
        lines.append(f"{indent}name: {written(f'{case.names[0]} ({role})', flow=True)}")
    return Snippet("Or, if they are two things, a name for each in the files of the roles:", "\n".join(lines))


def _in_place(claim: ClaimRecord) -> tuple[str, str]:
    """Return what of a line the name of a claim takes, and what stands before it there."""
    if claim.slot.inline:
        return f"the name in column {claim.column} of line", ""
    is_first = claim.slot.line >= claim.line
    return "line", " " * (claim.column - 3) + "- " if is_first else " " * (claim.column - 1)


def _of_pair(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    fields: dict[str, Data] = {"work": [*case.names], "distinct": _TO_FILL_IN}
    same = Layout("", "", 0, 0).field("same", case.names[0], 0)
    below = ("# or, if they are one thing, the name to keep:", f"# {same[0]}")
    entry = _Terms({case.id: fields}, {"distinct": "  # how they differ"}, below)
    pair = (case.work[0], ["--and", case.work[1]])
    yield _command(*pair, ["--distinct", _TO_FILL_IN])
    yield Snippet("Or, if they are one thing:", _settle(*pair, ["--same", case.work[0]]), "sh")
    yield _into_overlaps("Or by hand: whether they differ or are one", entry, case, answer)


def _produces(case: OverlapCase, answer: Answer) -> Iterable[Snippet]:
    activity = next((claim for claim in case.claims if claim.kind == "responsibility"), None)
    if activity is None:
        return
    paper = next(work for work in case.work if work != activity.work)
    made = _Terms({"produces": [answer.work[work] for work in (*activity.produces, paper)]})
    if not activity.produces:
        yield _put("Or, where the one makes the other, beside the name of the activity", made, activity.slot)
        return
    lead = f'Or, where the one makes the other, in place of its "produces" ({activity.file}:{activity.line}):'
    yield Snippet(lead, "\n".join(made.lines(activity.column - 1)))


def _into_overlaps(what: str, entry: _Terms, case: OverlapCase, answer: Answer) -> Snippet:
    assert case.slot is not None  # noqa: S101 - for the type checker: what was found has one
    if answer.file is not None:
        return _put(f'{what}, below "overlaps:"', entry, case.slot)
    return _put(what, _Terms({"overlaps": {**entry.fields}}, entry.comments, entry.below), case.slot)


def _put(what: str, terms: _Terms, slot: SlotRecord) -> Snippet:
    """Return what to write into a slot, with the indents of its file or without line breaks in brackets."""
    if slot.inline:
        return Snippet(
            f"{what}, in {slot.file} after the bracket in column {slot.column - 1} of line {slot.line}:",
            f"{terms.in_brackets()}, ",
        )
    lead = f"{what}, in {slot.file} after line {slot.line}:"
    return Snippet(lead, "\n".join(terms.lines(slot.column - 1)))


def _command(what: str, *options: Sequence[str]) -> Snippet:
    """Return the command that settles it; one that is too long to read leaves it to raci to ask."""
    said = _settle(what, *options)
    if len(said) <= _LONGEST:
        return Snippet("To settle it:", said, "sh")
    return Snippet("To settle it, on a terminal, where raci asks what to write:", _settle(what), "sh")


def _settle(what: str, *options: Sequence[str]) -> str:
    return command("raci", "settle", what, *chain.from_iterable(options))


def _escalation(case: OverlapCase) -> list[str]:
    return [word for step in case.escalation for word in ("--escalation", step)]


def _owners_of(case: OverlapCase, roles: Sequence[str]) -> list[str]:
    """Return the options that name who is accountable as the text to paste does."""
    choice = roles[0] if roles else _TO_FILL_IN
    if not case.accountable:
        return ["--accountable", choice]
    named = (f"{work}={case.accountable.get(work, choice)}" for work in case.work)
    return [word for each in named for word in ("--accountable", each)]


def _as_proposed(agreement: AgreementRecord) -> list[str]:
    """Return the options that name who is accountable as an agreement without a reason does."""
    if not agreement.accountable:
        return ["--accountable", _TO_FILL_IN]
    named = (f"{work}={role}" for work, role in agreement.accountable.items())
    return [word for each in named for word in ("--accountable", each)]


@dataclass(frozen=True)
class _Terms:
    """Fields to write, laid out as what raci itself writes, with comments behind some by their keys."""

    fields: Mapping[str, Data]
    comments: Mapping[str, str] = field(default_factory=dict)
    below: Sequence[str] = ()
    """Comments on lines of their own below the innermost fields."""

    def lines(self, indent: int) -> list[str]:
        """Return lines of their own, the first ones from a column on."""
        layout = Layout("", "\n", len(_STEP), len(_STEP))
        begin = {f"{written(key)}:": comment for key, comment in self.comments.items()}
        lines = [line for each in self.fields.items() for line in layout.field(*each, indent)]
        told = [
            line.replace(f'"{_TO_FILL_IN}"', _TO_FILL_IN)
            + next((said for key, said in begin.items() if line.lstrip().startswith(f"{key} ")), "")
            for line in lines
        ]
        last = told[-1]
        margin = last[: len(last) - len(last.lstrip())]
        return [*told, *(f"{margin}{each}" for each in self.below)]

    def in_brackets(self) -> str:
        """Return the fields in one line, without comments."""
        line = ", ".join(field_in_brackets(*each) for each in self.fields.items())
        return line.replace(f'"{_TO_FILL_IN}"', _TO_FILL_IN)
