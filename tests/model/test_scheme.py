"""The seven schemes, and how letters are read."""

from __future__ import annotations

import pytest
from raci.model.scheme import SCHEMES, Letter, Meaning, Scheme, UnknownLetter

RACI = [
    ("A", "accountable", "accountable", True),
    ("R", "responsible", "responsible", False),
    ("C", "consulted", "consulted", False),
    ("I", "informed", "informed", False),
]

LETTERS = {
    "raci": RACI,
    "rasci": [*RACI, ("S", "support", "other", False)],
    "raci-vs": [*RACI, ("V", "verifier", "other", False), ("S", "signatory", "other", False)],
    "cairo": [*RACI, ("O", "out of the loop", "other", False)],
    "daci": [
        ("D", "driver", "responsible", True),
        ("A", "approver", "accountable", True),
        ("C", "contributor", "consulted", False),
        ("I", "informed", "informed", False),
    ],
    "rapid": [
        ("D", "decides", "accountable", True),
        ("R", "recommends", "responsible", False),
        ("P", "performs", "responsible", False),
        ("A", "agrees", "consulted", False),
        ("I", "gives input", "consulted", False),
    ],
    "dri": [
        ("DRI", "directly responsible", "accountable", True),
        ("C", "consulted", "consulted", False),
        ("I", "informed", "informed", False),
    ],
}


def test_there_are_seven_schemes() -> None:
    """Each is known by the name that a file gives in `scheme`."""
    assert set(SCHEMES) == set(LETTERS)
    assert all(scheme.name == name for name, scheme in SCHEMES.items())


@pytest.mark.parametrize(("name", "letters"), LETTERS.items())
def test_what_the_letters_mean(name: str, letters: list[tuple[str, str, str, bool]]) -> None:
    """Each letter has its word, its meaning, and whether only one role may hold it."""
    found = {(each.code, each.word, each.meaning.value, each.single) for each in SCHEMES[name].letters}
    assert found == set(letters)


@pytest.mark.parametrize("name", SCHEMES)
def test_one_letter_means_accountable_and_one_role_holds_it(name: str) -> None:
    """What is said of A holds for exactly one letter of each scheme."""
    meaning = [each for each in SCHEMES[name].letters if each.meaning is Meaning.ACCOUNTABLE]
    assert [each.code for each in meaning] == [SCHEMES[name].accountable]
    assert meaning[0].single


@pytest.mark.parametrize(
    ("name", "accountable", "default", "consulted"),
    [
        ("raci", "A", ("A", "R"), "C"),
        ("rasci", "A", ("A", "R"), "C"),
        ("raci-vs", "A", ("A", "R"), "C"),
        ("cairo", "A", ("A", "R"), "C"),
        ("daci", "A", ("D", "A"), "C"),
        ("rapid", "D", ("D",), "I"),
        ("dri", "DRI", ("DRI",), "C"),
    ],
)
def test_the_letters_that_are_asked_for_by_meaning(
    name: str, accountable: str, default: tuple[str, ...], consulted: str
) -> None:
    """Who answers, what is meant where nothing is written, and what somebody becomes who is only asked."""
    scheme = SCHEMES[name]
    assert (scheme.accountable, scheme.default, scheme.consulted) == (accountable, default, consulted)


@pytest.mark.parametrize(
    "written",
    [["AR"], ["A/R"], ["R, A"], ["A", "R"], ["ar"], ["rA"], [" A  R "], ["A+R"], ["A & R"], ["R", "A", "RA"]],
)
def test_ways_to_write_letters(written: list[str]) -> None:
    """Together or apart, in any order and case, they are the same letters, in the scheme's order, once."""
    assert SCHEMES["raci"].parse(written) == ("A", "R")


@pytest.mark.parametrize(
    ("scheme", "written", "letters"),
    [
        ("raci", ["RACI"], ("A", "R", "C", "I")),
        ("rasci", ["SC"], ("S", "C")),
        ("raci-vs", ["vs"], ("V", "S")),
        ("cairo", ["o"], ("O",)),
        ("daci", ["AD"], ("D", "A")),
        ("rapid", ["RAPID"], ("D", "R", "P", "I", "A")),
        ("dri", ["DRI"], ("DRI",)),
        ("dri", ["dri, c"], ("DRI", "C")),
        ("dri", ["CDRI"], ("DRI", "C")),
        ("dri", ["i"], ("I",)),
    ],
)
def test_letters_of_each_scheme(scheme: str, written: list[str], letters: tuple[str, ...]) -> None:
    """Each scheme reads its own letters; DRI is one of them."""
    assert SCHEMES[scheme].parse(written) == letters


@pytest.mark.parametrize(
    ("scheme", "written", "at_fault"),
    [
        ("raci", ["X"], "X"),
        ("raci", ["A/X"], "X"),
        ("raci", ["ARX"], "ARX"),
        ("raci", ["A", "yes"], "yes"),
        ("raci", ["A and R"], "and"),
        ("raci", ["S"], "S"),
        ("raci", ["DRI"], "DRI"),
        ("raci", ["А"], "А"),  # noqa: RUF001 - the Cyrillic letter that looks like A
        ("daci", ["R"], "R"),
        ("dri", ["D"], "D"),
        ("dri", ["R"], "R"),
        ("raci", [""], ""),
        ("raci", [","], ","),
        ("raci", [], ""),
    ],
)
def test_unknown_letters(scheme: str, written: list[str], at_fault: str) -> None:
    """What is no letter of the scheme is refused, and the part at fault is named as it was written."""
    with pytest.raises(UnknownLetter) as caught:
        SCHEMES[scheme].parse(written)
    assert caught.value.text == at_fault


def test_a_longer_letter_goes_before_one_that_it_begins_with() -> None:
    """In a scheme that had both, DRI would be one letter, and not D and what nobody knows."""
    letters = (Letter("D", "driver", Meaning.RESPONSIBLE), Letter("DRI", "responsible", Meaning.ACCOUNTABLE))
    assert Scheme("both", letters, ("DRI",)).parse(["DRID"]) == ("D", "DRI")
    with pytest.raises(UnknownLetter):
        Scheme("driver", letters[:1], ("D",)).parse(["DRI"])


def test_letters_in_words() -> None:
    """Answers print the words of the letters."""
    assert SCHEMES["rapid"].words(("D", "R")) == ("decides", "recommends")


def test_a_letter_by_its_code() -> None:
    """A code finds its letter; one that the scheme does not have is an error."""
    assert SCHEMES["daci"].letter("D").word == "driver"
    with pytest.raises(KeyError):
        SCHEMES["daci"].letter("R")


def test_the_letters_that_a_message_lists() -> None:
    """Messages list each letter with its word."""
    assert SCHEMES["dri"].allowed() == "DRI (directly responsible), C (consulted), I (informed)"


def test_letters_without_end_are_refused() -> None:
    """No scheme has a hundred letters: a text of that length is cut short in the message."""
    with pytest.raises(UnknownLetter) as caught:
        SCHEMES["raci"].parse(["A" * 2_000_000])
    assert len(caught.value.text) < 200
