"""The next alignment meeting: its topics, the worst first, with a place for each decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.queries.agenda_records import TopicKind
from raci.text.names import in_words
from raci.views.agenda_overview import HOW_TO_SEE, at_a_glance, overview
from raci.views.agenda_topics import DECISION, Topics, due, how_long, noted
from raci.views.document import Document, Fact, Section, Table, filled
from raci.views.overlap_wording import eased_by, names_with_roles
from raci.views.ways_out import NO_TEXTS, Offers
from raci.views.wording import Wording, as_sentence, if_any, look_alikes, places, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.queries.agenda_records import Agenda, UnownedWork
    from raci.views.wording import Places

_TO_FILL_IN = "..."
_PAIRS = 10  # look-alikes that a meeting can go through
_HEADER = ("topic", "name", "roles", "due", "tension", "where", "decision", "minutes")


def agenda(answer: Agenda, offers: Offers = NO_TEXTS) -> Document:
    """Return the document of an answer, with ways out as they are offered."""
    topics, wording = Topics(answer, offers), Wording(answer.scheme, answer.roles)
    listed = together((topic.kind, topic) for topic in answer.topics)
    sections = (
        overview(answer, wording),
        *map(topics.contested, answer.contested, listed.get(TopicKind.CONTESTED, [])),
        *map(topics.open, answer.open, listed.get(TopicKind.OPEN, [])),
        *map(topics.review, answer.reviews, listed.get(TopicKind.REVIEW, [])),
        _unowned(answer, wording, how_long(*listed.get(TopicKind.UNOWNED, []))),
        _look_alikes(answer, wording, offers, how_long(*listed.get(TopicKind.UNEXAMINED, []))),
        _practices(answer, how_long(*listed.get(TopicKind.PRACTICES, []))),
        _open_floor(how_long(*listed[TopicKind.OPEN_FLOOR])),
    )
    return Document(
        title=_title(answer, wording),
        sections=filled(sections),
        records=Table(_HEADER, tuple(_rows(answer, wording))),
    )


def overview_alone(answer: Agenda) -> Document:
    """Return an answer at a glance: a line or three for each topic, as many as fit a screen."""
    wording = Wording(answer.scheme, answer.roles)
    told = [tension for *_, tension, _ in _topics(answer)]
    reviews = len(answer.contested) + len(answer.open)
    told[reviews : reviews + len(answer.reviews)] = [as_sentence(due(each)) for each in answer.reviews]
    return Document(
        title=_title(answer, wording),
        sections=(at_a_glance(answer, wording, told),),
        notes=(HOW_TO_SEE,),
        records=Table(_HEADER, tuple(_rows(answer, wording))),
    )


def _title(answer: Agenda, wording: Wording) -> str:
    topics = (
        if_any(len(answer.contested), "piece of work is contested", "pieces of work are contested"),
        if_any(len(answer.open), "tension is open", "tensions are open"),
        if_any(len(answer.reviews), "agreement is due for review", "agreements are due for review"),
        if_any(len(answer.unowned), "piece of work has no owner", "pieces of work have no owner"),
        look_alikes(len(answer.unexamined), [case.names for case in answer.unexamined]),
    )
    of = f" of {wording.names(answer.asked)}" if answer.asked else ""
    return f"Alignment meeting{of}: {in_words(filter(None, topics)) or 'nothing has to be decided'}."


def _unowned(answer: Agenda, wording: Wording, long: str) -> Section:
    told = [fact for each in answer.unowned for fact in (_without_owner(each, answer, wording), DECISION)]
    letter = wording.accountable
    how = (
        f"To write it down, give {letter.code} ({letter.word}) to one role, in the letters of its entry or "
        "by an agreement. What is to have no owner goes under unowned, with the reason."
    )
    return Section("Unowned", noted(long, "nobody is accountable"), tuple(told), prose=(how,))


def _without_owner(each: UnownedWork, answer: Agenda, wording: Wording) -> Fact:
    does = in_words(_parts(each.letters, wording)) or "nobody has a part in it"
    covered = f"; part of {in_words(each.areas)}" if each.areas else ""
    return Fact("Work", (f"{answer.work[each.work]}: {does}{covered} ({places(each.claims)})",))


def _parts(letters: Mapping[str, str], wording: Wording) -> Iterable[str]:
    """Yield who has which part, with those who have the same in one."""
    holders = together((wording.letters(held), role) for role, held in letters.items() if held)
    # Words of its own, such as "recommends", are no adjectives: nobody "is recommends".
    is_so = all(each.word == each.meaning for held in letters.values() for each in wording.held(held))
    for part, roles in holders.items():
        is_ = ("is" if len(roles) == 1 else "are") if is_so else "as"
        yield f"{wording.names(roles)} {is_} {part}"


def _look_alikes(answer: Agenda, wording: Wording, offers: Offers, long: str) -> Section:
    pairs = (f"{names_with_roles(case, wording)}: {case.why}" for case in answer.unexamined[:_PAIRS])
    told = [fact for pair in pairs for fact in (Fact("Names", (pair,)), DECISION)]
    rest = max(len(answer.unexamined) - _PAIRS, 0)
    more = if_any(rest, "more is there.", "more are there.")
    how = (
        "raci overlaps --status unexamined --full has the text that writes it down. "
        if offers.are_made
        else ""
    )
    note = noted(long, "names that look alike")
    return Section(
        "One thing or two?", note, tuple(told), prose=tuple(filter(None, (f"{how}{more}".rstrip(),)))
    )


def _practices(answer: Agenda, long: str) -> Section:
    lines = [f"{eased_by(each)}{f': {each.summary}' if each.summary else ''}" for each in answer.practices]
    asked = Fact("To ask", ("Which of them took place since the last meeting? Which is due?",))
    told = (Fact("Practices", tuple(lines)), asked, DECISION) if lines else ()
    return Section("Ways of working", long, told)


def _open_floor(long: str) -> Section:
    facts = (Fact("Topic", (_TO_FILL_IN,)), DECISION, Fact("Topic", (_TO_FILL_IN,)), DECISION)
    note = noted(long, "what is on people's minds and stands nowhere above")
    return Section("Open floor", note, (*facts, Fact("Next meeting", (_TO_FILL_IN,))))


def _rows(answer: Agenda, wording: Wording) -> Iterable[tuple[str, ...]]:
    """Yield a row for each topic, with an empty cell for the decision."""
    for (topic, name, roles, on, tension, where), listed in zip(_topics(answer), answer.topics, strict=False):
        names = "; ".join(wording.name(role) for role in dict.fromkeys(roles))
        minutes = "" if listed.minutes is None else str(listed.minutes)
        yield (topic, name, names, on or "", tension or "", places(where, "; "), "", minutes)


def _topics(answer: Agenda) -> Iterable[tuple[str, str, Iterable[str], str | None, str | None, Places]]:
    for work in answer.contested:
        roles = (*work.accountable, *(claim.role for claim in work.claims))
        tensions = (area.tension for area in answer.areas if area.id in work.areas and area.tension)
        yield "contested", answer.work[work.work], roles, None, next(tensions, None), work.claims
    for case in answer.open:
        if case.overlap:
            yield "open", case.overlap.name, case.roles, None, case.tension, [case.overlap]
    for review in answer.reviews:
        overlap = review.overlap
        due = overlap.agreement.review if overlap.agreement else None
        yield "review", overlap.name, review.roles, due, overlap.tension, [overlap]
    for piece in answer.unowned:
        yield "unowned", answer.work[piece.work], piece.letters, None, None, piece.claims
    for case in answer.unexamined:
        yield "unexamined", "; ".join(case.names), case.roles, None, case.tension, case.claims
