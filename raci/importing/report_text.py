"""The report of import in words: a short table, what was not understood, and what to do next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from raci.text.names import counted
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.importing.report import CellReport, ImportReport, TableReport

_MOST = 20


def report_text(report: ImportReport, output: str, *, ends: bool = True) -> str:
    """Return what a person has to know of an import; `output` is the file or folder that was written.

    What to do next comes last, where it `ends` there or no matrix was found.
    """
    lines = [*_tables(report.tables), *_cells("Not understood, and left out", report.not_understood)]
    lines += _cells("Taken, with a remark", report.noted)
    lines += [f"- {one_line(each)}" for each in report.notes[:_MOST]]
    if len(report.notes) > _MOST:
        lines.append(f"- and {len(report.notes) - _MOST} more remarks; --json has all")
    lines += ["", _end(report, output)] if ends or not report.work else []
    return "\n".join(lines).lstrip("\n")


def _tables(tables: Iterable[TableReport]) -> Iterator[str]:
    rows = [
        (
            "taken" if each.taken else "passed over",
            f"table {each.number}, {one_line(each.place)}"
            + (f" ({one_line(each.heading)[:60]})" if each.heading else ""),
            _counted(each) if each.taken else one_line(each.reason)[:200],
        )
        for each in tables
    ]
    shown = [row for row in rows if row[0] == "taken"]
    passed = [row for row in rows if row[0] != "taken"]
    widths = [max((len(row[number]) for row in rows), default=0) for number in (0, 1)]
    for row in [*shown[:_MOST], *passed[:_MOST]]:
        yield f"{row[0]:<{widths[0]}}  {row[1]:<{min(widths[1], 60)}}  {row[2]}"
    if (more := max(0, len(shown) - _MOST) + max(0, len(passed) - _MOST)) > 0:
        yield f"and {more} more tables; --json has all"
    told = (
        line
        for each in tables
        if each.taken
        for line in (f"{each.reason[:1].upper()}{each.reason[1:]}.", *each.columns)
    )
    yield from (f"  {one_line(line)}" for line in dict.fromkeys(told))


def _counted(each: TableReport) -> str:
    rows = f"{counted(each.rows, 'row')}: {counted(each.items, 'item')}"
    rows += f" ({counted(each.work, 'piece')} of work)" if each.work != each.items else ""
    rows += f", {counted(each.sections, 'heading')}" if each.sections else ""
    rows += f", {each.left_out_rows} left out" if each.left_out_rows else ""
    cells = f"{counted(each.cells, 'cell')}: {each.cells_taken} taken, {each.cells_empty} empty"
    cells += f", {each.cells_not_understood} not understood" if each.cells_not_understood else ""
    return f"{rows}; {cells}; {counted(len(each.roles), 'role')}"


def _cells(title: str, cells: tuple[CellReport, ...]) -> Iterator[str]:
    if not cells:
        return
    yield f"{title} ({len(cells)}):"
    for each in cells[:_MOST]:
        text = one_line(each.text)
        quoted = f'"{text[:80]}", ' if text else ""
        yield f"  {one_line(each.place)}: {quoted}{each.reason}"
    if len(cells) > _MOST:
        yield f"  and {len(cells) - _MOST} more; --json has all"


def _end(report: ImportReport, output: str) -> str:
    if not report.work:
        return (
            "No matrix was found. --sheet, --table, --header, --layout, --transpose, --items, --roles and "
            "--letter say where it is, and how it is laid out."
        )
    work, roles = counted(report.work, "piece"), counted(len(report.roles), "role")
    done = f"{work} of work and {roles}, in the letters of {report.scheme}."
    target = shlex.quote(output) if output else "FILE"
    before = "" if output else "Save it with -o FILE. "
    return f"{done} {before}Next: raci lint {target}"
