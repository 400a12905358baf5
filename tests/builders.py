"""Ownership files from a few lines of text: the register they make, or what is wrong with them."""

from __future__ import annotations

import os
from textwrap import dedent
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, InvalidRegister
from raci.loading.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from raci.model.register import Register


def write(folder: Path, **files: str) -> None:
    """Write each text, dedented and without a first empty line, to `name`.yaml below `folder`."""
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).removeprefix("\n").encode())


def load_texts(tmp_path: Path, **files: str) -> Register:
    """Write each text to `name`.yaml and return the register that the folder makes."""
    write(tmp_path, **files)
    return load(tmp_path)


def findings(tmp_path: Path, **files: str) -> tuple[Finding, ...]:
    """Write each text to `name`.yaml and return what is wrong with the folder, in the order of places."""
    write(tmp_path, **files)
    try:
        load(tmp_path)
    except InvalidRegister as error:
        return error.findings
    return ()


def problems(tmp_path: Path, **files: str) -> list[str]:
    """Write each text to `name`.yaml and return the folder's findings as "file:line:column: message".

    They are in the order of their places; files are named relative to `tmp_path`.
    """
    outside = os.path.relpath(tmp_path).replace(os.sep, "/") + "/"
    found = findings(tmp_path, **files)
    return [f"{finding.location}: {finding.message}".replace(outside, "") for finding in found]
