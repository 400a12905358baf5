"""The answer to overlaps in one sentence: what there is to do, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.text.names import in_words
from raci.views.overlap_wording import held, status_in_words
from raci.views.wording import both, few, if_any, look_alikes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.views.wording import Wording

_NAMED = 3  # more names than these make a sentence that nobody reads


def title(answer: Overlaps, wording: Wording) -> str:
    """Return the answer in one sentence."""
    subject, cases = answer.subject, answer.overlaps
    named = _subject(answer, wording)
    if subject is not None and not named:
        return f'Nothing here answers to "{subject.asked}".'
    if not cases and subject is not None and not answer.filtered:
        what = f"what {named} does" if subject.role is not None else named
        return f"No overlap: nobody else claims {what}, and nothing is taken for it."
    if not cases:
        return "No overlap is like that." if answer.filtered else "No overlap."
    twice = [case for case in cases if case.kind is OverlapKind.DUPLICATE]
    if subject is not None and len(subject.work) == len(twice) == 1:
        return _claimed(twice[0], wording)
    state = _state(answer, wording)
    return f"About {named}: {state}" if named else f"{state[:1].upper()}{state[1:]}"


def _claimed(case: OverlapCase, wording: Wording) -> str:
    """Return who claims one piece of work, and who holds it."""
    sentence = f"{wording.names(case.roles)} {both(case.roles)} list {case.names[0]}"
    return f"{sentence} ({status_in_words(case, wording)}): {held(case, wording)}."


def _state(answer: Overlaps, wording: Wording) -> str:
    cases = answer.overlaps
    contested = _contested(cases)
    unowned = [case.names[0] for case in cases if _is(case, OverlapKind.DUPLICATE, OverlapStatus.OPEN)]
    areas = sum(_is(case, OverlapKind.DECLARED, OverlapStatus.OPEN) for case in cases)
    pairs = [case.names for case in cases if case.status is OverlapStatus.UNEXAMINED]
    # Other work without an owner may stand on one list only, and is no overlap.
    one, many = "piece of work on several lists has no owner", "pieces of work on several lists have no owner"
    open_ = if_any(areas, "area is open", "areas are open")
    met = sum(_is(case, OverlapKind.SHARED_FILES, OverlapStatus.OPEN) for case in cases)
    in_files = if_any(met, "pair of work lies in the same files", "pairs of work lie in the same files")
    said = "; ".join(
        filter(None, (contested, _named(unowned, one, many), open_, look_alikes(len(pairs), pairs), in_files))
    )
    if said and (contested or answer.filtered):
        return f"{said}."
    if said:
        return f"nothing is contested; {said}."
    if answer.filtered:
        statuses = dict.fromkeys(status_in_words(case, wording) for case in cases)
        return f"everything here is {in_words(statuses, last='or')}."
    return "nothing is contested, open or undecided."


def _contested(cases: Sequence[OverlapCase]) -> str:
    found = [case for case in cases if case.status is OverlapStatus.CONTESTED]
    work = [case.names[0] for case in found if case.kind is OverlapKind.DUPLICATE]
    said = _named(work, "piece of work is contested", "pieces of work are contested")
    return said or if_any(len(found), "area is contested", "areas are contested")


def _subject(answer: Overlaps, wording: Wording) -> str:
    """Return what the subject was taken for; empty without one, or where it names nothing."""
    subject = answer.subject
    if subject is None:
        return ""
    if subject.role is not None:
        return wording.name(subject.role)
    if subject.overlap is not None:
        named = (case.overlap.name for case in answer.overlaps if case.overlap and case.id == subject.overlap)
        return next(named, f'"{subject.asked}"')
    names = [answer.work[work] for work in subject.work]
    return in_words(few(names, _NAMED), last="and" if len(names) > _NAMED else "or")


def _is(case: OverlapCase, kind: OverlapKind, status: OverlapStatus) -> bool:
    return case.kind is kind and case.status is status


def _named(names: Sequence[str], one: str, many: str) -> str:
    return if_any(len(names), one, many) + (f" ({in_words(names)})" if 0 < len(names) <= _NAMED else "")
