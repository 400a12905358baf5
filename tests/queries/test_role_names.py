"""Which roles words without quotes mean."""

from __future__ import annotations

import pytest
from raci.queries.role_names import roles_in

from conftest import register_of

ROLES = """
    version: 1
    roles:
      head-chef: {name: Head Chef, aliases: [chef, boss]}
      pastry-chef: {name: Pastry Chef, aliases: [chef, sweets and ice]}
      kuechenhilfe: {name: Küchenhilfe, aliases: [KH]}
      head: {name: Head}
      buyer: {name: Buyer, aliases: [head buyer]}
      sous-buyer: {name: Purchasing Cook}
      vs: {name: Visual Styling}
"""


def named(*names: str) -> tuple[str, ...]:
    """Return the ids of the roles, where nothing is in doubt."""
    found = roles_in(register_of(ROLES), names)
    assert found.doubts == ()
    return found.roles


def in_doubt(*names: str) -> tuple[str, tuple[str, ...]]:
    """Return what is in doubt, and the roles that it may be."""
    (doubt,) = roles_in(register_of(ROLES), names).doubts
    return doubt.text, doubt.may_be


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (("buyer",), ("buyer",)),
        (("BUYER",), ("buyer",)),
        (("head-chef",), ("head-chef",)),
        (("Head", "Chef"), ("head-chef",)),
        (("Head   Chef ",), ("head-chef",)),
        (("kh",), ("kuechenhilfe",)),
        (("Kuechenhilfe",), ("kuechenhilfe",)),
        (("purchasing-cook",), ("sous-buyer",)),
    ],
)
def test_one_role_by_id_name_or_alias(names: tuple[str, ...], roles: tuple[str, ...]) -> None:
    """Case, hyphens and runs of spaces make no difference."""
    assert named(*names) == roles


@pytest.mark.parametrize(
    "names",
    [
        ("boss", "buyer"),
        ("boss buyer",),
        ("head", "chef", "buyer"),
        ("head-chef", "buyer"),
        ("boss", "and", "buyer"),
        ("boss", "vs", "buyer"),
        ("boss", "&", "buyer"),
    ],
)
def test_two_roles_in_the_order_in_which_they_are_named(names: tuple[str, ...]) -> None:
    """Wherever one name ends and the other begins, and with a small word between them."""
    assert named(*names) == ("head-chef", "buyer")


def test_all_words_together_are_one_role_first() -> None:
    """A name that holds two others, or a small word, is that name."""
    assert named("head", "buyer") == ("buyer",)
    assert named("sous", "buyer") == ("sous-buyer",)
    assert named("sweets", "and", "ice") == ("pastry-chef",)


def test_a_small_word_that_is_a_role_is_one() -> None:
    """Nothing is dropped that may be meant."""
    assert named("buyer", "vs") == ("buyer", "vs")


def test_names_that_were_given_as_one_decide() -> None:
    """Quotes say where a name ends."""
    text = """
        version: 1
        roles: {a: {name: A}, a-b: {name: A B}, b-c: {name: B C}, c: {name: C}}
    """
    assert roles_in(register_of(text), ["A B", "C"]).roles == ("a-b", "c")
    assert roles_in(register_of(text), ["A", "B C"]).roles == ("a", "b-c")
    (doubt,) = roles_in(register_of(text), ["A", "B", "C"]).doubts
    assert (doubt.text, doubt.may_be) == ("A B C", ("a", "a-b", "b-c", "c"))


def test_one_role_named_twice_is_kept_twice() -> None:
    """Whoever asks can be told."""
    assert named("boss", "head", "chef") == ("head-chef", "head-chef")


def test_three_roles_are_found() -> None:
    """Whoever asks for more than two can be told which they are."""
    assert named("boss", "buyer", "and", "kh") == ("head-chef", "buyer", "kuechenhilfe")
    assert named("head", "chef", "purchasing", "cook", "kh") == ("head-chef", "sous-buyer", "kuechenhilfe")


def test_an_alias_of_several_roles_may_be_each_of_them() -> None:
    """Alone and beside another name."""
    assert in_doubt("chef") == ("chef", ("head-chef", "pastry-chef"))
    assert in_doubt("kh", "chef") == ("chef", ("head-chef", "pastry-chef"))


@pytest.mark.parametrize(
    ("names", "unknown"),
    [
        (("butler",), "butler"),
        (("boss", "butler"), "butler"),
        (("butler", "boss"), "butler"),
        (("boss", "and", "the", "butler"), "the butler"),
        (("the", "butler", "vs", "head", "chef"), "the butler"),
        (("the", "butler"), "the butler"),
        (("",), ""),
        (("head", "chef", "head", "butler"), "head butler"),
        (("hed", "chef"), "hed chef"),
        (("head", "chef", "byer"), "byer"),
    ],
)
def test_the_part_that_no_role_has_is_told(names: tuple[str, ...], unknown: str) -> None:
    """What is left beside the longest name at one of the ends."""
    assert in_doubt(*names) == (unknown, ())


def test_the_nearest_roles_are_told_once_each() -> None:
    """Nearest first, by whichever of their names comes nearest; what is not near at all is not told."""
    (doubt,) = roles_in(register_of(ROLES), ["hed chef"]).doubts
    assert doubt.nearest == ("head-chef", "pastry-chef")
    (doubt,) = roles_in(register_of(ROLES), ["foo"]).doubts
    assert doubt.nearest == ()


def test_a_name_that_is_in_doubt_twice_is_one_doubt() -> None:
    """It is said once."""
    assert in_doubt("chef", "and", "chef") == ("chef", ("head-chef", "pastry-chef"))


@pytest.mark.parametrize("names", [("the menu",), ("the-menu",), ("card",), ("boss", "the", "Menu")])
def test_work_that_is_named_is_told(names: tuple[str, ...]) -> None:
    """By its name, id or alias; nothing is near it then."""
    work = "{version: 1, roles: {cook: {name: Cook, deliverables: [{name: The Menu, aliases: [card]}]}}}"
    (doubt,) = roles_in(register_of(ROLES, work), names).doubts
    assert (doubt.work, doubt.nearest, doubt.may_be) == (("the-menu",), (), ())


def test_without_roles_nothing_is_near() -> None:
    """An empty register knows no role."""
    (doubt,) = roles_in(register_of("version: 1\nroles: {}"), ["boss"]).doubts
    assert (doubt.text, doubt.nearest) == ("boss", ())


def test_no_name_names_nothing() -> None:
    """And nothing is in doubt."""
    found = roles_in(register_of(ROLES), [])
    assert (found.roles, found.doubts) == ((), ())


def test_a_flood_of_words_is_no_role() -> None:
    """It is answered, in time that does not grow with the square of the words."""
    assert in_doubt(*["boss"] * 5_000)[1] == ()
    assert in_doubt(*["boss"] * 51)[1] == ()


def test_fifty_words_are_still_read() -> None:
    """Nobody types so many, and whoever does is answered."""
    assert named(*["boss"] * 50) == ("head-chef",) * 50
