"""Changes of a mapping whose keys are roles, as `with`, `sides` and `others` are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.editing.changes import AddField, Change, Remove, RenameField, Replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from raci.editing.nodes import Path
    from raci.model.scheme import Letters

    Roles = Mapping[str, str | Letters]


def changes_by_role(
    path: Path,
    written: Mapping[str, str],
    before: Roles,
    after: Roles,
    role: Callable[[str], str],
) -> Iterator[Change]:
    """Yield what makes the mapping at `path`, which says `before` of each role, say `after`.

    `written` are the keys there by role; `role` says how a role is written.
    """
    *outer, field = path
    if not after:
        if before:
            yield Remove(path)
        return
    new = [each for each in after if each not in before]
    if not before:
        yield AddField(tuple(outer), str(field), {role(each): _said(after[each]) for each in new})
        return
    for each in before:
        at = (*path, written[each])
        if each in after:
            if after[each] != before[each]:
                yield Replace(at, _said(after[each]))
        elif new:  # one role has taken the place of another
            now = new.pop(0)
            yield RenameField(at, role(now))
            if after[now] != before[each]:
                yield Replace(at, _said(after[now]))
        else:
            yield Remove(at)
    for each in new:
        yield AddField(path, role(each), _said(after[each]))


def _said(of_role: str | Letters) -> str:
    """Return what a mapping says of a role as it is written: its view, or its letters in one word."""
    return of_role if isinstance(of_role, str) else "".join(of_role)
