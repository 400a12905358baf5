"""Which claims are on the same work: they join on its id, or else on its folded name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.finding import Finding, Related
from raci.names import fold, in_words, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.location import Place
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Kind


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry for a piece of work on a list: a role's, or (without a role) that of unowned work."""

    role: str | None
    kind: Kind
    entry: WorkEntry | UnownedEntry
    place: Place


def identify(listed: Sequence[Listed]) -> tuple[dict[str, list[Listed]], list[Finding]]:
    """Return the entries by the id of their work, and what is wrong with their names.

    An entry without an id whose name another entry gives an id to is that entry's work. Names that
    fold differently and give the same id, or none, need an id; one list names a thing once.
    """
    findings: list[Finding] = []
    ids_of_name: dict[str, set[str]] = {}
    first_with: dict[str, Listed] = {}
    in_order = sorted(listed, key=lambda each: each.place.at("name"))
    for each in in_order:
        if each.entry.id is not None:
            ids_of_name.setdefault(fold(each.entry.name), set()).add(each.entry.id)
            first_with.setdefault(each.entry.id, each)
    joined: dict[str, list[Listed]] = {}
    for each in in_order:
        known = ids_of_name.get(fold(each.entry.name), set())
        id_ = each.entry.id or (next(iter(known)) if len(known) == 1 else slug(each.entry.name))
        if each.entry.id is None and (problem := _problem(each, id_, sorted(known), first_with)):
            findings.append(problem)
        else:
            joined.setdefault(id_, []).append(each)
    for entries in joined.values():
        findings.extend(_repeated(entries))
    return joined, findings


def _problem(each: Listed, id_: str, known: Sequence[str], first_with: dict[str, Listed]) -> Finding | None:
    """Return why an entry without an id has no id of its own, if so."""
    name, where = each.entry.name, each.place.at("name")
    if len(known) > 1:
        message = f'"{name}" may be {in_words(known, last="or")}'
        return Finding(where, "ambiguous-name", message, "Give it the `id` of the one that is meant.")
    if not id_:
        message = f'"{name}" has neither letters nor digits to make an id of'
        return Finding(where, "needs-id", message, "Give it an `id`.")
    first = first_with.setdefault(id_, each)
    if not known and fold(first.entry.name) != fold(name):
        message = f'"{name}" and "{first.entry.name}" are different names with the same id {id_}'
        related = Related(first.place.at("name"), "the other name")
        return Finding(where, "needs-id", message, "Give one of the two an `id`.", (related,))
    return None


def _repeated(entries: Iterable[Listed]) -> Iterable[Finding]:
    firsts: dict[str | None, Listed] = {}
    for each in entries:
        known = firsts.setdefault(each.role, each)
        if known is not each:
            where = known.place.at("name")
            one_file = where.file == each.place.file
            first = f"line {where.line}" if one_file else f"{where.file}:{where.line}"
            message = f'"{each.entry.name}" is on this list a second time, first in {first}'
            if fold(each.entry.name) != fold(known.entry.name):
                message += f' as "{known.entry.name}"'
            yield Finding(
                each.place.at("name"),
                "duplicate-work",
                message,
                "Keep one of the two, or give them different names.",
                (Related(where, "first here"),),
            )
