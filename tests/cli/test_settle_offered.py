"""The settle commands that overlaps and agenda offer, each answered by Enter: what they offer is written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from conftest import RunRaci, write_files

REGISTERS = Path(__file__).parent.parent / "registers"
DATA = Path(__file__).parent.parent.parent / "data"
MIXED = {
    "m/roles.yaml": """
        version: 1
        roles:
          chef:
            name: Chef
            reports_to: owner
            deliverables: [{name: Menu}, {name: Wine List}, {name: Order Sheet}, {name: Bread}, {name: Price List}]
          buyer:
            name: Buyer
            reports_to: owner
            deliverables: [{name: Menu}, {name: Wine List, letters: C}, {name: Stock List}, {name: Bread}, {name: Prices}]
          owner: {name: "Owner, all"}
        overlaps:
          wine:
            name: What Is Drunk
            tension: Good, or cheap?
            sides: {chef: Good., buyer: Cheap.}
            work: [Wine List, Order Sheet, Stock List]
          bread:
            tension: Fresh, or cheap?
            sides: {chef: Fresh., buyer: Cheap.}
            work: [Bread, Stock List]
          proposed:
            tension: So or so.
            work: [Stock List, Menu]
            agreement:
              accountable: buyer
          pieces:
            tension: Or so.
            work: [Order Sheet, Menu]
            agreement:
              accountable:
                Order Sheet: buyer
          reasoned:
            tension: Now or later.
            work: [Stock List, Bread]
            agreement:
              accountable:
                Stock List: buyer
              because: Counted there.
              escalation: [owner]
        """,
}
_OFFER = re.compile(
    r"```sh\n(raci settle .*?)\n```\n(?:\nOr by hand[^\n]*:\n\n```yaml\n(.*?)\n```\n)?", re.DOTALL
)


def offers(raci: RunRaci, *question: str) -> list[tuple[list[str], str]]:
    """Return the commands of an answer, as words, and the text that each is said to write."""
    found = _OFFER.findall(raci(*question, "--format", "markdown").out)
    return [(shlex.split(command)[1:], text) for command, text in found]


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer each question by Enter where that is an answer, and by a reason where it is none."""

    def prompted(_: str, *, default: str | None, **__: object) -> str:
        return "Said so." if default is None else default

    monkeypatch.setattr("raci.cli.prompts.is_terminal", lambda _: True)
    monkeypatch.setattr("typer.prompt", prompted)


@pytest.mark.usefixtures("enter")
@pytest.mark.parametrize("question", [("overlaps", "--full"), ("agenda",)], ids=["overlaps", "agenda"])
@pytest.mark.parametrize(
    "name", ["shipped", "mixed", *sorted(each.stem for each in REGISTERS.glob("*.yaml"))]
)
def test_what_is_offered_is_written(
    name: str, question: tuple[str, ...], raci: RunRaci, in_folder: Path
) -> None:
    """Nothing is asked that Enter does not answer, but for the reason, and the text is that of the offer."""
    if name.endswith(("questions", "fragen")):
        pytest.skip("no register")
    if name == "shipped":
        raci("init", "--example")
        data: tuple[str, ...] = ()
    elif name == "mixed":
        write_files(in_folder, MIXED)
        data = ("--data", "m")
    else:
        in_folder.joinpath("r.yaml").write_bytes((REGISTERS / f"{name}.yaml").read_bytes())
        data = ("--data", "r.yaml")
    found = offers(raci, *question, *data)
    assert found or name not in ("shipped", "mixed")
    for words, text in found:
        assert len(shlex.join(words)) < 160
        ran = raci(*words, "--diff")
        assert ran.code == 1, (words, ran.err)
        written = [line[1:].strip() for line in ran.out.splitlines() if line[:1] == "+" and line[:3] != "+++"]
        offered = [line.strip() for line in text.replace("...", "Said so.").split("\n")]
        # A blank line comes before new lines; a diff may show the one behind them in place of it.
        assert [*filter(None, offered)] == [*filter(None, written)], words
