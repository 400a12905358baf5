"""What is offered as a way out is pasted where the text says, and does what it promises."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from raci.cli.app import main

from conftest import RunRaci, write_files

NAMES = (
    "Menu",
    "Mise en place",
    "Plan: one, [x] #2",
    "no",
    "null",
    "1e3",
    "2026-01-15",
    "Über/Straße",
    "献立",
    'The "best" of all',
    "Chef's Table",
    "- dash",
    "a # b",
    "{curly}",
    "@at",
    "`tick`",
    "50% off",
    "!bang",
    "*star",
    "&anchor",
    "? what",
    "| pipe",
    "R&D (all)",
    "back\\slash",
    "quotes' end'",
    "a: b",
    "trailing colon:",
    "emoji 🍞",
    ">fold",
    ".dots.",
)

# Words that say nothing are no names that look alike.
SPEAKING = tuple(name for name in NAMES if name not in {"no", "@at", "? what"})


COMMANDS = {
    "To settle it:",
    "To settle it as it stands:",
    "To say how they differ:",
    "Or, if they are one thing:",
}


@dataclass(frozen=True)
class Way:
    """A way out: what it is for and where it goes, and the text to copy."""

    lead: str
    lines: tuple[str, ...]


def ways(out: str) -> list[Way]:
    """Return the ways out that a text offers."""
    found: list[Way] = []
    rows = iter([*out.splitlines(), ""])
    for row in rows:
        if re.match(r"  \S.*:$", row):
            lines = []
            while (line := next(rows, "")).startswith(" " * 6):
                lines.append(line[6:])
            found.append(Way(row.strip(), tuple(lines)))
    return found


def way(out: str, beginning: str) -> Way:
    """Return the one way out whose lead begins so."""
    (found,) = (each for each in ways(out) if each.lead.startswith(beginning))
    return found


def by_hand(out: str) -> list[Way]:
    """Return the texts to write by hand, in their order."""
    return [each for each in ways(out) if each.lead.startswith("Or by hand")]


def paste(each: Way, *, into: Path | None = None) -> None:
    """Put the text where its lead says, with words for each `...`."""
    spoken = (re.sub(r"(accountable:?) \.\.\.", r"\1 owner", line) for line in each.lines)
    lines = [line.replace("...", "In plain words") for line in spoken]
    if each.lead in COMMANDS:
        (command,) = lines
        assert (
            main([*shlex.split(command.replace("In plain words", "'In plain words'"))[1:], "--data", "."])
            == 0
        )
    elif each.lead.startswith("Or, if they are two things"):
        for line in lines:
            assert main(shlex.split(line)[1:]) == 0
    elif inline := re.search(r"in (\S+) in line (\d+) before column (\d+):$", each.lead):
        file, number, column = Path(inline[1]), int(inline[2]), int(inline[3])
        line = "\n".join(lines)
        rows = file.read_bytes().decode().splitlines()
        rows[number - 1] = rows[number - 1][: column - 1] + line + rows[number - 1][column - 1 :]
        _write(file, rows)
    elif instead := re.search(r'in (\S+) in line (\d+) in place of "(.*)":$', each.lead):
        file, number = Path(instead[1]), int(instead[2])
        (line,) = lines or [""]
        rows = file.read_bytes().decode().splitlines()
        assert instead[3] in rows[number - 1]
        rows[number - 1] = rows[number - 1].replace(instead[3], line, 1)
        _write(file, rows)
    else:
        after = re.search(r"in (\S+) after line (\d+):$", each.lead)
        assert after
        file, number = Path(after[1]), int(after[2])
        rows = file.read_bytes().decode().splitlines()
        _write(file, [*rows[:number], *lines, *rows[number:]])


def _write(file: Path, rows: list[str]) -> None:
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")


def found(raci: RunRaci, *kinds: str) -> list[dict[str, Any]]:
    """Return the overlaps of these kinds, or all; the register loads."""
    ran = raci("overlaps", "--data", ".", "--json", *(f"--kind={kind}" for kind in kinds))
    assert ran.code == 0, ran.err
    cases: list[dict[str, Any]] = json.loads(ran.out)["overlaps"]
    return cases


def statuses(raci: RunRaci, *kinds: str) -> list[str]:
    """Return the statuses of the overlaps of these kinds."""
    return [case["status"] for case in found(raci, *kinds)]


def roles(one: str, other: str, *, kind: str = "deliverables") -> str:
    """Return a file in which two roles list one name each."""
    return "\n".join(
        [
            "version: 1",
            "roles:",
            *(
                line
                for role, name in (("head-chef", one), ("buyer", other))
                for line in (
                    f"  {role}:",
                    f"    name: {role.replace('-', ' ').title()}",
                    "    reports_to: owner",
                    f"    {kind}:",
                    f"      - name: {json.dumps(name, ensure_ascii=False)}",
                    "        aliases: [what both say]",
                )
            ),
            "  owner:",
            "    name: Owner",
            "",
        ]
    )


OVERLAPS = """
    version: 1
    overlaps:
      elsewhere:
        name: Elsewhere
        sides: {head-chef: Here., buyer: There.}
        tension: Nothing to speak of.
        agreement: {accountable: owner, because: It is so.}
"""


def text_of(raci: RunRaci) -> str:
    """Return the text that offers the ways out."""
    return raci("overlaps", "--full", "--data", ".").out


# Work that several claim


@pytest.mark.parametrize("name", NAMES)
def test_an_agreement_settles_what_is_contested(name: str, raci: RunRaci, in_folder: Path) -> None:
    """Pasted below `overlaps:`, with words for the dots, it names the one owner; whatever the name."""
    write_files(in_folder, {"roles.yaml": roles(name, name), "overlaps.yaml": OVERLAPS})
    assert statuses(raci, "duplicate") == ["contested"]
    paste(way(text_of(raci), "Or by hand"))
    (case,) = found(raci, "duplicate")
    assert (case["status"], case["names"]) == ("settled", [name])
    assert set(case["accountable"].values()) == {"buyer"}
    assert raci("overlaps", "--data", ".", "--status", "contested").out.startswith("No overlap")


@pytest.mark.parametrize("kinds", [(), ("duplicate",)])
def test_contested_work_whose_name_was_spoken_about_can_be_settled(
    kinds: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """An overlap that only tells its name from another has no place for an agreement, and takes none away."""
    work = "  names: {work: [Menu, Bill], distinct: One is paid.}\n"
    lists = roles("Menu", "Menu").replace("deliverables:", "deliverables:\n      - name: Bill", 1)
    write_files(in_folder, {"roles.yaml": lists, "overlaps.yaml": f"version: 1\noverlaps:\n{work}"})
    ran = raci("overlaps", "--full", "--data", ".", *(f"--kind={kind}" for kind in kinds))
    paste(way(ran.out, "Or by hand"))
    assert statuses(raci, "duplicate") == ["settled"]


def test_of_three_a_further_role_is_another_one(raci: RunRaci, in_folder: Path) -> None:
    """There are three already, and none of them is meant."""
    three = ", ".join(f"{id_}: {{name: {id_ * 3}, deliverables: [{{name: Menu}}]}}" for id_ in "abc")
    write_files(in_folder, {"roles.yaml": f"version: 1\nroles: {{{three}}}"})
    (offered,) = by_hand(text_of(raci))
    assert offered.lead.startswith("Or by hand (a may also be b, or c, or another role), in roles.yaml ")


def test_an_agreement_may_name_a_third_role(raci: RunRaci, in_folder: Path) -> None:
    """As its lead says, the accountable role need be on neither side."""
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu"), "overlaps.yaml": OVERLAPS})
    offered = way(text_of(raci), "Or by hand")
    assert offered.lead.startswith("Or by hand (buyer may also be head-chef, or a third role), in ")
    paste(
        Way(
            offered.lead,
            tuple(line.replace("accountable: buyer", "accountable: owner") for line in offered.lines),
        )
    )
    (case,) = found(raci, "duplicate")
    assert (case["status"], set(case["accountable"].values())) == ("settled", {"owner"})


def test_an_agreement_settles_what_nobody_is_accountable_for(raci: RunRaci, in_folder: Path) -> None:
    """Two roles that only help leave it open until one is named."""
    text = roles("Menu", "Menu").replace("aliases: [what both say]", "letters: R")
    write_files(in_folder, {"roles.yaml": text, "overlaps.yaml": OVERLAPS})
    assert statuses(raci, "duplicate") == ["open"]
    offered, command = ways(text_of(raci))
    paste(offered)
    assert statuses(raci, "duplicate") == ["settled"]
    write_files(in_folder, {"overlaps.yaml": OVERLAPS})
    paste(command)
    assert statuses(raci, "duplicate") == ["settled"]


@pytest.mark.parametrize("how", ["2", "4", "8", "comments", "brackets", "brackets on lines"])
def test_the_text_is_what_settle_writes(how: str, raci: RunRaci, in_folder: Path) -> None:
    """Pasted where it says, with words for the dots, it makes of the files what the command makes of them."""
    files = {"lists.yaml": as_written(LISTS, how), "areas.yaml": as_written(AREAS, how)}

    def fresh() -> None:
        for name, content in files.items():
            (in_folder / name).write_bytes(content)

    def lines() -> dict[str, list[str]]:
        return {name: (in_folder / name).read_text("utf-8").splitlines() for name in files}

    fresh()
    pairs = [
        (one, other)
        for one, other in pairwise(ways(text_of(raci)))
        if one.lead in COMMANDS and other.lead.startswith("Or by hand")
    ]
    assert len(pairs) >= 3
    for command, text in pairs:
        fresh()
        paste(command)
        written = lines()
        fresh()
        paste(text)
        assert lines() == written, text


@pytest.mark.parametrize("name", NAMES)
def test_two_names_split_what_is_contested(name: str, raci: RunRaci, in_folder: Path) -> None:
    """Each role gets a name of its own for what it does: no duplicate is left."""
    write_files(in_folder, {"roles.yaml": roles(name, name), "overlaps.yaml": OVERLAPS})
    paste(way(text_of(raci), "Or, if they are two things"))
    assert found(raci, "duplicate") == []


def test_a_split_is_a_command_for_each_role(raci: RunRaci, in_folder: Path) -> None:
    """Each role's entry may be in a file of its own."""
    first, second = (
        f"version: 1\nroles:\n  {role.lower()}:\n    name: {role}\n    deliverables:\n      - name: Menu\n"
        for role in ("Ann", "Ben")
    )
    write_files(in_folder, {"ann.yaml": first, "team/ben.yaml": second})
    offered = way(text_of(raci), "Or, if they are two things")
    assert offered.lines == (
        'raci rename menu "Menu (Ann)" --of ann --data .',
        'raci rename menu "Menu (Ben)" --of ben --data .',
    )
    paste(offered)
    assert Path("ann.yaml").read_text("utf-8") == first.replace("Menu", "Menu (Ann)")
    assert Path("team/ben.yaml").read_text("utf-8") == second.replace("Menu", "Menu (Ben)")


def test_no_split_is_offered_that_would_break_something(raci: RunRaci, in_folder: Path) -> None:
    """What an overlap names, or an `id` joins, is not parted by a new name in the files of the roles."""
    area = OVERLAPS.replace("tension:", "work: [Menu]\n        tension:")
    for text, overlaps in (
        (roles("Menu", "Menu"), area),
        (roles("Menu", "Menu").replace("aliases: [what both say]", "id: the-menu"), OVERLAPS),
    ):
        write_files(in_folder, {"roles.yaml": text, "overlaps.yaml": overlaps})
        assert not [each for each in ways(text_of(raci)) if "two things" in each.lead]


def test_an_agreement_where_there_are_no_overlaps_yet(raci: RunRaci, in_folder: Path) -> None:
    """The first overlap of a register comes with the `overlaps:` above it."""
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu")})
    paste(way(text_of(raci), "Or by hand"))
    assert statuses(raci, "duplicate") == ["settled"]


def test_an_agreement_beside_an_overlap_of_that_id(raci: RunRaci, in_folder: Path) -> None:
    """An overlap may already be called as the work is."""
    overlaps = OVERLAPS.replace("elsewhere:", "menu:")
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu"), "overlaps.yaml": overlaps})
    paste(way(text_of(raci), "Or by hand"))
    assert statuses(raci, "duplicate") == ["settled"]


# Names that look alike


@pytest.mark.parametrize("name", SPEAKING)
def test_distinct_and_same_speak_of_look_alikes(name: str, raci: RunRaci, in_folder: Path) -> None:
    """A word is enough that they differ; or they are one, under the name to keep."""
    write_files(in_folder, {"roles.yaml": roles(name, f"{name} draft"), "overlaps.yaml": OVERLAPS})
    assert statuses(raci, "near-duplicate") == ["unexamined"]
    distinct, same = by_hand(text_of(raci))
    before = (in_folder / "overlaps.yaml").read_text("utf-8")
    paste(distinct)
    assert statuses(raci, "near-duplicate") == ["distinct"]
    (in_folder / "overlaps.yaml").write_text(before, encoding="utf-8")
    paste(same)
    assert statuses(raci, "near-duplicate") == ["same"]
    (declared,) = (case for case in found(raci, "declared") if case["status"] == "same")
    assert set(declared["names"]) == {name, f"{name} draft"}


def test_a_word_on_look_alikes_where_there_are_no_overlaps_yet(raci: RunRaci, in_folder: Path) -> None:
    """The first overlap of a register comes with the `overlaps:` above it."""
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu draft")})
    paste(by_hand(text_of(raci))[0])
    assert statuses(raci, "near-duplicate") == ["distinct"]


def activity(*, more: str = "", indent: str = "  ") -> str:
    """Return a file in which one role lists an activity and a paper that looks like its own."""
    return "\n".join(
        [
            "version: 1",
            "roles:",
            "  head-chef:",
            "    name: Head Chef",
            "    responsibilities:",
            f"    {indent}- name: Seasonal Planning",
            *([f"    {indent}  {more}"] if more else []),
            "    deliverables:",
            f"    {indent}- name: Seasonal Plan",
            f"    {indent}- name: Bread",
            "",
        ]
    )


def test_produces_joins_an_activity_and_its_paper(raci: RunRaci, in_folder: Path) -> None:
    """Beside the name of the activity, it says which makes which: nothing is unexamined."""
    write_files(in_folder, {"roles.yaml": activity()})
    assert statuses(raci, "activity-and-deliverable") == ["unexamined"]
    paste(way(text_of(raci), "Or, where the one makes the other"))
    (case,) = found(raci, "activity-and-deliverable")
    assert case["status"] == "distinct"
    assert case["why"].endswith("Seasonal Planning produces Seasonal Plan")
    assert ways(text_of(raci)) == []


def test_produces_is_added_to_what_is_produced(raci: RunRaci, in_folder: Path) -> None:
    """An activity that makes something already has a `produces` to which the paper is to be added."""
    write_files(in_folder, {"roles.yaml": activity(more="produces: [Bread]")})
    paste(way(text_of(raci), "Or, where the one makes the other"))
    assert "produces: [Bread, Seasonal Plan]" in (in_folder / "roles.yaml").read_text("utf-8")
    assert "distinct" in statuses(raci, "activity-and-deliverable")


def test_produces_in_a_list_that_is_not_indented(raci: RunRaci, in_folder: Path) -> None:
    """A list may begin below its key's first letter, as many editors write it."""
    write_files(in_folder, {"roles.yaml": activity(indent="")})
    paste(way(text_of(raci), "Or, where the one makes the other"))
    assert statuses(raci, "activity-and-deliverable") == ["distinct"]


# Declared areas


AREA = """
    version: 1
    overlaps:
      what-is-served:
        name: What is served
        sides:
          head-chef: The best.
          buyer: The cheapest.
        tension: Money.
        work: [{work}]{more}
"""


def test_an_agreement_settles_an_open_area(raci: RunRaci, in_folder: Path) -> None:
    """What each has on its list alone stays its own."""
    area = AREA.format(work="Menu, Bread", more="")
    write_files(in_folder, {"roles.yaml": roles("Menu", "Bread"), "overlaps.yaml": area})
    assert statuses(raci, "declared") == ["open"]
    paste(way(text_of(raci), "Or by hand"))
    (case,) = found(raci, "declared")
    assert (case["status"], case["accountable"]) == ("settled", {"bread": "buyer", "menu": "head-chef"})


@pytest.mark.parametrize("name", NAMES)
def test_an_agreement_settles_a_contested_area(name: str, raci: RunRaci, in_folder: Path) -> None:
    """The area and the work in it are settled at once."""
    area = AREA.format(work=json.dumps(name, ensure_ascii=False), more="")
    write_files(in_folder, {"roles.yaml": roles(name, name), "overlaps.yaml": area})
    assert statuses(raci) == ["contested", "contested"]
    paste(way(text_of(raci), "Or by hand"))
    assert statuses(raci) == ["settled", "settled"]


def test_an_agreement_that_misses_a_piece_of_work(raci: RunRaci, in_folder: Path) -> None:
    """It is told which piece lacks an owner, and where the owner is to be named."""
    more = "\n        agreement:\n          accountable:\n            Bread: owner\n          because: It is baked."
    area = AREA.format(work="Menu, Bread", more=more)
    text = roles("Menu", "Menu").replace("  owner:\n", "  owner:\n    deliverables: [{name: Bread}]\n")
    write_files(in_folder, {"roles.yaml": text, "overlaps.yaml": area})
    assert statuses(raci, "declared") == ["contested"]
    offered = way(text_of(raci), "Or by hand")
    assert [line.strip() for line in offered.lines] == ["Menu: buyer"]


def test_the_missing_owner_is_added_to_the_agreement(raci: RunRaci, in_folder: Path) -> None:
    """Pasted where it says, it settles the piece that was missed and leaves the others as they are."""
    more = "\n        agreement:\n          accountable:\n            Bread: owner\n          because: It is baked."
    area = AREA.format(work="Menu, Bread", more=more)
    text = roles("Menu", "Menu").replace("  owner:\n", "  owner:\n    deliverables: [{name: Bread}]\n")
    write_files(in_folder, {"roles.yaml": text, "overlaps.yaml": area})
    paste(way(text_of(raci), "Or by hand"))
    assert statuses(raci) == ["settled", "settled"]


def test_a_way_out_of_agreements_that_differ(raci: RunRaci, in_folder: Path) -> None:
    """Two agreements name different roles: the text says to make them say the same."""
    agreement = "\n        agreement: {accountable: %s, because: So.}"
    one = AREA.format(work="Menu", more=agreement % "buyer")
    other = one.replace("buyer, because", "head-chef, because").replace("what-is-served:", "again:")
    both = one + other.split("overlaps:\n", 1)[1]
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu"), "overlaps.yaml": both})
    out = text_of(raci)
    assert [each.lead for each in ways(out) if "agreement" in each.lead]


@pytest.mark.parametrize("name", ["[bold]", "a\\e[31mb", "x\\ny", "\\u202e"])
def test_a_name_with_hidden_characters_cannot_break_out_of_a_snippet(
    name: str, raci: RunRaci, in_folder: Path
) -> None:
    """An escape or a new line in a name stays within its quotes, and what is pasted loads."""
    text = roles("NAME", "NAME").replace('"NAME"', f'"Menu {name}"')
    write_files(in_folder, {"roles.yaml": text, "overlaps.yaml": OVERLAPS})
    paste(way(text_of(raci), "Or by hand"))
    assert statuses(raci, "duplicate") == ["settled"]


def test_what_is_settled_shared_or_spoken_for_needs_no_way_out(raci: RunRaci, in_folder: Path) -> None:
    """Nothing is offered where nothing is to be done."""
    area = AREA.format(work="Menu", more="\n        agreement: {accountable: buyer, because: So.}")
    write_files(in_folder, {"roles.yaml": roles("Menu", "Menu"), "overlaps.yaml": area})
    assert statuses(raci) == ["settled", "settled"]
    assert ways(text_of(raci)) == []


# Files as people write them


def as_written(text: str, how: str) -> bytes:
    """Return a file that is indented by two, written in another way."""
    if how in ("4", "8"):
        text = re.sub("(?m)^ +", lambda found: found[0] * (int(how) // 2), text)
    if how == "crlf":
        text = text.replace("\n", "\r\n")
    if how == "no newline":
        text = text.rstrip("\n")
    if how == "comments":
        text = re.sub("(?m)$", "  # a comment", text.rstrip("\n")) + "\n# the end\n\n"
    if how == "brackets":
        text = json.dumps(yaml.safe_load(text)).replace('"', "'")
    if how == "brackets on lines":
        text = json.dumps(yaml.safe_load(text), indent=3)
    return text.encode()


HOW = ("2", "4", "8", "crlf", "no newline", "comments", "brackets", "brackets on lines")
LISTS = """\
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - name: Seasonal Planning
    deliverables:
      - name: Seasonal Plan
      - name: Menu
      - name: Allergen Checks
  buyer:
    name: Buyer
    deliverables:
      - name: Menu
      - name: Allergen Check Sheet
  owner:
    name: Owner
"""
AREAS = """\
version: 1
overlaps:
  taste:
    sides:
      cook: The best.
      buyer: The cheapest.
  price:
    tension: Nobody pays.
  checks:
    work: [Allergen Checks, Menu]
    agreement:
      accountable:
        Allergen Checks: cook
      because: The cook tastes.
  reasons:
    tension: Nobody knows why.
    agreement:
      accountable: cook
"""


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("overlaps", [AREAS, ""], ids=["areas", "lists only"])
def test_each_text_is_pasted_as_it_is(how: str, overlaps: str, raci: RunRaci, in_folder: Path) -> None:
    """At the very place that is named, unchanged but for the words: it loads, and something is settled."""
    files = {"lists.yaml": as_written(LISTS, how)}
    if overlaps:
        files["areas.yaml"] = as_written(overlaps, how)

    def fresh() -> None:
        for name, content in files.items():
            (in_folder / name).write_bytes(content)

    fresh()
    offered, before = ways(text_of(raci)), statuses(raci)
    assert len(offered) >= 4
    for each in offered:
        fresh()
        paste(each)
        assert statuses(raci) != before, each
