"""Fixes: what they make of a text, and that they make nothing worse."""

# ruff: noqa: RUF001 - what people type in place of plain letters

from __future__ import annotations

import json
import re
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raci.faults.finding import Severity
from raci.linter.baseline import Baseline
from raci.linter.fixing import Checked, Fixed, fixed
from raci.linter.lint import LintOptions, less_known, lint
from raci.loading.load import read_files
from raci.loading.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 1, 1)
BASELINE = "baseline.json"


def fix(
    texts: Mapping[str, str], *, with_unsafe: bool = False, checks: list[Mapping[str, str]] | None = None
) -> Fixed:
    """Return the texts by file after their fixes, and what is found then; `checks` gets what was checked."""

    def check(changed: Mapping[str, str]) -> Checked:
        if checks is not None:
            checks.append(changed)
        now = {**texts, **changed}
        baseline = Baseline.read(now[BASELINE], BASELINE) if BASELINE in now else None
        files = [SourceFile(name, text.encode) for name, text in now.items() if name != BASELINE]
        loaded, how = read_files(files, keep_texts=True), LintOptions(TODAY)
        report = less_known(lint(loaded, how), baseline, loaded, how)
        bad = (each for each in report.findings if each.severity is Severity.ERROR)
        return Checked(report, tuple(bad), loaded.unread)

    return fixed(check({}), check, with_unsafe=with_unsafe)


def text_of(text: str, *, with_unsafe: bool = False) -> str:
    """Return a text after its fixes."""
    return fix({"a.yaml": text}, with_unsafe=with_unsafe).texts.get("a.yaml", text)


def cook(lines: str) -> str:
    """Return a file with these lines below its cook."""
    return "version: 1\nroles:\n  buyer: {name: Buyer}\n  cook:\n    name: Cook\n" + "".join(
        f"    {line}\n" for line in dedent(lines).strip("\n").split("\n")
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("roles: {}\n", "version: 1\nroles: {}\n"),
        ("# ours\n---\nroles: {}\n", "# ours\n---\nversion: 1\nroles: {}\n"),
        ("{roles: {}}", "{version: 1, roles: {}}"),
        ("verison: 1\nroles: {}\n", "version: 1\nroles: {}\n"),
        ("roles: {}\r\nscheme: RASCI\r\n", "version: 1\r\nroles: {}\r\nscheme: rasci\r\n"),
    ],
)
def test_a_file_gets_its_version(before: str, after: str) -> None:
    """A missing version is written first, one that is misspelt is not written twice."""
    assert text_of(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reportsTo: buyer", "reports_to: buyer"),
        ("Reports-To: buyer", "reports_to: buyer"),
        ('"reports_too": buyer  # above', '"reports_to": buyer  # above'),
        ("responsiblities: [{name: Menu, leters: A}]", "responsibilities: [{name: Menu, letters: A}]"),
        ("“summary”: Cooks.", "summary: Cooks."),
        (
            "responsibilities: [{name: Menu, letters: Accountable}]",
            "responsibilities: [{name: Menu, letters: A}]",
        ),
        (
            'responsibilities: [{name: Menu, letters: "responsible/accountable"}]',
            'responsibilities: [{name: Menu, letters: "R/A"}]',
        ),
        (
            "responsibilities: [{name: Menu, letters: [Ａ, R]}]",
            "responsibilities: [{name: Menu, letters: [A, R]}]",
        ),
        ("responsibilities: [{name: Menu, with: {buyer: –}}]", "responsibilities: [{name: Menu}]"),
        ("reports_to: “buyer”", "reports_to: buyer"),
        ("reports_to: buуer", "reports_to: buyer"),
        ("aliases: [chef, COOK, Chef, cook]", "aliases: [chef]"),
        ("aliases: [“chef”, chef]", "aliases: [chef]"),
        ("aliases: [chef, '\"Chef\"', ‘chef’, „cook“]", "aliases: [chef]"),
        ("aliases: [“chef”]", "aliases: [“chef”]"),
        ("aliases:\n  - cook\nsummary: Cooks.", "summary: Cooks."),
        ("summary：Cooks.", "summary: Cooks."),
        ("aliases:\n  – chef\n  – cuisinier", "aliases:\n  - chef\n  - cuisinier"),
        ("summary: Cooks.\n\u00a0\u00a0contact: here", "summary: Cooks.\n  contact: here"),
    ],
)
def test_what_can_mean_one_thing_only_is_written_so(before: str, after: str) -> None:
    """Safe fixes write what was meant, in the style of the file."""
    if "\u00a0" in before:
        before, after = (
            cook(before).replace("    \u00a0\u00a0", "  \u00a0\u00a0"),
            cook(after).replace("      c", "    c"),
        )
        assert text_of(before) == after
    else:
        assert text_of(cook(before)) == cook(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reports_to: buyr", "reports_to: buyer"),
        ("reports_to: Buyr", "reports_to: Buyer"),
        ("reports_to: “buyr”", "reports_to: buyer"),
        (
            "responsibilities: [{name: Menu, with: {byer: Consulted}}]",
            "responsibilities: [{name: Menu, with: {buyer: C}}]",
        ),
        ("responsibilities: [{name: Menu, letters: A*}]", "responsibilities: [{name: Menu, letters: A}]"),
    ],
)
def test_guesses_are_made_where_they_are_asked_for(before: str, after: str) -> None:
    """A fix that guesses waits for --unsafe-fixes."""
    assert text_of(cook(before), with_unsafe=True) == cook(after)
    assert "Buyer}" not in text_of(cook(before)).partition("cook:")[2]


@pytest.mark.parametrize(
    "lines",
    [
        "reports_to: sommelier",
        "contacts: [a, b]",
        "note: x",
        "name_: Chef",
        "summary: Cooks.\nsumary: He cooks.",
        "responsibilities: [{name: Menu, letters: X}]",
        "responsibilities: [{name: Menu, letters: n/a}]",
        "reports_to: &boss buyr",
    ],
)
def test_nothing_is_made_up(lines: str) -> None:
    """What may mean several things, or fits nowhere, stays as it is."""
    assert text_of(cook(lines), with_unsafe=True) == cook(lines)


def test_tabs_become_spaces() -> None:
    """A file that indents by tabs is read when they are spaces."""
    text = "version: 1\nroles:\n\tcook:\n\t\tname: Cook\n\t\tdeliverables:\n\t\t\t-\tname: Menu\n\t\t\t\tletters: AR\n"
    left = fix({"a.yaml": text})
    assert left.texts["a.yaml"] == text.replace("-\t", "- ").replace("\t", "  ")
    assert not [each for each in left.report.findings if each.severity != "info"]


COOK = "version: 1\nroles:\n  cook:\n    name: Cook\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{COOK}\t\n", f"{COOK}\n"),
        (f"{COOK}    \t", COOK),
        (f"{COOK} \t \n    aliases: [chef]\n", f"{COOK}\n    aliases: [chef]\n"),
        (f"{COOK}\t\n".replace("\n", "\r\n"), f"{COOK}\n".replace("\n", "\r\n")),
        (
            f"{COOK}\taliases: [chef]\n    summary: Cooks.\n",
            f"{COOK}    aliases: [chef]\n    summary: Cooks.\n",
        ),
        (
            f"{COOK}    deliverables:\n      -\tname: Menu\n",
            f"{COOK}    deliverables:\n      - name: Menu\n",
        ),
        (f"{COOK}  \t# why\n    aliases: [chef]\n", f"{COOK}    # why\n    aliases: [chef]\n"),
    ],
)
def test_tabs_that_can_mean_one_level_become_spaces(before: str, after: str) -> None:
    """Whatever the width of a tab: the file says the same, or nothing at all."""
    assert text_of(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\nroles:\n  cook:\n\tname: Cook\n",
        "version: 1\nroles:\n  cook:\n\tname: Cook\n\taliases: [chef]\n  buyer: {name: Buyer}\n",
        f"{COOK}\taliases: [chef]\n",
        f"{COOK}    reports_to:\n\tboss:\n        name: Boss\n",
    ],
)
def test_tabs_that_can_mean_several_levels_stay(text: str) -> None:
    """Nobody knows how wide they were meant to be, so that there is no fix, safe or not."""
    assert text_of(text, with_unsafe=True) == text
    assert not any(each.fix for each in unfixed(text).report.findings)


OWNERS = """\
version: 1
roles:
  owner: {name: Owner}
  head-chef: {name: Head Chef, reports_to: USED}
  buyer: {name: Buyer, reports_to: USED}
  waiter: {name: Waiter, reports_to: WRONG}
"""


@pytest.mark.parametrize(
    ("used", "wrong", "mended"),
    [
        ("owner", "onwer", "owner"),
        ("owner", "Onwer", "owner"),
        ("Owner", "onwer", "Owner"),
        ("Owner", "haed chef", "Head Chef"),
        ("head-chef", "Haed Chef", "head-chef"),
    ],
)
def test_a_misspelt_reference_is_mended_as_its_file_refers_to_things(
    used: str, wrong: str, mended: str
) -> None:
    """By ids or by names, as most references of the file are."""
    text = OWNERS.replace("USED", used)
    text = text.replace("head-chef: {name: Head Chef, reports_to: head-chef}", "head-chef: {name: Head Chef}")
    assert text_of(text.replace("WRONG", wrong), with_unsafe=True) == text.replace("WRONG", mended)


def test_misspelt_work_is_mended_as_its_file_refers_to_work() -> None:
    """Also as keys, and where roles are referred to in another way."""
    text = cook("reports_to: Buyer\nresponsibilities: [{name: Wine List, produces: [menu-card, mneu-card]}]\n"
                "deliverables: [{name: Menu Card}, {name: Plan, with: {Byer: C}}]")  # fmt: skip
    wanted = text.replace("Byer", "Buyer").replace("menu-card, mneu-card", "menu-card, menu-card")
    assert text_of(text, with_unsafe=True) in {wanted, text.replace("Byer", "Buyer")}


LISTS = """\
version: 1
roles:
  cook:
    name: Cook
    aliases:
    – chef
    - cuisinier
    deliverables:
      - name: Menu

        with:
          buyer: C
      — name: Wine List
        summary: What we pour,
          – and from where.
        # below
        aliases:
          • wines
          − "bottles"
      – name: Plates
        aliases: [dishes]
      ‣ name: Bread
  buyer:
    name: Buyer
    responsibilities:
    •\tname: Prices
    – name: Stock
      produces:
      - Menu
      – Plates
"""


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("odd", ["–", "—", "−", "•", "‐", "·"])
def test_dashes_of_any_kind_become_hyphens(odd: str, eol: str) -> None:
    """All of a file at once, in lists in lists too; in a text they stay."""
    text = LISTS.replace("\n", eol)
    plain = re.sub("^( *)[–—•−‣]", r"\1-", text, flags=re.MULTILINE).replace("-\t", "- ")
    plain = plain.replace("- and from", "– and from")
    assert text_of(text) == plain
    alike = re.sub("^( *)[–—•−‣]", rf"\1{odd}", text, flags=re.MULTILINE)
    assert text_of(alike) == plain.replace("– and from", f"{odd} and from")


@pytest.mark.parametrize("sign", ["–", "—", "−", "•"])
def test_a_list_that_begins_with_hyphens_goes_on_with_them(sign: str) -> None:
    """The message names the sign, whatever the parser makes of it."""
    text = cook(f"deliverables:\n- name: Menu\n{sign} name: Wine")
    [finding] = unfixed(text).report.findings
    assert (finding.code, finding.location[1:3]) == ("RACI001", (8, 5))
    assert "which YAML takes for a letter" in finding.message
    assert text_of(text) == text.replace(sign, "-")


LINES = st.lists(
    st.sampled_from(
        ["", "\t", " \t", "\t ", "  ", "\u00a0", "- ", "-\t", "\u2013 ", "\u2022\t", "a:", "a：", "roles:", "aliases: ", "name: A",
         " ", "[", "}", ", ", "# c", "|", '"', "b"]
    ),
    max_size=4,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=7), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", COOK]))
def test_whatever_is_wrong_with_lines_a_fix_has_something_to_repair(
    lines: list[str], eol: str, begin: str
) -> None:
    """Blank lines with tabs, dashes without an item, colons without a key: nothing ends in a crash."""
    text = eol.join([*begin.splitlines(), *lines])
    assert all(each.fix.repairs for each in unfixed(text).report.findings if each.fix)
    once = text_of(text, with_unsafe=True)
    assert text_of(once, with_unsafe=True) == once


@pytest.mark.parametrize(
    ("comment", "after", "safe"),
    [
        ("# raci: ignore[RACI201] why", "", False),
        ("# raci: ignore[RACI201]", "", True),
        ("# noqa # raci: ignore[RACI201]", "# noqa", True),
        ("# raci: ignore[RACI201] # raci: ignore[RACI502] why", "# raci: ignore[RACI502] why", True),
        ("# raci: ignore[RACI201, RACI502] why", "# raci: ignore[RACI502] why", True),
        ("# raci: ignore[RACI502,RACI201] why", "# raci: ignore[RACI502] why", True),
        ("# raci: ignore[RACI201, RACI502, RACI202] why", "# raci: ignore[RACI502] why", True),
        ("# raci: ignore[RACI201, RACI202] why", "", False),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_waivers_without_use_go(comment: str, after: str, safe: bool, alone: bool) -> None:
    """A rule goes out of the brackets, a comment with its line; one with a reason only if that is asked for."""

    def file(remark: str) -> str:
        above, behind = (
            (f"  {remark}\n" if remark else "", "") if alone else ("", f"  {remark}" if remark else "")
        )
        return f"version: 1\nroles:\n{above}  cook: {{name: Cook, deliverables: [{{name: Menu}}]}}{behind}\n"

    assert text_of(file(comment), with_unsafe=True) == file(after)
    assert (text_of(file(comment)) == file(after)) is safe


def baseline(*entries: str) -> str:
    """Return a baseline file with entries."""
    return '{"schema_version": 1, "findings": [\n  ' + ",\n  ".join(entries) + "\n]}\n"


def entry(subject: str, count: int, more: str = "") -> str:
    """Return an entry of a baseline."""
    return f'{{"rule": "RACI201", "file": "a.yaml", "subject": "{subject}", "count": {count}{more}}}'


def test_stale_entries_leave_the_baseline() -> None:
    """Entries go, or are counted down; one with a reason goes only if that is asked for."""
    text = cook('responsibilities: [{name: Menu, letters: R}, {name: "\\"count\\": 9", letters: R}]')
    reasoned = entry("old", 1, ', "reason": "said so"')
    before = {
        "a.yaml": text,
        BASELINE: baseline(entry("gone", 1), entry("menu", 3), reasoned, entry("away", 2)),
    }
    assert fix(before).texts == {BASELINE: baseline(entry("menu", 1), reasoned)}
    assert fix(before, with_unsafe=True).texts == {BASELINE: baseline(entry("menu", 1))}


def test_an_agreement_escalates_to_whom_all_report() -> None:
    """That is likely, and for people to say: unsafe."""
    text = dedent(
        """\
        version: 1
        roles:
          owner: {name: Owner}
          cook: {name: Cook, reports_to: owner, deliverables: [{name: Menu}]}
          buyer: {name: Buyer, reports_to: owner, deliverables: [{name: Menu}]}
        overlaps:
          menu:
            work: [Menu]
            agreement:
              accountable: cook
              because: Guests come for the food.  # so there
        """
    )
    assert text_of(text) == text
    assert text_of(text, with_unsafe=True) == text + "      escalation: [owner]\n"


def test_spellings_become_one() -> None:
    """Names that differ in case or quotes only are written as the accountable role writes them."""
    text = "version: 1\nroles:\n  a: {name: A, deliverables: [{name: Chef’s Plan}]}\n"
    other = '  b: {name: B, deliverables: [{name: "chef\'s plan", letters: C}]}\n'
    assert text_of(text + other) == text + other.replace("chef's plan", "Chef’s Plan")


def test_a_fix_that_makes_an_error_is_refused() -> None:
    """Two works of one look become one that two roles own: the fix is not made, and offered no more."""
    text = 'version: 1\nroles:\n  a: {name: A, deliverables: [{name: Menu}]}\n  b: {name: B, deliverables: [{name: "\\u041cenu"}]}\n'
    left = fix({"a.yaml": text}, with_unsafe=True)
    assert left.texts == {}
    assert [each.fix for each in left.report.findings if each.name == "confusable-names"] == [None]


def test_others_are_made_beside_one_that_is_refused() -> None:
    """A role that is named twice is nobody's wish; the fixes beside it are made."""
    text = cook("reports_to: buyr\nresponsibilities: [{name: Menu, with: {buyer: C, byer: I}}]")
    assert text_of(text, with_unsafe=True) == text.replace("buyr", "buyer")


def test_an_error_is_new_also_where_its_like_is_known() -> None:
    """A name that is listed twice becomes one that is listed three times: the fix is not made."""
    works = "[{name: Menu}, {name: Menu}, {name: \u041cenu}]"
    text = cook(f"deliverables: {works}")
    assert text_of(text, with_unsafe=True) == text


def test_fixes_of_all_kinds_are_made_at_once() -> None:
    """What stands by itself, whatever it hides, is mended in one round and checked once."""
    text = cook(
        "reportsTo: buyer\nresponsibilities:\n"
        "  - {name: Menu, letters: Ａ, aliases: [Menu, card], with: {buyer: Consulted}}"
    )
    checks: list[Mapping[str, str]] = []
    left = fix({"a.yaml": text}, checks=checks)
    assert left.texts["a.yaml"] == cook(
        "reports_to: buyer\nresponsibilities:\n"
        "  - {name: Menu, letters: A, aliases: [card], with: {buyer: C}}"
    )
    assert checks == [{}, left.texts]


def test_a_waiver_waits_for_what_it_may_silence() -> None:
    """One that silences nothing as long as letters are unknown stays, if it does when they are mended."""
    text = cook(
        "responsibilities:\n"
        "  - name: Menu\n    letters: A  # raci: ignore[RACI202, RACI413] so\n"
        "  - {name: Plan, letters: R, aliases: [plan]}"
    )
    text = text.replace(
        "buyer: {name: Buyer}", "buyer: {name: Buyer, deliverables: [{name: Menu, letters: accountable}]}"
    )
    fixed_text = text_of(text, with_unsafe=True)
    assert "letters: A}" in fixed_text
    assert "# raci: ignore[RACI202] so" in fixed_text


def test_a_guess_waits_for_the_names_that_come_to_light() -> None:
    """A reference that would be mended by a name that comes near is none where a misspelt field had it."""
    text = cook("aliasses: [buyr]\nresponsibilities: [{name: Menu, aliases: [menu]}]")
    text += "  owner: {name: Owner, reports_to: buyr}\n"
    assert "reports_to: buyr" in text_of(text, with_unsafe=True)


NAMES = st.sampled_from(
    ["Menu", "menu", "“Menu”", "Мenu", "Wine List", "wine-list", "Plan", "Q&A", "q and a"]
)
LETTERS = st.sampled_from(
    ["A", "AR", "R", "C", "Accountable", "responsible", "Ａ", "–", "n/a", "A*", "X", "consulted"]
)
ROLES = st.sampled_from(["cook", "Cook", "buyer", "byer", "boss", "“boss”", "bоss", "owner", "Chef"])
FIELD = st.sampled_from(["letters", "leters", "Letters", "letter", "with"])
COMMENTS = st.sampled_from(
    [
        "",
        "",
        "  # raci: ignore[RACI201]",
        "  # raci: ignore[RACI201, look-alike] why",
        "  # kept",
        "  # raci: ignore[RACI502] so",
    ]
)


@st.composite
def items(draw: st.DrawFn) -> str:
    """Return an item of a list of work, in one of several styles, and with one of several mistakes."""
    name, letters, role = draw(NAMES), draw(LETTERS), draw(ROLES)
    aliases = ", ".join(draw(st.lists(NAMES, max_size=3)))
    if draw(st.booleans()):
        field = draw(FIELD)
        value = f"{{{role}: {letters}}}" if field == "with" else letters
        return f"      - {{name: {name}, {field}: {value}, aliases: [{aliases}]}}{draw(COMMENTS)}\n"
    lines = [f"      - name: {name}{draw(COMMENTS)}", f"        {draw(FIELD)}: {letters}"]
    lines += [f"        aliases:{draw(COMMENTS)}", f"          - {name}"] if draw(st.booleans()) else []
    lines += ["        with:", f"          {role}: {letters}{draw(COMMENTS)}"] if draw(st.booleans()) else []
    return "".join(f"{line}\n" for line in lines)


@st.composite
def registers(draw: st.DrawFn) -> str:
    """Return a file with mistakes of all kinds."""
    parts = [draw(st.sampled_from(["version: 1\n", "", "verson: 1\n", "# ours\n"])), "roles:\n"]
    for role in ("cook", "buyer", "boss"):
        parts.append(f"  {role}:{draw(COMMENTS)}\n    name: {role.title()}\n")
        if draw(st.booleans()):
            parts.append(
                f"    {draw(st.sampled_from(['reports_to', 'reportsTo', 'reports']))}: {draw(ROLES)}\n"
            )
        if work := draw(st.lists(items(), max_size=3)):
            field = draw(st.sampled_from(["deliverables", "deliverable", "responsiblities"]))
            parts.append(f"    {field}:\n{''.join(work)}")
    if draw(st.booleans()):
        parts.append(
            f"overlaps:\n  o:\n    work: [Menu]\n    agreement: {{accountable: {draw(ROLES)}, because: So.}}\n"
        )
    eol = draw(st.sampled_from(["\n", "\r\n"]))
    text = "".join(parts)
    if draw(st.integers(0, 5)) == 0:
        text = text.replace("    name", " \u00a0  name")
    text = text[:-1] if draw(st.booleans()) else text
    return text.replace("\n", eol)


def errors(left: Fixed) -> set[tuple[str, str]]:
    """Return the errors of a report by code and subject."""
    return {(each.code, each.subject) for each in left.report.findings if each.severity is Severity.ERROR}


@settings(max_examples=150)
@given(registers(), st.booleans())
def test_fixing_twice_is_fixing_once(text: str, with_unsafe: bool) -> None:
    """What was fixed has no fix left that would be made, and the text stays as it is."""
    once = text_of(text, with_unsafe=with_unsafe)
    assert text_of(once, with_unsafe=with_unsafe) == once


@settings(max_examples=150)
@given(registers(), st.booleans())
def test_no_fix_makes_an_error(text: str, with_unsafe: bool) -> None:
    """Where nothing was hidden there are no new errors, and what could be read still can."""
    before, after = (
        fix({"a.yaml": text}, with_unsafe=with_unsafe) if fixes else unfixed(text) for fixes in (False, True)
    )
    if not any(each.code < "RACI2" for each in before.report.findings if each.severity is Severity.ERROR):
        assert errors(after) <= errors(before)
    if not before.report.incomplete:
        assert not after.report.incomplete


@settings(max_examples=150)
@given(registers(), st.booleans())
def test_no_fix_takes_a_comment(text: str, with_unsafe: bool) -> None:
    """But for waivers, which are no words of people's own."""
    assert text_of(text, with_unsafe=with_unsafe).count("# kept") == text.count("# kept")


@pytest.mark.parametrize("lines", ["aliases:\n  # keep!\n  - cook", "aliases:\n  - chef\n  - cook  # keep!"])
def test_a_fix_that_would_take_a_comment_is_for_people(lines: str) -> None:
    """It is not made and not offered, and why is told."""
    left = fix({"a.yaml": cook(lines)}, with_unsafe=True)
    assert not left.texts
    [(finding, why)] = left.by_hand
    assert (finding.code, finding.location.line) == ("RACI504", 8)
    assert why == f"The comment in line {8 if 'chef' in lines else 7} would go with it."


@pytest.mark.parametrize(
    "style",
    [{}, {"indent": 2}, {"indent": 4}, {"indent": "\t"}, {"indent": 0}, {"separators": (",", ":")}],
    ids=str,
)
def test_a_fix_leaves_json(style: dict[str, Any]) -> None:
    """Missing versions, misspelt fields and references, doubled aliases, letters, what holds nothing."""
    cook = {"name": "Cook", "aliases": ["cook", "chef"], "reportsTo": "boos", "deliverables": []}
    work = [{"name": "Menu", "letter": "Accountable", "with": {"boss": "n/a"}}]
    agreement = {"accountable": "boss", "because": "So."}
    data = {
        "roles": {
            "cook": cook,
            "boss": {"name": "Boss", "responsibilities": work},
            "buyer": {"name": "Buyer", "reports_to": "cook", "responsibilities": [{"name": "menu"}]},
        },
        "overlaps": {"o": {"work": ["Menu"], "agreement": agreement}},
    }
    parts: list[dict[str, Any]] = [data, {"roles": {}}]
    for part in parts:
        text = json.dumps(part, **style)
        after = text_of(text, with_unsafe=True)
        assert json.loads(after).keys() == {"version", *part}
        assert text_of(after, with_unsafe=True) == after
        ours = json.dumps({"version": 1, **part}, **style)
        assert after.startswith(ours[:12]) or style.get("indent") == "\t"


def unfixed(text: str) -> Fixed:
    """Return what is found in a text as it is."""
    files = [SourceFile("a.yaml", text.encode)]
    return Fixed(lint(read_files(files, keep_texts=True), LintOptions(TODAY)), {}, ())
