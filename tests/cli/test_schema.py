"""raci schema: the text that is printed, and the copy of it in the documentation."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from raci.model.json_schema import ownership_schema

from conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from conftest import RunRaci

COPY = PROJECT / "docs" / "json" / "ownership.schema.json"


def test_it_prints_the_schema(raci: RunRaci, in_folder: Path, request: pytest.FixtureRequest) -> None:
    """As JSON on standard output; docs/json has a copy (`pytest --update` writes it)."""
    ran = raci("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == ownership_schema()
    if request.config.getoption("--update"):
        COPY.write_bytes(ran.out.encode())
    assert ran.out == COPY.read_bytes().decode()


def test_it_goes_to_a_file(raci: RunRaci, in_folder: Path) -> None:
    """With --output, and anew after a new version of raci."""
    printed = raci("schema").out
    for _ in range(2):
        assert raci("schema", "-o", "ownership.schema.json").out == ""
        assert (in_folder / "ownership.schema.json").read_text("utf-8") == printed


def test_it_loads_no_more_than_it_needs(in_folder: Path) -> None:
    """The graph, the terminal and the YAML reader stay away."""
    code = (
        "import sys; from raci.cli.app import main; main(['schema', '-o', 'x.json'])\n"
        "print([name for name in ('networkx', 'rich', 'yaml', 'rapidfuzz', 'jinja2') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "[]\n"
