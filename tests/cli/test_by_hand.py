"""What cannot be edited in place: nothing is written, and the ready text is shown with where it goes."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import RunRaci, write_files

TEAM = """\
    version: 1
    roles:
      pm:
        name: Product Manager
        aliases: [
          PM,  # short
          Boss  # who decides
        ]
        deliverables: [{name: Roadmap}, {name: Menu}]
      pmm:
        name: Marketing
        reports_to: Product Manager
        deliverables: [{name: Menu}]
    overlaps:
      plan:
        tension: Now or later.
        work: [Roadmap, Menu]
        agreement:
          ? accountable
          : pm
          ? because
          : So.
    """


@pytest.mark.parametrize(
    ("command", "why", "ready"),
    [
        pytest.param(
            ["rename", "pm", "Boss", "--no-alias"],
            "The comment in line 6 would go with it.",
            """
            t.yaml:4: roles > pm > name becomes:
                name: Boss
            t.yaml:7: roles > pm > aliases > item 2 goes.
            t.yaml:12: roles > pmm > reports_to becomes:
                reports_to: Boss
            """,
            id="a comment in the brackets",
        ),
        pytest.param(
            ["settle", "plan", "--accountable", "menu=pmm", "--because", "B: c.", "--replace"],
            "A key has no colon.",
            """
            t.yaml:19: overlaps > plan > agreement > accountable becomes:
                  accountable:
                    Menu: pmm
            t.yaml:21: overlaps > plan > agreement > because becomes:
                  because: "B: c."
            """,
            id="keys with a question mark",
        ),
        pytest.param(
            ["rename", "pm", "Boss", "--no-alias", "--id", "--kind", "role"],
            "The comment in line 6 would go with it.",
            """
            t.yaml:4: roles > pm > name becomes:
                name: Boss
            t.yaml:3: roles > pm becomes:
              boss:
            t.yaml:7: roles > pm > aliases > item 2 goes.
            t.yaml:12: roles > pmm > reports_to becomes:
                reports_to: Boss
            t.yaml:19: overlaps > plan > agreement > accountable becomes:
                  accountable: boss
            """,
            id="a key",
        ),
    ],
)
@pytest.mark.parametrize("diff", [[], ["--diff"]], ids=["written", "diff"])
def test_what_is_refused_is_shown_ready(
    command: list[str], why: str, ready: str, diff: list[str], raci: RunRaci, in_folder: Path
) -> None:
    """Exit code 2, the reason, and each text beside its file, line and path."""
    write_files(in_folder, {"t.yaml": TEAM})
    before = (in_folder / "t.yaml").read_bytes()
    ran = raci(*command, *diff, "--data", "t.yaml")
    told = f"raci: t.yaml cannot be edited in place: {why} No file was changed. By hand it is:\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told + dedent(ready).lstrip("\n"))
    assert (in_folder / "t.yaml").read_bytes() == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_fix_that_cannot_be_made_is_shown_ready(option: str, raci: RunRaci, in_folder: Path) -> None:
    """The finding stays, is not called fixable, and other fixes are made."""
    text = TEAM.replace("Boss ", "pm ").replace("    version: 1\n", "")
    write_files(in_folder, {"t.yaml": text})
    ran = raci("lint", "t.yaml", option, "--select", "redundant-alias,missing-field", "-f", "concise")
    assert (
        't.yaml:7:7: RACI504 is not fixed: The comment in line 6 would go with it. By hand: Take "pm" out.\n'
        "t.yaml:7: roles > pm > aliases > item 2 goes.\n"
    ) in ran.err
    assert "fixable" not in ran.out
    assert ("version: 1" in (in_folder / "t.yaml").read_text("utf-8")) is (option == "--fix")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(TEAM.replace("Boss ", "pm "), "Found 1 piece of advice in 1 file.", id="a comment would go"),
        pytest.param(
            "version: 1\nroles:\n  chef: {name: Chef, deliverables: [{name: Menu}, {name: \u041cenu}]}\n",
            "Found 1 warning in 1 file.",
            id="a new error",
        ),
        pytest.param(
            "version: 1\nroles:\n  chef: {name: Chef, aliases: [chef, cheff, Cheff]}\n  boss: {name: Boss, reports_to: cheff}\n",
            "Found 2 pieces of advice in 1 file. 2 fixable with --fix.",
            id="what can be made",
        ),
    ],
)  # fmt: skip
def test_what_would_be_refused_is_not_counted(text: str, left: str, raci: RunRaci, in_folder: Path) -> None:
    """In words and in JSON alike, and after --fix."""
    write_files(in_folder, {"t.yaml": text})
    chosen = ("lint", "t.yaml", "--select", "redundant-alias,confusable-names,RACI2")
    assert raci(*chosen).out.splitlines()[-1] == left
    report = json.loads(raci(*chosen, "--json").out)
    fixable = sum(each["fix"] is not None for each in report["findings"])
    summary = report["summary"]
    assert (summary["fixable"] + summary["fixable_unsafe"], summary["fixed"]) == (fixable, 0)
    made = json.loads(raci(*chosen, "--unsafe-fixes", "--json").out)["summary"]
    assert made["fixed"] == fixable
    assert (made["fixable"], made["fixable_unsafe"]) == (0, 0)
