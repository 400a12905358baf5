"""Markdown: what people wrote comes back as text from a parser, and is nothing but text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from nasty import NASTY, holding
from raci.render.markdown import render
from raci.text.markdown import escape
from raci.text.visible import one_line, visible
from raci.views.document import Column, Document, Fact, Grid, Group, Section, Snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

# Without links made of bare addresses: those stay as they are, and lead where they say.
PARSER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
SYNTAX = st.text(
    st.sampled_from("\\`*_[]<>&#|~!-+=19.):;(){}$/@\"' \t\n\r ab\u00e9\u201c\u00a0\u200b\u202e")
).filter(str.strip)


def parts(markdown: str) -> Iterator[Token]:
    """Yield all that a parser finds, inline parts too."""
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or ()


def kinds(markdown: str) -> Counter[str]:
    """Return what a parser finds, counted, but for pieces of text."""
    return Counter(token.type for token in parts(markdown) if token.type != "text")


def texts(markdown: str) -> list[str]:
    """Return the text of each block, without what makes it look like something."""
    return [
        "".join(part.content for part in token.children or ())
        for token in PARSER.parse(markdown)
        if token.type == "inline"
    ]


def assert_is_text(text: str) -> None:
    """Assert that a document made of `text` has the parts of any other, and that its text comes back."""
    markdown, shown = render(holding(text)), one_line(text)
    assert kinds(markdown) == kinds(render(holding("x")))
    assert texts(markdown) == [
        *(shown, shown, shown),  # title, heading, note
        *(f"{shown}: {shown}", f"{shown}:", shown, shown),  # facts
        *(shown, shown, shown, shown),  # the grid's group, its heads
        *(shown, shown, "", "x", "", shown),  # its rows
        *(shown, shown),  # the snippet's lead, the note at the end
    ]
    (fence,) = (token for token in parts(markdown) if token.type == "fence")
    assert fence.info == "yaml"
    assert fence.content == visible(text.removesuffix("\n")) + "\n"


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_text_is_text(text: str) -> None:
    """No heading, link, HTML, code or emphasis but our own."""
    assert_is_text(text)


@given(SYNTAX)
def test_any_text_is_text(text: str) -> None:
    """Nor in any mixture of signs that mean something."""
    assert_is_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and 2 > 1, a < b, R&D & co",
        "Version 2. Then #3 - not before (data/a.yaml:12)!",
        "-5 or +5 degrees, 1.5 times, C# and F#",
        "https://example.org/a_b, somebody@example.org",
        "C:\\temp",
    ],
)
def test_what_is_no_syntax_is_left_alone(text: str) -> None:
    """The source is for reading too."""
    assert escape(text) == text


def test_a_document_as_markdown() -> None:
    """Headings, a note in italics, facts as a list, text to copy in a fence that it cannot close."""
    document = Document(
        title="Ann is accountable.",
        sections=(
            Section(
                heading="Menu",
                note="deliverable, Kitchen",
                facts=(Fact("Owner", ("Ann",)), Fact("Claims", ("Ann", "Why")), Fact("", ("Ben", "Why not"))),
                snippets=(Snippet("Add this:", "menu:\n  text: |\n    ```\n\n    x\n"),),
            ),
        ),
        notes=("Also: Bread.", "1 more."),
    )
    assert render(document) == (
        "# Ann is accountable.\n\n## Menu\n\n*deliverable, Kitchen*\n\n"
        "- **Owner:** Ann\n- **Claims:**\n  - Ann\n  - Why\n- **Claims:**\n  - Ben\n  - Why not\n\n"
        "Add this:\n\n````yaml\nmenu:\n  text: |\n    ```\n\n    x\n````\n\nAlso: Bread.\n\n1 more.\n"
    )


def test_a_grid_as_tables() -> None:
    """A table for each group, under its heading; what calls for attention is bold, but for what a row is."""
    columns = (Column("Work"), Column("PM", "Product Manager", marks=True), Column("Pieces", number=True))
    groups = (Group("Menu | Wine", (("AR!", "AR!", "1"), ("b\n|", "", ""))), Group("", (("c", "R", "0"),)))
    grid = Grid(columns, groups, striking=frozenset({"AR!"}))
    assert render(Document("T", (Section("S", grid=grid),))) == (
        "# T\n\n## S\n\n"
        "### Menu \\| Wine\n\n| Work | PM | Pieces |\n| :-- | :-: | --: |\n"
        "| AR! | **AR!** | 1 |\n| b \\| |  |  |\n\n"
        "| Work | PM | Pieces |\n| :-- | :-: | --: |\n| c | R | 0 |\n"
    )


def test_what_a_document_lacks_leaves_no_trace() -> None:
    """No empty lists, and no signs around a note that is not there."""
    assert render(Document("Nobody.", sections=(Section("Menu"),))) == "# Nobody.\n\n## Menu\n"


def test_facts_without_a_label_are_a_plain_list() -> None:
    """A section may be a mere list: there is no label to stand before it."""
    section = Section("Papers", facts=(Fact("", ("One.",)), Fact("", ("Two.", "Three."))))
    assert render(Document("Title", (section,))).endswith("## Papers\n\n- One.\n- Two.\n- Three.\n")
