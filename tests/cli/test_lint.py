"""raci lint: what is read, what is said, and the exit code."""

from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from raci.linter.catalogue import FAULTS
from raci.render.lint.forms import FORMS

from conftest import PROJECT, RunRaci, write_files
from linting import TRACKED

if TYPE_CHECKING:
    from raci.faults.fault import Fault

CLEAN = """\
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu, summary: What is cooked.}]}
    """
ERROR = CLEAN.replace("name: Menu", "name: Menu, letters: R")
WARNING = """\
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu, letters: AR, summary: What is cooked.}]}
      buyer: {name: Buyer, deliverables: [{name: Menu, letters: R, summary: What is bought.}]}
    """
INFO = CLEAN.replace("What is cooked.", "TBD")
BROKEN = "version: 1\nroles: [\n"
FORMATS = [form.name for form in FORMS]
SELECTED = """\
    [lint]
    select = ["RACI0", "RACI101", "RACI104", "RACI201", "RACI401", "RACI407", "RACI503"]
    """
NAMES_DATA = """\
    data = ["data"]
    """


@pytest.fixture
def in_folder(in_folder: Path) -> Path:
    """Work in a folder whose configuration selects the rules that these tests are about, and no new one."""
    write_files(in_folder, {"raci.toml": SELECTED})
    return in_folder


def places(out: str) -> list[str]:
    """Return the findings of a concise report as "file:line code"."""
    found = re.findall(r"^(\S+:\d+):\d+: \w+\[(\w+)\]", out, flags=re.MULTILINE)
    return [f"{place} {code}" for place, code in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        #        default, --fail-on error, warning, info, never, --strict, --exit-zero
        (CLEAN, (0, 0, 0, 0, 0, 0, 0)),
        (INFO, (0, 0, 0, 1, 0, 0, 0)),
        (WARNING, (0, 0, 1, 1, 0, 1, 0)),
        (ERROR, (1, 1, 1, 1, 0, 1, 0)),
        (BROKEN, (1, 1, 1, 1, 0, 1, 0)),
    ],
    ids=["clean", "info", "warning", "error", "broken"],
)
@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code(text: str, codes: tuple[int, ...], form: str, raci: RunRaci, in_folder: Path) -> None:
    """0 or 1 by the worst finding and the level, whatever the format."""
    write_files(in_folder, {"a.yaml": text})
    levels = [f"--fail-on {level}" for level in ("error", "warning", "info", "never")]
    for options, code in zip(["", *levels, "--strict", "--exit-zero"], codes, strict=True):
        ran = raci("lint", "a.yaml", "-f", form, *options.split())
        assert (ran.code, ran.err) == (code, ""), options
        assert ran.out


def test_the_level_of_the_configuration(raci: RunRaci, in_folder: Path) -> None:
    """Every option beats it, and --exit-zero beats the other options."""
    write_files(in_folder, {"a.yaml": INFO, "raci.toml": SELECTED + 'fail-on = "info"\n'})
    assert raci("lint", "a.yaml").code == 1
    assert raci("lint", "a.yaml", "--strict").code == 0
    assert raci("lint", "a.yaml", "--fail-on", "error").code == 0
    assert raci("lint", "a.yaml", "--fail-on", "info", "--exit-zero").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "There is nothing to lint: name files or folders, or write them into raci.toml"),
        ("nope.yaml", "nope.yaml: there is no such file or folder"),
        ("good.yaml nope", "nope: there is no such file or folder"),
        ("--data nope", "nope: there is no such file or folder"),
        ("empty", "empty: there is no YAML file in this folder"),
        ("others", "others/x.yaml: this file holds no ownership data"),
        ("good.yaml --select RACI2O1", '"RACI2O1" is no rule. Did you mean "RACI201"?'),
        ("good.yaml --ignore no-acountable", '"no-acountable" is no rule. Did you mean "no-accountable"?'),
        ("good.yaml --extend-select lookalike", '"lookalike" is no rule. Did you mean "look-alike"?'),
        ("good.yaml --as-of tomorrow", '--as-of is "tomorrow"; write a day as 2026-01-31.'),
        ("good.yaml --as-of 2026-02-30", '--as-of is "2026-02-30"; write a day as 2026-01-31.'),
        ("good.yaml --config no.toml", "no.toml: "),
        ("good.yaml --fail-on bad", "Invalid value for '--fail-on': 'bad' is not one of 'error', 'warning'"),
        ("good.yaml -f text", "Invalid value for '--format' / '-f': 'text' is not one of 'full', 'concise'"),
        ("good.yaml -o no/report", "no/report cannot be written: "),
        ("good.yaml -o good.yaml", "good.yaml is one of the ownership files; nothing was written."),
    ],
)
@pytest.mark.parametrize("form", ["full", "json"])
def test_what_cannot_be_checked(
    arguments: str, message: str, form: str, raci: RunRaci, in_folder: Path
) -> None:
    """Exit code 2 and the reason, even with --exit-zero; nothing on standard output looks like a report."""
    write_files(in_folder, {"good.yaml": CLEAN, "others/x.yaml": "a: 1\n", "empty/readme.txt": ""})
    ran = raci("lint", "-f", form, "--exit-zero", *arguments.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"raci: {message}")
    assert (in_folder / "good.yaml").read_text("utf-8") == dedent(CLEAN)


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind")
def test_a_file_that_cannot_be_read(raci: RunRaci, in_folder: Path) -> None:
    """Nobody knows what it would have said, so the rest is not reported either."""
    write_files(in_folder, {"own/bad.yaml": ERROR})
    os.mkfifo(in_folder / "own/pipe.yaml")
    (in_folder / "own/gone.yaml").symlink_to("nowhere")
    ran = raci("lint", "own")
    assert (ran.code, ran.out) == (2, "")
    assert "own/pipe.yaml: this is not a regular file" in ran.err
    assert "own/gone.yaml: there is no such file or folder" in ran.err


@pytest.mark.parametrize("written", ["20260131", "2026-W05-6"])
def test_a_day_is_written_in_one_way(written: str, raci: RunRaci, in_folder: Path) -> None:
    """As in the files."""
    write_files(in_folder, {"a.yaml": CLEAN})
    assert raci("lint", "a.yaml", "--as-of", written).code == 2


@pytest.fixture
def house(in_folder: Path) -> Path:
    """Work in a folder whose configuration names data/, two files that need each other and one of others."""
    waiter = "    version: 1\n    roles: {waiter: {name: Waiter, reports_to: cook, deliverables: [{name: Bill, letters: R, summary: TBD}]}}\n"
    files = {
        "data/cook.yaml": ERROR,
        "data/waiter.yaml": waiter,
        "data/ci.yml": "on: push\n",
        "docs/x.yaml": "a: 1\n",
    }
    extra = waiter.replace("waiter", "porter").replace("Waiter", "Porter").replace("Bill", "Luggage")
    write_files(in_folder, {**files, "extra/porter.yaml": extra, "raci.toml": NAMES_DATA + SELECTED})
    return in_folder


COOKS = ["data/cook.yaml:3 RACI201"]
WAITERS = ["data/waiter.yaml:2 RACI201", "data/waiter.yaml:2 RACI503"]
PORTERS = ["extra/porter.yaml:2 RACI201", "extra/porter.yaml:2 RACI503"]


@pytest.mark.parametrize(
    ("arguments", "found", "files"),
    [
        ("", [*COOKS, *WAITERS], "2 files (1 other file passed over)"),
        ("data", [*COOKS, *WAITERS], "2 files (1 other file passed over)"),
        ("data/waiter.yaml", WAITERS, "1 file (1 other file passed over)"),
        ("./data/../data/cook.yaml", COOKS, "1 file (1 other file passed over)"),
        ("extra/porter.yaml", PORTERS, "1 file (1 other file passed over)"),
        ("extra data/cook.yaml", [*COOKS, *PORTERS], "2 files (1 other file passed over)"),
        ("--data data/cook.yaml", COOKS, "1 file"),
        ("--data data --data extra extra", PORTERS, "1 file (1 other file passed over)"),
        ("--data data/cook.yaml data/waiter.yaml", WAITERS, "1 file"),
    ],
)
def test_paths_narrow_what_is_reported(
    arguments: str, found: list[str], files: str, raci: RunRaci, house: Path
) -> None:
    """The register is all of data, so that one file does not call the others' roles unknown."""
    ran = raci("lint", "-f", "concise", *arguments.split())
    assert places(ran.out) == found
    assert ran.out.endswith(f" in {files}.\n")


def test_data_from_the_environment(raci: RunRaci, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RACI_DATA beats the configuration, --data beats both."""
    monkeypatch.setenv("RACI_DATA", os.pathsep.join(["data/cook.yaml", "extra"]))
    assert places(raci("lint", "-f", "concise").out) == [*COOKS, *PORTERS]
    assert places(raci("lint", "-f", "concise", "extra").out) == PORTERS
    assert places(raci("lint", "-f", "concise", "--data", "data").out) == [*COOKS, *WAITERS]


def test_without_data_only_the_paths_are_read(raci: RunRaci, house: Path) -> None:
    """Then a role of another file is unknown, and lint says so."""
    write_files(house, {"raci.toml": SELECTED})
    out = raci("lint", "-f", "concise", "data/waiter.yaml").out
    assert places(out)[:1] == ["data/waiter.yaml:2 RACI101"]
    assert '"cook" is no known role' in out


def test_paths_are_shown_from_the_current_folder(
    raci: RunRaci, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The configuration of a folder above counts, and no path is absolute."""
    monkeypatch.chdir("docs")
    assert places(raci("lint", "-f", "concise").out) == [f"../{each}" for each in [*COOKS, *WAITERS]]
    assert places(raci("lint", "../data/cook.yaml", "-f", "concise").out) == [f"../{each}" for each in COOKS]


@pytest.mark.parametrize("name", ["docs/x.yaml", "data/ci.yml"])
def test_a_named_file_must_be_an_ownership_file(name: str, raci: RunRaci, house: Path) -> None:
    """In a folder it is passed over; named, it is a finding."""
    ran = raci("lint", name, "-f", "concise")
    assert (ran.code, places(ran.out)) == (1, [f"{name}:1 RACI013"])
    assert "this is not an ownership file" in ran.out


def test_a_folder_without_ownership_files_beside_data(raci: RunRaci, house: Path) -> None:
    """A mistyped folder must not look clean."""
    assert raci("lint", "docs").code == 2


@pytest.mark.parametrize(
    "options", ["data/cook.yaml", "data/cook.yaml -q", "--select RACI2", "--ignore RACI001"]
)
def test_what_was_not_checked_is_not_clean(options: str, raci: RunRaci, house: Path) -> None:
    """data/cook.yaml has an error that is not looked for while another file is broken."""
    (house / "data/broken.yaml").write_text(BROKEN, "utf-8")
    assert raci("lint", *options.split()).code != 0


def test_a_file_through_a_link(raci: RunRaci, house: Path) -> None:
    """It is the file that the configuration finds in its folder."""
    (house / "link").symlink_to("data", target_is_directory=True)
    assert places(raci("lint", "link/cook.yaml", "-f", "concise").out) == ["link/cook.yaml:3 RACI201"]


def test_a_folder_through_a_link(raci: RunRaci, house: Path) -> None:
    """A checkout behind a link, or /tmp on a Mac, is reached by several names."""
    (house / "link").symlink_to("data", target_is_directory=True)
    ran = raci("lint", "link", "-f", "concise")
    assert (ran.code, len(places(ran.out))) == (1, 3)


def test_broken_yaml_is_a_finding_for_lint_only(raci: RunRaci, house: Path) -> None:
    """It reaches annotations here; elsewhere it stops the answer. The closing line says what waits."""
    (house / "data/broken.yaml").write_text(BROKEN, "utf-8")
    ran = raci("lint", "-f", "concise")
    assert (ran.code, places(ran.out), ran.err) == (1, ["data/broken.yaml:3 RACI001"], "")
    assert ran.out.endswith(
        " The rules on the register as a whole wait until every file can be read to its end.\n"
    )
    assert json.loads(raci("lint", "--json").out)["summary"]["incomplete"] is True
    asked = raci("who-owns", "menu")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.startswith("data/broken.yaml:3:1: a value was expected here")


def test_schema_violations_stop_no_other_finding(raci: RunRaci, house: Path) -> None:
    """A misspelt field is a finding beside those of the rules, and exit code 2 in who-owns."""
    path = house / "data/cook.yaml"
    path.write_text(path.read_text("utf-8").replace("summary", "sumary"), "utf-8")
    ran = raci("lint", "data/cook.yaml", "-f", "concise", "--ignore", "RACI502")
    assert places(ran.out) == [*COOKS, "data/cook.yaml:3 RACI008"]
    assert raci("who-owns", "menu").code == 2


def test_dates_are_judged_by_the_day_given(raci: RunRaci, in_folder: Path) -> None:
    """An agreement is past from the day after its review."""
    text = dedent(WARNING) + (
        "overlaps:\n  menu:\n    work: [Menu]\n"
        "    agreement: {accountable: {Menu: cook}, escalation: [outside mediator], review: 2026-07-15, because: It is so.}\n"
    )
    (in_folder / "a.yaml").write_text(text, "utf-8")
    for day, found in (("2026-07-15", []), ("2026-07-16", ["a.yaml:8 RACI407"]), ("1999-12-31", [])):
        ran = raci("lint", "a.yaml", "-f", "concise", "--strict", "--as-of", day)
        assert (ran.code, places(ran.out)) == (len(found), found)
    # Nothing else asks for the day: two days on the same side of the review give the same bytes.
    one, other = (
        raci("lint", "a.yaml", "--json", "--as-of", day).out for day in ("2026-08-01", "2031-02-03")
    )
    assert one == other
    assert len(json.loads(one)["findings"]) == 1


MISTAKES = """\
version: 1
colour: red                                        # finds RACI008
roles:
  owner:
    name: Owner
    reports_to: chef
  chef:
    name: Chef                                     # finds RACI501
    people: [Chef, Ana]
    reports_to: owner                              # finds RACI412
    contact: TBD                                   # finds RACI503
    deliverables:
      - name: Menu
        letters: R                                 # finds RACI201
        summary: [no, text]                        # finds RACI009
      - name: Guest List
        with: {buyer: C}
      - name: Wine List
        with: {sommelier: C}                       # finds RACI101
      - name: wine list                            # finds RACI107
      - summary: It has no name.                   # finds RACI010
      - name: Order Sheet
        with: {owner: X}                           # finds RACI104
      - name: Larder
        letters: ACR                               # finds RACI204
      - name: Guest Book
        summary: Who was here.
        summary: Who came.                         # finds RACI003
      - name: Table Plan
        area:                                      # finds RACI011
  buyer:
    name: Buyer
    deliverables:
      - {name: Market List, letters: A}            # finds RACI203
      - {name: Price List, letters: AR}
      - {name: Larder, letters: A}                 # finds RACI202
  cellar:
    name: Cellar
    deliverables:
      - {name: Price List, letters: R}             # finds RACI401
overlaps:
  prices:
    sides: {chef: The best., buyer: The cheapest.}
    tension: One buys, the other pays.             # finds RACI404
    work: [Guest List]
  lists:
    work: [Market List, Shopping List]             # finds RACI102
    sides: {chef: Fresh., buyer: In time.}
    agreement:                                     # finds RACI406
      accountable: buyer
      because: Somebody has to.
      practices: [tasting]                         # finds RACI103
      review: 2026-07-15                           # finds RACI407
unowned:
  - {name: Car Park}                               # finds RACI010
"""


def test_many_mistakes_of_all_kinds_are_all_shown(raci: RunRaci, in_folder: Path) -> None:
    """Those of the file, of references, rows, overlaps and texts: in one run, each at its line."""
    (in_folder / "a.yaml").write_text(MISTAKES, "utf-8")
    made = [
        f"a.yaml:{number} {line.partition('# finds ')[2]}"
        for number, line in enumerate(MISTAKES.splitlines(), 1)
        if "# finds " in line
    ]
    assert len({each.split()[1] for each in made}) >= 20
    options = ["--select", ",".join(each.split()[1] for each in made), "--as-of", "2026-08-01"]
    ran = raci("lint", "a.yaml", "-f", "concise", *options)
    assert sorted(places(ran.out)) == sorted(made)
    assert ran.code == 1
    shown = raci("lint", "a.yaml", *options).out
    assert len(re.findall(r"^(?:error|warning|info)\[", shown, flags=re.MULTILINE)) == len(made)


def test_an_unknown_letter_is_one_mistake(raci: RunRaci, in_folder: Path) -> None:
    """Beside the letter that is none stands an A."""
    write_files(in_folder, {"a.yaml": CLEAN.replace("name: Menu", "name: Menu, letters: ARX")})
    assert places(raci("lint", "a.yaml", "-f", "concise").out) == ["a.yaml:3 RACI104"]


def test_findings_come_by_place(raci: RunRaci, in_folder: Path) -> None:
    """By file, line and column, in whatever order the files are named."""
    write_files(
        in_folder, {f"{name}.yaml": ERROR.replace("cook", name).replace("Menu", name) for name in "bca"}
    )
    (in_folder / "a.yaml").write_text(MISTAKES, "utf-8")
    names = ["a.yaml", "b.yaml", "c.yaml"]
    first = raci("lint", *names, "--json")
    found = [tuple(each["location"].values())[:3] for each in json.loads(first.out)["findings"]]
    assert found == sorted(found)
    for seed in range(5):
        random.Random(seed).shuffle(names)  # noqa: S311 - an order, no secret
        assert raci("lint", *names, "--json") == first
    assert raci("lint", ".", "--json") == first


def test_a_report_in_a_file(raci: RunRaci, in_folder: Path) -> None:
    """It is the one of standard output without colour, whole, and no leftover lies beside it."""
    write_files(in_folder, {"a.yaml": ERROR})
    for form in FORMATS:
        plain = raci("lint", "a.yaml", "-f", form)
        ran = raci("lint", "a.yaml", "-f", form, "-o", "report")
        assert (ran.code, ran.out, ran.err) == (1, "", "")
        assert (in_folder / "report").read_bytes().decode() == plain.out
    assert raci("lint", "a.yaml", "--json", "-f", "full").out == raci("lint", "a.yaml", "-f", "json").out
    (in_folder / "report").write_text("kept", "utf-8")
    assert raci("lint", "nope.yaml", "-o", "report").code == 2
    assert (in_folder / "report").read_text("utf-8") == "kept"
    assert sorted(path.name for path in in_folder.iterdir()) == ["a.yaml", "raci.toml", "report"]


def test_a_report_replaces_no_ownership_file_that_is_not_reported_on(raci: RunRaci, house: Path) -> None:
    """Nor by another name for it."""
    (house / "link").symlink_to("data/cook.yaml")
    before = (house / "data/cook.yaml").read_bytes()
    for name in ("data/cook.yaml", "./data/../data/cook.yaml", "link"):
        ran = raci("lint", "data/waiter.yaml", "-o", name)
        assert (ran.code, ran.err) == (
            2,
            f"raci: {name} is one of the ownership files; nothing was written.\n",
        )
    assert (house / "data/cook.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("environment", "option", "colours"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colour(
    environment: dict[str, str],
    option: str,
    colours: bool,
    raci: RunRaci,
    in_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The option, then NO_COLOR, then FORCE_COLOR, then the terminal; machines and files get none."""
    write_files(in_folder, {"a.yaml": ERROR})
    plain = {form: raci("lint", "a.yaml", "-f", form).out for form in FORMATS}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for form, text in plain.items():
        out = raci("lint", "a.yaml", "-f", form, "--color", option).out
        assert ("\x1b[" in out) is (colours and form in {"full", "concise"})
        assert re.sub(r"\x1b\[[0-9;]*m", "", out) == text
    raci("lint", "a.yaml", "-f", "concise", "--color", "auto", "-o", "report")
    assert (in_folder / "report").read_text("utf-8") == plain["concise"]


def test_quiet_is_silent_when_clean(raci: RunRaci, in_folder: Path) -> None:
    """For people; a machine still gets its document, and findings are still shown."""
    write_files(in_folder, {"a.yaml": CLEAN, "b.yaml": ERROR})
    assert raci("lint", "a.yaml").out == "No findings in 1 file.\n"
    for form in FORMATS:
        loud, quiet = raci("lint", "a.yaml", "-f", form), raci("lint", "a.yaml", "-f", form, "-q")
        assert quiet.out == ("" if form in {"full", "concise"} else loud.out)
        assert raci("lint", "b.yaml", "-f", form) == raci("lint", "b.yaml", "-f", form, "-q")


def test_a_finding_as_a_reader_sees_it(raci: RunRaci, house: Path) -> None:
    """What is wrong, where, what to do, where to read on, and how many there are."""
    assert raci("lint", "data/cook.yaml").out == dedent("""\
        error[RACI201] no-accountable: no role holds A (accountable) for Menu
         --> data/cook.yaml:3:59
          |
        3 |   cook: {name: Cook, deliverables: [{name: Menu, letters: R, summary: What is cooked.}]}
          |                                                           ^
          |
          = help: Give one role the letter, name it in an agreement, or write the work down as unowned.

        Run raci rule RACI201 to read about the rule.

        Found 1 error in 1 file (1 other file passed over).
        """)


def test_the_shipped_data_is_clean(raci: RunRaci, monkeypatch: pytest.MonkeyPatch) -> None:
    """No error, no warning, nothing waived, and no more advice than is worth reading."""
    monkeypatch.chdir(PROJECT)
    ran = raci("lint", "data", "--strict", "--no-ignores", "--json")
    assert (ran.code, ran.err) == (0, "")
    report = json.loads(ran.out)
    assert len(report["findings"]) <= 10
    assert (report["summary"]["files"], report["summary"]["passed_over"]) == (2, 0)
    assert all(each["location"]["file"].startswith("data/") for each in report["findings"])
    assert report == json.loads(raci("lint", "data", "--json").out)


@pytest.mark.parametrize("rule", FAULTS, ids=lambda rule: rule.name)
def test_every_rule_speaks_on_the_command_line(
    rule: Fault, raci: RunRaci, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a rule finds in its bad case, `raci lint` prints."""
    monkeypatch.setattr("raci.cli.linting.tracked_files", lambda *_: lambda: TRACKED)
    case = PROJECT / "tests/rules/cases" / rule.name
    limits = case / "options.toml"
    thresholds = limits.read_text("utf-8") if limits.is_file() else ""
    write_files(tmp_path, {"raci.toml": f"[lint.thresholds]\n{thresholds}"})
    monkeypatch.chdir(case)
    known = ["--baseline", "baseline.json"] if (case / "baseline.json").is_file() else []
    bad = "bad" if (case / "bad").is_dir() else "bad.yaml"
    options = ["--as-of", "2026-01-01", "--fail-on", "info", "--config", str(tmp_path / "raci.toml"), *known]
    ran = raci("lint", bad, "-f", "concise", *options)
    assert (ran.code, ran.err) == (1, "")
    lines = (re.sub(r"\] \[\*( unsafe)?\] ", "] ", line) for line in ran.out.splitlines())
    found = [line for line in lines if f"{rule.severity}[{rule.code}] " in line]
    told = (case / "bad.txt").read_text("utf-8").splitlines()
    assert found == [line for line in told if not line.startswith(" ")]


def test_an_agreement_on_work_with_one_owner_settles_the_duplicate(raci: RunRaci, in_folder: Path) -> None:
    """`accountable: cook` says of the Menu what `accountable: {Menu: cook}` says."""
    text = dedent(WARNING) + (
        "overlaps:\n  menu:\n    work: [Menu]\n"
        "    agreement: {accountable: cook, escalation: [outside mediator], because: It is so.}\n"
    )
    (in_folder / "a.yaml").write_text(text, "utf-8")
    assert places(raci("lint", "a.yaml", "-f", "concise").out) == []
