"""What is the same before and after: by id, by recorded names, and last by equal claims, as a guess."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from raci.text.names import by_name, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    Names = Callable[[str], Sequence[str]]
    Claims = Callable[[str], frozenset[Hashable]]
    Known = Callable[[str, str], bool | None]

_CALLED, _ALSO_CALLED = 2.0, 1.0  # how sure it is: by the name itself, or by an alias


_ALIKE = 60  # of 100: names that look alike
_A_WORD = 3  # letters of a word that says something if two names have it in common
_LINKING = frozenset(
    ("and", "the", "for", "with", "und", "der", "die", "das", "für", "les", "des", "los", "las", "del")
)


class Pair(NamedTuple):
    """The ids of one thing before and after; a guess if equal claims speak for it, and no recorded name."""

    before: str
    after: str
    is_guess: bool = False


@dataclass(frozen=True)
class Pairs:
    """What is on both sides, what is gone and what has come; each in the order of ids."""

    pairs: tuple[Pair, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]
    _after: Mapping[str, str] = field(repr=False)

    def now(self, id_: str) -> str:
        """Return the id that something has afterwards; its own if it is gone, or was never paired."""
        return self._after.get(id_, id_)


class Pairing:
    """Pairs in the making: each way to pair speaks of what those before it left.

    All that is done is the same from either side: what pairs from here to there pairs from there to here.
    """

    def __init__(self, before: Collection[str], after: Collection[str]) -> None:
        self._pairs = {id_: Pair(id_, id_) for id_ in before if id_ in after}
        self._gone = {id_: None for id_ in before if id_ not in after}
        self._come = {id_: None for id_ in after if id_ not in before}

    def by_names(self, before: Names, after: Names) -> None:
        """Pair by folded names, of which the first is the name and the others are recorded as aliases."""
        if not self._gone or not self._come:
            return
        known: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for id_ in self._come:
            for number, name in enumerate(after(id_)):
                known[name].append((id_, not number))
        self._pair(
            (_CALLED if called and not number else _ALSO_CALLED, one, other)
            for one in self._gone
            for number, name in enumerate(before(one))
            for other, called in known.get(name, ())
            if called or not number  # that two share an alias says nothing
        )

    def by_claims(
        self,
        before: Claims,
        after: Claims,
        names: tuple[Names, Names],
        known: Known = lambda _one, _other: None,
        enough: int = 2,
    ) -> None:
        """Pair by equal claims: those whose names have words in common first, then what is alone with them.

        What is alone needs more: names that look alike, or so many claims as are `enough`. What is `known` to
        be the same needs neither; what is known to be apart is not paired, nor what claims nothing.
        """
        if not self._gone or not self._come:
            return
        was = {id_: claims for id_ in self._gone if (claims := before(id_))}
        has = {id_: claims for id_ in self._come if (claims := after(id_))}
        called = {id_: names[0](id_)[0] for id_ in was}, {id_: names[1](id_)[0] for id_ in has}
        words = {id_: _words(name) for each in called for id_, name in each.items()}
        alike = _with_common_words(was, has, words)
        self._pair((each for each in alike if known(*each[1:]) is not False), is_guess=True)
        groups = _grouped(was, self._gone), _grouped(has, self._come)
        alone = (
            (0.0, gone[0], groups[1][claims][0])
            for claims, gone in groups[0].items()
            if len(gone) == len(groups[1].get(claims, ())) == 1
        )

        def are_one(one: str, other: str) -> bool:
            alike = len(was[one]) >= enough or likeness(called[0][one], called[1][other]) >= _ALIKE
            return alike if (sure := known(one, other)) is None else sure

        self._pair((each for each in alone if are_one(*each[1:])), is_guess=True)

    def done(self) -> Pairs:
        """Return the pairs."""
        pairs = tuple(sorted(self._pairs.values(), key=lambda each: by_name(each.after)))
        after = {each.before: each.after for each in pairs if each.before != each.after}
        return Pairs(pairs, _sorted(self._gone), _sorted(self._come), after)

    def now(self, id_: str) -> str:
        """Return the id that something has afterwards, as far as it is known."""
        return self._pairs[id_].after if id_ in self._pairs else id_

    def _pair(self, alike: Iterable[tuple[float, str, str]], *, is_guess: bool = False) -> None:
        """Pair the most alike first; among equals the ids decide, whichever side they are on."""
        for _, one, other in sorted(alike, key=lambda each: (-each[0], *sorted(each[1:]))):
            if one in self._gone and other in self._come:
                self._pairs[one] = Pair(one, other, is_guess)
                del self._gone[one], self._come[other]


def _words(name: str) -> set[str]:
    """Return the words of a name that say something; of other scripts a short one may."""
    words = (word for word in name.split() if len(word) >= _A_WORD or not word.isascii())
    return {word for word in words if word not in _LINKING}


def _with_common_words(
    was: Mapping[str, Hashable], has: Mapping[str, Hashable], words: Mapping[str, set[str]]
) -> Iterator[tuple[float, str, str]]:
    """Yield the share of words that names have in common where claims are equal."""
    having: dict[tuple[Hashable, str], list[str]] = defaultdict(list)
    for id_, claims in has.items():
        for word in words[id_]:
            having[claims, word].append(id_)
    for one, claims in was.items():
        for other in dict.fromkeys(id_ for word in words[one] for id_ in having.get((claims, word), ())):
            yield len(words[one] & words[other]) / len(words[one] | words[other]), one, other


def _grouped(claims: Mapping[str, Hashable], among: Iterable[str]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for id_ in among:
        if id_ in claims:
            found[claims[id_]].append(id_)
    return found


def _sorted(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=by_name))
