"""All that lint may find, in the order of the codes: in files, by the rules, about waivers."""

from __future__ import annotations

from raci.faults.of_files import OF_FILES
from raci.faults.of_waivers import OF_WAIVERS
from raci.rules import RULES

FAULTS = tuple(sorted((*OF_FILES, *RULES, *OF_WAIVERS), key=lambda each: each.code))
BY_NAME = {each.name: each for each in FAULTS}
BY_CODE = {each.code: each for each in FAULTS}
