"""Ids in records: each field says by its type what it holds, so that every id that an answer holds is found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
import raci as library
from raci.model.field_types import Escalation, Id, Name, OverlapId, Record, RoleId, Text, WorkId
from raci.model.register import Register
from raci.queries.mentions import mentioned, reader_of, role_names, work_names
from raci.queries.practices import PracticeRecord, practice_records
from raci.render.answer_schema import ANSWERS

from conftest import PROJECT, register_of

DAY, YEAR_END = date(2026, 1, 1), date(2026, 12, 31)
# The records of the answers, with those that they are made of.
RECORDS = [each for each in Record.__subclasses__() if each.__module__.startswith("raci.")]
REGISTERS = [
    PROJECT / "data",
    *(
        each
        for each in (PROJECT / "tests/registers").glob("*.yaml")
        if not each.stem.endswith(("_questions", "_fragen"))
    ),
]


@dataclass(frozen=True)
class Part(Record):
    """A part of what is read here."""

    role: RoleId | None
    text: Text


@dataclass(frozen=True)
class Whole(Record):
    """Ids in every place where a record may hold them."""

    work: WorkId
    names: tuple[Name, ...]
    parts: tuple[Part, ...]
    held: Mapping[RoleId, tuple[WorkId, ...]]
    turn_to: Escalation
    number: int = 0


WHOLE = Whole(
    work="menu",
    names=("cook", "stock"),
    parts=(Part("buyer", "owner"), Part(None, "host")),
    held={"cook": ("stock", "bread")},
    turn_to=("boss", "outside mediator"),
)


def test_ids_are_found_wherever_they_stand() -> None:
    """In fields, tuples, mappings and records within; texts are none, whatever they look like."""
    assert mentioned([WHOLE, WHOLE.parts[0]]) == {
        Id.ROLE: {"buyer", "cook", "boss", "outside mediator"},
        Id.WORK: {"menu", "stock", "bread"},
        Id.OVERLAP: set(),
        Id.PRACTICE: set(),
    }


def test_a_type_that_is_not_known_is_no_empty_one() -> None:
    """Whoever writes such a field is told."""
    for unknown in (Collection[RoleId], list[OverlapId], set, object):
        with pytest.raises(TypeError, match="it is not known whether"):
            reader_of(unknown)


def test_names_are_those_of_the_register() -> None:
    """In the order of ids; what is no role, such as plain text, has no name."""
    register = register_of("""
        version: 1
        roles:
          owner: {name: Owner}
          cook: {name: Cook, deliverables: [{name: Menu}]}
        practices:
          tasting: {name: Tasting, cadence: weekly}
    """)
    roles = role_names(register, {"owner", "outside mediator", "cook"})
    assert list(roles.items()) == [("cook", "Cook"), ("owner", "Owner")]
    assert work_names(register, {"menu"}) == {"menu": "Menu"}
    assert practice_records(register, {"tasting"}) == {"tasting": PracticeRecord("Tasting", "weekly")}


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_every_text_of_a_record_says_what_it_holds(record: type[Record]) -> None:
    """None is a bare `str`, of which nobody could tell whether it is an id, and of what."""
    for name, type_ in get_type_hints(record, include_extras=True).items():
        assert not _has_bare_text(type_), f"{record.__name__}.{name}: use a type of raci.model.field_types"


def _has_bare_text(type_: Any) -> bool:
    if get_origin(type_) is Annotated:
        return get_args(type_)[0] is not str and _has_bare_text(get_args(type_)[0])
    return type_ is str or any(map(_has_bare_text, get_args(type_)))


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.stem)
def test_every_id_in_an_answer_stands_in_a_field_of_its_kind(path: Any) -> None:
    """Whatever was asked. Ids with a hyphen are told from words."""
    register = library.load(path)
    ids = {
        Id.ROLE: register.roles,
        Id.WORK: register.work,
        Id.OVERLAP: register.overlaps,
        Id.PRACTICE: register.practices,
    }
    for answer in _answers(register):
        for record in _records_in(answer):
            for name, type_ in get_type_hints(type(record), include_extras=True).items():
                value, read = getattr(record, name), reader_of(type_)
                told = set(read(value) if read else ())
                for kind, known in ids.items():
                    for id_ in (text for text in _texts_in(value) if text in known and "-" in text):
                        # What is found may become an overlap, which would have the id of the work.
                        assert told & {(kind, id_), (Id.OVERLAP, id_)}, (type(record), name, id_)


def _answers(register: Register) -> Iterator[Record]:
    (one, name), (_, other), *_ = ((id_, role.name) for id_, role in register.roles.items())
    for work in list(register.work.values())[:10]:
        yield library.who_owns(register, work.name)
    yield library.who_owns(register, name)
    yield from (library.overlaps(register), library.overlaps(register, name))
    yield from (library.role(register), library.role(register, name, other))
    yield library.role(register, next(iter(register.work.values())).name)
    yield from (library.matrix(register, roles=[one]), library.health(register, DAY))
    yield library.agenda(register, DAY, YEAR_END)


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
        parts: Any = (getattr(value, name) for name in get_type_hints(type(value)))
    else:
        parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    for each in parts:
        yield from _records_in(each)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        yield from _texts_in(tuple(getattr(value, name) for name in get_type_hints(type(value))))
    elif isinstance(value, Mapping):
        yield from _texts_in((*value, *value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each)


def test_the_records_of_every_answer_are_looked_at() -> None:
    """So that none of the above passes for want of records."""
    assert set(ANSWERS.values()) <= set(RECORDS)
