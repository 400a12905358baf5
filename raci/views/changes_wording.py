"""How changes are put into words: in numbers, where they stand, and whom they concern and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.changes.kinds import WEIGHT, ChangeKind, Why
from raci.text.names import counted, in_words
from raci.views.document import Fact
from raci.views.wording import few, listed, shortened, together, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.changes.records import Change, Changes, Concerned, State

_LONGEST = 400  # characters of a change: a reason may have as many as a page
_NAMES = 4  # more work than this is counted
_PEOPLE = 5  # so are more people who hold one role
_NUMBERED = {
    ChangeKind.ACCOUNTABLE_MOVED: "accountable moved",
    ChangeKind.ACCOUNTABLE_LOST: "accountable lost",
    ChangeKind.ACCOUNTABLE_GAINED: "accountable gained",
    ChangeKind.CONTESTED: "newly contested",
    ChangeKind.SETTLED: "no longer contested",
}
_STILL = {ChangeKind.CONTESTED: "contested by more", ChangeKind.SETTLED: "contested by fewer"}
"""What is counted so where several were accountable, and are."""
_GROUPS: tuple[tuple[str, ChangeKind], ...] = (
    ("Who is accountable", ChangeKind.UNOWNED_CHANGED),
    ("Letters and claims", ChangeKind.EXPECTATION_CHANGED),
    ("Work and roles", ChangeKind.PRODUCTS_CHANGED),
    ("Agreements and overlaps", ChangeKind.PRACTICE_CHANGED),
    ("People, contacts and reporting", ChangeKind.DEPUTY_CHANGED),
    ("Texts", ChangeKind.TEXT_CHANGED),
)
"""What kinds are told together, each with the last of them; in the order of their weight."""
_WHY: Mapping[str, str] = {
    Why.CONTESTED: "accountable beside others for",
    Why.ACCOUNTABLE: "accountable for",
    Why.IN_AGREEMENT: "in the agreement on",
    Why.IN_OVERLAP: "in the overlap on",
    Why.CONSULTED: "consulted on",
    Why.HOLDERS: "other people for",
    Why.REPORTING: "other reporting of",
    Why.INFORMED: "informed of",
    Why.CONTACT: "another contact of",
    Why.SCHEME: "other letters, those of",
}
_PARTS = (
    ("no longer", Why.LOSES_ACCOUNTABLE, Why.LOSES_RESPONSIBLE),
    ("now", Why.GAINS_ACCOUNTABLE, Why.GAINS_RESPONSIBLE),
)


def in_numbers(answer: Changes) -> str:
    """Return how many changes there are between what, and how many of the weightiest kinds, as a sentence."""
    between = f"from {answer.before} to {answer.after}"
    if not answer.count:
        return f"Nothing changed in meaning {between}."
    counts = Counter(filter(None, map(_numbered, answer.changes)))
    told = [f"{counts[said]:,} {said}" for said in (*_NUMBERED.values(), *_STILL.values()) if said in counts]
    rest = answer.count - answer.texts - counts.total()
    told += [counted(rest, "other")] if rest and told else []
    told += [counted(answer.texts, "text")] if answer.texts else []
    numbers = in_words(told)
    return f"{counted(answer.count, 'change')} {between}{f': {numbers}' if numbers else ''}."


def _numbered(change: Change) -> str | None:
    """Return what a change is counted as, if it is one of the weightiest."""
    kind = ChangeKind.CONTESTED if change.is_newly_contested else ChangeKind(change.kind)
    still = all(state and len(state.value) > 1 for state in (change.before, change.after))
    return (still and _STILL.get(kind)) or _NUMBERED.get(kind)


def grouped(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Yield the changes that are told together, under their headings; the weightiest first."""
    rest = [*changes]
    for heading, last in _GROUPS:
        together = [each for each in rest if each.weight <= WEIGHT[last]]
        rest = rest[len(together) :]
        if together:
            yield heading, together


def place_of(change: Change) -> str:
    """Return where a change is seen: where it stands now, or where what is gone stood."""
    return place(change.after or change.before)


def place(state: State | None) -> str:
    """Return where something stands, as people click it; empty where it does not stand anywhere."""
    return f"{state.file}:{state.line}" if state else ""


def said(change: Change) -> str:
    """Return a change in words, without what it is of, and where it is seen."""
    return with_aside(shortened(change.said, _LONGEST), place_of(change))


def facts_of(changes: Iterable[Change]) -> Iterator[Fact]:
    """Yield what changed of each thing, under its name."""
    for name, found in together((each.name, each) for each in changes).items():
        yield Fact(name, tuple(map(said, found)))


def who(concerned: Concerned) -> str:
    """Return a role, who holds it, and where to ask."""
    people = few([" ".join(filter(None, (each.name, each.contact))) for each in concerned.people], _PEOPLE)
    return with_aside(concerned.name, ", ".join(filter(None, (*people, concerned.contact))))


def why(concerned: Concerned) -> str:
    """Return why changes concern a role."""
    on = {reason.why: reason.on for reason in concerned.reasons}
    told = []
    for begin, accountable, responsible in _PARTS:
        both = [name for name in on.get(accountable, ()) if name in on.get(responsible, ())]
        told += _told(f"{begin} accountable and responsible for", both)
        for part, reason in (("accountable", accountable), ("responsible", responsible)):
            told += _told(f"{begin} {part} for", [name for name in on.get(reason, ()) if name not in both])
    for other, words in _WHY.items():
        told += _told(words, on.get(other, ()))
    return "; ".join(told)


def _told(words: str, names: Sequence[str]) -> list[str]:
    return [f"{words} {listed(few(names, _NAMES))}"] if names else []


def errors_in_words(answer: Changes) -> str:
    """Return how many errors came and went, as a sentence; empty for none."""
    new, mended = (
        [(getattr(each, field), f"{each.code} {each.name}") for each in answer.errors if getattr(each, field)]
        for field in ("new", "mended")
    )
    told = [
        with_aside(
            counted(sum(count for count, _ in found), f"{word} error"), in_words(rule for _, rule in found)
        )
        for word, found in (("new", new), ("mended", mended))
        if found
    ]
    return f"raci lint: {in_words(told)}." if told else ""


def only_letters(answer: Changes) -> str:
    """Return what was not compared because one side is a table; empty where all was."""
    if not answer.letters_only:
        return ""
    return (
        "A table says which roles hold which letters for what: that alone was compared, and not people, "
        "agreements and texts."
    )
