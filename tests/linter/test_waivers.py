"""Waivers silence what they are written for, and are never passed over in silence."""

from __future__ import annotations

from datetime import date
from textwrap import dedent, indent

import pytest
from raci.linter.selection import Selection, select

from linting import found, linted, waived

MENU = """
    version: 1
    roles:
      cook:
        name: Cook
        responsibilities:
    """


def menu(lines: str) -> str:
    """Return a file whose list of responsibilities has these lines."""
    return dedent(MENU).strip() + "\n" + indent(dedent(lines).removeprefix("\n"), "    ")


@pytest.mark.parametrize(
    "lines",
    [
        "- {name: Menu, letters: R}  # raci: ignore[RACI201] why",
        "- name: Menu\n  letters: R  # raci: ignore[RACI201] why",
        "- name: Menu\n  letters: R  # raci: ignore[no-accountable] why",
        "- name: Menu\n  letters:  # raci: ignore[RACI303] other\n    R  # raci: ignore[RACI201] why",
        "# raci: ignore[RACI201] why\n- {name: Menu, letters: R}",
        "# raci: ignore[RACI201] why\n\n# more words\n- name: Menu\n  summary: |\n    Long.\n\n    # text\n  letters: R",
        "# raci: ignore[RACI201] why\n-\n  name: Menu\n  letters: R",
        "# raci: ignore[RACI201] why\n-   # the item follows\n\n  name: Menu\n  letters: R",
        "- name: Menu\n  # raci: ignore[RACI201] why\n  letters: R",
        "- name: Menu\n  # raci: ignore[RACI201] why\n  ? letters\n  : R",
        "- {\n  name: Menu,\n  # raci: ignore[RACI201] why\n  letters: R}",
        "- {name: Menu, # raci: ignore[RACI999] other\n  letters: R # raci: ignore[RACI201] why\n  }",
        "- {name: Menu,\n\tletters: R}\t#\traci:\tignore[RACI201]\twhy",
        "- {name: Menu, letters: R}  # noqa  # raci: ignore[RACI201] why",
        "- {name: Menu, letters: R}  # raci: ignore[RACI402] other # raci: ignore[RACI201] why",
        "- {name: Menü 🍲, letters: R}  # raci: ignore[RACI201] why",
        '- {name: "Menu # 1", letters: R}  # raci: ignore[RACI201] why',
        "- name: 'Menu'\n  letters: 'R'# raci: ignore[RACI201] why",
        "- {name: Menu, letters: R}  #raci:ignore[RACI201]why",
        "- {name: Menu, letters: R}  ## RACI : IGNORE [ raci201 , ] : why",
        "- {name: Menu, letters: R}  # raci\u00a0ignore[RACI201] why",
        "- {name: Menu, letters: R}  # raci: ignore[RACI201] until 2026-01-01: why",
        "- {name: Menu, letters: R}  # raci: ignore[RACI201] Until 2026-01-01 why",
        "- {name: Menu, letters: R}\n# raci: ignore-file[RACI201] why",
        "- {name: Menu, letters: R}\n# raci: ignore file [RACI201] why",
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_waiver_is_understood(lines: str, ending: str) -> None:
    """A waiver silences the finding that it stands at, however it is spaced, whatever ends the lines."""
    report = linted((menu(lines) + "\n").replace("\n", ending))
    assert found(report, "RACI001", "RACI201", "RACI903", "RACI904") == []
    assert [(each.finding.code, each.reason, each.kind) for each in report.waived] == [
        ("RACI201", "why", "inSource")
    ]


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        ("# raci: ignore", "a.yaml:6:5: RACI902 this waiver names no rule in brackets"),
        ("# raci: ignore all of it", "a.yaml:6:5: RACI902 this waiver names no rule in brackets"),
        ("# raci: ignore RACI201 why", "a.yaml:6:5: RACI902 this waiver names no rule in brackets"),
        ("# raci ignore RACI201 why", "a.yaml:6:5: RACI902 this waiver names no rule in brackets"),
        ("# raci: ignore(RACI201) why", "a.yaml:6:5: RACI902 this waiver names no rule in brackets"),
        ("# raci: ignore[] why", "a.yaml:6:5: RACI902 this waiver names no rule"),
        ("# raci: ignore-file[ , ] why", "a.yaml:6:5: RACI902 this waiver names no rule"),
        ("# raci: ignore[RACI201 why", 'a.yaml:6:5: RACI902 this waiver has no closing "]"'),
        ("# raci: ignored[RACI201] why", 'a.yaml:6:5: RACI902 "raci: ignored" is no waiver'),
        ("# raci: ignore-next-line[RACI201] why", 'a.yaml:6:5: RACI902 "raci: ignore-next-line" is no waiver'),
        ("# raci: disable RACI201 why", 'a.yaml:6:5: RACI902 "raci: disable" is no waiver'),
        ("# raci: igonre [RACI201] why", 'a.yaml:6:5: RACI902 "raci: igonre" is no waiver'),
        ("# raci: ignore[ALL] why", 'a.yaml:6:20: RACI902 "ALL" is no rule that could be waived'),
        ("# raci: ignore[RACI2] why", 'a.yaml:6:20: RACI902 "RACI2" is no rule that could be waived'),
        ("# raci: ignore[RACI201]", "a.yaml:6:5: RACI903 this waiver gives no reason"),
        ("# raci: ignore[RACI201] ...", "a.yaml:6:5: RACI903 this waiver gives no reason"),
        ("# raci: ignore[RACI201] until 2026-05-01:", "a.yaml:6:5: RACI903 this waiver gives no reason"),
        ("# raci: ignore[RACI201] until 2025-12-31: why", "a.yaml:6:5: RACI904 this waiver expired on 2025-12-31"),
        (
            "# raci: ignore[RACI201] until 1.5.2026: why",
            'a.yaml:6:5: RACI904 until when this waiver holds is not clear: "1.5.2026" is no date',
        ),
        (
            "# raci: ignore[RACI201] until",
            'a.yaml:6:5: RACI904 until when this waiver holds is not clear: no date follows "until"',
        ),
    ],
)  # fmt: skip
def test_what_is_not_in_order_is_said_and_silences_nothing(lines: str, finding: str) -> None:
    """A waiver that is not understood, gives no reason or has expired is a finding, and what it is at stays."""
    report = linted(menu(lines + "\n- {name: Menu, letters: R}\n"))
    said = [f"{each.location}: {each.code} {each.message}" for each in report.findings if each.code > "RACI9"]
    assert said == [finding]
    assert found(report, "RACI201") == ["a.yaml:7 RACI201"]
    assert report.waived == ()


@pytest.mark.parametrize(
    "lines",
    [
        "# raci: ignored by everybody",
        "# raci ignores this, they say",
        "# raci: see [1]",
        "# raci: RACI201 is meant to be found here",
        "# tiraci: ignore[RACI201] why",
        "# ignore[RACI201] this is not for raci",
        '- {name: Table Plan, summary: "# raci: ignore[RACI201]"}',
        "- {name: Table Plan, summary: 'two\n    # raci: ignore[RACI201]'}",
        "- name: Table Plan\n  summary: >-  # words\n    Long.\n    # raci: ignore[RACI201]\n\n    # raci: ignore[]",
        "- {name: 'Table # raci: ignore[RACI201]'}",
        "- {name: 'a # raci: ignore[x]', 'summary': b}",
        "- {name: a#raci:ignore[RACI201]}".replace("[RACI201]", ""),
    ],
)
def test_what_only_reads_like_a_waiver_is_none(lines: str) -> None:
    """Prose, and text in quotes or blocks, neither silences nor is called a waiver."""
    report = linted(menu(lines + "\n- {name: Menu, letters: R}\n"))
    assert [each for each in found(report) if "RACI9" in each or "RACI0" in each] == []
    assert len(found(report, "RACI201")) == 1
    assert report.waived == ()


def test_a_comment_may_follow_the_sign_of_a_block() -> None:
    """After `|` a comment is a comment."""
    report = linted(menu("- name: Menu\n  letters: R\n  summary: | # raci: ignore[RACI201]\n    Text.\n"))
    assert found(report, "RACI903") == ["a.yaml:8 RACI903"]


AREA = """
    version: 1
    roles:
      # raci: ignore[RACI201] the whole role
      cook:
        name: Cook
        responsibilities:
          - {name: Menu, letters: R}
          - {name: Dish, letters: R}
      buyer:  # raci: ignore[RACI201] only this line
        name: Buyer
        responsibilities:
          - {name: Order, letters: R}
          # raci: ignore[RACI201] the item
          # raci: ignore[RACI402] not needed
          - name: Price
            letters:
              R
          - {name: Bill, letters: R}
    """


def test_a_waiver_holds_for_its_entry_and_no_more() -> None:
    """Above a role it holds for the role, above an item for the item, behind a key for its line."""
    report = linted(AREA)
    assert found(report, "RACI201", "RACI901") == [
        "a.yaml:9 RACI901",
        "a.yaml:12 RACI201",
        "a.yaml:14 RACI901",
        "a.yaml:18 RACI201",
    ]
    assert waived(report) == [
        "a.yaml:7 RACI201 inSource: the whole role",
        "a.yaml:8 RACI201 inSource: the whole role",
        "a.yaml:17 RACI201 inSource: the item",
    ]


def test_the_closest_waiver_gives_the_reason() -> None:
    """A line says more than its entry, and the entry more than the file."""
    text = menu(
        """
        # raci: ignore[RACI201] entry
        - {name: Menu, letters: R}  # raci: ignore[RACI201] line
        # raci: ignore[RACI201] entry
        - {name: Dish, letters: R}
        - {name: Plan, letters: R}
        # raci: ignore-file[RACI201] file
        """
    )
    assert [each.reason for each in linted(text).waived] == ["line", "entry", "file"]


@pytest.mark.parametrize(
    "above", ["roles:", "overlaps:", "  two-lists:", "    agreement:", "    work:", "      - Menu"]
)
def test_a_waiver_may_stand_above_any_entry(above: str) -> None:
    """Roles, overlaps, agreements and the items of lists are entries."""
    text = dedent(
        """
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu, letters: R}]}
        overlaps:
          two-lists:
            agreement:
              accountable: cook
              because: He cooks.
            work:
              - Menu
        """
    )
    before, after = text.split(f"\n{above}\n")
    lines = (
        f"{before}\n{' ' * (len(above) - len(above.lstrip()))}# raci: ignore[RACI402] why\n{above}\n{after}"
    )
    (finding,) = [each for each in linted(lines).findings if each.code == "RACI901"]
    assert "silences nothing" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nroles:\n  cook: {name: Cook}\n# raci: ignore[RACI201] why\n",
        "version: 1\nroles:\n  cook: {\n    name: Cook\n    # raci: ignore[RACI201] why\n    }\nunowned: []\n",
    ],
)
def test_a_waiver_above_nothing_is_said(text: str) -> None:
    """A waiver below which no entry begins does not reach to the next one further down."""
    (finding,) = [each for each in linted(text).findings if each.code == "RACI901"]
    assert finding.message == "this waiver of RACI201 (no-accountable) stands above no entry"


def test_only_selected_rules_are_called_unused() -> None:
    """A waiver of a rule that is not selected is left alone."""
    text = menu("# raci: ignore[RACI201, RACI402] why\n- {name: Menu}\n")
    report = linted(text, selection=Selection(select(None, ["RACI402"])))
    assert [each.subject for each in report.findings if each.code == "RACI901"] == ["RACI201"]


def test_a_waiver_may_serve_a_rule_that_is_ignored_in_the_file() -> None:
    """What a file's pattern ignores is neither waived nor is its waiver unused."""
    selection = Selection(per_file_ignores={"a.yaml": frozenset({"no-accountable"})})
    report = linted(menu("- {name: Menu, letters: R} # raci: ignore[RACI201] why\n"), selection=selection)
    assert (found(report), report.waived) == ([], ())


def test_text_with_a_mistake_is_text_too() -> None:
    """What was not loaded still stands in the file: what reads like a waiver in its quotes is none."""
    text = menu('- {name: Menu, sumary: "# raci: ignore[in-quotes] why"}\n')
    assert found(linted(text)) == ["a.yaml:6 RACI008"]


def test_waivers_can_be_turned_off() -> None:
    """Without waivers everything is reported, and they are not judged."""
    report = linted(menu("- {name: Menu, letters: R} # raci: ignore[RACI201, RACI9] \n"), waivers=False)
    assert (found(report), report.waived) == (["a.yaml:6 RACI201"], ())


def test_where_something_did_not_load_nothing_is_called_unused() -> None:
    """A mistake may hide what is waived: its waiver is not judged, the others are, unless the file has an end missing."""
    broken = menu(
        "# raci: ignore[RACI201] why\n- {name: Menu, letters: X}\n- {name: Dish} # raci: ignore[RACI201] why\n"
    )
    assert found(linted(broken), "RACI901") == ["a.yaml:8 RACI901"]
    unread = "version: 1\nroles: [\n# raci: ignore[]\n"
    good = menu("- {name: Menu}\n# raci: ignore-file[RACI201] why\n# raci: ignore[]\n")
    report = linted(good, unread)
    assert report.incomplete
    assert found(report, "RACI901", "RACI902") == ["a.yaml:8 RACI902"]


def test_what_loading_finds_cannot_be_waived() -> None:
    """A file that does not load stays broken for every other command."""
    report = linted(menu("- {name: Menu, letters: X} # raci: ignore[unknown-letter] why\n"))
    assert found(report, "RACI104", "RACI902") == ["a.yaml:6 RACI104", "a.yaml:6 RACI902"]


def test_waivers_in_files_that_are_not_reported_on_still_hold() -> None:
    """Narrowing the report takes out findings, waived ones and those about waivers alike."""
    text = menu("- {name: Menu, letters: R} # raci: ignore[RACI201, RACI402] why\n")
    report = linted(text, text.replace("cook", "buyer").replace("Cook", "Buyer"), only=frozenset({"b.yaml"}))
    assert {each.location.file for each in report.findings} <= {"b.yaml"}
    assert {each.finding.location.file for each in report.waived} <= {"b.yaml"}


def test_the_day_is_the_one_given() -> None:
    """A waiver holds on its last day and no longer."""
    text = menu("- {name: Menu, letters: R} # raci: ignore[RACI201] until 2026-01-01: why\n")
    assert found(linted(text)) == []
    assert found(linted(text, today=date(2026, 1, 2))) == ["a.yaml:6 RACI201", "a.yaml:6 RACI904"]
