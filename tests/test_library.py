"""The library: it takes what the command takes, says what is wrong with the rest, and costs nothing unasked."""

from __future__ import annotations

import ast
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import raci

from conftest import PROJECT, register_of, write_files

if TYPE_CHECKING:
    from collections.abc import Callable

KITCHEN = """
    version: 1
    roles:
      head-chef:
        name: Head Chef
        aliases: [HC, the boss]
        deliverables: [{name: Menu, area: "Food (hot)"}, {name: Wine List, area: Drinks}]
      buyer: {name: Buyer, deliverables: [{name: Menu, area: "Food (hot)"}]}
    overlaps:
      price-and-taste: {name: Price and Taste, sides: {head-chef: Taste., buyer: Price.}, tension: Money.}
"""
REGISTER = register_of(KITCHEN)
TODAY = date(2026, 1, 31)


@pytest.mark.parametrize("name", ["head-chef", "Head Chef", "HEAD-CHEF", "HC", "the boss"])
def test_roles_are_named_as_for_the_command(name: str) -> None:
    """By id, name or alias, in every function that keeps what some roles have a part in."""
    assert [row.name for row in raci.matrix(REGISTER, roles=[name]).rows] == ["Menu", "Wine List"]
    assert raci.matrix(REGISTER, roles=(name,)).filters.roles == ("head-chef",)
    assert {case.id for case in raci.overlaps(REGISTER, roles={name}).overlaps} == {"menu", "price-and-taste"}
    assert raci.agenda(REGISTER, TODAY, TODAY, roles=[name]).asked == ("head-chef",)
    assert raci.role(REGISTER, name).cards[0].id == "head-chef"


@pytest.mark.parametrize("area", ["Food (hot)", "food (hot)", "food-hot"])
def test_areas_are_named_in_any_spelling(area: str) -> None:
    """As they are written, or as an id would be."""
    assert raci.matrix(REGISTER, areas=[area]).filters.areas == ("Food (hot)",)


@pytest.mark.parametrize(
    ("ask", "filters", "message"),
    [
        (raci.matrix, {"roles": ["PMM"]}, '"PMM" is no known role. Known: Buyer, Head Chef.'),
        (raci.overlaps, {"roles": ["byer"]}, '"byer" is no known role. Did you mean "Buyer"? Known: Buyer, '),
        (
            raci.matrix,
            {"areas": ["drink"]},
            '"drink" is no known area. Did you mean "Drinks"? Known: Drinks, ',
        ),
        (
            raci.matrix,
            {"kinds": ["paper"]},
            '"paper" is no kind of work. Known: deliverable, responsibility.',
        ),
        (
            raci.matrix,
            {"statuses": ["contestd"]},
            'Did you mean "contested"? Known: contested, owned, settled, ',
        ),
        (
            raci.overlaps,
            {"kinds": ["near"]},
            'Did you mean "near-duplicate"? Known: activity-and-deliverable, declared, duplicate, near-duplicate, '
            "shared-files.",
        ),
        (
            raci.overlaps,
            {"statuses": ["x"]},
            '"x" is no status of overlaps. Known: contested, distinct, open, ',
        ),
    ],
)
def test_an_unknown_value_is_told_with_what_is_known(
    ask: Callable[..., object], filters: dict[str, Any], message: str
) -> None:
    """It is a ValueError and a RaciError, with the nearest one and all that there are."""
    with pytest.raises(ValueError, match="Known: ") as refused:
        ask(REGISTER, **filters)
    assert isinstance(refused.value, raci.UnknownValue)
    assert isinstance(refused.value, raci.RaciError)
    assert message in str(refused.value)


def test_all_unknown_values_are_told_at_once() -> None:
    """Of every filter of a question."""
    with pytest.raises(raci.UnknownValue) as refused:
        raci.matrix(REGISTER, roles=["x", "buyer", "y"], areas=["z"], kinds=["k"], statuses=["s"])
    assert [line.split(" is no ")[0] for line in str(refused.value).split("\n")] == [
        *('"x"', '"y"', '"z"', '"k"', '"s"')
    ]


def test_a_meeting_has_at_least_a_minute() -> None:
    """The topics share what is given; no time at all is a mistake."""
    assert sum(topic.minutes or 0 for topic in raci.agenda(REGISTER, TODAY, TODAY, minutes=45).topics) == 45
    with pytest.raises(ValueError, match="minutes is 0; a meeting has at least one"):
        raci.agenda(REGISTER, TODAY, TODAY, minutes=0)


def test_an_unknown_role_of_an_agenda_a_rule_or_a_language() -> None:
    """Whatever may be chosen from is a ValueError that says from what."""
    with pytest.raises(ValueError, match=r'"z" is no known role\. Known: Buyer, Head Chef\.'):
        raci.agenda(REGISTER, TODAY, TODAY, roles=["z"])
    with pytest.raises(ValueError, match=r'^"look-alik" is no rule\. Did you mean "look-alike"'):
        raci.lint(select=["look-alik"])
    with pytest.raises(raci.UnknownLanguage, match='Did you mean "english"'):
        raci.health(REGISTER, TODAY, language="englsh")
    assert issubclass(raci.UnknownLanguage, ValueError)


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        *((raci.matrix, name) for name in ("roles", "areas", "kinds", "statuses")),
        *((raci.overlaps, name) for name in ("roles", "kinds", "statuses")),
    ],
)
def test_a_string_is_no_list(ask: Callable[..., object], argument: str) -> None:
    """Its letters would each be looked for: the message has the list to write instead."""
    with pytest.raises(ValueError, match=rf'^{argument} takes a list, not a string: {argument}=\["PMM"\]$'):
        ask(REGISTER, **{argument: "PMM"})


def test_a_string_is_no_list_of_roles_or_rules() -> None:
    """Nor where the register is not asked first."""
    with pytest.raises(ValueError, match=r'roles=\["HC"\]'):
        raci.agenda(REGISTER, TODAY, TODAY, roles="HC")
    with pytest.raises(ValueError, match=r'select=\["RACI4"\]'):
        raci.lint(select="RACI4")
    with pytest.raises(ValueError, match=r'ignore=\["RACI4"\]'):
        raci.lint(ignore="RACI4")


A_MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
ODD: Any = [
    ("register", lambda: raci.who_owns("ownership/", "menu")),  # type: ignore[arg-type]
    ("register", lambda: raci.matrix(None)),  # type: ignore[arg-type]
    ("register", lambda: raci.overlaps(Path())),  # type: ignore[arg-type]
    ("register", lambda: raci.role({})),  # type: ignore[arg-type]
    ("register", lambda: raci.health(raci.who_owns(REGISTER, "x"), TODAY)),  # type: ignore[arg-type]
    ("register", lambda: raci.agenda([REGISTER], TODAY, TODAY)),  # type: ignore[arg-type]
    ("register", lambda: raci.to_networkx("x")),  # type: ignore[arg-type]
    ("before", lambda: raci.diff("old/", REGISTER)),  # type: ignore[arg-type]
    ("after", lambda: raci.diff(REGISTER, None)),  # type: ignore[arg-type]
    ("query", lambda: raci.who_owns(REGISTER, None)),  # type: ignore[arg-type]
    ("query", lambda: raci.who_owns(REGISTER, ["menu"])),  # type: ignore[arg-type]
    ("query", lambda: raci.who_owns(REGISTER, b"menu")),  # type: ignore[arg-type]
    ("limit", lambda: raci.who_owns(REGISTER, "menu", limit="5")),  # type: ignore[arg-type]
    ("limit", lambda: raci.who_owns(REGISTER, "menu", limit=True)),
    ("limit", lambda: raci.who_owns(REGISTER, "menu", limit=1.5)),  # type: ignore[arg-type]
    ("language", lambda: raci.who_owns(REGISTER, "menu", language=None)),  # type: ignore[arg-type]
    ("language", lambda: raci.overlaps(REGISTER, language=1)),  # type: ignore[arg-type]
    ("language", lambda: raci.role(REGISTER, language=1)),  # type: ignore[arg-type]
    ("subject", lambda: raci.overlaps(REGISTER, 5)),  # type: ignore[arg-type]
    ("statuses", lambda: raci.overlaps(REGISTER, statuses=None)),  # type: ignore[arg-type]
    ("kinds", lambda: raci.overlaps(REGISTER, kinds=[1])),  # type: ignore[list-item]
    ("claims", lambda: raci.matrix(REGISTER, claims="yes")),  # type: ignore[arg-type]
    ("roles", lambda: raci.matrix(REGISTER, roles=5)),  # type: ignore[arg-type]
    ("roles", lambda: raci.matrix(REGISTER, roles={"head-chef": "A"})),
    ("roles", lambda: raci.matrix(REGISTER, roles=[None])),  # type: ignore[list-item]
    ("areas", lambda: raci.matrix(REGISTER, areas=b"Food")),  # type: ignore[arg-type]
    ("names", lambda: raci.role(REGISTER, ["HC", "buyer"])),  # type: ignore[arg-type]
    ("today", lambda: raci.health(REGISTER, "2026-01-31")),  # type: ignore[arg-type]
    ("today", lambda: raci.health(REGISTER, A_MOMENT)),
    ("until", lambda: raci.agenda(REGISTER, TODAY, 30)),  # type: ignore[arg-type]
    ("paths", lambda: raci.load(["a.yaml"])),  # type: ignore[arg-type]
    ("paths", lambda: raci.load(None)),  # type: ignore[arg-type]
    ("paths", lambda: raci.load(b"a.yaml")),  # type: ignore[arg-type]
    ("limits", lambda: raci.load(limits=5)),  # type: ignore[arg-type]
    ("paths", lambda: raci.lint(REGISTER)),  # type: ignore[arg-type]
    ("select", lambda: raci.lint(select=4)),  # type: ignore[arg-type]
    ("as_of", lambda: raci.lint(as_of="2026-01-31")),  # type: ignore[arg-type]
    ("limits", lambda: raci.lint(limits={})),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("argument", "call"), ODD)
def test_an_odd_type_is_told_with_the_arguments_name(argument: str, call: Callable[[], object]) -> None:
    """It is a TypeError that names the argument, says what is due, and what was given."""
    with pytest.raises(TypeError, match=rf"^{argument} takes .+, not \w+: .") as refused:
        call()
    assert len(str(refused.value)) < 200


def test_files_with_mistakes_are_told_with_their_places(in_folder: Path) -> None:
    """The text of the error is enough to mend them."""
    write_files(in_folder, {"r.yaml": "version: 1\nroles: {a: {nme: Ann, reports_to: bob}}\n"})
    with pytest.raises(raci.InvalidRegister, match="3 problems") as refused:
        raci.load("r.yaml")
    assert '\n  r.yaml:2:13: "nme" is no field of a role. Did you mean "name"? ' in str(refused.value)


def test_lint_reports_what_the_command_reports(in_folder: Path) -> None:
    """With findings and their places; files that cannot be a register are no exception but findings."""
    write_files(in_folder, {"r.yaml": KITCHEN, "broken.yaml": "version: 1\nroles: {a: {}}\n"})
    report = raci.lint("r.yaml", as_of=TODAY)
    assert isinstance(report, raci.LintReport)
    found = {finding.code: finding for finding in report.findings}
    assert found["RACI202"].location.line > 1
    assert [each.code for each in raci.lint("r.yaml", select=["RACI202"], as_of=TODAY).findings] == [
        "RACI202"
    ]
    assert "RACI202" not in {each.code for each in raci.lint("r.yaml", ignore=["RACI2"]).findings}
    (broken,) = raci.lint(Path("broken.yaml"), select=["RACI0"]).findings
    assert (str(broken.location), broken.severity) == ("broken.yaml:2:12", raci.Severity.ERROR)
    with pytest.raises(raci.UnusableFile):
        raci.lint("gone/")


def test_lint_without_paths_checks_what_load_loads() -> None:
    """The model that ships with raci has no errors."""
    assert raci.Severity.ERROR not in {finding.severity for finding in raci.lint(as_of=TODAY).findings}


def test_diff_says_what_the_command_says(in_folder: Path) -> None:
    """Changes as records, from one register that was loaded to another."""
    write_files(in_folder, {"r.yaml": KITCHEN, "s.yaml": KITCHEN.replace("name: Buyer", "name: Purchaser")})
    found = raci.diff(raci.load("r.yaml"), raci.load("s.yaml"))
    assert [each.sentence for each in found.changes] == ["Purchaser: renamed from Buyer"]
    assert isinstance(found.changes[0], raci.Change)
    assert raci.diff(raci.load("r.yaml"), raci.load("r.yaml")).changes == ()


def test_types_and_version_are_at_the_top() -> None:
    """All that `raci` lists is there, to be imported and to annotate with."""
    names: dict[str, object] = {}
    exec("from raci import *", names)
    assert set(raci.__all__) <= {*names, *dir(raci)}
    assert isinstance(raci.who_owns(REGISTER, "menu"), raci.WhoOwns)
    assert isinstance(raci.matrix(REGISTER), raci.Matrix)
    assert isinstance(raci.overlaps(REGISTER), raci.Overlaps)
    assert isinstance(raci.role(REGISTER), raci.RoleAnswer)
    assert isinstance(raci.health(REGISTER, TODAY), raci.Health)
    assert isinstance(raci.agenda(REGISTER, TODAY, TODAY), raci.Agenda)
    assert isinstance(raci.diff(REGISTER, REGISTER), raci.Changes)
    assert isinstance(REGISTER, raci.Register)
    assert raci.__version__.count(".") == 2
    assert not hasattr(raci, "nothing")


def test_type_checkers_read_the_same_types() -> None:
    """What is imported for them alone is what a program gets, from the same modules."""
    tree = ast.parse((PROJECT / "raci/__init__.py").read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    imported = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for name, module in imported.items():
        assert getattr(raci, name).__module__ == module
    assert {*imported, "__version__"} | {name for name in raci.__all__ if name in vars(raci)} == set(
        raci.__all__
    )


def test_to_import_raci_loads_nothing_else() -> None:
    """The functions, the reasons why there is no answer, and nothing of what answers."""
    code = "import raci, sys; print(*sorted(name for name in sys.modules if name.startswith('raci')))"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert out.split() == ["raci", "raci.arguments", "raci.errors", "raci.library"]
