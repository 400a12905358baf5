"""Text to comparable words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raci.language.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go-To-Market Strategy", ["go", "to", "market", "strategy"]),
        ("Optimization & A/B Testing", ["optimization", "and", "a", "b", "testing"]),
        ("the company's pricing", ["the", "company", "pricing"]),
        ("don't", ["dont"]),
        ("Größenberatung, Café", ["grossenberatung", "cafe"]),
        ("ΔΑΝΕΙΣΜΟΣ Δανεισμός", ["δανεισμοσ", "δανεισμοσ"]),
        ("учёт", ["учет"]),
        ("новый", ["новый"]),
        ("właściciel, Đorđe", ["wlasciciel", "dorde"]),
        ("s'occupe de l\u2019eau, qu'est-ce", ["s", "occupe", "de", "l", "eau", "qu", "est", "ce"]),
        ("dell'ordine d\u2019\xe9tat", ["dell", "ordine", "d", "etat"]),
        ("I'd we've O'Brien, Ankara'ya", ["id", "weve", "obrien", "ankaraya"]),
        ("館内ツアー", ["館内", "内ツ", "ツア", "アー"]),
        ("ガイド", ["ガイ", "イド"]),
        ("QRコードx", ["qr", "コー", "ード", "x"]),
        ("本", ["本"]),
        ("", []),
        ("?!", []),
    ],
)
def test_words_are_folded_without_accents_in_any_script(text: str, found: list[str]) -> None:
    """Case, accents, punctuation and possessives do not count; scripts without spaces come in pairs."""
    assert words(text) == found


ASCII = st.text(st.characters(max_codepoint=127))


@given(ASCII)
def test_words_of_words_are_the_same(text: str) -> None:
    """Splitting is done once and for all."""
    found = words(text)
    assert words(" ".join(found)) == found


@given(ASCII)
def test_case_makes_no_difference(text: str) -> None:
    """Whoever shouts asks the same."""
    assert words(text.upper()) == words(text.lower())
