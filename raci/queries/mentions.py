"""Which ids records mention: an answer holds ids, and gives the names of those that it mentions.

What a field holds is known by its type (`raci.model.field_types`). A type that is not known here is an error,
so that no id is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from raci.model.field_types import Id, Record
from raci.queries.records import PracticeRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from raci.model.register import Register

    Reader = Callable[[Any], Iterable[tuple[Id, str]]]

_NO_PART = (NoneType, ...)


def role_names(register: Register, records: Iterable[Record], *others: str) -> dict[str, str]:
    """Return the names of the roles that records mention, and of others, by id."""
    named = mentioned(Id.ROLE, records).union(others)
    return {id_: role.name for id_, role in register.roles.items() if id_ in named}


def work_names(register: Register, records: Iterable[Record]) -> dict[str, str]:
    """Return the names of the work that records mention, by id."""
    return {id_: register.work[id_].name for id_ in sorted(mentioned(Id.WORK, records))}


def practice_records(register: Register, records: Iterable[Record]) -> dict[str, PracticeRecord]:
    """Return the practices that records mention, by id."""
    entries = {id_: register.practices[id_].entry for id_ in sorted(mentioned(Id.PRACTICE, records))}
    return {id_: PracticeRecord(entry.name, entry.cadence) for id_, entry in entries.items()}


def mentioned(kind: Id, records: Iterable[Record]) -> set[str]:
    """Return the ids of a kind that records hold, and the plain text of fields that may hold either."""
    found: Iterable[tuple[Id, str]] = chain.from_iterable(map(_ids_in, records))
    return {id_ for its_kind, id_ in found if its_kind is kind}


def _ids_in(record: Any) -> Iterable[tuple[Id, str]]:
    return _each(reader_of(record.__class__), [record])


@cache
def reader_of(type_: Any) -> Reader | None:
    """Return what yields the ids in a value of a type, each with its kind; None where it holds none.

    Raises TypeError for a type of which it is not known what it holds.
    """
    origin, inner = get_origin(type_), get_args(type_)
    if origin is Annotated:
        kind = next((each for each in type_.__metadata__ if isinstance(each, Id)), None)
        return (lambda value: ((kind, value),)) if kind else reader_of(inner[0])
    if isinstance(type_, type) and issubclass(type_, Record):
        return _reader_of_record(type_)
    if origin in {Mapping, tuple, Union, UnionType}:
        return _reader_of_parts(origin, [reader_of(each) for each in inner if each not in _NO_PART])
    if isinstance(type_, type) and issubclass(type_, (str, int, float)):
        return None
    raise TypeError(f"it is not known whether {type_} holds ids")


def _reader_of_record(record: type[Record]) -> Reader | None:
    types = get_type_hints(record, include_extras=True)
    readers = {name: reader for name, type_ in types.items() if (reader := reader_of(type_))}

    def read(value: Any) -> Iterator[tuple[Id, str]]:
        for name, reader in readers.items():
            yield from reader(getattr(value, name))

    return read if readers else None


def _reader_of_parts(whole: Any, readers: Sequence[Reader | None]) -> Reader | None:
    if not any(readers):
        return None
    if whole is Mapping:
        keys, values = readers
        return lambda value: chain(_each(keys, value), _each(values, value.values()))
    (reader,) = readers
    if whole is tuple:
        return lambda value: _each(reader, value)
    return lambda value: () if value is None else _each(reader, [value])


def _each(reader: Reader | None, values: Iterable[Any]) -> Iterable[tuple[Id, str]]:
    return chain.from_iterable(map(reader, values)) if reader else ()
