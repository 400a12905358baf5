"""The lint rules: one file a rule, whose docstring is its manual page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.rule.rule import Rule

# A line a rule, in the order of the codes. 1 references, 2 rows, 3 columns, 4 overlaps, 5 hygiene; what is
# found in files (0, 1) and about waivers (9) is in raci.faults. A code is never used again for another rule.
_NAMES = (
    "shared_role_name",
    "nearly_a_role",
    "unused_role",
    "two_kinds",
    "confusable_names",
    "other_spelling",
    "path_without_file",
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
    "nobody_in_role",
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
    "agreement_without_reason",
    "agreement_without_effect",
    "deputy_loop",
    "deputy_in_person",
    "shared_files",
    "role_named_like_a_person",
    "missing_summary",
    "placeholder_text",
    "redundant_alias",
    "person_past_until",
)


def _load() -> tuple[Rule, ...]:
    return tuple(import_module(f"raci.rules.{name}").RULE for name in _NAMES)


RULES: tuple[Rule, ...] = _load()
