"""Whether a question to who-owns is a path of the repository, and which work that belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.field_types import Record, Text
from raci.queries.work_paths import PathRecord, WorkPaths, records
from raci.search.naming import NAMED
from raci.search.ranking import Hit

if TYPE_CHECKING:
    from raci.graph.ownership import OwnershipGraph

_IS_ONE = r"\.{0,2}/\S*|\S+/|\S+/\S*\.\w+"


@dataclass(frozen=True)
class AskedPath(Record):
    """A path that is asked about, and by which pattern it belongs to which work."""

    path: Text
    """From the root of the repository on; of a folder it ends in a slash."""
    patterns: tuple[PathRecord, ...]
    """The narrowest pattern that matches it, for each piece of work that has it."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Return the work that it belongs to, as if it were named."""
        return tuple(Hit(work, NAMED, ()) for work in dict.fromkeys(each.work for each in self.patterns))


def path_asked(graph: OwnershipGraph, asked: str) -> AskedPath | None:
    """Return the path that a question is, if the register has paths, and git knows it or it looks like one.

    `CI/CD` does not, unless there is such a file. What work is called is a path only where a pattern has it.
    """
    paths = WorkPaths(graph)
    if not ("/" in asked or "." in asked) or not paths.narrowing:
        return None
    path = asked.removeprefix("./").lstrip("/")
    folder = path.rstrip("/") + "/"
    files = paths.files or ()
    is_folder = any(each.startswith(folder) for each in files)
    if not path or (path not in files and not is_folder and not re.fullmatch(_IS_ONE, asked)):
        return None
    asked_for = folder if is_folder else path
    found = AskedPath(asked_for, records(paths.claiming(asked_for)))
    return found if found.patterns or not _is_a_name(graph, asked) else None


def _is_a_name(graph: OwnershipGraph, asked: str) -> bool:
    fold = graph.register.fold
    return any(
        fold(asked) == fold(name)
        for work in graph.register.work.values()
        for name in (work.name, *work.aliases)
    )
