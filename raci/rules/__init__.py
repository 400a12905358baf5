"""The lint rules: one file a rule, whose docstring is its manual page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.rule.rule import Rule

# A line a rule, in the order of the codes. 0 files, 1 references, 2 rows, 3 columns, 4 overlaps,
# 5 hygiene, 9 waivers. A code is never used again for another rule.
_NAMES = (
    "syntax",
    "encoding",
    "duplicate_key",
    "several_documents",
    "anchor",
    "tag",
    "limit",
    "unknown_field",
    "wrong_value",
    "missing_field",
    "empty_value",
    "version",
    "not_ownership_file",
    "two_schemes",
    "unknown_role",
    "unknown_work",
    "unknown_practice",
    "unknown_letter",
    "ambiguous_reference",
    "duplicate_definition",
    "duplicate_work",
    "needs_id",
    "own_role",
    "shared_role_name",
    "nearly_a_role",
    "unused_role",
    "two_kinds",
    "confusable_names",
    "no_accountable",
    "several_accountable",
    "no_responsible",
    "clashing_letters",
    "differing_expectations",
    "too_many_responsible",
    "too_many_consulted",
    "too_many_informed",
    "nobody_consulted_or_informed",
    "accountable_for_too_much",
    "responsible_for_too_much",
    "no_part",
    "letter_in_everything",
    "only_informed",
    "unsettled_duplicate",
    "look_alike",
    "look_alike_in_one_list",
    "open_tension",
    "accountable_outsider",
    "no_escalation",
    "review_past",
    "differing_agreements",
    "claimed_though_unowned",
    "stale_overlap",
    "escalation_loop",
    "reporting_loop",
    "escalates_to_itself",
    "role_named_like_a_person",
    "missing_summary",
    "placeholder_text",
    "unused_waiver",
    "unknown_waived_rule",
    "waiver_without_reason",
    "expired_waiver",
    "stale_baseline",
)


def _load() -> tuple[Rule, ...]:
    return tuple(import_module(f"raci.rules.{name}").RULE for name in _NAMES)


RULES: tuple[Rule, ...] = _load()
BY_NAME = {rule.name: rule for rule in RULES}
BY_CODE = {rule.code: rule for rule in RULES}
