"""raci settle, as its users run it."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.loading.load import read_files

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from conftest import Golden

KITCHEN = {
    "k/roles.yaml": """
        version: 1
        roles:
          head-chef:
            name: Head Chef
            aliases: [chef]
            reports_to: owner
            responsibilities:
              - {name: Allergen Checks, aliases: [allergen control]}
              - name: Wine Pairing
            deliverables:
              - name: Menu   # the paper at the door
              - name: Order Sheet
          buyer:
            name: Buyer
            reports_to: owner
            responsibilities:
              - name: Allergen Control
            deliverables:
              - name: Menu
              - name: Order Sheet
          owner: {name: "Owner: all"}
        """,
    "k/overlaps.yaml": """
        version: 1
        overlaps:
          what-is-bought:
            name: What Is Bought
            tension: Good, or cheap?
            work: [Order Sheet, Wine Pairing]
            source: House rules
        """,
}


@pytest.fixture
def kitchen(in_folder: Path) -> Path:
    """Work beside a kitchen's files."""
    write_files(in_folder, KITCHEN)
    return in_folder


def added(diff: str) -> str:
    """Return the lines of a diff that come new, and those that go with a sign."""
    lines = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return "\n".join(line.removeprefix("+") for line in lines)


def test_a_duplicate_gets_an_overlap(raci: RunRaci, kitchen: Path) -> None:
    """In the file that has overlaps, by names or ids as the files do; the new answer follows."""
    before = kitchen.joinpath("k/overlaps.yaml").read_text("utf-8")
    ran = raci("settle", "menu", "--accountable", "chef", "--because", "It's: food.", "--data", "k")
    assert ran.code == 0
    assert ran.out.startswith(
        "Wrote k/overlaps.yaml: +5 -0 lines.\n\nBuyer and Head Chef both list Menu (settled)"
    )
    assert kitchen.joinpath("k/overlaps.yaml").read_text("utf-8") == before + (
        "  menu:\n    work: [Menu]\n    agreement:\n      accountable: head-chef\n"
        '      because: "It\'s: food."\n'
    )
    assert "Head Chef is accountable for Menu" in raci("who-owns", "menu", "--data", "k").out


def test_the_diff_is_shown_and_nothing_written(raci: RunRaci, kitchen: Path) -> None:
    """Exit code 1 where there would be a change, 0 where there is none."""
    decision = ("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k")
    before = {path: path.read_bytes() for path in kitchen.rglob("*.yaml")}
    assert raci(*decision, "--diff").code == 1
    assert {path: path.read_bytes() for path in kitchen.rglob("*.yaml")} == before
    assert raci(*decision).code == 0
    assert raci(*decision, "--diff") == raci("settle", "menu", *decision[2:], "--diff")
    ran = raci(*decision, "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert raci(*decision).out == "Nothing to change.\n"


def test_an_area_gets_its_agreement(raci: RunRaci, kitchen: Path) -> None:
    """Before what stands behind the work; with roles for pieces of it, path and days."""
    ran = raci(
        *("settle", "what is bought", "--accountable", "Order Sheet=buyer", "--because", "Costs."),
        *("--escalation", "Owner: all, a mediator", "--decided", "2026-01-15", "--review", "2026-07-15"),
        *("--data", "k", "--diff"),
    )
    assert added(ran.out) == (
        "    agreement:\n      accountable:\n        Order Sheet: buyer\n      because: Costs.\n"
        "      escalation: [owner, a mediator]\n      decided: 2026-01-15\n      review: 2026-07-15"
    )
    assert ran.out.index("+    agreement") < ran.out.index("source: House rules")


def test_a_piece_of_an_area(raci: RunRaci, kitchen: Path) -> None:
    """Work that an area covers beside other work is named outright; more pieces are added, the reason stays."""
    raci("settle", "order sheet", "--accountable", "buyer", "--because", "Costs.", "--data", "k")
    ran = raci("settle", "wine pairing", "--accountable", "buyer", "--diff", "--data", "k")
    assert added(ran.out) == "        Wine Pairing: buyer"


def test_what_is_settled_is_not_replaced_unasked(raci: RunRaci, kitchen: Path) -> None:
    """Exit code 2 names what stands there; with --replace the old days go."""
    raci(
        "settle",
        "menu",
        "--accountable",
        "chef",
        "--because",
        "Food.",
        "--decided",
        "2026-01-01",
        "--data",
        "k",
    )
    other = ("settle", "menu", "--accountable", "buyer", "--because", "Costs.", "--data", "k")
    ran = raci(*other)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == 'raci: "Menu" is settled already: Head Chef, because: Food. Say --replace to put this in its place.\n'
    )
    assert added(raci(*other, "--replace", "--diff").out) == (
        "-      accountable: head-chef\n-      because: Food.\n-      decided: 2026-01-01\n"
        "      accountable: buyer\n      because: Costs."
    )


@pytest.mark.parametrize(
    ("options", "there"),
    [
        (["--escalation", "buyer"], ", escalation: Owner: all, a mediator"),
        (["--decided", "2026-01-03"], ", decided: 2026-01-02"),
        (["--review", "2027-01-02"], ", review: 2026-07-02"),
        (["--because", "Taste.", "--review", "2027-01-02"], ", review: 2026-07-02"),
        (["--because", "Taste."], None),
    ],
)
def test_each_field_is_replaced_only_on_purpose(
    options: list[str], there: str | None, raci: RunRaci, kitchen: Path
) -> None:
    """What an agreement has is told with the rest of it; the same in another spelling is no change."""
    settled = ("settle", "menu", "--accountable", "chef", "--data", "k")
    raci(
        *(*settled, "--because", "Food.", "--escalation", "Owner: all, a mediator"),
        *("--decided", "2026-01-02", "--review", "2026-07-02"),
    )
    ran = raci(*settled, *options)
    way = ", or leave out --because to keep that reason." if there is None else "."
    assert (ran.code, ran.err) == (
        2,
        f'raci: "Menu" is settled already: Head Chef, because: Food.{there or ""}'
        f"{'.' if there else ''} Say --replace to put this in its place{way}\n",
    )
    assert raci(*settled, *options, "--replace", "--diff").code == 1
    assert raci(*settled, "--escalation", "owner,a mediator", "--decided", "2026-01-02", "--diff").code == 0


def test_what_comes_new_replaces_nothing(raci: RunRaci, kitchen: Path) -> None:
    """A field that is not there yet is added, and so is a reason why names are one."""
    settled = ("settle", "menu", "--accountable", "chef", "--data", "k")
    raci(*settled, "--because", "Food.")
    ran = raci(*settled, "--escalation", "owner; a mediator", "--review", "2026-07-02", "--diff")
    assert added(ran.out) == "      escalation: [owner, a mediator]\n      review: 2026-07-02"
    pair = ("settle", "allergen checks", "--same", "allergen control", "--data", "k")
    raci(*pair)
    assert added(raci(*pair, "--because", "Yes.", "--diff").out) == "    because: Yes."


def test_a_review_before_the_decision(raci: RunRaci, kitchen: Path) -> None:
    """It is refused, also against the day that is there already."""
    settled = ("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k")
    ran = raci(*settled, "--decided", "2026-02-01", "--review", "2026-01-01")
    told = "raci: The review, 2026-01-01, is before the day it was decided, 2026-02-01.\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert raci(*settled, "--decided", "2026-02-01").code == 0
    ran = raci(*settled, "--review", "2026-01-01")
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_what_lint_will_say(raci: RunRaci, kitchen: Path) -> None:
    """What comes new by the change is told; what was there before is not, and -q keeps it off."""
    settled = ("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k", "--diff")
    assert raci(*settled).err == (
        "raci lint will say: k/overlaps.yaml:11:5: the agreement on Menu names no escalation. Name in "
        "`escalation` whom to turn to, in order. All sides report to Owner: all.\n"
    )
    assert raci(*settled, "--quiet").err == ""
    assert raci(*settled, "--escalation", "Owner: all").err == ""
    kitchen.joinpath("raci.toml").write_text('[lint]\nignore = ["no-escalation"]\n', "utf-8")
    assert raci(*settled).err == ""


def test_letters_of_whoever_decides_now(raci: RunRaci, kitchen: Path) -> None:
    """Beside being accountable they say nothing, and that is told."""
    with kitchen.joinpath("k/overlaps.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  menu:\n    work: [Menu]\n    agreement: {accountable: chef, because: Food., escalation: [owner],"
            " others: {buyer: R, owner: I}}\n"
        )
    terms = ("--accountable", "Buyer", "--because", "Costs.", "--replace")
    assert raci("settle", "menu", *terms, "--diff", "--data", "k").err == (
        "k/overlaps.yaml:11:89: others says nothing of buyer any more, who is accountable.\n"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("menu --accountable head chef --because x", 'menu --accountable "head chef" --because x'),
        ("menu --accountable chef --because it is so", 'menu --accountable chef --because "it is so"'),
        ("menu --because=it is so --accountable chef", 'menu --because "it is so" --accountable chef'),
        ("--because x --accountable head chef menu", '--because x --accountable "head chef" menu'),
        ("allergen checks --and allergen control --distinct x", 'allergen checks --and "allergen control" --distinct x'),
    ],
)  # fmt: skip
def test_what_belongs_in_quotes(typed: str, meant: str, raci: RunRaci, kitchen: Path) -> None:
    """The command is told as it was meant."""
    ran = raci("settle", "--data", "k", *typed.split())
    assert (ran.code, ran.err) == (
        2, f"raci: Put what belongs together in quotes: raci settle --data k {meant}\n"
    )  # fmt: skip
    assert raci(*shlex.split(ran.err.partition("raci settle")[2].join(["settle", " --diff"]))).code == 1


def test_an_area_that_covers_all_that_words_may_mean(raci: RunRaci, in_folder: Path) -> None:
    """It is one of the things to choose from."""
    assert raci("init", "--example").code == 0, in_folder
    assert raci("settle", "messaging", "positioning", "branding", "--as-is", "--because", "x").err == (
        'raci: "messaging positioning branding" may be "Product Positioning", "Messaging Guidelines", '
        '"Messaging, Positioning, and Branding". Write one of these names.\n'
    )


def test_as_it_stands(raci: RunRaci, kitchen: Path) -> None:
    """Each piece keeps its role, --accountable is for the rest, and where there is none it has to be said."""
    terms = ("--as-is", "--because", "So.", "--escalation", "owner", "--data", "k", "--diff")
    ran = raci("settle", "what is bought", *terms)
    left = "No one role is accountable for Order Sheet today: say it with --accountable as well.\n"
    assert (ran.code, ran.err) == (1, left)
    said = "        Order Sheet: buyer\n        Wine Pairing: head-chef\n      because: So.\n      escalation: [owner]"
    ran = raci("settle", "what is bought", "--accountable", "buyer", *terms)
    assert added(ran.out) == f"    agreement:\n      accountable:\n{said}"
    ran = raci("settle", "menu", *terms)
    assert (ran.code, ran.err) == (
        2, "raci: No one role is accountable for Menu today; say --accountable ROLE.\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(
            ["menu"], "What was decided? Say --accountable ROLE --because TEXT, or --distinct TEXT, or --same NAME.",
            id="nothing",
        ),
        pytest.param(
            ["menu", "--accountable", "chef"],
            "Why was it settled this way? Without a reason nothing is settled. Say --because TEXT.", id="no reason",
        ),
        pytest.param(["menu", "--accountable", "chef", "--because", "..."],
                     'The reason is "...", which says nothing.', id="a placeholder"),
        pytest.param(["menu", "--accountable", "chief", "--because", "x"],
                     '"chief" is no role. Did you mean "Head Chef"?', id="a role that nobody knows"),
        pytest.param(["menu", "--accountable", "Menus=chef", "--because", "x"],
                     '"Menus" is no work. Did you mean "Menu"?', id="work that nobody knows"),
        pytest.param(["menu", "--accountable", "chef", "--because", "x", "--review", "2026-02-30"],
                     '--review is "2026-02-30"; write a day as 2026-01-31.', id="no day"),
        pytest.param(["menu", "--accountable", "chef", "--distinct", "x"],
                     "--accountable and --distinct are different decisions; say one of them.", id="two decisions"),
        pytest.param(["bicycle", "--distinct", "x"], 'Neither work nor an overlap is called "bicycle". raci overlaps lists what there is to settle.', id="nowhere"),
        pytest.param(["buyer", "--distinct", "x"],
                     '"buyer" is the role Buyer. Name an overlap or a piece of work.', id="a role"),
        pytest.param(["menu", "--distinct", "x"], 'Nothing looks like "Menu". Name the other work with --and.',
                     id="no other name"),
        pytest.param(["menu", "--distinct", "x", "--and", "menu"], '--and names "Menu" itself.', id="itself"),
        pytest.param(["what is bought", "--distinct", "x"],
                     '"What Is Bought" is an area where roles meet. Whether names differ is said of work: name that.',
                     id="an area"),
        pytest.param(["what is bought", "--accountable", "Menu=chef", "--because", "x"],
                     '"What Is Bought" does not cover Menu. It covers Order Sheet and Wine Pairing.', id="not covered"),
        pytest.param(["menu", "--accountable", "chef", "--because", "\u202ex"],
                     "The reason has a character that nobody sees: \\u202e", id="what nobody sees"),
    ],
)  # fmt: skip
def test_what_makes_no_decision(options: list[str], told: str, raci: RunRaci, kitchen: Path) -> None:
    """In a pipe nobody is asked: exit code 2 says what to give, and nothing is written."""
    before = {path: path.read_bytes() for path in kitchen.rglob("*.yaml")}
    ran = raci("settle", *options, "--data", "k")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: {told}\n")
    assert {path: path.read_bytes() for path in kitchen.rglob("*.yaml")} == before


def test_names_that_look_alike(raci: RunRaci, kitchen: Path) -> None:
    """The other name is found; what was said before is replaced only if somebody says so."""
    pair = ("settle", "allergen checks", "--data", "k")
    assert added(raci(*pair, "--distinct", "One is cooked.", "--diff").out) == (
        "  allergen-checks-and-allergen-control:\n    work: [Allergen Checks, Allergen Control]\n"
        "    distinct: One is cooked."
    )
    raci(*pair, "--distinct", "One is cooked.")
    assert "already says whether they differ" in raci(*pair, "--same", "allergen control").err
    ran = raci(*pair, "--same", "allergen control", "--because", "Yes.", "--replace", "--diff")
    assert added(ran.out) == ("-    distinct: One is cooked.\n    same: Allergen Control\n    because: Yes.")


def test_mistakes_are_refused_before_anything_is_asked(raci: RunRaci, kitchen: Path) -> None:
    """With every finding, and no word about what the command lacks."""
    kitchen.joinpath("k/more.yaml").write_text(
        "version: 1\nroles: {x: {name: X, reports_to: nobody}}\n", "utf-8"
    )
    ran = raci("settle", "menu", "--accountable", "chef", "--because", "x", "--data", "k")
    assert ran.code == 2
    assert ran.err.startswith('k/more.yaml:2:34: "nobody" is no known role')


def test_the_shipped_model_is_not_written(raci: RunRaci, in_folder: Path) -> None:
    """What was not named is not somebody's own."""
    assert not list(in_folder.iterdir())
    ran = raci("settle", "pricing", "--accountable", "PMM", "--because", "x")
    assert (ran.code, ran.out) == (2, "")
    assert "raci init --example makes a copy of your own" in ran.err


def test_no_new_mistake(raci: RunRaci, kitchen: Path) -> None:
    """A second agreement that names another role is an error of the linter, and is not written."""
    write_files(
        kitchen,
        {
            "k/z.yaml": "version: 1\noverlaps:\n  one: {tension: x, work: [Menu], agreement: {accountable: {Menu: buyer}, "
            "because: Costs.}}\n  two: {tension: y, work: [Menu]}\n"
        },
    )
    ran = raci("settle", "two", "--accountable", "Menu=chef", "--because", "Food.", "--data", "k")
    assert ran.code == 2
    assert ran.err.startswith("raci: No file was changed, because then there would be a mistake:\n")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and bytes as on Unix")
def test_a_mark_and_line_ends_stay(raci: RunRaci, kitchen: Path) -> None:
    """A file keeps its byte order mark, its line ends, its missing last one, and what it may be read by."""
    file = kitchen / "k/overlaps.yaml"
    text = file.read_text("utf-8").rstrip("\n").replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    file.chmod(0o640)
    ran = raci("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k")
    assert ran.code == 0
    written = file.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf" + text.encode() + b"\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert not written.endswith(b"\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_changes_in_between(
    raci: RunRaci, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's change is noticed, and stays."""
    file = kitchen / "k/overlaps.yaml"

    def slow(*arguments: object, **options: object) -> object:
        file.write_bytes(file.read_bytes() + b"# mine\n")
        return read_files(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("raci.loading.amending.read_files", slow)
    ran = raci("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k")
    assert ran.code == 2
    assert "somebody changed it in the meantime; no file was changed." in ran.err
    assert file.read_bytes().endswith(b"# mine\n")


@pytest.mark.skipif(os.name == "nt", reason="permissions as on Unix")
def test_a_read_only_file(raci: RunRaci, kitchen: Path) -> None:
    """It is not replaced by one that may be written."""
    file = kitchen / "k/overlaps.yaml"
    before = file.read_bytes()
    file.chmod(0o444)
    ran = raci("settle", "menu", "--accountable", "chef", "--because", "Food.", "--data", "k")
    assert (ran.code, ran.err) == (
        2,
        "raci: k/overlaps.yaml cannot be written: it is read-only; no file was changed.\n",
    )
    assert file.read_bytes() == before


SHIPPED = {
    "settle-open": ("settle", "market trends", "--accountable", "PMM", "--because", "It knows them."),
    "settle-piece": ("settle", "product roadmap", "--accountable", "PMM", "--because", "So.", "--replace"),
    "settle-pair": ("settle", "user testing", "--and", "usability testing", "--distinct", "One has a task."),
    "settle-same": ("settle", "user testing", "--same", "user testing", "--and", "usability testing", "--because", "So."),
    "rename-role": ("rename", "PMM", "Market Lead"),
    "rename-role-id": ("rename", "PMM", "Market Lead", "--id", "--no-alias"),
    "rename-work": ("rename", "product roadmap", "Plan of the Product"),
    "rename-overlap": ("rename", "messaging-positioning-and-branding", "Words and Brand", "--kind", "overlap"),
    "rename-practice": ("rename", "structured-communication", "Talks", "--id"),
    "alias": ("alias", "it's: so", "pricing strategy"),
}  # fmt: skip
STARTER = {
    "starter-settle": ("settle", "release notes", "--accountable", "developer", "--because", "x: y", "--replace"),
    "starter-rename": ("rename", "release notes", "Change Notes"),
    "starter-rename-id": ("rename", "support", "Customer Care", "--id"),
    "starter-alias": ("alias", "notes of changes", "release notes"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "command"), [*SHIPPED.items(), *STARTER.items()])
def test_only_the_lines_that_it_is_about(
    name: str, command: tuple[str, ...], raci: RunRaci, golden: Golden, in_folder: Path
) -> None:
    """The files of `raci init` and the shipped ones: the diff is what people would have written."""
    assert raci("init", *(["--example"] if name in SHIPPED else [])).code == 0
    before = {path: path.read_bytes() for path in in_folder.rglob("*.yaml")}
    ran = raci(*command, "--diff")
    golden(ran.out, "decisions", f"{name}.diff")
    raci("lint", "--fix", "-q")
    assert {path: path.read_bytes() for path in in_folder.rglob("*.yaml")} == before
    assert raci(*command).code == 0
    assert raci("lint", "-q").code == 0
    assert raci("lint", "--fail-on", "error").code == 0


def test_what_is_named_outright_stays_so(raci: RunRaci, kitchen: Path) -> None:
    """A role for all is not written where work would go back to the one that claims it."""
    wine = ("settle", "what is bought", "--data", "k", "--because", "Costs.", "--accountable")
    assert raci(*wine, "Wine Pairing=buyer").code == 0
    assert raci(*wine, "buyer", "--replace").code == 0
    assert raci("who-owns", "wine pairing", "--data", "k").out.startswith("Buyer is accountable")
    assert raci("who-owns", "order sheet", "--data", "k").out.startswith("Buyer is accountable")


UNOWNED = """
    version: 1
    roles:
      cook: {name: Cook, deliverables: [{name: Menu, letters: R}]}
    unowned:
      - name: Menu
        because: Nobody wanted it.
      - name: Car Park
        because: The landlord sees to it.
    """


def test_work_that_gets_an_owner_is_unowned_no_more(raci: RunRaci, in_folder: Path) -> None:
    """Its entry goes, and nothing beside it."""
    write_files(in_folder, {"a.yaml": UNOWNED})
    ran = raci("settle", "menu", "--accountable", "cook", "--because", "So.", "--diff", "--data", "a.yaml")
    assert [line for line in ran.out.splitlines()[2:] if line[0] in "+-"] == [
        "-  - name: Menu",
        "-    because: Nobody wanted it.",
        "+overlaps:",
        "+  menu:",
        "+    work: [Menu]",
        "+    agreement:",
        "+      accountable: cook",
        "+      because: So.",
    ]
    assert "lint will say" in ran.err  # the agreement names nobody to turn to


def test_an_entry_that_goes_is_told_to_who_writes_by_hand(raci: RunRaci, in_folder: Path) -> None:
    """In place of it comes nothing, and that is said."""
    two = UNOWNED.replace(
        "letters: R}]}", "letters: A}]}\n      buyer: {name: Buyer, deliverables: [{name: Menu}]}"
    )
    write_files(in_folder, {"a.yaml": two})
    ran = raci("overlaps", "--full", "--data", "a.yaml")
    told = 'in line 7 in place of "- name: Menu because: Nobody wanted it.":\n      # nothing\n'
    assert told in ran.out


def test_an_entry_that_alone_knows_the_work_stays(raci: RunRaci, in_folder: Path) -> None:
    """Without it the agreement would be about nothing; who decides is told."""
    write_files(in_folder, {"a.yaml": UNOWNED})
    ran = raci("settle", "car park", "--accountable", "cook", "--because", "So.", "--data", "a.yaml")
    assert "Car Park stays under `unowned` (a.yaml:8:5): what is said there stands nowhere else." in ran.err
    assert "Wrote a.yaml: +6 -0 lines." in ran.out
