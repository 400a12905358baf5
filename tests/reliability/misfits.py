"""Values of the wrong kind at every place of the schema, as the models list its fields."""

from __future__ import annotations

import json
import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from raci.model import entries

VALUES: dict[str, Any] = {
    "null": None, "number": 7, "fraction": 1.5, "truth": True, "empty": "", "blank": "  ", "list": ["a", "b"], "empty list": [],
    "map": {"a": "b"}, "empty map": {}, "nested": {"a": [{"b": [["c", {}]]}]}, "list of null": [None], "list of lists": [["a"]],
    "list of maps": [{"name": "a"}], "long": "long " * 2_000, "lines": "one\ntwo\n\n  three\n", "hidden": "a\x1b[31m\u202e\u2028\x9b\x00b",
    "markup": "[red]x[/] {{7*7}} <b>=1|`x`::error::", "date": "2026-01-31",
}  # fmt: skip


@cache
def fields() -> tuple[tuple[str, ...], ...]:
    """Return the paths of all fields of a file; `*` is a key or an item of a list."""
    return tuple(sorted(_fields(entries.OwnershipFile, ())))


def _fields(model: type[BaseModel], above: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = []
    for name, info in model.model_fields.items():
        path = (*above, info.alias or name)
        found.append(path)
        found += _below(info.annotation, path)
    return found


def _below(kind: Any, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the paths of what a field of this type holds."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _fields(kind, path)
    if origin is Annotated:
        return _below(arguments[0], path)
    if origin in {Union, types.UnionType}:
        return [each for argument in arguments for each in _below(argument, path)]
    if origin in {dict, tuple}:
        item = arguments[1] if origin is dict else arguments[0]
        return [(*path, "*"), *_below(item, (*path, "*"))]
    return []


def misfit(path: tuple[str, ...], value: Any) -> str:
    """Return a file with `value` at `path`, and beside it what the entries on the way cannot do without."""
    data: dict[str, Any] = {
        "version": "1",
        "roles": {"cook": {"name": "Cook", "deliverables": [{"name": "Plan"}]}},
    }
    here: Any = data
    for number, step in enumerate(path):
        last = number == len(path) - 1
        below: Any = value if last else _beginning(path, number)
        if isinstance(here, list):
            here.append(below)
        elif step == "*":
            here["x"] = below
        else:
            here[step] = below
        here = below
    return json.dumps(data)


_LISTS = frozenset(
    {
        "responsibilities",
        "deliverables",
        "people",
        "aliases",
        "produces",
        "unowned",
        "work",
        "escalation",
        "practices",
        "letters",
    }
)


def _beginning(path: tuple[str, ...], number: int) -> Any:
    """Return the list or mapping at a step of a path, with what else it needs."""
    step = path[number]
    if path[number + 1] == "*":
        in_list = step in _LISTS and not (step == "practices" and number == 0)
        return [] if in_list or (step == "*" and path[number - 1] in {"with", "others"}) else {}
    if step == "source":
        return {"title": "T"}
    if step == "agreement":
        return {"accountable": "cook", "because": "b"}
    return {"name": "N", **({"because": "b"} if path[0] == "unowned" else {})}
