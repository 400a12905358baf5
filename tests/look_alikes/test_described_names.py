"""The names of work, read for finding two names of one thing."""

from __future__ import annotations

from math import log

import pytest
from raci.language.language import find_language
from raci.look_alikes.described_names import Names

from conftest import register_of


def names_of(*entries: str, language: str = "english") -> Names:
    """Return the names of entries on one role's list, in the order of their ids."""
    text = f"{{version: 1, roles: {{a: {{name: A, deliverables: [{', '.join(entries)}]}}}}}}"
    found = find_language(language)
    return Names(register_of(text), found)


def content(name: str, language: str = "english") -> list[tuple[str, str]]:
    """Return the content words of a name, with their stems."""
    (work,) = names_of(f"{{name: {name}, id: it}}", language=language)
    return [(word.text, word.stem) for word in work.words]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Review of the Prices", [("review", "review"), ("prices", "price")]),
        ("Test Tests Testing", [("testing", "test")]),
        ("Disaster Recovery Tests", [("disaster_recovery", "disast_recoveri"), ("tests", "test")]),
        ("The Who", [("the", "the"), ("who", "who")]),
        ("X", [("x", "x")]),
        ("'?!'", []),
        ("'🍞'", []),
    ],
)
def test_the_content_words(name: str, words: list[tuple[str, str]]) -> None:
    """Each stem once, small words left out, phrases as one; where no other is left, all of them."""
    assert content(name) == words


def test_words_of_no_known_language_are_their_own_stems() -> None:
    """And none of them is small."""
    assert content("Review of Prices", "none") == [("review", "review"), ("of", "of"), ("prices", "prices")]


@pytest.mark.parametrize(
    ("name", "acronyms"),
    [
        ("PPE", {"ppe"}),
        ("KPIs and OKRs", {"kpi", "okr"}),
        ("O&M Manuals", {"om"}),
        ("R & D Budget", {"rd"}),
        ("PoC Round", {"poc"}),
        ("Menu of Wines", set()),
        ("A Menu", set()),
    ],
)
def test_abbreviations_are_capitals_in_a_name(name: str, acronyms: set[str]) -> None:
    """With a small letter between them, an & or a plural."""
    (work,) = names_of(f"{{name: {name}}}")
    assert work.acronyms == acronyms


def test_what_a_name_may_be_abbreviated_to() -> None:
    """Two to five words in a row, small words in or left out."""
    (work,) = names_of("{name: Return on the Investment}")
    assert work.initials["roti"] == {"return", "on", "the", "investment"}
    assert work.initials["ri"] == {"return", "investment"}
    assert "r" not in work.initials
    (long,) = names_of("{name: Nine Cats Sat Near Green Doors}")
    assert "ncsng" in long.initials
    assert "ncsngd" not in long.initials


def test_aliases_and_summaries_of_all_claims_are_read() -> None:
    """Names of one work, each once; of summaries only what says something."""
    register = register_of(
        """
        version: 1
        roles:
          a: {name: A, deliverables: [{name: Rolls, aliases: [brown loaf], summary: The list of new ovens.}]}
          b: {name: B, deliverables: [{name: rolls, aliases: [crust], summary: Stone is checked.}]}
        """
    )
    english = find_language("english")
    (work,) = Names(register, english)
    assert list(work.called) == ["rolls", "brown loaf", "crust"]
    assert work.alias_stems == {"brown", "loaf", "crust"}
    assert work.summary_stems == {"oven", "stone", "check"}
    assert work.frequencies.keys() == {"roll", "brown", "loaf", "crust", "oven", "stone", "check"}


def test_the_name_counts_more_than_what_is_told_besides() -> None:
    """An alias repeated over and over does not outweigh it without end."""
    (work,) = names_of("{name: Rolls, aliases: [loaf, old loaf, loaf two], summary: An oven.}")
    assert work.frequencies["loaf"] > work.frequencies["roll"] > work.frequencies["oven"]
    many = ", ".join(f"loaf {chr(ord('a') + number)}x" for number in range(20))
    (often,) = names_of(f"{{name: Rolls, aliases: [{many}]}}")
    assert often.frequencies["loaf"] < 2 * often.frequencies["roll"]


def test_rare_words_weigh_more_than_frequent_ones_and_forms_least() -> None:
    """From 0 to 1: a word that stands in one name only tells most."""
    names = names_of("{name: Wine List}", "{name: Wine Plan}", "{name: Wine Ladder}", "{name: Beer Ladder}")
    weights = {word.text: names.weight(word) for work in names for word in work.words}
    assert 1 == weights["beer"] > weights["ladder"] > weights["wine"] > weights["plan"] > 0


def test_words_are_mended_across_names() -> None:
    """A slip becomes the word that other names have; the name itself stays as it is written."""
    names = names_of("{name: Stok Roommm Warehuose}", "{name: Warehouse Door}", "{name: Warehouse Lamp}")
    slip = next(each for each in names if "Warehuose" in each.work.name)
    assert "warehouse" in {word.text for word in slip.words}
    assert "stok roommm warehuose" in slip.called


def test_the_texts_have_a_length() -> None:
    """Which is never nothing where there is a name."""
    names = names_of("{name: Wine}", "{name: Beer}")
    assert all(work.length > 0 for work in names)


def test_an_empty_register_has_no_names() -> None:
    """And nothing is said of them."""
    english = find_language("english")
    names = Names(register_of("version: 1"), english)
    assert list(names) == []
    assert names.rarity("wine") == 0


def test_how_rare_a_word_is_is_reckoned_from_a_thousand_pieces_of_work() -> None:
    """Evenly taken from all, of which the rest is not read: what none of them says is the rarest."""
    entries = (
        f"{{name: Menu {number}, summary: {'Bread for guests' if number % 2 else 'Wine for guests'}}}"
        for number in range(2_700)
    )
    names = names_of(*entries)
    everywhere, half, nowhere = map(names.rarity, ("guest", "bread", "cellar"))
    assert everywhere == pytest.approx(log(2))
    assert half == pytest.approx(log(3), rel=0.05)
    assert nowhere == pytest.approx(log(1 + 2_700 / 3))


def test_all_work_of_a_smaller_register_is_read() -> None:
    """However rare a word is."""
    names = names_of("{name: Menu, summary: Wine}", *(f"{{name: Dish {number}}}" for number in range(998)))
    assert names.rarity("wine") == pytest.approx(log(1 + 999))
