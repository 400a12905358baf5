"""raci rename and raci alias, as their users run them."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.loading.load import load

from conftest import RunRaci, write_files

if TYPE_CHECKING:
    from raci.model.register import Register

TEAM = {
    "t/a.yaml": """
        version: 1
        roles:
          pm:
            name: Product Manager
            aliases: [PM]
            responsibilities:
              - name: Roadmap Planning
                produces: [roadmap]
                with: {Marketing: C, dev: I}
            deliverables:
              - name: Roadmap
              - name: "Say: it"
                id: say-it
          pmm:
            name: Marketing
            reports_to: Product Manager
            deliverables:
              - {name: roadmap, letters: C}
        """,
    "t/b.yaml": """
        version: 1
        roles:
          dev: {name: Developer, reports_to: PM, deputy: Product Manager}
        overlaps:
          first:
            name: What Comes First
            sides: {Product Manager: Now., marketing: Later.}
            tension: Now or later.
            work: [Roadmap, Say: it]
            agreement:
              accountable: {roadmap: pm}
              because: So it is.
              others: {Marketing: C}
              escalation: [Product Manager, the board]
              practices: [talks]
        practices:
          talks: {name: Weekly Talks}
        """.replace("Say: it", "say-it"),
}


@pytest.fixture
def team(in_folder: Path) -> Path:
    """Work beside a team's files."""
    write_files(in_folder, TEAM)
    return in_folder


def lines(folder: Path) -> list[str]:
    """Return the lines of all files."""
    return [line for file in sorted(folder.glob("t/*.yaml")) for line in file.read_text("utf-8").splitlines()]


def changed(folder: Path, raci: RunRaci, *command: str) -> tuple[list[str], list[str]]:
    """Return the lines that a command takes away, and those that it adds."""
    before = lines(folder)
    assert raci(*command, "--data", "t").code == 0
    after = lines(folder)
    gone = [line.strip() for line in before if line not in after]
    return gone, [line.strip() for line in after if line not in before]


def test_a_role_by_all_its_spellings(raci: RunRaci, team: Path) -> None:
    """References by the old name change, those by id and by another alias stay; so does the id."""
    _, new = changed(team, raci, "rename", "Product Manager", "Head: Product")
    assert new == [
        'name: "Head: Product"',
        "aliases: [PM, Product Manager]",
        'reports_to: "Head: Product"',
        'dev: {name: Developer, reports_to: PM, deputy: "Head: Product"}',
        'sides: {"Head: Product": Now., marketing: Later.}',
        'escalation: ["Head: Product", the board]',
    ]
    register = load("t")
    assert register.roles["pm"].entry.aliases == ("PM", "Product Manager")
    assert register.roles["dev"].reports_to == "pm"


def test_an_id_with_its_references(raci: RunRaci, team: Path) -> None:
    """With --id the key and what refers to it change, also inside of brackets."""
    _, new = changed(team, raci, "rename", "pm", "Owner", "--id", "--no-alias")
    assert [line for line in new if "owner" in line] == ["owner:", "accountable: {roadmap: owner}"]
    assert load("t").roles["owner"].entry.aliases == ("PM",)


def test_work_on_several_lists(raci: RunRaci, team: Path) -> None:
    """All entries by that name change; it stays one piece of work with its id."""
    _, new = changed(team, raci, "rename", "roadmap", "Product Plan")
    assert new == [
        "- name: Product Plan",
        "id: roadmap",
        "aliases: [Roadmap]",
        "- {name: Product Plan, letters: C}",
        "work: [Product Plan, say-it]",
    ]
    register = load("t")
    assert len(register.work["roadmap"].claims) == 2
    assert register.work["roadmap"].aliases == ("Roadmap",)


def test_an_alias_becomes_the_name(raci: RunRaci, team: Path) -> None:
    """The two change places."""
    _, new = changed(team, raci, "rename", "pm", "PM")
    assert "aliases: [Product Manager]" in new


def test_spelling_only(raci: RunRaci, team: Path) -> None:
    """Another case is another name to the eye: nothing is kept as an alias."""
    _, new = changed(team, raci, "rename", "weekly talks", "Weekly talks")
    assert new == ["talks: {name: Weekly talks}"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param(
            ["pm", "Marketing"],
            '"Marketing" is taken: the role "Marketing" goes by it (pmm).\nTo let the two swap their names:\n'
            '  raci rename Marketing "Marketing (1)" --no-alias --kind role --data t\n'
            '  raci rename "Product Manager" Marketing --no-alias --kind role --data t\n'
            '  raci rename "Marketing (1)" "Product Manager" --no-alias --kind role --data t',
            id="a swap",
        ),
        pytest.param(
            ["say-it", "roadmap"],
            '"roadmap" is taken: the work "Roadmap" goes by it (roadmap). If the two are one, settle that: raci '
            "settle say-it --same roadmap --data t\nTo let the two swap their names:\n"
            '  raci rename Roadmap "Roadmap (1)" --no-alias --kind work --id --data t\n'
            '  raci rename "Say: it" Roadmap --no-alias --kind work --id --data t\n'
            '  raci rename "Roadmap (1)" "Say: it" --no-alias --kind work --id --data t',
            id="work",
        ),
        pytest.param(
            ["dev", "PM"],
            '"PM" is taken: the role "Product Manager" goes by it (pm). Take it out of the aliases there first, or '
            "choose another name.",
            id="an alias",
        ),
        pytest.param(
            ["dev", "pmm"], '"pmm" is taken: the role "Marketing" goes by it (pmm). Choose another name.', id="an id"
        ),
        pytest.param(["nobody", "X"], '"nobody" is no role, work, overlap or practice. Known: Developer, Marketing, '
                     "Product Manager, Roadmap, Roadmap Planning, Say: it, Weekly Talks, What Comes First.", id="nothing"),
        pytest.param(["dev", " "], "The new name is empty.", id="no name"),
        pytest.param(["dev", "...", "--id"], '"..." has neither letters nor digits to make an id of.', id="no id"),
        pytest.param(["dev", "X", "--kind", "work"], '"dev" is no work. Known: Roadmap, Roadmap Planning, Say: it.', id="another kind"),
    ],
)  # fmt: skip
def test_what_is_refused(command: list[str], told: str, raci: RunRaci, team: Path) -> None:
    """Exit code 2 says who has the name, or what is wrong with it; nothing is written."""
    before = lines(team)
    ran = raci("rename", *command, "--data", "t")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: {told}\n")
    assert lines(team) == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rename Roadmap Product Plan", 'each name in quotes: raci rename Roadmap "Product Plan" --data t'),
        ("rename roadmap planning Plan", 'each name in quotes: raci rename roadmap "planning Plan" --data t or '
         'raci rename "roadmap planning" Plan --data t'),
        ("rename no thing here", 'each name in quotes: raci rename "OLD" "NEW"'),
        ("alias what comes next roadmap", 'what people say in quotes: raci alias "what comes next" roadmap --data t'),
        ("alias what comes next", 'what people say in quotes: raci alias "WORDS" WORK'),
    ],
)  # fmt: skip
def test_what_belongs_in_quotes(typed: str, meant: str, raci: RunRaci, team: Path) -> None:
    """The command is told as it was meant, or may have been."""
    ran = raci(*typed.split(), "--data", "t")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: Put {meant}\n")


def test_a_name_that_several_things_have(raci: RunRaci, in_folder: Path) -> None:
    """--kind says which is meant."""
    write_files(
        in_folder,
        {"t/a.yaml": "version: 1\nroles: {support: {name: Support, deliverables: [{name: Support}]}}\n"},
    )
    ran = raci("rename", "support", "Care", "--data", "t")
    assert ran.err == (
        'raci: "support" may be the role "Support" (support) or the work "Support" (support). '
        "Say which with --kind.\n"
    )
    _, new = changed(in_folder, raci, "rename", "support", "Care", "--kind", "role")
    assert new == ["roles: {support: {name: Care, aliases: [Support], deliverables: [{name: Support}]}}"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marketing", "Product Manager"),
        ("Developer", "Marketing"),
        ("Roadmap", "Say: it"),
        ("Roadmap Planning", "Roadmap"),
        ("What Comes First", "Second"),
        ("Weekly Talks", "Monday: Talks"),
        ("Menu", "Order"),
        ("Order", "Menu"),
    ],
)
def test_swapping_as_it_is_told(one: str, other: str, raci: RunRaci, team: Path) -> None:
    """The three commands are run as they are printed, and each reference follows what it names."""
    with (team / "t/b.yaml").open("a", encoding="utf-8") as file:
        file.write('  monday: {name: "Monday: Talks"}\n')
    text = "version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Menu}, {name: Order}]}, \n"
    text += "  buyer: {name: Buyer, reports_to: cook, deliverables: [{name: Menu}]}}\n"
    text += "overlaps: {second: {name: Second, tension: x, work: [Menu, Order]}}\n"
    (team / "t/c.yaml").write_text(text, "utf-8")
    before = load("t")
    ran = raci("rename", one, other, "--data", "t")
    commands = [shlex.split(line)[1:] for line in ran.err.splitlines() if line.startswith("  raci rename ")]
    assert len(commands) == 3
    for command in commands:
        ran = raci(*command)
        assert ran.code == 0, (command, ran.err)
    assert names(before, {one: other, other: one}) == names(load("t"))


def names(register: Register, swapped: dict[str, str] | None = None) -> list[str]:
    """Return who reports to whom, who claims what and what overlaps cover, by names, or by other ones."""
    roles, work = register.roles, register.work

    def told(*called: str) -> str:
        return " / ".join((swapped or {}).get(each, each) for each in called)

    return sorted(
        [
            *(told(each.name, roles[each.reports_to].name) for each in roles.values() if each.reports_to),
            *(told(roles[by.role].name, each.name) for each in work.values() for by in each.claims),
            *(told(each.name, work[of].name) for each in register.overlaps.values() for of in each.work),
            *(told(each.entry.name) for each in register.practices.values()),
        ]
    )


def test_what_one_role_calls_so(raci: RunRaci, team: Path) -> None:
    """It becomes a piece of its own, in the role's own references too; the rest stays what it was."""
    _, new = changed(team, raci, "rename", "roadmap", "Product Plan", "--of", "Product Manager")
    assert new == ["produces: [Product Plan]", "- name: Product Plan"]
    register = load("t")
    assert [claim.role for claim in register.work["roadmap"].claims] == ["pmm"]
    assert [claim.role for claim in register.work["product-plan"].claims] == ["pm"]
    _, new = changed(team, raci, "rename", "roadmap", "Market Plan", "--of", "pmm")
    assert "- {name: Market Plan, letters: C}" in new
    assert "roadmap" not in load("t").work


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["roadmap", "Plan", "--of", "dev"], 'the work "Roadmap" is not on the list of Developer.'),
        (["roadmap", "Roadmap", "--of", "pm"], '"Roadmap" is taken: the work "Roadmap" goes by it (roadmap). If the '
         "two are one, settle that: raci settle roadmap --same roadmap --data t"),
        (["roadmap", "Plan", "--of", "boss"], '"boss" is no role. Known: Developer, Marketing, Product Manager.'),
        (["pm", "Plan", "--of", "pm"], '"pm" is no work. Known: Roadmap, Roadmap Planning, Say: it.'),
    ],
)  # fmt: skip
def test_what_no_role_calls_so(command: list[str], told: str, raci: RunRaci, team: Path) -> None:
    """Exit code 2 says why, and nothing is written."""
    before = lines(team)
    ran = raci("rename", *command, "--data", "t")
    assert (ran.code, ran.out, ran.err) == (2, "", f"raci: {told}\n")
    assert lines(team) == before


TWICE = {
    "t/a.yaml": """
        version: 1
        roles:
          a: {name: A, reports_to: c, deliverables: [{name: Menu}]}
          b: {name: B, reports_to: c, deliverables: [{name: Menu}]}
          c: {name: C}
        """,
}


def test_an_old_mistake_is_not_a_new_one(raci: RunRaci, in_folder: Path) -> None:
    """Work that is contested under one id may be so under another."""
    write_files(in_folder, TWICE)
    assert raci("rename", "menu", "Card", "--id", "--no-alias", "--data", "t").code == 0


@pytest.mark.parametrize("asked", ["Menu", "menu"])
def test_an_overlap_without_a_name_is_not_meant(asked: str, raci: RunRaci, in_folder: Path) -> None:
    """What settle writes down beside the work does not make its name mean two things."""
    write_files(in_folder, TWICE)
    settled = ("settle", "menu", "--accountable", "a", "--because", "So.", "--escalation", "c", "--data", "t")
    assert raci(*settled).code == 0
    ran = raci("rename", asked, "Menu Card", "--data", "t")
    assert (ran.code, ran.err) == (0, "")
    assert load("t").work["menu"].name == "Menu Card"
    assert raci("rename", "menu", "About the Menu", "--kind", "overlap", "--data", "t").code == 0
    assert raci("rename", "Menu Card", "Card", "--data", "t").code == 0


def test_a_word_is_taught(raci: RunRaci, team: Path) -> None:
    """It goes to the accountable role's entry; who-owns answers by it, and a second time nothing changes."""
    ran = raci("alias", "what: comes", "roadmap", "--data", "t")
    assert ran.out.startswith("Wrote t/a.yaml: +1 -0 lines.\n\nProduct Manager is accountable for Roadmap")
    assert '        aliases: ["what: comes"]' in lines(team)
    ran = raci("alias", "WHAT: comes", "roadmap", "--data", "t")
    assert (ran.code, ran.out, ran.err) == (
        0, "Nothing to change.\n", '"Roadmap" already goes by "WHAT: comes".\n',
    )  # fmt: skip
    ran = raci("alias", "what: comes", "say", "it", "--data", "t")
    assert (ran.code, ran.err) == (
        2,
        'raci: "what: comes" is taken: the work "Roadmap" goes by it (roadmap). Take it out of the aliases there '
        "first, or choose another name.\n",
    )


def test_a_word_for_what_nobody_knows(raci: RunRaci, team: Path) -> None:
    """The nearest name is told."""
    ran = raci("alias", "x", "roadmapp", "--data", "t")
    assert (ran.code, ran.err) == (2, 'raci: "roadmapp" is no work. Did you mean "Roadmap"?\n')


def test_anchors_are_not_edited(raci: RunRaci, in_folder: Path) -> None:
    """Where the reader refuses them, that is what is told."""
    write_files(in_folder, {"t/a.yaml": "version: 1\nroles: &r {x: {name: X, deliverables: [{name: Y}]}}\n"})
    ran = raci("alias", "z", "y", "--data", "t")
    assert ran.code == 2
    assert ran.out == ""


@pytest.mark.parametrize(
    ("command", "wrote", "answer"),
    [
        (["dev", "Engineer"], "Wrote t/b.yaml: +1 -1 lines.", "Engineer: accountable for"),
        (["roadmap", "Plan"], "Wrote t/b.yaml: +1 -1 lines.", "Product Manager is accountable for Plan"),
        (["first", "What Is First"], "Wrote t/b.yaml: +1 -1 lines.", "What Is First"),
        (["talks", "Monday Talks"], "Wrote t/b.yaml: +1 -1 lines.",
         "Monday Talks is a practice (t/b.yaml:18), agreed on for What Comes First."),
        (["meals", "Lunches"], "Wrote t/b.yaml: +1 -1 lines.",
         "Lunches is a practice (t/b.yaml:19), which no agreement names."),
    ],
    ids=["role", "work", "overlap", "practice", "practice that nobody names"],
)  # fmt: skip
def test_what_was_written_is_followed_by_the_answer(
    command: list[str], wrote: str, answer: str, raci: RunRaci, team: Path
) -> None:
    """Of whatever was renamed."""
    with (team / "t/b.yaml").open("a", encoding="utf-8") as file:
        file.write("  meals: {name: Meals}\n")
    ran = raci("rename", *command, "--data", "t")
    assert ran.code == 0
    first, _, rest = ran.out.partition("\n\n")
    assert "--full" not in rest
    assert "\t" not in rest
    assert first.splitlines()[-1] == wrote
    assert answer in rest


@pytest.mark.parametrize(
    ("command", "name", "letter"),
    [
        (("rename", "roadmap"), "R\u043eadmap", "CYRILLIC SMALL LETTER O"),
        (("rename", "pm"), "\uff30lanner", "FULLWIDTH LATIN CAPITAL LETTER P"),
        (("rename", "first"), "Choices of \u0397er", "GREEK CAPITAL LETTER ETA"),
        (("alias",), "way \u0430head", "CYRILLIC SMALL LETTER A"),
    ],
)
def test_a_name_with_a_letter_of_another_script_is_noted(
    command: tuple[str, ...], name: str, letter: str, team: Path, raci: RunRaci
) -> None:
    """It is written as it was said: people may mean it, and now they know."""
    more = ("roadmap",) if command == ("alias",) else ()
    ran = raci(*command, name, *more, "--data", "t", "--diff")
    assert ran.code == 1
    assert name in ran.out
    assert ran.err.endswith(
        f'"{name}" has a {letter} among letters that it looks like: who types it in those does not find it.\n'
    )
    assert not raci(*command, name, *more, "--data", "t", "--diff", "--quiet").err


@pytest.mark.parametrize("name", ["Дорожная карта", "Menü", "Plan B½", "Σχέδιο", "Map 2²", "計画 A"])
def test_a_name_in_its_own_script_is_nothing_to_note(name: str, team: Path, raci: RunRaci) -> None:
    """Nor one with an accent, or a fraction."""
    assert not raci("rename", "roadmap", name, "--data", "t", "--diff").err
