"""raci report, as its users run it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from report_worlds import KITCHEN, WARD

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
    assert ran.err.startswith("From the model that ships with raci")


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


def test_the_shipped_model_is_told_to_be_none_of_ones_own(raci: RunRaci, in_folder: Path) -> None:
    """The top of the page says plainly whose words these are; a register of one's own counts its files, and names them in a fold."""
    shipped = raci("report", *DAY).out.split("</header>")[0]
    assert (
        "This is the model that ships with raci: recommendations from two published articles, not your company&#39;s."
        in shipped
    )
    write_files(
        in_folder,
        {f"own/{name}.yaml": f"version: 1\nroles: {{{name}: {{name: {name}}}}}" for name in "abcde"},
    )
    own = raci("report", "--data", "own", *DAY).out.split("</header>")[0]
    assert '<p class="register">Made from 5 ownership files.</p>' in own
    assert "<summary>Which</summary>" in own
    assert '<li class="place">own/e.yaml</li>' in own


def test_numbers_that_mean_nothing_are_not_good(raci: RunRaci, in_folder: Path) -> None:
    """Where nothing could be contested, open or past its review there is a dash, and no colour."""
    write_files(in_folder, {"a.yaml": "version: 1\nroles: {bar: {name: Bar, deliverables: [{name: Menu}]}}"})
    numbers = raci("report", "--data", ".", *DAY).out.split('<ul class="numbers">')[1].split("</ul>")[0]
    told = re.findall(r"<li( class=\"\w+\")?>\n<strong>(.+)</strong>\n<span>(.+)</span>", numbers)
    assert told == [
        (' class="good"', "100 %", "Have one owner"),
        ("", "—", "Contested"),
        (' class="good"', "0", "Unowned"),
        ("", "—", "Open or contested"),
        ("", "—", "Past review"),
    ]


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
    assert "<strong>0</strong>\n<span>Past review</span>" in before
    assert "<strong>1</strong>\n<span>Past review</span>" in after
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


def text_of(page: str, anchor: str) -> str:
    """Return the text of an article of the page."""
    article = page.split(f'<article class="entry" id="{anchor}"')[1].split("</article>", maxsplit=1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", article.partition(">")[2]).split())


def test_an_entry_says_whose_words_it_has_and_whom_to_ask(raci: RunRaci, in_folder: Path) -> None:
    """Of contested work each summary has the role that wrote it, and each side its people and contact."""
    write_files(in_folder, WARD)
    text = text_of(raci("report", "--data", ".", *DAY).out, "work-bed-allocation")
    assert "Bed Manager: Fills the house evenly. Ward Nurse: Which patient lies where." in text
    assert "Ask Bed Manager: Ira Porter Ward Nurse: Nadia Okafor (@nadia), Tom Beck, #ward-4" in text
    assert "They differ On Bed Allocation, Ward Nurse expects Porter to be informed" in text


def test_an_entry_names_what_is_easily_taken_for_it(raci: RunRaci, in_folder: Path) -> None:
    """Work that goes by the same other name is named, with its owner."""
    write_files(in_folder, WARD)
    page = raci("report", "--data", ".", *DAY).out
    assert "Easily taken for it Guests (Bed Manager)" in text_of(page, "work-visits")


def test_work_unowned_on_purpose_waits_for_nobody(raci: RunRaci, in_folder: Path) -> None:
    """Listed work without an owner on purpose is told so; where an owner was found since, that too."""
    write_files(in_folder, WARD)
    page = raci("report", "--data", ".", *DAY).out
    assert "<td>Both list it: nobody is accountable, on purpose.</td>" in page
    assert "<td>unowned on purpose</td><td>Bed Manager (R) and Ward Nurse (R)</td>" in page
    assert "Because The city gives them out." in text_of(page, "work-parking-permits")
    assert "Yet unowned on purpose Once nobody did it." in text_of(page, "work-visits")


def test_other_parts_are_one_thing_under_one_name(raci: RunRaci, in_folder: Path) -> None:
    """A role that only supports has a part, called the same on its card, in its load and on the work."""
    write_files(in_folder, WARD)
    page = raci("report", "--data", ".", *DAY).out
    assert '<p class="answer">Has another part in 2.</p>' in page
    assert "<summary>Another part: 2</summary>" in page
    assert '<th scope="col">Another part</th>' in page
    assert "Another part Porter" in text_of(page, "work-bed-allocation")
    assert "No part in any work." not in page


def test_what_is_contested_is_counted_in_one_way(raci: RunRaci, in_folder: Path) -> None:
    """Work and areas are counted each; what only speaks of names is no area, and nothing to settle."""
    write_files(in_folder, WARD)
    page = raci("report", "--data", ".", *DAY).out
    assert "<strong>1</strong>\n<span>Contested</span>" in page
    assert "<strong>2</strong>\n<span>Open or contested</span>" in page
    assert "1 piece of work and 1 area are contested. In the middle" in page
    to_settle = page.split("To be settled")[1].split("</ul>")[0]
    assert re.findall(r'href="#([^"]+)"', to_settle) == [
        "work-bed-allocation",
        "work-night-handover",
        "work-errands",
        "area-beds",
        "area-leave-taking",
        "finds",
    ]


def test_a_card_says_what_a_role_is_concerned_with(raci: RunRaci, in_folder: Path) -> None:
    """As raci role does, in the words of the file; a role that says nothing has no such lines."""
    role = "{name: Cook, focus: What is served., analogy: the heart of the house}"
    write_files(in_folder, {"r.yaml": f"version: 1\nroles: {{cook: {role}, host: {{name: Host}}}}\n"})
    page = raci("report", "--data", ".", *DAY).out
    assert page.count("<dt>Concerned with</dt>\n<dd>What is served.</dd>") == 1
    assert page.count("<dt>Like</dt>\n<dd>the heart of the house</dd>") == 1
    assert page.count("<dt>Concerned with</dt>") == 1


@pytest.mark.parametrize(
    ("unowned", "share"), [(1, "99 %"), (2, "99 %"), (0, "100 %"), (399, "1 %"), (400, "0 %")]
)
def test_a_share_is_round_only_where_it_is_exact(
    unowned: int, share: str, raci: RunRaci, in_folder: Path
) -> None:
    """Next to all is not all, and next to nothing is not nothing."""
    work = [{"name": f"Work {n}", "letters": "R" if n < unowned else "A"} for n in range(400)]
    roles = {"bar": {"name": "Bar", "responsibilities": work}}
    in_folder.joinpath("a.yaml").write_text(f"version: 1\nroles: {json.dumps(roles)}\n", encoding="utf-8")
    page = raci("report", "--data", "a.yaml", *DAY).out
    assert f"<strong>{share}</strong>\n<span>Have one owner</span>" in page


def test_empty_cells_beside_each_other_are_one(raci: RunRaci, in_folder: Path) -> None:
    """A matrix of many roles does not grow with what none of them has to do."""
    roles = {
        f"r{n}": {
            "name": f"R {n}",
            "responsibilities": [{"name": f"Work {n}", "with": {f"r{(n + 2) % 50}": "C"}}],
        }
        for n in range(50)
    }
    in_folder.joinpath("a.yaml").write_text(f"version: 1\nroles: {json.dumps(roles)}\n", encoding="utf-8")
    matrix = raci("report", "--data", "a.yaml", *DAY).out.split("<tbody data-area=")[1].split("</tbody>")[0]
    rows = matrix.split("<tr data-")[1:]
    assert len(rows) == 50
    for row in rows:
        cells = re.findall(r'<td(?: colspan="(\d+)")?>', row)
        assert len(cells) <= 6
        assert sum(int(span or 1) for span in cells) == 51


def test_a_big_page_says_how_big_it_is(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where browsers will be slow, a note on standard error says so and what to do, unless it is to be quiet."""
    write_files(in_folder, WARD)
    ran = raci("report", "--data", ".", "-o", "page.html", *DAY)
    assert (ran.code, ran.err) == (0, "")
    size = in_folder.joinpath("page.html").stat().st_size
    monkeypatch.setattr("raci.cli.report._MB", size // 7)
    ran = raci("report", "--data", ".", "-o", "page.html", *DAY)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "The page has 7 MB, and browsers are slow with so much. To make it smaller, name fewer files or folders "
        "with --data.\n"
    )
    assert raci("report", "--data", ".", "-o", "page.html", "-q", *DAY).err == ""


def test_the_help_says_when_a_file_is_needed(raci: RunRaci) -> None:
    """A default that a terminal refuses is not shown as one."""
    out = raci("report", "--help").out
    assert "[default: -]" not in out
    assert "On a terminal it needs one" in out
