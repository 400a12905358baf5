"""raci diff, as its users run it: revisions, paths and tables as sides, in each format."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
import yaml
from nasty import ALL_NASTY
from raci.changes.changes import changes_between
from raci.render.diff import markdown
from worlds import World, agreement, graph, house, overlap, role, work

from conftest import PROJECT, WORDS_AND_RECORDS, Golden, RunRaci, write_files
from repositories import Repo

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/diff.schema.json").read_text("utf-8"))
FORMS = (*WORDS_AND_RECORDS, ("html", "html"))
DEFAULT = 24  # lines of a terminal


def reorganised() -> World:
    """Return the house after a busy month: something of every kind."""
    world = house()
    pricing = work(world, "Pricing")
    role(world)["responsibilities"].remove(pricing)
    role(world, "sales")["responsibilities"].append(
        {**pricing, "with": {"pm": "C", "support": "I"}, "area": "Money"}
    )
    role(world, "sales")["responsibilities"].append({"name": "Help Desk", "letters": "A"})
    role(world)["responsibilities"].append({"name": "Discounts"})
    work(world, "Roadmap").update(
        {"name": "Plan", "aliases": ["Roadmap"], "with": {"sales": "C", "support": "I"}}
    )
    work(world, "Campaigns", "marketing")["name"] = "Ads and Campaigns"
    overlap(world, "fairs")["work"][1] = "Ads and Campaigns"
    overlap(world, "open-point").update(
        work=["Plan"], agreement={"accountable": "pm", "because": "One has to.", "review": "2027-01-01"}
    )
    agreement(world)["review"] = "2027-07-15"
    world["overlaps"].pop("one-thing")
    world["overlaps"]["rebates"] = {
        "name": "Rebates",
        "sides": {"pm": "As few as can be.", "sales": "What it takes."},
        "tension": "Margin, or the deal?",
    }
    world["roles"]["finance"] = {"name": "Finance", "people": ["Eva"], "reports_to": "ceo"}
    role(world).update(
        name="Head of Product", aliases=["PM", "Product Manager"], people=["Dora"], summary="Other."
    )
    role(world, "support").update(contact="#help", reports_to="cpo")
    return world


def text_of(world: World) -> str:
    """Return an ownership file."""
    return yaml.safe_dump(world, sort_keys=False, allow_unicode=True)


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with the house on main, and the busy month on a branch, and here."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    repo.commit_files({"raci.toml": 'data = ["own/"]\n', "own/house.yaml": text_of(house())}, "The house")
    repo.git("switch", "--quiet", "--create", "month")
    repo.commit_files({"own/house.yaml": text_of(reorganised())}, "A busy month")
    return repo


@pytest.mark.parametrize(("format_", "ending"), FORMS)
def test_a_busy_month_in_each_format(
    format_: str, ending: str, repo: Repo, raci: RunRaci, golden: Golden
) -> None:
    """From main to the branch, byte for byte."""
    ran = raci("diff", "main", "month", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "diff", f"month.{ending}")


def test_every_change_on_a_terminal(
    repo: Repo, raci: RunRaci, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At first what a screen has room for; with --all every change, texts as well."""
    monkeypatch.setattr("raci.cli.answering.width", lambda _: 80)
    first, full = raci("diff", "main"), raci("diff", "main", "--all")
    golden(first.out, "diff", "month-80.txt")
    golden(full.out, "diff", "month-all-80.txt")
    assert all(len(line) <= 80 for line in full.out.splitlines())


def test_the_json_is_what_its_schema_says(repo: Repo, raci: RunRaci) -> None:
    """Ids and names, places on both sides, and what was and is."""
    answer = json.loads(raci("diff", "main", "--json").out)
    jsonschema.validate(answer, SCHEMA)
    assert answer["before"] == "main"
    assert answer["count"] == len(answer["changes"])
    moved = answer["changes"][0]
    assert moved["kind"] == "accountable-moved"
    assert moved["sentence"] == (
        "Pricing: accountable moved from Head of Product to Sales; Head of Product is now consulted"
    )
    assert (moved["before"]["value"], moved["after"]["value"]) == (["pm"], ["sales"])
    for state in (moved["before"], moved["after"]):
        revision, _, path = state["file"].rpartition(":")
        text = repo.git("show", f"main:{path}") if revision else Path(path).read_text("utf-8")
        assert text.splitlines()[state["line"] - 1].strip() == "letters: AR"


def test_the_csv_has_a_row_for_each_change(repo: Repo, raci: RunRaci) -> None:
    """Texts as well."""
    answer = json.loads(raci("diff", "main", "--json").out)
    rows = list(csv.DictReader(StringIO(raci("diff", "main", "--format", "csv").out)))
    assert [row["kind"] for row in rows] == [each["kind"] for each in answer["changes"]]


def test_nothing_changed(repo: Repo, raci: RunRaci, golden: Golden) -> None:
    """From HEAD to here; also where all stands in other files and another order."""
    assert raci("diff").out == "Nothing changed in meaning from HEAD to the files as they lie here.\n"
    world = reorganised()
    overlaps = {"version": 1, "overlaps": dict(reversed(world.pop("overlaps").items()))}
    world["roles"] = dict(reversed(world["roles"].items()))
    write_files(repo.folder, {"own/house.yaml": text_of(world), "own/overlaps.yaml": text_of(overlaps)})
    ran = raci("diff", "--exit-code")
    assert (ran.code, ran.out.partition(" from")[0]) == (0, "Nothing changed in meaning")
    golden(raci("diff", "--json").out, "diff", "nothing.json")
    golden(raci("diff", "--format", "markdown").out, "diff", "nothing.md")
    assert raci("diff", "--format", "csv").out.count("\n") == 1


def test_exit_codes(repo: Repo, raci: RunRaci) -> None:
    """An answer is 0; with --exit-code a change is 1; a side that cannot be read is 2, and never an answer."""
    assert raci("diff", "main").code == 0
    assert raci("diff", "main", "--exit-code").code == 1
    assert raci("diff", "HEAD", "--exit-code").code == 0
    for sides in (("nope",), ("main", "nope"), ("./nope", "main"), ("main..month",)):
        ran = raci("diff", *sides, "--exit-code")
        assert (ran.code, ran.out) == (2, "")


def test_what_is_both_is_the_revision(repo: Repo, raci: RunRaci) -> None:
    """./NAME is the path."""
    write_files(repo.folder, {"main": text_of(reorganised())})
    assert "Nothing changed" not in raci("diff", "main").out
    assert raci("diff", "./main").out.startswith("Nothing changed in meaning from main to")


def test_three_dots_are_from_where_they_parted(repo: Repo, raci: RunRaci) -> None:
    """What main got in the meantime is not of the branch."""
    start = repo.git("rev-parse", "main")
    repo.git("switch", "--quiet", "main")
    repo.commit_files({"own/more.yaml": "version: 1\nroles: {cfo: {name: Chief Financial Officer}}\n"})
    two, three = raci("diff", "main", "month").out, raci("diff", "main...month").out
    assert "Chief Financial Officer" in raci("diff", "main", "month", "--all").out
    assert "Chief Financial Officer" not in raci("diff", "main...month", "--all").out
    assert two != three
    assert f"from {start[:12]} (where main and month parted) to month" in three


def test_paths_are_compared_as_revisions_are(repo: Repo, raci: RunRaci) -> None:
    """A file, a folder, and a revision on the other side."""
    write_files(repo.folder, {"old/house.yaml": text_of(house())})
    told = json.loads(raci("diff", "main", "month", "--json").out)["changes"]
    for sides in (("old/", "own"), ("old/house.yaml", "own/house.yaml"), ("./old", "month"), ("main", "own")):
        found = json.loads(raci("diff", *sides, "--json").out)["changes"]
        assert [each["sentence"] for each in found] == [each["sentence"] for each in told]


def test_a_table_is_compared_by_its_letters(repo: Repo, raci: RunRaci) -> None:
    """A matrix that was changed in a spreadsheet: roles are known by any of their names, cells by their places."""
    rows = ["Area,Activity,Head of Product,Sales,Marketing,Support"]
    for entry in json.loads(raci("matrix", "--json").out)["rows"]:
        held = [entry["letters"].get(each, "") for each in ("pm", "sales", "marketing", "support")]
        if any(held):
            rows.append(",".join((entry["area"] or "", entry["name"], *held)))
    write_files(
        repo.folder,
        {"same.csv": "\n".join(rows), "new.csv": "\n".join(rows).replace("Plan,AR,C", "Plan,C,AR")},
    )
    assert raci("diff", "same.csv").out.startswith("Nothing changed in meaning from same.csv to")
    ran = raci("diff", "month", "new.csv")
    assert re.search(r"Plan +accountable moved from Head of Product to Sales; .* \(new\.csv:\d+\)", ran.out)
    assert "A table says which roles hold which letters" in ran.out
    assert "Head of Product (Dora, #product): no longer accountable" in ran.out
    back = raci("diff", "new.csv", "month").out
    assert "Head of Product (Dora, #product): now accountable" in back
    write_files(repo.folder, {"none.csv": "a,b\n1,2\n"})
    assert (
        raci("diff", "none.csv").err
        == "raci: none.csv: there is no matrix in it; raci import says what it found\n"
    )


def test_the_cells_of_a_workbook_are_places(repo: Repo, raci: RunRaci) -> None:
    """Sheet, row and column."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Who does what"
    for row in (("Activity", "PM", "Sales"), ("Pricing", "AR", "C"), ("Contracts", "AR", "C")):
        sheet.append(row)
    workbook.save("m.xlsx")
    found = json.loads(raci("diff", "main", "m.xlsx", "--json").out)
    assert found["letters_only"]
    moved = next(each for each in found["changes"] if each["kind"] == "accountable-moved")
    assert moved["sentence"].startswith("Contracts: accountable moved from Sales to PM")
    assert [moved["after"][key] for key in ("file", "line", "column")] == ["m.xlsx!Who does what", 3, 1]
    gone = next(each for each in found["changes"] if each["kind"] == "role-removed")
    assert gone["before"]["name"] == "Marketing"


OUTSIDE = "Revisions are those of a git repository, and the current folder is in none."


def test_outside_of_a_repository_there_are_paths(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What names none is told with that; without names there is nothing to compare."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder.parent))
    write_files(in_folder, {"old.yaml": text_of(house()), "a...b": text_of(reorganised())})
    assert raci("diff", "old.yaml", "old.yaml").code == 0
    assert raci("diff", "a...b", "--data", "old.yaml").out.startswith("19 changes from a...b to")
    assert raci("diff").err == f"raci: {OUTSIDE} Name two files or folders to compare.\n"
    assert raci("diff", "x", "y").err == f"raci: x: there is no such file or folder. {OUTSIDE}\n"
    assert raci("diff", "x...y").err == f"raci: {OUTSIDE}\n"
    assert raci("diff", "old.yaml").err == (
        "raci: the files as they lie here: none are named; name them with --data, or two paths to compare\n"
    )


def test_what_names_nothing_is_told_with_what_to_do(repo: Repo, raci: RunRaci) -> None:
    """Neither a revision nor a path; a range of git; one that has no files yet."""
    assert raci("diff", "mian").err == (
        'raci: mian: there is no such revision, file or folder. Did you mean "main"?\n'
    )
    told = raci("diff", "HEAD:own").err
    assert told.endswith(
        "is a folder, not a commit, branch or tag. To read it from there: --at HEAD --data own\n"
    )
    ran = raci("diff", "main..month")
    assert ran.err.endswith("To compare the two: raci diff main month\n")
    assert raci("diff", "mian...month").code == 2
    repo.commit_files({"later/x.yaml": text_of(house())})
    ran = raci("diff", "main", "--data", "later")
    assert (ran.code, ran.err) == (0, "main has no ownership files: it is compared as nothing.\n")
    assert raci("diff", "main", "HEAD~1", "--data", "later").err == (
        "raci: main:later: there is no such file or folder at this revision\n"
        "HEAD~1:later: there is no such file or folder at this revision\n"
    )


def test_what_raci_writes_is_told_as_what_it_was(repo: Repo, raci: RunRaci) -> None:
    """A name that was changed in all files, a word that was taught, a decision."""

    def told(*command: str) -> list[str]:
        assert raci(*command).code == 0
        found = json.loads(raci("diff", "--json").out)["changes"]
        repo.git("checkout", "--quiet", "--", ".")
        return [each["sentence"] for each in found]

    assert told("rename", "Pricing", "Price Policy") == ["Price Policy: renamed from Pricing"]
    assert told("rename", "Head of Product", "Product") == ["Product: renamed from Head of Product"]
    assert told("rename", "Rebates", "Discount Policy") == ["Discount Policy: renamed from Rebates"]
    assert told("alias", "dear or cheap", "Pricing") == [
        'Pricing: aliases with "dear or cheap", on the list of Sales'
    ]
    assert told("settle", "Help Desk", "--accountable", "Support", "--because", "They answer.") == [
        "Help Desk: no longer contested: Support is accountable, of Sales and Support; Sales is now consulted",
        "Help Desk: new overlap; it is settled",
    ]


def test_a_side_with_mistakes_is_told_by_its_name(repo: Repo, raci: RunRaci) -> None:
    """Half of what a file says might name the wrong owner: there is no answer."""
    repo.commit_files({"own/bad.yaml": "version: 1\nroles: {x: {name: X, reports_to: nobody}}\n"})
    ran = raci("diff", "month", "main")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "raci: month cannot be compared:"
    assert "month:own/bad.yaml:2:34" in ran.err


def test_errors_that_came_and_went_are_counted(repo: Repo, raci: RunRaci) -> None:
    """By rule; one that only moved to another place, or whose work was renamed, is neither."""
    write_files(repo.folder, {"old.yaml": text_of(house()), "new.yaml": text_of(reorganised())})
    ran = raci("diff", "old.yaml", "new.yaml")
    assert "raci lint: 1 new error (RACI202 several-accountable)." in ran.out
    assert (
        "raci lint: 1 mended error (RACI202 several-accountable)." in raci("diff", "new.yaml", "old.yaml").out
    )


def test_what_a_configuration_ignores_is_no_error_on_either_side(repo: Repo, raci: RunRaci) -> None:
    """Patterns are those of files as they lie here, whatever git calls them."""
    repo.commit_files(
        {"raci.toml": 'data = ["own/"]\n[lint.per-file-ignores]\n"own/" = ["several-accountable"]\n'}
    )
    assert "raci lint" not in raci("diff", "HEAD").out
    assert "raci lint" not in raci("diff", "main", "HEAD").out
    repo.commit_files({"own/house.yaml": text_of(house())})
    assert "raci lint" not in raci("diff", "HEAD~1").out


def test_what_was_left_out_is_said_of_paths_too(repo: Repo, raci: RunRaci) -> None:
    """It may hide an owner."""
    write_files(repo.folder, {"other/house.yaml": text_of(house()), "other/broken.yaml": "a: [\n"})
    assert "other/broken.yaml" in raci("diff", "./other", "month").err


def test_a_comment_is_never_too_long() -> None:
    """What does not fit is counted, and what is open is closed; the weightiest stay."""
    before, after = house(), house()
    after["roles"]["sales"]["responsibilities"] += [
        {"name": f"Thing {number} {'x' * 150}"} for number in range(1_000)
    ]
    page = markdown.render(changes_between(graph(before), graph(after)))
    assert 50_000 < len(page) <= 65_536
    assert page.startswith("## 1,000 changes from before to after")
    assert page.count("<details>") == page.count("</details>")
    assert re.search(r"\d+ changes left out here: `raci diff --all` shows everything\.", page)


def test_whom_it_concerns_is_not_left_out_of_a_comment_for_changes() -> None:
    """People win over letters; what is left out of both is counted by what it is."""

    def page(roles: int, work: int) -> str:
        given = {f"r{number}": {"name": f"Role {number}"} for number in range(roles)}
        lists = [{"name": f"Thing {number} {'x' * 150}"} for number in range(work)]
        before = {"version": 1, "roles": {"a": {"name": "A", "responsibilities": lists}, **given}}
        after = {"version": 1, "roles": {"a": {"name": "A"}, **given}}
        after["roles"]["a"]["responsibilities"] = [  # type: ignore[index]
            {**each, "with": dict.fromkeys(given, "C")} for each in lists
        ]
        return markdown.render(changes_between(graph(before), graph(after)))

    some = page(40, 20)
    assert all(f"- Role {number}: consulted on" in some for number in range(40))
    assert re.search(r"\n\d+ changes left out here", some)
    assert re.search(r"\n[\d,]+ roles and [\d,]+ changes left out here", page(120, 10))


def test_hostile_texts_act_on_nothing(raci: RunRaci, in_folder: Path) -> None:
    """Whatever names say, the outputs have the shape that plain names give them."""

    def shown(text: str, form: str) -> str:
        world = reorganised()
        role(world, "sales")["name"] = text
        role(world)["people"] = [{"name": text, "contact": text}]
        work(world, "Discounts")["name"] = text
        overlap(world, "rebates")["name"] = text
        world["unowned"][0]["because"] = text
        write_files(in_folder, {"old.yaml": text_of(house()), "new.yaml": text_of(world)})
        return raci("diff", "old.yaml", "new.yaml", "--all", "--format", form).out

    for form in ("text", "markdown", "html", "csv"):
        plain, nasty = shown("Plain", form), shown(ALL_NASTY, form)
        assert "\x1b" not in nasty
        assert "\u202e" not in nasty
        if form in {"markdown", "html"}:
            assert len(re.findall("<(?!a@)", nasty)) == len(re.findall("<(?!a@)", plain))
            assert nasty.count("\n") == plain.count("\n")
        assert "<script" not in nasty or form in {"text", "csv"}


def test_a_revision_without_ownership_files_is_compared_as_nothing(repo: Repo, raci: RunRaci) -> None:
    """The change that brings the first files, and the one that takes the last away, are told as what they are."""
    repo.git("rm", "-q", "-r", "raci.toml", "own")
    repo.commit("Nothing left")
    for sides, kind in ((("HEAD", "main"), "work-added"), (("main", "HEAD"), "work-removed")):
        ran = raci("diff", *sides, "--json")
        assert ran.code == 0
        assert "HEAD has no ownership files" in ran.err
        kinds = {each["kind"] for each in json.loads(ran.out)["changes"]}
        assert kind in kinds
        assert "scheme-changed" not in kinds
    repo.commit("Still nothing")
    ran = raci("diff", "HEAD~1", "HEAD")
    assert (ran.code, ran.out) == (2, "")


def test_a_commit_is_named_by_the_beginning_of_its_id(repo: Repo, raci: RunRaci) -> None:
    """As a pull request names its base; where the other contains it, that is where the two parted."""
    commit = repo.git("rev-parse", "main")
    told = raci("diff", f"{commit}...month").out.partition(":")[0]
    assert told == f"19 changes from {commit[:12]} to month"
    assert raci("diff", commit, "month").out.partition(":")[0] == told


@pytest.mark.usefixtures("repo")
def test_policies_add_up(raci: RunRaci) -> None:
    """However they are written: none is lost."""
    for words in (
        ("--fail-on", "contested,agreement-ended"),
        ("--fail-on", "contested", "--fail-on", "agreement-ended"),
    ):
        ran = raci("diff", "main", "month", *words)
        assert (ran.code, ran.err.count("contested: Help Desk:")) == (1, 1)
