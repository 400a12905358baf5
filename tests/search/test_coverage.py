"""How a word that may stand for others is held against work: it helps to find, and is never sure."""

from __future__ import annotations

import pytest
from raci.language.language import find_language
from raci.language.stems import Stems
from raci.search.corpus import Corpus
from raci.search.coverage import Coverage
from raci.search.question import Term

from conftest import register_of

OFFICE = """
    version: 1
    roles:
      a:
        name: A
        responsibilities:
          - {name: Request for Proposal Library, area: Sales}
          - {name: Request Desk, area: Help, summary: Takes each request and each proposal.}
          - {name: Recruitment, area: People}
          - {name: Wine List, area: Bar, aliases: [recruitment]}
"""

LANGUAGE = find_language("english")
STEMS = Stems(LANGUAGE)
CORPUS = Corpus(register_of(OFFICE), LANGUAGE, STEMS)


def found(*terms: Term) -> dict[str, bool]:
    """Return the work that some words of a question find, and whether that is sure."""
    coverage = Coverage(CORPUS, tuple(term.stem for term in terms), terms)
    stems = (stem for term in terms for stem in term.means)
    phrases = (phrase for term in terms for phrase in term.phrases)
    answers = ((each.work.id, coverage.of(each, None)) for each in CORPUS.with_any(stems, phrases))
    return {work: answer[-1] for work, answer in answers if answer is not None}


def term(word: str, *phrases: str, means: tuple[str, ...] = (), guesses: tuple[str, ...] = ()) -> Term:
    """Return a word that may stand for phrases, and means stems, some of them by a guess."""
    stems = dict.fromkeys(map(STEMS.of, means), 1.0)
    standing_for = tuple(STEMS.all_of(phrase.split()) for phrase in phrases)
    return Term(word, STEMS.of(word), stems, 1.0, 0.0, frozenset(map(STEMS.of, guesses)), standing_for)


@pytest.mark.parametrize(
    ("word", "work"),
    [
        (term("rfp", "request proposal"), "request-for-proposal-library"),
        (term("rfps", "order proposal", "requests proposals"), "request-for-proposal-library"),
        (term("hiring", "recruitment"), "recruitment"),
    ],
)
def test_a_phrase_is_found_where_all_of_it_is_in_a_name_and_is_never_sure(word: Term, work: str) -> None:
    """Not where its words are in a summary or an alias only."""
    assert found(word) == {work: False}


def test_a_phrase_of_which_a_word_is_missing_is_not_found() -> None:
    """Part of it is something else."""
    assert found(term("rfq", "request quotation")) == {}


def test_an_answer_that_rests_on_any_guess_is_not_sure() -> None:
    """Even where all else that was asked is in the name as written; a stem that is known is no guess."""
    library = term("library", means=("library",))
    assert found(library)["request-for-proposal-library"]
    assert not found(library, term("rfp", "request proposal"))["request-for-proposal-library"]
    assert found(term("wine", means=("wine",)))["wine-list"]
    assert not found(term("vine", means=("wine",), guesses=("wine",)))["wine-list"]
    assert found(term("wines", "list", means=("wine",), guesses=()))["wine-list"]
