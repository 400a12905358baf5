"""The documentation is executed: its files load, its commands answer as shown, its links lead somewhere.

Under one heading of an executed page, a code block with `<!-- file: NAME -->` before it is a file
beside those before it; a YAML block without that mark is a register of its own, ownership.yaml. After
`<!-- wrong -->` a file has the problems that the ```text block below it lists. A block with a line that
begins with `$ raci` shows a command and all that it prints. `pytest --update` writes what is printed.
"""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import raci as library
import typer
import yaml
from raci.cli.app import app_for
from raci.config import LintSettings
from raci.linter.waiver_comments import MAX_WAIVERS
from raci.loading.yaml_wording import MAX_DEPTH
from raci.model.entry import Entry
from raci.model.limits import (
    DEFAULT_LIMITS,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_IN_A_LIST,
    MOST_KEYS,
    MOST_MISTAKES,
    Limits,
)
from raci.model.overlap_status import OverlapStatus
from raci.model.scheme import SCHEMES, Meaning
from raci.model.standing import Status
from raci.render.forms import FORMS
from raci.render.lint.forms import FORMS as LINT_FORMS
from raci.rules import RULES
from typer.core import TyperCommand, TyperGroup

from conftest import PROJECT, write_files
from repositories import Repo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunRaci

DATA_FORMAT = PROJECT / "docs" / "data-format.md"
ARCHITECTURE = PROJECT / "docs" / "architecture.md"
LINT = PROJECT / "docs" / "lint.md"
EXECUTED = (
    DATA_FORMAT,
    ARCHITECTURE,
    PROJECT / "docs" / "answers.md",
    PROJECT / "docs" / "overlaps.md",
    PROJECT / "docs" / "matrix.md",
    PROJECT / "docs" / "role.md",
    PROJECT / "docs" / "handover.md",
    PROJECT / "docs" / "health.md",
    PROJECT / "docs" / "agenda.md",
    PROJECT / "docs" / "codeowners.md",
    PROJECT / "docs" / "graph.md",
    PROJECT / "docs" / "report.md",
    PROJECT / "docs" / "library.md",
    PROJECT / "docs" / "editing.md",
    PROJECT / "docs" / "changes.md",
    PROJECT / "docs" / "import.md",
    PROJECT / "docs" / "changes.md",
    LINT,
    PROJECT / "CONTRIBUTING.md",
)
LINKED = (*sorted(PROJECT.glob("docs/*.md")), PROJECT / "README.md", PROJECT / "CONTRIBUTING.md")

_PIECE = re.compile(
    r"^#+ (?P<heading>[^\n]+)$"
    r"|(?:^<!-- (?P<mark>[^\n]+) -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$",
    flags=re.MULTILINE | re.DOTALL,
)
_SHOWN = re.compile(r"^\$ (?P<command>raci [^\n]*)\n(?:(?!\$ )[^\n]*\n)*", flags=re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


class Executed:
    """A page whose files are written to a folder and whose commands are run there."""

    def __init__(self, raci: RunRaci, folder: Path) -> None:
        self.raci = raci
        self.folder = folder
        self.problems = ""
        self.names: dict[str, object] = {}
        self.commits = 0

    def rewritten(self, page: str) -> str:
        """Return the page with what raci prints in place of what the page says that it prints."""
        return _PIECE.sub(self._piece, page)

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["heading"]:
            self._clear()
            return piece[0]
        opening, closing = piece[0].removesuffix(f"{piece['body']}```"), "```"
        if self.problems:
            assert piece["language"] == "text"
            body, self.problems = self.problems, ""
        else:
            body = _SHOWN.sub(self._command, piece["body"])
        if piece["language"] == "pycon":
            self._session(piece["body"])
        if piece["language"] == "yaml" or piece["mark"]:
            self._file(piece["mark"] or "", piece["body"])
        return f"{opening}{body}{closing}"

    def _session(self, body: str) -> None:
        """Run a session of Python, which goes on where the last one of the page ended."""
        example = doctest.DocTestParser().get_doctest(body, self.names, "page", None, None)
        told: list[str] = []
        doctest.DocTestRunner(verbose=False).run(example, out=told.append, clear_globs=False)
        self.names = example.globs
        assert not told, "".join(told)

    def _command(self, shown: re.Match[str]) -> str:
        ran = self.raci(*shlex.split(shown["command"])[1:])
        return f"$ {shown['command']}\n{ran.err}{ran.out}"

    def _file(self, mark: str, text: str) -> None:
        kind, _, name = mark.partition(": ")
        if kind != "file":
            self._clear()
        name, _, tag = name.partition(", committed as ")
        write_files(self.folder, {name or "ownership.yaml": text})
        if tag:
            repo = Repo.new(self.folder, day=self.commits)
            repo.commit_files({}, tag)
            repo.git("tag", tag)
            self.commits = repo.day
        if kind == "wrong":
            ran = self.raci("who-owns", "anything", "--data", ".")
            self.problems, last, _ = ran.err.partition("The ownership files have ")
            assert last
        else:
            library.load(*sorted(self.folder.rglob("[!.]*.yaml")))

    def _clear(self) -> None:
        for file in filter(Path.is_file, self.folder.rglob("*")):
            file.unlink()


@pytest.mark.parametrize("page", EXECUTED, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_raci_does(
    page: Path, raci: RunRaci, in_folder: Path, request: pytest.FixtureRequest
) -> None:
    """Files load, wrong files have the problems that the page lists, commands print what it shows."""
    in_folder.joinpath(".git").mkdir()  # no configuration from outside
    text = page.read_text(encoding="utf-8")
    executed = Executed(raci, in_folder)
    rewritten = executed.rewritten(text)
    assert executed.problems == ""  # a wrong file is followed by its problems
    if request.config.getoption("--update"):
        page.write_text(rewritten, encoding="utf-8")
    else:
        assert text == rewritten


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.name)
def test_links_lead_to_what_exists(page: Path) -> None:
    """A link to a file of the project finds it, one to a heading finds that too."""
    targets = (target.partition("#") for target in _LINK.findall(page.read_text(encoding="utf-8")))
    for path, _, anchor in targets:
        if ":" not in path:
            file = page.parent / path if path else page
            assert file.exists(), path
            assert not anchor or anchor in _anchors(file.read_text(encoding="utf-8"))


def _anchors(page: str) -> set[str]:
    headings = (piece["heading"] for piece in _PIECE.finditer(page) if piece["heading"])
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _code(page: str) -> list[str]:
    """Return what a page has in headings and as code, a line each."""
    found = re.findall(r"^#+ (.*)$|^```\w*\n(.*?)^```$|`([^`\n]+)`", page, flags=re.MULTILINE | re.DOTALL)
    return [line for pieces in found for piece in pieces for line in piece.splitlines()]


README_TEXT = (PROJECT / "README.md").read_text(encoding="utf-8")
SHARED = next(
    part for part in README_TEXT.split("\n\n") if part.startswith("Options that most commands have")
)
COMMANDS = typer.main.get_command(app_for([]))
assert isinstance(COMMANDS, TyperGroup)


@pytest.mark.parametrize(("name", "command"), [("", COMMANDS), *COMMANDS.commands.items()])
def test_every_command_and_option_is_documented(name: str, command: TyperCommand | TyperGroup) -> None:
    """Each option stands as code on a page of docs that has its command so, or beside it in the README.

    What most commands have in common stands in one paragraph of the README.
    """
    call = re.compile(rf"\braci {name}\b" if name else r"\braci\b")
    pages = [_code(page.read_text(encoding="utf-8")) for page in sorted(PROJECT.glob("docs/*.md"))]
    told = [page for page in pages if any(map(call.search, page))] if name else []
    beside = [line for line in README_TEXT.splitlines() if any(map(call.search, _code(line)))]
    assert told or beside
    text = "\n".join([*(line for page in told for line in page), *beside, SHARED])
    options = {word for each in command.params for word in each.opts if word.startswith("--")}
    assert sorted(each for each in options if not re.search(rf"(?<![\w-]){each}(?![\w-])", text)) == []


def _models(model: type[Entry]) -> Iterator[type[Entry]]:
    for each in model.__subclasses__():
        yield each
        yield from _models(each)


@pytest.mark.parametrize("model", sorted(set(_models(Entry)), key=str), ids=lambda each: each.__name__)
def test_every_field_is_documented(model: type[Entry]) -> None:
    """Each field that a file may have has its row in a table of the data format."""
    page = DATA_FORMAT.read_text(encoding="utf-8")
    fields = [field.alias or name for name, field in model.model_fields.items()]
    assert [field for field in fields if f"\n| `{field}` |" not in page] == []


def test_every_scheme_is_documented() -> None:
    """The table of schemes is the schemes: their letters by meaning, and their defaults."""
    page = DATA_FORMAT.read_text(encoding="utf-8")
    for scheme in SCHEMES.values():
        held = (
            ", ".join(f"{letter.code} ({letter.word})" for letter in scheme.letters if letter.meaning is each)
            for each in Meaning
        )
        row = f"| {' | '.join([f'`{scheme.name}`', *held, ''.join(scheme.default)])} |"
        assert re.sub(r" +", " ", row) in page


def test_every_status_and_limit_is_documented() -> None:
    """What raci may call work and overlaps has a row in a table; the limits are the code's."""
    page = DATA_FORMAT.read_text(encoding="utf-8")
    never_declared = {OverlapStatus.UNEXAMINED}
    statuses = {*Status, *OverlapStatus} - never_declared
    assert [status for status in sorted(statuses) if f"\n| `{status}` |" not in page] == []
    assert f"{DEFAULT_LIMITS.file_size} MiB" in page
    assert f"{MAX_DEPTH} levels" in page


def test_every_limit_is_documented() -> None:
    """The page on what users can rely on has each limit with its figure, and the setting of those that have one."""
    page = (PROJECT / "docs/reliability.md").read_text(encoding="utf-8")
    for name, field in Limits.model_fields.items():
        assert re.search(
            rf"^\|.* {field.default:,}\b.*\| `{name.replace('_', '-')}` \|", page, re.MULTILINE
        ), name
    for limit in (
        MAX_DEPTH,
        MOST_MISTAKES,
        LONGEST_NAME,
        LONGEST_TEXT,
        MOST_IN_A_LIST,
        MOST_KEYS,
        MAX_WAIVERS,
    ):
        assert re.search(rf"^\|[^|]+\| {limit:,} ", page, re.MULTILINE), limit


def test_every_setting_format_and_threshold_of_lint_is_documented() -> None:
    """The page on lint has each setting, each format and each rule with a threshold, with its default."""
    page = LINT.read_text(encoding="utf-8")
    settings = [field.alias for field in LintSettings.model_fields.values()]
    assert [setting for setting in settings if f"| `{setting}` |" not in page] == []
    assert [form.name for form in LINT_FORMS if f"\n| `{form.name}` |" not in page] == []
    adjustable = {f"`{rule.name}` ({rule.code})": str(rule.threshold) for rule in RULES if rule.threshold}
    rows = re.findall(r"^\| (`[\w-]+` \(RACI\d+\)) \|.*\| (\d+) \|$", page, flags=re.MULTILINE)
    assert dict(rows) == adjustable


def test_every_form_of_an_answer_is_in_the_readme() -> None:
    """Text is what everybody sees; the others are named where the README says how to ask for them."""
    page = (PROJECT / "README.md").read_text(encoding="utf-8")
    others = [form.name for form in FORMS if not form.for_people]
    assert [name for name in others if not re.search(rf"(?:-f |--|`){name}`", page)] == []


def test_what_ci_is_told_is_what_it_takes() -> None:
    """The examples for CI hand over inputs that the action and the component have, and name the hook."""
    pieces = _PIECE.finditer(LINT.read_text(encoding="utf-8"))
    files = {piece["mark"].removeprefix("file: "): piece["body"] for piece in pieces if piece["mark"]}
    action = yaml.safe_load(PROJECT.joinpath("action.yml").read_text(encoding="utf-8"))
    for name in (".github/workflows/ownership.yml", ".github/workflows/scanning.yml"):
        steps = yaml.safe_load(files[name])["jobs"]["lint"]["steps"]
        assert set(steps[-1]["with"]) <= set(action["inputs"])
    component = PROJECT.joinpath("templates", "raci-lint.yml").read_text(encoding="utf-8")
    spec = next(yaml.safe_load_all(component))["spec"]
    (included,) = yaml.safe_load(files[".gitlab-ci.yml"])["include"]
    assert set(included["inputs"]) <= set(spec["inputs"])
    hooks = yaml.safe_load(PROJECT.joinpath(".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in hooks}


def test_the_layers_are_those_that_are_enforced() -> None:
    """The architecture draws the layers of the import contract, in their order."""
    project = tomllib.loads(PROJECT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    page = ARCHITECTURE.read_text(encoding="utf-8")
    rows = [page.find(f"\n| `{layer.replace(' | ', '`, `')}` |") for layer in layers]
    assert -1 not in rows
    assert rows == sorted(rows)
