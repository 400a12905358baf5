"""What to do about fields that a machine can mend: misspelt, missing, empty, or written in another case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from raci.faults.fix import Fix, Reword, Rewrite, TakeOut, safe, unsafe
from raci.loading.odd_letters import instead
from raci.text.names import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from raci.location import Location, Place
    from raci.model.entry import Entry

_SURELY = 80
"""How near a misspelt field is to the one that it stands for, from 0 to 100."""


def field_renamed(parent: Mapping[str, Any], key: str, model: type[Entry], where: Location) -> Fix | None:
    """Return the fix of an unknown field: the known one that it must be, if that has no value yet."""
    name, is_sure = meant_field(key, [info.alias or name for name, info in model.model_fields.items()])
    if not name or name in parent or not _fits(model, name, parent[key]):
        return None
    made = safe if is_sure else unsafe
    return made(f'Rename "{key}" to "{name}"', Reword(where, name))


def meant_field(key: str, fields: Collection[str]) -> tuple[str, bool]:
    """Return the field that an unknown one comes near, and whether that is sure; empty if none is."""
    if known := instead(key, fields.__contains__) or _in_other_case(key, fields):
        return known, True
    near = nearest(key, fields, limit=2)
    sure = nearest(key, fields, limit=2, at_least=_SURELY)
    return (near[0], len(sure) == 1) if len(near) == 1 or len(sure) == 1 else ("", False)


def _in_other_case(key: str, fields: Collection[str]) -> str:
    plain = fold(key).replace(" ", "_")
    return next((each for each in fields if plain in {each, each.replace("_", "")}), "")


def _fits(model: type[Entry], name: str, value: Any) -> bool:
    """Return whether a value has the shape of a field; there may be mistakes further inside."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return not any(each["loc"] == (name,) for each in error.errors(include_url=False))
    return True


def version_added(data: Mapping[str, Any], place: Place) -> Fix | None:
    """Return the fix of a file without a version, unless one of its keys is a misspelt version."""
    if any(meant_field(key, ("version",))[0] for key in data):
        return None
    where, text = _in_brackets(data, place) if place.inline else _in_lines(place)
    return safe(
        "Add `version: 1`", Rewrite(where._replace(end_line=where.line, end_column=where.column), text)
    )


def _in_lines(place: Place) -> tuple[Location, str]:
    where = place.at()
    return where, "version: 1\n" + " " * (where.column - 1)


def _in_brackets(data: Mapping[str, Any], place: Place) -> tuple[Location, str]:
    """Return where a version goes in brackets, and how it is written there: as what it stands before."""
    brace = place.at()
    for first in data:
        key, value = place.key(first), place.at(first)
        is_quoted = key.end_column - key.column > len(first)
        tight = is_quoted and (value.line, value.column) == (key.end_line, key.end_column + 1)
        field = ('"version":1,' if tight else '"version": 1,') if is_quoted else "version: 1,"
        if key.line > brace.line:
            return key, f"{field}\n{' ' * (key.column - 1)}"
        return key, field if tight else f"{field} "
    return brace._replace(column=brace.column + 1), '"version": 1'


def empty_taken_out(value: Any, where: Location) -> Fix | None:
    """Return the fix of empty brackets: without their line they say the same."""
    return safe("Take it out: it holds nothing", TakeOut(where)) if value in ([], {}) else None


def text_replaced(value: Any, allowed: Sequence[str], where: Location) -> Fix | None:
    """Return the fix of a text that is an allowed one but for case, quotes or odd letters."""
    same = (each for each in allowed if fold(each) == fold(str(value)))
    known = instead(str(value), allowed.__contains__) or next(same, "")
    return safe(f'Replace "{value}" by "{known}"', Reword(where, known)) if known else None


def id_replaced(written: str, message: str, where: Location) -> Fix | None:
    """Return the fix of what is no id, as the message says: references may have the old one."""
    wanted = message.removeprefix("write it as ").partition(",")[0]
    if wanted == message:
        return None
    return unsafe(f'Replace "{written}" by "{wanted}"', Reword(where, wanted))
