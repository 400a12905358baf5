"""The report page in real Chromium: what its readers do with it, and what it must not do."""

from __future__ import annotations

import json
import re
from contextlib import chdir
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from raci.cli.app import main
from raci.text.visible import visible
from report_worlds import KITCHEN, TEXTS, WARD, hostile_register

from browser import Chromium, Seen, started
from conftest import write_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PHONE = 360
READERS = [
    pytest.param({"width": 1280}, id="wide"),
    pytest.param({"width": 1280, "dark": True}, id="wide and dark"),
    pytest.param({"width": PHONE}, id="narrow"),
    pytest.param({"width": PHONE, "dark": True}, id="narrow and dark"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """Return a Chromium for all tests here."""
    with started() as browser:
        yield browser


def written(folder: Path, *arguments: str) -> Path:
    """Return the file of a report that is made in a folder."""
    with chdir(folder):
        assert main(["report", "-o", "page.html", "--as-of", "2026-01-31", "-q", *arguments]) == 0
    return folder / "page.html"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on the shipped data."""
    return written(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on a kitchen where things are contested, open and unowned."""
    folder = tmp_path_factory.mktemp("kitchen")
    write_files(folder, KITCHEN)
    return written(folder, "--data", ".")


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on a ward with people, areas, and names that are hard to search."""
    folder = tmp_path_factory.mktemp("ward")
    write_files(folder, WARD)
    return written(folder, "--data", ".")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on files whose every text tries to be more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    folder.joinpath("hostile.yaml").write_text(hostile_register(), encoding="utf-8")
    return written(folder, "--data", "hostile.yaml")


@pytest.fixture(scope="module")
def reading(chromium: Chromium, shipped: Path) -> Iterator[Page]:
    """Return the page of the shipped data, open for one question after the other."""
    with chromium.opened(shipped) as seen:
        yield seen.page
        assert (seen.requests, seen.messages) == ([], [])


def asked(page: Page, question: str) -> str:
    """Type a question and return the answer's first line."""
    page.get_by_role("searchbox", name="Work, or a word").fill(question)
    return page.locator("#answer").inner_text()


def found(page: Page) -> list[str]:
    """Return the names of what was found."""
    return page.locator("#matches h3").all_inner_texts()


# Searching


RULES = """
version: 1
roles:
  desk:
    name: Jürgen Groß
    responsibilities: [{name: 2.1.10 Keys}, {name: 2.1.9 Locks}, {name: 2.1.1 Doors}, {name: Rule 7}]
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2.1.1", "Jürgen Groß is accountable for 2.1.1 Doors."),
        ("2.1", "Perhaps: Jürgen Groß is accountable for 2.1.1 Doors, 2.1.9 Locks and 2.1.10 Keys."),
        ("2.2", 'Nobody: no piece of work, role or area here is called "2.2".'),
        ("rule 2", 'Nobody: no piece of work, role or area here is called "rule 2".'),
    ],
)
def test_numbers_are_found_whole_and_by_value(
    question: str, answer: str, chromium: Chromium, in_folder: Path
) -> None:
    """2.1 may be the part that 2.1.1 belongs to, 1 is no 10; and the page is never surer than the command."""
    in_folder.joinpath("r.yaml").write_text(RULES, encoding="utf-8")
    with chromium.opened(written(in_folder, "--data", "r.yaml")) as seen:
        assert asked(seen.page, question) == answer
        assert asked(seen.page, "Jurgen Gross").startswith("Jürgen Groß")


@pytest.mark.parametrize(
    ("question", "answer", "first"),
    [
        ("Pricing Strategy", "Product Marketer is accountable for Pricing Strategy.", "Pricing Strategy"),
        ("  PRICING strategy ", "Product Marketer is accountable for Pricing Strategy.", "Pricing Strategy"),
        ("pricing", "Product Marketer is accountable for Pricing Strategy.", "Pricing Strategy"),
        ("OKR", "Product Manager is accountable for Objective Planning.", "Objective Planning"),
        ("north-star", "Product Manager is accountable for Vision Setting.", "Vision Setting"),
        (
            "roadmp",
            "Product Manager is accountable for Product Roadmap and Product Roadmapping.",
            "Product Roadmap",
        ),
        ("who owns the demand gen?", "Product Marketer is accountable for Demand Generation.", "Demand Generation"),
        (
            "user experience",
            "Product Manager is accountable for Design Collaboration, Usability Testing, User Personas and "
            "Journeys and User Research.",
            "Design Collaboration",
        ),
        ("who writes the slides for the sales team?", "Perhaps: Product Marketer is accountable for Sales Materials.", "Sales Materials"),
        ("PMM", "Product Marketer is a role, not a piece of work.", "Product Marketer"),
        ("product", "It depends which: 24 pieces of work answer to this. Say more, or see the first below.", "Competitive Product-Market Fit"),
    ],
)  # fmt: skip
def test_the_search_finds(question: str, answer: str, first: str, reading: Page) -> None:
    """A name, an alias, an area, a typing error, a role or a sentence leads to the owner, as you type."""
    assert asked(reading, question) == answer
    assert found(reading)[0] == first
    assert len(found(reading)) <= 5


@pytest.mark.parametrize("question", ["bicycle repair", "bicycle strategy", "zzz"])
def test_nobody_is_an_answer(question: str, reading: Page) -> None:
    """What the page does not know is nobody's, and beside that stands the command that knows more."""
    answer = f'Nobody: no piece of work, role or area here is called "{question}".'
    assert asked(reading, question) == answer
    assert found(reading) == []
    assert reading.locator("#less").inner_text() == (
        "This page only compares words. The command knows synonyms and sentences as well: "
        f'raci who-owns "{question}"'
    )


def test_keywords_are_searched_and_not_shown(chromium: Chromium, in_folder: Path) -> None:
    """They lead to work as the words of a summary do."""
    text = """version: 1
roles: {cook: {name: Cook, responsibilities: [{name: Menu, keywords: [asparagus]}, {name: Rota}]}}
"""
    in_folder.joinpath("cook.yaml").write_text(text, encoding="utf-8")
    with chromium.opened(written(in_folder, "--data", "cook.yaml")) as seen:
        assert "asparagus" not in seen.page.locator("main").inner_text()
        assert asked(seen.page, "asparagus") == "Perhaps: Cook is accountable for Menu."


@pytest.mark.parametrize(
    ("language", "name", "question"),
    [
        ("french", "Qualité de l'eau", "Qui s\u2019occupe de l'eau\xa0?"),
        ("russian", "Отчёт", "чьей зоне отчет"),
        ("turkish", "Bütçe", "bütçe hakk\u0131nda kim sorumlu"),
        ("polish", "Budżet", "kto jest w\u0142aścicielem budżet"),
    ],
)
def test_words_of_other_languages_only_ask(
    language: str, name: str, question: str, chromium: Chromium, in_folder: Path
) -> None:
    """Accents, letters with a stroke and what is left out before a vowel are read as the command reads them."""
    text = f'version: 1\nroles: {{one: {{name: One, responsibilities: [{{name: "{name}"}}, {{name: X}}]}}}}\n'
    in_folder.joinpath("one.yaml").write_text(text, encoding="utf-8")
    in_folder.joinpath("raci.toml").write_text(f'data = ["one.yaml"]\nlanguage = "{language}"\n', "utf-8")
    with chromium.opened(written(in_folder)) as seen:
        assert asked(seen.page, question) == f"One is accountable for {name}."


@pytest.mark.parametrize("question", ["", " "])
def test_no_question_has_no_answer(question: str, reading: Page) -> None:
    """Nothing is said before anything is asked."""
    asked(reading, "pricing")
    assert asked(reading, question) == ""
    assert found(reading) == []
    assert reading.locator("#less").is_hidden()


@pytest.mark.parametrize("question", ["who owns", "w", "?!", "the"])
def test_half_a_question_is_told_so(question: str, reading: Page) -> None:
    """Words that only ask are an answer as well: nobody is meant yet."""
    asked(reading, "pricing")
    assert asked(reading, question) == f'Nobody: "{question}" does not say which work is meant.'
    assert found(reading) == []


@pytest.mark.parametrize(
    ("question", "less"),
    [
        ("Pricing Strategy", False),
        ("pricing", False),
        ("PMM", False),
        ("who writes the slides for the sales team?", True),
        ("product", True),
        ("roadmp", True),
    ],
)
def test_what_the_page_does_not_know_stands_beside_the_answer(
    question: str, less: bool, reading: Page
) -> None:
    """Only a whole name is answered as the command would; all else may have a better answer."""
    asked(reading, question)
    assert reading.locator("#less").is_visible() is less


@pytest.mark.parametrize("question", ['zzz"; rm -rf x', "zzz $(x)", "zzz `x`", "zzz \\", "zzz!!"])
def test_no_command_is_made_of_what_a_shell_reads(question: str, reading: Page) -> None:
    """What is typed stands in the command only where it is words."""
    asked(reading, question)
    assert reading.locator("#command").inner_text() == "raci who-owns …"


@pytest.fixture(scope="module")
def asking(chromium: Chromium, ward: Path) -> Iterator[Page]:
    """Return the page of the ward, open for one question after the other."""
    with chromium.opened(ward) as seen:
        yield seen.page
        assert (seen.requests, seen.messages) == ([], [])


@pytest.mark.parametrize(
    ("question", "answer", "first"),
    [
        ("beds", "Nobody yet: Bed Manager and Ward Nurse both claim Bed Allocation.", "Bed Allocation"),
        ("errand", "Nobody yet: no role is accountable for Errands.", "Errands"),
        ("rounds", "Ward Nurse is accountable for Rounds.", "Rounds"),
        ("patient flow", "Nobody yet: Bed Manager and Ward Nurse both claim Bed Allocation.", "Bed Allocation"),
        ("Nadia", "Nadia Okafor holds Ward Nurse and Doctor.", "Ward Nurse"),
        ("who is tom beck?", "Tom Beck holds Ward Nurse.", "Ward Nurse"),
        ("nurses", "Ward Nurse is a role, not a piece of work.", "Ward Nurse"),
        ("doct", "Doctor is a role, not a piece of work.", "Doctor"),
        ("?", "Porter is a role, not a piece of work.", "Porter"),
        ("discharge timing", "Discharge Timing is an area where roles meet, not a piece of work: it is open.", "Discharge Timing open"),
        ("!!!", "Ward Nurse is accountable for !!!.", "!!!"),
    ],
)  # fmt: skip
def test_the_search_finds_all_that_has_a_name(question: str, answer: str, first: str, asking: Page) -> None:
    """Plurals, people, parts of a role's name, areas where roles meet, and names without letters are found."""
    assert asked(asking, question) == answer
    assert flat(found(asking)[0]) == first


@pytest.mark.parametrize("question", ["who", "the", "who owns", "!", "who owns !!!"])
def test_a_name_without_letters_is_no_answer_to_silence(question: str, asking: Page) -> None:
    """A question of words that only ask does not find work whose name has no letter."""
    assert asked(asking, question) == f'Nobody: "{question}" does not say which work is meant.'
    assert found(asking) == []


def test_an_area_where_roles_meet_stands_beside_its_work(asking: Page) -> None:
    """Where work answers as well, a link leads to the area of that name."""
    asked(asking, "beds")
    assert asking.locator("#matches > p").inner_text() == "See also Beds."
    assert asking.locator("#matches > p a").get_attribute("href") == "#area-beds"


def test_several_that_may_be_meant_are_all_linked_to(asking: Page) -> None:
    """A part of several names leads to each of them."""
    assert asked(asking, "port") == 'Nobody: no piece of work is called "port".'
    assert asking.locator("#matches").inner_text() == "See also Porter, Ira Porter (Bed Manager)."


def test_work_that_is_contested_or_unowned_has_no_owner(chromium: Chromium, kitchen: Path) -> None:
    """The search says who claims contested work, and that nobody is accountable for other work."""
    with chromium.opened(kitchen) as seen:
        assert asked(seen.page, "menu") == "Nobody yet: Buyer and Head Chef both claim Menu."
        assert asked(seen.page, "staff meals") == "Nobody yet: no role is accountable for Staff Meals."


def test_an_answer_leads_to_its_entry(chromium: Chromium, shipped: Path) -> None:
    """The link of a match opens the part of the page that it leads to."""
    with chromium.opened(shipped) as seen:
        asked(seen.page, "pricing")
        entry = seen.page.locator("#work-pricing-strategy")
        assert not entry.is_visible()
        seen.page.locator("#matches").get_by_role("link", name="Pricing Strategy").click()
        entry.wait_for(state="visible")
        assert "price list" in entry.inner_text()


# First view


def test_the_first_view_is_short(chromium: Chromium, shipped: Path) -> None:
    """Search, what is to be settled, how much is owned and who carries it; all else is folded."""
    with chromium.opened(shipped) as seen:
        assert seen.page.locator(".part[open]").count() == 0
        headings = seen.page.locator("#search :is(h2, h3)").all_inner_texts()
        assert headings == ["Who owns …?", "To be settled 4", "How much is owned", "Who carries how much"]
        assert seen.page.locator(".todo li").count() == 4
        bottom = seen.page.locator(".overview").evaluate("(each) => each.getBoundingClientRect().bottom")
        assert bottom <= 900


def test_links_open_what_they_lead_to(chromium: Chromium, kitchen: Path) -> None:
    """Each part opens from the top of the page, and what is to be settled leads to where it is told."""
    with chromium.opened(kitchen) as seen:
        for link in seen.page.locator("nav a").all()[1:]:
            link.click()
            seen.page.locator(link.get_attribute("href") or "").wait_for(state="visible")
        for link in seen.page.locator(".todo li a").all():
            link.click()
            seen.page.locator(link.get_attribute("href") or "").wait_for(state="visible")


def test_without_scripts_a_link_opens_its_part(chromium: Chromium, kitchen: Path) -> None:
    """The browser itself unfolds what a link leads to, and the headings open and close."""
    with chromium.opened(kitchen, script=False) as seen:
        seen.page.locator("nav a", has_text="Matrix").click()
        seen.page.locator("table.matrix").wait_for(state="visible")
        seen.page.locator("summary", has_text="The matrix").click()
        seen.page.locator("table.matrix").wait_for(state="hidden")


def test_the_main_text_names_no_file(chromium: Chromium, kitchen: Path) -> None:
    """Where something is written can be unfolded, at the top also which files these are."""
    with chromium.opened(kitchen) as seen:
        assert seen.page.locator(".register").inner_text() == "Made from 2 ownership files."
        seen.page.evaluate(
            "document.querySelectorAll('details:not(.source)').forEach((each) => { each.open = true; })"
        )
        assert ".yaml" not in seen.page.locator("main").inner_text()
        places = seen.page.locator("#work-menu .source")
        places.locator("summary").click()
        assert places.locator(".place").first.inner_text().startswith("kitchen.yaml:")


@pytest.mark.parametrize(("world", "instead"), [("kitchen", "undecided"), ("shipped", "One article")])
def test_the_page_says_no_word_of_ours(
    world: str, instead: str, chromium: Chromium, request: pytest.FixtureRequest
) -> None:
    """Names that look alike are undecided, and articles that only we know by a short name are articles."""
    with chromium.opened(request.getfixturevalue(world)) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        text = seen.page.locator("body").inner_text()
        assert not re.search(r"unexamined|\bthe Guide\b", text, re.IGNORECASE)
        assert instead in text


# Filtering


def unfolded(page: Page, part: str) -> None:
    """Open a part of the page by its link at the top."""
    page.locator(f"nav a[href='#{part}']").click()
    page.locator(f"#{part}").wait_for(state="visible")


def shown(page: Page) -> list[str]:
    """Return the rows of the matrix that are shown."""
    rows = page.locator("table.matrix tbody tr:not(.group) th")
    return [row.locator("a").inner_text() for row in rows.all() if row.is_visible()]


def test_each_filter_keeps_its_rows(chromium: Chromium, kitchen: Path) -> None:
    """Text, role, area, status and kind each keep some rows, and the count says how many."""
    with chromium.opened(kitchen) as seen:
        page = seen.page
        unfolded(page, "matrix")
        count = page.locator("#count")
        assert len(shown(page)) == 15
        page.get_by_label("Status", exact=True).select_option("contested")
        assert shown(page) == ["Stock Count", "Menu"]
        page.get_by_label("Kind", exact=True).select_option("deliverable")
        assert (shown(page), count.inner_text()) == (["Menu"], "1 of 15 pieces of work")
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("document.getElementById('count').textContent.startsWith('15')")
        assert len(shown(page)) == 15
        page.get_by_label("Role", exact=True).select_option(label="Sommelier")
        assert shown(page) == ["Wine Pairing", "Order List"]
        page.get_by_label("Text", exact=True).fill("wine pair")
        assert shown(page) == ["Wine Pairing"]
        page.get_by_label("Text", exact=True).fill("")
        page.get_by_label("Role", exact=True).select_option("")
        page.get_by_label("Area", exact=True).select_option("Recipes")
        assert shown(page) == ["Recipe Writing", "Recipe Book"]
        assert page.locator("table.matrix tr.group:visible").all_inner_texts() == ["Recipes"]


def test_filters_that_keep_nothing_say_so(chromium: Chromium, kitchen: Path) -> None:
    """In place of an empty table there is a sentence, and a button that brings all rows back."""
    with chromium.opened(kitchen) as seen:
        page = seen.page
        unfolded(page, "matrix")
        page.get_by_label("Text", exact=True).fill("bicycle")
        assert page.locator("table.matrix").is_hidden()
        none = page.locator("#none")
        assert flat(none.inner_text()) == "Nothing is like that. Show all"
        none.get_by_role("button").click()
        page.locator("table.matrix").wait_for(state="visible")
        assert none.is_hidden()
        assert len(shown(page)) == 15


def test_the_matrix_has_the_marks_of_the_command(chromium: Chromium, ward: Path) -> None:
    """Letters of contested and of unowned work carry the signs of raci matrix, and the legend has them."""
    with chromium.opened(ward) as seen:
        unfolded(seen.page, "matrix")
        rows = seen.page.locator("table.matrix tbody tr:not(.group)")
        cells = {
            row.locator("th a").inner_text(): [
                flat(each) for each in row.locator("td").all_text_contents() if each
            ]
            for row in rows.all()
        }
        assert cells["Bed Allocation"] == ["AR!", "AR!", "S", "contested"]
        assert cells["Night Handover"] == ["R?", "unowned"]
        assert cells["Parking Permits"] == ["R", "R", "unowned on purpose"]
        legend = [flat(each) for each in seen.page.locator("#matrix .key .marked").all_inner_texts()]
        assert legend == [
            "A! one of several who are accountable: it is contested",
            "R? nobody is accountable",
        ]
        outlines = seen.page.eval_on_selector_all(
            "#matrix .marked b.accountable, [data-status=contested] b.accountable",
            "found => found.map((each) => getComputedStyle(each).outlineStyle)",
        )
        assert outlines == ["dashed"] * 3


def test_what_is_contested_or_unowned_says_so_in_words(chromium: Chromium, kitchen: Path) -> None:
    """Nobody has to see colours to see what is to be settled."""
    with chromium.opened(kitchen) as seen:
        unfolded(seen.page, "matrix")
        row = seen.page.locator("table.matrix tr", has_text="Menu")
        assert "contested" in row.inner_text()
        assert "unowned" in seen.page.locator("table.matrix tr", has_text="Staff Meals").inner_text()


# Keyboard, screen reader, sizes, paper


def test_the_keyboard_is_enough(chromium: Chromium, shipped: Path) -> None:
    """From the top, keys alone lead to the search, to an answer and to its entry, and through the matrix."""
    with chromium.opened(shipped) as seen:
        page = seen.page
        press = page.keyboard.press
        press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        press("Enter")
        press("Tab")
        assert page.evaluate("document.activeElement.id") == "question"
        page.keyboard.type("pricing")
        press("Tab")
        press("Enter")
        page.locator("#work-pricing-strategy").wait_for(state="visible")
        page.locator("summary", has_text="The matrix").focus()
        press("Enter")
        page.locator("#filter-text").focus()
        page.keyboard.type("roadmap")
        assert shown(page) == ["Product Roadmapping", "Product Roadmap"]
        boxes = page.locator(".box")
        assert {box.get_attribute("tabindex") for box in boxes.all()} == {"0"}


def test_a_screen_reader_finds_its_way(chromium: Chromium, shipped: Path) -> None:
    """There are landmarks, one main heading, a heading for each section, and headers for each table."""
    with chromium.opened(shipped) as seen:
        page = seen.page
        for landmark in ("banner", "navigation", "main", "contentinfo", "search"):
            assert page.get_by_role(landmark).count() == 1
        assert page.get_by_role("heading", level=1).all_inner_texts() == ["Who owns what"]
        sections = page.locator("main > section")
        assert sections.count() == page.locator("main > section h2").count() == 7
        assert page.locator("table:not(:has(th[scope=col]))").count() == 0
        assert page.locator("table tbody tr:not(:has(th[scope]))").count() == 0
        unfolded(page, "picture")
        assert page.get_by_role("img", name="Roles, and what they share").count() == 1


# axe-core takes seconds: each reader and each world is looked at once, the one with all that a page has twice.
@pytest.mark.parametrize(
    ("world", "reader"),
    [
        pytest.param(world, *reader.values, id=f"{world}-{reader.id}")
        for world, reader in zip(("kitchen", "ward", "shipped", "kitchen"), READERS, strict=True)
    ],
)
def test_axe_finds_nothing(
    reader: dict[str, Any], world: str, chromium: Chromium, request: pytest.FixtureRequest
) -> None:
    """axe-core has nothing to say against the page, with an answer shown and everything unfolded."""
    with chromium.opened(request.getfixturevalue(world), **reader) as seen:
        asked(seen.page, "product")
        seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert violations(seen.page) == []
        assert seen.messages == []


def violations(page: Page) -> list[str]:
    """Return what axe-core has against a page: rule, weight and the first place of each."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    result = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [f"{each['id']} ({each['impact']}): {each['nodes'][0]['html']}" for each in result["violations"]]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("world", ["shipped", "kitchen", "hostile"])
def test_it_fits_and_asks_for_nothing(
    reader: dict[str, Any], world: str, chromium: Chromium, request: pytest.FixtureRequest
) -> None:
    """On a desk and on a phone: no sideways scrolling, no request, no word on the console."""
    with chromium.opened(request.getfixturevalue(world), **reader) as seen:
        asked(seen.page, "sales")
        seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= reader["width"]
        assert (seen.requests, seen.messages) == ([], [])


@pytest.mark.parametrize("world", ["shipped", "kitchen", "ward", "hostile"])
def test_letters_can_be_seen_on_a_phone(
    world: str, chromium: Chromium, request: pytest.FixtureRequest
) -> None:
    """Scrolled sideways, work and areas stay, and take less than half of the matrix's width; a hint says so."""
    with chromium.opened(request.getfixturevalue(world), width=375) as seen:
        unfolded(seen.page, "matrix")
        box = seen.page.locator("#matrix .box")
        assert seen.page.locator("#matrix .sideways").is_visible()
        widths, lefts = box.evaluate(
            """(box) => {
                box.scrollLeft = 10000;
                const [row, head, area] = ["tbody tr:not(.group) th", "thead th", ".group span"]
                    .map((each) => box.querySelector(each).getBoundingClientRect());
                const left = box.getBoundingClientRect().left;
                return [[row.width, head.width].map((each) => each / box.clientWidth),
                    [row.left, head.left, area.left].map((each) => each - left)];
            }"""
        )
        assert max(widths) <= 0.45
        assert all(0 <= left <= 10 for left in lefts)


def test_the_filters_are_folded_on_a_phone(chromium: Chromium, kitchen: Path) -> None:
    """On a phone they take one line until they are asked for; on a desk they are open."""
    with chromium.opened(kitchen, width=PHONE) as seen:
        unfolded(seen.page, "matrix")
        assert seen.page.locator("#filters").is_hidden()
        seen.page.locator("#folded summary").click()
        seen.page.get_by_label("Status", exact=True).select_option("contested")
        assert seen.page.locator("#count").inner_text() == "2 of 15 pieces of work"
    with chromium.opened(kitchen) as seen:
        unfolded(seen.page, "matrix")
        assert seen.page.locator("#filters").is_visible()


@pytest.mark.parametrize("world", ["shipped", "kitchen", "ward"])
def test_drawings_can_be_read_without_the_style(
    world: str, chromium: Chromium, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Where a wiki or a mail drops the page's own style, no shape is filled with black, and text has its place."""
    page = request.getfixturevalue(world).read_text("utf-8")
    bare = tmp_path / "bare.html"
    bare.write_text(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL), encoding="utf-8")
    with chromium.opened(bare, script=False) as seen:
        assert seen.page.locator("svg.picture").is_visible()
        assert seen.page.locator("input:visible, select:visible").count() == 0
        black = seen.page.evaluate(
            """() => [...document.querySelectorAll('svg rect, svg path')]
                .filter((each) => getComputedStyle(each).fill === 'rgb(0, 0, 0)').length"""
        )
        anchors = seen.page.eval_on_selector_all(
            "svg text", "found => [...new Set(found.map((each) => getComputedStyle(each).textAnchor))]"
        )
        assert (black, anchors) == (0, ["middle"])


def test_paper_has_a_cover_then_overview_matrix_and_cards(chromium: Chromium, kitchen: Path) -> None:
    """A cover stands alone, the matrix lies across its pages, cards begin a page."""
    with chromium.opened(kitchen) as seen:
        seen.page.emulate_media(media="print")
        breaks = seen.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('header, main > section')].map((each) => {
                const { breakBefore, breakAfter, page } = getComputedStyle(each);
                const id = each.querySelector('.inside')?.id ?? (each.id || 'cover');
                return [id, [breakBefore, breakAfter, page].filter((said) => said !== 'auto').join(' ')];
            }))"""
        )
        assert list(breaks.items()) == [
            ("cover", "page"),
            ("search", ""),
            ("picture", ""),
            ("overlaps", ""),
            ("matrix", "wide"),
            ("roles", "page"),
            ("load", ""),
            ("work", ""),
        ]


def test_no_column_of_a_wide_matrix_is_lost_on_paper(chromium: Chromium, in_folder: Path) -> None:
    """Forty roles fit across a page that lies on its side: their heads stand upright."""
    roles = "".join(
        f"  r{n}: {{name: Team {n} of many, deliverables: [{{name: Paper {n}}}]}}\n" for n in range(40)
    )
    in_folder.joinpath("r.yaml").write_text(f"version: 1\nroles:\n{roles}", encoding="utf-8")
    with chromium.opened(written(in_folder, "--data", "r.yaml")) as seen:
        seen.page.set_viewport_size({"width": 1030, "height": 700})  # A4, without its margins
        seen.page.emulate_media(media="print")
        seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        right = "(each) => each.getBoundingClientRect().right"
        cells = seen.page.locator("table.matrix th, table.matrix td b").all()
        assert max(each.evaluate(right) for each in cells[::7] + cells[-3:]) <= 1030


def test_the_whole_page_is_printed(chromium: Chromium, kitchen: Path) -> None:
    """On paper all is unfolded but the evidence: what works on a screen alone, and each piece of work by itself.

    The cards and the matrix name all work. It is folded again after.
    """
    with chromium.opened(kitchen, dark=True) as seen:
        page = seen.page
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator("#ask").is_hidden()
        assert page.locator("nav").is_hidden()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("details:not([open])").count() == 0
        assert page.locator("#work-menu").is_hidden()
        assert page.locator(".card li", has_text="Menu").first.is_visible()
        assert page.locator(".source:visible").count() == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("details[open]:not(#folded)").count() == 0
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_without_scripts_it_is_a_page_to_read(chromium: Chromium, shipped: Path) -> None:
    """Search and filters are not shown where they cannot work; all that they look through is there."""
    with chromium.opened(shipped, script=False) as seen:
        assert seen.page.locator("#ask").is_hidden()
        assert seen.page.locator("#filters").is_hidden()
        assert "Scripts are off" in seen.page.locator("noscript").inner_text()
        assert seen.page.locator("article.entry").count() == 63


# Hostile texts


def test_hostile_names_are_text(chromium: Chromium, hostile: Path) -> None:
    """Whatever a file says is shown as it stands, in the page and in what the search shows of it."""
    with chromium.opened(hostile) as seen:
        page = seen.page
        entries = {flat(each) for each in page.locator("article.entry h4").all_text_contents()}
        for number, text in enumerate(TEXTS):
            assert flat(visible(f"{text} {number}".strip())) in entries
            asked(page, f"{text} {number}")
        assert_nothing_alive(seen)


def test_a_hostile_question_is_text(chromium: Chromium, shipped: Path) -> None:
    """What is typed is repeated as it stands."""
    with chromium.opened(shipped) as seen:
        for text in TEXTS:
            asked(seen.page, f"qqq {text}")
        assert asked(seen.page, "<img src=x onerror=alert(1)>").endswith('"<img src=x onerror=alert(1)>".')
        assert_nothing_alive(seen)


def flat(text: str) -> str:
    """Return text with white space as a page shows it."""
    return " ".join(text.split())


def assert_nothing_alive(seen: Seen) -> None:
    """Assert that a page has no element, link or handler but its own, and has done nothing."""
    page = seen.page
    assert (seen.requests, seen.messages) == ([], [])
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert (
        page.locator("img, iframe, object, embed, link, base, audio, video, [style], [onerror]").count() == 0
    )
    hrefs = page.evaluate("[...document.querySelectorAll('[href]')].map((each) => each.getAttribute('href'))")
    assert {href[0] for href in hrefs} == {"#"}


def test_every_link_leads_somewhere(chromium: Chromium, kitchen: Path) -> None:
    """No link of the page is dead, and no id is given twice."""
    with chromium.opened(kitchen) as seen:
        dead, twice = seen.page.evaluate(
            """() => {
                const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
                const links = [...document.querySelectorAll('a')].map((each) => each.getAttribute('href').slice(1));
                return [links.filter((each) => !ids.includes(each)), ids.filter((each, at) => ids.indexOf(each) < at)];
            }"""
        )
        assert (dead, twice) == ([], [])


def test_nothing_but_its_own_script_may_run(chromium: Chromium, shipped: Path, tmp_path: Path) -> None:
    """The policy allows one script and one style by their hashes, and refuses another one."""
    page = shipped.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'",
        policy[1],
    )
    changed = tmp_path / "changed.html"
    changed.write_text(page.replace("</main>", "<script>alert(1)</script></main>"), encoding="utf-8")
    with chromium.opened(changed) as seen:
        assert [message for message in seen.messages if "Content Security Policy" in message]


# Many


def test_two_thousand_pieces_of_work_can_be_searched(chromium: Chromium, in_folder: Path) -> None:
    """A big register makes a page that opens, answers and filters; the picture says what it leaves out."""
    work = [{"name": f"Work {number}", "area": f"Area {number % 20}"} for number in range(2000)]
    shared = [{"name": f"Shared {number}"} for number in range(40)]
    roles = {
        "one": {"name": "One", "responsibilities": work + shared},
        "two": {"name": "Two", "responsibilities": shared},
    }
    in_folder.joinpath("big.yaml").write_text(f"version: 1\nroles: {json.dumps(roles)}\n", encoding="utf-8")
    with chromium.opened(written(in_folder, "--data", "big.yaml")) as seen:
        assert asked(seen.page, "work 1234") == "One is accountable for Work 1234."
        unfolded(seen.page, "matrix")
        seen.page.locator("#filter-status").select_option("contested")
        assert seen.page.locator("#count").inner_text() == "40 of 2040 pieces of work"
        unfolded(seen.page, "picture")
        assert "16 more are left out here" in seen.page.locator("#picture").inner_text()


def test_a_register_of_next_to_nothing_has_a_page(chromium: Chromium, in_folder: Path) -> None:
    """A role without work makes a page without a picture, and nothing in it fails."""
    in_folder.joinpath("one.yaml").write_text("version: 1\nroles: {one: {name: One}}\n", encoding="utf-8")
    with chromium.opened(written(in_folder, "--data", "one.yaml")) as seen:
        answer = 'Nobody: no piece of work, role or area here is called "bread".'
        assert asked(seen.page, "bread") == answer
        assert seen.page.locator("#picture").count() == 0
        assert violations(seen.page) == []
        assert (seen.requests, seen.messages) == ([], [])
