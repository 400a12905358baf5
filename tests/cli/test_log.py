"""raci log: what each commit changed, since when work is whose; in real repositories."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from conftest import PROJECT, WORDS_AND_RECORDS, Golden, RunRaci
from repositories import Repo

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA: dict[str, Any] = json.loads((PROJECT / "docs/json/log.schema.json").read_text("utf-8"))
CONFIG = 'data = ["own/"]\n'


def role(name: str, *works: str) -> str:
    """Return a file with a role and what it lists, each as the text of an entry."""
    id_ = name.lower().replace(" ", "-")
    listed = "".join(f"      - {{{work}}}\n" for work in works)
    return f"version: 1\nroles:\n  {id_}:\n    name: {name}\n" + (
        f"    responsibilities:\n{listed}" if works else ""
    )


MENU, WINE = "name: Menu, letters: A", "name: Wine, letters: A"


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with a kitchen, whose menu moves and is renamed."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    repo.commit_files(
        {"raci.toml": CONFIG, "own/cook.yaml": role("Cook", MENU), "own/buyer.yaml": role("Buyer", WINE)},
        "Say who owns what",
    )
    repo.commit_files({"notes.txt": "x"}, "Take notes")
    repo.commit_files({"own/cook.yaml": f"# ours\n{role('Cook', MENU)}"}, "Add a comment")
    repo.commit_files(
        {"own/cook.yaml": role("Cook"), "own/buyer.yaml": role("Buyer", WINE, MENU)},
        "Give the menu to the buyer",
    )
    repo.commit_files(
        {
            "own/buyer.yaml": role(
                "Buyer", WINE, "name: Menu Card, aliases: [Menu], letters: A, summary: What guests get."
            )
        },
        "Call it menu card",
    )
    return repo


def subjects(raci: RunRaci, *arguments: str) -> list[str]:
    """Return the first lines of the commits that are told."""
    ran = raci("log", *arguments, "--json")
    assert (ran.code, ran.err) == (0, "")
    return [each["commit"]["subject"] for each in json.loads(ran.out)["entries"]]


@pytest.mark.parametrize(("format_", "ending"), [*WORDS_AND_RECORDS, ("html", "html")])
@pytest.mark.usefixtures("repo")
def test_a_history_in_each_format(format_: str, ending: str, raci: RunRaci, golden: Golden) -> None:
    """Byte for byte; commits that changed no meaning are not told."""
    ran = raci("log", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "log", f"kitchen.{ending}")


@pytest.mark.parametrize(
    ("words", "name"), [("menu card", "menu-card"), ("buyer", "buyer"), ("wine", "wine")]
)
@pytest.mark.usefixtures("repo")
def test_a_subject(words: str, name: str, raci: RunRaci, golden: Golden) -> None:
    """Since when, and why; through its renaming."""
    ran = raci("log", *words.split())
    assert (ran.code, ran.err) == (0, "")
    golden(ran.out, "log", f"{name}.txt")


def test_the_json_is_what_its_schema_says(repo: Repo, raci: RunRaci) -> None:
    """Places are those of the file as of the commit."""
    answer = json.loads(raci("log", "menu", "--json").out)
    jsonschema.validate(answer, SCHEMA)
    (since,) = answer["since"]
    assert (since["accountable"], since["commit"]["subject"]) == (["buyer"], "Give the menu to the buyer")
    moved = next(
        each for each in answer["entries"] if each["commit"]["subject"] == since["commit"]["subject"]
    )
    (change,) = (each for each in moved["changes"] if each["kind"] == "accountable-moved")
    text = repo.git("show", f"{moved['commit']['id']}:{change['after']['file']}")
    assert "Menu" in text.splitlines()[change["after"]["line"] - 1]


@pytest.mark.usefixtures("repo")
def test_nothing_is_like_the_subject(raci: RunRaci) -> None:
    """That is a negative answer; it may have been there at an older revision."""
    assert raci("log", "quantum").code == 1
    assert subjects(raci, "menu", "--at", "HEAD~1")[0] == "Give the menu to the buyer"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), ["Call it menu card", "Give the menu to the buyer", "Say who owns what"]),
        (("-n", "1"), ["Call it menu card"]),
        (("--since", "2026-03-04"), ["Call it menu card", "Give the menu to the buyer"]),
        (("--until", "2026-03-04"), ["Give the menu to the buyer", "Say who owns what"]),
        (("--since", "2026-03-02", "--until", "2026-03-03"), []),
        (("--at", "HEAD~2"), ["Say who owns what"]),
    ],
)
@pytest.mark.usefixtures("repo")
def test_which_commits(options: Sequence[str], told: list[str], raci: RunRaci) -> None:
    """Those of some days, at most so many, up to a revision."""
    assert subjects(raci, *options) == told


@pytest.mark.usefixtures("repo")
def test_that_there_are_more_is_said(raci: RunRaci) -> None:
    """With how to see them; not where the last was told."""
    assert "-n 4 shows more" in raci("log", "-n", "2").out
    assert "shows more" not in raci("log", "-n", "3").out


def test_files_that_were_elsewhere_are_followed(repo: Repo, raci: RunRaci) -> None:
    """A folder that moved with the configuration, and then one that --data names, and before it a file."""
    everything = subjects(raci)
    repo.git("mv", "own", "ownership")
    repo.commit_files({"raci.toml": 'data = ["ownership/"]\n'}, "Move the folder")
    assert subjects(raci) == everything
    assert subjects(raci, "--data", "ownership") == everything
    repo.git("mv", "ownership/buyer.yaml", "buyer.yaml")
    repo.commit_files({"raci.toml": 'data = ["buyer.yaml"]\n'}, "Only the buyer counts")
    assert subjects(raci, "--data", "buyer.yaml") == everything
    assert subjects(raci) == ["Only the buyer counts", *everything]


def test_a_merge_tells_only_what_it_made_itself(repo: Repo, raci: RunRaci) -> None:
    """Two branches that each give the wine to somebody; joined, it is contested, and no branch had that."""
    repo.git("switch", "-q", "-c", "side", "HEAD~2")
    repo.commit_files({"own/waiter.yaml": role("Waiter", "name: Tables, letters: A")}, "Add the waiter")
    repo.git("switch", "-q", "main")
    repo.commit_files({"own/host.yaml": role("Host", "name: Tables, letters: A")}, "Add the host")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge the side", "side")
    answer = json.loads(raci("log", "--json").out)
    told = {
        each["commit"]["subject"]: [change["kind"] for change in each["changes"]]
        for each in answer["entries"]
    }
    assert told["Merge the side"] == ["contested"]
    assert told["Add the waiter"] == told["Add the host"] == ["work-added", "role-added"]
    assert next(iter(told)) == "Merge the side"


def test_a_merge_that_joins_what_fits_is_not_told(repo: Repo, raci: RunRaci) -> None:
    """What it brings is told with the commits that made it."""
    repo.git("switch", "-q", "-c", "side", "HEAD~2")
    repo.commit_files({"own/waiter.yaml": role("Waiter", "name: Tables, letters: A")}, "Add the waiter")
    repo.git("switch", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge the side", "side")
    found = subjects(raci)
    assert "Merge the side" not in found
    assert "Add the waiter" in found


def test_a_commit_with_mistakes_is_told_and_what_it_changed_comes_with_the_next(
    repo: Repo, raci: RunRaci
) -> None:
    """History cannot be mended, and is read around."""
    good = role("Buyer", WINE, "name: Menu Card, aliases: [Menu], letters: R, summary: What guests get.")
    repo.commit_files({"own/buyer.yaml": good.replace("letters: R", "letters: [")}, "Break it")
    repo.commit_files({"own/buyer.yaml": good}, "Mend it")
    entries = json.loads(raci("log", "--json").out)["entries"]
    assert [each["commit"]["subject"] for each in entries[:2]] == ["Mend it", "Break it"]
    assert entries[1]["unreadable"].endswith("mistake")
    assert entries[1]["changes"] == []
    assert [each["kind"] for each in entries[0]["changes"]] == ["accountable-lost"]
    assert subjects(raci, "menu")[0] == "Mend it"


def test_a_shallow_clone_says_that_it_knows_no_more(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it seems to begin with is no news."""
    clone = repo.folder.with_name("clone")
    repo.git("clone", "-q", "--depth=2", f"file://{repo.folder}", str(clone))
    monkeypatch.chdir(clone)
    ran = raci("log")
    assert (ran.code, ran.err) == (0, "")
    assert "Call it menu card" in ran.out
    assert "Give the menu" not in ran.out
    assert "git fetch --unshallow" in ran.out


def test_dates_that_were_written_anew_do_not_change_the_order(repo: Repo, raci: RunRaci) -> None:
    """A commit comes before those that it was made on, whatever their dates say."""
    repo.commit_files({"own/cook.yaml": role("Cook", "name: Stock, letters: A")}, "Add the stock")
    repo.git("commit", "-q", "--amend", "--no-edit", GIT_COMMITTER_DATE="2001-01-01T00:00:00+00:00")
    assert subjects(raci)[:2] == ["Add the stock", "Call it menu card"]


@pytest.mark.usefixtures("repo")
def test_nothing_to_read_is_no_answer(
    raci: RunRaci, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No repository, no such revision, no such day, nothing that ever named files."""
    assert raci("log", "--at", "nowhere").code == 2
    assert raci("log", "--since", "yesterday").code == 2
    monkeypatch.chdir(in_folder)
    assert raci("log").code == 2
    empty = Repo.new(in_folder / "empty")
    empty.commit("Begin")
    monkeypatch.chdir(empty.folder)
    ran = raci("log")
    assert (ran.code, "--data" in ran.err) == (2, True)


def test_where_the_command_is_run_does_not_matter(
    repo: Repo, raci: RunRaci, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of the repository, or beside it; the files may be all that the repository has."""
    everything = subjects(raci)
    repo.commit_files({"deep/down/note.txt": "x"}, "Take another note")
    monkeypatch.chdir(repo.folder / "deep/down")
    assert subjects(raci) == everything
    assert subjects(raci, "--data", "../../own") == everything
    monkeypatch.chdir(repo.folder.parent)
    assert subjects(raci, "--data", "repo") == everything
    assert subjects(raci, "--data", "repo/own/*.yaml") == everything


def test_a_change_behind_a_link_is_told(repo: Repo, raci: RunRaci) -> None:
    """Git notes it at what the link leads to."""
    (repo.folder / "own/bar.yaml").symlink_to("../real/bar.yaml")
    repo.commit_files({"real/bar.yaml": role("Barkeeper", "name: Bar, letters: A")}, "Open a bar")
    repo.commit_files(
        {"real/bar.yaml": role("Barkeeper", "name: Bar, letters: R")}, "Leave the bar to nobody"
    )
    assert subjects(raci)[:2] == ["Leave the bar to nobody", "Open a bar"]


def test_files_that_no_configuration_named_at_first(repo: Repo, raci: RunRaci) -> None:
    """They were there, and say since when."""
    everything = subjects(raci)
    repo.git("mv", "raci.toml", "away.toml")
    repo.commit("Without a configuration")
    repo.git("mv", "away.toml", "raci.toml")
    repo.commit("With one again")
    assert subjects(raci) == everything


def test_what_is_gone_is_told_with_how_to_ask_for_it(repo: Repo, raci: RunRaci) -> None:
    """Work, and then the whole register."""
    repo.commit_files({"own/buyer.yaml": role("Buyer", WINE)}, "Without a menu")
    ran = raci("log", "menu card")
    day, commit = "2026-03-06", repo.git("rev-parse", "HEAD")[:12]
    assert (ran.code, ran.err) == (1, f'It was there until {day}: raci log menu card --at "{commit}~1"\n')
    assert raci("log", "menu", "card", "--at", f"{commit}~1").out.startswith(
        "Menu Card: Buyer is accountable"
    )
    repo.git("rm", "-q", "-r", "own")
    repo.commit("Give up")
    assert subjects(raci)[:2] == ["Give up", "Without a menu"]
    repo.git("rm", "-q", "raci.toml")
    repo.commit("Give up wholly")
    assert subjects(raci)[0] == "Give up"


def test_that_nobody_owns_it_on_purpose_has_its_day(repo: Repo, raci: RunRaci) -> None:
    """That was a decision as well."""
    repo.commit_files({"own/buyer.yaml": role("Buyer", "name: Wine, letters: R")}, "Nobody has time")
    unowned = "unowned:\n  - {name: Wine, because: No time.}\n"
    repo.commit_files({"own/buyer.yaml": role("Buyer", "name: Wine, letters: R") + unowned}, "Say so")
    assert raci("log", "wine").out.startswith(
        'Wine: nobody owns it, on purpose, since 2026-03-07, "Say so" ('
    )


def test_a_change_came_on_the_day_of_its_merge(repo: Repo, raci: RunRaci) -> None:
    """What was made on a branch did not hold before."""
    repo.git("switch", "-q", "-c", "side")
    repo.commit_files(
        {"own/cook.yaml": role("Cook", WINE), "own/buyer.yaml": role("Buyer")}, "Give the wine to the cook"
    )
    repo.git("switch", "-q", "main")
    repo.commit_files({"notes.txt": "y"}, "Take more notes")
    repo.day = 20
    repo.git("merge", "-q", "--no-ff", "-m", "Merge the side", "side")
    ran = raci("log", "wine")
    assert ran.out.startswith('Wine: Cook is accountable since 2026-03-20, "Give the wine to the cook" (')
    assert "Ana, made on 2026-03-06 and merged then)" in ran.out


@pytest.mark.usefixtures("repo")
def test_of_texts_only_the_names_are_told_at_first(raci: RunRaci) -> None:
    """They would hide what matters; --all has them."""
    assert "  Texts      Menu Card\n" in raci("log").out
    assert "Menu Card  renamed from Menu (own/buyer.yaml:7)\n             " in raci("log", "--all").out


def test_changes_add_up(repo: Repo, raci: RunRaci) -> None:
    """Those of each commit are, together, those from before the first to the last: each a change of its own."""
    names = [f"Thing {number}" for number in range(12)]
    start = role("Keeper", *(f"name: {name}, letters: A" for name in names))
    repo.commit_files({"own/keeper.yaml": start}, "Begin")
    begin = repo.git("rev-parse", "HEAD")
    text = start
    for number, name in enumerate(names):
        old = f"{{name: {name}, letters: A}}"
        new = (
            f"{{name: {name}, letters: R}}",
            f"{{name: Other {number}, id: thing-{number}, letters: A}}",
            f"{{name: {name}, letters: A, with: {{cook: C}}}}",
            f"{{name: {name}, letters: A, area: Cellar}}",
        )[number % 4]
        text = text.replace(old, new)
        repo.commit_files({"own/keeper.yaml": text}, f"Change {number}")
    told = json.loads(raci("log", "-n", "100", "--json").out)["entries"]
    summed = [(each["kind"], each["after"]["id"]) for entry in told[:12] for each in entry["changes"]]
    whole = json.loads(raci("diff", begin, "--json").out)["changes"]
    assert sorted(summed) == sorted((each["kind"], each["after"]["id"]) for each in whole)
    assert len(summed) == 12


def test_a_message_acts_on_nothing(repo: Repo, raci: RunRaci) -> None:
    """Whoever may commit may write anything as its first line, and as a name."""
    told = "\x1b[31mred ](javascript:alert(1)) <script> @everyone | =1+1"
    repo.commit_files({"own/cook.yaml": role("Cook", "name: Bar, letters: A")})
    repo.git("commit", "-q", "--amend", "-m", told, "--author", f"=x {told} <x@example.org>")
    for form in ("text", "markdown", "html", "csv", "json"):
        ran = raci("log", "-n", "1", "--format", form)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "<script>" not in ran.out or form in ("text", "csv", "json")
        if form == "markdown":
            assert "](javascript" not in ran.out.replace("\\]", "")
        if form == "csv":
            assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(ran.out)) for cell in row)
