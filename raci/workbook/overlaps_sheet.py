"""The sheet of overlaps: where roles meet, what they agreed, and whom to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.overlap_status import OverlapKind
from raci.text.names import counted
from raci.views.overlap_wording import status_in_words
from raci.views.wording import Wording, places
from raci.workbook import looks
from raci.workbook.listing import FIRST, listing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.queries.overlap_cases import OverlapCase
    from raci.sheets.new_sheet import NewSheet
    from raci.workbook.contents import Contents

_WIDTHS = {
    "Status": 13,
    "What": 34,
    "Found as": 18,
    "Roles": 26,
    "Accountable": 46,
    "What pulls them apart": 44,
    "Agreed because": 44,
    "If they disagree, ask": 26,
    "Written at": 36,
}
_STATUS = f"B{FIRST}"
_RULES = (
    (f'OR({_STATUS}="open",{_STATUS}="contested",{_STATUS}="unowned")', looks.CONTESTED),
    (f'{_STATUS}="undecided"', looks.UNOWNED),
)
"""What colours the status of an overlap."""
_FOUND = {
    OverlapKind.DECLARED: "an area",
    OverlapKind.DUPLICATE: "claimed by several",
    OverlapKind.NEAR_DUPLICATE: "names alike",
    OverlapKind.ACTIVITY_AND_DELIVERABLE: "an activity and its paper",
    OverlapKind.SHARED_FILES: "in the same files",
}


def overlaps_sheet(contents: Contents) -> NewSheet:
    """Return the sheet of the overlaps of a matrix, the worst first."""
    wording = Wording(contents.overlaps.scheme, contents.overlaps.roles)
    cases, names = contents.cases, contents.overlaps.work
    title = f"{counted(len(cases), 'overlap')}, those that need a decision first." if cases else "No overlap."
    return listing("overlaps", title, _WIDTHS, ([*_row(each, names, wording)] for each in cases), _RULES)


def _row(case: OverlapCase, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    overlap = case.overlap
    agreement = overlap.agreement if overlap else None
    yield status_in_words(case, wording)
    yield overlap.name if overlap and not case.names else "\n".join(case.names)
    yield _FOUND[case.kind]
    yield "\n".join(map(wording.name, case.roles))
    yield "\n".join(f"{names[each]}: {wording.name(role)}" for each, role in case.accountable.items())
    yield case.tension or ""
    yield (agreement.because if agreement else "") or ""
    yield "\n".join(map(wording.name, case.escalation))
    yield places(case.claims, "\n") or (places([overlap]) if overlap else "")
