"""raci who-owns and raci role, asked about roles and people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import RunRaci, write_files

SHOP = {
    "shop.yaml": """
        version: 1
        roles:
          product-manager: {name: Product Manager, people: [{name: Ana Lima, contact: "@ana"}],
            contact: "#product", responsibilities: [{name: Roadmap, with: {editor: C}},
            {name: Pricing, letters: A, with: {sales-lead: R, editor: I}}, {name: Menu}]}
          editor: {name: Editor, aliases: [ED], people: [Bo, {name: Ana Costa, contact: "@costa"}],
            deliverables: [{name: Release Notes}, {name: Style Guide}]}
          sales-lead: {name: Head of Sales and Publicity, responsibilities: [{name: Menu}, {name: Blog, letters: C}]}
          night-porter: {name: Night Porter}
          writer: {name: Guest Writer, people: [{name: Bo}], deliverables: [{name: Columns}]}
        unowned:
          - {name: Car Park, because: The landlord sees to it.}
    """
}


@pytest.fixture
def ask(raci: RunRaci, in_folder: Path) -> Any:
    """Return what asks a question about a shop, and gives the first line and the exit code."""
    write_files(in_folder, SHOP)

    def first_line(*words: str) -> tuple[str, int]:
        ran = raci(*words, "--data", "shop.yaml")
        return ran.out.splitlines()[0], ran.code

    return first_line


def asked_for_json(raci: RunRaci, question: str) -> Any:
    """Return the JSON of the answer to a question about the shop."""
    return json.loads(raci("who-owns", question, "--data", "shop.yaml", "--json").out)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("what does the editor own", "Editor is accountable for Release Notes and Style Guide."),
        ("what is the ED responsible for?", "Editor is accountable for Release Notes and Style Guide."),
        ("editor", "Editor is accountable for Release Notes and Style Guide."),
        ("the editor's duties", "Editor is accountable for Release Notes and Style Guide."),
        ("tell me what the editor does", "Editor is accountable for Release Notes and Style Guide."),
        ("what is the editor consulted on", "Editor is consulted on Roadmap."),
        ("what is the editor informed of", "Editor is informed of Pricing."),
        (
            "what does Ana Lima do",
            "Ana Lima (@ana) holds Product Manager, which is accountable for Pricing and Roadmap and one of those "
            "who claim Menu.",
        ),
        ("what is on Bo's plate?", "Bo holds Editor and Guest Writer."),
        (
            "what does Ana do",
            '"Ana" may be Ana Costa (@costa), who holds Editor, or Ana Lima (@ana), who holds Product Manager.',
        ),
        ("Lima", "Ana Lima (@ana) holds Product Manager, which is accountable for Pricing and Roadmap and one of "
            "those who claim Menu."),
        ("what does publicity do", "Head of Sales and Publicity is responsible for Pricing and one of those who "
            "claim Menu."),
        ("what does the night porter do", "Night Porter is accountable for nothing."),
    ],
)  # fmt: skip
def test_what_somebody_does(question: str, first: str, ask: Any) -> None:
    """A role's work, and that of whom people name, is the answer."""
    assert ask("who-owns", question) == (first, 0)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("who is the editor", "Bo and Ana Costa (@costa) hold Editor."),
        ("who's the PM", "Ana Lima (@ana) holds Product Manager."),
        ("who is the night porter?", "Nobody is written down as holding Night Porter."),
        ("who is Ana Lima", "Ana Lima (@ana) holds Product Manager."),
        ("who fills the editor role", "Bo and Ana Costa (@costa) hold Editor."),
        ("contact for the product manager", "Ana Lima (@ana) holds Product Manager."),
    ],
)
def test_who_holds_a_role(question: str, first: str, ask: Any) -> None:
    """People and contacts are the answer, or that nobody is written down."""
    assert ask("who-owns", question) == (first, 0)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("does the PM own the roadmap", "Yes: Product Manager is accountable for Roadmap."),
        ("does Ana Lima own the roadmap", "Yes: Product Manager is accountable for Roadmap. Ana Lima (@ana) holds "
            "Product Manager."),
        ("do we (the editor) own the roadmap?", "No: Product Manager is accountable for Roadmap. Editor is "
            "consulted on it."),
        ("is the roadmap owned by the editor", "No: Product Manager is accountable for Roadmap. Editor is consulted "
            "on it."),
        ("is the roadmap the editor's job", "No: Product Manager is accountable for Roadmap. Editor is consulted "
            "on it."),
        ("is the roadmap owned by the PM or the editor", "Yes: Product Manager is accountable for Roadmap. Editor "
            "is consulted on it."),
        ("who owns the roadmap, the editor or the night porter?", "Neither: Product Manager is accountable for "
            "Roadmap. Editor is consulted on it. Night Porter has no part in it."),
        ("do the PM and the editor both own the roadmap", "No: Product Manager is accountable for Roadmap. Editor "
            "is consulted on it."),
        ("is the editor consulted on the roadmap", "Yes: Editor is consulted on Roadmap. Product Manager is "
            "accountable for Roadmap."),
        ("is the night porter informed of the roadmap", "No: Product Manager is accountable for Roadmap. Night "
            "Porter has no part in it."),
        ("is the PM responsible for pricing", "No: Head of Sales and Publicity is responsible for Pricing. Product "
            "Manager is accountable for Pricing."),
        ("is the PM responsible for the roadmap", "Yes: Product Manager is accountable and responsible "
            "for Roadmap."),
        ("does the PM own the menu", "Nobody yet: Product Manager and Head of Sales and Publicity both claim "
            "Menu."),
        ("is the menu owned by the PM or publicity", "Both claim it: nobody is accountable for Menu yet."),
        ("is the menu owned by the PM or the night porter", "Nobody yet: Product Manager and Head of Sales and "
            "Publicity both claim Menu. Night Porter has no part in it."),
        ("is the roadmap owned by publicity or product", "Yes: Product Manager is accountable for Roadmap. Head of "
            "Sales and Publicity has no part in it."),
        ("does the PM own the blog", "Nobody yet: no role is accountable for Blog. Product Manager has no part in "
            "it."),
        ("does the PM own the car park", "No: Car Park has no owner. Product Manager has no part in it."),
        ("does the marketing director own the roadmap", 'No: nobody here is called "marketing director". Product '
            "Manager is accountable for Roadmap."),
        ("does publicity own the roadmap", "No: Product Manager is accountable for Roadmap. Head of Sales and "
            "Publicity has no part in it."),
    ],
)  # fmt: skip
def test_whether_somebody_owns_some_work(question: str, first: str, ask: Any) -> None:
    """Yes or no comes first, then who does, whatever the way it is asked."""
    assert ask("who-owns", question) == (first, 0)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which work has no owner", "1 piece of work has no owner: Blog."),
        ("what is unowned?", "1 piece of work has no owner: Blog."),
        ("work without an owner", "1 piece of work has no owner: Blog."),
        ("what does nobody own", "1 piece of work has no owner: Blog."),
        ("what has no owner on purpose", "1 piece of work has no owner, on purpose: Car Park."),
        ("what is contested", "1 piece of work is contested: Menu."),
        ("what do two roles claim", "1 piece of work is contested: Menu."),
        ("what is settled", "No agreement settles anything."),
        ("which roles have nothing to do", "1 role has no part in any work: Night Porter."),
        ("which roles have no one", "2 roles are held by nobody: Head of Sales and Publicity; Night Porter."),
        ("vacant roles", "2 roles are held by nobody: Head of Sales and Publicity; Night Porter."),
    ],
)
def test_all_work_or_all_roles_of_which_something_is_true(question: str, first: str, ask: Any) -> None:
    """The list is the answer, also where it is empty."""
    assert ask("who-owns", question) == (first, 0)


@pytest.mark.parametrize(
    ("question", "first", "code"),
    [
        ("publicity", 'Perhaps: Head of Sales and Publicity has "publicity" in its name.', 0),
        (
            "who is in charge of publicity",
            'Perhaps: Head of Sales and Publicity has "publicity" in its name.',
            0,
        ),
        ("who does the writing", 'Nobody: nothing here answers to "who does the writing".', 1),
        ("guest wri", 'Perhaps: Guest Writer has "guest" and "wri" in its name.', 0),
        ("columns", "Guest Writer is accountable for Columns.", 0),
        ("what does the marketing director do", 'Nobody here is called "marketing director".', 1),
        ("what does the edtor do", "Perhaps: Editor is accountable for Release Notes and Style Guide.", 0),
    ],
)
def test_the_words_of_names_of_roles_count(question: str, first: str, code: int, ask: Any) -> None:
    """A job that says it is perhaps meant; one that nobody has is said to be unknown, whatever its words."""
    assert ask("who-owns", question) == (first, code)


def test_a_job_that_says_it_stands_beside_work_of_another(raci: RunRaci, in_folder: Path) -> None:
    """Work that has the word goes on being the answer, but is no longer sure."""
    text = """
        version: 1
        roles:
          press: {name: Publicity Chair, deliverables: [{name: Blog}]}
          web: {name: Webmaster, deliverables: [{name: Tools for Publicity and Program}]}
    """
    write_files(in_folder, {"fair.yaml": text})
    out = raci("who-owns", "publicity", "--data", "fair.yaml").out
    assert out.splitlines()[0] == (
        "Perhaps: Webmaster is accountable for Tools for Publicity and Program. "
        'Publicity Chair has "publicity" in its name.'
    )
    assert "\n  Accountable for  Blog\n" in out


def test_work_named_in_full_goes_before_a_role(raci: RunRaci, in_folder: Path) -> None:
    """A paper may be called as a question about a role is."""
    text = """
        version: 1
        roles:
          pm: {name: PM, deliverables: [{name: PM Responsibilities}, {name: PM Handbook}]}
          hr: {name: HR, deliverables: [{name: Work without an Owner}]}
    """
    write_files(in_folder, {"r.yaml": text})
    for question, owner in (
        ("PM responsibilities", "PM is accountable for PM Responsibilities."),
        ("is the PM handbook up to date", "Perhaps: PM is accountable for PM Handbook."),
        ("work without an owner", "HR is accountable for Work without an Owner."),
    ):
        assert raci("who-owns", question, "--data", "r.yaml").out.splitlines()[0] == owner


def test_the_json_has_ids_people_and_places(raci: RunRaci, in_folder: Path) -> None:
    """What is said in words stands there in fields."""
    write_files(in_folder, SHOP)
    of_ana = asked_for_json(raci, "what does Ana Lima do")
    about = of_ana["about_roles"]
    assert (of_ana["role"], of_ana["matches"], of_ana["doubtful"]) == ("product-manager", [], False)
    assert about["asked"]["sides"][0]["people"] == [
        {"name": "Ana Lima", "contact": "@ana", "roles": ["product-manager"]}
    ]
    (held,) = about["held"]
    assert (held["accountable"], held["contested"], held["line"]) == (["pricing", "roadmap"], ["menu"], 4)
    assert {piece["id"]: piece["line"] for piece in about["pieces"]} == {
        "menu": 6,
        "pricing": 6,
        "roadmap": 5,
    }
    either = asked_for_json(raci, "is the roadmap owned by the editor or the PM")
    assert (either["about_roles"]["asked"]["verdict"], either["matches"][0]["id"]) == ("yes", "roadmap")
    assert either["role"] is None
    unowned = asked_for_json(raci, "which work has no owner")["about_roles"]
    assert unowned["listed"] == {"asked": "unowned", "work": ["blog"], "roles": []}
    titled = asked_for_json(raci, "publicity")
    assert (titled["role"], titled["doubtful"]) == ("sales-lead", True)
    assert titled["about_roles"]["titled"] == [{"role": "sales-lead", "words": ["publicity"], "whole": True}]


def test_the_work_of_a_role_as_rows(raci: RunRaci, in_folder: Path) -> None:
    """CSV has the columns that it has for work."""
    write_files(in_folder, SHOP)
    out = raci("who-owns", "what does the editor own", "--data", "shop.yaml", "--format", "csv").out
    header, *rows = out.splitlines()
    assert header.startswith('"work","name","kind","area","status","accountable","responsible",')
    ids = [row.split(",")[0].strip('"') for row in rows]
    assert ids == ["pricing", "release-notes", "roadmap", "style-guide"]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("was macht Ana", "Ana (@ana) holds Redakteurin, which is accountable for Hausstil."),
        ("wofür ist die Redakteurin zuständig?", "Redakteurin is accountable for Hausstil."),
        ("wer ist Redakteurin", "Ana (@ana) holds Redakteurin."),
        ("ist die Redakteurin für Preise zuständig", "No: Kaufmann is accountable for Preise. Redakteurin has no "
            "part in it."),
        ("gehören die Preise dem Kaufmann oder der Redakteurin", "Yes: Kaufmann is accountable for Preise. "
            "Redakteurin has no part in it."),
        ("welche Arbeit hat keinen Verantwortlichen", "No work is without an owner."),
        ("was macht der Marketingleiter", 'Nobody here is called "Marketingleiter".'),
    ],
)  # fmt: skip
def test_questions_in_german(question: str, first: str, raci: RunRaci, in_folder: Path) -> None:
    """What is asked with stands in the file of the language."""
    roles = """
        version: 1
        roles:
          redaktion: {name: Redakteurin, people: [{name: Ana, contact: "@ana"}], deliverables: [{name: Hausstil}]}
          kaufmann: {name: Kaufmann, responsibilities: [{name: Preise}]}
    """
    write_files(in_folder, {"r.yaml": roles, "raci.toml": 'data = ["r.yaml"]\nlanguage = "german"\n'})
    assert raci("who-owns", question).out.splitlines()[0] == first


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("what is my job as editor", "Editor is accountable for Release Notes and Style Guide."),
        ("the roadmap is owned by the editor, right?", "Perhaps not: Product Manager is accountable for Roadmap. Editor is "
            "consulted on it."),
        ("who is the product manager for mobile", "Perhaps: Ana Lima (@ana) holds Product Manager."),
        ("who is the product manager for pricing", "Product Manager is accountable for Pricing."),
        ("is the PM accountable for the release notes of the editor", "Perhaps not: Editor is accountable for Release Notes. "
            "Product Manager has no part in it."),
        ("what happens when Lima leaves", "Ana Lima (@ana) holds Product Manager, which is accountable for Pricing and "
            "Roadmap and one of those who claim Menu."),
        ("which of the editor and the PM owns the roadmap", "Yes: Product Manager is accountable for Roadmap. Editor "
            "is consulted on it."),
        ("what does Lmia own", "Perhaps: Ana Lima (@ana) holds Product Manager, which is accountable for Pricing "
            "and Roadmap and one of those who claim Menu."),
        ("does anybody own the roadmap", "Product Manager is accountable for Roadmap."),
        ("does the PM water the plants", 'Nobody: nothing here answers to "does the PM water the plants".'),
    ],
)  # fmt: skip
def test_what_a_question_is_about_where_it_names_more(question: str, first: str, ask: Any) -> None:
    """A name of a role beside other words is not always what is asked about."""
    assert ask("who-owns", question)[0] == first


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("who doesn't own the roadmap", "Perhaps: Product Manager is accountable for Roadmap."),
        ("who is not responsible for the roadmap", "Perhaps: Product Manager is accountable for Roadmap."),
        (
            "what is the editor not responsible for",
            "Perhaps: Editor is accountable for Release Notes and Style Guide.",
        ),
        (
            "doesn't the editor own the roadmap",
            "No: Product Manager is accountable for Roadmap. Editor is consulted on it.",
        ),
    ],
)
def test_the_contrary_is_not_answered_for_sure(question: str, first: str, ask: Any) -> None:
    """Who does not, is not known by who does; yes and no are clear."""
    assert ask("who-owns", question) == (first, 0)


def test_each_thing_that_is_asked_for_is_answered_once(raci: RunRaci, in_folder: Path) -> None:
    """Two names of one role are one, unless one is asked about and the other for; both of two pieces are told."""
    bakery = """
        version: 1
        roles:
          purchasing: {name: Purchasing Officer, people: [Ana, Dr. Sofie Lund],
            responsibilities: [{name: Flour Purchasing}], deliverables: [{name: Purchase Orders}]}
          accountant: {name: Accountant, responsibilities: [{name: Payroll}, {name: Oven Maintenance}]}
    """
    write_files(in_folder, {"bakery.yaml": bakery})

    def first(question: str) -> str:
        return raci("who-owns", question, "--data", "bakery.yaml").out.splitlines()[0]

    both = "Purchasing Officer is accountable for Purchase Orders and Flour Purchasing."
    assert first("does the purchasing officer own purchasing") == f"Yes: {both}"
    assert first("purchasing purchasing officer").count("is accountable for") == 1
    assert first("PO").startswith(
        "Perhaps: Purchasing Officer is accountable for Purchase Orders. Purchasing "
    )
    assert first("what does the PO do").startswith("Purchasing Officer is accountable for ")
    assert first("does Ana own the oven maintenance and payroll").startswith(
        "Perhaps not: Accountant is accountable for Payroll and Oven Maintenance."
    )
    assert first("what does Dr. Lund own").count("Dr. Sofie Lund") == 1
