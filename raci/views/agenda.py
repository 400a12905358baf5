"""The next alignment meeting: its topics, the worst first, with a place for each decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import counted, in_words
from raci.views.agenda_topics import DECISION, Topics
from raci.views.document import Document, Fact, Section, Table
from raci.views.overlap_wording import eased_by
from raci.views.wording import Wording, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.queries.agenda_records import Agenda, UnownedWork
    from raci.queries.overlap_cases import OverlapCase
    from raci.queries.records import ClaimRecord, OverlapRecord

_TO_FILL_IN = "..."
_LISTED = 5  # names in a line of the overview
_PAIRS = 10  # look-alikes that a meeting can go through
_HEADER = ("topic", "name", "roles", "due", "tension", "where", "decision")


def agenda(answer: Agenda) -> Document:
    """Return the document of an answer."""
    topics, wording = Topics(answer), Wording(answer.scheme, answer.roles)
    sections = [
        *map(topics.contested, answer.contested),
        *map(topics.open, answer.open),
        *map(topics.review, answer.reviews),
        *_unowned(answer, wording),
        *_look_alikes(answer, wording),
    ]
    return Document(
        title=_title(answer, wording),
        sections=(_overview(answer, wording), *sections, *_practices(answer), _open_floor()),
        records=Table(_HEADER, tuple(_rows(answer, wording))),
    )


def _title(answer: Agenda, wording: Wording) -> str:
    topics = (
        (answer.contested, "piece of work is contested", "pieces of work are contested"),
        (answer.open, "tension is open", "tensions are open"),
        (answer.reviews, "agreement is due for review", "agreements are due for review"),
        (answer.unowned, "piece of work has no owner", "pieces of work have no owner"),
    )
    said = [counted(len(each), one, many) for each, one, many in topics if each]
    said += [look_alikes(len(answer.unexamined))] if answer.unexamined else []
    of = f" of {wording.names(answer.asked)}" if answer.asked else ""
    return f"Alignment meeting{of}: {in_words(said) or 'nothing has to be decided'}."


def _overview(answer: Agenda, wording: Wording) -> Section:
    names = (
        ("Contested", [answer.work[each.work] for each in answer.contested]),
        ("Open", [each.overlap.name for each in answer.open if each.overlap]),
        ("Review", [each.overlap.name for each in answer.reviews]),
        ("Without an owner", [answer.work[each.work] for each in answer.unowned]),
        ("One thing or two", [in_words(each.names) for each in answer.unexamined]),
    )
    facts = [Fact(label, (_some(listed),)) for label, listed in names if listed]
    if answer.present:
        people = (
            f"{wording.name(role)} ({in_words(held)})" if held else wording.name(role)
            for role, held in answer.present.items()
        )
        facts.append(Fact("Roles concerned", (in_words(people),)))
    if not facts:
        facts = [Fact("To decide", ("Nothing. What is left is the open floor.",))]
    return Section("Topics", f"as of {answer.as_of}, with reviews up to {answer.until}", tuple(facts))


def _some(names: Sequence[str]) -> str:
    more = [f"{len(names) - _LISTED} more"] if len(names) > _LISTED else []
    return "; ".join([*names[:_LISTED], *more])


def _unowned(answer: Agenda, wording: Wording) -> Iterable[Section]:
    if not answer.unowned:
        return
    facts = [fact for each in answer.unowned for fact in (_without_owner(each, answer, wording), DECISION)]
    scheme = wording.scheme
    letter = scheme.letter(scheme.accountable)
    how = (
        f"To write it down, give {letter.code} ({letter.word}) to one role, in the letters of its entry or "
        "by an agreement. What is to have no owner goes under unowned, with the reason."
    )
    yield Section("Without an owner", "nobody is accountable", tuple(facts), prose=(how,))


def _without_owner(each: UnownedWork, answer: Agenda, wording: Wording) -> Fact:
    does = in_words(_parts(each.letters, wording)) or "nobody has a part in it"
    covered = f"; part of {in_words(each.areas)}" if each.areas else ""
    places = ", ".join(f"{claim.file}:{claim.line}" for claim in each.claims)
    return Fact("Work", (f"{answer.work[each.work]}: {does}{covered} ({places})",))


def _parts(letters: Mapping[str, str], wording: Wording) -> Iterable[str]:
    """Yield who has which part, with those who have the same in one."""
    holders: dict[str, list[str]] = {}
    for role, held in letters.items():
        if held:
            holders.setdefault(wording.letters(held), []).append(role)
    words = {
        word
        for held in letters.values()
        if held
        for word in wording.scheme.words(wording.scheme.parse([held]))
    }
    # Other words are no adjectives: nobody "is recommends".
    is_so = words <= {str(meaning) for meaning in Meaning}
    for part, roles in holders.items():
        is_ = ("is" if len(roles) == 1 else "are") if is_so else "as"
        yield f"{wording.names(roles)} {is_} {part}"


def _look_alikes(answer: Agenda, wording: Wording) -> Iterable[Section]:
    if not answer.unexamined:
        return
    shown = answer.unexamined[:_PAIRS]
    facts = [fact for case in shown for fact in (Fact("Names", (_pair(case, wording),)), DECISION)]
    rest = len(answer.unexamined) - len(shown)
    more = f" {counted(rest, 'more is', 'more are')} there." if rest else ""
    how = f"raci overlaps --status unexamined has the text that writes it down.{more}"
    yield Section("One thing or two?", "names that look alike", tuple(facts), prose=(how,))


def _pair(case: OverlapCase, wording: Wording) -> str:
    named = in_words(
        f"{name} ({wording.names(claim.role for claim in case.claims if claim.work == work)})"
        for name, work in zip(case.names, case.work, strict=True)
    )
    return f"{named}: {case.why}"


def _practices(answer: Agenda) -> Iterable[Section]:
    if not answer.practices:
        return
    lines = [f"{eased_by(each)}{f': {each.summary}' if each.summary else ''}" for each in answer.practices]
    asked = Fact("To ask", ("Which of them took place since the last meeting? Which is due?",))
    yield Section("Ways of working", "", (Fact("Practices", tuple(lines)), asked, DECISION))


def _open_floor() -> Section:
    facts = (Fact("Topic", (_TO_FILL_IN,)), DECISION, Fact("Topic", (_TO_FILL_IN,)), DECISION)
    note = "what is on people's minds and stands nowhere above"
    return Section("Open floor", note, (*facts, Fact("Next meeting", (_TO_FILL_IN,))))


def _rows(answer: Agenda, wording: Wording) -> Iterable[tuple[str, ...]]:
    """Yield a row for each topic, with an empty cell for the decision."""
    for work in answer.contested:
        roles = _names([*work.accountable, *(claim.role for claim in work.claims)], wording)
        tensions = (area.tension for area in answer.areas if area.id in work.areas and area.tension)
        name = answer.work[work.work]
        yield ("contested", name, roles, "", next(tensions, ""), _places(work.claims), "")
    for case in answer.open:
        if case.overlap:
            roles, place = _names(case.roles, wording), _places([case.overlap])
            yield ("open", case.overlap.name, roles, "", case.tension or "", place, "")
    for review in answer.reviews:
        overlap, roles = review.overlap, _names(review.roles, wording)
        due = (overlap.agreement.review if overlap.agreement else None) or ""
        yield ("review", overlap.name, roles, due, overlap.tension or "", _places([overlap]), "")
    for piece in answer.unowned:
        roles = _names(piece.letters, wording)
        yield ("unowned", answer.work[piece.work], roles, "", "", _places(piece.claims), "")
    for case in answer.unexamined:
        roles = _names(case.roles, wording)
        yield ("unexamined", "; ".join(case.names), roles, "", case.tension or "", _places(case.claims), "")


def _places(entries: Iterable[ClaimRecord | OverlapRecord]) -> str:
    return "; ".join(f"{entry.file}:{entry.line}" for entry in entries)


def _names(roles: Iterable[str], wording: Wording) -> str:
    return "; ".join(wording.name(role) for role in dict.fromkeys(roles))
