"""Properties of any register: text goes through YAML unchanged, order says nothing, what is planted is found."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promises import READING, run_on
from raci.render.answer_schema import ANSWERS, answer_schema

from conftest import graph_of, register_of

relaxed = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# No controls and no separators of lines: YAML has no raw ones, and raci refuses them.
texts = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"
    ),
    min_size=1,
    max_size=30,
)
words = texts.map(lambda text: " ".join(text.split())).filter(bool)
LETTERS = st.sampled_from(["A", "R", "AR", "C", "I"])
IDS = ["cook", "buyer", "owner", "waiter"]
WORK = ["Menu", "Stock take", "Cellar list", "Shift plan", "Bread order"]


def entry(number: int) -> st.SearchStrategy[dict[str, Any]]:
    """Return entries for one piece of work."""
    return st.fixed_dictionaries(
        {"name": st.just(WORK[number])}, optional={"letters": LETTERS, "summary": words}
    )


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    """Return the data of valid files."""
    roles: dict[str, Any] = {}
    for id_ in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True)):
        chosen = draw(st.lists(st.integers(0, len(WORK) - 1), unique=True))
        roles[id_] = {"name": id_.title(), "deliverables": [draw(entry(number)) for number in chosen]}
        if draw(st.booleans()):
            roles[id_]["summary"] = draw(words)
    return {"version": "1", "roles": roles}


@st.composite
def settled(draw: st.DrawFn) -> dict[str, Any]:
    """Return the data of valid files in which overlaps are declared, and some of them agreed upon."""
    data = draw(registers())
    roles = st.sampled_from(list(data["roles"]))
    listed = sorted({each["name"] for role in data["roles"].values() for each in role["deliverables"]})
    agreements = st.fixed_dictionaries(
        {"accountable": roles},
        optional={
            "because": words,
            "escalation": st.lists(roles | words, min_size=1, max_size=2),
            "practices": st.just(["tasting"]),
            "review": st.dates().map(str),
            "others": st.dictionaries(roles, st.sampled_from(["R", "C", "I"]), min_size=1),
        },
    )
    overlaps = st.fixed_dictionaries(
        {"tension": words},
        optional={
            "agreement": agreements,
            "work": st.lists(st.sampled_from(listed), min_size=1, unique=True) if listed else st.just([]),
        },
    )
    data["overlaps"] = draw(st.dictionaries(st.sampled_from(["taste", "price", "hours"]), overlaps))
    data["practices"] = {"tasting": {"name": "Tasting", "cadence": draw(words)}}
    return data


def _json(data: Any) -> str:
    # JSON's pairs of escapes for one character are two halves of characters in YAML.
    return json.dumps(data, ensure_ascii=False)


def shown(register: Any) -> list[Any]:
    """Return what a register says, without places."""
    return [(role.id, role.entry.model_dump_json()) for role in register.roles.values()] + [
        (work.id, work.name, work.kind, [(claim.role, str(claim.letters)) for claim in work.claims])
        for work in register.work.values()
    ]


@relaxed
@given(
    registers(), words, st.sampled_from([None, '"', "'"]), st.booleans(), st.sampled_from([20, 80, 10_000])
)
def test_any_register_comes_back_from_yaml(
    data: dict[str, Any], name: str, style: str | None, flow: bool, width: int
) -> None:
    """However it is written as YAML, the same register is read; every text is the one that went in."""
    data["roles"]["extra"] = {"name": name, "summary": name}
    first = register_of(_json(data))
    dumped = yaml.dump(
        data, allow_unicode=True, default_style=style, default_flow_style=flow, width=width, sort_keys=False
    )
    if (
        style is None
    ):  # what stands bare is text here, and a number or a date for the dumper: it quotes that, so no harm
        dumped = dumped.replace("version: '1'", "version: 1")
    second = register_of(dumped)
    assert shown(second) == shown(first)
    assert second.roles["extra"].entry.name == name


SCHEMAS = {command: jsonschema.Draft7Validator(answer_schema(command)) for command in ANSWERS}
ANSWERING = [form for form in READING if form.format == "json" and form.command != "lint"]


@settings(relaxed, max_examples=5)
@given(data=registers(), chance=st.randoms(use_true_random=False))
def test_order_never_changes_an_answer(
    data: dict[str, Any], chance: random.Random, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of keys and of list items: every command gives the same JSON, but for lines. Lint goes by them."""
    monkeypatch.chdir(tmp_path)
    answers = []
    for turn in range(2):
        Path("a.yaml").write_text(_json(data), "utf-8")
        answers.append([_without_places(run_on(form, "a.yaml").out) for form in ANSWERING])
        data = _shuffled(data, chance) if turn == 0 else data
    assert answers[0] == answers[1]


@relaxed
@given(data=settled())
def test_every_answer_keeps_to_its_schema(
    data: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every command, whatever it is asked about; what the schema does not have is not printed."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(_json(data), "utf-8")
    for form in (form for form in READING if form.format == "json"):
        ran = run_on(form, "a.yaml")
        assert ran.code in {0, 1}
        SCHEMAS[form.command].validate(json.loads(ran.out))


def _shuffled(data: Any, chance: random.Random) -> Any:
    if isinstance(data, dict):
        keys = list(data)
        chance.shuffle(keys)
        return {key: _shuffled(data[key], chance) for key in keys}
    if isinstance(data, list):
        return chance.sample([_shuffled(each, chance) for each in data], len(data))
    return data


_PLACES = frozenset(
    {"line", "column", "end_line", "end_column", "file", "location", "related", "fingerprint", "source_line"}
)


def _without_places(out: str) -> str:
    return json.dumps(_sorted(json.loads(out)), sort_keys=True)


def _sorted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _sorted(value) for key, value in data.items() if key not in _PLACES}
    if isinstance(data, list):  # findings come in the order of places
        return sorted((_sorted(each) for each in data), key=lambda each: json.dumps(each, sort_keys=True))
    return data


@relaxed
@given(registers(), st.integers(1, 4), st.randoms(use_true_random=False))
def test_files_are_one_register(data: dict[str, Any], number: int, chance: random.Random) -> None:
    """The same roles in one file or in several, in any order: the same graph answers."""
    parts: list[dict[str, Any]] = [{"version": "1", "roles": {}} for _ in range(number)]
    for id_, role in data["roles"].items():
        chance.choice(parts)["roles"][id_] = role
    chance.shuffle(parts)
    assert shown(register_of(*map(_json, parts))) == shown(graph_of(_json(data)).register)


MISTAKES = {
    "unknown-field": lambda role: role.update({"nmae": "x"}),
    "empty-value": lambda role: role.update({"summary": ""}),
    "unknown-reference": lambda role: role.update({"reports_to": "zzzzzz"}),
    "wrong-value": lambda role: role.update({"aliases": {"a": "b"}}),
    "unknown-letter": lambda role: role.setdefault("deliverables", []).append(
        {"name": "Planted", "letters": "Z"}
    ),
    "duplicate-work": lambda role: role.setdefault("deliverables", []).extend(
        [{"name": "Planted"}, {"name": "planted"}]
    ),
    "missing-field": lambda role: role.setdefault("deliverables", []).append({"summary": "x"}),
    "needs-id": lambda role: role.setdefault("deliverables", []).append({"name": "+++"}),
}


@pytest.mark.parametrize("mistake", MISTAKES)
@relaxed
@given(data=registers(), at=st.integers(0, 100))
def test_lint_finds_what_was_planted(
    mistake: str, data: dict[str, Any], at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake in any register is found, in the line of the role that it was planted in."""
    monkeypatch.chdir(tmp_path)
    names = list(data["roles"])
    role = names[at % len(names)]
    MISTAKES[mistake](data["roles"][role])
    lines = [
        "version: 1",
        "roles:",
        *(f"  {name}: {_json(entry)}" for name, entry in data["roles"].items()),
    ]
    Path("a.yaml").write_text("\n".join(lines), "utf-8")
    ran = run_on(next(form for form in READING if str(form) == "lint-json"), "a.yaml")
    found = json.loads(ran.out)
    assert ran.code == 1
    assert role in lines[2 + names.index(role)]
    assert any(
        each["location"]["line"] == 3 + names.index(role)
        for each in found["findings"]
        if each["name"].startswith(mistake[:7])
    ), found["findings"]
