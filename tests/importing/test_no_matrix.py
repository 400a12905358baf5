"""raci import: tables with letters in them that are no matrix, and words that are letters after all."""

from __future__ import annotations

import pytest
from raci.importing.options import Hints
from test_readings import letters, read

OTHERS = [
    "ID,Risk,Likelihood,Impact,Owner,RAG\n1,Fire,Low,High,Ana,R\n2,Flood,Medium,High,Ben,A\n3,Theft,High,Low,Ana,A\n",
    "Project,Owner,RAG,Comment\nApollo,Ana,R,late\nZeus,Ben,A,ok\nHera,Ana,R,late\n",
    "ID,Risk,P,I,Status\n1,Fire,H,M,R\n2,Flood,L,H,A\n3,Theft,M,L,A\n",
    "Name,Role,Type\nAna,PM,I\nBen,Dev,C\nCem,QA,R\n",
    "Item,Owner,Status\nLogin,Ana,A\nCart,Ben,R\n",
    "Project,Schedule,Budget,Scope\nApollo,R,A,G\nZeus,A,A,R\nHera,G,A,A\n",
    "Risk,Severity,Owner,Mitigation,Status\nFire,A,Ana,Alarm,R\nFlood,R,Ben,Dam,A\n",
]


@pytest.mark.parametrize("text", OTHERS)
def test_states_and_risks_are_no_letters(text: str) -> None:
    """Red and amber, likelihoods and kinds of people are passed over, with a reason."""
    found = read(text)
    assert letters(found) == {}
    assert all(not each.taken and each.reason for each in found.report.tables)


def test_a_column_of_states_beside_letters_is_no_role() -> None:
    """A matrix may have one."""
    assert letters(read("Task,PM,Dev,RAG\nPlan,A,R,R\nShip,I,A/R,A\n")) == {
        "Plan": {"pm": "A", "dev": "R"},
        "Ship": {"pm": "I", "dev": "AR"},
    }


@pytest.mark.parametrize(
    "below", ["Count of A,,\nCheck,OK,OK\n", "Check,OK,OK\n", "Total,2,1\n", "Sum A,1,1\nSum R,1,2\n"]
)
def test_sums_below_do_not_turn_a_matrix(below: str) -> None:
    """Where the first header says work, rows are work."""
    found = letters(read(f"Task,PM,Dev\nPlan,A,R\nBuild,I,A/R\n{below}"))
    assert {name: held for name, held in found.items() if name in ("Plan", "Build")} == {
        "Plan": {"pm": "A", "dev": "R"},
        "Build": {"pm": "I", "dev": "AR"},
    }


@pytest.mark.parametrize(
    "heads",
    [
        "Uppgift,Ansvarig,Konsulteras,Informeras",
        "Aufgabe,Durchführung,Konsultation,Informiert",
        "タスク,実行責任者,協議先,報告先",
    ],
)
def test_words_of_more_languages_are_letters(heads: str) -> None:
    """Swedish, German and Japanese."""
    assert letters(read(f"{heads}\nPlan,PM,Dev,QA\nBygg,Dev,PM,QA\n")) == {
        "Plan": {"pm": "R", "dev": "C", "qa": "I"},
        "Bygg": {"dev": "R", "pm": "C", "qa": "I"},
    }


def test_letters_that_may_stand_for_others_are_told_with_the_option() -> None:
    """V without any R, and columns of which none says who is accountable."""
    text = "Aufgabe,PM,Dev\nPlan,V,I\nBau,A,V\n"
    assert (
        "V is read as who verifies; --letter V=R where it stands for who does the work."
        in read(text).report.notes
    )
    assert letters(read(text, hints=Hints(letters={"V": "R"})))["Bau"] == {"pm": "A", "dev": "R"}
    (table,) = read(
        "Task,Lead,Support,Consult,Inform\nPlan,PM,Dev,QA,CEO\nShip,Dev,PM,QA,CEO\n"
    ).report.tables
    assert table.reason.endswith("--letter WORD=LETTER says which words mean that")
