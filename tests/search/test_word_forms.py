"""The verb asked and the noun written, small words, clipped words and numbers."""

from __future__ import annotations

import pytest
from raci.language.language import find_language
from raci.language.stems import Stems
from raci.search.ranking import Search

from conftest import register_of

OTHERS = ("Wine List", "Bread Order", "Table Linen", "Guest Book", "Cellar Keys")


def answers(question: str, *names: str) -> dict[str, bool]:
    """Return the work of this name or others that a question finds, and whether that is sure."""
    listed = ", ".join(f'{{name: "{name}"}}' for name in (*names, *OTHERS))
    register = register_of(f"version: 1\nroles: {{a: {{name: A, deliverables: [{listed}]}}}}")
    return {register.work[hit.work].name: hit.sure for hit in Search(register).rank(question)}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who can decide on prices", "Price Decisions"),
        ("who responds to incidents", "Incident Response"),
        ("analysing churn", "Churn Analysis"),
        ("analyse churn", "Churn Analysis"),
        ("who maintains the lifts", "Lift Maintenance"),
        ("maintaining lifts", "Lift Maintenance"),
        ("who describes vacancies", "Vacancy Description"),
        ("who pays invoices", "Invoice Payment"),
        ("payment of invoices", "Pay Invoices"),
        ("who procures software", "Software Procurement"),
        ("renewing contracts", "Contract Renewal"),
        ("customers who complain", "Customer Complaints"),
        ("receiving goods", "Goods Receipt"),
        ("who receives visitors", "Visitor Reception"),
        ("parking permission", "Permit Parking"),
        ("comply with rules", "Rule Compliance"),
        ("apply for a grant", "Grant Applications"),
        ("who notifies next of kin", "Notification of Kin"),
        ("retaining records", "Record Retention"),
        ("submitting the returns", "Return Submission"),
        ("refer a family", "Family Referrals"),
        ("who destroys files", "File Destruction"),
        ("registering patients", "Patient Registration"),
        ("deliver parcels", "Parcel Delivery"),
        ("disclosing interests", "Disclosure of Interests"),
        ("signature of contracts", "Sign Contracts"),
        ("producing videos", "Video Production"),
    ],
)
def test_verb_and_noun_find_each_other(question: str, name: str) -> None:
    """Across all changes of consonant."""
    assert answers(question, name) == {name: True}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("product", "Production"),
        ("customer", "Customs"),
        ("account", "Accounting"),
        ("intern", "Internal Audit"),
        ("general", "Generation"),
        ("policy", "Police"),
        ("university", "Universe"),
        ("author", "Authority"),
        ("objects", "Objectives"),
        ("hospital", "Hospitality"),
        ("officer", "Offices"),
        ("process", "Proceed"),
        ("important", "Import"),
        ("valid", "Valise"),
        ("incident", "Incision"),
    ],
)
def test_words_that_only_look_related_stay_apart(question: str, name: str) -> None:
    """A stemmer joins some of them; asked the other way round they are strangers too."""
    assert answers(question, name) == {}
    assert answers(name, question.title()) == {}
    stems = Stems(find_language("english"))
    assert stems.of(question) != stems.of(name.lower())


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is on call?", "On Call Plan"),
        ("who runs on-call at the moment?", "On-Call"),
        ("oncall", "On Call Plan"),
        ("on call", "Oncall Plan"),
        ("who plans the all hands", "All-Hands"),
        ("all-hands slides", "All-Hands Slides"),
        ("go live", "Go-Live Checklist"),
        ("who is going live?", "Go-Live Checklist"),
        ("no shows", "No-Show Follow-Up"),
        ("how to guides", "How-To Guides"),
        ("who does sign-in", "Visitor Sign-In"),
        ("it security", "IT Security"),
        ("Q&A", "Q&A on Product Pages"),
        ("who does the R&D budget", "R&D Budget"),
    ],
)
def test_small_words_that_stand_together_in_a_name_say_something(question: str, name: str) -> None:
    """Each of them alone says nothing."""
    assert name in answers(question, name)


def test_small_words_that_stand_together_by_chance_say_nothing() -> None:
    """Not inside a name, and not with an article."""
    assert answers("who has to talk to the cook", "Advice to the Board") == {}
    assert answers("of the moon", "Of the Table") == {}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("biz plan", "Business Plan"),
        ("internal comms", "Internal Communications"),
        ("dev rules", "Development Rules"),
        ("test infra", "Test Infrastructure"),
        ("list of reqs", "Requirements List"),
        ("summer promo", "Summer Promotion"),
        ("communications calendar", "Comms Calendar"),
    ],
)
def test_clipped_words_are_known(question: str, name: str) -> None:
    """Both ways round."""
    assert name in answers(question, name)


@pytest.mark.parametrize("question", ["management", "handling", "contacts", "sign-off", "Ownership"])
def test_asking_words_come_back_where_nothing_else_is_left(question: str) -> None:
    """They are what is asked for then."""
    name = f"Key {question.title()}"
    assert name in answers(question, name)
    assert answers("who is it?", name) == {}


def test_two_generic_words_that_cover_the_question_are_enough() -> None:
    """Neither says which work is meant, both of them do."""
    names = (
        *(f"Sales {each}" for each in "ABCDE"),
        *(f"{each} Forecast" for each in "FGHIJ"),
        "Sales Forecast Q",
    )
    assert next(iter(answers("forecast of sales", *names))) == "Sales Forecast Q"
    assert answers("sales", *names) == {}


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("SOC 2", "SOC 2 Report", "SOC 1 Report"),
        ("phase 2", "Phase 2 Plan", "Phase 1 Plan"),
        ("2.1.9", "Release 2.1.9", "Release 2.1.8"),
        ("ISO 27001", "ISO 27001 Audit", "ISO 9001 Audit"),
        ("room 1", "Room 1 Rota", "Room 10 Rota"),
    ],
)
def test_numbers_in_a_name_are_whole_words(question: str, name: str, other: str) -> None:
    """Another number is other work."""
    assert answers(question, name, other) == {name: True}
    assert answers(question, other) == {}


def test_numbers_that_no_name_has_say_nothing() -> None:
    """They are the time, or a room."""
    assert answers("the wine list at 8 in room 20", "Phase 2 Plan") == {"Wine List": False}
    assert answers("2701", "ISO 27001 Audit") == {}
    assert answers("iso27002", "iso27001 audit") == {}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who approves invoices", "Invoice Approval"),
        ("who maintains the invoices", "Invoice Maintenance"),
        ("who decides on invoices", "Decisions on Invoices"),
        ("handling of invoices", "Invoice Handling"),
    ],
)
def test_a_word_that_asks_tells_work_from_its_like_by_its_name(question: str, name: str) -> None:
    """Though it says nothing where no name has it."""
    names = ("Invoice Files", name, "Invoice Archive")
    assert next(iter(answers(question, *names))) == name
