"""Markdown: what people wrote comes back as text from a parser, and is nothing but text."""

from __future__ import annotations

import re
import time
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

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
    """Return what a parser finds, counted, but for pieces of text and of code, in which nothing acts."""
    return Counter(token.type for token in parts(markdown) if token.type not in {"text", "code_inline"})


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
        "Version 2. Then # 3 - not before (data/a.yaml:12:7)!",
        "-5 or +5 degrees, 1.5 times, C# and F#",
        "https://example.org/a_b#1, https://example.org/@team?page=2#3, somebody@example.org",
        "100% at 12:30:45, and/or 5 % @ noon: fine!",
        "C:\\temp",
    ],
)
def test_what_is_no_syntax_is_left_alone(text: str) -> None:
    """The source is for reading too."""
    assert escape(text) == text


# Each means something to GitHub or GitLab; beside it what a pull request could do with it.
ACTING = (
    "@example-org/everyone",  # notify
    "@kitchen.",
    "\u00e9@team",
    "_@team_",
    "(@team)",
    "\\@team",
    "#1",  # write into an issue
    "see owner/repo#1",
    "C#7",
    "GH-1",
    "gh-1",
    "\\GH-1",
    "KITCHEN-12",
    "group/project!1",  # or a merge request
    "&7",
    "%milestone",
    '%"next week"',
    "~label",
    "$12",
    "[issue:1]",
    "[vulnerability:1]",
    "*iteration:1",
    "a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0",
    "owner/repo@a1b2c3d",
    "\\a1b2c3d",
    "https://github.com/owner/repo/issues/1",
    "https://gitlab.com/group/project/-/merge_requests/1#note_2",
    "www.github.com/owner/repo/pull/1",
    "/close",  # command
    "[[page]]",  # draw
    "$x^2$",
    "US$ and more$",
    "$$x$$",
    ":rocket:",
    ":+1:",
    "a.yaml:100:5",
    "label:rocket",  # where our own colon comes next
)
# What may not stand in text: a generous reading of what the two take for a reference.
REFERENCE = re.compile(
    r"""(?<![A-Za-z0-9])@[\w.] | [#!&]\d | [%~][\w"] | \$ | \[\[ | [*\[][a-z_]+:\w | \b(?:[A-Z]\w+|gh)-\d
    | (?<![A-Za-z0-9])(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,64}\b | /(?:issues|pull|merge_requests)/\w
    | :(?:[A-Za-z]\w*|\+1|100)(?::|$) | ^/[a-z]""",
    flags=re.VERBOSE,
)


@pytest.mark.parametrize("text", ACTING, ids=ascii)
@pytest.mark.parametrize("around", ["{}", "Menu {}, Wine", "{0}{0}", "{0}`{0}|{0}", "-{}: {}"])
def test_no_text_calls_anybody_or_refers_to_anything(text: str, around: str) -> None:
    """It reads as before, but what GitHub and GitLab would act on stands as code."""
    told = around.format(text, text)
    assert_is_text(told)
    left = [part.content for part in parts(render(holding(told))) if part.type == "text"]
    assert not [each for each in left if REFERENCE.search(each)]


@given(st.text(st.sampled_from("@#!&%~$*[]:/\\`|_-+.17ab fGHh")).filter(str.strip))
def test_no_mixture_of_signs_refers_to_anything(text: str) -> None:
    """Nor where one sign stands right behind the other."""
    assert_is_text(text)
    left = [part.content for part in parts(render(holding(text))) if part.type == "text"]
    assert not [each for each in left if REFERENCE.search(each)]


CALLING = """\
    version: 1
    roles:
      cook:
        name: "Cook @team-a"
        contact: "@team-b #11"
        deliverables:
          - {name: "@example-org/everyone Menu, see #1", letters: R, summary: "Ask @team-d, GH-1, :rocket:, $x^2$"}
      owner:
        name: "Owner !2"
        deliverables:
          - {name: "Menu of @example-org/everyone, see #1", letters: A, area: "@team-e", aliases: ["@team-f"]}
          - {name: "@example-org/everyone Menu, see #1", area: "@team-g", letters: A}
    overlaps:
      o:
        name: "@team-h"
        tension: "@team-i wants #3"
        sides: {cook: "@team-j", owner: "@team-k"}
        work: ["@example-org/everyone Menu, see #1"]
    """


@pytest.mark.parametrize(
    "command",
    [
        "lint",
        "agenda",
        "matrix",
        "overlaps",
        "role cook",
        "role cook owner",
        "health",
        "graph",
        "who-owns menu",
    ],
)
def test_no_command_calls_anybody_in_markdown(command: str, in_folder: Path, raci: RunRaci) -> None:
    """For anybody may open a pull request against the files, and its comments are written by a bot."""
    write_files(in_folder, {"a.yaml": CALLING})
    name, *more = command.split()
    data = ["a.yaml"] if name == "lint" else ["--data", "a.yaml"]
    ran = raci(name, *more, *data, "-f", "markdown")
    assert ran.code in {0, 1}, ran.err
    assert "1" in ran.out
    left = [part.content for part in parts(ran.out) if part.type == "text"]
    assert not [each for each in left if REFERENCE.search(each)]


def test_a_long_text_takes_no_time() -> None:
    """Whatever it repeats: time grows with its length."""
    for repeated in ("\\", "@", ":a", "A_", "A-", "0-", "a1", "www.a/", "http://a/,", "[a", "$", "@`", "1."):
        begun = time.process_time()
        escape(repeated * (100_000 // len(repeated)))
        assert time.process_time() - begun < 5, repeated


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
