"""Plain data to the entries of a file: what pydantic finds wrong is retold in our words.

A file with mistakes still yields what is right in it, so that the mistakes of its references are
found in the same run: whatever is wrong is reported, taken out, and the rest is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from raci.faults.of_files import NOT_OWNERSHIP_FILE, WRONG_VALUE
from raci.loading.misplaced import follows_from_another
from raci.loading.rewording import reword
from raci.loading.steps import follow
from raci.loading.yaml_data import EMPTY
from raci.loading.yaml_wording import many_mistakes
from raci.location import NOWHERE, Location
from raci.model.entries import FILE_KEYS, OwnershipFile
from raci.model.limits import MOST_MISTAKES
from raci.model.values import Mistakes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from raci.faults.finding import Finding
    from raci.loading.yaml_data import ReadYaml
    from raci.location import Field, Place
    from raci.text.names import Fold

_ROUNDS = 20
_SIGNS = FILE_KEYS | {"version"}  # an ownership file has one of these, if misspelt
_NEAR, _LOOKED_AT = 0.85, 100


@dataclass(frozen=True)
class CheckedFile:
    """The entries of a file that could be read, and what was wrong with the others.

    `place` is that of all that is written, beside the `entries` stands that of what is left of it. `broken`
    are the fields from which something was taken out, `broken_names` the folded names of everything that a
    file with mistakes defines. `unread` is the text of a file that could not be read to its end, or None:
    what it mentions may be defined there.
    """

    entries: tuple[OwnershipFile, Place] | None
    place: Place
    findings: tuple[Finding, ...] = ()
    broken: frozenset[Field] = frozenset()
    broken_names: frozenset[str] = frozenset()
    unread: str | None = ""

    @property
    def names(self) -> int:
        """Return how many names of entries and aliases the file has."""
        return 0 if self.entries is None else self.entries[0].names


def check_file(read: ReadYaml, fold: Fold) -> CheckedFile:
    """Return the entries of `read`, with its findings and one for each value that is not as it should be.

    Of a file that could not be read to its end, only that is told: what seems to be missing from it
    may stand in the rest.
    """
    if not read.complete:
        return CheckedFile(None, read.place, read.findings, unread=read.unread)
    if not isinstance(read.data, dict):
        empty = read.data is None or read.data is EMPTY
        message = "the file is empty" if empty else "the file is not a mapping of keys to values"
        help_ = "An ownership file begins with `version: 1`."
        where = Location(read.place.file, *NOWHERE) if empty else read.place.at()
        wrong = WRONG_VALUE.at(where, "wrong-shape", message, help_)
        return CheckedFile(None, read.place, (*read.findings, wrong))
    if not seems_ours(read.data):
        names = frozenset(map(fold, _names_in(read.data)))
        return CheckedFile(None, read.place, (_not_ours(read),), broken_names=names)
    mistakes = Mistakes()
    try:
        whole = OwnershipFile.model_validate(read.data, context=mistakes)
        return CheckedFile((whole, read.place), read.place, read.findings, read.broken)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if mistakes.too_many:
        return CheckedFile(None, read.place, _most_of(read, errors), unread=None)
    findings = (*read.findings, *_reworded(read, errors))
    names = frozenset(map(fold, _names_in(read.data)))
    entries, taken_out = _left(read, errors)
    return CheckedFile(entries, read.place, findings, read.broken | taken_out, names)


def seems_ours(data: dict[str, Any], signs: AbstractSet[str] = _SIGNS) -> bool:
    """Return whether a key is one of an ownership file's `signs`, or looks like one that was misspelt."""
    if not signs.isdisjoint(data):
        return True
    keys = [key.lower() for key in islice(data, _LOOKED_AT)]
    return any(get_close_matches(sign, keys, 1, _NEAR) for sign in signs)


def _not_ours(read: ReadYaml) -> Finding:
    message = "this is not an ownership file"
    help_ = "An ownership file begins with `version: 1` and holds roles, overlaps, practices or unowned work."
    where = read.place.key(*islice(read.data, 1))
    return NOT_OWNERSHIP_FILE.at(where, NOT_OWNERSHIP_FILE.name, message, help_)


def _reworded(read: ReadYaml, errors: Iterable[Any]) -> Iterator[Finding]:
    for error in errors:
        if read.place.at(*error["loc"])[1:3] not in read.refused and not follows_from_another(
            error, read.data, read.place
        ):
            yield reword(error, read.data, read.place)


def _most_of(read: ReadYaml, errors: Sequence[Any]) -> tuple[Finding, ...]:
    """Return as many findings as are told of one file, and that there are more."""
    told = (*read.findings, *_reworded(read, errors[:MOST_MISTAKES]))
    return (*told, many_mistakes(max(each.location for each in told)))


def _left(read: ReadYaml, errors: Iterable[Any]) -> tuple[tuple[OwnershipFile, Place] | None, set[Field]]:
    """Return what is right with its place, and the fields from which something wrong was taken out."""
    data, place = read.data, read.place
    broken: set[Field] = set()
    for _ in range(_ROUNDS):
        paths = {_at_fault(data, error) for error in errors} - {()}
        for path in paths:
            for depth, step in enumerate(path):
                if isinstance(step, str):
                    broken.add((place.within(*path[:depth]).at(), step))
        place = place.without(paths)
        _take_out(data, paths)
        try:
            return (OwnershipFile.model_validate(data), place), broken
        except ValidationError as error:
            errors = error.errors(include_url=False)
    return None, broken


def _at_fault(data: Any, error: Any) -> tuple[Any, ...]:
    """Return the path of what to take out, or nothing where a missing name could be filled in."""
    path, value = follow(data, error["loc"])
    if not path and error["type"] != "missing":  # the file as a whole has too many keys
        data.clear()
        return ()
    *above, last = error["loc"]
    if error["type"] != "missing":
        return tuple(path)
    if last == "version":
        data["version"] = "1"
        return ()
    keyed = not isinstance(path[-1], int) or "id" in value
    if last == "name" and keyed:
        # Whoever lacks a name can still be referred to by its key or id.
        value["name"] = value.get("id") or above[-1]
        return ()
    return tuple(path)


def _take_out(data: Any, paths: Iterable[tuple[Any, ...]]) -> None:
    """Take the values at `paths` out of the data, each list in one go."""
    by_parent: dict[tuple[Any, ...], set[Any]] = {}
    for path in paths:
        by_parent.setdefault(path[:-1], set()).add(path[-1])
    # From the deepest up: what is inside something that goes too is found before that has gone.
    for above, steps in sorted(by_parent.items(), key=lambda each: -len(each[0])):
        _, parent = follow(data, above)
        if isinstance(parent, list):
            parent[:] = [each for number, each in enumerate(parent) if number not in steps]
        else:
            for step in steps:
                parent.pop(step, None)


# Under these keys stand references to what is defined elsewhere.
_REFERENCES = frozenset(
    {"with", "sides", "produces", "reports_to", "deputy", "work"}
    | {"accountable", "others", "same", "escalation"}
)


def _names_in(data: Any) -> Iterator[str]:
    """Yield every text that may be the id, name or alias of something, however deep; never recurses."""
    # The keys of the outermost mappings are ids, even if they read like a field.
    outermost = [each for each in data.values() if isinstance(each, dict)]
    todo = [
        *(key for each in outermost for key in each),
        *(value for each in outermost for value in each.values()),
    ]
    todo += (each for each in data.values() if not isinstance(each, dict))
    while todo:
        here = todo.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, list):
            todo.extend(here)
        elif isinstance(here, dict):
            for key, value in here.items():
                # Practices are defined in a mapping and named in a list.
                if key not in _REFERENCES and not (key == "practices" and isinstance(value, list)):
                    yield key
                    todo.append(value)
