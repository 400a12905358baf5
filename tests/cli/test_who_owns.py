"""raci who-owns, as its users run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import raci as library
from raci.render import text
from raci.views import who_owns as view

from conftest import PROJECT, WORDS_AND_RECORDS, Golden, RunRaci, register_of, write_files

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/who-owns.schema.json").read_text("utf-8"))

CONTESTED = {
    "team.yaml": """
        version: 1
        roles:
          cook: {name: Head Cook, people: [Ana, {name: Ben, contact: "@ben"}], contact: "#kitchen",
                 reports_to: owner, responsibilities: [{name: Menu, with: {buyer: C}}, {name: Kitchen}]}
          buyer: {name: Buyer, reports_to: owner, deliverables: [{name: Menu}]}
          owner: {name: Owner}
        unowned:
          - {name: Car Park, because: The landlord sees to it.}
    """
}


def in_shipped_data(text: str, *, after: str = "") -> int:
    """Return the line of the shipped responsibilities that `text` is first on, after another."""
    rows = (PROJECT / "data/responsibilities.yaml").read_text("utf-8").splitlines()
    start = next(number for number, row in enumerate(rows) if after in row)
    return next(number for number, row in enumerate(rows, 1) if number > start and text in row)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("roadmap", "settled"),
        ("bicycle repair", "nobody"),
        ("product marketer", "role"),
        ("user testing", "open-overlap"),
    ],
)
def test_the_answers_of_the_shipped_data(
    question: str, name: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """What people read, and the JSON of the same answer, byte for byte."""
    golden(raci("who-owns", *question.split()).out, "who-owns", f"{name}.txt")
    golden(raci("who-owns", question, "--json").out, "who-owns", f"{name}.json")


SCREENS = {
    "name-in-full": "pricing",
    "settled": "roadmap",
    "area": "product development",
    "one-owner-of-many": "launch",
    "role": "product marketing manager",
    "roles": "what does the PM or the PMM do",
    "yes-or-no": "is PM accountable for pricing?",
    "list": "what is settled",
    "perhaps": "who writes the slides for the sales team?",
    "nobody-with-nearest": "personas of bicycle thieves",
}


@pytest.mark.parametrize("name", SCREENS)
def test_the_first_screen(
    name: str, raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands on a terminal of 80 columns, and what goes into a pipe, byte for byte."""
    golden(raci("who-owns", SCREENS[name]).out, "who-owns", "screens", f"{name}.txt")
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    golden(raci("who-owns", SCREENS[name]).out, "who-owns", "screens", f"{name}-80.txt")


@pytest.mark.parametrize("name", ["menu", "kitchen", "car park", "what does Ana do", "bakery"])
def test_the_first_screen_of_files_of_ones_own(
    name: str, raci: RunRaci, in_folder: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contested, owned and unowned work, a person, and an area of which people hold the roles."""
    write_files(in_folder, CONTESTED | MANY)
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    data = "many.yaml" if name == "bakery" else "team.yaml"
    out = raci("who-owns", name, "--data", data).out
    golden(out, "who-owns", "screens", f"own-{name.replace(' ', '-')}-80.txt")


def test_every_first_screen_of_the_shipped_data_fits_a_terminal() -> None:
    """Whatever is asked for by a name, an area, a role or a word of these: at most 24 lines of 80 columns."""
    register = library.load(PROJECT / "data")
    asked = {name for work in register.work.values() for name in (work.name, work.area) if name}
    asked |= {role.name for role in register.roles.values()}
    asked |= {word for name in asked for word in name.split()} | set(SCREENS.values())
    tall = {
        question: lines
        for question in sorted(asked)
        if (
            lines := len(
                text.render(view.who_owns(library.who_owns(register, question)), width=80).splitlines()
            )
        )
        > 24
    }
    assert tall == {}


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_an_answer_in_words_and_as_records(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Who owns the pricing of the shipped data, byte for byte."""
    golden(raci("who-owns", "pricing", "--format", format_).out, "who-owns", f"owned.{ending}")


@pytest.mark.parametrize(
    ("question", "first_line"),
    [
        ("menu", "Nobody yet: Buyer and Head Cook both claim Menu."),
        ("kitchen", "Head Cook is accountable for Kitchen."),
        ("car park", "Nobody, on purpose: Car Park has no owner."),
    ],
)
def test_the_first_line_is_the_answer(
    question: str, first_line: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Contested, owned and unowned work, from files of one's own, are each an answer."""
    write_files(in_folder, CONTESTED)
    ran = raci("who-owns", question, "--data", "team.yaml")
    assert (ran.code, ran.out.splitlines()[0], ran.err) == (0, first_line, "")
    golden(ran.out, "who-owns", f"own-{question.replace(' ', '-')}.txt")


def test_pricing_names_the_product_marketer_first(raci: RunRaci, in_folder: Path) -> None:
    """The first line is the answer; a note says which data gave it."""
    ran = raci("who-owns", "pricing")
    assert ran.code == 0
    assert ran.out.startswith("Product Marketer is accountable for Pricing Strategy")
    assert ran.err == "From the model that ships with raci. For your own: raci init, or --data FILES.\n"
    assert raci("who-owns", "pricing", "-q").err == ""


def test_roadmap_shows_claims_tension_and_agreement(raci: RunRaci, in_folder: Path) -> None:
    """Both sides' claims with their lines, what pulls them apart, and what settles it."""
    out = raci("who-owns", "roadmap", "--all").out
    manager = in_shipped_data("- name: Product Roadmap", after="deliverables:")
    marketer = in_shipped_data("- name: Product Roadmap", after="  product-marketer:")
    assert out.startswith("Product Manager is accountable for Product Roadmap")
    assert f"Product Manager as accountable and responsible (data/responsibilities.yaml:{manager})" in out
    assert f"Product Marketer as accountable and responsible (data/responsibilities.yaml:{marketer})" in out
    assert "Tension: " in out
    assert "Agreement: Product Manager is accountable. " in out


@pytest.mark.parametrize("question", ["pricing", "roadmap", "bicycle repair", "product manager", "testing"])
def test_the_json_keeps_to_its_schema(question: str, raci: RunRaci, in_folder: Path) -> None:
    """Every answer validates."""
    answer = json.loads(raci("who-owns", question, "--format", "json").out)
    jsonschema.Draft7Validator(SCHEMA).validate(answer)
    assert answer["query"] == question


def test_the_json_of_pricing_and_roadmap(raci: RunRaci, in_folder: Path) -> None:
    """Ids, letters, lines and the agreement are those of the shipped files."""
    pricing = json.loads(raci("who-owns", "pricing", "--json").out)["matches"][0]
    assert (pricing["id"], pricing["status"], pricing["letters"]) == (
        "pricing-strategy",
        "owned",
        {"product-marketer": "AR"},
    )
    assert pricing["claims"][0]["line"] == in_shipped_data("- name: Pricing Strategy")
    roadmap = json.loads(raci("who-owns", "roadmap", "--json").out)["matches"][0]
    assert (roadmap["id"], roadmap["status"], roadmap["accountable"]) == (
        "product-roadmap",
        "settled",
        ["product-manager"],
    )
    assert roadmap["letters"] == {"product-manager": "AR", "product-marketer": "C"}
    assert [claim["role"] for claim in roadmap["claims"]] == ["product-manager", "product-marketer"]
    assert [claim["line"] for claim in roadmap["claims"]] == [
        in_shipped_data("- name: Product Roadmap", after="deliverables:"),
        in_shipped_data("- name: Product Roadmap", after="  product-marketer:"),
    ]
    (overlap,) = roadmap["overlaps"]
    assert overlap["id"] == "product-development-and-feature-prioritization"
    assert overlap["status"] == "settled"
    assert overlap["agreement"]["accountable"]["product-roadmap"] == "product-manager"


def test_nothing_matches(raci: RunRaci, in_folder: Path) -> None:
    """An honest nobody, with what comes near if anything does, and exit code 1."""
    ran = raci("who-owns", "bicycle", "repair")
    assert (ran.code, ran.out) == (1, 'Nobody: nothing here answers to "bicycle repair".\n')
    near = raci("who-owns", "personas of bicycle thieves")
    assert (near.code, near.out.splitlines()[-1]) == (
        1,
        "The nearest that is known here: User Personas and Journeys or Buyer Interest Identification.",
    )
    assert json.loads(raci("who-owns", "bicycle repair", "--json").out)["matches"] == []


def test_a_broken_file_is_told_line_by_line(raci: RunRaci, in_folder: Path) -> None:
    """Every problem of every file with its place, what is allowed and the nearest name; exit code 2."""
    write_files(
        in_folder,
        {
            "own/a.yaml": """\
                version: 1
                roles:
                  cook:
                    name: Cook
                    responsibilites: [{name: Menu}]
                    reports_to: ownr
                  owner: {name: Owner}
            """,
            "own/b.yaml": """\
                version: 2
                overlaps:
                  table: {tension: Both., work: [Menu], sides: {cook: Taste.}}
            """,
        },
    )
    ran = raci("who-owns", "menu", "--data", "own")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        'own/a.yaml:5:5: "responsibilites" is no field of a role. Did you mean "responsibilities"? Known: name, '
        "aliases, summary, focus, analogy, people, contact, reports_to, deputy, source, responsibilities, "
        "deliverables.",
        'own/a.yaml:6:17: "ownr" is no known role. Did you mean "Owner"?',
        'own/b.yaml:1:10: "version" is "2" and must be 1',
        'own/b.yaml:3:48: an overlap has two "sides" or more, this one has one',
        "The ownership files have 4 problems. Mend them and ask again.",
    ]


def test_work_of_the_people_who_hold_a_role(raci: RunRaci, in_folder: Path) -> None:
    """People and contact of the accountable role are in the answer."""
    write_files(in_folder, CONTESTED)
    out = raci("who-owns", "kitchen", "--data", ".").out
    assert "  Ask          Ana\n               Ben (@ben)\n               #kitchen\n" in out
    match = json.loads(raci("who-owns", "kitchen", "--data", ".", "--json").out)["matches"][0]
    assert match["contact"] == "#kitchen"
    assert match["people"][1] == {"name": "Ben", "contact": "@ben", "until": None, "role": "cook"}


def test_whom_to_ask_about_contested_work_is_told_by_role(raci: RunRaci, in_folder: Path) -> None:
    """A line for each side that says whom; its contact is in the JSON, where one of several cannot be."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, people: [Ana, {name: Ben, contact: "@ben"}], contact: "#kitchen",
            deliverables: [{name: Menu}]}
          buyer: {name: Buyer, contact: "#market", deliverables: [{name: Menu}]}
          waiter: {name: Waiter, deliverables: [{name: Menu}]}
    """
    write_files(in_folder, {"r.yaml": text})
    out = raci("who-owns", "menu", "--data", ".").out
    assert (
        "  Ask               Buyer: #market\n                    Cook: Ana, Ben (@ben), #kitchen\n  Acc"
        in out
    )
    match = json.loads(raci("who-owns", "menu", "--data", ".", "--json").out)["matches"][0]
    assert (match["contact"], match["contacts"]) == (None, {"buyer": "#market", "cook": "#kitchen"})


def test_deputies_are_told_with_whom_they_stand_in_for(raci: RunRaci, in_folder: Path) -> None:
    """So is the last day of who holds a role; for whom, only where several are accountable."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, people: [{name: Ana, contact: "@ana", until: 2027-06-30}], deputy: Sous Chef,
            deliverables: [{name: Menu}, {name: Recipes}]}
          sous: {name: Sous Chef, people: [{name: Ben, contact: "@ben"}], contact: "#kitchen", deputy: porter}
          porter: {name: Porter, deputy: cook}
          buyer: {name: Buyer, deputy: porter, deliverables: [{name: Menu}]}
    """
    write_files(in_folder, {"r.yaml": text})
    one = raci("who-owns", "recipes", "--data", ".").out
    assert (
        "  Ask          Ana (@ana, until 2027-06-30)\n  Stands in    Sous Chef (Ben @ben, #kitchen)\n" in one
    )
    both = raci("who-owns", "menu", "--data", ".").out
    assert "Porter for Buyer\n" in both
    assert "Sous Chef for Cook (Ben @ben, #kitchen)\n" in both
    (match,) = json.loads(raci("who-owns", "recipes", "--data", ".", "--json").out)["matches"]
    assert match["people"][0]["until"] == "2027-06-30"
    assert [(each["id"], each["stands_in_for"]) for each in match["deputies"]] == [("sous", "cook")]
    card = raci("role", "porter", "--full", "--data", ".").out
    assert "  Deputy         Cook\n  Stands in for  Buyer and Sous Chef\n" in card


def test_hostile_names_are_shown_and_not_sent(raci: RunRaci, in_folder: Path) -> None:
    """Control and bidirectional characters are escapes; rich's markup is text."""
    name = r'"a\e[31mb\u202Ec [bold]d[/x]"'
    write_files(
        in_folder, {"x.yaml": f"version: 1\nroles: {{r: {{name: R, deliverables: [{{name: {name}}}]}}}}"}
    )
    for options in ((), ("--color", "always"), ("--json",)):
        out = raci("who-owns", "[bold]d[/x]", "--data", "x.yaml", *options).out
        assert "\x1b[31mb" not in out
        assert "\u202e" not in out
        assert "[bold]d[/x]" in out


MANY = {
    "many.yaml": """
        version: 1
        roles:
          cook:
            name: Cook
            deliverables:
              - {name: Bread, aliases: [loaf], area: Bakery}
              - {name: Rolls, aliases: [loaf], area: Bakery}
              - {name: Cake, area: Bakery}
              - {name: Pie, area: Bakery}
              - {name: Tart, area: Bakery}
              - {name: Scones, area: Bakery}
          buyer:
            name: Buyer
            deliverables:
              - {name: Flour, area: Bakery}
              - {name: Oven Inspection Report, summary: What the fire brigade says of the oven., area: Safety}
    """
}


def test_an_area_lists_its_owners(raci: RunRaci, in_folder: Path) -> None:
    """Grouped by owner, few at first, all with --all, as many as asked for with --limit."""
    write_files(in_folder, MANY)
    few = raci("who-owns", "bakery", "--data", "many.yaml").out
    assert few.splitlines()[:5] == [
        "It depends which: Cook or Buyer.",
        "",
        "By owner  (7 pieces of work)",
        "  Cook   Pie, Cake, Tart, Bread and 2 more",
        "  Buyer  Flour",
    ]
    assert few.endswith("\n2 more: --all shows every answer, and each in full.\n")
    full = raci("who-owns", "bakery", "--data", "many.yaml", "--all").out
    assert "  Cook   Pie, Cake, Tart, Bread, Rolls and Scones\n" in full
    assert all(f"\n{name}  (deliverable, Bakery)\n" in full for name in ("Pie", "Scones", "Flour"))
    everything = json.loads(raci("who-owns", "bakery", "--data", "many.yaml", "--all", "--json").out)
    assert (len(everything["matches"]), everything["more"]) == (7, 0)
    two = json.loads(raci("who-owns", "bakery", "--data", "many.yaml", "--limit", "2", "--json").out)
    assert (len(two["matches"]), two["more"]) == (2, 5)


def test_close_twins_point_at_each_other(raci: RunRaci, in_folder: Path) -> None:
    """Work that shares an alias is named beside the one that was asked for."""
    write_files(in_folder, MANY)
    out = raci("who-owns", "rolls", "--data", "many.yaml").out
    assert "Easily taken for it: Bread (Cook).\n" in out
    both = raci("who-owns", "loaf", "--data", "many.yaml").out
    assert both.startswith("Cook is accountable for Bread and Rolls.\n")


def test_what_matched_is_shown_where_it_is_not_the_name(raci: RunRaci, in_folder: Path) -> None:
    """A guess shows the words that it rests on, a name in full goes without saying."""
    write_files(in_folder, MANY)
    assert (
        "  Matched      fire, brigade\n"
        in raci("who-owns", "who talks to the fire brigade?", "--data", "many.yaml").out
    )
    assert "Matched" not in raci("who-owns", "cake", "--data", "many.yaml").out


@pytest.mark.parametrize("question", ["cook", "the cook", "who is the cook?"])
def test_a_question_for_a_role_is_answered_with_it(question: str, raci: RunRaci, in_folder: Path) -> None:
    """A role owns, and is not owned: its work is the answer, or who holds it; no work matches."""
    write_files(in_folder, MANY)
    ran = raci("who-owns", question, "--data", "many.yaml")
    holder = "Nobody is written down as holding Cook."
    first = holder if "who" in question else "Cook is accountable for 6 pieces of work."
    assert (ran.code, ran.out.splitlines()[0]) == (0, first)


def test_the_name_of_a_role_is_no_question_for_work_with_that_word(raci: RunRaci, in_folder: Path) -> None:
    """What the words only come near to does not answer them."""
    text = "{version: 1, roles: {cook: {name: Cook, deliverables: [{name: Cook Book}, {name: Bread}]}}}"
    write_files(in_folder, {"kitchen.yaml": text})
    answer = json.loads(raci("who-owns", "cook", "--data", "kitchen.yaml", "--json").out)
    assert (answer["role"], answer["matches"], answer["more"], answer["best"]) == ("cook", [], 0, [])
    assert answer["nearest"] == ["Bread", "Cook Book"]


def test_a_limit_is_positive() -> None:
    """No match at all is not what anybody asks for."""
    with pytest.raises(ValueError, match=r"^the limit is 0 and must be positive$"):
        library.who_owns(register_of("{version: 1, roles: {}}"), "menu", limit=0)


def test_a_question_about_dealing_with_a_role_is_for_work(raci: RunRaci, in_folder: Path) -> None:
    """Who talks to somebody is asked for the work of talking, not for that role."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: Press Briefing}]}
          press: {name: Press}
    """
    write_files(in_folder, {"r.yaml": text})
    assert raci("who-owns", "who talks to the press?", "--data", "r.yaml").out.startswith(
        "Ann is accountable"
    )
    held = raci("who-owns", "who is the press?", "--data", "r.yaml").out
    assert held.startswith("Nobody is written down as holding Press.")


def test_the_language_of_the_register_is_a_setting(raci: RunRaci, in_folder: Path) -> None:
    """German stems find a German inflection; an unknown language is told with the nearest one."""
    write_files(
        in_folder,
        {
            "r.yaml": "version: 1\nroles: {koch: {name: Koch, deliverables: [{name: Speisekarten}, {name: Brot}]}}",
            "raci.toml": 'data = ["r.yaml"]\nlanguage = "german"\n',
        },
    )
    assert raci("who-owns", "wer", "macht", "die", "Speisekarte?").out.startswith("Koch is accountable")
    write_files(in_folder, {"raci.toml": 'data = ["r.yaml"]\nlanguage = "germn"\n'})
    ran = raci("who-owns", "Brot")
    assert (ran.code, ran.err) == (
        2,
        'raci: "germn" is no language that raci has stems for. Did you mean "german"?\n',
    )


def test_a_doubtful_answer_says_perhaps(raci: RunRaci, in_folder: Path) -> None:
    """What may well be something else is not told as if it were certain."""
    text = """
        version: 1
        roles:
          cook:
            name: Cook
            deliverables:
              - {name: Bread, summary: Weighed on the scales at dawn and sold from a basket.}
              - {name: Cake}
              - {name: Pie}
    """
    write_files(in_folder, {"r.yaml": text})
    ran = raci("who-owns", "basket of scales and pulleys", "--data", "r.yaml")
    answer = json.loads(raci("who-owns", "basket of scales and pulleys", "--data", "r.yaml", "--json").out)
    assert ran.out.startswith("Perhaps: ") is answer["doubtful"]
    assert answer["doubtful"] is (0 < answer["matches"][0]["score"] < 0.6)


def test_owned_and_contested_work_of_one_name_are_both_told(raci: RunRaci, in_folder: Path) -> None:
    """The first line hides neither who owns the one nor that nobody owns the other."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: Plan, aliases: [scheduling]}, {name: Rota Sheet, aliases: [scheduling]}]}
          b: {name: Ben, deliverables: [{name: Rota Sheet}]}
    """
    write_files(in_folder, {"r.yaml": text})
    out = raci("who-owns", "scheduling", "--data", "r.yaml").out
    assert out.startswith(
        "It depends which: Ann or nobody yet (contested).\n\nBy owner  (2 pieces of work)\n"
        "  Ann                     Plan\n  nobody yet (contested)  Rota Sheet\n"
    )


def test_a_word_that_many_names_have_is_too_vague(raci: RunRaci, in_folder: Path) -> None:
    """It is not that nothing answers: the names that have it are told, to choose from."""
    names = ("Sheet", "Plan", "Review", "Approval", "Forecast")
    listed = ", ".join(f"{{name: Budget {name}}}" for name in names)
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {{a: {{name: Ann, deliverables: [{listed}]}}}}"})
    ran = raci("who-owns", "budget", "--data", "r.yaml")
    assert (ran.code, ran.out) == (
        1,
        'Nobody for sure: "budget" alone does not say which work is meant.\n\n'
        "Ask for one of these, or say more: Budget Approval, Budget Forecast, Budget Plan, Budget Review, "
        "Budget Sheet.\n",
    )


def test_the_other_name_of_one_thing_points_to_the_name_to_keep(raci: RunRaci, in_folder: Path) -> None:
    """Who asks for the look-alike is told what it is the same as."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: Table Plan}]}
          b: {name: Ben, deliverables: [{name: Seating Chart}]}
        overlaps:
          one-plan: {work: [Table Plan, Seating Chart], same: Table Plan, because: One paper at the door.}
    """
    write_files(in_folder, {"r.yaml": text})
    first = raci("who-owns", "seating chart", "--data", "r.yaml").out.splitlines()[0]
    assert first == (
        "Ben is accountable for Seating Chart. It is the same thing as Table Plan, the name to keep."
    )


def test_a_moved_owner_is_told_to_be_one_by_agreement(raci: RunRaci, in_folder: Path) -> None:
    """The claim says another role: the first line says why that does not hold."""
    text = """
        version: 1
        roles:
          a: {name: Ann, deliverables: [{name: Menu}]}
          b: {name: Ben}
        overlaps:
          x: {tension: Both., agreement: {accountable: {Menu: Ben}, because: It is so.}}
    """
    write_files(in_folder, {"r.yaml": text})
    out = raci("who-owns", "menu", "--data", "r.yaml").out
    assert out.splitlines()[0] == "Ben is accountable for Menu, by an agreement."
    assert "No agreement says whom to turn to, and they report to nobody in common." in out


AGREED = """
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu}, {name: Larder}]}
      buyer: {name: Buyer, deliverables: [{name: Menu}]}
    overlaps:
      taste: {work: [Menu, Larder], agreement: {accountable: buyer%s}}
"""


@pytest.mark.parametrize("said", ["", ", because: ...", ", because: TBD", ", because: to be decided"])
def test_an_agreement_without_a_reason_settles_nothing(said: str, raci: RunRaci, in_folder: Path) -> None:
    """Both claim the menu still, and the answer says what is missing."""
    write_files(in_folder, {"a.yaml": AGREED % said})
    out = raci("who-owns", "menu", "--data", "a.yaml").out
    assert out.startswith("Nobody yet: Buyer and Cook both claim Menu.")
    assert "Agreement: No reason is given, and so nothing is agreed yet. (a.yaml:7)" in out
    assert (
        "No reason is given, and so nothing is agreed yet."
        in raci("overlaps", "--full", "--data", "a.yaml").out
    )


def test_an_agreement_that_moves_nothing_says_so(raci: RunRaci, in_folder: Path) -> None:
    """One role is accountable for the larder already, and another is named for all."""
    write_files(in_folder, {"a.yaml": AGREED % ", because: The budget is hers."})
    assert (
        "Agreement: It moves nothing here: Cook is accountable already. (a.yaml:7)"
        in raci("who-owns", "larder", "--data", "a.yaml").out
    )
    out = raci("who-owns", "larder", "--data", "a.yaml", "--all").out
    assert "Menu and Larder, shared (a.yaml:7)" in out
    assert (
        "Agreement: It moves nothing here: Cook is accountable already. The budget is hers. (a.yaml:7)" in out
    )
    told = raci("overlaps", "--full", "--data", "a.yaml").out
    assert "It moves nothing on Larder: Cook is accountable already." in told
    assert "Buyer is accountable for Menu." in told
