"""A row of the matrix: who holds which letter for a piece of work, and where the files say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.text.names import fold, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.location import Location
    from raci.model.register import Agreement, Work
    from raci.model.scheme import Letter, Letters, Meaning
    from raci.rule.rule import Sight

_NAMED = 5


def shown(sight: Sight, codes: Iterable[str], *, last: str = "and") -> str:
    """Return letters with their words: "A (accountable) and I (informed)"."""
    letters = (sight.register.scheme.letter(code) for code in codes)
    return in_words((f"{letter.code} ({letter.word})" for letter in letters), last=last)


def names(sight: Sight, roles: Sequence[str]) -> str:
    """Return the names of roles as people list them, the first few of many."""
    named = [sight.register.roles[role].name for role in roles]
    return in_words(
        named if len(named) <= _NAMED else [*named[: _NAMED - 1], f"{len(named) - _NAMED + 1} more"]
    )


def letters_meaning(sight: Sight, *meanings: Meaning) -> tuple[Letter, ...]:
    """Return the scheme's letters that have one of some meanings."""
    return tuple(letter for letter in sight.register.scheme.letters if letter.meaning in meanings)


def holding(sight: Sight, codes: Iterable[str]) -> frozenset[Letters]:
    """Return the letters that some role holds together, of those that one of some letters is among.

    A register has a handful of them, and so whether anybody holds a letter is a question about two sets.
    """
    asked = set(codes)
    return frozenset(held for held in sight.held_together if not asked.isdisjoint(held))


def row_at(sight: Sight, work: Work) -> Location:
    """Return where work on somebody's list is named: on that of the accountable role, if it has it."""
    accountable = sight.graph.accountable(work.id)
    claims = sight.graph.claims(work.id)
    claim = next((claim for claim in claims if claim.role in accountable), claims[0])
    return claim.place.at("name")


def given_at(sight: Sight, work: Work, role: str, code: str) -> tuple[Location, ...]:
    """Return where the files give a role a letter: in its own claim, or those of others, or an agreement."""
    claims = sight.graph.claims(work.id)
    for claim in claims:
        if claim.role == role:
            return (claim.place.at("letters") if claim.entry.letters else claim.place.at("name"),)
    expecting = (claim for claim in claims if code in claim.expects.get(role, ()))
    given = sorted(claim.place.at("with", claim.expects_written[role]) for claim in expecting)
    agreed = (each.agreement for each in sight.graph.overlaps_covering(work.id) if each.agreement)
    return tuple(given) or tuple(others_at(sight, each, role) for each in agreed if role in each.others)


def others_at(sight: Sight, agreement: Agreement, role: str) -> Location:
    """Return where an agreement says what another role becomes."""
    known = sight.register.roles[role]
    called = {fold(name) for name in (role, known.name, *known.entry.aliases)}
    written = next((name for name in agreement.entry.others if fold(name) in called), role)
    return agreement.place.at("others", written)


def crowded(sight: Sight, meaning: Meaning, limit: int) -> Iterator[tuple[Work, Letter, int]]:
    """Yield the work for which more than `limit` roles hold one letter of a meaning, and how many do."""
    letters = letters_meaning(sight, meaning)
    for id_, held in sight.letters.items():
        if len(held) > limit and sight.graph.claims(id_):
            work = sight.register.work[id_]
            for letter in letters:
                count = sum(letter.code in each for each in held.values())
                if count > limit:
                    yield work, letter, count
