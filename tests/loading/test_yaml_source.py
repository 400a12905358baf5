"""YAML text to plain data and places: what is read as text, what is refused, and where it stands."""

from __future__ import annotations

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from raci.loading import yaml_source
from raci.loading.yaml_data import EMPTY
from raci.loading.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.faults.finding import Finding

PARSERS = [
    pytest.param(
        "CSafeLoader", id="libyaml", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="pure")
    ),
    pytest.param("SafeLoader", id="pure"),
]
CLOSE = "Close it."


@pytest.fixture(params=PARSERS)
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml, and with the parser of a PyYAML that was built without it."""
    monkeypatch.setattr(yaml_source, "Loader", getattr(yaml, request.param))


each_parser = pytest.mark.usefixtures("_each_parser")


def told(text: str) -> list[str]:
    """Return the findings of a text as "line:column: message"."""
    return [
        f"{each.location.line}:{each.location.column}: {each.message}"
        for each in read_yaml(text, "f").findings
    ]


def only_finding(text: str) -> Finding:
    """Return the one finding of a text."""
    (finding,) = read_yaml(text, "f").findings
    return finding


def test_pyyaml_without_libyaml_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, its own parser is used."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    spec = spec_from_file_location("without_libyaml", yaml_source.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "without_libyaml", module)
    spec.loader.exec_module(module)
    assert module.Loader is yaml.SafeLoader
    assert module.read_yaml("a: [b]", "f").data == {"a": ["b"]}


def test_an_empty_value_shows_as_what_it_is() -> None:
    """In a debugger the stand-in for a value that was left out says so."""
    assert repr(EMPTY) == "EMPTY"


TEXTS = [
    *["no", "on", "off", "yes", "True", "null", "Null", "~", "=", "<<", "1e3", "010", "0o17", "0x_", "0b_"],
    *[
        "12:30:45",
        "1_000",
        ".inf",
        "-.NaN",
        "3.10",
        "+1",
        "-a",
        "a:b",
        "b#c",
        "a@b",
        "a  b",
        "it's",
        "é",
        "製品",
    ],
    *["2024-01-01", "2024-13-45", "0000-00-00", "2001-12-14T21:59:43+99:99", "1:59:59" + ":59" * 500],
    *["9" * 5_000, "0x" + "f" * 5_000, "😀"],
]


@each_parser
@pytest.mark.parametrize("text", TEXTS)
def test_every_value_is_text(text: str) -> None:
    """What YAML would take for a number, a date, true or nothing is read as it is written."""
    read = read_yaml(f"a: {text}\nb: [{text}]\n", "f")
    assert (read.data, read.findings, read.complete) == ({"a": text, "b": [text]}, (), True)


@each_parser
@pytest.mark.parametrize("text", ["null", "5", "2024-01-01", "no", "~", "1e3", "=", "on"])
def test_every_key_is_text(text: str) -> None:
    """Keys are text too, whatever they look like."""
    assert read_yaml(f"{text}: a", "f").data == {text: "a"}


@each_parser
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a:", EMPTY),
        ("a: # b", EMPTY),
        ("a:\nb: c", EMPTY),
        ("{a: , b: c}", EMPTY),
        ("{a, b: c}", EMPTY),
        ('a: ""', ""),
        ("a: ''", ""),
        ("a: |\n", ""),
        ('a: " "', " "),
        ('a: "#b"', "#b"),
        ("a: '~'", "~"),
    ],
)
def test_nothing_is_empty_and_quoted_nothing_is_text(text: str, data: Any) -> None:
    """A value that is left out is EMPTY; one in quotes is text, even without a character."""
    read = read_yaml(text, "f")
    assert read.data["a"] == data
    assert read.findings == ()


@each_parser
@pytest.mark.parametrize(
    "text", ["", "\n", "# only a comment\n", "\n\n# one\n# two", "---", "---\n...\n", "# a\n--- # b\n"]
)
def test_a_file_without_a_value(text: str) -> None:
    """An empty file, or one with comments alone, is read and holds nothing."""
    read = read_yaml(text, "f")
    assert read.data in {None, EMPTY}
    assert (read.findings, read.complete) == ((), True)


@each_parser
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: one\n  two\n", "one two"),
        ('a: "one\n  two\\n"\n', "one two\n"),
        ('a: "\\u00e9\\x41\\U0001F600"', "éA😀"),
        ("a: 'it''s'", "it's"),
        ("? a\n: b", "b"),
        ("%YAML 1.2\n---\na: b\n...\n", "b"),
        ("a: ! b", "b"),
    ],
)
def test_ways_to_write_text(text: str, data: str) -> None:
    """Blocks, folded lines, quotes and escapes are read as YAML says."""
    read = read_yaml(text, "f")
    assert (read.data, read.findings) == ({"a": data}, ())


@each_parser
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(line_end: str) -> None:
    """Files of Unix, Windows and the old Macintosh hold the same data at the same places."""
    text = "# c\n\na:\n  - b\n  - {c: d}\ne: |\n  f\n  g\nh: i\n"
    read = read_yaml(text.replace("\n", line_end), "f")
    assert read.data == {"a": ["b", {"c": "d"}], "e": "f\ng\n", "h": "i"}
    assert str(read.place.at("a", 1, "c")) == "f:5:9"
    assert str(read.place.key("h")) == "f:9:1"


SPANS = [
    ("a: b", ("a",), "1:4-1:5"),
    ("a:   b  # c", ("a",), "1:6-1:7"),
    ("a: 'b c'", ("a",), "1:4-1:9"),
    ('a: "b\\n"', ("a",), "1:4-1:9"),
    ('a: "b\n  c"\nd: e', ("a",), "1:4-2:5"),
    ('a: "b\n  c"\nd: e', ("d",), "3:4-3:5"),
    ("a: b\n  c\nd: e", ("a",), "1:4-2:4"),
    ("a: |\n  b\n  c\nd: e", ("d",), "4:4-4:5"),
    ("a:\n  b:\n    c: d", ("a", "b", "c"), "3:8-3:9"),
    ("a:\n- b\n- c", ("a", 1), "3:3-3:4"),
    ("a:\n  - b: c\n    d: e", ("a", 0, "d"), "3:8-3:9"),
    ("{a: {b: [c, d]}}", ("a",), "1:5-1:16"),
    ("{a: {b: [c, d]}}", ("a", "b"), "1:9-1:15"),
    ("{a: {b: [c, d]}}", ("a", "b", 1), "1:13-1:14"),
    ("a: [b,\n    c]", ("a",), "1:4-2:7"),
    ("a: [b,\n    c]", ("a", 1), "2:5-2:6"),
    ("製品: 計画", ("製品",), "1:5-1:7"),
    ("[😀, '😀😀', b]", (2,), "1:11-1:12"),
    ("{é: 😀, b: c}", ("b",), "1:11-1:12"),
    ("a: b\r\nc: d\r\n", ("c",), "2:4-2:5"),
    ('a: "b\r\n  c"\r\nd: e', ("d",), "3:4-3:5"),
    ("---\na: b", ("a",), "2:4-2:5"),
    ("- - b", (0, 0), "1:5-1:6"),
]


@each_parser
@pytest.mark.parametrize(("text", "path", "span"), SPANS)
def test_where_a_value_stands(text: str, path: tuple[str | int, ...], span: str) -> None:
    """Lines and columns count from 1, columns count characters, the end is the first one behind."""
    where = read_yaml(text, "f").place.at(*path)
    assert f"{where.line}:{where.column}-{where.end_line}:{where.end_column}" == span


KEYS = [
    ("a: b", ("a",), "1:1-1:2"),
    ('"a b": c', ("a b",), "1:1-1:6"),
    ("a:\n  bc: d", ("a", "bc"), "2:3-2:5"),
    ("- a: b\n  c: d", (0, "c"), "2:3-2:4"),
    ("{a: b, c: {d: e}}", ("c", "d"), "1:12-1:13"),
    ("{😀: b, 製品: c}", ("製品",), "1:8-1:10"),
    ("? a\n: b", ("a",), "1:3-1:4"),
    ("a: b\r\n\r\nc: d", ("c",), "3:1-3:2"),
]


@each_parser
@pytest.mark.parametrize(("text", "path", "span"), KEYS)
def test_where_a_key_stands(text: str, path: tuple[str | int, ...], span: str) -> None:
    """Keys have places too."""
    where = read_yaml(text, "f").place.key(*path)
    assert f"{where.line}:{where.column}-{where.end_line}:{where.end_column}" == span


DUPLICATES = [
    ("a: 1\na: 2", ['2:1: the key "a" is here a second time, first in line 1']),
    (
        "a: 1\n\"a\": 2\n'a': 3",
        [f'{n}:1: the key "a" is here a second time, first in line 1' for n in (2, 3)],
    ),
    ("a:\n  b: 1\n  c: 2\n  b: 3", ['4:3: the key "b" is here a second time, first in line 2']),
    ("- a: 1\n  a: 2\n- a: 3", ['2:3: the key "a" is here a second time, first in line 1']),
    ("{a: {b: 1, b: 2}}", ['1:12: the key "b" is here a second time, first in line 1']),
    ("a: [{b: 1, b: 2}]", ['1:12: the key "b" is here a second time, first in line 1']),
    ("製品: 1\r\n製品: 2", ['2:1: the key "製品" is here a second time, first in line 1']),
    (
        "a: 1\na: {b: 1, b: 2}",
        [
            '2:1: the key "a" is here a second time, first in line 1',
            '2:11: the key "b" is here a second time, first in line 2',
        ],
    ),
]


@each_parser
@pytest.mark.parametrize(("text", "messages"), DUPLICATES)
def test_a_key_stands_once(text: str, messages: list[str]) -> None:
    """A key that is repeated is reported at each repetition, in every depth, with the line of the first."""
    assert told(text) == messages


def test_the_first_of_two_equal_keys_is_kept() -> None:
    """The later one, with all that is in it, is left out; what follows it is read."""
    read = read_yaml("a: {b: 1}\na: {c: [2]}\nd: 3", "f")
    assert (read.data, read.complete) == ({"a": {"b": "1"}, "d": "3"}, True)
    (finding,) = read.findings
    assert finding.help == "Keep one of the two."
    assert [(str(each.location), each.message) for each in finding.related] == [("f:1:1", "first here")]


def test_equal_keys_of_different_mappings_are_no_repetition() -> None:
    """Each mapping has its own keys."""
    assert told("a: {b: 1}\nb: {b: 2}\nc: [{b: 1}, {b: 2}]") == []


REFUSED = [
    ("a: &x b", ['1:4: "&x" names a value']),
    ("&x a: b", ['1:1: "&x" names a value']),
    ("a: &x\n  b: c", ['1:4: "&x" names a value']),
    ("a: &x [b]", ['1:4: "&x" names a value']),
    ("a: *x", ['1:4: "*x" repeats another value']),
    ("*x : a", ['1:1: "*x" repeats another value']),
    ("[a, *x, b]", ['1:5: "*x" repeats another value']),
    ("&a [*a]", ['1:1: "&a" names a value', '1:5: "*a" repeats another value']),
    ("a: &x b\nc: *x", ['1:4: "&x" names a value', '2:4: "*x" repeats another value']),
    ("<<: *self", ['1:1: "<<" is no key of ours', '1:5: "*self" repeats another value']),
    (
        "<<: [*a, *b]",
        [
            '1:1: "<<" is no key of ours',
            '1:6: "*a" repeats another value',
            '1:10: "*b" repeats another value',
        ],
    ),
    ("a: !x b", ['1:4: the tag "!x" is not read']),
    ("a: !x [b]", ['1:4: the tag "!x" is not read']),
    ("!x a: b", ['1:1: the tag "!x" is not read']),
    ("? [a]\n: b", ["1:3: a key must be a word, not a list or a mapping"]),
    ("? {a: b}\n: c", ["1:3: a key must be a word, not a list or a mapping"]),
    ("{[a]: b}", ["1:2: a key must be a word, not a list or a mapping"]),
    ("a: {{ b }}", ["1:5: a key must be a word, not a list or a mapping"]),
    ('"": a', ["1:1: a key is empty"]),
    ("? \n: a", ["1:2: a key is empty"]),
    ("a: 1\n---\nb: 2", ["2:1: a second document begins here"]),
    ("a: 1\n---\n", ["2:1: a second document begins here"]),
    ("a: 1\n...\n---\nb: 2", ["3:1: a second document begins here"]),
    ("--- a\n--- b\n--- c", ["2:1: a second document begins here"]),
]


@each_parser
@pytest.mark.parametrize(("text", "messages"), REFUSED)
def test_what_ownership_files_do_not_need_is_refused(text: str, messages: list[str]) -> None:
    """Anchors, aliases, merge keys, tags, keys that are no words and second documents are reported."""
    assert told(text) == messages


@each_parser
@pytest.mark.parametrize(
    "value", ["!!int x", "!!float 1::3", '!!int ""', '!!float ""', "!!bool maybe", "!!timestamp x", "!!str a"]
)
def test_tags_are_refused_and_never_acted_upon(value: str) -> None:
    """A tag whose value YAML could not convert is a finding at the tag; the value is its text."""
    read = read_yaml(f"a: {value}\nb: c", "f")
    assert [finding.name for finding in read.findings] == ["tag"]
    assert str(read.findings[0].location) == "f:1:4"
    assert read.data == {"a": value.split()[1].strip('"'), "b": "c"}


def test_a_tag_is_shown_as_it_was_written() -> None:
    """The message quotes the file."""
    assert told("a: !!int 3") == ['1:4: the tag "!!int" is not read']


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("a: &x b", "Take it out; anchors are not read."),
        ("a: *x", "Write the value out; aliases are not read."),
        ("a: !x b", "Take it out; every value is text."),
        ("'': b", "Write a name before the colon."),
        ("a: b\n--- c", "Put it into a file of its own."),
    ],
)
def test_what_is_refused_comes_with_what_to_do(text: str, help_: str) -> None:
    """One imperative says how to mend the file."""
    assert only_finding(text).help == help_


def test_nine_lines_of_aliases_are_nine_findings() -> None:
    """A file that would unfold to a billion values is refused line by line, and unfolds to nothing."""
    lines = ["a0: &a0 [lol, lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    read = read_yaml("\n".join(lines), "f")
    assert {finding.subject for finding in read.findings} == {
        *(f"&a{n}" for n in range(10)),
        *(f"*a{n}" for n in range(9)),
    }
    assert len(read.findings) == 10 + 81
    assert read.data["a9"] == [EMPTY] * 9


@each_parser
@pytest.mark.parametrize(
    ("opening", "closing", "place"), [("[", "]", "1:31"), ("{a: ", "}", "1:121"), ("- ", "", "1:61")]
)
def test_thirty_levels_are_read_and_no_more(opening: str, closing: str, place: str) -> None:
    """Depth 30 is read; the 31st level is refused where it begins."""
    assert told(opening * 30 + closing * 30) == []
    assert told(opening * 31 + closing * 31) == [f"{place}: this is nested more than 30 levels deep"]


@each_parser
@pytest.mark.parametrize("depth", [1_000, 30_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a: [", "[[{a: "])
def test_deep_nesting_is_a_finding_and_no_crash(opening: str, depth: int) -> None:
    """However deep it goes, the answer is one finding, in no time."""
    read = read_yaml(opening * depth, "f")
    assert [finding.subject for finding in read.findings] == ["too-deep"]
    assert not read.complete


def test_deep_block_mappings_are_a_finding() -> None:
    """Nesting by indentation is limited as well."""
    text = "".join(f"{' ' * level}a:\n" for level in range(1_000))
    assert told(text) == ["31:31: this is nested more than 30 levels deep"]


def test_a_file_with_too_many_values_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of values is limited, and the finding says where the limit was met."""
    read = read_yaml("a:\n" + "- b\n" * 100, "f", 20)
    assert [finding.message for finding in read.findings] == ["there are more than 20 values in this file"]
    assert not read.complete


FORBIDDEN = [
    ('a: "x\x85y"', "1:6: the character U+0085 is not allowed in YAML"),
    ("# x \u2028 y", "1:5: the character U+2028 is not allowed in YAML"),
    ("a: b\u2029", "1:5: the character U+2029 is not allowed in YAML"),
    ("a: \x00", "1:4: the character U+0000 is not allowed in YAML"),
    ("a: b\nc: '\x1b[31m'", "2:5: the character U+001B is not allowed in YAML"),
    ("# \x07", "1:3: the character U+0007 is not allowed in YAML"),
    ("a: \x7f", "1:4: the character U+007F is not allowed in YAML"),
    ("a: \x80", "1:4: the character U+0080 is not allowed in YAML"),
    ("a: \uffff", "1:4: the character U+FFFF is not allowed in YAML"),
    (
        "a: b\ufeff",
        "1:5: a byte order mark (U+FEFF) stands inside the file, where nobody sees it: take it out",
    ),
    ("a: \ud800", "1:4: half a character stands here (a lone surrogate)"),
    ("a: b\r\nc: d\re: 😀\udfff", "3:5: half a character stands here (a lone surrogate)"),
    ("製品: \x00", "1:5: the character U+0000 is not allowed in YAML"),
]


@each_parser
@pytest.mark.parametrize(("text", "message"), FORBIDDEN)
def test_characters_that_yaml_does_not_allow(text: str, message: str) -> None:
    """Controls, halves of characters and stray byte order marks are named and located."""
    read = read_yaml(text, "f")
    assert told(text) == [message]
    assert (read.data, read.complete) == (None, False)


SYNTAX = [
    ("a: b: c", "1:5: a colon stands where none can be"),
    ("a: b\n c: d", "2:3: a colon stands where none can be"),
    ("a: b\nc\nd: e", "3:1: a colon is missing after a key"),
    ("a: 'b\nc: d\n", "3:1: the file ends inside quotes or a bracket"),
    ('a: "b\nc: d\n', "3:1: the file ends inside quotes or a bracket"),
    ("a: [b, c\n", "2:1: a bracket is open and neither a comma nor its end follows"),
    ("a: {b: c\n", "2:1: a bracket is open and neither a comma nor its end follows"),
    ("a: [b\nc: d\n", "2:2: a bracket is open and neither a comma nor its end follows"),
    ("a: {b: 1 c: 2}", "1:11: a bracket is open and neither a comma nor its end follows"),
    ("a: [b]]", "1:7: this line fits neither what it continues nor a new key"),
    ('a: "b" c', "1:8: this line fits neither what it continues nor a new key"),
    ("a:\n    b: c\n  d: e", "3:3: this line fits neither what it continues nor a new key"),
    (": a", "1:1: this line fits neither what it continues nor a new key"),
    ("- a\nb: c", "2:1: a list item was expected here"),
    ("a: @b", "1:4: a value cannot begin with this character"),
    ("a: `b`", "1:4: a value cannot begin with this character"),
    ("a: %b", "1:4: a value cannot begin with this character"),
    ("a:\n\tb: c", "2:1: a value cannot begin with this character"),
]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the wording is chosen for libyaml's messages")
@pytest.mark.parametrize(("text", "message"), SYNTAX)
def test_broken_syntax_is_told_in_plain_words(text: str, message: str) -> None:
    """What people get wrong most is told in the words of somebody who writes lines, where it is wrong."""
    assert told(text) == [message]
    assert only_finding(text).help != ""


RAW = [
    "{: a}",
    "[a] ]",
    "{a: b}}",
    " a: b\nc: d",
    "a: b\n...\nc: d",
    "a: - b",
    "a: ? b",
    "a: [b,, c]",
    "a: [\n",
    "a: ]",
    "a: ,",
    'a: "C:\\dir"',
    'a: "\\xg"',
    'a: "\\ud800"',
    'a: "b\n--- c"',
    "a: |x\n  b",
    "a: |0\n  b",
    "a: >\n\tb",
    "a:\n  b: c\n\td: e",
    "a: &",
    "a: *",
    "a: !y!x b",
    "%FOO\n---\na: b",
    "%YAML 2.0\n---\na: b",
]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="asks libyaml for its message")
@pytest.mark.parametrize("text", RAW)
def test_no_message_is_pyyamls(text: str) -> None:
    """PyYAML's own text, of tokens, nodes and scanners, never reaches a screen."""
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    assert caught.value.problem is not None
    assert caught.value.problem not in only_finding(text).message


@each_parser
@pytest.mark.parametrize("text", RAW)
def test_any_broken_syntax_is_one_line_with_a_place(text: str) -> None:
    """A message is one line of limited length, without the parser's excerpt of the file."""
    for finding in read_yaml(text, "f").findings:
        assert "\n" not in finding.message
        assert "<unicode string>" not in finding.message
        assert len(finding.message) <= 200


@pytest.mark.parametrize(
    ("parser", "escape"),
    [
        ("CSafeLoader", "\\ud800"),
        ("CSafeLoader", "\\U00110000"),
        ("CSafeLoader", "\\UFFFFFFFF"),
    ],
)
def test_escapes_of_what_is_no_character(parser: str, escape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a character, or a number beyond the last one, is a finding in its line and not a crash."""
    monkeypatch.setattr(yaml_source, "Loader", getattr(yaml, parser))
    finding = only_finding(f'a: b\nc: "{escape}"')
    assert finding.location.line == 2
    assert "Error" not in finding.message


@each_parser
@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
def test_numbers_beyond_the_last_character_are_a_finding(escape: str) -> None:
    """Whatever the parser makes of them, it is told in our words."""
    finding = only_finding(f'a: b\nc: "{escape}"')
    assert finding.name == "syntax"
    assert finding.message in {"an escape in double quotes means no character", "this is not YAML"}


def test_what_was_read_before_a_mistake_is_kept() -> None:
    """The data up to a syntax error is there, and marked as incomplete."""
    read = read_yaml("a: 1\nb: [2, 3\nc: 4\n", "f")
    assert read.data["a"] == "1"
    assert not read.complete


@pytest.mark.parametrize("text", ["a: 1\na: 2", "a: &x b", "a: *x", "a: !x b", "'': b"])
def test_some_mistakes_do_not_end_the_reading(text: str) -> None:
    """After a repeated key, an anchor, an alias or a tag the rest of the file is read."""
    read = read_yaml(f"{text}\nz: end", "f")
    assert read.complete
    assert read.data["z"] == "end"


YAML_SIGNS = "ab12 \t\n\r-:?,[]{}#&*!|>'\"%@`~=<.\\xuU\x00\x85\u2028\ufeff\ud800é製😀"
ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.text(st.sampled_from(YAML_SIGNS)),
    st.lists(
        st.sampled_from(["a: ", "- ", "\n", "  ", "{", "}", "[", "]", ", ", "? ", "&x ", "*x", "|", '"'])
    ).map("".join),
)


@pytest.mark.parametrize("parser", PARSERS)
@given(text=ANY_TEXT)
def test_reading_never_raises(parser: str, text: str) -> None:
    """Whatever the text: it is read, or there is a finding that says why not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "Loader", getattr(yaml, parser))
        read = read_yaml(text, "f")
    assert read.complete or read.findings


@example("a: [b")
@given(ANY_TEXT.filter(lambda text: not set("\x85\u2028\u2029") & set(text)))
def test_findings_stand_in_the_text(text: str) -> None:
    """A finding begins at a character of the text, or behind its last one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in read_yaml(text, "f").findings:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


def stripped(key: str) -> bool:
    """Return whether a key has text, and no spaces around it: those are left out."""
    return key != "" and key == key.strip()


def below(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return lists and mappings of what `children` makes."""
    return st.lists(children) | st.dictionaries(st.text().filter(stripped), children)


@given(st.recursive(st.text(), below, max_leaves=20), st.booleans(), st.booleans())
def test_what_was_dumped_is_read_back(data: Any, flow: bool, plain_unicode: bool) -> None:
    """Any text in any structure comes back as it was, from block and from flow style."""
    text = yaml.safe_dump(data, default_style='"', default_flow_style=flow, allow_unicode=plain_unicode)
    read = read_yaml(text, "f")
    assert (read.findings, read.data) == ((), data)


VISIBLE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=8)


@given(
    st.recursive(
        VISIBLE,
        lambda inner: st.lists(inner) | st.dictionaries(VISIBLE.filter(stripped), inner),
        max_leaves=20,
    ),
    st.sampled_from([None, 0, 2]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_places_lead_to_what_was_written(data: Any, indent: int | None, line_end: str) -> None:
    """Cut out of the text by its place, every value and key is what the data holds there."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    read = read_yaml(text.replace("\n", line_end), "f")
    assert read.data == data
    lines = text.split("\n")
    for path, value in walk(data):
        assert json.loads(excerpt(lines, read.place.at(*path)[1:])) == value
        if path and isinstance(path[-1], str):
            assert json.loads(excerpt(lines, read.place.key(*path)[1:])) == path[-1]


def walk(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every value with its path."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from walk(value, (*path, number))


def excerpt(lines: list[str], span: tuple[int, ...]) -> str:
    """Return the text of a span."""
    line, column, end_line, end_column = span
    text = "\n".join(lines[line - 1 : end_line])
    behind = len(lines[end_line - 1]) - (end_column - 1)
    return text[column - 1 : len(text) - behind]
