"""Text: what is to be copied stands as it is, in a pipe and on a terminal."""

from __future__ import annotations

import pytest
from nasty import NASTY, holding
from raci.render.text import render
from raci.views.document import Document, Fact, Section, Snippet

LONG = "because: A reason that is longer than the terminal is wide, and must not be folded."
SNIPPET = Snippet("Add this to the overlaps, in the file of your own:", f"menu:\n  {LONG}\n\n  end: true\n")
DOCUMENT = Document(
    "Nobody yet.",
    sections=(Section("Menu", facts=(Fact("Status", ("contested",)),), snippets=(SNIPPET,)),),
    notes=("A note.",),
)


def test_text_to_copy_in_a_pipe() -> None:
    """The lead after the facts, then the text, indented further."""
    assert render(DOCUMENT) == (
        "Nobody yet.\n\nMenu\n  Status  contested\n\n"
        "  Add this to the overlaps, in the file of your own:\n"
        f"      menu:\n        {LONG}\n\n        end: true\n\nA note.\n"
    )


def test_text_to_copy_on_a_terminal() -> None:
    """The lead is wrapped, the text never is."""
    assert render(DOCUMENT, width=30) == (
        "Nobody yet.\n\nMenu\n  Status  contested\n\n"
        "  Add this to the overlaps, in\n  the file of your own:\n"
        f"      menu:\n        {LONG}\n\n        end: true\n\nA note.\n"
    )


def test_a_section_with_nothing_but_text_to_copy() -> None:
    """It looks the same on a terminal and in a pipe."""
    document = Document("Title", sections=(Section("Heading", snippets=(Snippet("Add:", "a: 1"),)),))
    assert render(document) == render(document, width=80) == "Title\n\nHeading\n\n  Add:\n      a: 1\n"


def test_labels_that_leave_too_little_room_stand_above() -> None:
    """Beside them a word would be broken for want of room; a line goes with the label before it."""
    facts = (Fact("Accountable and responsible", ("Resource Allocation", "b")), Fact("", ("c",)))
    document = Document("T", sections=(Section("S", facts=facts),))
    assert render(document, width=40) == (
        "T\n\nS\n  Accountable and responsible\n    Resource Allocation\n    b\n    c\n"
    )
    assert "  Accountable and responsible  Resource Allocation\n" in render(document, width=80)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
@pytest.mark.parametrize("width", [None, 500])
def test_nasty_text_is_text(text: str, width: int | None) -> None:
    """Nothing hidden is sent, and only text to copy may begin a line of its own."""
    rendered = render(holding(text), width=width)
    plain = render(holding("x"))
    assert all(char in "\n\t" or char.isprintable() or char == "\u3000" for char in rendered)
    assert rendered.count("\n") - text.count("\n") == plain.count("\n")
    assert rendered.count("\t") == (0 if width else 6)
