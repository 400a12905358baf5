"""raci report, as its users run it."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_worlds import KITCHEN

from conftest import Golden, RunRaci, write_files

DAY = ("--as-of", "2026-01-31")


def test_the_report_on_the_shipped_data(raci: RunRaci, in_folder: Path, golden: Golden) -> None:
    """The page on product manager and product marketer, byte for byte; it is well below a megabyte."""
    ran = raci("report", "-o", "ownership.html", *DAY, "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    page = in_folder.joinpath("ownership.html").read_bytes()
    assert len(page) < 400_000
    golden(page.decode(), "report", "shipped.html")


def test_the_report_on_a_kitchen(raci: RunRaci, in_folder: Path, golden: Golden) -> None:
    """The page where work is contested, open, unexamined, shared, settled and unowned."""
    write_files(in_folder, KITCHEN)
    ran = raci("report", "--data", ".", *DAY)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "report", "kitchen.html")


def test_a_pipe_gets_the_page(raci: RunRaci, in_folder: Path) -> None:
    """Where standard output is no terminal, the page is written to it, with the note on standard error."""
    ran = raci("report", *DAY)
    assert ran.code == 0
    assert ran.out.startswith("<!DOCTYPE html>\n")
    assert ran.out.endswith("</html>\n")
    assert ran.err.startswith("This answer comes from the model that ships with raci")


def test_a_terminal_does_not(raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets a message that names a file to write to, instead of a page of HTML."""
    monkeypatch.setattr("raci.cli.report.is_terminal", lambda _: True)
    ran = raci("report")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "raci: The report is a page for a browser. Name a file for it: raci report -o ownership.html\n"
    )


def test_a_title_of_ones_own(raci: RunRaci, in_folder: Path) -> None:
    """The title is heading and name of the page, and text whatever it holds."""
    out = raci("report", "--title", "<b>Who</b>", *DAY).out
    assert "<title>&lt;b&gt;Who&lt;/b&gt;</title>" in out
    assert "<h1>&lt;b&gt;Who&lt;/b&gt;</h1>" in out


def test_a_day_that_is_none(raci: RunRaci, in_folder: Path) -> None:
    """A day is written as one."""
    ran = raci("report", "--as-of", "tomorrow")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'raci: --as-of is "tomorrow"; write a day as 2026-01-31.\n'


def test_agreements_past_their_review_are_counted_as_of_the_day(raci: RunRaci, in_folder: Path) -> None:
    """The same files on two days: an agreement is past its review on the later one only."""
    write_files(
        in_folder,
        {
            "bar.yaml": """
                version: 1
                roles:
                  barkeeper: {name: Barkeeper, deliverables: [{name: Menu}]}
                  cook: {name: Cook, deliverables: [{name: Menu}]}
                overlaps:
                  menu:
                    name: Menu
                    sides: {barkeeper: Drinks., cook: Food.}
                    work: [Menu]
                    agreement: {accountable: cook, because: Food is more., review: 2026-02-01}
            """
        },
    )
    before, after = (
        raci("report", "--data", ".", "--as-of", day).out for day in ("2026-02-01", "2026-02-02")
    )
    assert "<strong>0</strong>\n<span>Past their review</span>" in before
    assert "<strong>1</strong>\n<span>Past their review</span>" in after
    assert "To be reviewed 2026-02-01." in before


def test_an_ownership_file_is_not_overwritten(raci: RunRaci, in_folder: Path) -> None:
    """The page does not take the place of what it is made of."""
    write_files(in_folder, KITCHEN)
    ran = raci("report", "--data", ".", "-o", "kitchen.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "raci: kitchen.yaml is one of the ownership files; nothing was written.\n"


@pytest.mark.parametrize("scheme", ["rasci", "raci-vs", "cairo", "daci", "rapid", "dri"])
def test_every_scheme_has_its_letters_and_words(scheme: str, raci: RunRaci, in_folder: Path) -> None:
    """The letters of the matrix are those of the scheme, each with its word."""
    write_files(
        in_folder,
        {"a.yaml": f"version: 1\nscheme: {scheme}\nroles: {{bar: {{name: Bar, deliverables: [{{name: Menu}}]}}}}"},
    )  # fmt: skip
    ran = raci("report", "--data", ".", *DAY)
    assert (ran.code, ran.err) == (0, "")
    word = {"daci": "approver", "rapid": "decides", "dri": "directly responsible"}.get(scheme, "accountable")
    assert f'class="accountable">{ {"rapid": "D", "dri": "DRI"}.get(scheme, "A") }</b> {word}</li>' in ran.out
