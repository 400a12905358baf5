"""The register: what it holds when nothing is said."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest
from raci.model.register import Register
from raci.model.scheme import SCHEMES


def test_a_register_says_what_there_is_and_not_who_has_to_do_with_what() -> None:
    """Everything by its id, the files, and what is wrong in them: neighbours are the graph's, which is the only one to know them."""
    names = [field.name for field in fields(Register)]
    assert names == [
        *("scheme", "roles", "work", "overlaps", "practices"),
        *("thesaurus", "fold", "files", "places", "left_out", "shipped", "at", "broken", "tracked"),
    ]


def test_a_register_never_changes() -> None:
    """Its parts cannot be set again."""
    register = Register(SCHEMES["raci"], roles={}, work={}, overlaps={}, practices={})
    with pytest.raises(FrozenInstanceError):
        register.roles = {}  # type: ignore[misc]  # that is what is tested
