"""Registers in JSON: whatever is decided or mended, they stay JSON, and are laid out as before."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raci.decisions.agreeing import Terms
from raci.decisions.decision import CannotDecide
from raci.decisions.settle import settle
from test_decisions import carried_out, decisions

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn
    from raci.decisions.decision import Decision

REGISTER: dict[str, Any] = {
    "version": 1,
    "roles": {
        "chef": {
            "name": "Chef",
            "deliverables": [{"name": "Menu", "aliases": ["card"]}, {"name": "Soup", "with": {"Buyer": "C"}}],
        },
        "buyer": {"name": "Buyer", "deliverables": [{"name": "menu"}]},
    },
    "overlaps": {
        "taste": {
            "tension": "Good, or cheap?",
            "work": ["Soup", "Menu"],
            "sides": {"Chef": "a", "buyer": "b"},
        },
        "held": {
            "work": ["Soup"],
            "agreement": {"accountable": {"Soup": "buyer"}, "because": "So.", "decided": "2020-01-01"},
        },
    },
    "practices": {"weekly": {"name": "Weekly"}},
    "unowned": [{"name": "Bread", "because": "Bought."}],
}
STYLES: list[dict[str, Any]] = [
    {},
    {"indent": 2},
    {"indent": 4},
    {"indent": "\t"},
    {"indent": 0},
    {"separators": (",", ":")},
    {"indent": 2, "ensure_ascii": False},
]
HAND = """\
{
  "version": 1,
  "roles": {
    "chef": {"name": "Head Chef", "deliverables": [{"name": "Menu"}], "reports_to": "owner"},
    "buyer": {"name": "Buyer", "deliverables": [{"name": "Menu"}], "reports_to": "owner"},
    "owner": {"name": "Owner"}
  }
}
"""


@st.composite
def texts(draw: DrawFn) -> str:
    """Draw a register as JSON, with the parts that it has, in some style."""
    parts = draw(st.lists(st.sampled_from(["overlaps", "practices", "unowned"]), unique=True))
    data = {key: value for key, value in deepcopy(REGISTER).items() if key in {"version", "roles", *parts}}
    if "practices" in parts and "overlaps" in parts:
        data["overlaps"]["held"]["agreement"]["practices"] = ["weekly"]
    text = json.dumps(data, **draw(st.sampled_from(STYLES)))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))) + draw(st.sampled_from(["", "\n"]))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(), decisions())
def test_what_is_json_stays_json(text: str, decide: partial[Decision]) -> None:
    """And each line stays, but for those that are named, and commas."""
    try:
        _, after = carried_out(text, decide)
    except (CannotDecide, KeyError):
        return
    json.loads(after)
    assert ("\r\n" in after) is ("\r\n" in text)
    assert (after.count("\n") > after[:-1].count("\n")) is text.endswith("\n")
    if text.count("\n") > 1:
        assert max(map(len, after.splitlines())) < 160, "an item a line"
    if decide.func.__name__ in {"settle", "tell_apart"} and "held" not in str(decide.keywords):
        gone = Counter(each.strip().rstrip(",") for each in text.splitlines())
        gone -= Counter(each.strip().rstrip(",") for each in after.splitlines())
        assert gone.total() <= 1


def test_what_is_laid_out_by_hand_stays_so() -> None:
    """An item a line where its neighbours are, and brackets on one line where theirs are."""
    terms = Terms("chef", "Guests come for it.", ("owner",))
    _, after = carried_out(HAND, partial(settle, overlap=None, work="menu", terms=terms))
    assert after == HAND.replace(
        '    "owner": {"name": "Owner"}\n  }\n',
        '    "owner": {"name": "Owner"}\n  },\n  "overlaps": {\n    "menu": {"work": ["Menu"], "agreement": '
        '{"accountable": "chef", "because": "Guests come for it.", "escalation": ["owner"]}}\n  }\n',
    )
