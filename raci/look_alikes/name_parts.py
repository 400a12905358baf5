"""What a name holds: a name in which words are joined is about several things, each of them a part.

"Interview users and collect feedback" is about two, as is "Specify requirements and user stories"; "Collect,
sort and use feedback" is about one. Verbs that only say that something is done are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from raci.language.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from raci.look_alikes.name_language import NameLanguage
    from raci.look_alikes.name_words import NameWord

    Content = Callable[[Sequence[str]], tuple[NameWord, ...]]

VAGUE, LITTLE = 0.2, 0.4  # what a word that is said of any work, and a form, weigh against the thing itself
_PEOPLE = 0.5  # for whom it is


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One thing that a name is about.

    `words` are what it is about, each with its weight, and `telling` those that may stand for it, which are
    neither people nor said of any work. `head` is the thing itself, `beside` what is said of where, with whom
    or for whom. `is_duty` says that the name tells somebody to do it.
    """

    words: Mapping[NameWord, float]
    telling: frozenset[NameWord]
    head: NameWord
    beside: frozenset[NameWord]
    is_duty: bool


class _Phrase(NamedTuple):
    """What stands between two joints of a name: what is done with what, and what is said beside it."""

    act: str
    thing: Sequence[str]
    beside: Sequence[str]


class NameParts:
    """How the names of a register are parted."""

    def __init__(self, known: NameLanguage, silent: frozenset[str], content: Content) -> None:
        self._known, self._silent, self._content = known, silent, content

    def of(self, name: str) -> tuple[Part, ...]:
        """Return the parts of a name; one where it is about one thing."""
        is_duty = self.is_parted(name)  # "Transport Booking" is no duty
        things = list(self._things(name))
        for at in range(len(things) - 1, 0, -1):  # "Cleaning and security for Oslo": both are for Oslo
            (acts, phrase), (its_acts, its) = things[at - 1 : at + 1]
            if acts is its_acts and not phrase.beside:
                things[at - 1] = (acts, phrase._replace(beside=its.beside))
        return tuple(
            part
            for acts, phrase in things
            for part in self._parts(acts, phrase, is_duty=is_duty and bool(acts))
        )

    def is_parted(self, name: str) -> bool:
        """Return whether a name joins several things, or says what is to be done with one."""
        if self._known.joint.search(name):
            return True
        return not name.istitle() and name.partition(" ")[0].lower() in self._known.acts

    def _things(self, name: str) -> Iterator[tuple[Sequence[str], _Phrase]]:
        """Yield the things that a name is about, with all that is done with each."""
        acts: list[str] = []
        waiting: list[str] = []
        beside: Sequence[str] = ()
        for phrase in self._phrases(name):
            if phrase.act and not phrase.thing:
                waiting.append(phrase.act)  # "Collect, sort and use feedback"
            elif phrase.act:
                acts, waiting, beside = [*waiting, phrase.act], [], phrase.beside
                yield acts, phrase
            elif not beside:  # else it is one more of those with whom, or for whom
                yield from ((acts, _Phrase("", [word], ())) for word in waiting)
                waiting, beside = [], phrase.beside
                yield acts, phrase
        if not beside:  # "Research, interviews and surveys"
            yield from ((acts, _Phrase("", [word], ())) for word in waiting)

    def _phrases(self, name: str) -> Iterator[_Phrase]:
        first: str | None = None
        for text in self._known.joint.split(name):
            said = text.split()  # "go-to-market" stays whole
            length = next((n for n in (2, 1) if "_".join(said[:n]).lower() in self._known.acts), 0)
            act = "_".join(said[:length]).lower()
            if first and act.endswith("ing") != first.endswith("ing"):  # "Monitor cash and working capital"
                act, length = "", 0
            first = first or act
            thing, beside = self._cut(said[length:])
            if (act and not thing) or not self._silent.issuperset(thing):  # not "check them"
                yield _Phrase(act, thing, beside)

    def _cut(self, said: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """Return the words for a thing, and those for what is said beside it."""
        is_beside = [word.lower() in self._known.beside for word in said]
        start = is_beside.index(False) if False in is_beside else len(said)
        end = is_beside.index(True, start) if True in is_beside[start:] else len(said)
        return words(" ".join(said[start:end])), words(" ".join(said[end + 1 :]))

    def _parts(self, acts: Sequence[str], phrase: _Phrase, *, is_duty: bool) -> Iterator[Part]:
        """Yield a thing once for each act that tells something, or once if none does."""
        of, beside = self._content(phrase.thing), self._content(phrase.beside) if phrase.beside else ()
        head = self._head(of)
        if not is_duty or not self._telling(of):  # "documents for the audit", "pupils with special needs"
            of, beside = (*of, *beside), ()
            head = self._head(of) if self._says_little(head) else head
        telling = self._telling(of)
        weights = {word: self._weight(word) for word in of} | {head: 1.0}
        if not telling and len(of) > 1:  # "staff files"
            telling, weights = set(filter(self._says_little, of)), dict.fromkeys(of, 1.0)
        for act in dict.fromkeys("" if act in self._known.done else act for act in acts) or ("",):
            done = self._content(act.split("_")) if act else ()
            yield Part(
                words={**dict.fromkeys(done, 1.0), **weights},
                telling=frozenset(telling.union(done)),
                head=head,
                beside=frozenset(beside),
                is_duty=is_duty,
            )

    def _head(self, of: Sequence[NameWord]) -> NameWord:
        """Return the thing itself among words for it: the last that says what it is."""
        return next((word for word in reversed(of) if not self._says_little(word)), of[-1])

    def _telling(self, of: Sequence[NameWord]) -> set[NameWord]:
        return {word for word in of if self._weight(word) == 1}

    def _weight(self, word: NameWord) -> float:
        if word.is_form:
            return LITTLE
        if word.text in self._known.vague:
            return VAGUE
        return _PEOPLE if word.text in self._known.people else 1.0

    def _says_little(self, word: NameWord) -> bool:
        return word.is_form or word.text in self._known.vague
