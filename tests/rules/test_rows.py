"""The rules on rows ask the scheme what a letter means, and keep to their thresholds."""

from __future__ import annotations

from datetime import date

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.rule.rule import Sight

from conftest import graph_of, register_of
from linting import CHECKS

WITH_DEFAULTS = """
    version: 1
    scheme: {scheme}
    roles:
      cook:
        name: Cook
        deliverables: [{{name: Menu}}]
"""
PAIR = """
    version: 1
    scheme: {scheme}
    roles:
      cook:
        name: Cook
        deliverables: [{{name: Menu, letters: {letters}}}]
      waiter:
        name: Waiter
        deliverables: [{{name: Menu, letters: {others}}}]
"""


def said(rule: str, text: str, **thresholds: int) -> list[str]:
    """Return the messages of one rule on a file."""
    graph = OwnershipGraph(register_of(text))
    named = {name.replace("_", "-"): number for name, number in thresholds.items()}
    check = CHECKS[rule]
    return [finding.message for finding in check(Sight(graph, date(2026, 1, 1), "english", named))]


@pytest.mark.parametrize(
    ("scheme", "letters", "others", "expected"),
    [
        ("raci", "AR", "R", []),
        ("daci", "DA", "C", []),
        ("daci", "DA", "D", ["2 roles hold D (driver) for Menu: Cook and Waiter"]),
        ("daci", "DA", "DA", ["2 roles hold D (driver) and A (approver) for Menu: Cook and Waiter"]),
        ("rapid", "D", "A", []),
        ("rapid", "D", "DR", ["2 roles hold D (decides) for Menu: Cook and Waiter"]),
        ("dri", "DRI", "DRI", ["2 roles hold DRI (directly responsible) for Menu: Cook and Waiter"]),
    ],
)
def test_the_scheme_says_which_letters_have_one_holder(
    scheme: str, letters: str, others: str, expected: list[str]
) -> None:
    """Several may hold a letter unless the scheme gives it to one."""
    assert said("several-accountable", PAIR.format(scheme=scheme, letters=letters, others=others)) == expected


def test_an_agreement_leaves_the_other_single_letters() -> None:
    """DACI's driver is still two roles where an agreement has only named the approver."""
    text = f"""{PAIR.format(scheme="daci", letters="DA", others="DA")}
    overlaps:
      menu:
        tension: Taste and price.
        work: [Menu]
        agreement: {{accountable: cook, escalation: [owner], because: It is so.}}
    """
    assert said("several-accountable", text) == ["2 roles hold D (driver) for Menu: Cook and Waiter"]


@pytest.mark.parametrize("scheme", ["raci", "rasci", "raci-vs", "cairo", "daci", "rapid", "dri"])
@pytest.mark.parametrize("rule", ["no-responsible", "clashing-letters", "several-accountable"])
def test_letters_left_out_are_in_order(scheme: str, rule: str) -> None:
    """What every scheme gives by itself is no finding."""
    assert said(rule, WITH_DEFAULTS.format(scheme=scheme)) == []


@pytest.mark.parametrize(
    ("scheme", "letters", "expected"),
    [
        ("raci", "A", ["nobody holds R (responsible) for Menu"]),
        ("rasci", "AS", ["nobody holds R (responsible) for Menu"]),
        ("daci", "A", ["nobody holds D (driver) for Menu"]),
        ("rapid", "D", ["nobody holds R (recommends) or P (performs) for Menu"]),
        ("rapid", "DP", []),
        ("dri", "DRI", []),
    ],
)
def test_the_scheme_says_who_does_the_work(scheme: str, letters: str, expected: list[str]) -> None:
    """Letters that are written without one for whoever does the work are advice, if the scheme has one."""
    text = WITH_DEFAULTS.format(scheme=scheme).replace("name: Menu", f"name: Menu, letters: {letters}")
    assert said("no-responsible", text) == expected


@pytest.mark.parametrize(
    ("scheme", "letters", "expected"),
    [
        ("raci", "AR", []),
        ("raci", "RC", []),
        ("raci", "RI", ["Cook has R (responsible) and I (informed) for Menu, which clash"]),
        ("cairo", "IO", []),
        ("daci", "AC", ["Cook has A (approver) and C (contributor) for Menu, which clash"]),
        ("rapid", "RI", []),
        ("rapid", "IA", []),
        ("rapid", "DA", ["Cook has D (decides) and A (agrees) for Menu, which clash"]),
    ],
)
def test_letters_clash_by_their_meaning(scheme: str, letters: str, expected: list[str]) -> None:
    """A and I contradict each other in RACI, and agree in RAPID."""
    text = WITH_DEFAULTS.format(scheme=scheme).replace("name: Menu", f"name: Menu, letters: {letters}")
    assert said("clashing-letters", text) == expected


@pytest.mark.parametrize(("threshold", "count"), [(1, 1), (2, 0)])
def test_as_many_as_the_threshold_are_not_too_many(threshold: int, count: int) -> None:
    """Two are too many where one is the limit, and not where two are."""
    text = PAIR.format(scheme="raci", letters="AR", others="R")
    assert len(said("too-many-responsible", text, too_many_responsible=threshold)) == count


def test_each_letter_is_counted_by_itself() -> None:
    """In RAPID one who recommends and one who performs are not two of a kind."""
    text = PAIR.format(scheme="rapid", letters="DR", others="P")
    assert said("too-many-responsible", text, too_many_responsible=1) == []


def test_many_roles_are_not_all_named() -> None:
    """A long list of roles is cut, and the rest counted."""
    roles = "".join(
        f"      role-{number}:\n        name: Role {number}\n        deliverables: [{{name: Menu}}]\n"
        for number in range(7)
    )
    assert said("several-accountable", f"    version: 1\n    roles:\n{roles}") == [
        "7 roles hold A (accountable) for Menu: Role 0, Role 1, Role 2, Role 3 and 3 more"
    ]


def test_an_agreement_may_give_a_letter_twice() -> None:
    """A second driver whom only an agreement names is found as well."""
    text = f"""{PAIR.format(scheme="daci", letters="DA", others="C")}
      owner:
        name: Owner
    overlaps:
      menu:
        tension: Taste and price.
        work: [Menu]
        agreement: {{accountable: {{Menu: cook}}, others: {{Owner: D}}, escalation: [owner], because: It is so.}}
    """
    assert said("several-accountable", text) == ["2 roles hold D (driver) for Menu: Cook and Owner"]


def test_a_letter_that_only_an_agreement_gives_is_found_there() -> None:
    """The first place is that of a claim, the second that of the role among the `others`."""
    text = f"""{PAIR.format(scheme="daci", letters="DA", others="C")}
      owner:
        name: Owner
    overlaps:
      menu:
        work: [Menu]
        agreement: {{accountable: {{Menu: cook}}, others: {{Owner: D}}, escalation: [owner], because: It is so.}}
    """
    check = CHECKS["several-accountable"]
    (finding,) = check(Sight(graph_of(text), date(2026, 1, 1), "english"))
    assert (finding.location.line, [each.location.line for each in finding.related]) == (17, [7])
