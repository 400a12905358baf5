"""Entries of all files to one register: identity, references, letters, overlaps, and what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import findings, load_texts, problems
from conftest import register_of

if TYPE_CHECKING:
    from pathlib import Path

    from raci.model.register import Register

FILE = "version: 1\n"


def roles(**lists: str) -> str:
    """Return a file of roles by id, named by their ids in title case, each with these further fields."""
    entries = (f"  {id_}: {{name: {id_.title()}, {fields}}}\n" for id_, fields in lists.items())
    return f"{FILE}roles:\n{''.join(entries)}"


TWO = f"{FILE}roles: {{chef: {{name: Head Chef, aliases: [cook]}}, buyer: {{name: Buyer, aliases: [purchaser]}}}}\n"
MENU = roles(
    chef="deliverables: [{name: Menu, aliases: [card]}, {name: Order Sheet}]",
    buyer="reports_to: chef",
)


# Claims join on the work's id if it gives one, else on its folded name.


@pytest.mark.parametrize(
    ("one", "other", "id_", "name"),
    [
        ("{name: Seasonal Planning}", "{name: seasonal-planning}", "seasonal-planning", "Seasonal Planning"),
        ("{name: R&D}", "{name: r  and  d}", "r-and-d", "R&D"),
        ("{name: Straßenplan}", "{name: STRASSENPLAN}", "strassenplan", "Straßenplan"),
        ("{name: Учёт}", "{name: УЧЁТ}", "учёт", "Учёт"),
        ("{name: Menu, id: m}", "{name: Card, id: m}", "m", "Menu"),
        ("{name: Menu, id: m}", "{name: MENU}", "m", "Menu"),
        ("{name: Menu}", "{name: menu, id: m}", "m", "Menu"),
        ("{name: 👍, id: thumbs}", "{name: 👍}", "thumbs", "👍"),
    ],
)
def test_claims_on_one_thing_join(one: str, other: str, id_: str, name: str, tmp_path: Path) -> None:
    """The same id, or the same name however it is spelt, is the same work, within and across files."""
    first = roles(a=f"deliverables: [{one}]")
    second = roles(b=f"deliverables: [{other[:-1]}, letters: R}}]")
    register = load_texts(tmp_path, a=first, b=second)
    assert list(register.work) == [id_]
    work = register.work[id_]
    assert (work.id, work.name, [claim.role for claim in work.claims]) == (id_, name, ["a", "b"])


@pytest.mark.parametrize(
    ("one", "other", "ids"),
    [
        ("{name: Menu}", "{name: Menus}", ["menu", "menus"]),
        ("{name: Menu, id: m1}", "{name: Menu, id: m2}", ["m1", "m2"]),
        ("{name: C++, id: cpp}", "{name: C}", ["c", "cpp"]),
        ("{name: Menü}", "{name: Menu}", ["menu", "menü"]),
    ],
)
def test_claims_on_different_things_stay_apart(one: str, other: str, ids: list[str], tmp_path: Path) -> None:
    """Different ids, or different names, are different work."""
    register = load_texts(tmp_path, a=roles(a=f"deliverables: [{one}]", b=f"deliverables: [{other}]"))
    assert sorted(register.work) == ids


def test_a_name_that_two_ids_share_is_ambiguous(tmp_path: Path) -> None:
    """A third entry that gives the name alone cannot say which of the two it means."""
    text = roles(
        a="deliverables: [{name: Menu, id: m1}]",
        b="deliverables: [{name: Menu, id: m2}]",
        c="deliverables: [{name: menu}]",
    )
    assert problems(tmp_path, a=text) == ['a.yaml:5:38: "menu" may be m1 or m2']
    assert findings(tmp_path)[0].help == "Give it the `id` of the one that is meant."


@pytest.mark.parametrize(
    "text",
    [
        "responsibilities: [{name: Sea Food}, {name: sea-food}]",
        "deliverables: [{name: Sea Food}, {name: sea-food}]",
        "responsibilities: [{name: Sea Food}], deliverables: [{name: sea-food}]",
    ],
)
def test_one_name_twice_on_one_list_is_an_error_at_the_second(text: str, tmp_path: Path) -> None:
    """A role claims a thing once; the finding points at the second and tells of the first."""
    text = roles(a=text)
    column = text.split("\n")[2].index("sea-food") + 1
    message = '"sea-food" is on this list a second time, first in line 3'
    assert problems(tmp_path, a=text) == [f"a.yaml:3:{column}: {message}"]
    (finding,) = findings(tmp_path)
    assert finding.help == "Keep one of the two, or give them different names."
    (related,) = finding.related
    assert (related.location.line, related.location.column) == (3, text.split("\n")[2].index("Sea Food") + 1)
    assert related.message == "first here"


def test_one_id_twice_on_one_list_is_told_as_such(tmp_path: Path) -> None:
    """Two names with one id on one list: the message names both."""
    (found,) = problems(tmp_path, a=roles(a="deliverables: [{name: Menu, id: m}, {name: Card, id: m}]"))
    assert '"Menu"' in found
    assert '"Card"' in found


def test_one_name_on_the_lists_of_two_roles_is_no_error(tmp_path: Path) -> None:
    """That is how duplicated work comes to light."""
    text = roles(a="deliverables: [{name: Menu}]", b="deliverables: [{name: Menu}]")
    assert [claim.role for claim in load_texts(tmp_path, a=text).work["menu"].claims] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "id_"), [("C++", "C#", "c"), ("A/B", "A.B", "a-b"), ("Plan!", "Plan", "plan")]
)
def test_different_names_with_one_slug_need_an_id(one: str, other: str, id_: str, tmp_path: Path) -> None:
    """Names that fold differently but slug alike are a finding at the second that asks for an id."""
    text = roles(a=f"deliverables: [{{name: '{one}'}}]", b=f"deliverables: [{{name: '{other}'}}]")
    message = f'"{other}" and "{one}" are different names with the same id {id_}'
    assert problems(tmp_path, a=text) == [f"a.yaml:4:38: {message}"]
    (finding,) = findings(tmp_path)
    assert finding.help == "Give one of the two an `id`."
    assert [(each.location.line, each.location.column) for each in finding.related] == [(3, 38)]


@pytest.mark.parametrize("entry", ["{name: C++, id: cpp}", "{name: C++, id: c-plus-plus}"])
def test_an_id_tells_names_with_one_slug_apart(entry: str, tmp_path: Path) -> None:
    """With the id that was asked for, the files are in order."""
    text = roles(a=f"deliverables: [{entry}]", b="deliverables: [{name: C#}]")
    assert problems(tmp_path, a=text) == []


@pytest.mark.parametrize("name", ["👍", "!?", "—", "…"])
def test_a_name_that_slugs_to_nothing_needs_an_id(name: str, tmp_path: Path) -> None:
    """A name without letters and digits is a finding that asks for an id, and an id mends it."""
    message = f'"{name}" has neither letters nor digits to make an id of'
    assert problems(tmp_path, a=roles(a=f"deliverables: [{{name: '{name}'}}]")) == [f"a.yaml:3:38: {message}"]
    assert findings(tmp_path)[0].help == "Give it an `id`."
    assert problems(tmp_path, a=roles(a=f"deliverables: [{{name: '{name}', id: thing}}]")) == []


def test_an_emoji_with_its_variation_selector_needs_an_id(tmp_path: Path) -> None:
    """A heart is no letter, however it is coloured."""
    heart = "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}"
    message = f'"{heart}" has neither letters nor digits to make an id of'
    assert problems(tmp_path, a=roles(a=f"deliverables: [{{name: {heart}}}]")) == [f"a.yaml:3:38: {message}"]


@pytest.mark.parametrize(
    ("mine", "theirs", "kind"), [("AR", "R", "responsibility"), ("R", "A", "deliverable")]
)
def test_work_of_two_kinds_takes_the_accountable_claims_kind(
    mine: str, theirs: str, kind: str, tmp_path: Path
) -> None:
    """A responsibility here and a deliverable there is one piece of work, named and placed as by who answers."""
    text = roles(
        a=f"responsibilities: [{{name: Sea Food, area: A, summary: Mine., letters: {mine}}}]",
        b=f"deliverables: [{{name: sea-food, area: B, summary: Theirs., letters: {theirs}}}]",
    )
    work = load_texts(tmp_path, a=text).work["sea-food"]
    assert work.kind == kind
    expected = ("Sea Food", "A", "Mine.") if mine == "AR" else ("sea-food", "B", "Theirs.")
    assert (work.name, work.area, work.summary) == expected
    assert [claim.kind for claim in work.claims] == ["responsibility", "deliverable"]


def test_an_agreement_decides_what_contested_work_is_called(tmp_path: Path) -> None:
    """Where two claim A and an agreement names one, that one's words are used."""
    text = roles(
        a="responsibilities: [{name: Sea Food}]", b="deliverables: [{name: sea-food, aliases: [fish]}]"
    )
    agreed = (
        "version: 1\noverlaps: {x: {work: [sea food], agreement: {accountable: b, because: It is so.}}}\n"
    )
    work = load_texts(tmp_path, a=text, b=agreed).work["sea-food"]
    assert (work.name, work.kind, work.aliases) == ("sea-food", "deliverable", ("fish",))


def test_what_the_accountable_claim_leaves_out_another_may_say(tmp_path: Path) -> None:
    """Area and summary come from the first claim that gives them; aliases from all, each once."""
    text = roles(
        a="responsibilities: [{name: Cooking, aliases: [frying, Boiling]}]",
        b="responsibilities: [{name: cooking, letters: R, area: B, summary: S., aliases: [boiling, baking]}]",
    )
    work = load_texts(tmp_path, a=text).work["cooking"]
    assert (work.area, work.summary) == ("B", "S.")
    assert work.aliases == ("frying", "Boiling", "baking")


def test_keywords_are_those_of_all_claims_and_no_names(tmp_path: Path) -> None:
    """Each once, in the order of the claims; nothing can refer to the work by one."""
    text = roles(
        a="responsibilities: [{name: Cooking, keywords: [pots, dinner  for two]}]",
        b="responsibilities: [{name: cooking, letters: R, keywords: [pots, lunch], aliases: [frying]}]",
    )
    unowned = "version: 1\nunowned: [{name: Cooking, because: y, keywords: [tea]}]\n"
    work = load_texts(tmp_path, a=text, b=unowned).work["cooking"]
    assert (work.keywords, work.aliases) == (("pots", "dinner for two", "lunch", "tea"), ("frying",))


# References: id, name or alias.


@pytest.mark.parametrize("written", ["chef", "Head Chef", "head-chef", "HEAD CHEF", "cook", "Cook"])
def test_a_role_is_referred_to_by_id_name_or_alias(written: str, tmp_path: Path) -> None:
    """Wherever a role is meant, any of its names will do."""
    text = f"""
        version: 1
        roles:
          owner: {{name: Owner, reports_to: {written}}}
          bar: {{name: Bar, deliverables: [{{name: Menu, with: {{{written}: C}}}}]}}
        overlaps:
          taste:
            sides: {{{written}: Good., bar: Cheap.}}
            tension: Both.
            agreement: {{accountable: {{Menu: {written}}}, escalation: [{written}], because: It is so.}}
          price: {{work: [Menu], agreement: {{accountable: {written}, others: {{{written}: R}}, because: It is so.}}}}
    """
    register = load_texts(tmp_path, a=text, b=TWO)
    taste, price = register.overlaps["taste"], register.overlaps["price"]
    assert register.roles["owner"].reports_to == "chef"
    assert dict(register.work["menu"].claims[0].expects) == {"chef": ("C",)}
    assert dict(taste.sides) == {"bar": "Cheap.", "chef": "Good."}
    assert taste.agreement is not None
    assert price.agreement is not None
    assert dict(taste.agreement.by_work) == {"menu": "chef"}
    assert taste.agreement.escalation == ("chef",)
    assert price.agreement.for_all == "chef"
    assert dict(price.agreement.others) == {"chef": ("R",)}


@pytest.mark.parametrize("written", ["menu", "Menu", "MENU", "card", "Card"])
def test_work_is_referred_to_by_id_name_or_alias(written: str, tmp_path: Path) -> None:
    """Wherever work is meant, any of its names will do."""
    text = f"""
        version: 1
        roles: {{a: {{name: A, responsibilities: [{{name: Cooking, produces: [{written}]}}]}}}}
        overlaps:
          x: {{work: [{written}], tension: t, agreement: {{accountable: {{{written}: a}}, because: It is so.}}}}
          y: {{work: [{written}, Order Sheet], same: {written}}}
    """
    register = load_texts(tmp_path, a=text, b=MENU)
    assert register.work["cooking"].claims[0].produces == ("menu",)
    assert register.overlaps["x"].work == ("menu",)
    assert register.overlaps["y"].work == ("menu", "order-sheet")
    assert register.overlaps["y"].same == "menu"


def test_work_with_an_id_of_its_own_is_referred_to_by_it(tmp_path: Path) -> None:
    """The given id takes the place of the slug, every claim's name still finds the work."""
    text = roles(a="deliverables: [{name: C++, id: cpp}]", b="deliverables: [{name: See Plus, id: cpp}]")
    more = "version: 1\noverlaps: {{x: {{tension: t, work: ['{}']}}}}\n"
    for written in ("cpp", "C++", "see-plus"):
        assert load_texts(tmp_path, a=text, b=more.format(written)).overlaps["x"].work == ("cpp",)


@pytest.mark.parametrize("written", ["tasting", "The Tasting", "the-tasting"])
def test_a_practice_is_referred_to_by_id_or_name(written: str, tmp_path: Path) -> None:
    """An agreement names practices."""
    text = f"""
        version: 1
        overlaps: {{x: {{agreement: {{accountable: chef, practices: [{written}], because: It is so.}}}}}}
        practices: {{tasting: {{name: The Tasting}}}}
    """
    agreement = load_texts(tmp_path, a=text, b=TWO).overlaps["x"].agreement
    assert agreement is not None
    assert agreement.practices == ("tasting",)


def test_a_name_is_meant_before_an_alias(tmp_path: Path) -> None:
    """What is called so is meant, even where something else lists the word among its aliases."""
    text = roles(a="deliverables: [{name: Menu}, {name: Card, aliases: [menu]}]")
    overlap = "version: 1\noverlaps: {x: {tension: t, work: [Menu, card]}}\n"
    assert load_texts(tmp_path, a=text, b=overlap).overlaps["x"].work == ("menu", "card")


def test_an_alias_of_two_works_is_no_error_until_it_is_used(tmp_path: Path) -> None:
    """A shared alias is evidence that two things are near; as a reference it is ambiguous."""
    text = roles(a="deliverables: [{name: Menu, aliases: [card]}, {name: Board, aliases: [Card]}]")
    assert problems(tmp_path, a=text) == []
    overlap = "version: 1\noverlaps: {x: {tension: t, work: [card]}}\n"
    assert problems(tmp_path, a=text, b=overlap) == ['b.yaml:2:35: "card" may be board or menu']
    assert findings(tmp_path)[0].help == "Write the id or the full name."


def test_a_name_of_two_roles_is_ambiguous(tmp_path: Path) -> None:
    """Two roles may bear one name; a reference has to say which."""
    text = f"{FILE}roles: {{a1: {{name: Chef}}, a2: {{name: Chef}}, a3: {{name: Bar, reports_to: chef}}}}\n"
    assert problems(tmp_path, a=text) == ['a.yaml:2:73: "chef" may be a1 or a2']


@pytest.mark.parametrize(
    ("text", "place", "written", "help_"),
    [
        (
            "roles: {bar: {name: Bar, reports_to: head chief}}",
            "2:38",
            "head chief",
            'Did you mean "Head Chef"?',
        ),
        ("overlaps: {x: {sides: {chef: a, byuer: b}}}", "2:33", "byuer", 'Did you mean "Buyer"?'),
        (
            "overlaps: {x: {agreement: {accountable: chf, because: It is so.}}}",
            "2:41",
            "chf",
            'Did you mean "chef"?',
        ),
        (
            "overlaps: {x: {agreement: {accountable: chef, others: {byer: C}, because: It is so.}}}",
            "2:56",
            "byer",
            'Did you mean "Buyer"?',
        ),
    ],
)
def test_an_unknown_role(text: str, place: str, written: str, help_: str, tmp_path: Path) -> None:
    """A reference to a role that nobody defines is told where it stands, with the nearest that is known."""
    assert problems(tmp_path, a=TWO, b=f"{FILE}{text}\n") == [f'b.yaml:{place}: "{written}" is no known role']
    assert findings(tmp_path)[0].help == help_


def test_an_unknown_role_unlike_any_other(tmp_path: Path) -> None:
    """Where nothing is near, a few of the known names are listed."""
    problems(tmp_path, a=roles(a="reports_to: xyz", b=""))
    assert findings(tmp_path)[0].help == "Known: A, B."


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        (
            "roles: {bar: {name: Bar, responsibilities: [{name: X, produces: [Menu, Oder Sheet]}]}}",
            "2:72",
            "Oder Sheet",
        ),
        ("overlaps: {x: {tension: t, work: [Menu, Oder-Sheet]}}", "2:41", "Oder-Sheet"),
        (
            "overlaps: {x: {agreement: {accountable: {order-shet: chef}, because: It is so.}}}",
            "2:42",
            "order-shet",
        ),
        ("overlaps: {x: {work: [Menu, Order Sheet], same: Order Sheat}}", "2:49", "Order Sheat"),
    ],
)
def test_unknown_work(text: str, place: str, written: str, tmp_path: Path) -> None:
    """A reference to work that is on nobody's list is told where it stands, with the nearest that is."""
    assert problems(tmp_path, a=MENU, b=f"{FILE}{text}\n") == [
        f'b.yaml:{place}: "{written}" is no known work'
    ]
    assert findings(tmp_path)[0].help == 'Did you mean "Order Sheet"?'


def test_an_unknown_practice(tmp_path: Path) -> None:
    """A practice that no file describes is told where the agreement names it."""
    text = f"{FILE}overlaps: {{x: {{agreement: {{accountable: chef, practices: [tastin], because: It is so.}}}}}}\n"
    practices = f"{FILE}practices: {{tasting: {{name: Monday Tasting}}}}\n"
    assert problems(tmp_path, a=TWO, b=text, c=practices) == ['b.yaml:2:59: "tastin" is no known practice']
    assert findings(tmp_path)[0].help == 'Did you mean "tasting"?'
    assert problems(tmp_path, a=TWO, b=text, c="")[0] == 'b.yaml:2:59: "tastin" is no known practice'
    assert findings(tmp_path)[0].help == ""


def test_a_misspelt_alias_suggests_the_alias(tmp_path: Path) -> None:
    """References may use an alias, so the nearest known may be one."""
    problems(tmp_path, a=TWO, b=f"{FILE}roles: {{bar: {{name: Bar, reports_to: purchasr}}}}\n")
    assert findings(tmp_path)[0].help == 'Did you mean "purchaser"?'


def test_every_unknown_reference_is_told(tmp_path: Path) -> None:
    """All of them, in all files, in one run."""
    found = problems(
        tmp_path,
        a=roles(a="reports_to: one, responsibilities: [{name: X, with: {two: C}, produces: [Three]}]"),
        b=f"{FILE}overlaps: {{x: {{sides: {{four: a, five: b}}, work: [Six], agreement: {{accountable: seven, because: It is so.}}}}}}\n",
    )
    assert [each.split('"')[1] for each in found] == ["one", "two", "Three", "four", "five", "Six", "seven"]


# What is defined twice.


@pytest.mark.parametrize(
    ("noun", "text"),
    [
        ("role", "roles: {{x: {{name: {}}}}}\n"),
        ("overlap", "overlaps: {{x: {{tension: {}}}}}\n"),
        ("practice", "practices: {{x: {{name: {}}}}}\n"),
    ],
)
def test_what_two_files_define_is_told_at_the_second(noun: str, text: str, tmp_path: Path) -> None:
    """A role, overlap or practice is defined once; a second definition points to the first."""
    column = text.index("x:") - 1 + text.count("{{", 0, 0)
    found = problems(tmp_path, a=FILE + text.format("A"), b=FILE + text.format("A"))
    assert found == [f'b.yaml:2:{column + 1}: the {noun} "x" is defined a second time, first at a.yaml:2']
    (finding,) = findings(tmp_path)
    assert finding.help == f"Put all of the {noun} into one place."
    assert [each.message for each in finding.related] == ["first here"]


def test_a_role_of_three_files_is_told_twice(tmp_path: Path) -> None:
    """Each further definition points to the first."""
    role = f"{FILE}roles: {{x: {{name: X}}}}\n"
    message = 'the role "x" is defined a second time, first at a.yaml:2'
    assert problems(tmp_path, c=role, a=role, b=role) == [f"b.yaml:2:9: {message}", f"c.yaml:2:9: {message}"]


def test_a_key_that_repeats_in_one_file_is_told_once(tmp_path: Path) -> None:
    """Within a file it is a repeated key, and no second finding for the role."""
    text = f"{FILE}roles:\n  x: {{name: X}}\n  x: {{name: X}}\n"
    assert problems(tmp_path, a=text) == ['a.yaml:4:3: the key "x" is here a second time, first in line 3']


# Schemes and letters.


def test_one_register_has_one_scheme(tmp_path: Path) -> None:
    """A file with another scheme than the first is told so; files that name none follow."""
    role = "roles: {{{0}: {{name: {0}}}}}\n"
    found = problems(
        tmp_path,
        a=FILE + role.format("a"),
        b=f"{FILE}scheme: daci\n{role.format('b')}",
        c=f"{FILE}scheme: raci\n{role.format('c')}",
        d=f"{FILE}scheme: daci\n{role.format('d')}",
    )
    assert found == ['c.yaml:2:9: the scheme "raci" differs from "daci" in b.yaml']
    (finding,) = findings(tmp_path)
    assert finding.help == "One register has one scheme."
    assert [each.message for each in finding.related] == ["the other scheme"]


def test_a_scheme_holds_for_all_files(tmp_path: Path) -> None:
    """Letters of every file are read in the scheme that one of them names."""
    text = roles(a="deliverables: [{name: Menu}, {name: List, letters: 'a, d'}]", b="")
    register = load_texts(tmp_path, a=text, z=f"{FILE}scheme: daci\nroles: {{}}\n")
    assert register.scheme.name == "daci"
    assert [register.work[id_].claims[0].letters for id_ in ("menu", "list")] == [("D", "A")] * 2


def test_without_a_scheme_it_is_raci(tmp_path: Path) -> None:
    """RACI is the default, and AR are its default letters."""
    register = load_texts(tmp_path, a=roles(a="deliverables: [{name: Menu}]"))
    assert register.scheme.name == "raci"
    assert register.work["menu"].claims[0].letters == ("A", "R")


@pytest.mark.parametrize("written", ["AR", "A/R", '"R, A"', "[A, R]", "ra"])
def test_ways_to_write_letters(written: str, tmp_path: Path) -> None:
    """They all mean the same, for a role's own letters and for those of others."""
    text = roles(a=f"deliverables: [{{name: Menu, letters: {written}, with: {{b: {written}}}}}]", b="")
    (claim,) = load_texts(tmp_path, a=text).work["menu"].claims
    assert (claim.letters, dict(claim.expects)) == (("A", "R"), {"b": ("A", "R")})


@pytest.mark.parametrize(
    ("text", "place", "letter"),
    [
        ("roles: {a: {name: A, deliverables: [{name: X, letters: S}]}}", "3:56", "S"),
        ("roles: {a: {name: A, deliverables: [{name: X, letters: A/X}]}}", "3:58", "X"),
        ("roles: {a: {name: A, deliverables: [{name: X, with: {chef: yes}}]}}", "3:60", "yes"),
        (
            "overlaps: {x: {agreement: {accountable: chef, others: {buyer: [C, S]}, because: It is so.}}}",
            "3:67",
            "S",
        ),
    ],
)
@pytest.mark.parametrize(
    ("scheme", "known"),
    [
        ("raci", "A (accountable), R (responsible), C (consulted), I (informed)"),
        ("cairo", "A (accountable), R (responsible), C (consulted), I (informed), O (out of the loop)"),
    ],
)
def test_letters_that_the_scheme_does_not_have(
    *, text: str, place: str, letter: str, scheme: str, known: str, tmp_path: Path
) -> None:
    """An unknown letter is told where it stands, with the scheme's letters and words."""
    assert problems(tmp_path, a=TWO, b=f"{FILE}scheme: {scheme}\n{text}\n") == [
        f'b.yaml:{place}: "{letter}" is no letter of the scheme {scheme}'
    ]
    assert findings(tmp_path)[0].help.startswith(f"Known: {known}.")


def test_letters_of_another_scheme(tmp_path: Path) -> None:
    """In DACI nobody is R."""
    text = f"{FILE}scheme: daci\n{roles(a='deliverables: [{name: X, letters: AR}]').removeprefix(FILE)}"
    assert problems(tmp_path, a=text) == ['a.yaml:4:50: "AR" is no letter of the scheme daci']


@pytest.mark.parametrize("written", ["a", "ay"])
def test_with_is_about_others(written: str, tmp_path: Path) -> None:
    """A role's own letters are not among those it expects of others, by whatever name; the key is at fault."""
    text = f"{FILE}roles:\n  a: {{name: A, aliases: [ay], deliverables: [{{name: X, with: {{b: C, {written}: R}}}}]}}\n  b: {{name: B}}\n"
    assert problems(tmp_path, a=text) == [
        f'a.yaml:3:69: "with" gives letters to "{written}", whose own list this is'
    ]


def test_with_of_the_own_role_is_told(tmp_path: Path) -> None:
    """The help says where a role's own letters belong."""
    problems(tmp_path, a=roles(a="deliverables: [{name: X, with: {a: R}}]"))
    assert [finding.help for finding in findings(tmp_path)] == ["Write its own letters as `letters`."]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "roles: {bar: {name: Bar, deliverables: [{name: X, with: {chef: C, cook: I}}]}}",
            "2:67",
            '"cook" and "chef" are the same role',
        ),
        (
            "overlaps: {x: {sides: {chef: a, Head Chef: b}}}",
            "2:33",
            '"Head Chef" and "chef" are the same role',
        ),
        (
            "overlaps: {x: {agreement: {accountable: chef, others: {buyer: C, purchaser: I}, because: It is so.}}}",
            "2:66",
            '"purchaser" and "buyer" are the same role',
        ),
        (
            "roles: {bar: {name: Bar, deliverables: [{name: X}]}}\n"
            "overlaps: {x: {agreement: {accountable: {X: chef, x: buyer}, because: It is so.}}}",
            "3:51",
            '"x" and "X" are the same work',
        ),
    ],
)
def test_one_thing_under_two_names_in_one_mapping(
    text: str, place: str, message: str, tmp_path: Path
) -> None:
    """Two keys that mean one role or one piece of work are an error at the second, as equal keys are."""
    found = problems(tmp_path, a=TWO, b=f"{FILE}{text}\n")
    assert f"b.yaml:{place}: {message}" in found


# Overlaps and agreements.


def test_an_agreement_joins_what_it_names(tmp_path: Path) -> None:
    """Sides, work, others, escalation and practices of an overlap, as ids."""
    text = """
        version: 1
        overlaps:
          taste-and-price:
            name: Taste and price
            sides: {Head Chef: Good., purchaser: Cheap.}
            tension: Both.
            work: [Menu]
            agreement:
              accountable: {Order Sheet: Buyer}
              because: It is their money.
              others: {cook: C}
              escalation: [purchaser, outside mediator, cook]
              practices: [Tasting]
              decided: 2026-01-15
        practices: {tasting: {name: Tasting}}
    """
    work = roles(bar="deliverables: [{name: Menu}, {name: Order Sheet}]")
    overlap = load_texts(tmp_path, a=TWO, b=text, c=work).overlaps["taste-and-price"]
    agreement = overlap.agreement
    assert agreement is not None
    assert (overlap.name, dict(overlap.sides)) == ("Taste and price", {"buyer": "Cheap.", "chef": "Good."})
    assert overlap.work == ("menu", "order-sheet")
    assert (agreement.for_all, dict(agreement.by_work)) == (None, {"order-sheet": "buyer"})
    assert dict(agreement.others) == {"chef": ("C",)}
    assert agreement.escalation == ("buyer", "outside mediator", "chef")
    assert agreement.practices == ("tasting",)
    assert agreement.entry.because == "It is their money."


def test_escalation_may_be_plain_text(tmp_path: Path) -> None:
    """What is no role, or may be several, stays as it is written: no finding."""
    text = f"{FILE}roles: {{a: {{name: A, aliases: [x]}}, b: {{name: B, aliases: [x]}}}}\n"
    overlap = f"{FILE}overlaps: {{o: {{agreement: {{accountable: a, escalation: [Nobody, x, b], because: It is so.}}}}}}\n"
    agreement = load_texts(tmp_path, a=text, b=overlap).overlaps["o"].agreement
    assert agreement is not None
    assert agreement.escalation == ("Nobody", "x", "b")


@pytest.mark.parametrize(
    ("others", "place", "name"),
    [
        ("{buyer: A}", "2:62", "buyer"),
        ("{cook: AR}", "2:61", "cook"),
        ("{purchaser: C, bar: A}", "2:74", "bar"),
        ("{cook: A, buyer: C}", "2:61", "cook"),
        ("{unknown: C, buyer: A}", "2:74", "buyer"),
    ],
)
def test_others_are_not_accountable(others: str, place: str, name: str, tmp_path: Path) -> None:
    """Letters of others that hold A contradict the agreement; the role is named as in the file, at its letters."""
    text = (
        f"{FILE}overlaps: {{x: {{agreement: {{accountable: bar, others: {others}, because: It is so.}}}}}}\n"
    )
    found = problems(tmp_path, a=TWO, b=text, c=roles(bar=""))
    found = [each for each in found if "no known role" not in each]
    assert found == [f'b.yaml:{place}: "others" makes "{name}" accountable']
    helps = {finding.help for finding in findings(tmp_path)}
    assert "Whoever is accountable is named in `accountable`, and nobody else is." in helps


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ("sides: {chef: Good.}, tension: t", "2:23", 'an overlap has two "sides" or more, this one has one'),
        ("work: [Menu], distinct: One.", "2:30", '"distinct" needs two pieces of work or more in "work"'),
        ("distinct: One.", "2:16", '"distinct" needs two pieces of work or more in "work"'),
        ("work: [Menu], same: Menu", "2:30", '"same" needs two pieces of work or more in "work"'),
        (
            "work: [Menu, Order Sheet], same: Menu, distinct: One.",
            "2:43",
            'an overlap is either "distinct" or "same", not both',
        ),
        ("work: [Menu, Order Sheet], same: Bill", "2:49", '"Bill" is not in this overlap\'s "work"'),
        (
            "work: [Menu, Order Sheet]",
            "2:15",
            'this overlap says nothing: it needs "sides", "tension", "agreement", "distinct" or "same"',
        ),
        (
            "because: Why not.",
            "2:15",
            'this overlap says nothing: it needs "sides", "tension", "agreement", "distinct" or "same"',
        ),
    ],
)
def test_overlaps_whose_parts_do_not_fit(fields: str, place: str, message: str, tmp_path: Path) -> None:
    """What contradicts itself or says nothing is told where it stands."""
    work = roles(bar="deliverables: [{name: Menu}, {name: Order Sheet}, {name: Bill}]")
    assert problems(tmp_path, a=TWO, b=f"{FILE}overlaps: {{x: {{{fields}}}}}\n", c=work) == [
        f"b.yaml:{place}: {message}"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "sides: {chef: a, buyer: b}",
        "sides: {chef: a, buyer: b, bar: c}, tension: t",
        "tension: t",
        "work: [Menu], agreement: {accountable: chef, because: It is so.}",
        "agreement: {accountable: {Menu: chef}, because: It is so.}",
        "work: [Menu, Order Sheet], distinct: One is short.",
        "work: [Menu, Order Sheet, Bill], same: bill, because: Paper.",
    ],
)
def test_overlaps_whose_parts_fit(fields: str, tmp_path: Path) -> None:
    """Sides, a tension, an agreement, or two names that are distinct or the same, are enough."""
    work = roles(bar="deliverables: [{name: Menu}, {name: Order Sheet}, {name: Bill}]")
    assert problems(tmp_path, a=TWO, b=f"{FILE}overlaps: {{x: {{{fields}}}}}\n", c=work) == []


@pytest.mark.parametrize("fields", ["distinct: One.", "same: Menu"])
def test_look_alikes_are_two_pieces_of_work(fields: str, tmp_path: Path) -> None:
    """One piece of work under two of its names is neither distinct from itself nor the same as another."""
    text = f"{FILE}overlaps: {{x: {{work: [Menu, card], {fields}}}}}\n"
    assert len(problems(tmp_path, a=MENU, b=text)) == 1


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("name: Taste, tension: t", "Taste"),
        ("work: [Menu, order-sheet], distinct: One.", "Menu and order-sheet"),
        ("tension: t", "x"),
    ],
)
def test_what_an_overlap_is_called(fields: str, name: str, tmp_path: Path) -> None:
    """Its name, else the work it lists, else its id."""
    register = load_texts(tmp_path, a=MENU, b=f"{FILE}overlaps: {{x: {{{fields}}}}}\n")
    assert register.overlaps["x"].name == name


# Produced and unowned work.


def test_what_a_responsibility_produces(tmp_path: Path) -> None:
    """Deliverables of any role, each once, by id."""
    text = roles(bar="responsibilities: [{name: Cooking, produces: [Order Sheet, Menu, card]}]")
    register = load_texts(tmp_path, a=MENU, b=text)
    assert register.work["cooking"].claims[0].produces == ("menu", "order-sheet")


def test_work_that_is_unowned_on_purpose(tmp_path: Path) -> None:
    """The decision is work without a claim, with its reason."""
    text = f"""{FILE}unowned:
  - {{name: Car Park, because: The landlord sees to it., area: House, summary: Cars., aliases: [parking]}}
"""
    work = load_texts(tmp_path, a=text).work["car-park"]
    assert (work.name, work.area, work.summary, work.aliases) == ("Car Park", "House", "Cars.", ("parking",))
    assert work.claims == ()
    assert work.unowned is not None
    assert work.unowned.entry.because == "The landlord sees to it."


def test_unowned_work_can_be_referred_to(tmp_path: Path) -> None:
    """It is known by id, name and alias like any other."""
    text = f"{FILE}unowned: [{{name: Car Park, because: x, aliases: [parking]}}]\n"
    for written in ("car-park", "Car Park", "parking"):
        overlap = f"{FILE}overlaps: {{o: {{tension: t, work: [{written}]}}}}\n"
        assert load_texts(tmp_path, a=text, b=overlap).overlaps["o"].work == ("car-park",)


def test_a_claim_on_unowned_work_is_kept_with_the_decision(tmp_path: Path) -> None:
    """Both are in the register: the contradiction is for lint to tell."""
    register = load_texts(
        tmp_path,
        a=roles(a="deliverables: [{name: car-park}]"),
        b=f"{FILE}unowned: [{{name: Car Park, because: x}}]\n",
    )
    work = register.work["car-park"]
    assert ([claim.role for claim in work.claims], work.name, work.kind) == (["a"], "car-park", "deliverable")
    assert work.unowned is not None


def test_unowned_work_twice_on_one_list(tmp_path: Path) -> None:
    """The list of unowned work names a thing once too."""
    text = f"{FILE}unowned:\n  - {{name: Car Park, because: x}}\n  - {{name: car-park, because: y}}\n"
    message = '"car-park" is on this list a second time, first in line 3'
    assert problems(tmp_path, a=text) == [f"a.yaml:4:12: {message}"]


def test_unowned_work_twice_over_files(tmp_path: Path) -> None:
    """Where the first stands in another file, the message names that file."""
    text = f"{FILE}unowned: [{{name: Car Park, because: x}}]\n"
    (found,) = problems(tmp_path, a=text, b=text)
    assert found.startswith("b.yaml:2:18: ")
    assert "a.yaml:2" in found


# The register as a whole.


def test_the_register_is_in_order_of_ids(tmp_path: Path) -> None:
    """Roles, work, overlaps, practices and claims come sorted, wherever they stand."""
    text = roles(c="deliverables: [{name: Z}, {name: M}]", a="deliverables: [{name: M}]", b="reports_to: a")
    more = f"{FILE}overlaps: {{y: {{tension: t}}, x: {{tension: t}}}}\npractices: {{q: {{name: Q}}, p: {{name: P}}}}\n"
    register = load_texts(tmp_path, a=text, b=more)
    assert list(register.roles) == ["a", "b", "c"]
    assert list(register.work) == ["m", "z"]
    assert list(register.overlaps) == ["x", "y"]
    assert list(register.practices) == ["p", "q"]
    assert [claim.role for claim in register.work["m"].claims] == ["a", "c"]


@pytest.mark.parametrize("field", ["roles", "work", "overlaps", "practices"])
def test_the_register_is_immutable(field: str, tmp_path: Path) -> None:
    """Nothing can be put into the register or taken out."""
    register = load_texts(tmp_path, a=MENU, b=f"{FILE}overlaps: {{x: {{tension: t, work: [Menu]}}}}\n")
    with pytest.raises((TypeError, AttributeError)):
        getattr(register, field).clear()


ENTRIES = [
    """  chef: {name: Chef, aliases: [cook], responsibilities: [
    {name: Cooking, produces: [Menu]}, {name: Sea-Food, letters: R}]}""",
    """  buyer: {name: Buyer, reports_to: cook, deliverables: [{name: list, letters: C}], responsibilities: [
    {name: sea food, with: {chef: R, bar: I}, aliases: [fish]}]}""",
    """  bar: {name: Bar, deliverables: [{name: menu, aliases: [card]}, {name: List, id: wine-list}]}""",
    """  owner: {name: Owner, deliverables: [{name: MENU, area: House}, {name: Wines, id: wine-list}]}""",
    """overlaps:
  taste: {sides: {cook: a, owner: b}, work: [Menu, fish], agreement: {accountable: bar, others: {owner: I}, because: It is so.}}""",
    """overlaps:
  wine: {work: [list], agreement: {accountable: {wine-list: owner}, escalation: [cook, x], practices: [t], because: It is so.}}""",
    """practices:
  t: {name: Tasting}""",
    """unowned:
  - {name: Car Park, because: x}
  - {name: cooking, because: y}""",
]


def contents(register: Register) -> dict[str, Any]:
    """Return what a register says, without the places at which it is written."""
    return {
        "scheme": register.scheme.name,
        "roles": [(role.id, role.name, role.reports_to) for role in register.roles.values()],
        "work": [
            (
                (work.id, work.name, work.kind, work.area, work.summary, work.aliases),
                [(c.role, c.kind, c.letters, list(c.expects.items()), c.produces) for c in work.claims],
                work.unowned and work.unowned.entry,
            )
            for work in register.work.values()
        ],
        "overlaps": [
            (
                (overlap.id, overlap.name, list(overlap.sides.items()), overlap.work, overlap.same),
                overlap.agreement
                and (
                    overlap.agreement.for_all,
                    list(overlap.agreement.by_work.items()),
                    list(overlap.agreement.others.items()),
                    overlap.agreement.escalation,
                    overlap.agreement.practices,
                ),
            )
            for overlap in register.overlaps.values()
        ],
        "practices": list(register.practices),
    }


def as_files(entries: list[str], numbers: list[int]) -> list[str]:
    """Return texts of files: each entry stands in the file with its number."""
    texts = []
    for number in sorted(set(numbers)):
        mine = [entry for entry, its in zip(entries, numbers, strict=True) if its == number]
        text = FILE + ("roles:\n" if any(entry.startswith("  ") for entry in mine) else "")
        text += "".join(f"{entry}\n" for entry in mine if entry.startswith("  "))
        sections: dict[str, str] = {}
        for entry in mine:
            if not entry.startswith("  "):
                key, body = entry.split("\n", 1)
                sections[key] = sections.get(key, f"{key}\n") + body + "\n"
        texts.append(text + "".join(sections.values()))
    return texts


@given(st.permutations(ENTRIES), st.lists(st.integers(0, 3), min_size=len(ENTRIES), max_size=len(ENTRIES)))
def test_the_order_of_entries_and_files_makes_no_difference(entries: list[str], numbers: list[int]) -> None:
    """The same entries make the same register, in whatever order and in however many files."""
    first = register_of(*as_files(ENTRIES, [0] * len(ENTRIES)))
    assert contents(register_of(*as_files(entries, numbers))) == contents(first)


@given(
    st.permutations(
        ["{name: Menu}", "{name: Cooking, aliases: [a]}", "{name: Order Sheet, id: o}", "{name: list}"]
    )
)
def test_the_order_of_a_list_makes_no_difference(entries: list[str]) -> None:
    """Where on its list a role names a thing does not matter."""
    other = roles(b="deliverables: [{name: list}, {name: order sheet, letters: R}]")
    registers = [
        contents(register_of(roles(a=f"deliverables: [{', '.join(each)}]"), other))
        for each in (entries, sorted(entries))
    ]
    assert registers[0] == registers[1]


@pytest.mark.parametrize(
    "order",
    ["abd", "dab", "dba", "bda"],
)
def test_a_clash_of_ids_is_found_in_any_order(order: str, tmp_path: Path) -> None:
    """C++ without its id beside C is a clash, whichever comes first."""
    lists = {"a": "{name: C++, id: c}", "b": "{name: C++}", "d": "{name: C}"}
    text = roles(**{role: f"deliverables: [{lists[role]}]" for role in order})
    (found,) = problems(tmp_path, a=text)
    assert found.endswith("are different names with the same id c")
