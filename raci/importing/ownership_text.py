"""The ownership file that comes of import: each piece of work once, at whoever holds its strongest letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.editing.layout import Layout
from raci.model.scheme import Meaning
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.editing.nodes import Data
    from raci.importing.joining import Joined, Role, Work
    from raci.model.scheme import Scheme

_LAYOUT = Layout("", "\n", 2, 2)
_KEYS = {"responsibility": "responsibilities", "deliverable": "deliverables"}


def ownership_text(found: Joined, sources: Iterable[str], kind: str, only: Role | None = None) -> str:
    """Return an ownership file of all roles, or of one of them; it says whence it comes."""
    lines = [f"# Imported by raci from {one_line(', '.join(sources))}.", "version: 1"]
    if found.scheme.name != "raci" or only is None:
        lines.append(f"scheme: {found.scheme.name}")
    lines += ["", "roles:"]
    lists = _lists(found)
    for role in found.roles if only is None else (only,):
        body: dict[str, Data] = {"name": role.name}
        if role.alias:
            body["aliases"] = [role.alias]
        lines += _LAYOUT.field(role.id, body, 2)
        for of_kind, key in _KEYS.items():
            work = [each for each in lists.get(role.id, ()) if (each.claim.kind or kind) == of_kind]
            lines += [f"    {key}:"] if work else []
            for each in work:
                lines += [f"      # {one_line(text)[:500]}" for text in each.claim.comments]
                lines += _LAYOUT.item(_entry(each, role.id, found.scheme), 6)
    return "\n".join(lines) + "\n"


def _lists(found: Joined) -> dict[str, list[Work]]:
    lists: dict[str, list[Work]] = {}
    for work in found.work:
        for role in holders(work, found.scheme):
            lists.setdefault(role, []).append(work)
    return lists


def holders(work: Work, scheme: Scheme) -> list[str]:
    """Return the roles on whose lists work stands: all that are accountable, or else the nearest."""
    accountable = [role for role, codes in work.held.items() if scheme.accountable in codes]
    if accountable:
        return accountable
    for meaning in Meaning:
        for role, codes in work.held.items():
            if any(scheme.letter(code).meaning is meaning for code in codes):
                return [role]
    return []


def _entry(work: Work, role: str, scheme: Scheme) -> dict[str, Data]:
    entry: dict[str, Data] = {"name": work.name}
    if work.id:
        entry["id"] = work.id
    if work.claim.area:
        entry["area"] = work.claim.area
    if work.claim.summary:
        entry["summary"] = " ".join(work.claim.summary.split())
    entry["letters"] = _written(work.held[role])
    mine = set(holders(work, scheme))
    others: dict[str, Data] = {each: _written(codes) for each, codes in work.held.items() if each not in mine}
    if others:
        entry["with"] = others
    if work.claim.source:
        entry["source"] = work.claim.source
    return entry


def _written(codes: tuple[str, ...]) -> str:
    return "".join(codes)
