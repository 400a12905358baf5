"""Edits: the file holds what was meant, and all else in it is as it was."""

from __future__ import annotations

from textwrap import dedent

import pytest
from held import after, hold_an_edit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raci.editing.changes import AddField, AddItem, Change, Remove, RenameField, Replace
from raci.editing.nodes import paths, read
from raci.errors import CannotEdit
from raci.loading.yaml_source import read_yaml


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_meant_is_there_and_all_else_stays(data: st.DataObject) -> None:
    """In files of any style; `make reliability` tries ten thousand."""
    hold_an_edit(data)


FILE = """\
# top
version: 1
roles:
  pm:          # the id
    name: PM   # who
    aliases: [a, b]
    responsibilities:
    - name: Pricing
      area: X
      # on a line of its own
      summary: >
        A long text that is
        folded.

    - {name: Roadmap, letters: A}
    # about the next
  pmm: {name: PMM}
overlaps: {}
# end"""
FIRST = ("roles", "pm", "responsibilities", 0)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        pytest.param(
            AddField(("overlaps",), "x", {"name": "X", "work": ["A", "B: c"], "agreement": {"because": "it's: so"}}),
            "overlaps: {}\n",
            'overlaps:\n  x:\n    name: X\n    work: [A, "B: c"]\n    agreement:\n      because: "it\'s: so"\n',
            id="into empty brackets",
        ),
        pytest.param(AddItem(("roles", "pm", "aliases"), "c, d"), "b]", 'b, "c, d"]', id="into brackets"),
        pytest.param(
            AddField(FIRST, "aliases", ["q"]), "folded.\n", "folded.\n      aliases: [q]\n", id="behind a block"
        ),
        pytest.param(
            AddItem(("roles", "pm", "responsibilities"), {"name": "N", "aliases": ["k"]}),
            "letters: A}\n",
            'letters: A}\n\n    - name: "N"\n      aliases: [k]\n',
            id="before a comment that belongs to what follows, behind a blank line as the others",
        ),
        pytest.param(
            AddField(("roles", "pm"), "contact", "#pm", after="name"),
            "# who\n",
            '# who\n    contact: "#pm"\n',
            id="behind a field with a comment",
        ),
        pytest.param(AddField(("roles", "pmm"), "on", "no"), "PMM}", 'PMM, "on": "no"}', id="words that are no text"),
        pytest.param(RenameField(("roles", "pm"), "po"), "  pm:   ", "  po:   ", id="a key"),
        pytest.param(Replace((*FIRST, "name"), "Price: all"), "Pricing", '"Price: all"', id="what needs quotes"),
        pytest.param(
            Replace((*FIRST, "summary"), "Short."), ">\n        A long text that is\n        folded.",
            ">-\n        Short.", id="a folded text",
        ),
        pytest.param(Remove((*FIRST, "area")), "      area: X\n", "", id="with its line"),
        pytest.param(Remove((*FIRST, "name")), "name: Pricing\n      ", "", id="behind a dash"),
        pytest.param(Remove(("roles", "pm", "aliases", 0)), "a, b", "b", id="the first in brackets"),
        pytest.param(Remove(("roles", "pm", "aliases", 1)), "a, b", "a", id="the last in brackets"),
        pytest.param(Remove(("roles", "pmm", "name")), "  pmm: {name: PMM}\n", "", id="and what is left empty"),
    ],
)  # fmt: skip
def test_only_what_a_change_is_about_is_touched(change: Change, old: str, new: str) -> None:
    """Comments, order, indents, quotes and the missing last line end stay."""
    assert FILE.count(old) == 1
    assert after(FILE, change) == FILE.replace(old, new)
    windows = FILE.replace("\n", "\r\n")
    assert after(windows, change) == FILE.replace(old, new).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "change", "result"),
    [
        ("", AddField((), "a", "b"), "a: b\n"),
        ("# only this", AddField((), "a", {"b": "c"}), "# only this\na:\n  b: c"),
        ("a:\n", AddField(("a",), "b", "c"), "a:\n  b: c\n"),
        ("a:  # why\n", AddItem(("a",), "b"), "a:  # why\n  - b\n"),
        ("a: [ ]", AddItem(("a",), "b"), "a: [b]"),
        ("{a: {}}", AddField(("a",), "b", "c"), "{a: {b: c}}"),
        ("a:\n    b:\n        c: d", AddField((), "e", {"f": {"g": "h"}}), "a:\n    b:\n        c: d\ne:\n    f:\n        g: h"),
        ("a:\n- b\n", AddField((), "c", [{"d": "e"}]), "a:\n- b\nc:\n- d: e\n"),
        ("a:\n  - b: c\n    d: e\n", AddItem(("a",), {"f": "g", "h": "i"}), "a:\n  - b: c\n    d: e\n  - f: g\n    h: i\n"),
        ("a: {b: c,}", AddField(("a",), "d", "e"), "a: {b: c, d: e,}"),
        ("a: [\n  b,  # one\n  c  # two\n]\n", AddItem(("a",), "d"), "a: [\n  b,  # one\n  c,  # two\n  d\n]\n"),
        # Comments that are set in deeper belong to what is before them.
        ("a:\n  b: c\n  # d\n# e\n", AddField((), "f", "g"), "a:\n  b: c\n  # d\nf: g\n# e\n"),
        ("a:\n  b:\n    c: d\n    # e\n\n   # f\n  # g\n", AddField(("a",), "h", "i"), "a:\n  b:\n    c: d\n    # e\n\n   # f\n  h: i\n  # g\n"),
        ("a:\n  - b: c\n    # d", AddItem(("a",), "e"), "a:\n  - b: c\n    # d\n  - e"),
        ("a:\n  b: c\n  # d\ne: f\n", AddField((), "g", "h", "a"), "a:\n  b: c\n  # d\ng: h\ne: f\n"),
        # As its neighbours are parted.
        ("a:\n  b: c\n\n  d: e\nf: g\n", AddField(("a",), "h", "i"), "a:\n  b: c\n\n  d: e\n\n  h: i\nf: g\n"),
        ("a:\n  b: c\n\n  d: e\n\n# f\nf: g\n", AddField(("a",), "h", "i"), "a:\n  b: c\n\n  d: e\n\n  h: i\n\n# f\nf: g\n"),
        ("a:\n  b: c\n\n  # d\n  d: e\n  f: g\n", AddField(("a",), "h", "i"), "a:\n  b: c\n\n  # d\n  d: e\n  f: g\n  h: i\n"),
        ("a:\n  b: c\n\n  d: e\nf:\n  g: h\n", AddField(("f",), "i", "j"), "a:\n  b: c\n\n  d: e\nf:\n  g: h\n\n  i: j\n"),
        ("- a: b\n\n- c: d", AddItem((), {"e": "f"}), "- a: b\n\n- c: d\n\n- e: f"),
        ("a: b\n\nc: d\n", AddField((), "e", {"f": "g"}), "a: b\n\nc: d\n\ne:\n  f: g\n"),
        ("a: b\n\nc: d\n", AddField((), "e", "f", "a"), "a: b\n\ne: f\n\nc: d\n"),
        # As its neighbours are quoted.
        ('a: {"b": "c"}\n', AddField(("a",), "d", ["e"]), 'a: {"b": "c", "d": ["e"]}\n'),
        ('{"a":1,"b":"c"}', AddField((), "d", {"e": ["f", "g"]}), '{"a":1,"b":"c","d":{"e":["f","g"]}}'),
        ("'a': b\n", AddField((), "c", {"d": "e"}), "'a': b\n'c':\n  'd': e\n"),
        ('"a": "b"\n', AddField((), "c", ["d", "2026-01-31"]), '"a": "b"\n"c": ["d", "2026-01-31"]\n'),
        ("a: {'b': c}\n", AddField(("a",), "d", "e"), "a: {'b': c, 'd': e}\n"),
        ('a: ["b", "c"]\n', AddItem(("a",), "d"), 'a: ["b", "c", "d"]\n'),
        ('{"a": {"b": {}}}', AddField(("a", "b"), "c", "d"), '{"a": {"b": {"c": "d"}}}'),
        ('{"a": 1}', Replace(("a",), "b"), '{"a": "b"}'),
        # As they are laid out.
        ('{\n  "a": {},\n  "b": {\n    "c": []\n  }\n}\n', AddField(("a",), "d", {"e": "f"}), '{\n  "a": {\n    "d": {\n      "e": "f"\n    }\n  },\n  "b": {\n    "c": []\n  }\n}\n'),
        ('{\n  "a": [\n    "b"\n  ],\n  "c": []\n}\n', AddItem(("c",), "d"), '{\n  "a": [\n    "b"\n  ],\n  "c": [\n    "d"\n  ]\n}\n'),
        ('{\n  "a": {\n    "b": "c"\n  }\n}\n', Replace(("a",), {"d": "e", "f": "g"}), '{\n  "a": {\n    "d": "e",\n    "f": "g"\n  }\n}\n'),
        ('{\n  "a": "b",\n  "c": {\n    "d": "e"\n  }\n}\n', Replace(("a",), {"f": "g"}), '{\n  "a": {\n    "f": "g"\n  },\n  "c": {\n    "d": "e"\n  }\n}\n'),
        ("a: [\n  b,\n  c\n]\n", Replace(("a",), ["d", "e"]), "a: [\n  d,\n  e\n]\n"),
        ("a: {b: [\n  c\n]}\n", Replace(("a", "b"), ["d"]), "a: {b: [\n  d\n]}\n"),
        ("a: {\n  b: c\n}\n", AddField(("a",), "d", "e"), "a: {\n  b: c,\n  d: e\n}\n"),
        ("a: {\n  b: c,\n}\n", AddField(("a",), "d", "e"), "a: {\n  b: c,\n  d: e,\n}\n"),
        ("a: {\n  b: c, # why\n  d: e # so\n}\n", AddField(("a",), "f", "g"), "a: {\n  b: c, # why\n  d: e, # so\n  f: g\n}\n"),
        ("a: {\n  b: c, # why\n  d: e\n}\n", AddField(("a",), "f", "g", "b"), "a: {\n  b: c, # why\n  f: g,\n  d: e\n}\n"),
        ("a: { b: c\n   , d: e\n   }\n", AddField(("a",), "f", "g"), "a: { b: c\n   , d: e\n   , f: g\n   }\n"),
        ("a: [\n  b,\n  c]\n", AddItem(("a",), "d"), "a: [\n  b,\n  c,\n  d]\n"),
        ("a: [b,\n    c]\n", AddItem(("a",), "d"), "a: [b,\n    c,\n    d]\n"),
        ('{\n\t"a": {\n\t\t"b": ["c"]\n\t}\n}', AddField((), "d", {"e": ["f"]}), '{\n\t"a": {\n\t\t"b": ["c"]\n\t},\n\t"d": {\n\t\t"e": ["f"]\n\t}\n}'),
        ('{\n  "a": [\n    "b"\n  ]\n}\n', AddItem(("a",), "c"), '{\n  "a": [\n    "b",\n    "c"\n  ]\n}\n'),
        ('{\n  "a": [\n    "b"\n  ]\n}\n', AddField((), "c", ["d"]), '{\n  "a": [\n    "b"\n  ],\n  "c": [\n    "d"\n  ]\n}\n'),
        ("{\n  a: {b: {c: d}},\n}\n", AddField((), "e", {"f": {"g": "h"}}), "{\n  a: {b: {c: d}},\n  e: {f: {g: h}},\n}\n"),
        ("a:\n", Replace(("a",), "b"), "a: b\n"),
        ("a: 'b'\n", Replace(("a",), "it's"), "a: 'it''s'\n"),
        ('a: "b"\n', Replace(("a",), 'say "x"\\'), 'a: "say \\"x\\"\\\\"\n'),
        ("a: |\n  b\n  c\n", Replace(("a",), "d\ne\n"), "a: |\n  d\n  e\n"),
        ("a: |  # why\n   b\n", Replace(("a",), "d"), "a: |-  # why\n   d\n"),
        ("a: b  # why\n", Replace(("a",), {"c": "d"}), "a:  # why\n  c: d\n"),
        ("a:\n  c: d\ne: f\n", Replace(("a",), "g"), "a: g\ne: f\n"),
        ("a: [b, c]\n", Replace(("a",), ["d"]), "a: [d]\n"),
        ("a: b\nc: d", Remove(("c",)), "a: b"),
        ("a: b\n\nc: d", Remove(("c",)), "a: b"),
        ("a:\n\n- b\n- c", Replace(("a",), "d"), "a: d"),
        ("a: [b]\n", AddItem(("a",), "c?"), 'a: [b, "c?"]\n'),
        ("a:\n  b:\n    c: d\ne: f\n", Remove(("a", "b", "c")), "e: f\n"),
        ("'a b': c\n", RenameField(("a b",), "it's"), "'it''s': c\n"),
    ],
)  # fmt: skip
def test_each_style(text: str, change: Change, result: str) -> None:
    """Where a text has a manner, it is kept."""
    assert after(text, change) == result


def test_two_last_fields_go_with_the_blank_line_between_them() -> None:
    """Where a text has no last line end, both are removed without touching each other."""
    assert not after("a: |\n  b\n\nc: |\n  d", Remove(("a",)), Remove(("c",)))


def test_several_changes_are_made_at_once() -> None:
    """Paths are those before any of them."""
    text = "a:\n  - b\n  - c\n  - d\n"
    made = (Remove(("a", 0)), Remove(("a", 2)), AddItem(("a",), "e"), Replace(("a", 1), "f"))
    assert after(text, *made) == "a:\n  - f\n  - e\n"


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        ("a: &x b\nc: *x\n", AddField((), "d", "e"), "anchor"),
        ("a: !!str b\n", AddField((), "d", "e"), "tag"),
        ("a: b\n---\nc: d\n", AddField((), "d", "e"), "several documents"),
        ("a: b\na: c\n", AddField((), "d", "e"), 'the key "a" twice'),
        ("a: [b\n", AddField((), "d", "e"), "not valid YAML"),
        ("? [a]\n: b\n", AddField((), "d", "e"), "not a text"),
        ("a: b\n", Replace(("c",), "d"), "nothing at c"),
        ("a: b\nc: d\n", RenameField(("a",), "c"), 'the key "c" twice'),
    ],
)
def test_what_cannot_be_made_in_place_is_refused(text: str, change: Change, why: str) -> None:
    """Before anything is written."""
    with pytest.raises(CannotEdit, match=why):
        after(text, change)


@pytest.mark.parametrize(
    ("text", "change", "line"),
    [
        ("a: b  # why\nc: d\n", Remove(("a",)), 1),
        ("a:\n  # why\n  b: c\nd: e\n", Remove(("a", "b")), 2),
        ("a:\n  b:  # why\n    c: d\ne: f\n", Remove(("a", "b")), 2),
        ("a:\n  - b\n  - c  # why\n", Remove(("a", 1)), 3),
        ("a:\n  - b: c  # why\n    d: e\n", Remove(("a", 0, "b")), 2),
        ("a:\n  - b: c\n    # why\n    d: e\n  - f\n", Remove(("a", 0)), 3),
        ("a: |  # why\n  b\nc: d\n", Remove(("a",)), 1),
        ("a: [\n  b,  # why\n  c\n]\n", Remove(("a", 0)), 2),
        ("a: [\n  b,\n  # why\n  c\n]\n", Remove(("a", 1)), 3),
        ("a: [\n  b  # why\n]\nc: d\n", Remove(("a", 0)), 2),
        ("a: [b]  # why\nc: d\n", Remove(("a", 0)), 1),
        ("a: [\n  b  # why\n]\n", Replace(("a",), ["c"]), 2),
        ("a:\n  b: c  # why\n", Replace(("a",), "d"), 2),
        ("a:  # why\n  {b: c}\n", Replace(("a",), {"d": "e"}), 1),
        ("a: |  # why\n  b\n", Replace(("a",), " c"), 1),
        ("a: [  # why\n]\n", AddItem(("a",), {"b": "c"}), 1),
        ("a: {  # why\n}\n", AddField(("a",), "b", "c"), 1),
    ],
)
def test_an_edit_that_would_take_a_comment_is_refused(text: str, change: Change, line: int) -> None:
    """Somebody wrote it, wherever it stands: whether it goes too is for people to say."""
    for each in (text, text.replace("\n", "\r\n"), text.rstrip("\n")):
        with pytest.raises(CannotEdit, match=f"The comment in line {line} would go with it"):
            after(each, change)


@pytest.mark.parametrize(
    ("text", "change", "result"),
    [
        ("# why\na: b\nc: d\n", Remove(("a",)), "# why\nc: d\n"),
        ("a: b\n# why\nc: d\n", Remove(("a",)), "# why\nc: d\n"),
        ("a: 'b # no'\nc: d\n", Remove(("a",)), "c: d\n"),
        ('a: ["#b", c]\n', Remove(("a", 0)), "a: [c]\n"),
        ("a: |\n  # no\nc: d\n", Remove(("a",)), "c: d\n"),
        ("a:  # why\n  # so\n  b: c\n", Replace(("a",), "d"), "a: d  # why\n  # so\n"),
    ],
)
def test_comments_beside_what_goes_stay(text: str, change: Change, result: str) -> None:
    """What only looks like one is no comment."""
    assert after(text, change) == result


def test_what_is_read_has_the_path_that_edits_go_by() -> None:
    """The place of an entry and the node of its text begin at one character, whatever the style."""
    found = paths(read(FILE))
    place = read_yaml(FILE, "a.yaml").place
    assert found[place.start] == ()
    for path in (
        ("roles",),
        ("roles", "pm"),
        FIRST,
        ("roles", "pm", "responsibilities", 1),
        ("roles", "pmm"),
        ("overlaps",),
    ):
        assert found[place.within(*path).start] == path


def test_the_manual_s_example_of_a_register_is_edited_by_its_lines() -> None:
    """A dash at the edge, as many write lists."""
    text = dedent("""\
        roles:
          cook:
            responsibilities:
            - name: Menu
            - name: Plates
    """)
    assert after(
        text, AddField(("roles", "cook", "responsibilities", 0), "aliases", ["card"])
    ) == text.replace("name: Menu\n", "name: Menu\n      aliases: [card]\n")
