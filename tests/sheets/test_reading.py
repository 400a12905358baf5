"""Cells out of files: their text, place and marks; whatever a file holds, it is read or refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from raci.errors import UnusableFile
from raci.sheets.reading import FORMATS, read_tables
from raci.sheets.table import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import RunRaci


def workbook(fill: Callable[[Any], None]) -> bytes:
    """Return the bytes of a workbook whose first sheet is filled."""
    book = openpyxl.Workbook()
    fill(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook in which one part is another."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def plain(sheet: Any) -> None:
    """Fill a sheet with a small matrix."""
    for row in (["Task", "PM", "Dev"], ["Plan", "A", "R"], ["Ship", "C", "A"]):
        sheet.append(row)


def test_a_workbook_tells_what_only_its_cells_know() -> None:
    """Merged cells fill what they cover; hidden, struck out, commented and unreckoned ones are marked."""

    def fill(sheet: Any) -> None:
        plain(sheet)
        sheet["B2"].font = Font(strike=True)
        sheet["C2"].comment = Comment("only if late", "Ana")
        sheet["C3"] = "=B2"
        sheet.merge_cells("A3:A4")
        sheet.row_dimensions[2].hidden = True

    (table,) = read_tables(workbook(fill), "m.xlsx", "xlsx")
    assert [cell.text for cell in table.rows[1]] == ["Plan", "", "R"]
    assert table.rows[1][1].marks == {Mark.STRUCK, Mark.HIDDEN}
    assert table.rows[1][1].struck
    assert table.rows[1][2].comment == "only if late"
    assert table.rows[2][2].marks == {Mark.FORMULA}
    assert (table.rows[3][0].text, table.rows[3][0].place) == ("Ship", "m.xlsx!Sheet!A4")
    assert Mark.MERGED in table.rows[3][0].marks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    """With a mark or without; what is not UTF-8 is said to be read as Windows-1252."""
    (table,) = read_tables("Tâche;Chef\nMenü;A\n".encode(encoding), "m.csv", "csv")
    assert [[cell.text for cell in row] for row in table.rows] == [["Tâche", "Chef"], ["Menü", "A"]]
    assert bool(table.notes) == (encoding == "cp1252")
    assert table.rows[1][0].place == "m.csv:2"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "line"), [('Task,PM\n"Plan,A\nShip,R', 2), ('Task,PM\n"Pl\nan","A\nShip,R', 3)]
)
def test_a_quote_that_nobody_closes_is_told_with_its_line(text: str, line: int, end: str) -> None:
    """All that follows would be one cell: the file is refused, and the line of the quote is named."""
    with pytest.raises(UnusableFile, match=f"line {line}: a quote opens there that nothing closes"):
        read_tables((text + end).encode(), "m.csv", "csv")


def test_a_quote_that_closes_in_the_wrong_place_is_told() -> None:
    """A cell of several lines that goes on behind its quote may have swallowed rows; others have not."""
    (table,) = read_tables(b'Task,PM\n"Plan,A\nShip,"R"\nSell,I\n', "m.csv", "csv")
    assert table.notes == (
        "m.csv:2: a quote opens there and closes on line 3, within a cell: is one missing or too many?",
    )
    (table,) = read_tables(b'Task,PM\n"Plan\nit",A\n"Sh"ip,R\nSe"ll,"A\nR"\n', "m.csv", "csv")
    assert table.notes == ()


@pytest.mark.parametrize("content", [b"A,B\nPlan,A\0\nShip,R", b"A\0,B\nPl,R\n", b"\0A,B\nPlan,R\n"])
def test_nul_characters_are_told_as_what_they_are(content: bytes) -> None:
    """A NUL makes no UTF-16 of a file: that has one in every second place."""
    with pytest.raises(UnusableFile, match="holds NUL characters and is no text"):
        read_tables(content, "m.csv", "csv")


def test_utf_16_without_a_mark_is_read() -> None:
    """Either way round, and told."""
    for encoding in ("utf-16-le", "utf-16-be"):
        (table,) = read_tables("Tâche;Chef\nMenü;A\n".encode(encoding), "m.csv", "csv")
        assert table.rows[1][0].text == "Menü"
        assert table.notes == ("It is read as UTF-16.",)


def test_html_keeps_lines_spans_and_marks() -> None:
    """`<br>` is no nothing; spans fill; a mention without a name is marked, and places are lines."""
    page = (
        "<table>\n<tr><td rowspan=2>a<td colspan=2>R<br>C\n<tr><td><del>x</del><td><ac:link>"
        "<ri:user ri:account-id='1'/></ac:link>\n</table>"
    )
    (table,) = read_tables(page.encode(), "p.html", "html")
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "R\nC", "R\nC"], ["a", "", ""]]
    assert table.rows[1][1].marks == {Mark.STRUCK}
    assert table.rows[1][2].marks == {Mark.MENTION}
    assert table.rows[0][0].place == "p.html:2:5"


def test_markdown_keeps_headings_and_lines() -> None:
    """A table knows the heading before it and the line of each cell; code is no table."""
    page = "# One\n\n```\n|a|b|\n|-|-|\n|1|2|\n```\n\n|a|b|\n|-|-|\n|1|~~2~~ 3|\n"
    (table,) = read_tables(page.encode(), "p.md", "markdown")
    assert table.heading == "One"
    assert table.rows[1][1].text == "3"
    assert table.rows[1][1].place == "p.md:11"


def _lie(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(old, new)


HOSTILE = {
    "empty": b"",
    "cut off": workbook(plain)[:900],
    "no zip": b"PK\x03\x04" + b"\0" * 100,
    "bomb": repacked(workbook(plain), SHEET, lambda _: b"<worksheet>" + b" " * 200_000_000),
    "merged all": repacked(
        workbook(lambda sheet: sheet.merge_cells("A1:B2")), SHEET, _lie(b"A1:B2", b"A1:XFD1048576")
    ),
    "entities": repacked(workbook(plain), SHEET, lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part),
    "no xml": repacked(workbook(plain), SHEET, lambda _: b"<worksheet"),
    "wide": repacked(workbook(plain), SHEET, _lie(b'r="C3"', b'r="XFD3"')),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused(name: str) -> None:
    """Whatever is wrong in it, it is refused in a sentence."""
    with pytest.raises(UnusableFile):
        read_tables(HOSTILE[name], "m.xlsx", "xlsx")


def test_a_dimension_that_lies_does_no_harm() -> None:
    """What a sheet says of its size is not believed."""
    content = repacked(workbook(plain), SHEET, _lie(b'ref="A1:C3"', b'ref="A1:XFD1048576"'))
    (table,) = read_tables(content, "m.xlsx", "xlsx")
    assert len(table.rows) == 3


TEXTS = {
    "nothing": b"",
    "nul": b"a,b\0c\n",
    "half of utf-16": b"\xff\xfea",
    "deep": b"<table>" + b"<div>" * 3_000 + b"<tr><td>A",
    "open": b"<table><tr><td>" * 50,
    "comments": b"<!" * 20_000,
    "bars": b"|" * 50_000,
    "quotes": b'"' * 50_001,
    "wide spans": b"<table><tr>" + b"<td colspan=1000 rowspan=60000>A" * 400,
    "stars": b"|a|b|\n|-|-|\n|" + b"*_" * 3_000 + b"|A|\n",
}


@pytest.mark.parametrize("format_", [each for each in FORMATS if each not in {"docx", "ods", "xls"}])
@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_ends(name: str, format_: str, raci: RunRaci, in_folder: Any) -> None:
    """Whatever a text holds, the answer is taken, no matrix, or not readable."""
    (in_folder / "m").write_bytes(TEXTS[name])
    assert raci("import", "m", "--from", format_).code in {0, 1, 2}


def word(text: str, *, struck: bool = False) -> str:
    """Return a cell of a document."""
    looks = "<w:rPr><w:strike/></w:rPr>" if struck else ""
    return f"<w:tc><w:p><w:r>{looks}<w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_a_document_is_read_through_html() -> None:
    """Its tables have their cells and what is struck out, by table, row and column."""
    rows = [
        "".join(map(word, ("Task", "PM", "Dev"))),
        word("Plan") + word("A") + word("R", struck=True),
    ]
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body><w:tbl>{body}</w:tbl></w:body></w:document>"
        )
    (table,) = read_tables(stream.getvalue(), "m.docx", "docx")
    assert [[cell.text for cell in row] for row in table.rows] == [["Task", "PM", "Dev"], ["Plan", "A", ""]]
    assert table.rows[1][2].marks == {Mark.STRUCK}
    assert table.rows[1][2].place == "m.docx!table 1, row 2, column 3"


@pytest.mark.parametrize("format_", ["docx", "ods", "xls"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_broken_documents_are_refused(content: bytes, format_: str) -> None:
    """Whatever the library raises, it is one sentence."""
    with pytest.raises(UnusableFile):
        read_tables(content, "m", format_)


def test_a_sheet_that_repeats_itself_without_end_is_refused() -> None:
    """A few bytes of an .ods may stand for billions of cells."""
    row = '<table:table-row table:number-rows-repeated="1048576"><text:p>x</text:p></table:table-row>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", row)
    with pytest.raises(UnusableFile, match="repeats"):
        read_tables(stream.getvalue(), "m.ods", "ods")
