"""Texts that try to be more than text, and a document that holds one of them wherever it can."""

from __future__ import annotations

from raci.views.document import Column, Document, Fact, Grid, Group, Section, Snippet, Table

NASTY = (
    "\x1b[31mred\x1b]8;;http://evil.example\x07link",
    "a\u202eb\u2066c\u200f",
    "nul\x00 bell\x07 half\ud800 line\u2028next",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!-- x --> <?php ?> <http://evil.example>",
    "&lt;b&gt; &amp; &#60; R&D",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1dcmd()",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "](javascript:alert(1))",
    "[x]: http://evil.example",
    "[^1] [ ] [bold]d[/x]",
    "`code` ``` ````",
    "```\n# x\n```",
    "~~~ ~~gone~~",
    "**bold** __bold__ _em_ snake_case_",
    "a | b\n--- | ---\nc | d",
    "one\n# x",
    "# x #",
    "> x",
    "- x",
    "---",
    "12. x",
    "3) x",
    "::error::x",
    "{{7*7}} {% include 'x' %} ${x}",
    "C:\\*dir\\",
    "\\`x\\`",
    "a,b;c\"d'e",
)

ALL_NASTY = f"={' '.join(each for each in NASTY if chr(0xD800) not in each)}"
"""All of them in one text, for answers: that each is harmless in every form is held of documents."""


def holding(text: str) -> Document:
    """Return a document with `text` in every place."""
    return Document(
        title=text,
        sections=(
            Section(
                heading=text,
                note=text,
                facts=(Fact(text, (text,)), Fact("", (text, text))),
                grid=Grid(
                    columns=(
                        Column(text),
                        Column(text, text, spare=True, marks=True),
                        Column(text, number=True),
                    ),
                    groups=(Group(text, ((text, text, ""), ("x", "", text))),),
                    more=text,
                    striking=frozenset({text}),
                ),
                snippets=(Snippet(text, text),),
            ),
        ),
        notes=(text,),
        records=Table(("a", "b"), ((text, "x"), ("y", text))),
    )
