"""What is found about waivers and the baseline: they are mended by taking them out."""

from __future__ import annotations

from raci.faults.fault import Fault
from raci.faults.finding import Severity


def _warning(code: str, name: str, source: str) -> Fault:
    return Fault(code, name, Severity.WARNING, source)


UNUSED_WAIVER = _warning(
    "RACI901", "unused-waiver", "ruff RUF100: suppressions that suppress nothing are reported"
)
UNKNOWN_WAIVED_RULE = _warning(
    "RACI902", "unknown-waived-rule", "ruff RUF102: suppressions with an unknown code are reported"
)
WAIVER_WITHOUT_REASON = _warning(
    "RACI903", "waiver-without-reason", "raci: an exception is a decision, and a decision has a reason"
)
EXPIRED_WAIVER = _warning("RACI904", "expired-waiver", "raci: an exception may be for a time")
STALE_BASELINE = _warning("RACI905", "stale-baseline", "ESLint: suppressions that are left over fail the run")

OF_WAIVERS = tuple(each for each in tuple(globals().values()) if isinstance(each, Fault))
