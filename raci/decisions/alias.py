"""Teach the register what people call a piece of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.said import name_said, notes_on
from raci.decisions.taken import told_taken
from raci.decisions.things import Kind, holder, lead_of
from raci.editing.changes import AddField, AddItem, Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.decisions.files import Files
    from raci.editing.nodes import Path
    from raci.graph.ownership import OwnershipGraph
    from raci.model.entries import UnownedEntry, WorkEntry


def alias(
    graph: OwnershipGraph, files: Files, words: str, work: str, options: Sequence[str] = ()
) -> Decision:
    """Return how a piece of work comes to be found by `words`: as an alias of the entry that speaks for it.

    There is nothing to change where it goes by them already. `options` say in a command where the files are.
    Raises CannotDecide where other work goes by the words.
    """
    register, words = graph.register, name_said(words, "What people say")
    named = register.work[work]
    if register.fold(words) in map(register.fold, (named.name, *named.aliases)):
        return Decision({}, work, notes=(f'"{named.name}" already goes by "{words}".',))
    if taken := holder(register, words, Kind.WORK, work):
        raise CannotDecide(told_taken(register, words, taken, work, options))
    entry, place = lead_of(graph, work)
    changes = [alias_added(entry, files.path(place), words)]
    return Decision({place.file: changes}, work, notes=notes_on(words))


def alias_added(entry: WorkEntry | UnownedEntry, path: Path, words: str) -> Change:
    """Return the change that gives an entry for work one more alias."""
    if entry.aliases:
        return AddItem((*path, "aliases"), words)
    return AddField(path, "aliases", [words])
