"""What gets on an agenda, and in which order."""

from __future__ import annotations

from datetime import date, timedelta

import raci
from raci.queries.agenda import agenda
from raci.queries.agenda_records import Agenda

from conftest import graph_of, register_of

TODAY = date(2026, 6, 15)


def of(*texts: str, days: int = 30, roles: tuple[str, ...] = ()) -> Agenda:
    """Return the agenda of files with these texts."""
    return agenda(graph_of(*texts), TODAY, TODAY + timedelta(days=days), roles=roles)


def lists(ann: str, ben: str, more: str = "") -> str:
    """Return a file with the deliverables of two roles who report to a third."""
    roles = (
        f"a: {{name: Ann, reports_to: c, deliverables: [{ann}]}}, "
        f"b: {{name: Ben, reports_to: c, deliverables: [{ben}]}}, c: {{name: Cay, people: [Dan]}}"
    )
    return f"version: 1\nroles: {{{roles}}}\n{more}"


def test_contested_work_has_its_claims_and_whom_to_turn_to() -> None:
    """Whoever lists it as accountable, with the case that their claims make."""
    found = of(lists("{name: Menu}, {name: Wine}", "{name: Menu}, {name: Wine, letters: R}"))
    (topic,) = found.contested
    assert (topic.work, topic.accountable, topic.escalation) == ("menu", ("a", "b"), ("c",))
    assert [claim.role for claim in topic.claims] == ["a", "b"]
    assert topic.case is not None
    assert topic.case.work == ("menu",)
    assert (topic.areas, found.areas, found.unowned) == ((), (), ())
    assert found.roles == {"a": "Ann", "b": "Ben", "c": "Cay"}
    assert found.present == {"a": (), "b": ()}


def test_what_one_list_expects_of_another_role_is_contested_too() -> None:
    """There is one claim and two who are accountable: nobody else would say so."""
    (topic,) = of(lists("{name: Menu, with: {c: A}}", "{name: Wine}")).contested
    assert (topic.accountable, topic.expected, topic.case) == (("a", "c"), {"c": ("a",)}, None)


def test_contested_work_of_an_area_is_told_as_work() -> None:
    """The area is not open beside it; a pair that was told apart is no area."""
    overlaps = """overlaps:
  food: {tension: Both cook., work: [Menu]}
  names: {work: [Menu, Wine], distinct: One is drunk.}
"""
    found = of(lists("{name: Menu}", "{name: Menu}, {name: Wine}", overlaps))
    assert [topic.areas for topic in found.contested] == [("food",)]
    assert [area.id for area in found.areas] == ["food"]
    assert found.open == ()


def test_open_are_declared_overlaps_only() -> None:
    """What several do and nobody owns is told as work without an owner, with the areas that cover it."""
    overlaps = "overlaps: {food: {name: Food, tension: Both cook., work: [Menu]}}"
    found = of(lists("{name: Menu, letters: R}, {name: Tea}", "{name: Menu, letters: R}", overlaps))
    assert [case.id for case in found.open] == ["food"]
    assert [(each.work, each.areas) for each in found.unowned] == [("menu", ("Food",))]
    assert found.unowned[0].letters == {"a": "R", "b": "R"}


def test_unowned_on_purpose_is_on_no_agenda() -> None:
    """It has been decided."""
    found = of(lists("{name: Menu}", "{name: Wine}", "unowned: [{name: Tea, because: Nobody drinks it.}]"))
    assert found.unowned == ()


def test_reviews_begin_with_the_most_overdue() -> None:
    """Up to the last day, that day included; without a date an agreement is never due."""
    reviews = {"late": "2026-07-16", "last": "2026-07-15", "now": "2026-06-15", "past": "2026-01-01"}
    overlaps = "".join(
        f"  {id_}: {{work: [Menu], agreement: {{accountable: a, review: {day}, because: It is so.}}}}\n"
        for id_, day in reviews.items()
    )
    never = "  never: {work: [Menu], agreement: {accountable: a, because: It is so.}}\n"
    file = lists("{name: Menu}", "{name: Wine}", f"overlaps:\n{overlaps}{never}")
    assert [(each.overlap.id, each.days) for each in of(file).reviews] == [
        ("past", -165),
        ("now", 0),
        ("last", 30),
    ]
    assert [each.overlap.id for each in of(file, days=0).reviews] == ["past", "now"]
    assert len(of(file, days=31).reviews) == 4


def test_look_alikes_that_nobody_has_spoken_about_come_last() -> None:
    """The surest first; those that were spoken about are not there."""
    plans = "{name: Prep List, aliases: [to cut]}, {name: Tea Menu}"
    others = "{name: Preparation List, aliases: [to cut]}"
    (pair,) = of(lists(plans, others)).unexamined
    assert set(pair.names) == {"Prep List", "Preparation List"}
    spoken = "overlaps: {p: {work: [Prep List, Preparation List], distinct: By hand.}}"
    assert of(lists(plans, others, spoken)).unexamined == ()


def test_names_look_alike_in_the_language_of_the_register() -> None:
    """Orders and ordering are one word in English; where there is no language, they are two."""
    register = register_of(lists("{name: Wine Orders}", "{name: Wine Ordering}"))
    found = [raci.agenda(register, TODAY, TODAY, language=each) for each in ("english", "none")]
    assert [len(each.unexamined) for each in found] == [1, 0]


def test_practices_are_those_of_the_register() -> None:
    """With the overlaps whose agreements name them, if any do."""
    more = """overlaps:
  food: {name: Food, work: [Menu], agreement: {accountable: a, practices: [tasting], because: It is so.}}
practices:
  tasting: {name: Tasting, cadence: every Monday, summary: Both taste.}
  walk: {name: Walk}
"""
    tasting, walk = of(lists("{name: Menu}", "{name: Wine}", more)).practices
    assert (tasting.name, tasting.cadence, tasting.summary) == ("Tasting", "every Monday", "Both taste.")
    assert (tasting.overlaps, walk.overlaps, walk.cadence) == (("Food",), (), None)


def test_roles_narrow_every_kind_of_topic() -> None:
    """Only what one of them has a part in is left, and the answer says that it was narrowed."""
    more = """overlaps:
  food: {name: Food, sides: {a: x, b: y}, tension: Both cook.}
  wine: {name: Wine, work: [Wine], agreement: {accountable: b, review: 2026-06-01, because: It is so.}}
"""
    ann = "{name: Menu}, {name: Tea, letters: R}, {name: Prep List, aliases: [to cut]}, "
    ann += "{name: Preparation List, aliases: [to cut]}"
    file = lists(ann, "{name: Menu}, {name: Wine}", more)

    def counts(*roles: str) -> list[int]:
        found = of(file, roles=roles)
        assert found.filtered is bool(roles)
        topics = (found.contested, found.open, found.reviews, found.unowned, found.unexamined)
        return [len(each) for each in topics]

    assert counts() == [1, 1, 1, 1, 1]
    assert counts("a") == [1, 1, 0, 1, 1]
    assert counts("b") == [1, 1, 1, 0, 0]
    assert counts("a", "b") == counts()
    assert counts("c") == [0, 0, 0, 0, 0]


def kinds_asked_by(role: str, file: str) -> list[str]:
    """Return which kinds of topics are left for a role of a file."""
    found = of(file, roles=(role,))
    assert found.asked == (role,)
    kinds = ("contested", "open", "reviews", "unowned", "unexamined")
    return [kind for kind in kinds if getattr(found, kind)]


def test_a_letter_on_the_work_is_a_part_in_every_kind_of_topic() -> None:
    """Whoever is consulted on contested, shared, agreed, unowned or look-alike work can ask for it."""
    lists_of = {
        "contested": ("{name: Menu, with: {c: C}}", "{name: Menu}", ""),
        "open": ("{name: Menu, with: {c: C}}", "{name: Tea}", "{tension: Both cook., work: [Menu]}"),
        "reviews": (
            "{name: Menu, with: {c: I}}",
            "{name: Tea}",
            "{work: [Menu], agreement: {accountable: a, review: 2026-06-15, because: It is so.}}",
        ),
        "unowned": ("{name: Menu, letters: R, with: {c: C}}", "{name: Tea}", ""),
        "unexamined": (
            "{name: Prep List, aliases: [to cut], with: {c: C}}",
            "{name: Preparation List, aliases: [to cut]}",
            "",
        ),
    }
    for kind, (ann, ben, overlap) in lists_of.items():
        file = lists(ann, ben, f"overlaps: {{o: {overlap}}}" if overlap else "")
        assert kinds_asked_by("c", file) == [kind]
        assert "c" in of(file, roles=("c",)).present


def test_whom_an_agreement_names_has_a_part_in_its_review() -> None:
    """As the accountable role of all of it or of some work, or with letters among the others."""
    for agreed in ("accountable: c", "accountable: {Menu: c}", "accountable: a, others: {c: C}"):
        overlap = (
            f"overlaps: {{o: {{work: [Menu], agreement: {{{agreed}, because: So., review: 2026-06-15}}}}}}"
        )
        file = lists("{name: Menu}", "{name: Menu}", overlap)
        assert kinds_asked_by("c", file) == ["reviews"]
        assert "c" in of(file).present


def test_whom_a_disputed_agreement_names_has_a_part_in_all_of_it() -> None:
    """The work is contested, both reviews are about it, and each knows of the other agreement."""
    overlaps = """overlaps:
  p: {name: P, work: [Menu], agreement: {accountable: a, review: 2026-06-15, because: It is so.}}
  q: {name: Q, work: [Menu], agreement: {accountable: c, review: 2026-06-15, because: It is so.}}
"""
    file = lists("{name: Menu}", "{name: Menu}", overlaps)
    assert kinds_asked_by("c", file) == ["contested", "reviews"]
    for review in of(file).reviews:
        assert [(each.overlap, each.role) for each in review.disputes] == [("P", "a"), ("Q", "c")]


def test_who_is_only_told_of_work_need_not_come() -> None:
    """Unless they asked: contested work concerns those who claim it, or are named for it."""
    file = lists("{name: Menu, with: {c: I}}", "{name: Menu}")
    assert set(of(file).present) == {"a", "b"}
    assert set(of(file, roles=("a",)).present) == {"a", "b"}


def test_the_library_gives_the_same() -> None:
    """`raci.agenda` is the answer of the command."""
    text = lists("{name: Menu}", "{name: Menu}")
    assert raci.agenda(register_of(text), TODAY, TODAY, roles=("a",)) == of(text, days=0, roles=("a",))
