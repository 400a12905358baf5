"""What makes a finding the same finding in tomorrow's report, though lines have moved."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from raci.faults.finding import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.faults.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> dict[Finding, str]:
    """Return a fingerprint for each finding: of its rule, file and subject, and a number for repeats.

    Repeats are numbered by place. Neither lines nor wording count, so both may change.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found: dict[Finding, str] = {}
    for finding in in_order(findings):
        key = (finding.code, finding.location.file, finding.subject)
        text = "\0".join((*key, str(seen[key])))
        found[finding] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        seen[key] += 1
    return found
