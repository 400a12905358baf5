"""What raci role says: the words on a card, and on what two roles have to do with each other."""

from __future__ import annotations

import pytest
from raci.queries import role as query
from raci.render import text
from raci.views.role import role as view

from builders import graph_of


def said(written: str, *names: str) -> str:
    """Return the text of the answer about roles of one file, a.yaml."""
    return text.render(view(query.role(graph_of(written), names)))


def test_two_roles_without_work_or_summary_are_still_told_of() -> None:
    """Nothing in common is an answer."""
    written = "version: 1\nroles: {a: {name: A}, b: {name: B}}"
    assert said(written, "a", "b").startswith(
        "A and B have no work in common.\n\nWho they are\n\n  They report to nobody in common"
    )


DUTIES = """
    version: 1
    roles:
      a: {name: Ann, responsibilities: [{name: Interview users and collect feedback}, {name: Bake bread}]}
      b: {name: Bo, responsibilities: [{name: Collect and use feedback}, {name: Tune pianos}]}
      c: {name: Cy, responsibilities: [{name: Gather feedback}]}
"""


def test_two_roles_are_told_what_may_be_one_thing_under_two_names() -> None:
    """That they have nothing in common by name is then not all, and each pair is shown."""
    out = said(DUTIES, "a", "b")
    assert out.startswith("Ann and Bo have no work in common by name; 1 pair of names may mean one thing (")
    assert (
        "\nNames that may mean one thing\nAnn\tBo\n"
        "Interview users and collect feedback\tCollect and use feedback\n"
    ) in out
    assert "\n  Work  Bake bread; Interview users and collect feedback (looks alike)\n" in out
    assert out.endswith("\nraci overlaps shows the ways out of what is not settled.\n")
    assert "Collect and use feedback\tInterview users and collect feedback\n" in said(DUTIES, "b", "a")


def test_names_of_which_it_was_said_that_they_differ_are_no_news() -> None:
    """What a file says of them stands where the roles meet; if they are one, the roles share something."""
    spoken = """
    overlaps:
      feedback:
        work: [Interview users and collect feedback, Collect and use feedback]
    """
    distinct = said(f"{DUTIES}{spoken}    distinct: Of users and of pupils.\n", "a", "b")
    assert distinct.startswith("Ann and Bo have no work in common.\n")
    assert "may mean one thing" not in distinct
    same = said(f"{DUTIES}{spoken}    same: Collect and use feedback\n", "a", "b")
    assert same.startswith("Ann and Bo have no work in common by name.\n")


def test_work_in_common_and_names_that_look_alike_are_told_together() -> None:
    """A name on both lists is shared work; a second one may be no other."""
    written = """
        version: 1
        roles:
          a: {name: Ann, responsibilities: [{name: Menu}, {name: Collect and use feedback}]}
          b: {name: Bo, responsibilities: [{name: Menu}, {name: Gather feedback}]}
    """
    assert said(written, "a", "b").startswith(
        "Ann and Bo both have a part in 1 piece of work, and it is contested; "
        "1 pair of names may mean one thing ("
    )


def test_two_roles_begin_with_how_they_differ() -> None:
    """What each is concerned with and like, side by side, before all else; what neither says has no row."""
    written = """
        version: 1
        roles:
          a: {name: Ann, focus: The house., analogy: the builder, contact: "#a"}
          b: {name: Bo, focus: Its buyers.}
    """
    assert said(written, "a", "b").split("\n\n")[1].split("\n") == [
        "How they differ",
        "\tAnn\tBo",
        "Concerned with\tThe house.\tIts buyers.",
        "Like\tthe builder\t",
        "Contact\t#a\t",
    ]
    assert "\n  Concerned with  The house.\n  Like            the builder\n" in said(written, "a")


def test_letters_of_one_meaning_are_told_apart() -> None:
    """Who gives input and who has to agree are both consulted: the letter says which."""
    written = """
        version: 1
        scheme: rapid
        roles:
          a: {name: Ann, deliverables: [{name: M, with: {b: I}}, {name: N, with: {b: A}}]}
          b: {name: Bo}
    """
    out = said(written, "b")
    assert (
        "Consulted on  (2 pieces of work; I: gives input; A: agrees; in brackets who is accountable)\n" in out
    )
    assert "  Work  M (I; Ann)\n        N (A; Ann)\n" in out


def test_a_part_that_only_the_scheme_knows_is_shown() -> None:
    """Support, in RASCI."""
    written = """
        version: 1
        scheme: rasci
        roles: {a: {name: Ann, deliverables: [{name: M, with: {b: S}}]}, b: {name: Bo}}
    """
    out = said(written, "b")
    assert out.startswith("Bo: accountable for nothing; of 1 piece of work it has another part in 1.\n")
    assert "Has another part in  (1 piece of work; S: support; in brackets who is accountable)\n" in out
    assert "\nRole\tAccountable\tResponsible\tConsulted\tInformed\tOther\tContested\n" in out
    assert "\n  Bo  has another part in M\n" in said(written, "a")


RASCI = """
    version: 1
    scheme: rasci
    roles:
      a: {name: Ann, deliverables: [{name: M, with: {b: S}}, {name: N, with: {b: CS}}, {name: O, with: {b: R}}]}
      b: {name: Bo}
      c: {name: Cy}
"""


def test_what_a_role_alone_has_adds_up() -> None:
    """Each piece is listed or counted once, also where the role only supports it."""
    assert (
        "\nBo alone  (3 pieces of work)\n"
        "  Work     O (does it for Ann)\n"
        "  Besides  Consulted on 1 piece of work and with another part in 1 piece of work.\n"
    ) in said(RASCI, "b", "c")
    written = RASCI.replace("CS", "S").replace("b: R", "b: S")
    assert "\nBo alone  (3 pieces of work)\n  Besides  With another part in 3 pieces of work.\n" in said(
        written, "b", "c"
    )


def test_work_without_an_owner_says_who_does_it_and_to_whom_to_turn() -> None:
    """All of them, in words that fit the scheme."""
    written = """
        version: 1
        roles:
          a: {name: Ann, reports_to: d, deliverables: [{name: M, letters: R, with: {c: C}}]}
          b: {name: Bo, reports_to: d, deliverables: [{name: M, letters: R}, {name: N, letters: R}]}
          c: {name: Cy}
          d: {name: Di}
    """
    told = "M: nobody is accountable; Ann and Bo are responsible; Cy is consulted. Turn to Di.\n"
    for name in "abc":
        assert told in said(written, name)
    assert "N: nobody is accountable; Bo is responsible.\n" in said(written, "b")
    assert "\n  Unowned: M. Turn to Di.\n" in said(written, "a", "b")
    rapid = written.replace("version: 1", "version: 1\n        scheme: rapid").replace("c: C", "c: RA")
    assert (
        "M: nobody is accountable; Ann and Bo hold R (recommends); Cy holds RA (recommends and agrees)."
        in said(rapid, "a")
    )


def test_expectations_are_told_in_words_that_fit_the_scheme() -> None:
    """Nobody "is driver"."""
    written = """
        version: 1
        scheme: daci
        roles:
          a: {name: Ann, deliverables: [{name: M, with: {b: C}}, {name: N, letters: A, with: {b: I}}]}
          b: {name: Bo, deliverables: [{name: M, letters: I}, {name: N, letters: D}]}
    """
    out = said(written, "a")
    assert "On M, Ann expects Bo to hold C (contributor); it is informed (a.yaml:5)" in out
    assert "On N, Ann expects Bo to be informed; it holds D (driver) (a.yaml:5)" in out


def test_a_sole_claim_that_an_agreement_moves_says_so() -> None:
    """As who-owns does."""
    written = """
        version: 1
        roles: {a: {name: Ann, deliverables: [{name: M}]}, b: {name: Bo}}
        overlaps: {o: {sides: {a: x, b: y}, agreement: {accountable: {M: b}, because: It is so.}}}
    """
    assert "\n  Work  M (by an agreement; done by Ann)\n" in said(written, "b")
    assert "\n  Work  M (Bo, by an agreement)\n" in said(written, "a")


def test_names_that_look_alike_are_no_area() -> None:
    """They are listed after the areas, and not counted among them."""
    written = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: M}]}
          b: {name: Bo, deliverables: [{name: N}]}
        overlaps: {o: {name: Alike, work: [M, N], distinct: They differ.}}
    """
    out = said(written, "a")
    assert out.startswith("Ann: accountable for 1 of 2 pieces of work, nothing contested.\n")
    assert "Where it meets others" not in out
    assert "\nNames that look alike\n  distinct  Alike, with Bo (a.yaml:6)\n" in out
    both = said(written, "a", "b")
    assert both.startswith("Ann and Bo have no work in common.\n")
    assert "\nNames that look alike: Alike  (distinct, a.yaml:6)\n" in both


ONE_AREA = """
    version: 1
    roles:
      a: {name: Ann, deliverables: [{name: M, with: {c: C}}, {name: N, letters: R}]}
      b: {name: Bo, deliverables: [{name: M}]}
      c: {name: Cy}
    overlaps:
      o: {name: Area, tension: T, sides: {a: One, c: Other}, work: [M]}
      p: {name: Peace, sides: {a: One, b: Other}, work: [N], agreement: {accountable: a, because: It is so.}}
      q: {name: Quiet, sides: {a: One, b: Other}, work: [N], agreement: {accountable: a, because: It is so.}}
"""


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ("c", "Cy: accountable for nothing; of 2 pieces of work it is consulted on 1."),
        (
            "a c",
            "Ann and Cy both have a part in 1 piece of work, and it is contested; "
            "the area where they meet is not settled.",
        ),
        (
            "b",
            "Bo: accountable for 1 of 2 pieces of work, 1 of them contested; "
            "1 of the 3 areas where it meets others is not settled.",
        ),
    ],
)
def test_the_title_is_the_answer(names: str, title: str) -> None:
    """In one sentence, for one and for several."""
    assert said(ONE_AREA, names).split("\n")[0] == title


def test_areas_that_are_all_settled_are_counted() -> None:
    """One, or several."""
    file = "version: 1\nroles: {a: {name: Ann, deliverables: [{name: N}]}, b: {name: Bo}}\noverlaps:\n"
    area = (
        "{name: P, sides: {a: One, b: Other}, work: [N], agreement: {accountable: a, because: It is so.}}\n"
    )
    written = f"{file}  p: {area}"
    start = "Ann: accountable for 1 of 1 piece of work, nothing contested;"
    assert said(written, "a").startswith(f"{start} the area where it meets others is settled.\n")
    written = f"{file}  p: {area}  q: {area}"
    assert said(written, "a").startswith(f"{start} the 2 areas where it meets others are settled.\n")


def test_contested_work_says_between_whom_and_that_there_is_no_way_out() -> None:
    """On the card of one who claims it, of one who is only asked, and of both."""
    nobody = "No agreement says whom to turn to, and they report to nobody in common."
    contested = f"\n  contested  M: Ann and Bo are both accountable. {nobody}\n"
    assert contested in said(ONE_AREA, "a")
    assert "\n  Work  M (contested: Ann and Bo)\n" in said(ONE_AREA, "c")
    assert f"\n  Contested between Ann and Bo: M. {nobody}\n" in said(ONE_AREA, "a", "b")


def test_a_long_list_of_roles_is_cut_around_the_one_asked_for() -> None:
    """The heaviest fifteen and the role itself; without a name all are listed."""
    roles = "".join(f"  r{n:02}: {{name: R{n:02}, deliverables: [{{name: M{n}}}]}}\n" for n in range(20))
    written = f"version: 1\nroles:\n{roles}  z: {{name: Zoe}}\n"
    out = said(written, "zoe")
    assert out.count("\nR") == 15 + 1  # and the head of the table
    assert "\n> Zoe\t0\t" in out
    assert "5 more roles are not shown: raci role lists all of them." in out
    assert said(written).count("\nR") == 20 + 1
