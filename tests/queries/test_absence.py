"""What would be touched if a role were away, counted one by one."""

from __future__ import annotations

from datetime import date

from raci.queries.absence import Absence, Touched, touched
from raci.queries.health import health
from raci.queries.role import role
from raci.views import health as health_view
from raci.views import role as role_view

from builders import graph_of

KITCHEN = """
    version: 1
    roles:
      chef: {name: Chef, deputy: sous, deliverables: [{name: Menu}, {name: Plan}, {name: Recipes}]}
      sous: {name: Sous Chef, deliverables: [{name: Prep List}, {name: Plan}]}
      buyer: {name: Buyer, deputy: chef, deliverables: [{name: Order Sheet}]}
      waiter: {name: Waiter, deputy: waiter, deliverables: [{name: Table Plan}]}
      owner: {name: Owner}
    overlaps:
      menu: {name: Taste, tension: Who?, work: [Menu],
        agreement: {accountable: chef, because: It is so., escalation: [owner, chef]}}
      paper: {name: Paper, tension: Who?, work: [Order Sheet], agreement: {accountable: chef, escalation: [owner]}}
    """


def test_what_is_touched() -> None:
    """Accountable work, agreements with a reason, escalations and deputies; each once."""
    found = touched(graph_of(KITCHEN))
    assert found["chef"] == Touched(accountable=3, agreements=1, escalations=1, deputies=1)
    assert found["sous"] == Touched(accountable=2, agreements=0, escalations=0, deputies=1)
    assert found["owner"] == Touched(accountable=0, agreements=0, escalations=2, deputies=0)


def test_health_names_who_would_be_missed_most() -> None:
    """With what that is made of, and how much hangs on three roles."""
    numbers = health(graph_of(KITCHEN), date(2026, 1, 1))
    assert (numbers.absence_max, numbers.absence_max_roles) == (6, ("chef",))
    assert (numbers.absence_max_accountable, numbers.absence_max_agreements) == (3, 1)
    assert (numbers.absence_max_escalations, numbers.absence_max_deputies) == (1, 1)
    assert (numbers.accountable_letters, numbers.accountable_in_three) == (7, 6)
    assert numbers.accountable_in_three_share == 0.8571
    assert numbers.roles["chef"] == "Chef"


def test_without_any_work_nobody_is_missed() -> None:
    """And there is nothing to have a share of."""
    numbers = health(graph_of("version: 1\nroles: {a: {name: A}}"), date(2026, 1, 1))
    assert (numbers.absence_max, numbers.absence_max_roles, numbers.accountable_in_three_share) == (
        0,
        (),
        None,
    )


def test_what_falls_to_a_deputy() -> None:
    """What the role is accountable for and the deputy is not; a role is no deputy of its own."""
    assert role(graph_of(KITCHEN)).absences == (
        Absence("buyer", "chef", falls=1, accountable_then=4),
        Absence("chef", "sous", falls=2, accountable_then=4),
    )


def test_it_is_told() -> None:
    """In health on one line, and behind the load of all, with who has no deputy."""
    lists = health_view.health(health(graph_of(KITCHEN), date(2026, 1, 1))).sections[-1]
    assert lists.note == "4 roles with lists, 7 entries; three answer for 86 %"
    missed = next(fact for fact in lists.facts if fact.label == "Missed most")
    assert missed.lines == ("Chef: 3 pieces, 1 agreement, 1 escalation, 1 role to stand in for",)
    away = role_view.role(role(graph_of(KITCHEN))).sections[-1]
    assert [(fact.label, *fact.lines) for fact in away.facts] == [
        ("Buyer", "1 to Chef, accountable for 4 then"),
        ("Chef", "2 to Sous Chef, accountable for 4 then"),
        ("No deputy", "Sous Chef and Waiter"),
    ]
