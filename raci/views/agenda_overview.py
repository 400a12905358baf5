"""The topics of a meeting in one list, with whom they are and how long each may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.queries.agenda_records import TopicKind
from raci.text.names import counted, in_words
from raci.views.agenda_topics import how_long, noted, with_whom
from raci.views.document import Fact, Section, facts
from raci.views.wording import few, if_any, together, with_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.queries.agenda_records import Agenda, Topic
    from raci.views.wording import Wording

_LISTED = 5  # topics of one kind
_ROLES = 6  # whom a glance can take in
_SHOWN = 5  # topics on one screen
_AT_THE_END = "At the end"
_LABELS: Mapping[str, str] = {
    TopicKind.CONTESTED: "Contested",
    TopicKind.OPEN: "Open",
    TopicKind.REVIEW: "Review",
    TopicKind.UNOWNED: "Unowned",
    TopicKind.UNEXAMINED: "One thing or two",
    TopicKind.PRACTICES: _AT_THE_END,
    TopicKind.OPEN_FLOOR: _AT_THE_END,
}
_NAMES: Mapping[str, str] = {TopicKind.PRACTICES: "Ways of working", TopicKind.OPEN_FLOOR: "Open floor"}

HOW_TO_SEE = "-o agenda.md writes the whole agenda, with places for decisions; --as-of DAY takes another day."
"""How to come by the whole agenda."""


def overview(answer: Agenda, wording: Wording) -> Section:
    """Return the section that lists the topics by what they are about, with whom and for how long."""
    fitting = [topic for topic in answer.topics if topic.minutes != 0]
    by_label = together((_LABELS[topic.kind], topic) for topic in fitting)
    told = [Fact(label, tuple(_lines(topics, _LISTED))) for label, topics in by_label.items()]
    return _section(answer, told, with_whom(answer.present, answer, wording))


def at_a_glance(answer: Agenda, wording: Wording, tensions: Iterable[str | None]) -> Section:
    """Return the section that lists the first topics one by one, each with its tension if it has one."""
    fitting = [topic for topic in answer.topics if topic.minutes != 0]
    named, last = ([topic for topic in fitting if bool(topic.name) is named] for named in (True, False))
    told = [
        Fact(_LABELS[topic.kind], tuple(filter(None, (_line(topic), tension))))
        for topic, tension in zip(named[:_SHOWN], tensions, strict=False)
    ]
    told += [Fact("Then", tuple(_lines(named[_SHOWN:], 0)))] if named[_SHOWN:] else []
    told += [Fact(_AT_THE_END, tuple(map(_line, last)))] if last else []
    people = [with_whom([role], answer, wording) for role in answer.present]
    return _section(answer, told, in_words(few(people, _ROLES)))


def _section(answer: Agenda, told: Iterable[Fact], people: str) -> Section:
    """Return the section of topics that are told, with what is left for the next time."""
    nothing = None if answer.topics[0].name else "Nothing. What is left is the open floor."
    around = facts(("With", people), ("To decide", nothing))
    waiting = [topic for topic in answer.topics if topic.minutes == 0]
    left = facts(("Next time", "; ".join(few([_name(topic) for topic in waiting], _LISTED))))
    long = if_any(answer.minutes or 0, "minute")
    note = noted(long, f"as of {answer.as_of}", f"with reviews up to {answer.until}")
    return Section("Topics", note, (*around, *told, *left))


def _lines(topics: Sequence[Topic], most: int) -> Iterator[str]:
    """Yield the first topics in a line each, and then how many more there are."""
    yield from map(_line, topics[:most])
    if rest := topics[most:]:
        yield with_aside(counted(len(rest), "more topic"), how_long(*rest))


def _line(topic: Topic) -> str:
    return with_aside(_name(topic), how_long(topic))


def _name(topic: Topic) -> str:
    return topic.name or _NAMES[topic.kind]
