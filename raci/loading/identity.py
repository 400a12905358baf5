"""Which claims are on the same work: they join on its id, or else on its folded name."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING

from raci.faults.finding import Related
from raci.faults.of_files import AMBIGUOUS_REFERENCE, DUPLICATE_WORK, NEEDS_ID
from raci.text.names import in_words, slug_of_folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from raci.faults.finding import Finding
    from raci.location import Place
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Kind
    from raci.text.names import Fold

_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Listed:
    """An entry for a piece of work on a list: a role's, or (without a role) that of unowned work.

    `folded` are its name and its aliases, folded.
    """

    role: str | None
    kind: Kind
    entry: WorkEntry | UnownedEntry
    place: Place
    fold: InitVar[Fold]
    folded: tuple[str, ...] = field(init=False)

    def __post_init__(self, fold: Fold) -> None:
        entry = self.entry
        self.folded = (fold(entry.name), *map(fold, entry.aliases)) if entry.aliases else (fold(entry.name),)


def identify(listed: Sequence[Listed]) -> tuple[dict[str, list[Listed]], list[Finding]]:
    """Return the entries by the id of their work, and what is wrong with their names.

    An entry without an id whose name another entry gives an id to is that entry's work. Names that
    fold differently and give the same id, or none, need an id; one list names a thing once.
    """
    findings: list[Finding] = []
    ids_of_name: dict[str, set[str]] = {}
    first_with: dict[str, Listed] = {}
    in_order = sorted(listed, key=lambda each: each.place.order)
    for each in in_order:
        if each.entry.id is not None:
            ids_of_name.setdefault(each.folded[0], set()).add(each.entry.id)
            first_with.setdefault(each.entry.id, each)
    joined: dict[str, list[Listed]] = {}
    for each in in_order:
        id_ = each.entry.id
        if id_ is None:
            known = ids_of_name.get(each.folded[0], _NONE)
            id_ = next(iter(known)) if len(known) == 1 else slug_of_folded(each.folded[0])
            if problem := _problem(each, id_, known, first_with):
                findings.append(problem)
                continue
        joined.setdefault(id_, []).append(each)
    for entries in joined.values():
        if len(entries) > 1:
            findings.extend(_repeated(entries))
    return joined, findings


def _problem(each: Listed, id_: str, known: Collection[str], first_with: dict[str, Listed]) -> Finding | None:
    """Return why an entry without an id has no id of its own, if so."""
    name = each.entry.name
    if len(known) > 1:
        message = f'"{name}" may be {in_words(sorted(known), last="or")}'
        help_ = "Give it the `id` of the one that is meant."
        return AMBIGUOUS_REFERENCE.at(each.place.at("name"), name, message, help_)
    if not id_:
        message = f'"{name}" has neither letters nor digits to make an id of'
        return NEEDS_ID.at(each.place.at("name"), name, message, "Give it an `id`.")
    first = first_with.setdefault(id_, each)
    if not known and first.folded[0] != each.folded[0]:
        message = f'"{name}" and "{first.entry.name}" are different names with the same id {id_}'
        related = [Related(first.place.at("name"), "the other name")]
        help_ = "Give one of the two an `id`."
        return NEEDS_ID.at(each.place.at("name"), name, message, help_, related=related)
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
            if each.folded[0] != known.folded[0]:
                message += f' as "{known.entry.name}"'
            yield DUPLICATE_WORK.at(
                each.place.at("name"),
                each.entry.name,
                message,
                "Keep one of the two, or give them different names.",
                related=[Related(where, "first here")],
            )
