"""Which reader a file needs: by its name, or as it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.sheets.delimited import decoded, read_delimited

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.sheets.table import Table


def _xlsx(content: bytes, shown: str) -> list[Table]:
    from raci.sheets.workbook import read_workbook

    return read_workbook(content, shown)


def _spreadsheet(content: bytes, shown: str) -> list[Table]:
    from raci.sheets.documents import read_spreadsheet

    return read_spreadsheet(content, shown)


def _docx(content: bytes, shown: str) -> list[Table]:
    from raci.sheets.documents import read_document

    return read_document(content, shown)


def _markdown(content: bytes, shown: str) -> list[Table]:
    from raci.sheets.markdown import read_markdown

    return read_markdown(_text(content), shown)


def _html(content: bytes, shown: str) -> list[Table]:
    from raci.sheets.html import read_html

    return read_html(_text(content), shown)


def _text(content: bytes) -> str:
    text, _ = decoded(content)
    if "\0" in text:
        raise UnusableFile("the file holds NUL characters and is no text")
    return text


def _tabs(content: bytes, shown: str) -> list[Table]:
    return read_delimited(content, shown, "\t")


_READERS: dict[str, Callable[[bytes, str], list[Table]]] = {
    "xlsx": _xlsx,
    "csv": read_delimited,
    "tsv": _tabs,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "ods": _spreadsheet,
    "xls": _spreadsheet,
}
FORMATS = tuple(_READERS)
"""What `--from` may say."""
_ENDINGS = {
    **{f".{name}": name for name in FORMATS},
    ".xlsm": "xlsx",
    ".xltx": "xlsx",
    ".md": "markdown",
    ".mdx": "markdown",
    ".mkd": "markdown",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "html",
    ".storage": "html",
    ".tab": "tsv",
    ".txt": "markdown",
    ".psv": "csv",
    ".xlsb": "xls",
}


def format_of(name: str) -> str | None:
    """Return the format that the name of a file promises, if it does."""
    _, dot, ending = name.rpartition(".")
    return _ENDINGS.get(f".{ending.lower()}") if dot else None


def read_tables(content: bytes, shown: str, format_: str) -> list[Table]:
    """Return the tables of a file. Raises UnusableFile."""
    if format_ == "xlsx" and not content.startswith(b"PK"):
        raise UnusableFile("it is no workbook that can be read")
    return _READERS[format_](content, shown)
