"""How a file refers to roles, work and practices, by ids or by names: fixes of its references do the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from raci.faults.fix import Reword, unsafe
from raci.faults.of_files import UNKNOWN_PRACTICE, UNKNOWN_ROLE, UNKNOWN_WORK
from raci.loading.reference_fixes import replaced
from raci.text.names import bare, fold, is_kebab_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.faults.finding import Finding
    from raci.loading.references import References
    from raci.location import Place
    from raci.model.entries import OwnershipFile
    from raci.model.index import Index


def as_files_refer(
    findings: Iterable[Finding], read: Sequence[tuple[OwnershipFile, Place]], references: References
) -> list[Finding]:
    """Return findings, those about unknown names with fixes in the manner of their file."""
    index = {
        UNKNOWN_ROLE.code: references.roles,
        UNKNOWN_WORK.code: references.work,
        UNKNOWN_PRACTICE.code: references.practices,
    }
    return [
        _as_file_refers(each, read, index[each.code])
        if each.code in index and each.fix and not each.fix.is_safe
        else each
        for each in findings
    ]


def _as_file_refers(finding: Finding, read: Sequence[tuple[OwnershipFile, Place]], index: Index) -> Finding:
    [repair] = finding.fix.repairs if finding.fix else [None]
    if not isinstance(repair, Reword):
        return finding
    # The id and the name may be one but for case and hyphens: what was written comes as near to both.
    same = sorted(each for each in index.known() if fold(each) == fold(repair.text))
    ids = [each for each in same if each in index.ids]
    names = [each for each in same if each not in index.ids]
    if not ids or not names or len(index.find(repair.text)) != 1:
        return finding
    here = [file for file, place in read if place.file == finding.location.file]
    by_id = _refers_by_id(here, index)
    if by_id is None:
        by_id = is_kebab_case(bare(finding.subject))
    text = (ids if by_id else names)[0]
    return replace(finding, fix=unsafe(replaced(finding.subject, text), Reword(repair.where, text)))


def _refers_by_id(files: Iterable[OwnershipFile], index: Index) -> bool | None:
    """Return whether most references of files are by id; None where as many are by name."""
    by_id = [
        each in index.ids
        for file in files
        for each in _references(file, index.noun)
        if len(index.find(each)) == 1
    ]
    return None if 2 * sum(by_id) == len(by_id) else 2 * sum(by_id) > len(by_id)


def _references(file: OwnershipFile, noun: str) -> Iterator[str]:
    """Yield what a file writes where it refers to something."""
    entries = [each for role in file.roles.values() for each in (*role.responsibilities, *role.deliverables)]
    agreements = [each.agreement for each in file.overlaps.values() if each.agreement]
    pairs = [each.accountable for each in agreements]
    by_work = [each for each in pairs if isinstance(each, Mapping)]
    if noun == "role":
        yield from (role.reports_to for role in file.roles.values() if role.reports_to)
        yield from chain.from_iterable(each.expects for each in entries)
        yield from chain.from_iterable(each.sides for each in file.overlaps.values())
        yield from (each for each in pairs if isinstance(each, str))
        yield from chain.from_iterable(each.values() for each in by_work)
        yield from chain.from_iterable((*each.others, *each.escalation) for each in agreements)
    elif noun == "work":
        yield from chain.from_iterable(getattr(each, "produces", ()) for each in entries)
        yield from chain.from_iterable(each.work for each in file.overlaps.values())
        yield from chain.from_iterable(by_work)
        yield from (each.same for each in file.overlaps.values() if each.same)
    else:
        yield from chain.from_iterable(each.practices for each in agreements)
