"""raci agenda, as its users run it."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from nasty import ALL_NASTY
from raci.queries import agenda as query
from raci.render import csv as csv_file
from raci.render import html, markdown, text
from raci.views import agenda as view

from conftest import PROJECT, WORDS_AND_RECORDS, Golden, RunRaci, graph_of, write_files

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/agenda.schema.json").read_text("utf-8"))
OVERLAPS: dict[str, Any] = json.loads((PROJECT / "docs/json/overlaps.schema.json").read_text("utf-8"))
DAY = ("--as-of", "2026-06-15")

WARD = """
    version: 1
    scheme: daci
    roles:
      nurse:
        name: Nurse
        people: [Ana, Bea]
        reports_to: matron
        responsibilities:
          - {name: Drug Chart, letters: D}
          - {name: Night Watch, letters: D}
          - {name: Bed Plan, summary: Which bed is free tonight.}
          - {name: Prep List, aliases: [to prepare]}
          - {name: Preparation List, aliases: [to prepare]}
          - {name: Ward Budget, with: {matron: A}}
        deliverables: [{name: Handover}, {name: Stock Count}, {name: Order Form}, {name: Tray List}]
      doctor:
        name: Doctor
        reports_to: matron
        responsibilities:
          - {name: Bed Plan, summary: Who is to be admitted.}
          - {name: Visit}
          - {name: Stock Count}
        deliverables: [{name: Handover}, {name: Order Form}, {name: Tray List}]
      matron: {name: Matron}
    unowned: [{name: Garden, because: The town sees to it.}]
    overlaps:
      morning:
        name: Morning
        sides: {nurse: It is her shift that ends., doctor: It is his visit that begins.}
        tension: The shift ends before the visit begins.
        work: [Handover]
        agreement:
          accountable: nurse
          because: She is there first.
          escalation: [matron, the board]
          practices: [round]
          decided: 2026-01-01
          review: 2026-06-14
      noon: {name: Noon, work: [Visit], agreement: {accountable: doctor, review: 2026-07-15, because: It is so.}}
      tea: {name: Tea, work: [Visit], agreement: {accountable: doctor, review: 2026-06-15, because: It is so.}}
      later: {name: Later, work: [Visit], agreement: {accountable: doctor, review: 2026-07-16, because: It is so.}}
      night: {name: Night, tension: Nobody wants it., work: [Night Watch]}
      drugs:
        name: Drugs
        tension: Who gives it did not order it.
        sides: {nurse: It has to be on time., doctor: It has to be right.}
        work: [Visit]
      paper: {name: Paper, tension: Two write what one reads., work: [Order Form, Tray List]}
      count-n: {name: Count by the nurse, work: [Stock Count], agreement: {accountable: nurse, because: It is so.}}
      count-d: {name: Count by the doctor, work: [Stock Count], agreement: {accountable: doctor, because: It is so.}}
    practices:
      round: {name: Round Table, cadence: every Monday, summary: Both look at the board together.}
"""
NOTHING = "version: 1\nroles: {a: {name: A}}"


@pytest.fixture
def ward(in_folder: Path) -> tuple[str, ...]:
    """Write a ward with every kind of topic; return the arguments that ask for its agenda."""
    write_files(in_folder, {"ward.yaml": WARD})
    return ("agenda", *DAY, "--data", "ward.yaml")


def terminal(raci: RunRaci, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return the text that a terminal of 80 columns shows."""
    with monkeypatch.context() as patch:
        patch.setattr("raci.cli.answering.width", lambda _: 80)
        return raci("agenda", *DAY, "-f", "text", *arguments).out


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_the_agenda_of_the_shipped_data_in_each_format(
    format_: str, ending: str, raci: RunRaci, in_folder: Path, golden: Golden
) -> None:
    """Three open tensions and a pair of names; byte for byte."""
    ran = raci("agenda", *DAY, "--format", format_)
    assert ran.code == 0
    golden(ran.out, "agenda", f"shipped.{ending}")


@pytest.mark.parametrize(("format_", "ending"), WORDS_AND_RECORDS)
def test_a_ward_with_every_kind_of_topic(
    format_: str, ending: str, raci: RunRaci, ward: tuple[str, ...], golden: Golden
) -> None:
    """Contested in four ways, open, past review and due, without an owner, look-alikes."""
    ran = raci(*ward, "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "agenda", f"ward.{ending}")


def test_on_a_terminal(
    raci: RunRaci, ward: tuple[str, ...], golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text is wrapped at 80 columns, what is to be copied is not."""
    golden(terminal(raci, monkeypatch), "agenda", "shipped-80.txt")
    golden(terminal(raci, monkeypatch, *ward[3:]), "agenda", "ward-80.txt")


@pytest.fixture
def glance(raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> RunRaci:
    """Return what runs raci on a terminal of 80 columns."""
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    return raci


def test_a_terminal_shows_it_at_a_glance(glance: RunRaci, ward: tuple[str, ...], golden: Golden) -> None:
    """The first topics with their tension, with whom and how long, on one screen; no Markdown."""
    shipped = glance("agenda", *DAY, "--minutes", "60")
    golden(shipped.out, "agenda", "shipped-glance-80.txt")
    golden(glance(*ward, "--minutes", "60").out, "agenda", "ward-glance-80.txt")
    without = glance("agenda", *DAY)
    assert "minutes" not in without.out
    for ran in (shipped, without):
        assert len(ran.out.splitlines()) + -(-len(ran.err) // 80) <= 24
        assert not {"#", "*"} & set(ran.out)


def test_what_is_asked_for_by_its_form_is_whole_on_a_terminal_too(
    glance: RunRaci, ward: tuple[str, ...], in_folder: Path
) -> None:
    """Only where nobody said what is wanted does the terminal decide."""
    assert "Decision" not in glance(*ward).out
    assert "Decision" in glance(*ward, "-f", "text").out
    assert glance(*ward, "-f", "markdown").out.startswith("# Alignment meeting")
    assert glance(*ward, "--json").out.startswith("{")
    assert glance(*ward, "-o", "agenda.md").out == ""
    written = (in_folder / "agenda.md").read_text("utf-8")
    assert written == glance(*ward, "-f", "markdown").out


# With whom, and how long


def test_each_topic_says_with_whom(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """The roles concerned, with the people who hold them; at the top those of all topics."""
    out = raci(*ward, "-f", "text").out
    assert "\n  With              Doctor, Matron and Nurse (Ana and Bea)\n" in out.partition("\n\nCon")[0]
    _, _, section = out.partition("\nOpen: Drugs")
    assert "\n  With              Doctor and Nurse (Ana and Bea)\n" in section.partition("\n\n")[0]
    topics = json.loads(raci(*ward, "--json").out)["topics"]
    assert next(each for each in topics if each["name"] == "Drugs") == {
        "kind": "open",
        "name": "Drugs",
        "roles": ["doctor", "nurse"],
        "minutes": None,
    }


def test_the_minutes_of_all_topics_are_those_of_the_meeting(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """Topics stand in the order of the sections, each with its share."""
    for minutes in (1, 17, 60, 240):
        answer = json.loads(raci(*ward, "--minutes", str(minutes), "--json").out)
        assert answer["minutes"] == minutes == sum(topic["minutes"] for topic in answer["topics"])
    order = ["contested", "open", "review", "unowned", "unexamined", "practices", "open-floor"]
    assert list(dict.fromkeys(topic["kind"] for topic in answer["topics"])) == order
    rows = csv.DictReader(StringIO(raci(*ward, "--minutes", "240", "-f", "csv").out))
    named = [str(topic["minutes"]) for topic in answer["topics"] if topic["name"]]
    assert [row["minutes"] for row in rows] == named


def test_topics_that_do_not_fit_are_told(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """They wait for the next time; the section says so as well."""
    out = raci(*ward, "--minutes", "6", "-f", "text").out
    topics, _, sections = out.partition("\n\nContested: ")
    assert "\n  Contested  Bed Plan (6 minutes)\n  Next time  Order Form; Stock Count; " in topics
    assert topics.endswith("; 9 more")
    assert "\nOpen: Drugs  (next time, ward.yaml:" in sections
    assert "\nOpen floor  (next time, what is on people's minds" in sections


@pytest.mark.parametrize("minutes", ["0", "-5", "1441", "x", "1.5", ""])
def test_a_meeting_has_whole_minutes(minutes: str, raci: RunRaci, in_folder: Path) -> None:
    """From one to those of a day; exit code 2."""
    ran = raci("agenda", f"--minutes={minutes}")
    assert (ran.code, ran.out) == (2, "")
    assert "--minutes" in ran.err


def test_it_is_markdown_unless_something_else_is_asked_for(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """`raci agenda > agenda.md` is a page; --json still is short for JSON."""
    assert raci(*ward).out == raci(*ward, "-f", "markdown").out
    assert raci(*ward, "--json").out == raci(*ward, "-f", "json").out


def test_there_is_a_place_for_the_decision_under_each_topic(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """Each of the topics of the JSON has one, and so have the practices and two topics of the open floor."""
    answer = json.loads(raci(*ward, "--json").out)
    topics = sum(len(answer[key]) for key in ("contested", "open", "reviews", "unowned", "unexamined"))
    assert raci(*ward).out.count("**Decision:**") == topics + 1 + 2


def test_contested_work_comes_first(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """The sections of the page are in the order of the meeting."""
    headings = [line[3:] for line in raci(*ward).out.splitlines() if line.startswith("## ")]
    kinds = list(dict.fromkeys(heading.partition(":")[0] for heading in headings))
    last = ["Unowned", "One thing or two?", "Ways of working", "Open floor"]
    assert kinds == ["Topics", "Contested", "Open", "Review", *last]


def test_what_settles_an_area_is_told_once(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """Two contested pieces of one area need one agreement: the second refers to the first."""
    _, _, after = raci(*ward).out.partition("## Contested: Tray List\n")
    section, _, _ = after.partition("\n## ")
    assert "- **To write it down:** see Contested: Order Form." in section
    assert "```" not in section


def test_nothing_to_decide_leaves_the_open_floor(raci: RunRaci, in_folder: Path, golden: Golden) -> None:
    """An agenda all the same, exit code 0."""
    write_files(in_folder, {"r.yaml": NOTHING})
    ran = raci("agenda", *DAY, "--data", "r.yaml")
    assert ran.code == 0
    golden(ran.out, "agenda", "nothing.md")


def test_a_meeting_can_go_through_so_many_pairs(raci: RunRaci, in_folder: Path) -> None:
    """Ten look-alikes are listed, the others are counted; the JSON has all."""
    names = (
        "Audit",
        "Budget",
        "Menu",
        "Shift",
        "Stock",
        "Order",
        "Visit",
        "Wine",
        "Bread",
        "Linen",
        "Garden",
    )
    work = ", ".join(
        f"{{name: {name} {form}, aliases: [the {name} {number} thing]}}"
        for number, name in enumerate(names)
        for form in ("Plan", "Planning")
    )
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {{a: {{name: A, deliverables: [{work}]}}}}"})
    pairs = len(json.loads(raci("agenda", "--data", "r.yaml", "--json").out)["unexamined"])
    out = raci("agenda", "--data", "r.yaml").out
    assert pairs > 10
    assert out.count("- **Names:**") == 10
    assert f" {pairs - 10} more {'is' if pairs == 11 else 'are'} there.\n" in out


# What is asked for


@pytest.mark.parametrize(
    ("within", "due"),
    [
        ("0d", ["Morning", "Tea"]),
        ("30d", ["Morning", "Tea", "Noon"]),
        ("31d", ["Morning", "Tea", "Noon", "Later"]),
        ("4w", ["Morning", "Tea"]),
        ("5w", ["Morning", "Tea", "Noon", "Later"]),
        ("9999w", ["Morning", "Tea", "Noon", "Later"]),
    ],
)
def test_within_says_how_far_ahead_reviews_are_due(
    within: str, due: list[str], raci: RunRaci, ward: tuple[str, ...]
) -> None:
    """In days or weeks; what is past is always there."""
    reviews = json.loads(raci(*ward, "--within", within, "--json").out)["reviews"]
    assert [review["overlap"]["name"] for review in reviews] == due


def test_the_last_of_days_is_far_enough(raci: RunRaci, in_folder: Path) -> None:
    """No period leads beyond the calendar."""
    write_files(in_folder, {"r.yaml": NOTHING})
    arguments = ("agenda", "--data", "r.yaml", "--as-of", "9999-12-30", "--within", "9999w", "--json")
    assert json.loads(raci(*arguments).out)["until"] == "9999-12-31"


@pytest.mark.parametrize("within", ["30", "d", "4W", "-1d", "1.5w", "30 d", "10000d", "²d", "30d\n", ""])
def test_a_bad_period_is_told_with_what_is_allowed(within: str, raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2."""
    ran = raci("agenda", f"--within={within}")
    message = f'raci: --within is "{within}"; write days as 30d or weeks as 4w, from 0 to 9999.'
    assert (ran.code, ran.out) == (2, "")
    assert " ".join(ran.err.split()) == " ".join(message.split())


def test_a_bad_day_is_no_answer(raci: RunRaci, in_folder: Path) -> None:
    """As for lint and health."""
    ran = raci("agenda", "--as-of", "15.6.2026")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'raci: --as-of is "15.6.2026"; write a day as 2026-01-31.\n'


def test_a_role_narrows_it(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """By id, name or alias; an unknown one is told with the nearest, exit code 2."""
    answer = json.loads(raci(*ward, "--role", "Matron", "--json").out)
    assert [each["work"] for each in answer["contested"]] == ["ward-budget"]
    assert (answer["open"], answer["reviews"], answer["unowned"]) == ([], [], [])
    ran = raci(*ward, "--role", "matrn")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'raci: "matrn" is no known role. Did you mean "Matron"? Known: Doctor, Matron, Nurse.\n'


def test_an_agenda_of_some_roles_says_so(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """Their names stand in the title, also where nothing is left; their ids stand in the JSON."""
    of_both = (*ward, "--role", "nurse", "--role", "Matron")
    assert raci(*of_both).out.startswith("# Alignment meeting of Matron and Nurse: ")
    assert json.loads(raci(*of_both, "--json").out)["asked"] == ["matron", "nurse"]
    assert raci(*ward).out.startswith("# Alignment meeting: ")
    assert json.loads(raci(*ward, "--json").out)["asked"] == []


def test_an_agenda_of_a_role_without_a_topic_says_whose_it_is(raci: RunRaci, in_folder: Path) -> None:
    """Nothing has to be decided by this one: others may have a lot to decide."""
    write_files(in_folder, {"r.yaml": NOTHING})
    first, *_ = raci("agenda", "--data", "r.yaml", "--role", "A").out.splitlines()
    assert first == "# Alignment meeting of A: nothing has to be decided."


def test_an_agreement_that_another_one_denies_is_no_fact(raci: RunRaci, in_folder: Path) -> None:
    """Both reviews say who is to be accountable, and that the agreements differ."""
    rows = (
        "version: 1",
        "roles: {a: {name: Ann, deliverables: [{name: X}]}, b: {name: Ben, deliverables: [{name: X}]}}",
        "overlaps:",
        "  p: {name: P, work: [X], agreement: {accountable: a, review: 2026-06-15, because: It is so.}}",
        "  q: {name: Q, work: [X], agreement: {accountable: b, review: 2026-06-15, because: It is so.}}",
    )
    write_files(in_folder, {"r.yaml": "\n".join(rows)})
    out = raci("agenda", *DAY, "--data", "r.yaml", "-f", "text").out
    _, first, second = out.split("\nReview: ")
    assert "Ann is to be accountable for X." in first
    assert "Ben is to be accountable for X." in second
    for review in (first, second):
        assert "  Agreements differ  P names Ann for X (r.yaml:4)\n" in review
        assert "  Agreements differ  Q names Ben for X (r.yaml:5)\n" in review
    assert "is accountable for X" not in out


def ways_of(raci: RunRaci, *roles: str) -> list[str]:
    """Return the ways out of work that some roles claim."""
    listed = ", ".join(f"{role.lower()}: {{name: {role}, deliverables: [{{name: X}}]}}" for role in roles)
    Path("r.yaml").write_text(f"version: 1\nroles: {{{listed}}}", "utf-8")
    lines = iter(raci("agenda", "--data", "r.yaml").out.splitlines())
    assert "- **Ways out:**" in lines
    return [next(lines).removeprefix("  - ") for _ in range(2)]


def test_the_ways_out_of_two_and_of_more(raci: RunRaci, in_folder: Path) -> None:
    """One of two leaves one other, one of three leaves several; the third role is another one then."""
    assert ways_of(raci, "Ann", "Ben") == [
        "One of them: Ann or Ben is accountable. The other keeps its part, or is consulted.",
        "A third role: it is accountable, and they keep their part or are consulted.",
    ]
    assert ways_of(raci, "Ann", "Ben", "Cay") == [
        "One of them: Ann, Ben or Cay is accountable. The others keep their part, or are consulted.",
        "Another role: it is accountable, and they keep their part or are consulted.",
    ]


@pytest.mark.parametrize(
    ("scheme", "ann", "ben", "said"),
    [
        ("raci", "R", "R", "Ann and Ben are responsible"),
        ("raci", "R", "C", "Ann is responsible and Ben is consulted"),
        ("rasci", "R", "S", "Ann as responsible and Ben as support"),
        ("daci", "D", "I", "Ann as driver and Ben as informed"),
        ("rapid", "RA", "RA", "Ann and Ben as recommends and agrees"),
        ("dri", "C", "C", "Ann and Ben are consulted"),
    ],
)
def test_the_parts_in_work_without_an_owner(
    scheme: str, ann: str, ben: str, said: str, raci: RunRaci, in_folder: Path
) -> None:
    """Those with the same part are named together, in words that fit the scheme's."""
    names = {"Ann": ann, "Ben": ben}
    listed = ", ".join(
        f"{name.lower()}: {{name: {name}, deliverables: [{{name: X, letters: [{', '.join(letters)}]}}]}}"
        for name, letters in names.items()
    )
    write_files(in_folder, {"r.yaml": f"version: 1\nscheme: {scheme}\nroles: {{{listed}}}"})
    assert f"\n  Work      X: {said} (r.yaml:3, " in raci("agenda", "--data", "r.yaml", "-f", "text").out


def test_the_markdown_has_no_stray_code_marks(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """A fence holds what is to be copied; else there is no backtick, escaped or not."""
    assert "`" not in raci(*ward).out.replace("```", "")


def test_a_broken_file_is_no_answer(raci: RunRaci, in_folder: Path) -> None:
    """Exit code 2, with the place."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {nme: Ann}}"})
    ran = raci("agenda", "--data", "r.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("r.yaml:2:")


# The JSON and the table


def test_the_json_keeps_to_its_schema(raci: RunRaci, ward: tuple[str, ...], in_folder: Path) -> None:
    """Of a register with every kind of topic, of the shipped one, and of one without any."""
    write_files(in_folder, {"r.yaml": NOTHING})
    for arguments in (ward, ("agenda",), ("agenda", "--data", "r.yaml"), (*ward, "--role", "nurse")):
        jsonschema.Draft7Validator(SCHEMA).validate(json.loads(raci(*arguments, "--json").out))


def test_each_topic_is_a_row_of_the_csv(raci: RunRaci, ward: tuple[str, ...]) -> None:
    """In the order of the meeting, with an empty cell for the decision."""
    rows = list(csv.DictReader(StringIO(raci(*ward, "-f", "csv").out)))
    answer = json.loads(raci(*ward, "--json").out)
    kinds = {"contested": "contested", "open": "open", "reviews": "review", "unowned": "unowned"}
    expected = [name for key, name in kinds.items() for _ in answer[key]] + ["unexamined"]
    assert [row["topic"] for row in rows] == expected
    assert {row["decision"] for row in rows} == {""}


# Hostile text


def nasty(name: str) -> str:
    """Return a register that holds a text wherever an agenda shows one."""
    quoted = json.dumps(name)
    return f"""
version: 1
roles:
  a: {{name: {quoted}, people: [{quoted}], deliverables: [{{name: M, summary: {quoted}}}, {{name: L}}]}}
  b: {{name: B, deliverables: [{{name: M}}, {{name: {json.dumps("x" + name)}, letters: R}}]}}
overlaps:
  o: {{name: {quoted}, sides: {{a: {quoted}, b: {quoted}}}, tension: {quoted}}}
  p:
    name: {quoted}
    tension: {quoted}
    work: [L]
    agreement:
      {{accountable: a, because: {quoted}, escalation: [{quoted}], practices: [p], review: 2026-06-15}}
practices:
  p: {{name: {quoted}, cadence: {quoted}, summary: {quoted}}}
"""


def shown(name: str) -> dict[str, str]:
    """Return the agenda of that register in each form that shows a document."""
    days = date(2026, 6, 15), date(2026, 7, 15)
    found = query.agenda(graph_of(nasty(name)), *days, roles=("a", "b"))
    document = view.agenda(found)
    assert [*found.contested, *found.open, *found.reviews, *found.unowned]
    return {
        each.__name__.rpartition(".")[2]: each.render(document) for each in (text, markdown, html, csv_file)
    }


def test_nasty_text_is_text() -> None:
    """It acts on nothing: no control reaches a terminal, no tag a page, no mark-up the Markdown."""
    plain, found = shown("plain"), shown(ALL_NASTY)
    for page in found.values():
        assert all(char == "\n" or char.isprintable() or char == "\u3000" for char in page)
    assert found["html"].count("<") == plain["html"].count("<")
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    blocks = ([token.type for token in parser.parse(each["markdown"])] for each in (plain, found))
    assert next(blocks) == next(blocks)
    for form in ("text", "markdown", "csv"):
        assert found[form].count("\n") == plain[form].count("\n")
