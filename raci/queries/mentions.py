"""Which ids records mention: an answer holds ids, and gives the names of those that it mentions.

What a field holds is known by its type (`raci.model.field_types`). A type that is not known here is an error,
so that no id is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from inspect import get_annotations
from itertools import chain
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from raci.model.field_types import Id, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from raci.model.register import Register

    Reader = Callable[[Any], Iterable[tuple[Id, str]]]

_NO_PART = (NoneType, ...)


def role_names(register: Register, ids: Collection[str]) -> dict[str, str]:
    """Return the names of the roles among `ids`: where one is due, plain text may stand."""
    return {id_: role.name for id_, role in register.roles.items() if id_ in ids}


def work_names(register: Register, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of work, by id."""
    return {id_: register.work[id_].name for id_ in sorted(ids)}


def mentioned(records: Iterable[Record]) -> Mapping[Id, set[str]]:
    """Return the ids that records hold, by kind; with roles the plain text that may stand for one."""
    found: dict[Id, set[str]] = {kind: set() for kind in Id}
    for record in records:
        for kind, id_ in _ids_in(record):
            found[kind].add(id_)
    return found


def _ids_in(record: Any) -> Iterator[tuple[Id, str]]:
    for name, reader in _readers_of(record.__class__).items():
        yield from reader(getattr(record, name))


@cache
def _readers_of(record: Any) -> dict[str, Reader]:
    """Return how to read the fields of a record that hold ids."""
    types = get_annotations(record, eval_str=True)
    return {name: reader for name, type_ in types.items() if (reader := reader_of(type_))}


@cache
def reader_of(type_: Any) -> Reader | None:
    """Return what yields the ids in a value of a type, each with its kind; None where it holds none.

    Raises TypeError for a type of which it is not known what it holds.
    """
    origin, inner = get_origin(type_), get_args(type_)
    if origin is Annotated:
        kind = next((each for each in type_.__metadata__ if isinstance(each, Id)), None)
        return (lambda value: ((kind, value),)) if kind else reader_of(inner[0])
    if origin in {Mapping, tuple, Union, UnionType}:
        return _reader_of_parts(origin, [reader_of(each) for each in inner if each not in _NO_PART])
    if isinstance(type_, type) and issubclass(type_, Record):
        return _ids_in
    if isinstance(type_, type) and issubclass(type_, (str, int, float)):
        return None
    raise TypeError(f"it is not known whether {type_} holds ids")


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
