"""raci resolves ownership: who owns what, from YAML files kept in git.

    import raci

    register = raci.load("ownership/")
    answer = raci.who_owns(register, "pricing")
    answer.matches[0].accountable  # ("product-marketer",)

Every error that raci foresees is a `RaciError`; what a function cannot take is a TypeError with the name of
the argument, a value that nothing has a ValueError. What a function needs is imported when it is called, a
type when it is asked for: the command line pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import RaciError, UnusableFile
from raci.library import (
    agenda,
    diff,
    health,
    lint,
    load,
    matrix,
    overlaps,
    questions,
    role,
    to_networkx,
    who_owns,
)

if TYPE_CHECKING:
    from raci.changes.records import Change, Changes
    from raci.faults.finding import Finding, InvalidRegister, Severity
    from raci.language.language import UnknownLanguage
    from raci.linter.lint_report import LintReport
    from raci.linter.selection import UnknownRule
    from raci.location import Location
    from raci.model.limits import Limits
    from raci.model.register import Register
    from raci.queries.agenda_records import Agenda
    from raci.queries.filter_values import UnknownValue
    from raci.queries.health import Health
    from raci.queries.matrix import Matrix, MatrixRow
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.overlaps import Overlaps
    from raci.queries.questions import Asked, Questions, WrongQuestions
    from raci.queries.role import RoleAnswer, RoleCard
    from raci.queries.who_owns import Match, WhoOwns

    __version__: str

__all__ = [
    "Agenda",
    "Asked",
    "Change",
    "Changes",
    "Finding",
    "Health",
    "InvalidRegister",
    "Limits",
    "LintReport",
    "Location",
    "Match",
    "Matrix",
    "MatrixRow",
    "OverlapCase",
    "Overlaps",
    "Questions",
    "RaciError",
    "Register",
    "RoleAnswer",
    "RoleCard",
    "Severity",
    "UnknownLanguage",
    "UnknownRule",
    "UnknownValue",
    "UnusableFile",
    "WhoOwns",
    "WrongQuestions",
    "__version__",
    "agenda",
    "diff",
    "health",
    "lint",
    "load",
    "matrix",
    "overlaps",
    "questions",
    "role",
    "to_networkx",
    "who_owns",
]

_MODULES = {  # of the types; type checkers read them above
    "changes.records": ("Change", "Changes"),
    "faults.finding": ("Finding", "InvalidRegister", "Severity"),
    "language.language": ("UnknownLanguage",),
    "linter.lint_report": ("LintReport",),
    "linter.selection": ("UnknownRule",),
    "location": ("Location",),
    "model.limits": ("Limits",),
    "model.register": ("Register",),
    "queries.agenda_records": ("Agenda",),
    "queries.filter_values": ("UnknownValue",),
    "queries.health": ("Health",),
    "queries.matrix": ("Matrix", "MatrixRow"),
    "queries.overlap_cases": ("OverlapCase",),
    "queries.overlaps": ("Overlaps",),
    "queries.questions": ("Asked", "Questions", "WrongQuestions"),
    "queries.role": ("RoleAnswer", "RoleCard"),
    "queries.who_owns": ("Match", "WhoOwns"),
}


def __getattr__(name: str) -> object:
    """Return a type, or the version, when it is asked for. Raises AttributeError for what is not there."""
    from importlib import import_module, metadata

    if name == "__version__":
        return metadata.version("raci")
    for module, types in _MODULES.items():
        if name in types:
            return getattr(import_module(f"raci.{module}"), name)
    raise AttributeError(f"module 'raci' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
