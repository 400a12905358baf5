"""Registers of unlike worlds and languages are understood as well, without a change in code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import raci
import yaml
from raci.graph.ownership import OwnershipGraph
from raci.search.ranking import Search

HERE = Path(__file__).parent.parent / "registers"


def figures(register: str, questions: str, language: str) -> tuple[float, float, float]:
    """Return the shares of right items, right owners and right refusals."""
    loaded = raci.load(HERE / register)
    graph, search = OwnershipGraph(loaded), Search(loaded, language)
    asked: list[dict[str, Any]] = yaml.safe_load((HERE / questions).read_text("utf-8"))
    item, owner, refused = [], [], []
    for each in asked:
        hits = search.rank(each["ask"])
        if not each["items"]:
            refused.append(not hits)
            continue
        item.append(bool(hits) and hits[0].work in each["items"])
        owners = graph.accountable(hits[0].work) if hits else ()
        owner.append(bool(set(owners) & set(each["owners"])) or (item[-1] and not each["owners"]))
    return sum(item) / len(item), sum(owner) / len(owner), sum(refused) / len(refused)


@pytest.mark.parametrize(
    ("register", "questions", "language"),
    [
        ("hospital_ward.yaml", "hospital_ward_questions.yaml", "english"),
        ("werkstatt.yaml", "werkstatt_fragen.yaml", "german"),
    ],
)
def test_another_register_answers_as_well(register: str, questions: str, language: str) -> None:
    """Nine in ten questions find the right work and owner, and nine in ten others nobody."""
    item, owner, refused = figures(register, questions, language)
    assert item >= 0.9
    assert owner >= 0.9
    assert refused >= 0.9


@pytest.mark.parametrize("language", ["none", "english"])
@pytest.mark.parametrize(
    ("question", "work"),
    [
        ("ΔΑΝΕΙΣΜΟΣ", "loans"),
        ("δανεισμός", "loans"),
        ("συντηρηση εργων", "συντήρηση-έργων"),
        ("учет поступлений", "учёт-поступлений"),
        ("Выдача копий", "выдача-копий"),
        ("館内ツアー", "館内ツアー"),
        ("オーディオガイド", "audio-guide"),
        ("qrコード", "audio-guide"),
        ("チケット", "チケット販売"),
    ],
)
def test_any_script_is_matched_without_a_known_language(question: str, work: str, language: str) -> None:
    """Folded words, accents and scripts without spaces do without a stemmer."""
    hits = Search(raci.load(HERE / "unicode.yaml"), language).rank(question)
    assert hits[0].work == work
