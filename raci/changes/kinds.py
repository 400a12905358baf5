"""The kinds of changes, weightiest first. The list is closed: whatever differs in meaning is one of them."""

from __future__ import annotations

from enum import StrEnum


class ChangeKind(StrEnum):
    """What a change is."""

    ACCOUNTABLE_MOVED = "accountable-moved"
    ACCOUNTABLE_LOST = "accountable-lost"
    ACCOUNTABLE_GAINED = "accountable-gained"
    CONTESTED = "contested"
    SETTLED = "settled"
    UNOWNED_DECIDED = "unowned-decided"
    UNOWNED_WITHDRAWN = "unowned-withdrawn"
    UNOWNED_CHANGED = "unowned-changed"
    SCHEME_CHANGED = "scheme-changed"
    LETTERS_CHANGED = "letters-changed"
    CLAIM_MADE = "claim-made"
    CLAIM_DROPPED = "claim-dropped"
    CLAIM_CHANGED = "claim-changed"
    EXPECTATION_CHANGED = "expectation-changed"
    WORK_ADDED = "work-added"
    WORK_REMOVED = "work-removed"
    ROLE_ADDED = "role-added"
    ROLE_REMOVED = "role-removed"
    WORK_RENAMED = "work-renamed"
    ROLE_RENAMED = "role-renamed"
    AREA_CHANGED = "area-changed"
    WORK_KIND_CHANGED = "work-kind-changed"
    PATHS_CHANGED = "paths-changed"
    PRODUCTS_CHANGED = "products-changed"
    AGREEMENT_MADE = "agreement-made"
    AGREEMENT_ENDED = "agreement-ended"
    AGREEMENT_CHANGED = "agreement-changed"
    AGREEMENT_REVIEWED = "agreement-reviewed"
    OVERLAP_OPENED = "overlap-opened"
    OVERLAP_CLOSED = "overlap-closed"
    OVERLAP_RENAMED = "overlap-renamed"
    OVERLAP_CHANGED = "overlap-changed"
    PRACTICE_ADDED = "practice-added"
    PRACTICE_REMOVED = "practice-removed"
    PRACTICE_RENAMED = "practice-renamed"
    PRACTICE_CHANGED = "practice-changed"
    PEOPLE_CHANGED = "people-changed"
    CONTACT_CHANGED = "contact-changed"
    REPORTS_TO_CHANGED = "reports-to-changed"
    DEPUTY_CHANGED = "deputy-changed"
    TEXT_CHANGED = "text-changed"

    @property
    def mirror(self) -> ChangeKind:
        """Return what the change is the other way round."""
        return _MIRRORS.get(self, self)


_MIRRORED = (
    (ChangeKind.ACCOUNTABLE_LOST, ChangeKind.ACCOUNTABLE_GAINED),
    (ChangeKind.CONTESTED, ChangeKind.SETTLED),
    (ChangeKind.UNOWNED_DECIDED, ChangeKind.UNOWNED_WITHDRAWN),
    (ChangeKind.CLAIM_MADE, ChangeKind.CLAIM_DROPPED),
    (ChangeKind.WORK_ADDED, ChangeKind.WORK_REMOVED),
    (ChangeKind.ROLE_ADDED, ChangeKind.ROLE_REMOVED),
    (ChangeKind.AGREEMENT_MADE, ChangeKind.AGREEMENT_ENDED),
    (ChangeKind.OVERLAP_OPENED, ChangeKind.OVERLAP_CLOSED),
    (ChangeKind.PRACTICE_ADDED, ChangeKind.PRACTICE_REMOVED),
)
_MIRRORS = {one: other for pair in _MIRRORED for one, other in (pair, pair[::-1])}

WEIGHT = {kind: number for number, kind in enumerate(ChangeKind)}


class Thing(StrEnum):
    """What a change is of."""

    WORK = "work"
    ROLE = "role"
    OVERLAP = "overlap"
    PRACTICE = "practice"
    REGISTER = "register"


class Why(StrEnum):
    """Why a change concerns a role, the strongest first."""

    LOSES_ACCOUNTABLE = "loses-accountable"
    GAINS_ACCOUNTABLE = "gains-accountable"
    LOSES_RESPONSIBLE = "loses-responsible"
    GAINS_RESPONSIBLE = "gains-responsible"
    CONTESTED = "contested"
    ACCOUNTABLE = "accountable"
    IN_AGREEMENT = "in-agreement"
    IN_OVERLAP = "in-overlap"
    CONSULTED = "consulted"
    HOLDERS = "holders"
    REPORTING = "reporting"
    INFORMED = "informed"
    CONTACT = "contact"
    SCHEME = "scheme"
