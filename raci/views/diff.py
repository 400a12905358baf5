"""What changed between two states of the files, the weightiest first, and whom to ask and tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from raci.text.names import counted
from raci.views.changes_wording import (
    errors_in_words,
    facts_of,
    grouped,
    in_numbers,
    only_letters,
    place,
    who,
    why,
)
from raci.views.document import Document, Fact, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.changes.records import Change, Changes, Concerned

_CHANGES = 5  # what a first screen has room for
_ROLES = 2  # of those whom a change concerns in one way
_HEADER = (
    *("kind", "thing", "id", "name", "role", "field", "change", "before", "after"),
    *("place before", "place after", "guess", "concerns"),
)


def diff(answer: Changes) -> Document:
    """Return the document of an answer: all changes, and texts as a number."""
    return _document(answer, [*_by_weight(answer, texts=False)])


def in_full(answer: Changes) -> Document:
    """Return the document with every change, texts as well."""
    return _document(answer, [*_by_weight(answer, texts=True)], texts=True)


def at_first(answer: Changes) -> Document:
    """Return what a screen has room for: the weightiest changes, and the first whom they concern."""
    changes = [each for each in answer.changes if not each.is_text]
    shown, rest = changes[:_CHANGES], changes[_CHANGES:]
    note = f"{len(shown)} of {len(changes):,}; --all lists every one" if rest else ""
    heading = "The weightiest changes" if rest else "Changes"
    sections = [Section(heading, note, tuple(facts_of(shown)))] if shown else []
    found = _document(answer, sections, roles=_ROLES, texts=bool(rest))
    return replace(found, notes=(" ".join(found.notes),) if found.notes else ())


def _document(
    answer: Changes, sections: Iterable[Section], *, roles: int | None = None, texts: bool = False
) -> Document:
    whom = _whom(answer, roles)
    told = (errors_in_words(answer), only_letters(answer), "" if texts else _texts(answer))
    return Document(
        title=in_numbers(answer),
        sections=(*sections, *([whom] if whom.facts else [])),
        notes=tuple(filter(None, told)),
        records=Table(_HEADER, tuple(_row(each, answer) for each in answer.changes)),
    )


def _texts(answer: Changes) -> str:
    if answer.texts == answer.count:  # the first line has the number, and nothing else
        return "--all shows which." if answer.texts else ""
    changed = "1 text changed" if answer.texts == 1 else f"{answer.texts:,} texts changed"
    return f"{changed}; --all shows which." if answer.texts else ""


def _by_weight(answer: Changes, *, texts: bool) -> Iterator[Section]:
    for heading, changes in grouped(each for each in answer.changes if texts or not each.is_text):
        yield Section(heading, counted(len(changes), "change"), tuple(facts_of(changes)))


def _whom(answer: Changes, most: int | None) -> Section:
    groups = (("Part changes", answer.affected), ("Ask before", answer.ask), ("Tell after", answer.tell))
    told = [Fact(label, tuple(_lines(found, most))) for label, found in groups if found]
    return Section("Whom to ask and whom to tell", "", tuple(told))


def _lines(concerned: tuple[Concerned, ...], most: int | None) -> Iterator[str]:
    for each in concerned[:most]:
        yield f"{who(each)}: {why(each)}"
    if most is not None and concerned[most:]:
        yield counted(len(concerned[most:]), "more role")


def _row(change: Change, answer: Changes) -> tuple[str, ...]:
    before, after = change.before, change.after
    return (
        change.kind,
        change.thing,
        change.id,
        change.name,
        answer.roles.get(change.role, change.role) if change.role else "",
        change.field or "",
        change.said,
        ", ".join(before.value) if before else "",
        ", ".join(after.value) if after else "",
        place(before),
        place(after),
        "yes" if change.is_guess else "",
        ", ".join(answer.roles.get(role, role) for role in change.concerns),
    )
