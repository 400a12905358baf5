"""Texts that changed: summaries, aliases, keywords, sources, and others that say nothing of who does what.

Where work lies is written like one, and is a kind of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.changes.kinds import ChangeKind, Thing
from raci.changes.making import change, state
from raci.text.names import fold, in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from raci.changes.records import Change
    from raci.location import Place
    from raci.model.register import Work

Placed = tuple[Any, "Place"]
"""An entry, and where it stands."""

_OF_WORK = frozenset({"id", "letters", "expects", "produces", "because"})
"""What other changes than those of texts tell of an entry for work."""
_NOTHING: frozenset[str] = frozenset()


def changes_of_texts(  # noqa: PLR0913 - what is compared, and what it is called on each side
    thing: Thing,
    before: tuple[str, str],
    after: tuple[str, str],
    entries: tuple[Placed, Placed],
    told: Collection[str],
    *,
    roles: Sequence[str] = (),
    on_list_of: str | None = None,
    apart: Collection[str] = _NOTHING,
) -> Iterator[Change]:
    """Yield a change for each field of an entry that says something else, but those `told` otherwise.

    So a field that comes new is seen, until it is told in a way of its own. `before` and `after` are id and
    name of what the entry is of, `roles` those whose entry it is, `on_list_of` the name of the one on whose
    list it was and is. Aliases that are `apart`, folded, do not count: what was renamed has its names there.
    """
    (old, where), (new, there) = entries
    for field in (each for each in type(new).model_fields if each not in told):
        was, is_ = (_texts(entry, field, apart) for entry in (old, new))
        if was != is_ and {*was} != {*is_}:  # the order of a list says nothing
            yield change(
                ChangeKind.PATHS_CHANGED if field == "paths" else ChangeKind.TEXT_CHANGED,
                thing,
                _said(new, field, was, is_) + (f", on the list of {on_list_of}" if on_list_of else ""),
                (state(*before, where.at(field), was), state(*after, there.at(field), is_)),
                roles,
                field=field,
                role=roles[0] if on_list_of else None,
            )


def texts_of_work(
    old: Work,
    new: Work,
    entries: tuple[Placed, Placed],
    roles: Sequence[str] = (),
    on_list_of: str | None = None,
) -> Iterator[Change]:
    """Yield the texts that differ in two entries for work; not what shows in its own name, or its area."""
    names = {fold(old.name), fold(new.name)} if old.name != new.name else _NOTHING
    shown = {"name"} if names else set()
    shown |= {"area"} if old.area != new.area else set()
    yield from changes_of_texts(
        Thing.WORK,
        (old.id, old.name),
        (new.id, new.name),
        entries,
        _OF_WORK | shown,
        roles=roles,
        on_list_of=on_list_of,
        apart=names,
    )


def _texts(entry: Any, field: str, apart: Collection[str]) -> tuple[str, ...]:
    value = getattr(entry, field, None)
    if not isinstance(value, tuple):
        return () if value is None else (str(value),)
    return tuple(str(each) for each in value if field != "aliases" or fold(each) not in apart)


def _said(entry: Any, field: str, was: tuple[str, ...], is_: tuple[str, ...]) -> str:
    called = field.replace("_", " ")
    if isinstance(getattr(entry, field), tuple):
        more = [each for each in is_ if each not in was]
        less = [each for each in was if each not in is_]
        parts = [f"with {in_words(map(_quoted, more))}"] if more else []
        parts += [f"without {in_words(map(_quoted, less))}"] if less else []
        return f"{called} {', '.join(parts)}"
    if not was:
        return f"{called} added"
    return f"{called} written anew" if is_ else f"{called} taken out"


def _quoted(text: str) -> str:
    return f'"{text}"'
