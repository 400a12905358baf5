"""What holds for a piece of work: each clause of effective letters, agreements and statuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile
from raci.model.scheme import SCHEMES, Scheme

from conftest import graph_of, register_of

TWO_CLAIM = """
    version: 1
    roles:
      cook: {name: Cook, responsibilities: [{name: Menu, letters: %s}]}
      buyer: {name: Buyer, responsibilities: [{name: Menu, letters: %s}]}
      owner: {name: Owner}
      guest: {name: Guest}
"""

AGREEMENT = """
    version: 1
    overlaps:
      menu:
        sides: {cook: Taste., buyer: Price.}
        tension: Taste or price.
        work: [Menu]
        agreement: %s
"""


def letters(*texts: str, work: str = "menu") -> dict[str, str]:
    """Return the effective letters on a piece of work."""
    return {role: "".join(held) for role, held in graph_of(*texts).letters(work).items()}


def status(*texts: str, work: str = "menu") -> str:
    """Return the status of a piece of work."""
    return str(graph_of(*texts).status(work))


def test_a_claim_without_letters_has_the_default_of_the_scheme() -> None:
    """A claim that leaves letters out is accountable and responsible."""
    assert letters("{version: 1, roles: {cook: {name: Cook, deliverables: [{name: Menu}]}}}") == {
        "cook": "AR"
    }


def test_a_role_with_a_claim_has_the_letters_of_its_own_claim() -> None:
    """What another role expects does not change what a role claims itself."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, with: {buyer: I}}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu, letters: C}]}
    """
    assert letters(text) == {"buyer": "C", "cook": "AR"}


def test_a_role_without_a_claim_has_all_letters_that_others_give_it() -> None:
    """Letters that several claims give a role are taken together."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, with: {guest: I}}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu, letters: R, with: {guest: C}}]}
          guest: {name: Guest}
    """
    assert letters(text) == {"buyer": "R", "cook": "AR", "guest": "CI"}


def test_sides_that_expect_different_letters_are_kept_apart() -> None:
    """Where another's `with` differs from a role's own claim, both are told, with the claim's place."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, with: {buyer: I}}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu, letters: C, with: {cook: AR}}]}
    """
    (found,) = graph_of(text).standing("menu").disagreements
    assert (found.role, found.holds, found.expected, found.by.role) == ("buyer", ("C",), ("I",), "cook")


def test_roles_without_a_claim_cannot_disagree() -> None:
    """Two claims that give a third role different letters give it both: nobody differs from it."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, with: {guest: I}}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu, letters: R, with: {guest: C}}]}
          guest: {name: Guest}
    """
    assert graph_of(text).standing("menu").disagreements == ()


def test_what_a_role_expects_of_itself_is_held_against_its_own_letters() -> None:
    """Loading refuses that, and lint asks on: the letters of the claim stand."""
    text = b"{version: 1, roles: {cook: {name: Cook, deliverables: [{name: Menu, with: {cook: C}}]}}}"
    graph = OwnershipGraph(read_files([SourceFile("kitchen.yaml", lambda: text)]).register)
    assert graph.letters("menu") == {"cook": ("A", "R")}
    (found,) = graph.standing("menu").disagreements
    assert (found.role, found.holds, found.expected) == ("cook", ("A", "R"), ("C",))


def test_once_settled_expectations_are_held_against_the_result() -> None:
    """An expectation that the agreement fulfils is no disagreement, one that it breaks is."""
    claims = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, with: {buyer: R}}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu, with: {cook: C}}]}
    """
    (found,) = (
        graph_of(claims, AGREEMENT % "{accountable: cook, because: So.}").standing("menu").disagreements
    )
    assert (found.role, found.holds, found.expected) == ("cook", ("A", "R"), ("C",))


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        ("{accountable: cook, because: So.}", {"buyer": "R", "cook": "AR"}),
        ("{accountable: {Menu: buyer}, because: So.}", {"buyer": "AR", "cook": "R"}),
        ("{accountable: cook, others: {buyer: C}, because: So.}", {"buyer": "C", "cook": "AR"}),
        (
            "{accountable: cook, others: {buyer: C, guest: I}, because: So.}",
            {"buyer": "C", "cook": "AR", "guest": "I"},
        ),
        ("{accountable: owner, because: So.}", {"buyer": "R", "cook": "R", "owner": "A"}),
        ("{accountable: cook, others: {cook: I}, because: So.}", {"buyer": "R", "cook": "AR"}),
    ],
)
def test_the_named_role_becomes_the_only_accountable_one(agreement: str, expected: dict[str, str]) -> None:
    """The named role gains A, the others lose it and keep the rest; `others` overrides that."""
    assert letters(TWO_CLAIM % ("AR", "AR"), AGREEMENT % agreement) == expected
    assert status(TWO_CLAIM % ("AR", "AR"), AGREEMENT % agreement) == "settled"


def test_a_role_that_is_left_with_nothing_is_consulted() -> None:
    """Whoever held A alone is asked before the decision."""
    assert letters(TWO_CLAIM % ("A", "A"), AGREEMENT % "{accountable: cook, because: So.}") == {
        "buyer": "C",
        "cook": "A",
    }


def test_a_role_that_is_left_with_nothing_has_no_letter_where_nobody_is_consulted() -> None:
    """A scheme may have no letter for it; then there is none to give."""
    register = register_of(TWO_CLAIM % ("A", "AR"), AGREEMENT % "{accountable: buyer, because: So.}")
    alone = Scheme("alone", SCHEMES["raci"].letters[:2], ("A", "R"))
    assert OwnershipGraph(replace(register, scheme=alone)).letters("menu") == {
        "buyer": ("A", "R"),
        "cook": (),
    }


def test_who_becomes_accountable_is_no_longer_consulted_or_informed() -> None:
    """A and C at once would clash: whoever decides is not asked by somebody else."""
    claims = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, letters: R, with: {owner: C, buyer: CI}}]}
          buyer: {name: Buyer}
          owner: {name: Owner}
    """
    assert letters(claims, AGREEMENT % "{accountable: owner, because: So.}") == {
        "buyer": "CI",
        "cook": "R",
        "owner": "A",
    }


def test_plain_form_settles_only_what_needs_it() -> None:
    """Work with exactly one accountable role keeps it."""
    agreement = AGREEMENT % "{accountable: buyer, because: So.}"
    assert letters(TWO_CLAIM % ("AR", "C"), agreement) == {"buyer": "C", "cook": "AR"}
    assert status(TWO_CLAIM % ("AR", "C"), agreement) == "owned"


def test_plain_form_settles_work_that_nobody_is_accountable_for() -> None:
    """A piece that no claim holds A on gets the named role."""
    assert letters(TWO_CLAIM % ("R", "C"), AGREEMENT % "{accountable: buyer, because: So.}") == {
        "buyer": "A",
        "cook": "R",
    }
    assert status(TWO_CLAIM % ("R", "C"), AGREEMENT % "{accountable: buyer, because: So.}") == "settled"


def test_map_form_moves_a_sole_accountable_role_too() -> None:
    """Naming a piece outright moves it, and it is owned: one role claimed it, one role has it."""
    agreement = AGREEMENT % "{accountable: {Menu: buyer}, because: So.}"
    assert letters(TWO_CLAIM % ("AR", "C"), agreement) == {"buyer": "A", "cook": "R"}
    assert status(TWO_CLAIM % ("AR", "C"), agreement) == "owned"


def test_map_form_speaks_of_no_other_piece() -> None:
    """A piece that the map leaves out stays as it was claimed."""
    more = """
        version: 1
        roles:
          waiter: {name: Waiter, responsibilities: [{name: Wine List}]}
          sommelier: {name: Sommelier, responsibilities: [{name: Wine List}]}
        overlaps:
          table:
            tension: Both.
            work: [Menu, Wine List]
            agreement: {accountable: {Menu: cook}, because: It is so.}
    """
    assert status(TWO_CLAIM % ("AR", "AR"), more, work="wine-list") == "contested"
    assert status(TWO_CLAIM % ("AR", "AR"), more, work="menu") == "settled"


def test_agreements_that_name_different_roles_leave_work_contested() -> None:
    """Neither holds: the claims stand, and both roles are among those who would have it."""
    second = (AGREEMENT % "{accountable: owner, because: So.}").replace("      menu:", "      second:")
    texts = (TWO_CLAIM % ("AR", "AR"), AGREEMENT % "{accountable: cook, because: So.}", second)
    assert status(*texts) == "contested"
    assert letters(*texts) == {"buyer": "AR", "cook": "AR", "owner": "A"}
    assert graph_of(*texts).standing("menu").named_by == {"menu": "cook", "second": "owner"}


def test_agreements_that_name_the_same_role_settle() -> None:
    """Two agreements may say the same."""
    second = (AGREEMENT % "{accountable: cook, because: So.}").replace("      menu:", "      second:")
    assert (
        status(TWO_CLAIM % ("AR", "AR"), AGREEMENT % "{accountable: cook, because: So.}", second) == "settled"
    )


@pytest.mark.parametrize(
    ("cook", "buyer", "expected"),
    [
        ("AR", "C", "owned"),
        ("A", "R", "owned"),
        ("AR", "AR", "contested"),
        ("R", "C", "unowned"),
        ("C", "I", "unowned"),
    ],
)
def test_status_without_an_agreement(cook: str, buyer: str, expected: str) -> None:
    """One A is owned, several are contested, none is unowned even if some are R or C."""
    assert status(TWO_CLAIM % (cook, buyer)) == expected


def test_letters_that_others_give_make_an_owner() -> None:
    """A role that all others call accountable holds A, though it has no list."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, letters: R, with: {owner: A}}]}
          owner: {name: Owner}
    """
    assert graph_of(text).accountable("menu") == ("owner",)
    assert status(text) == "owned"


def test_unowned_on_purpose_is_a_decision_until_somebody_is_accountable() -> None:
    """Work listed as unowned has that status; a role that claims it all the same owns it."""
    unowned = "{version: 1, unowned: [{name: Car Park, because: The landlord sees to it.}]}"
    claimed = (
        "{version: 1, roles: {porter: {name: Porter, responsibilities: [{name: car park, letters: %s}]}}}"
    )
    assert status(unowned, work="car-park") == "unowned-on-purpose"
    assert status(unowned, claimed % "R", work="car-park") == "unowned-on-purpose"
    assert status(unowned, claimed % "AR", work="car-park") == "owned"


@pytest.mark.parametrize(
    ("scheme", "held"),
    [("daci", "DA"), ("rapid", "D"), ("dri", "DRI"), ("rasci", "AR"), ("raci-vs", "AR"), ("cairo", "AR")],
)
def test_the_accountable_letter_is_the_schemes(scheme: str, held: str) -> None:
    """Two default claims contest the work, and an agreement settles it, in every scheme."""
    claims = (TWO_CLAIM % (held, held)).replace("version: 1", f"version: 1\n    scheme: {scheme}")
    assert status(claims) == "contested"
    assert graph_of(claims, AGREEMENT % "{accountable: cook, because: So.}").accountable("menu") == ("cook",)
