"""Plain data to the entries of a file: what pydantic finds wrong is retold in our words.

A file with mistakes still yields what is right in it, so that the mistakes of its references are
found in the same run: whatever is wrong is reported, taken out, and the rest is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from raci.finding import Finding
from raci.loading.rewording import follow, reword
from raci.model.entries import OwnershipFile
from raci.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.loading.yaml_source import ReadYaml
    from raci.location import Place

_ROUNDS = 20


@dataclass(frozen=True)
class CheckedFile:
    """The entries of a file that could be read, and what was wrong with the others.

    `broken_names` are the folded names of everything that a file with mistakes mentions: a
    reference to one of them is not called unknown.
    """

    entries: OwnershipFile | None
    place: Place
    findings: tuple[Finding, ...] = ()
    broken_names: frozenset[str] = frozenset()


def check_file(read: ReadYaml) -> CheckedFile:
    """Return the entries of `read`, with its findings and one for each value that is not as it should be.

    Of a file that could not be read to its end, only that is told: what seems to be missing from it
    may stand in the rest.
    """
    if not read.complete and not isinstance(read.data, dict):
        return CheckedFile(None, read.place, read.findings)
    if not isinstance(read.data, dict):
        empty = read.data is None
        message = "the file is empty" if empty else "the file is not a mapping of keys to values"
        help_ = "An ownership file begins with `version: 1`."
        wrong = Finding(read.place.at(), "wrong-shape", message, help_)
        return CheckedFile(None, read.place, (*read.findings, wrong))
    try:
        return CheckedFile(OwnershipFile.model_validate(read.data), read.place, read.findings)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    findings = list(read.findings)
    if read.complete:
        reworded = (reword(problem, read.data, read.place) for problem in errors)
        findings += (each for each in reworded if each.location[1:3] not in read.refused)
    names = frozenset(map(fold, _names_in(read.data)))
    return CheckedFile(_readable_part(read.data, read.place, errors), read.place, tuple(findings), names)


def _readable_part(data: Any, place: Place, errors: Iterable[Any]) -> OwnershipFile | None:
    for _ in range(_ROUNDS):
        # From the back, so that removing one list item leaves the earlier ones where they were.
        for error in sorted(errors, key=lambda each: _sort_key(each["loc"]), reverse=True):
            _take_out(data, place, error["loc"], missing=error["type"] == "missing")
        try:
            return OwnershipFile.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None


def _sort_key(loc: tuple[str | int, ...]) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, int), step) for step in loc)


def _take_out(data: Any, place: Place, loc: tuple[str | int, ...], *, missing: bool) -> None:
    if missing and loc[-1] in ("name", "version"):
        _fill_in(data, loc)
        return
    path, _ = follow(data, loc[:-1] if missing else loc)
    if path:
        *above, last = path
        _, parent = follow(data, tuple(above))
        _remove(parent, place.within(*above), last)


def _fill_in(data: Any, loc: tuple[str | int, ...]) -> None:
    if loc == ("version",):
        data["version"] = "1"
        return
    entry = data
    for step in loc[:-1]:
        entry = entry[step]
    # Whatever lacks its name can still be referred to by its key.
    entry["name"] = entry.get("id") or str(loc[-2])


def _remove(parent: Any, place: Place, step: str | int) -> None:
    del parent[step]
    places = place.children
    if isinstance(parent, list):
        for index in range(cast("int", step), len(parent)):
            places[index] = places[index + 1]
        places.pop(len(parent), None)
    else:
        places.pop(step, None)


def _names_in(data: Any) -> Iterator[str]:
    """Yield every key and every text of names, ids and aliases, however deep; never recurses."""
    todo = [data]
    while todo:
        here = todo.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, list):
            todo.extend(here)
        elif isinstance(here, dict):
            for key, value in here.items():
                yield key
                if not isinstance(value, str) or key in ("name", "id"):
                    todo.append(value)
