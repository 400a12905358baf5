"""The numbers of health on one screen, each with its label in words; what is bad says what it needs."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.document import Document, Fact, Section, Table
from raci.views.wording import look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.queries.health import Health

_NOT_NUMBERS = {"as_of", "scheme", "accountable_max_roles", "responsible_max_roles", "roles"}
_WHOLES = {
    "work": ("responsibilities", "deliverables", "on_no_list", "unowned_on_purpose", "work_to_own"),
    "work_to_own": ("owned", "settled", "with_owner", "contested", "unowned"),
    "areas": ("contested_areas", "open_tensions"),
    "agreements": (
        "agreements_past_review",
        "agreements_due_within_30_days",
        "agreements_without_review",
        "agreements_without_escalation",
    ),
    "claims": ("claims_with_summary", "claims_with_source"),
}
_WHOLE_OF = {part: whole for whole, parts in _WHOLES.items() for part in parts}
_NAMED = 2  # more roles than these do not fit in a line


def health(answer: Health) -> Document:
    """Return the document of an answer."""
    to_meet_on = answer.contested + answer.open_tensions + answer.unowned
    to_meet_on += answer.agreements_past_review + answer.agreements_due_within_30_days
    agenda = ("raci agenda makes a meeting of what is contested, open, due or without an owner.",)
    return Document(
        title=_title(answer),
        sections=(_ownership(answer), _overlaps(answer), _lists(answer)),
        notes=agenda if to_meet_on else (),
        records=_records(answer),
    )


def _title(answer: Health) -> str:
    if not answer.work:
        return "There is no work in the register."
    work, owned = answer.work_to_own, answer.with_owner
    if not work:
        return "All that there is has no owner on purpose."
    pieces, have = "piece of work" if work == 1 else "pieces of work", "has" if 1 in {work, owned} else "have"
    some = ("The only" if work == 1 else f"All {work:,}") if owned == work else f"{owned:,} of {work:,}"
    bad = in_words(_bad(answer)) or "nothing is contested, open or past review"
    return f"{some} {pieces} {have} one owner; {bad}."


def _bad(answer: Health) -> Iterable[str]:
    """Yield what there is to do something about, the worst first."""
    for count, one, many in (
        (answer.contested, "is contested", "are contested"),
        (answer.unowned, "has none", "have none"),
        (answer.open_tensions, "tension is open", "tensions are open"),
        (answer.agreements_past_review, "agreement is past review", "agreements are past review"),
    ):
        if count:
            yield counted(count, one, many)
    if answer.unexamined_look_alikes:
        yield look_alikes(answer.unexamined_look_alikes)


def _ownership(answer: Health) -> Section:
    work = answer.work_to_own
    owned = _of(answer.with_owner, work)
    if answer.settled:
        owned += f", {answer.settled:,} of them by an agreement"
    kinds = kinds_of_work(answer)
    kinds += f", {answer.on_no_list:,} on no list" if answer.on_no_list else ""
    return Section(
        heading="Ownership",
        note=f"{counted(answer.work, 'piece of work', 'pieces of work')}: {kinds}",
        facts=(
            Fact("With one owner", (owned,)),
            Fact("Contested", (_bad_of(answer.contested, work, "to be settled"),)),
            Fact("Without an owner", (_bad_of(answer.unowned, work, "to be given to somebody"),)),
            Fact("Unowned on purpose", (_or_none(answer.unowned_on_purpose),)),
        ),
    )


def kinds_of_work(answer: Health) -> str:
    """Return how many responsibilities and deliverables there are."""
    responsibilities = counted(answer.responsibilities, "responsibility", "responsibilities")
    return f"{responsibilities}, {counted(answer.deliverables, 'deliverable')}"


def _overlaps(answer: Health) -> Section:
    agreed, due = answer.agreements, answer.agreements_due_within_30_days
    tensions = _bad_of(answer.open_tensions, answer.areas, "to be settled")
    if answer.contested_areas:
        tensions += f"; {answer.contested_areas:,} more contested"
    alike = answer.unexamined_look_alikes
    return Section(
        heading="Overlaps and agreements",
        note=f"{counted(answer.areas, 'area')}, {counted(agreed, 'agreement')}, as of {answer.as_of}",
        facts=(
            Fact("Open tensions", (tensions,)),
            Fact("Names that look alike", (look_alikes(alike) if alike else "none",)),
            Fact("Past review", (_bad_of(answer.agreements_past_review, agreed, "overdue"),)),
            Fact("Due in 30 days", (_bad_of(due, agreed, "to be reviewed"),)),
            Fact("No review date", (_bad_of(answer.agreements_without_review, agreed),)),
            Fact("No escalation", (_bad_of(answer.agreements_without_escalation, agreed),)),
        ),
    )


def _lists(answer: Health) -> Section:
    accountable = [answer.roles[role] for role in answer.accountable_max_roles]
    responsible = [answer.roles[role] for role in answer.responsible_max_roles]
    roles = counted(answer.roles_with_list, "role with a list", "roles with lists")
    return Section(
        heading="Roles and their lists",
        note=f"{roles}, {counted(answer.claims, 'entry', 'entries')}",
        facts=(
            Fact("Accountable", (_load(answer.accountable_max, accountable, answer.accountable_median),)),
            Fact("Responsible", (_load(answer.responsible_max, responsible, answer.responsible_median),)),
            Fact("With a summary", (_of(answer.claims_with_summary, answer.claims),)),
            Fact("With a source", (_of(answer.claims_with_source, answer.claims),)),
        ),
    )


def _load(most: int, holders: Sequence[str], middle: float | None) -> str:
    if not most:
        return "nobody"
    who = in_words(holders) if len(holders) <= _NAMED else f"{len(holders):,} roles"
    median = f", median {f'{middle:,.1f}'.removesuffix('.0')}" if middle is not None else ""
    return f"at most {counted(most, 'piece')} ({who}){median}"


def _bad_of(part: int, whole: int, needs: str = "") -> str:
    """Return how many of how many, and what that needs; "none" where there are none."""
    return f"{_of(part, whole)}{f', {needs}' if needs else ''}" if part else "none"


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({percent(part, whole)})" if whole else "none"


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent, a half rounded up: only nothing is 0 %, and only everything 100 %."""
    if part in {0, whole}:
        return "100 %" if part else "0 %"
    return f"{min(max((200 * part + whole) // (2 * whole), 1), 99)} %"


def _or_none(count: int) -> str:
    return f"{count:,}" if count else "none"


def _records(answer: Health) -> Table:
    """Return a row for each number, under its key in JSON, with what it is a part of."""
    rows = []
    for number in (each.name for each in fields(answer) if each.name not in _NOT_NUMBERS):
        value, whole = getattr(answer, number), _WHOLE_OF.get(number)
        of = str(getattr(answer, whole)) if whole else ""
        rows.append((number, "" if value is None else str(value), of, answer.as_of))
    return Table(("number", "value", "of", "as_of"), tuple(rows))
