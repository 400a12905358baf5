"""HTML: what people wrote comes back as text from a parser; the page loads and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from nasty import NASTY, holding
from raci.render.html import render
from raci.text.visible import visible
from raci.views.document import Column, Document, Grid, Group, Section, Snippet


class Page(HTMLParser):
    """The elements of a page, with their attributes, and the text of each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.other: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self.elements.append((tag, attrs))
        if tag == "br":
            self._text.append("\n")
        else:
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        """End an element, which has the text since the last beginning."""
        self.texts.append((tag, "".join(self._text)))
        self._text = []

    def handle_data(self, data: str) -> None:
        """Go on with the text."""
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        """Note what should not be there."""
        self.other.append(data)

    handle_pi = unknown_decl = handle_comment


def texts(page: Page, *tags: str) -> list[str]:
    """Return the texts of the elements with these tags, in their order."""
    return [text for tag, text in page.texts if tag in tags]


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_text_is_text(text: str) -> None:
    """The same elements and attributes as with any other text, and the text comes back."""
    page, shown = Page(render(holding(text))), visible(text)
    plain = Page(render(holding("x"))).elements
    plain[plain.index(("abbr", [("title", "x")]))] = ("abbr", [("title", shown)])
    assert (page.elements, page.other) == (plain, [])
    assert texts(page, "title", "h1", "h2", "dt") == [shown] * 4
    assert texts(page, "th") == [shown, "", shown, "", shown, "x"]  # two hold elements of their own
    assert texts(page, "abbr", "span") == [shown, shown]
    assert texts(page, "td", "strong") == [shown, "", "", "", shown, ""]
    assert texts(page, "p") == [shown] * 3  # the section's note, the snippet's lead, the note at the end
    assert texts(page, "dd") == [shown, f"{shown}\n{shown}"]
    assert texts(page, "code") == [f"{shown.removesuffix(chr(10))}\n"]


def test_the_page_may_load_and_run_nothing_but_its_own_style() -> None:
    """The policy names the hash of the style; no element could load or run anything."""
    page = Page(render(holding("x")))
    (style,) = texts(page, "style")
    (policy,) = (dict(held)["content"] for tag, held in page.elements if "http-equiv" in dict(held))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert {tag for tag, _ in page.elements} == {
        *("html", "head", "meta", "title", "style", "body", "main", "section", "footer"),
        *("h1", "h2", "p", "dl", "dt", "dd", "br", "pre", "code"),
        *("div", "table", "thead", "tbody", "tr", "th", "td", "abbr", "span", "strong"),
    }
    assert {name for _, held in page.elements for name, _ in held} == {
        *("lang", "charset", "http-equiv", "content", "name", "class"),
        *("id", "role", "tabindex", "aria-labelledby", "scope", "colspan", "title"),
    }
    assert "url(" not in style


def test_text_to_copy_keeps_its_lines_and_indents() -> None:
    """A blank line at the beginning stays as well."""
    text = "\na:\n  b: |\n    x < y\n\n    z\n"
    page = Page(render(Document("Title", sections=(Section("Heading", snippets=(Snippet("Add:", text),)),))))
    assert texts(page, "code") == [text]


def test_what_a_document_lacks_leaves_no_trace() -> None:
    """A title alone has no empty lists and no footer, and no line ends in white space."""
    html = render(Document("Nobody."))
    assert html.endswith("<main>\n<h1>Nobody.</h1>\n</main>\n</body>\n</html>\n")
    assert html == "\n".join(line.rstrip() for line in html.split("\n"))


def test_a_grid_as_a_table() -> None:
    """Heads of columns, rows and groups of rows; a region to scroll by keys, with its heading for a name."""
    columns = (Column("Work"), Column("PM", "Product Manager", marks=True), Column("Pieces", number=True))
    rows = (("Menu", "AR!", "1"), ("AR!", "AR", ""))
    grid = Grid(
        columns, (Group("Food", rows),), striking=frozenset({"AR!"}), strong=frozenset({"AR"}), more="More."
    )
    html = render(Document("T", (Section("Before"), Section("S", grid=grid))))
    _, _, section = html.partition("<h2>Before</h2>\n</section>\n")
    assert section.partition("</section>")[0] == (
        '<section>\n<h2 id="section-2">S</h2>\n'
        '<div class="grid" role="region" tabindex="0" aria-labelledby="section-2">\n<table>\n<thead>\n<tr>\n'
        '<th scope="col">Work</th>\n'
        '<th scope="col" class="marks"><abbr title="Product Manager">PM</abbr></th>\n'
        '<th scope="col" class="number">Pieces</th>\n</tr>\n</thead>\n<tbody>\n'
        '<tr><th scope="rowgroup" colspan="3"><span>Food</span></th></tr>\n'
        '<tr>\n<th scope="row">Menu</th>\n'
        '<td class="marks"><strong>AR!</strong></td>\n<td class="number">1</td>\n</tr>\n'
        '<tr>\n<th scope="row">AR!</th>\n'
        '<td class="marks"><b>AR</b></td>\n<td class="number"></td>\n</tr>\n'
        "</tbody>\n</table>\n</div>\n"
    )


def test_a_page_without_a_grid_has_no_style_for_it() -> None:
    """What it does not need it does not carry."""
    assert ".grid" in render(holding("x"))
    assert ".grid" not in render(Document("T", (Section("S"),)))
