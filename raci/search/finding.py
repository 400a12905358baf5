"""Where a word of a question is found in a piece of work, and how much it counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from raci.search.corpus import Described, Label
    from raci.search.question import Term

# How much a word counts that is found in a summary or an area instead of a name or an alias.
SUMMARY, AREA = 0.95, 0.6
# How much a phrase counts that a word may stand for: no more than a synonym does.
PHRASE = 0.76


def share_found(term: Term, work: Described) -> float:
    """Return how well a word is found anywhere in a piece of work, from 0 to 1."""
    known = max((sure * _place(stem, work) for stem, sure in term.means.items()), default=0.0)
    return max(known, *(confidence(term, phrase_in(term, label, work)) for label in work.labels))


def phrase_in(term: Term, label: Label, work: Described) -> Label:
    """Return the longest phrase of a word of which all is in a label; none if none is.

    What the word no more than stands for counts in the name only.
    """
    is_name = label is work.labels[0]
    phrases = (phrase for phrase in term.phrases if is_name or term.is_written_as(phrase))
    return max((phrase for phrase in phrases if set(phrase).issubset(label)), key=len, default=())


def confidence(term: Term, phrase: Label) -> float:
    """Return how much a phrase of a word counts: all where it is as asked, nothing where there is none."""
    return 1.0 if term.is_written_as(phrase) else PHRASE if phrase else 0.0


def is_named(term: Term, work: Described) -> bool:
    """Return whether a word is found in what a piece of work is called, and not in what is said of it."""
    named = not work.called.isdisjoint(term.means)
    return named or any(phrase_in(term, label, work) for label in work.labels)


def is_of_area(term: Term, work: Described) -> bool:
    """Return whether a word is found in the area of a piece of work."""
    return any(stem in work.area for stem in term.means)


def is_guessed(term: Term, work: Described) -> bool:
    """Return whether a word is found in a piece of work by nothing but a guess."""
    known = any(_place(stem, work) for stem in term.means.keys() - term.guesses)
    return not known and not any(map(term.is_written_as, term.phrases))


def _place(stem: str, work: Described) -> float:
    if stem in work.called:
        return 1.0
    if stem in work.summary:
        return SUMMARY
    return AREA if stem in work.area else 0.0


def is_in_name(term: Term, work: Described) -> bool:
    """Return whether a word is found in the name, and not in an alias only."""
    return any(stem in work.labels[0] for stem in term.means) or bool(phrase_in(term, work.labels[0], work))
