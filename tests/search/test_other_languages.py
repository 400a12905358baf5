"""Questions in other languages than English: words that only ask are known of some, a name in full of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from raci.queries.who_owns import WhoOwns, who_owns

from conftest import graph_of

LANGUAGES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent.parent / "registers/other_languages_questions.yaml").read_text("utf-8")
)


def answered(language: str, names: list[str], question: str) -> WhoOwns:
    """Return the answer of a register with work of these names, all of one role."""
    work = "".join(f'\n      - name: "{name}"' for name in names)
    text = f"version: 1\nroles:\n  alpha:\n    name: Alpha\n    responsibilities:{work}\n"
    return who_owns(graph_of(text), question, language=language)


@pytest.mark.parametrize(
    ("language", "question", "name"),
    [(language, *each) for language, its in LANGUAGES.items() for each in its["asked"].items()],
)
def test_small_words_and_asking_words_say_nothing(language: str, question: str, name: str) -> None:
    """What is left is the name, in whatever inflection: that is a certain answer."""
    answer = answered(language, LANGUAGES[language]["names"], question)
    assert [match.name for match in answer.matches][:1] == [name]
    assert not answer.doubtful


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, question) for language, its in LANGUAGES.items() for question in its["nobody"]],
)
def test_what_no_name_says_has_no_owner(language: str, question: str) -> None:
    """However much of the question only asks, and though one word among others that say something is a name."""
    assert answered(language, LANGUAGES[language]["names"], question).matches == ()


@pytest.mark.parametrize(
    ("language", "question", "name"),
    [
        ("none", "qui s'occupe de la sécurité", "Sécurité"),
        ("none", "ki felel a biztonságért? Kockázatkezelés", "Kockázatkezelés"),
        ("czech", "Kdo má na starosti rozpočet?", "Rozpočet"),
        ("finnish", "Kuka vastaa budjetista?", "Budjetti"),
        ("indonesian", "Siapa yang bertanggung jawab atas anggaran?", "Anggaran"),
        ("english", "qui s'occupe de Knife Training", "Knife Training"),
    ],
)
def test_a_name_in_full_is_an_answer_whatever_the_words_around_it(
    language: str, question: str, name: str
) -> None:
    """It may be meant where nothing is known of the language; else if the name has several words."""
    answer = answered(language, [name, "Xylophone", "Kitchen Rota", "Menu"], question)
    assert [match.name for match in answer.matches] == [name]
    assert answer.doubtful


@pytest.mark.parametrize("question", ["n'a", "quel travail n'a pas de responsable", "l'a", "à l'", "s'y"])
def test_words_that_all_say_nothing_stand_for_nothing(question: str) -> None:
    """Two of them together look like an abbreviation, which has no name to stand for."""
    names = ["Notre Accueil", "Sécurité", "Budget de l'équipe", "Ressources humaines"]
    assert answered("french", names, question).matches == ()
