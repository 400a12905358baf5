"""What answers are made of: each field of a record, and its place in the file."""

from __future__ import annotations

from raci.queries.records import (
    AgreementRecord,
    ClaimRecord,
    DisagreementRecord,
    OverlapRecord,
    claim_record,
    disagreement_record,
    overlap_record,
)
from raci.queries.role import card

from conftest import graph_of

KITCHEN = """
    version: 1
    roles:
      cook:
        name: Cook
        responsibilities:
          - letters: AR
            name: Menu Planning
            summary: What is on the table.
            source: {title: House rules, url: "https://example.org"}
            produces: [Menu]
            with:
              buyer: RC
        deliverables:
          - name: Menu
      buyer:
        name: Buyer
        responsibilities:
          - name: Menu Planning
            letters: I
            with: {cook: AR}
      owner: {name: Owner}
    overlaps:
      menu:
        sides: {cook: Taste., buyer: Price.}
        name: Taste and Price
        tension: Good or cheap.
        work: [Menu Planning]
        agreement:
          because: It is cooked.
          accountable:
            Menu Planning: cook
          escalation: [Owner, a mediator]
          practices: [tasting]
          decided: 2026-01-31
          review: 2026-12-31
      names:
        work: [Menu, Menu Planning]
        distinct: One is a paper.
        because: It was asked.
    practices:
      tasting: {name: Tasting}
"""


def test_the_record_of_a_claim() -> None:
    """What stands in the role's list, where its name stands, and where its fields begin."""
    first, second = graph_of(KITCHEN).claims("menu-planning")
    assert claim_record(first) == ClaimRecord(
        role="buyer",
        work="menu-planning",
        kind="responsibility",
        letters="I",
        with_={"cook": "AR"},
        produces=(),
        summary=None,
        source=None,
        file="a.yaml",
        line=19,
        column=9,
    )
    assert claim_record(second) == ClaimRecord(
        role="cook",
        work="menu-planning",
        kind="responsibility",
        letters="AR",
        with_={"buyer": "RC"},
        produces=("menu",),
        summary="What is on the table.",
        source="House rules (https://example.org)",
        file="a.yaml",
        line=8,
        column=9,
    )


def test_the_record_of_a_disagreement() -> None:
    """What the one holds and the other expects, and where it does."""
    (found,) = graph_of(KITCHEN).standing("menu-planning").disagreements
    assert disagreement_record(found) == DisagreementRecord(
        role="buyer", holds="I", expected="RC", by="cook", file="a.yaml", line=13
    )


def test_the_record_of_an_area() -> None:
    """What the file says of it, where its name stands, and where the agreement names who is accountable."""
    graph = graph_of(KITCHEN)
    assert overlap_record(graph, graph.register.overlaps["menu"]) == OverlapRecord(
        id="menu",
        name="Taste and Price",
        tension="Good or cheap.",
        status="settled",
        agreement=AgreementRecord(
            accountable={"menu-planning": "cook"},
            unmoved={},
            because="It is cooked.",
            escalation=("owner", "a mediator"),
            practices=("tasting",),
            decided="2026-01-31",
            review="2026-12-31",
            file="a.yaml",
            line=32,
            column=9,
            inline=False,
        ),
        distinct=None,
        same=None,
        because=None,
        file="a.yaml",
        line=26,
        column=5,
    )


def test_the_record_of_two_names() -> None:
    """Where an overlap has no name, its place is where its fields begin."""
    graph = graph_of(KITCHEN)
    assert overlap_record(graph, graph.register.overlaps["names"]) == OverlapRecord(
        id="names",
        name="Menu and Menu Planning",
        tension=None,
        status="distinct",
        agreement=None,
        distinct="One is a paper.",
        same=None,
        because="It was asked.",
        file="a.yaml",
        line=38,
        column=5,
    )


def test_work_on_a_card_stands_where_its_name_does() -> None:
    """The name need not be the first field of the entry."""
    planning = next(work for work in card(graph_of(KITCHEN), "cook").work if work.id == "menu-planning")
    assert (planning.file, planning.line) == ("a.yaml", 8)
