"""Say of names that look alike whether they are different work or one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.house_style import HouseStyle
from raci.decisions.missing import SeveralChoices, WouldReplace
from raci.decisions.new_overlap import new_overlap
from raci.decisions.said import text_said
from raci.editing.changes import AddField, Change, Remove, Replace
from raci.look_alikes.look_alikes import look_alikes

if TYPE_CHECKING:
    from raci.decisions.files import Files
    from raci.editing.nodes import Data
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Overlap


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of names: how the work differs, or (`same`) the id of the work whose name to keep."""

    distinct: str | None = None
    same: str | None = None
    because: str | None = None
    replaces: bool = False
    """Whether this goes in place of what was said before."""


def pair_with(graph: OwnershipGraph, work: str, language: str) -> tuple[str, str]:
    """Return a piece of work and the one that looks like it, in the order of their ids.

    Raises CannotDecide where none does, SeveralChoices where several do.
    """
    register = graph.register
    others = looking_like(graph, work, language)
    name = register.work[work].name
    if not others:
        raise CannotDecide(f'Nothing looks like "{name}". Name the other work with --and.')
    if len(others) > 1:
        choices = [(each, register.work[each].name) for each in others]
        listed = ", ".join(f'"{called}"' for _, called in choices)
        raise SeveralChoices(
            f'Several names look like "{name}": {listed}. Name the one that is meant with --and.', choices
        )
    one, other = sorted((work, others[0]))
    return one, other


def looking_like(graph: OwnershipGraph, work: str, language: str) -> tuple[str, ...]:
    """Return the work whose name looks like that of a piece of work, in the order of the ids."""
    pairs = _pairs(graph, work, language)
    unexamined = [each for each in pairs if not spoken_of(graph, each)]
    return tuple(sorted({one if other == work else other for one, other in unexamined or pairs}))


def _pairs(graph: OwnershipGraph, work: str, language: str) -> list[tuple[str, str]]:
    alike = look_alikes(graph.register, language)
    return [(each.one, each.other) for each in alike if work in (each.one, each.other)]


def tell_apart(graph: OwnershipGraph, files: Files, work: tuple[str, ...], verdict: Verdict) -> Decision:
    """Return how it is written down whether two names differ. Raises CannotDecide and WouldReplace."""
    if verdict.same is not None and verdict.same not in work:
        name = graph.register.work[verdict.same].name
        raise CannotDecide(f'"{name}" is none of the two names; keep one of them.')
    if spoken := spoken_of(graph, work):
        return say_instead(graph, files, spoken, verdict)
    style = HouseStyle(graph.register, files)
    return new_overlap(graph, files, work, lambda file: _fields(verdict, style, file))


def say_instead(graph: OwnershipGraph, files: Files, overlap: Overlap, verdict: Verdict) -> Decision:
    """Return how an overlap about names says something else of them. Raises CannotDecide and WouldReplace."""
    if not overlap.is_about_names:
        raise CannotDecide(
            f'"{overlap.name}" is an area where roles meet. Whether names differ is said of work: name that.'
        )
    if verdict.same is not None and verdict.same not in overlap.work:
        raise CannotDecide(f'"{overlap.name}" is not about "{graph.register.work[verdict.same].name}".')
    path, file = files.path(overlap.place), overlap.place.file
    wanted = _fields(verdict, HouseStyle(graph.register, files), file)
    there = {key: getattr(overlap.entry, key) for key in ("distinct", "same", "because")}
    changes: list[Change] = []
    for key, value in wanted.items():
        is_same = key == "same" and overlap.same == verdict.same
        if there[key] is None:
            changes.append(AddField(path, key, value))
        elif there[key] != value and not is_same:
            changes.append(Replace((*path, key), value))
    switched = [key for key in ("distinct", "same") if there[key] is not None and key not in wanted]
    stale = [*switched, "because"] if switched and there["because"] and "because" not in wanted else switched
    changes += [Remove((*path, key)) for key in stale]
    if not verdict.replaces and not all(isinstance(each, AddField) for each in changes):
        raise WouldReplace(spoken_already(overlap), "Say --replace to put this in its place.")
    return Decision({file: changes} if changes else {}, overlap.id, overlap.id)


def spoken_of(graph: OwnershipGraph, work: tuple[str, ...]) -> Overlap | None:
    """Return the overlap that says of names whether they differ, if there is one."""
    return next((each for each in graph.overlaps_covering_all(work) if each.is_about_names), None)


def spoken_already(overlap: Overlap) -> str:
    """Return in a sentence that an overlap says of names whether they differ."""
    return f'"{overlap.name}" ({overlap.place.at()}) already says whether they differ.'


def _fields(verdict: Verdict, style: HouseStyle, file: str) -> dict[str, Data]:
    if verdict.same is None:
        return {"distinct": text_said(verdict.distinct or "", "How they differ")}
    fields: dict[str, Data] = {"same": style.work(verdict.same, file)}
    return (
        {**fields, "because": text_said(verdict.because, "The reason")}
        if verdict.because is not None
        else fields
    )
