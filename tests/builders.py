"""Ownership files from a few lines of text: as files or in memory, what they make, or what is wrong with them.

A text is dedented. Where lines are counted as people count them, an empty first line is left out before.
"""

from __future__ import annotations

import os
from functools import partial
from textwrap import dedent
from typing import TYPE_CHECKING

from raci.faults.finding import Finding, InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import load, load_files
from raci.loading.source_file import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from raci.model.register import Register


def files_of(*texts: str) -> list[SourceFile]:
    """Return the files a.yaml, b.yaml, … with these texts, in memory."""
    return [
        SourceFile(f"{chr(ord('a') + number)}.yaml", partial(bytes, dedent(text).encode()))
        for number, text in enumerate(texts)
    ]


def register_of(*texts: str) -> Register:
    """Return the register of files a.yaml, b.yaml, … with these texts."""
    return load_files(files_of(*texts))


def graph_of(*texts: str) -> OwnershipGraph:
    """Return the ownership graph of files with these texts."""
    return OwnershipGraph(register_of(*texts))


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files with these texts below `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode())


def write(folder: Path, **files: str) -> None:
    """Write each text, without a first empty line, to `name`.yaml below `folder`."""
    write_files(folder, {f"{name}.yaml": text.removeprefix("\n") for name, text in files.items()})


def load_texts(tmp_path: Path, **files: str) -> Register:
    """Write each text to `name`.yaml and return the register that the folder makes."""
    write(tmp_path, **files)
    return load(tmp_path)


def findings(tmp_path: Path, **files: str) -> tuple[Finding, ...]:
    """Write each text to `name`.yaml and return what is wrong with the folder, in the order of places."""
    try:
        load_texts(tmp_path, **files)
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
