"""How much work falls to each role."""

from __future__ import annotations

from dataclasses import asdict

import raci
from raci.graph.ownership import OwnershipGraph
from raci.queries.workload import Workload, workloads

from conftest import graph_of


def of(role: str, *texts: str) -> dict[str, int]:
    """Return the numbers of one role that are not zero."""
    load = next(each for each in workloads(graph_of(*texts)) if each.role == role)
    return {key: value for key, value in asdict(load).items() if key not in {"role", "name"} and value}


def test_each_role_has_its_numbers_in_the_order_of_ids() -> None:
    """A role that nobody names for anything is there with zeros."""
    found = workloads(graph_of("version: 1\nroles: {b: {name: Bo}, a: {name: Ann}}"))
    assert [load.role for load in found] == ["a", "b"]
    assert found[0] == Workload("a", "Ann", *[0] * 8)


def test_a_piece_counts_once_for_each_part() -> None:
    """Who answers for work and does it has one piece, in two columns."""
    text = "version: 1\nroles: {a: {name: Ann, deliverables: [{name: M}]}}"
    assert of("a", text) == {"accountable": 1, "responsible": 1, "pieces": 1, "listed": 1}


def test_two_letters_of_one_meaning_are_one_part() -> None:
    """Who recommends and performs is responsible once."""
    text = "version: 1\nscheme: rapid\nroles: {a: {name: Ann, deliverables: [{name: M, letters: RP}]}}"
    assert of("a", text) == {"responsible": 1, "pieces": 1, "listed": 1}


def test_contested_work_counts_for_each_of_its_claimants() -> None:
    """It is among what they are accountable for."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: M}, {name: N}]}
          b: {name: Bo, deliverables: [{name: M, with: {c: C}}]}
          c: {name: Cy}
    """
    assert of("a", text)["contested"] == of("b", text)["contested"] == 1
    assert of("a", text)["accountable"] == 2
    assert of("c", text) == {"consulted": 1, "pieces": 1}


def test_an_agreement_counts() -> None:
    """The effective letters are counted; the list stays as long as it is."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: M, letters: A}]}
          b: {name: Bo, deliverables: [{name: M}]}
        overlaps:
          o: {name: O, tension: T, work: [M], agreement: {accountable: b, because: B}}
    """
    assert of("a", text) == {"consulted": 1, "pieces": 1, "listed": 1}
    assert of("b", text) == {"accountable": 1, "responsible": 1, "pieces": 1, "listed": 1}


def test_a_letter_of_the_scheme_alone_is_another_part() -> None:
    """Support is neither responsible nor consulted."""
    text = """
        version: 1
        scheme: rasci
        roles: {a: {name: Ann, deliverables: [{name: M, with: {b: S}}]}, b: {name: Bo}}
    """
    assert of("b", text) == {"other": 1, "pieces": 1}


def test_the_shipped_data_is_shared_out() -> None:
    """Every piece has one accountable role, so that the columns add up to the work."""
    register = raci.load()
    assert sum(load.accountable for load in workloads(OwnershipGraph(register))) == len(register.work)
