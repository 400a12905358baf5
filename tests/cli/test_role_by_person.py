"""raci role, asked for people."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import RunRaci, write_files

SHOP = {
    "shop.yaml": """
        version: 1
        roles:
          product-manager: {name: Product Manager, people: [{name: Ana Lima, contact: "@ana"}],
            responsibilities: [{name: Roadmap}, {name: Pricing}, {name: Menu}]}
          editor: {name: Editor, people: [Bo, {name: Ana Costa, contact: "@costa"}],
            deliverables: [{name: Release Notes}, {name: Style Guide}]}
          night-porter: {name: Night Porter, responsibilities: [{name: Menu}]}
          writer: {name: Guest Writer, people: [{name: Bo}], deliverables: [{name: Columns}]}
    """
}


def test_role_finds_people(raci: RunRaci, in_folder: Path) -> None:
    """By all of a name or a part of it; who holds two roles sees both, and several people are told apart."""
    write_files(in_folder, SHOP)

    def ask(*names: str) -> tuple[str, int]:
        ran = raci("role", *names, "--data", "shop.yaml")
        return ran.out.splitlines()[0], ran.code

    card, code = ask("Ana", "Lima")
    assert (card, code) == (
        "Ana Lima (@ana) holds Product Manager: accountable for 3 of 6 pieces of work, 1 of them contested.",
        0,
    )
    assert ask("lima")[0] == card
    assert ask("Bo")[0].startswith("Bo holds Editor and Guest Writer. Editor and Guest Writer have ")
    assert ask("Ana", "Costa", "and", "night", "porter")[0].startswith("Ana Costa (@costa) holds Editor. ")
    several = (
        '"Ana" may be Ana Costa (@costa), who holds Editor, or Ana Lima (@ana), who holds Product Manager.'
    )
    assert ask("Ana") == (several, 1)
    answer = json.loads(raci("role", "Lima", "--data", "shop.yaml", "--json").out)
    assert answer["people"] == [{"name": "Ana Lima", "contact": "@ana", "roles": ["product-manager"]}]


def test_people_of_one_name_are_told_apart_by_their_contact(raci: RunRaci, in_folder: Path) -> None:
    """It is asked for where a name is not enough, and taken with the name."""
    text = """
        version: 1
        roles:
          cook: {name: Cook, people: [{name: Ana, contact: "@ana1"}], deliverables: [{name: Menu}]}
          buyer: {name: Buyer, people: [{name: Ana, contact: "@ana2"}], deliverables: [{name: Order Sheet}]}
    """
    write_files(in_folder, {"shop.yaml": text})
    ran = raci("role", "Ana", "--data", "shop.yaml")
    assert ran.code == 1
    assert "Or write the contact as well: Ana @ana2 or Ana @ana1.\n" in ran.out
    assert raci("role", "Ana", "@ana1", "--data", "shop.yaml").out.startswith("Ana (@ana1) holds Cook: ")
    assert raci("who-owns", "who is Ana @ana2", "--data", "shop.yaml").out.startswith(
        "Ana (@ana2) holds Buyer."
    )
