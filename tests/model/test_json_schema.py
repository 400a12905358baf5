"""The JSON Schema and the loader agree: what the loader reads the schema accepts, broken shapes fail in both."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from textwrap import dedent
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from raci.faults.finding import InvalidRegister
from raci.loading.load import load_files
from raci.loading.source_file import SourceFile
from raci.model import entries, entry
from raci.model.json_schema import ownership_schema
from raci.model.scheme import SCHEMES
from raci.text.names import is_kebab_case

from conftest import PROJECT

SCHEMA = ownership_schema()
CHECK = jsonschema.Draft7Validator(SCHEMA)


class Yaml12(yaml.SafeLoader):
    """Types plain scalars as the core schema of YAML 1.2 does: yaml-language-server is one that uses it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


_FIRST = [*"-+.0123456789nNtTfF~", ""]
for _tag, _pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _FIRST)


def as_an_editor_sees_it(text: str, loader: type[yaml.SafeLoader]) -> Any:
    """Return the data of a YAML text with the types that an editor gives it; keys and dates are text."""
    opened = loader(text)
    node = opened.get_single_node()

    def plain(node: yaml.Node | None) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {key.value: plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [plain(each) for each in node.value]
        if node is None or node.tag.endswith((":timestamp", ":merge", ":value")):
            return node and node.value
        if node.tag.endswith(":int") and loader is Yaml12:
            return int(node.value, 16 if "x" in node.value else 10)
        return opened.construct_object(node)

    return plain(node)


def accepted(text: str) -> bool:
    """Return whether the schema accepts a YAML text; both ways of typing it have to agree on that."""
    (verdict,) = {CHECK.is_valid(as_an_editor_sees_it(text, each)) for each in (yaml.SafeLoader, Yaml12)}
    return bool(verdict)


def loads(*texts: str) -> bool:
    """Return whether raci reads the texts as one register."""
    try:
        load_files(
            [SourceFile(f"{number}.yaml", partial(bytes, each.encode())) for number, each in enumerate(texts)]
        )
    except InvalidRegister:
        return False
    return True


def test_it_is_a_schema_of_draft_07() -> None:
    """The draft is named by the one text that editors know, and every reference leads somewhere."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    referred = set(re.findall(r"'#/definitions/(\w+)'", str(SCHEMA)))
    assert referred == set(SCHEMA["definitions"])


OBJECTS = {"file": SCHEMA, **SCHEMA["definitions"]}


@pytest.mark.parametrize("name", OBJECTS)
def test_every_field_is_explained(name: str) -> None:
    """A title, what it says, and examples that are right; what is not known is refused."""
    thing = OBJECTS[name]
    assert thing["additionalProperties"] is False
    assert thing["title"]
    assert thing["description"]
    for field in thing["properties"].values():
        assert field["title"]
        assert field["description"].endswith(".")
        assert field["examples"]
        for example in field["examples"]:
            jsonschema.Draft7Validator({**field, "definitions": SCHEMA["definitions"]}).validate(example)


# The tables of the data format, in their order, and the things of the schema that they are about.
TABLES = (
    ("file",),
    ("role",),
    ("person",),
    ("source",),
    ("responsibility", "deliverable"),
    ("link",),
    ("overlap",),
    ("agreement",),
    ("practice",),
    ("unowned",),
)


ONLY_OTHERS = {"responsibility": "Deliverables", "deliverable": "Responsibilities"}


def test_the_schema_says_what_the_documentation_says() -> None:
    """Each table of fields in docs/data-format.md has the schema's fields, in its order and its words."""
    page = (PROJECT / "docs" / "data-format.md").read_text(encoding="utf-8")
    tables = re.findall(
        r"^\| field \| what it says \| default \|\n.*\n((?:\|.*\n)+)", page, flags=re.MULTILINE
    )
    for things, table in zip(TABLES, tables, strict=True):
        rows = {}
        for row in table.splitlines():
            field, says, default = row.strip("| ").split(" | ")
            says = re.sub(r" See (?:below|\[[^\]]*\]\([^)]*\))\.", "", says)
            rows[field.strip("`")] = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", says), default == "required")
        for name in things:
            thing = OBJECTS[name]
            described = {
                key: (field["description"], key in thing.get("required", ()))
                for key, field in thing["properties"].items()
            }
            assert described == {
                key: row
                for key, row in rows.items()
                if not row[0].startswith(f"{ONLY_OTHERS.get(name)} only:")
            }


def _examples_of_the_page() -> list[str]:
    page = (PROJECT / "docs" / "data-format.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"(?:^<!-- ([^\n]+) -->\n)?^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL
    )
    return [text for mark, text in blocks if mark != "wrong"]


FILES = sorted(
    path
    for folder in ("data", "tests/registers", "raci/templates")
    for path in (PROJECT / folder).glob("*.yaml")
    if not path.stem.endswith(("_questions", "_fragen"))
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_ownership_files_of_the_project_are_accepted(path: Path) -> None:
    """Large, small, German and Unicode."""
    assert accepted(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", _examples_of_the_page())
def test_the_files_of_the_documentation_are_accepted(text: str) -> None:
    """All that docs/data-format.md shows and does not call wrong."""
    assert accepted(text)


RIGHT = """\
version: 1
scheme: raci
roles:
  head-chef:
    name: Head Chef
    aliases: [chef]
    summary: Decides.
    people: [Ana, {name: Ben, contact: 365}]
    contact: 365
    reports_to: buyer
    source: {title: House rules, url: x}
    responsibilities:
      - {name: Planning, id: plan, letters: "a / r", with: {buyer: [A, I]}, produces: [Menu], area: 1.5}
    deliverables:
      - {name: Menu, source: Page 4}
  buyer: {name: Buyer}
overlaps:
  taste:
    name: Taste
    sides: {head-chef: Good., buyer: Cheap.}
    tension: Both.
    work: [Menu, Planning]
    agreement:
      accountable: {Menu: head-chef}
      because: Guests.
      others: {buyer: I}
      escalation: [buyer, 110]
      practices: [tasting]
      decided: 2026-01-15
      review: 2027-01-15
  alike: {work: [Menu, Planning], same: Menu, because: One.}
  unlike: {work: [Menu, Planning], distinct: Two.}
practices:
  tasting: {name: Tasting, cadence: 1.10, summary: They try.}
unowned:
  - {name: Car Park, because: no, aliases: [2026-01-15]}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 2"),
        ("version: 1\n", ""),
        ("scheme: raci", "scheme: RACI"),
        ("scheme: raci", "colour: red"),
        ("  head-chef:\n", "  Head Chef:\n"),
        ("  head-chef:\n", "  head_chef:\n"),
        ("    name: Head Chef\n", ""),
        ("name: Head Chef", "name: [Head Chef]"),
        ("name: Head Chef", 'name: " "'),
        ("name: Head Chef", "name:"),
        ("summary: Decides.", "sumary: Decides."),
        ("aliases: [chef]", "aliases: chef"),
        ("aliases: [chef]", "aliases: {a: chef}"),
        ("people: [Ana,", "people: [[Ana],"),
        ("contact: 365}]", "mail: 365}]"),
        ("{name: Ben, ", "{"),
        ("title: House rules, ", ""),
        ("source: Page 4", "source: [Page 4]"),
        ("reports_to: buyer", "reports_to: [buyer]"),
        ("id: plan", "id: The Plan"),
        ('"a / r"', "AX"),
        ('"a / r"', "[]"),
        ('"a / r"', '"/"'),
        ("with: {buyer: [A, I]}", "with: [buyer]"),
        ("buyer: [A, I]", "buyer: {A: I}"),
        ("source: Page 4", "produces: [Menu]"),
        ("deliverables:\n      - {", "deliverables:\n      {"),
        ("  buyer: {name: Buyer}", "  buyer: Buyer"),
        ("sides: {head-chef: Good., buyer: Cheap.}", "sides: {buyer: Cheap.}"),
        ("accountable: {Menu: head-chef}", "accountable: {}"),
        ("accountable: {Menu: head-chef}", "accountable: [buyer]"),
        ("      accountable: {Menu: head-chef}\n", ""),
        ("decided: 2026-01-15", "decided: 15.1.2026"),
        ("decided: 2026-01-15", "decided: 2026-13-15"),
        ("decided: 2026-01-15", "decided: 20260115"),
        ("same: Menu,", "same: Menu, distinct: Two.,"),
        (", distinct: Two.", ""),
        ("tasting: {name: Tasting,", "tasting: {"),
        (" because: no,", ""),
        ("version: 1", "- version: 1\n#"),
    ],
)
def test_broken_shapes_fail_in_both(old: str, new: str) -> None:
    """What an editor marks raci refuses, and the other way round."""
    assert accepted(RIGHT)
    assert loads(RIGHT)
    assert old in RIGHT
    broken = RIGHT.replace(old, new, 1) if not new.startswith("-") else "- version: 1\n"
    assert not accepted(broken)
    assert not loads(broken)


class _Plain(yaml.SafeDumper):
    """Writes texts without quotes where they need none: 365, no and 2026-01-15 as people write them."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


def _paths(data: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for key, value in steps for each in ((*above, key), *_paths(value, (*above, key)))]


_WHOLE = yaml.load(RIGHT, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
_SCALARS = (
    "365",
    "1.0",
    "-.5e3",
    "0x1f",
    "no",
    "true",
    "On",
    "2026-01-15",
    "12:30",
    "=",
    "AR",
    "I",
    "buyer",
    "Menu",
    "é",
)
_VALUES = st.sampled_from(
    [*_SCALARS, [], {}, ["buyer"], ["R", "/"], {"buyer": "C"}, {"Menu": "buyer"}, {"title": "365"}]
)


@given(st.lists(st.tuples(st.sampled_from(_paths(_WHOLE)), st.none() | _VALUES), min_size=1, max_size=3))
def test_what_raci_reads_the_schema_accepts(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    """Whatever is changed or taken out: a file that loads is accepted, however an editor types it."""
    data = copy.deepcopy(_WHOLE)
    for path, value in changes:
        here = data
        try:
            for step in path[:-1]:
                here = here[step]
            if value is None:
                del here[path[-1]]
            else:
                here[path[-1]] = copy.deepcopy(value)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken it away
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    if loads(text):
        assert accepted(text)


def test_every_id_is_accepted() -> None:
    """Each character that an id may have, of every script, alone and after another."""
    pattern = re.compile(SCHEMA["definitions"]["responsibility"]["properties"]["id"]["pattern"])
    for char in map(chr, range(sys.maxunicode + 1)):
        for text in (char, f"a{char}", f"ж-{char}"):
            if is_kebab_case(text):
                assert pattern.search(text), text
    for text in ("", "A", "a b", "a_b", "-a", "a-", "a--b", "É", "ß", "a.b", "a—b"):
        assert not pattern.search(text), text


@given(st.text("ACDIOPRSVacdioprsvxyXé ,;/+&\n", max_size=8), st.sampled_from(sorted(SCHEMES)))
def test_letters_of_every_scheme_are_accepted(written: str, scheme: str) -> None:
    """However they are joined; what no scheme has is refused."""
    letters = SCHEMA["definitions"]["responsibility"]["properties"]["letters"]
    check = jsonschema.Draft7Validator(letters)
    role = (
        f"version: 1\nscheme: {scheme}\nroles: {{r: {{name: R, deliverables: [{{name: D, letters: %s}}]}}}}\n"
    )
    quoted = yaml.dump(written, default_style='"', width=1000).strip()
    for text, value in ((quoted, written), (f"[{quoted}]", [written])):
        if loads(role % text):
            assert check.is_valid(value)
        if set(written.upper()) & set("XYÉ"):
            assert not check.is_valid(value)


def test_the_models_and_the_schema_have_the_same_fields() -> None:
    """None is left out, none is made up."""
    for name, thing in OBJECTS.items():
        model = entries.OwnershipFile if name == "file" else _model(name)
        assert list(thing["properties"]) == [field.alias or key for key, field in model.model_fields.items()]


def _model(name: str) -> type[entry.Entry]:
    return next(each for each in _models(entry.Entry) if each.__name__.removesuffix("Entry").lower() == name)


def _models(model: type[entry.Entry]) -> Iterator[type[entry.Entry]]:
    for each in model.__subclasses__():
        yield each
        yield from _models(each)


def test_null_and_nothing_are_refused_alike() -> None:
    """The one case in which the schema asks for more: an editor takes `null` for a value left out."""
    for value, read in (("", False), ("null", True), ("~", True), ('"null"', True)):
        text = dedent(f"""\
            version: 1
            roles:
              r:
                name: {value}
            """)
        assert loads(text) is read
        assert accepted(text) is value.startswith('"')
