"""How names are folded, turned into ids, and suggested."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from raci.text.names import by_name, did_you_mean, fold, fold_in, in_words, is_kebab_case, nearest, slug

ONE_NAME = [
    ("Menu", "MENU"),
    ("Seasonal Planning", "  seasonal   planning "),
    ("Seasonal Planning", "seasonal\tplanning\n"),
    ("Seasonal Planning", "Seasonal\N{NO-BREAK SPACE}Planning"),
    ("Seasonal Planning", "Seasonal\N{IDEOGRAPHIC SPACE}Planning"),
    ("Go-To-Market", "go to market"),
    ("Go-To-Market", "Go - To - Market"),
    ("Go-To-Market", "go--to--market"),
    ("Go-To-Market", "Go\N{EN DASH}To\N{EM DASH}Market"),
    ("Go-To-Market", "Go\N{HYPHEN}To\N{NON-BREAKING HYPHEN}Market"),
    ("Go-To-Market", "Go\N{FULLWIDTH HYPHEN-MINUS}To-Market"),
    ("Menu", "-Menu-"),
    ("R&D", "R & D"),
    ("R&D", "r and d"),
    ("R&D", "R-and-D"),
    ("R&D", "\N{FULLWIDTH LATIN CAPITAL LETTER R}\N{FULLWIDTH AMPERSAND}D"),
    ("Fish", "\N{LATIN SMALL LIGATURE FI}sh"),
    ("Café", "CAFE\N{COMBINING ACUTE ACCENT}"),
    ("Straßenplan", "STRASSENPLAN"),
    ("Straßenplan", "STRA\N{LATIN CAPITAL LETTER SHARP S}ENPLAN"),
    ("Plan 12", "plan \N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT TWO}"),
    ("κατάλογος", "ΚΑΤΆΛΟΓΟΣ"),
    ("Учёт поступлений", "УЧЁТ-ПОСТУПЛЕНИЙ"),
    ("デジタル化", "ﾃﾞｼﾞﾀﾙ化"),
    ("हिन्दी भाषा", "हिन्दी-भाषा"),
    ("🚀 Launch", "🚀 launch"),
]

TWO_NAMES = [
    ("Menu", "Menus"),
    ("Menu", "Menü"),
    ("Sea Food", "Seafood"),
    ("Sea Food", "Sea_Food"),
    ("C", "C++"),
    ("R&D", "RD"),
    ("Ёлка", "Елка"),
    ("🚀", "🎉"),
    ("हिन्दी", "हिन्द"),
]

IDS = [
    ("Menu", "menu"),
    ("Go-To-Market Strategy", "go-to-market-strategy"),
    ("R&D", "r-and-d"),
    ("Business Cases & ROI", "business-cases-and-roi"),
    ("A/B Tests (v2)", "a-b-tests-v2"),
    ("--Menu--", "menu"),
    ("snake_case", "snake-case"),
    ("Head Chef's 3 rules!", "head-chef-s-3-rules"),
    ("Café", "café"),
    ("Straße", "strasse"),
    ("Κατάλογος έκθεσης", "κατάλογοσ-έκθεσησ"),
    ("Учёт поступлений", "учёт-поступлений"),
    ("製品計画 第2版", "製品計画-第2版"),
    ("デジタル・プラン", "デジタル-プラン"),
    ("हिन्दी भाषा", "हिन्दी-भाषा"),
    ("ภาษาไทย", "ภาษาไทย"),
    ("خطة العمل", "خطة-العمل"),
    ("🚀 Launch 👍🏽", "launch"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_name_however_it_is_spelt(one: str, other: str) -> None:
    """Case, spaces, hyphens, "&" and compatible forms of characters make no other name, and no other id."""
    assert fold(one) == fold(other)
    assert slug(one) == slug(other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_different_names_stay_different(one: str, other: str) -> None:
    """What is written with other letters or other signs is another name."""
    assert fold(one) != fold(other)


def test_a_folded_name_can_still_be_read() -> None:
    """The folded form is the words in small letters with single spaces."""
    assert fold(" Go-To-Market:  R&D ") == "go to market: r and d"


@pytest.mark.parametrize(("name", "id_"), IDS)
def test_an_id_is_the_names_letters_and_digits(name: str, id_: str) -> None:
    """Letters, their marks and digits of every script stay; everything between them is one hyphen."""
    assert slug(name) == id_


@pytest.mark.parametrize("name", ["", "  ", "-", "!?", "++", "…", "👍", "👍🏽", "🚀🎉", "→", "—"])
def test_a_name_without_letters_and_digits_gives_no_id(name: str) -> None:
    """Signs, spaces and emoji alone slug to nothing."""
    assert slug(name) == ""


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}", ""),
        ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16} Letters", "letters"),
        ("1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}", "1"),
        ("\N{COMBINING ACUTE ACCENT}", ""),
        ("\N{DIAERESIS}", ""),
    ],
)
def test_an_id_has_no_marks_without_a_letter(name: str, id_: str) -> None:
    """A variation selector after an emoji, or an accent alone, is neither letter nor digit."""
    assert slug(name) == id_


@pytest.mark.parametrize(
    "text", ["menu", "go-to-market", "q3", "3d", "2026-01", "κατάλογοσ", "учёт-поступлений", "製品", "हिन्दी"]
)
def test_ids(text: str) -> None:
    """Small letters and digits of any script, single hyphens between them."""
    assert is_kebab_case(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "Menu",
        "go to market",
        "go_to_market",
        "go--to",
        "-menu",
        "menu-",
        "menu\n",
        "r&d",
        "a.b",
        "a/b",
        "Учёт",
        "ﬁsh",
        "cafe\N{COMBINING ACUTE ACCENT}",
        "go\N{EN DASH}to",
        "👍",
    ],
)
def test_no_ids(text: str) -> None:
    """Capitals, spaces, signs, and hyphens at an end or side by side make no id."""
    assert not is_kebab_case(text)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    """A folded name is its own folded form."""
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_an_id_is_its_own_id(name: str) -> None:
    """The slug of a slug is that slug."""
    assert slug(slug(name)) == slug(name)


@given(st.text())
def test_what_a_name_gives_is_an_id_or_nothing(name: str) -> None:
    """A slug can be written as an id in a file."""
    assert slug(name) == "" or is_kebab_case(slug(name))


@given(st.text())
def test_a_name_with_a_letter_or_digit_gives_an_id(name: str) -> None:
    """Letters and digits are never lost altogether."""
    assume(any(char.isalnum() for char in fold(name)))
    assert slug(name)


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_names_that_fold_alike_have_one_id(name: str, form: str) -> None:
    """However a name is spelt, its id is the same."""
    normal = unicodedata.normalize(form, name)  # type: ignore[arg-type]  # one of the four literals
    for other in (name.upper(), name.title(), f" {name}-", name.replace(" ", "--"), normal, fold(name)):
        if fold(other) == fold(name):
            assert slug(other) == slug(name)


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("cheff", ["buyer", "chef"], ("chef",)),
        ("Head-Cheff", ["buyer", "Head Chef"], ("Head Chef",)),
        ("MENU", ["Menu", "Order Sheet"], ("Menu",)),
        ("product manger", ["Product Manager", "Product Marketer"], ("Product Manager",)),
        ("Меню", ["меню", "заказ"], ("меню",)),
        ("xyz", ["buyer", "chef"], ()),
        ("chef", [], ()),
        ("", ["chef"], ()),
    ],
)
def test_the_nearest_known_name(name: str, known: list[str], found: tuple[str, ...]) -> None:
    """A misspelt name finds the one that was meant, anything else finds none."""
    assert nearest(name, known) == found


def test_a_whole_name_is_nearer_than_a_part_of_one() -> None:
    """One wrong letter in a short name is nearer than a long name that holds something like it."""
    assert nearest("racy", ["raci", "raci-vs", "rasci"]) == ("raci",)


def test_the_nearest_come_first_and_no_more_than_asked_for() -> None:
    """With a limit, that many names are found, the nearest first."""
    known = ["cheap", "chef", "head chef", "zzz"]
    assert nearest("cheff", known, limit=2) == ("chef", "head chef")


def test_the_nearest_of_very_many_names() -> None:
    """Among thousands of names the one that was meant is found as well, and in no time."""
    known = [f"piece of work {number}" for number in range(5_000)]
    assert nearest("head cheff", [*known, "head chef"]) == ("head chef",)


def test_equally_near_names_come_in_one_order() -> None:
    """The order in which names are known makes no difference."""
    assert nearest("chfe", ["chef", "Chef"]) == nearest("chfe", ["Chef", "chef"]) == ("Chef",)


@pytest.mark.parametrize(
    ("name", "known", "sentence"),
    [
        ("cheff", ["buyer", "chef"], 'Did you mean "chef"?'),
        ("xyz", ["chef", "buyer", "chef"], "Known: buyer, chef."),
        ("xyz", list("hgfedcba"), "Known: a, b, c, d, e, f, g, h."),
        ("xyz", list("ihgfedcba"), "Known: a, b, c, d, e, f, g, h, …."),
        ("xyz", [], ""),
    ],
)
def test_a_suggestion(name: str, known: list[str], sentence: str) -> None:
    """The nearest name is suggested; without one, at most eight of the known names are listed."""
    assert did_you_mean(name, known) == sentence


@pytest.mark.parametrize(
    ("things", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_things_in_words(things: list[str], words: str) -> None:
    """Things are listed as people list them."""
    assert in_words(things) == words


def test_choices_in_words() -> None:
    """The last two can be joined by another word."""
    assert in_words(iter(["a", "b", "c"]), last="or") == "a, b or c"


@pytest.mark.parametrize("curly", ["\u2019", "\u2018", "\u201b", "\u02bc", "\u02bb", "\xb4"])
def test_apostrophes_are_one(curly: str) -> None:
    """Word processors and phones write one apostrophe, keyboards another."""
    assert fold(f"Customers{curly} Voice") == fold("Customers' Voice")


@pytest.mark.parametrize("quoted", ["\u201cGreen\u201d Menu", "\u201eGreen\u201c Menu"])
def test_quotes_are_one(quoted: str) -> None:
    """Curly quotes are straight ones."""
    assert fold(quoted) == fold('"Green" Menu')


@pytest.mark.parametrize("language", ["turkish", "azerbaijani", "Turkish"])
def test_capitals_of_an_i_without_a_dot(language: str) -> None:
    """I is the capital of the letter without a dot, however the dot of the other one is encoded."""
    folded = fold_in(language)
    assert folded("\u0130Z\u0130N PLANI") == folded("I\u0307zin Plan\u0131") == "izin plan\u0131"
    assert folded("ISI") == folded("Is\u0131") == "\u0131s\u0131"
    assert folded("s\u0131n\u0131r") != folded("sinir")


def test_capitals_elsewhere() -> None:
    """In other languages I is the capital of i."""
    assert fold_in("english") is fold
    assert fold("MENU LIST") == "menu list"


@pytest.mark.parametrize(
    "names",
    [
        ["2.1.9 Audit", "2.1.10 Audit", "10.1 Audit"],
        ["phase-2", "phase-10", "phase-10-b", "phase-11"],
        ["Release 9", "release 10", "Release 11"],
        ["Menu", "Menu 01", "Menu 1", "Menu 2"],
        ["\uff19 Lives", "10 Lives"],  # a full-width nine
        ["", "7", "a"],
    ],
)
def test_numbers_in_names_are_sorted_by_value(names: list[str]) -> None:
    """Versions, phases and paragraphs stand as people count; else names are sorted as they are compared."""
    back = names[::-1]
    back.sort(key=by_name)
    assert back == names
