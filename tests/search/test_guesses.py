"""Other words for the same, and abbreviations: what a register without aliases is asked with."""

from __future__ import annotations

import pytest
from raci.search.ranking import NAMED, Search

from conftest import register_of

OFFICE = """
    version: 1
    roles:
      lead:
        name: Lead
        responsibilities:
          - {name: Key Performance Indicators}
          - {name: Service Level Agreement (SLA)}
          - {name: Request for Proposal Answers}
          - {name: Go-To-Market Strategy}
          - {name: Call for Papers}
          - {name: Public Relations}
          - {name: Sprint Retrospective}
          - {name: Cloud Infrastructure}
          - {name: Objectives and Key Results}
          - {name: MDT Minutes}
          - {name: CCTV}
          - {name: Research and Development Budget}
          - {name: Terms and Conditions}
          - {name: Recruitment}
          - {name: Refunds}
          - {name: Debt Collection}
          - {name: Payroll}
          - {name: Tip Jar, summary: What is given beside the wages.}
"""

SEARCH = Search(register_of(OFFICE))


@pytest.mark.parametrize(
    ("question", "work"),
    [
        ("KPIs", "key-performance-indicators"),
        ("kpi indicators", "key-performance-indicators"),
        ("who answers RFPs", "request-for-proposal-answers"),
        ("GTM", "go-to-market-strategy"),
        ("CFP", "call-for-papers"),
        ("PR", "public-relations"),
        ("who runs the debrief", "sprint-retrospective"),
        ("OKRs", "objectives-and-key-results"),
        ("oakr", "objectives-and-key-results"),
        ("multidisciplinary team minutes", "mdt-minutes"),
        ("multi disciplinary team minutes", "mdt-minutes"),
        ("closed circuit television", "cctv"),
        ("R&D budget", "research-and-development-budget"),
        ("T&Cs", "terms-and-conditions"),
        ("t & c", "terms-and-conditions"),
        ("hiring", "recruitment"),
        ("money back", "refunds"),
        ("late payers", "debt-collection"),
        ("they want their money back", "refunds"),
        ("a guest still wants her money back", "refunds"),
    ],
)
def test_what_a_register_lacks_is_guessed_and_never_sure(question: str, work: str) -> None:
    """By its letters or by what else it is called."""
    hit = SEARCH.rank(question)[0]
    assert (hit.work, hit.sure) == (work, False)


@pytest.mark.parametrize(
    "question", ["SLA", "Service Level Agreement", "who owns SLAs", "service level agreements"]
)
def test_both_halves_of_a_name_that_explains_itself_name_it(question: str) -> None:
    """As an alias does."""
    hit = SEARCH.rank(question)[0]
    assert (hit.work, hit.score, hit.sure) == ("service-level-agreement-sla", NAMED, True)


@pytest.mark.parametrize(
    "question",
    [
        "PA",  # two letters of a longer name: everything begins with something
        "pad",
        "wages",  # the register has the word: it needs no guess
        "medical tent minutes book",
    ],
)
def test_what_is_not_guessed(question: str) -> None:
    """Two letters stand for whole names, and words of the register for themselves."""
    assert {hit.work for hit in SEARCH.rank(question)} <= {"tip-jar", "mdt-minutes"}


def test_a_register_tells_its_own_words() -> None:
    """In any letters and also where the register has the word; the name itself comes before the guess."""
    own = Search(
        register_of(
            """
            version: 1
            roles:
              lead: {name: Lead, responsibilities: [{name: Key Accounts}, {name: Dinner Menu}, {name: Late Deliveries}]}
            thesaurus:
              - "The Big Four, Großkunden, key accounts"
              - dinner, late deliveries
            """
        )
    )
    assert [(hit.work, hit.sure) for hit in own.rank("big four")] == [("key-accounts", False)]
    assert [(hit.work, hit.sure) for hit in own.rank("Grosskunden")] == [("key-accounts", False)]
    assert [hit.work for hit in own.rank("who does dinner")] == ["dinner-menu", "late-deliveries"]
