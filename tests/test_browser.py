"""The means by which tests come by tools and by a browser."""

from __future__ import annotations

import pytest

from browser import tool


def test_a_tool_is_found_by_any_of_its_names() -> None:
    """The first name that is there wins."""
    assert tool("no-such-program", "sh").endswith("/sh")


def test_a_missing_tool_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the tool a developer's test is skipped, and says what is missing."""
    monkeypatch.delenv("RACI_TEST_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        tool("no-such-program")


def test_a_missing_tool_fails_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """In CI a test that cannot be run is no success."""
    monkeypatch.setenv("RACI_TEST_TOOLS", "required")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        tool("no-such-program")
