"""What changed in meaning between two registers, and whom to ask and tell."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from raci.changes.concerned import concerned
from raci.changes.kinds import ChangeKind
from raci.changes.of_overlaps import changes_of_overlaps
from raci.changes.of_practices import changes_of_practices, changes_of_register
from raci.changes.of_roles import changes_of_roles
from raci.changes.of_work import changes_of_work
from raci.changes.records import Changes, RuleErrors
from raci.changes.sides import sides_of
from raci.model.field_types import Id
from raci.model.scheme import Meaning
from raci.queries.mentions import mentioned, role_names
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.changes.records import Change
    from raci.changes.sides import Sides
    from raci.faults.finding import Finding
    from raci.graph.ownership import OwnershipGraph

_NO_ERRORS: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())


def changes_between(
    before: OwnershipGraph,
    after: OwnershipGraph,
    names: tuple[str, str] = ("before", "after"),
    *,
    errors: tuple[Iterable[Finding], Iterable[Finding]] = _NO_ERRORS,
    letters_only: bool = False,
) -> Changes:
    """Return what changed in meaning from one graph to another, the weightiest first.

    `names` are what the two are called, `errors` what lint finds on each side. With `letters_only` one of the
    two is a table: roles, work, areas and letters are compared, and nothing that a table cannot say.
    """
    sides = sides_of(before, after, letters_only=letters_only)
    changes = changes_of(sides)
    affected, ask, tell = concerned(sides, changes)
    ids = mentioned([*changes, *affected, *ask, *tell])[Id.ROLE]
    return Changes(
        before=names[0],
        after=names[1],
        count=len(changes),
        texts=sum(each.is_text for each in changes),
        letters_only=letters_only,
        changes=changes,
        affected=affected,
        ask=ask,
        tell=tell,
        errors=_errors(sides, *errors),
        roles={**role_names(before.register, ids), **role_names(after.register, ids)},
    )


def changes_of(sides: Sides) -> tuple[Change, ...]:
    """Return what changed in meaning from one side to the other, the weightiest first."""
    found = chain(changes_of_work(sides), changes_of_roles(sides), changes_of_register(sides))
    if not sides.letters_only:
        found = chain(found, changes_of_overlaps(sides), changes_of_practices(sides))
    return tuple(sorted(found, key=partial(_weight, sides)))


def _weight(sides: Sides, change: Change) -> tuple[object, ...]:
    return (
        change.weight,
        _part(sides, change) if change.kind == ChangeKind.LETTERS_CHANGED else 0,
        by_name(change.name),
        change.id,
        by_name(change.role or ""),
        change.field or "",
        change.sentence,
    )


def _part(sides: Sides, change: Change) -> int:
    """Return the weightiest of what a role gained or lost with its letters: to do it before to know of it."""
    states = (change.before, sides.before.register.scheme), (change.after, sides.after.register.scheme)
    was, is_ = ({scheme.letter(code).meaning for code in state.value} for state, scheme in states if state)
    return min(map([*Meaning].index, was ^ is_ or was | is_))


def _errors(sides: Sides, before: Iterable[Finding], after: Iterable[Finding]) -> tuple[RuleErrors, ...]:
    """Return by rule how many errors came and went; what was renamed is still in the same error."""
    now = {
        **{pair.before: pair.after for pair in sides.work.pairs + sides.roles.pairs + sides.overlaps.pairs}
    }
    was = Counter(
        (each.code, each.name, " ".join(now.get(word, word) for word in each.subject.split()))
        for each in before
    )
    is_ = Counter((each.code, each.name, each.subject) for each in after)
    new, mended = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for (code, name, _), count in (is_ - was).items():
        new[code, name] += count
    for (code, name, _), count in (was - is_).items():
        mended[code, name] += count
    return tuple(RuleErrors(*rule, new[rule], mended[rule]) for rule in sorted({*new, *mended}))
