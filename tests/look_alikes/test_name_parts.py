"""Names that join several things are compared by their parts, and duties by what is to be done with what."""

from __future__ import annotations

import json

import pytest
from raci.look_alikes.look_alikes import look_alikes

from conftest import register_of

LETTERS = (  # of the spelling alphabet: names of a register of hundreds
    *("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo"),
    *("lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor"),
)

ALIKE = [
    # joined by "and": each half is a thing of its own
    ("Interview users and collect feedback", "Collect and use feedback"),
    ("Specify requirements and user stories", "Write user stories and acceptance criteria"),
    ("Draft job descriptions & post vacancies", "Write job descriptions"),
    # a list
    ("Collect, prioritise and communicate feedback", "Gather customer feedback"),
    ("Create battlecards, decks and case studies", "Write case studies"),
    ("Responsible for research, interviews and surveys", "Carry out surveys"),
    # verbs that only say that something is done
    ("Steer the go-to-market strategy", "Set up the go-to-market strategy"),
    ("Take care of the spare parts", "Manages spare parts"),
    ("Monitor cash and working capital", "Optimise working capital"),
    # another form of the word
    ("Watch market trends and competition", "Do the competitive analysis"),
    ("Analyse competitors", "Do the competitive analysis"),
    ("Analyse competitors", "Watch the competition"),
    ("Decide on pricing and packaging", "Recommend prices and packages"),
    # what is done with it, as verb and as noun
    ("Interview users", "Plan and conduct user interviews"),
]
APART = [
    # only people, or what is done, in common
    ("Train nurses and students", "Train developers in secure coding"),
    ("Interview users and collect feedback", "Support users"),
    ("Recruit sales staff", "Train sales staff"),
    ("Pay suppliers and reimburse expenses", "Look after suppliers"),
    # another thing
    ("Collect and file receipts", "Collect and use feedback"),
    ("Draw up the event budget", "Control the advertising budget"),
    ("Negotiate contracts with suppliers", "Sign contracts for employees"),
    ("Supervise cleaning and security for Oslo", "Supervise cleaning and catering for Turin"),
    # with whom and for whom is no thing of its own
    ("Coordinate launches with engineering, sales and support", "Monitor sales"),
    # what is done with it, where that says something, and a form
    ("Schedule exams and book rooms", "Set exam papers"),
    # what follows on what was named before
    ("Scan letters and file them in folders", "Greet guests and check them in"),
]
ELSEWHERE = ("Drive the van", "Bake bread", "Tune pianos and organs", "Payroll Run", "Roof Insulation")


def are_alike(*names: str) -> bool:
    """Return whether the names, each on a list of its own, are found to be one."""
    roles = [*([name] for name in names), list(ELSEWHERE)]
    listed = {
        f"r{number}": {"name": f"R{number}", "responsibilities": [{"name": name} for name in each]}
        for number, each in enumerate(roles)
    }
    return len(look_alikes(register_of(json.dumps({"version": 1, "roles": listed})))) == 1


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_duties_that_hold_one_thing_are_alike(one: str, other: str) -> None:
    """Whichever of them is named first."""
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_duties_that_share_words_and_no_thing_are_none(one: str, other: str) -> None:
    """Whichever of them is named first."""
    assert not are_alike(one, other)
    assert not are_alike(other, one)


def test_a_name_that_only_looks_like_a_duty_is_compared_as_a_name() -> None:
    """A title of two nouns says nothing of what is to be done."""
    assert not are_alike("Transport Booking", "Follow-up Appointments")


def test_one_role_seldom_names_a_duty_twice() -> None:
    """On one list a thing and the same thing with a word more are two, unless they are the same to the word."""
    listed = """
        version: 1
        roles:
          a: {name: A, responsibilities: [{name: Respond to %s incidents}, {name: Respond to incidents and lead calls}]}
          b: {name: B, responsibilities: [{name: Bake bread}, {name: Tune pianos}]}
    """
    assert not look_alikes(register_of(listed % "security"))
    assert look_alikes(register_of(listed % ""))


@pytest.mark.parametrize(
    "name", ["and", "for and with", "Plan, test and", "-- and x", "Check them and us", "Do, to"]
)
def test_a_name_of_nothing_but_joints_is_read(name: str) -> None:
    """It holds nothing that another one could hold."""
    assert not are_alike(name, "Collect and use feedback")


def test_duties_of_a_large_register_are_found() -> None:
    """By a part that they share, though each of its words stands in many names."""
    things = [f"{one} {other}" for one in LETTERS for other in LETTERS if one != other]
    names = [f"Write the {thing} and check doors {number}x" for number, thing in enumerate(things)]
    pair = ("Prepare the alpha bravo and shut windows", "Collect and file the alpha bravo")
    listed = {
        f"r{number}": {"name": f"R{number}", "responsibilities": [{"name": name}]}
        for number, name in enumerate((*names[1:], *pair))
    }
    found = look_alikes(register_of(json.dumps({"version": 1, "roles": listed})))
    assert ("collect-and-file-the-alpha-bravo", "prepare-the-alpha-bravo-and-shut-windows") in {
        (each.one, each.other) for each in found
    }


def test_a_language_without_a_list_has_no_parts() -> None:
    """What joins two things is not known there."""
    register = register_of("""
        version: 1
        roles:
          a: {name: A, responsibilities: [{name: Collect feedback and write user stories}]}
          b: {name: B, responsibilities: [{name: Check user stories and count beans}]}
    """)
    assert look_alikes(register)
    assert not look_alikes(register, "german")
