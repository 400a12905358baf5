"""What counts as an overlap, what it was found by, and what its status is."""

from __future__ import annotations

import pytest
import raci
from raci.queries.overlap_cases import OverlapCase

from conftest import register_of


def cases(*texts: str) -> tuple[OverlapCase, ...]:
    """Return the overlaps of files with these texts."""
    return raci.overlaps(register_of(*texts)).overlaps


def the_case(*texts: str) -> OverlapCase:
    """Return the one overlap of files with these texts."""
    (case,) = cases(*texts)
    return case


def lists(ann: str, ben: str, more: str = "") -> str:
    """Return a file with the deliverables of two roles."""
    roles = f"a: {{name: Ann, deliverables: [{ann}]}}, b: {{name: Ben, deliverables: [{ben}]}}"
    return f"version: 1\nroles: {{{roles}}}\n{more}"


# What is found


def test_one_name_on_two_lists_is_a_duplicate() -> None:
    """However it is spelt: case, hyphens and `&` make no difference."""
    case = the_case(lists("{name: Food & Wine}", "{name: food-and-wine}"))
    assert (case.kind, case.status, case.score) == ("duplicate", "contested", 1.0)
    assert case.why == "Ann and Ben list it under one name"
    assert case.accountable == {}
    assert [claim.role for claim in case.claims] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "{name: Dish, aliases: [main course]}",
            "{name: Main Course}",
            'both are called "main course"',
        ),
        (
            "{name: Table Plan, aliases: [seats, who sits where]}",
            "{name: Room Chart, aliases: [seats, who sits where]}",
            'both are called "seats" and "who sits where"',
        ),
        ("{name: Wine Order}", "{name: Wine Ordering}", 'both names say "wine" and "order"'),
        (
            "{name: KPI Report}",
            "{name: Key Performance Indicator Report}",
            '"key performance indicator" may mean "kpi"',
        ),
        ("{name: Customer Survey}", "{name: Client Survey}", '"client" may mean "customer"'),
        ("{name: Exam Timetable}", "{name: Examination Timetable}", '"exam" may mean "examination"'),
    ],
)
def test_two_names_for_one_thing_are_a_near_duplicate(one: str, other: str, why: str) -> None:
    """Aliases, inflections, abbreviations, synonyms and beginnings; it is said which."""
    case = the_case(lists(one, other))
    assert (case.kind, case.status) == ("near-duplicate", "unexamined")
    assert why in case.why
    assert 0.45 <= case.score <= 1


def test_one_role_may_list_one_thing_twice() -> None:
    """Two names on one list are found as well."""
    case = the_case(lists("{name: Wine Order}, {name: Wine Ordering}", "{name: Bread}"))
    assert (case.kind, case.roles) == ("near-duplicate", ("a",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wine Plan", "Bread Plan"),
        ("Budget Report", "Safety Report"),
        ("Annual Budget", "Quarterly Budget"),
        ("Inbound Logistics", "Outbound Logistics"),
        ("Phase 1 Review", "Phase 2 Review"),
        ("Hiring", "Firing"),
    ],
)
def test_names_that_differ_are_left_alone(one: str, other: str) -> None:
    """A generic word in common is no reason, and opposites, parts of a series and numbers speak against it."""
    assert cases(lists(f"{{name: {one}}}", f"{{name: {other}}}")) == ()


MAKES = """
    version: 1
    roles:
      a:
        name: Ann
        responsibilities: [{name: Seasonal Planning%s}]
        deliverables: [{name: %s}]
"""


def test_an_activity_that_produces_a_paper() -> None:
    """`produces` says so where the names alone would not do; it is spoken for."""
    assert cases(MAKES % ("", "Seasonal Menu")) == ()
    case = the_case(MAKES % (", produces: [Seasonal Menu]", "Seasonal Menu"))
    assert (case.kind, case.status) == ("activity-and-deliverable", "distinct")
    assert case.why.endswith("; Seasonal Planning produces Seasonal Menu")


def test_an_activity_and_a_paper_of_its_name() -> None:
    """Plainly one by name, on one list: in the group of papers, unexamined until somebody says so."""
    case = the_case(MAKES % ("", "Seasonal Plan"))
    assert (case.kind, case.status) == ("activity-and-deliverable", "unexamined")


def test_claims_of_one_work_pool_their_aliases() -> None:
    """What one role calls it counts for the other as well."""
    text = lists(
        "{name: Dish, aliases: [first]}, {name: Plate, aliases: [first, second]}",
        "{name: Dish, aliases: [second]}",
    )
    pair = next(case for case in cases(text) if case.kind == "near-duplicate")
    assert pair.why == 'both are called "first" and "second"'


# What has been said of it

LOOK_ALIKES = ("{name: Wine Order}", "{name: Wine Ordering}")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("distinct: One is a paper.", "distinct"),
        ("same: Wine Order", "same"),
        ("sides: {a: A., b: B.}, tension: T.", "open"),
        ("sides: {a: A., b: B.}, agreement: {accountable: {Wine Order: a}, because: So.}", "settled"),
        ("sides: {a: A., b: B.}, agreement: {accountable: a, because: So.}", "shared"),
        ("sides: {a: A., b: B.}, agreement: {accountable: a, because: ...}", "open"),
    ],
)
def test_look_alikes_in_one_overlap_are_spoken_for(said: str, status: str) -> None:
    """The overlap's word is the pair's status, and its id is in `declared`."""
    more = f"overlaps: {{o: {{work: [Wine Order, Wine Ordering], {said}}}}}"
    declared, pair = cases(lists(*LOOK_ALIKES, more))
    assert (declared.kind, pair.kind) == ("declared", "near-duplicate")
    assert (declared.status, pair.status, pair.declared) == (status, status, ("o",))


def test_look_alikes_in_two_overlaps_are_not() -> None:
    """Each was spoken of, but not the two together."""
    more = "overlaps: {o: {work: [Wine Order], tension: T., sides: {a: A., b: B.}}, p: {work: [Wine Ordering], tension: T., sides: {a: A., b: B.}}}"
    (pair,) = (case for case in cases(lists(*LOOK_ALIKES, more)) if case.kind == "near-duplicate")
    assert (pair.status, pair.declared) == ("unexamined", ())


def test_distinct_speaks_before_an_area() -> None:
    """An open area does not take back what was said of two names."""
    more = (
        "overlaps: {o: {work: [Wine Order, Wine Ordering], sides: {a: A., b: B.}, tension: T.}, "
        "p: {work: [Wine Order, Wine Ordering], distinct: One is a paper.}}"
    )
    (pair,) = (case for case in cases(lists(*LOOK_ALIKES, more)) if case.kind == "near-duplicate")
    assert (pair.status, pair.declared) == ("distinct", ("o", "p"))


def test_an_area_takes_the_worst_of_its_work() -> None:
    """One contested piece makes the area contested, whatever its agreement says of the others."""
    more = "overlaps: {o: {work: [Menu, Bread], sides: {a: A., b: B.}, agreement: {accountable: {Bread: a}, because: So.}}}"
    area, duplicate = cases(lists("{name: Menu}, {name: Bread}", "{name: Menu}", more))
    assert (area.kind, area.status) == ("declared", "contested")
    assert (duplicate.status, duplicate.names) == ("contested", ("Menu",))
    assert area.accountable == {"bread": "a"}


@pytest.mark.parametrize(
    ("ann", "ben", "status"),
    [("AR", "AR", "contested"), ("R", "R", "open"), ("AR", "R", "shared"), ("A", "C", "shared")],
)
def test_letters_make_the_status(ann: str, ben: str, status: str) -> None:
    """Several accountable, none, or one."""
    case = the_case(lists(f"{{name: Menu, letters: {ann}}}", f"{{name: Menu, letters: {ben}}}"))
    assert case.status == status


def test_who_both_report_to_decides_where_nothing_was_agreed() -> None:
    """The first role that both report to is whom to turn to; without one there is nobody to name."""
    text = lists("{name: Menu}", "{name: Menu}")
    assert the_case(text).escalation == ()
    bossed = text.replace("{name: Ann,", "{name: Ann, reports_to: boss,")
    bossed = bossed.replace("{name: Ben,", "{name: Ben, reports_to: boss,").replace(
        "roles: {", "roles: {boss: {name: Boss}, "
    )
    assert the_case(bossed).escalation == ("boss",)


@pytest.mark.parametrize(("scheme", "letters"), [("daci", "DA"), ("rapid", "D"), ("dri", "DRI")])
def test_every_scheme_knows_what_is_contested(scheme: str, letters: str) -> None:
    """Two default claims contest each other in whatever letters."""
    text = lists("{name: Menu}", "{name: Menu}").replace("version: 1", f"version: 1\nscheme: {scheme}")
    case = the_case(text)
    assert (case.status, {claim.letters for claim in case.claims}) == ("contested", {letters})


def test_a_dispute_points_at_the_role_that_each_agreement_names() -> None:
    """The place is that of `accountable`, wherever it stands in the agreement."""
    more = """
overlaps:
  taste:
    name: Taste
    work: [Menu]
    agreement:
      because: It is cooked.
      accountable: a
  price:
    name: Price
    work: [Menu]
    agreement: {accountable: {Menu: b}, because: It is so.}
"""
    (case,) = (
        each for each in cases(lists("{name: Menu}", "{name: Menu}", more)) if each.kind == "duplicate"
    )
    found = [(each.overlap, each.role, each.line) for each in case.disputes]
    assert found == [("Price", "b", 14), ("Taste", "a", 10)]


def test_names_look_alike_in_the_language_of_the_register() -> None:
    """Orders and ordering are one word in English; where there is no language, they are two."""
    register = register_of(lists("{name: Wine Orders}", "{name: Wine Ordering}"))
    assert [case.work for case in raci.overlaps(register).overlaps] == [("wine-ordering", "wine-orders")]
    assert raci.overlaps(register, language="none").overlaps == ()


def test_a_subject_is_understood_in_the_language_of_the_register() -> None:
    """The same words may name work in one language and nothing in another."""
    register = register_of(lists("{name: Wine Orders}", "{name: Bread}"))
    asked = [raci.overlaps(register, "ordering", language=each).subject for each in ("english", "none")]
    assert [each.work if each else None for each in asked] == [("wine-orders",), ()]


def test_names_that_are_on_no_list_may_look_alike_too() -> None:
    """Work that is unowned on purpose has no claim; what to write about it goes into the file that says so."""
    text = """
        version: 1
        unowned:
          - {name: Parking Permits, because: The town gives them.}
          - {name: Parking Permit, because: The town gives it.}
    """
    (case,) = raci.overlaps(register_of(text)).overlaps
    assert (case.work, case.claims) == (("parking-permit", "parking-permits"), ())
