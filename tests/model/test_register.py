"""The register: what it holds when nothing is said."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from raci.model.register import Register
from raci.model.scheme import SCHEMES


def test_a_register_without_overlaps_covers_nothing() -> None:
    """Without overlaps no work is covered by any."""
    register = Register(SCHEMES["raci"], roles={}, work={}, overlaps={}, practices={})
    assert (dict(register.covering), register.files) == ({}, ())


def test_a_register_never_changes() -> None:
    """Its parts cannot be set again."""
    register = Register(SCHEMES["raci"], roles={}, work={}, overlaps={}, practices={})
    with pytest.raises(FrozenInstanceError):
        register.roles = {}  # type: ignore[misc]  # that is what is tested
