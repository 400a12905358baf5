"""What the library's functions take: a wrong argument is told by its name before anything is done with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from os import PathLike


def expect(argument: str, value: object, *kinds: type, due: str) -> None:
    """Raise TypeError, which says what is `due`, unless the value is of one of these kinds.

    True is no number here, although Python has it so.
    """
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise _wrong(argument, value, due)


def expect_paths(paths: tuple[object, ...]) -> None:
    """Raise TypeError unless all are paths."""
    for path in paths:
        expect("paths", path, str, PathLike, due="names of files and folders, each an argument of its own")


def expect_day(argument: str, value: object) -> None:
    """Raise TypeError unless the value is a day; a moment is none, although Python has it so."""
    from datetime import date, datetime  # noqa: PLC0415 - few functions take a day

    if not isinstance(value, date) or isinstance(value, datetime):
        raise _wrong(argument, value, "a datetime.date")


def expect_language(value: object) -> None:
    """Raise TypeError unless the value can be the name of a language."""
    expect("language", value, str, due='the name of a language, such as "english"')


def expect_lists(**lists: object) -> None:
    """Raise ValueError for a string where a list of strings is due, TypeError for what is none either."""
    for argument, values in lists.items():
        if isinstance(values, str):
            raise ValueError(f'{argument} takes a list, not a string: {argument}=["{values}"]')  # noqa: TRY004
        if not isinstance(values, Collection) or isinstance(values, bytes | Mapping):
            raise _wrong(argument, values, "a list of strings")
        for value in values:
            expect(argument, value, str, due="a list of strings")


def _wrong(argument: str, value: object, due: str) -> TypeError:
    return TypeError(f"{argument} takes {due}, not {type(value).__name__}: {repr(value)[:_SHOWN]}")


_SHOWN = 80  # characters of what was given: a register would fill the screen
