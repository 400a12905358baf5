"""The numbers of health on one screen, each with its label in words; what is bad says what it needs."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from raci.text.names import counted, in_words
from raci.views.document import Document, Section, Table, facts
from raci.views.wording import if_any, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.queries.health import Health

_NOT_NUMBERS = {
    "as_of",
    "scheme",
    "accountable_max_roles",
    "responsible_max_roles",
    "absence_max_roles",
    "roles",
    "unexamined_names",
}
_TOUCHED = {
    "accountable": ("piece", "pieces"),
    "agreements": ("agreement", "agreements"),
    "escalations": ("escalation", "escalations"),
    "deputies": ("role to stand in for", "roles to stand in for"),
}
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
    "accountable_letters": ("accountable_in_three",),
    "absence_max": tuple(f"absence_max_{part}" for part in _TOUCHED),
    "claims": ("claims_with_summary", "claims_with_source"),
    "files": ("files_claimed", "files_unclaimed"),
}
_WHOLE_OF = {part: whole for whole, parts in _WHOLES.items() for part in parts}
_OF_FILES = {"files", "files_claimed", "files_unclaimed", "files_claimed_share"}
_NAMED = 2  # more roles than these do not fit in a line


def health(answer: Health) -> Document:
    """Return the document of an answer."""
    to_meet_on = answer.contested + answer.open_tensions + answer.unowned
    to_meet_on += answer.agreements_past_review + answer.agreements_due_within_30_days
    agenda = ("raci agenda makes a meeting of what is contested, open, due or unowned.",)
    return Document(
        title=_title(answer),
        sections=(_ownership(answer), _overlaps(answer), _lists(answer), *_files(answer)),
        notes=agenda if to_meet_on else (),
        records=Table(("number", "value", "of", "as_of"), tuple(rows_of(answer))),
    )


def _title(answer: Health) -> str:
    if not answer.work:
        return "There is no work in the register."
    work, owned = answer.work_to_own, answer.with_owner
    if not work:
        return "All that there is has no owner on purpose."
    pieces, have = "piece of work" if work == 1 else "pieces of work", "has" if 1 in {work, owned} else "have"
    some = ("The only" if work == 1 else f"All {work:,}") if owned == work else f"{owned:,} of {work:,}"
    bad = (
        if_any(answer.contested, "is contested", "are contested"),
        if_any(answer.unowned, "has none", "have none"),
        if_any(answer.open_tensions, "tension is open", "tensions are open"),
        if_any(answer.agreements_past_review, "agreement is past review", "agreements are past review"),
        look_alikes(answer.unexamined_look_alikes),
    )
    worst_first = in_words(filter(None, bad)) or "nothing is contested, open or past review"
    return f"{some} {pieces} {have} one owner; {worst_first}."


def _ownership(answer: Health) -> Section:
    agreed = f", {answer.settled:,} of them by an agreement" if answer.settled else ""
    listed = f", {answer.on_no_list:,} on no list" if answer.on_no_list else ""
    work = counted(answer.work, "piece of work", "pieces of work")
    return Section(
        heading="Ownership",
        note=f"{work}: {kinds_of_work(answer)}{listed}",
        facts=facts(
            ("With one owner", f"{_of(answer, 'with_owner')}{agreed}"),
            ("Contested", _bad(answer, "contested", ", to be settled")),
            ("Unowned", _bad(answer, "unowned", ", to be given to somebody")),
            ("Unowned on purpose", if_any(answer.unowned_on_purpose, "piece", "pieces")),
        ),
    )


def kinds_of_work(answer: Health) -> str:
    """Return how many responsibilities and deliverables there are."""
    responsibilities = counted(answer.responsibilities, "responsibility", "responsibilities")
    return f"{responsibilities}, {counted(answer.deliverables, 'deliverable')}"


def _overlaps(answer: Health) -> Section:
    agreements = counted(answer.agreements, "agreement")
    contested = f"; {answer.contested_areas:,} more contested" if answer.contested_areas else ""
    return Section(
        heading="Overlaps and agreements",
        note=f"{counted(answer.areas, 'area')}, {agreements}, as of {answer.as_of}",
        facts=facts(
            ("Open tensions", f"{_bad(answer, 'open_tensions', ', to be settled')}{contested}"),
            ("Look alike", _alike(answer)),
            ("Past review", _bad(answer, "agreements_past_review", ", overdue")),
            ("Due in 30 days", _bad(answer, "agreements_due_within_30_days", ", to be reviewed")),
            ("No review date", _bad(answer, "agreements_without_review")),
            ("No escalation", _bad(answer, "agreements_without_escalation")),
        ),
    )


def _alike(answer: Health) -> str:
    """Return which names may mean one thing; of many pairs how many, and where they are."""
    if answer.unexamined_look_alikes == 1:
        return in_words(answer.unexamined_names[0])
    said = look_alikes(answer.unexamined_look_alikes)
    return f"{said} (raci overlaps has them)" if said else "none"


def _lists(answer: Health) -> Section:
    roles = counted(answer.roles_with_list, "role with a list", "roles with lists")
    in_three, letters = answer.accountable_in_three, answer.accountable_letters
    three = f"; three answer for {percent(in_three, letters)}" if in_three < letters else ""
    return Section(
        heading="Roles and their lists",
        note=f"{roles}, {counted(answer.claims, 'entry', 'entries')}{three}",
        facts=facts(
            ("Accountable", _load(answer, "accountable")),
            ("Responsible", _load(answer, "responsible")),
            ("Missed most", _missed(answer)),
            (
                "With a summary",
                f"{_of(answer, 'claims_with_summary')}; with a source {_of(answer, 'claims_with_source')}",
            ),
        ),
    )


def _files(answer: Health) -> Iterator[Section]:
    """Yield how many files belong to some work, if that is known."""
    if answer.files is not None:
        yield Section(
            heading="Files",
            note=f"{counted(answer.files, 'file')} that git knows",
            facts=facts(
                ("In some work's paths", _of(answer, "files_claimed")),
                ("In none", _bad(answer, "files_unclaimed")),
            ),
        )


def _load(answer: Health, part: str) -> str:
    most, ids, middle = (getattr(answer, f"{part}_{each}") for each in ("max", "max_roles", "median"))
    if not most:
        return "nobody"
    who = in_words(answer.roles[role] for role in ids) if len(ids) <= _NAMED else f"{len(ids):,} roles"
    median = f", median {f'{middle:,.1f}'.removesuffix('.0')}" if middle is not None else ""
    return f"at most {counted(most, 'piece')} ({who}){median}"


def _missed(answer: Health) -> str:
    """Return the role whose absence would touch most, and what it would touch."""
    roles = [answer.roles[role] for role in answer.absence_max_roles]
    if not roles:
        return "nobody"
    counts = {part: getattr(answer, f"absence_max_{part}") for part in _TOUCHED}
    what = (counted(counts[part], *words) for part, words in _TOUCHED.items() if counts[part])
    also = f"; {counted(len(roles) - 1, 'more role')} as much" if len(roles) > 1 else ""
    return f"{roles[0]}: {', '.join(what)}{also}"


def _bad(answer: Health, number: str, needs: str = "") -> str:
    """Return how many of how many, and what that needs; "none" where there are none."""
    return f"{_of(answer, number)}{needs}" if getattr(answer, number) else "none"


def _of(answer: Health, number: str) -> str:
    part, whole = getattr(answer, number), getattr(answer, _WHOLE_OF[number])
    return f"{part:,} of {whole:,} ({percent(part, whole)})" if whole else "none"


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent, a half rounded up: only nothing is 0 %, and only everything 100 %."""
    if part in {0, whole}:
        return "100 %" if part else "0 %"
    return f"{min(max((200 * part + whole) // (2 * whole), 1), 99)} %"


def rows_of(answer: Health) -> Iterator[tuple[str, str, str, str]]:
    """Yield each number under its key in JSON, with what it is a part of and its day."""
    for number in (each.name for each in fields(answer) if each.name not in _NOT_NUMBERS):
        value, whole = getattr(answer, number), _WHOLE_OF.get(number)
        if value is None and number in _OF_FILES:
            continue
        of = str(getattr(answer, whole)) if whole else ""
        yield number, "" if value is None else str(value), of, answer.as_of
