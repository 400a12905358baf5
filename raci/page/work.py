"""Work on the report page: for each piece what the search answers, and links to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.model.standing import Status
from raci.page.parts import Entry, Link, Summary
from raci.queries.matrix import WITHOUT_AREA
from raci.text.names import in_words
from raci.views.document import Fact
from raci.views.overlap_wording import if_they_disagree
from raci.views.role_work import differences
from raci.views.who_owns import NOBODY, who_owns
from raci.views.wording import Wording, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.queries.matrix import MatrixRow
    from raci.queries.records import TwinRecord
    from raci.queries.report import Report
    from raci.queries.who_owns import Match

ANOTHER_PART = "Another part"
"""What a part is called that is none of the four which each scheme has."""

_TO_ACT_ON = (Status.CONTESTED, Status.UNOWNED)


def work_link(answer: Report, work: str) -> Link:
    """Return the link to what is said of a piece of work, with its status where somebody has to act."""
    status = answer.answers[work].best[0].status
    return Link(answer.work[work], f"work-{work}", status if status in _TO_ACT_ON else "")


def role_link(answer: Report, role: str) -> Link:
    """Return the link to the card of a role."""
    return Link(answer.roles[role], f"role-{role}")


def area_link(answer: Report, overlap: str, status: str) -> Link:
    """Return the link to what is said of an overlap."""
    return Link(answer.overlap_names[overlap], f"area-{overlap}", status)


def spoken(word: str) -> str:
    """Return a status or a kind as people say it."""
    return word.replace("-", " ")


def entries(answer: Report) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Return every piece of work as the search answers it, by area."""
    return tuple(
        (area or WITHOUT_AREA, tuple(_entry(answer, row) for row in of_area))
        for area, of_area in groupby(answer.matrix.rows, key=lambda row: row.area)
    )


def _entry(answer: Report, row: MatrixRow) -> Entry:
    said = answer.answers[row.work]
    (match,) = said.matches
    wording = Wording(said.scheme, said.roles)
    one = len(match.accountable) == 1
    return Entry(
        anchor=f"work-{row.work}",
        name=row.name,
        kind=row.kind if match.claims else "",
        area=row.area or WITHOUT_AREA,
        status=row.status,
        sentence=who_owns(said).title,
        holder=wording.name(match.accountable[0]) if one else NOBODY[row.status],
        facts=tuple(_facts(match, wording)),
        aliases=match.aliases,
        summaries=tuple(_summaries(match, wording)),
        areas=tuple(area_link(answer, each.id, each.status) for each in match.overlaps),
        twins=tuple(_twin_link(answer, each, wording) for each in match.twins),
        places=", ".join(f"{claim.file}:{claim.line}" for claim in match.claims),
    )


def _summaries(match: Match, wording: Wording) -> Iterable[Summary]:
    """Yield what is written of a piece of work, each once; where several list it, in whose words."""
    by: dict[str, list[str]] = {}
    for claim in match.claims:
        if claim.summary:
            by.setdefault(claim.summary, []).append(claim.role)
    for text, roles in by.items():
        yield Summary(wording.names(roles) if len(match.claims) > 1 else "", text)


def _twin_link(answer: Report, twin: TwinRecord, wording: Wording) -> Link:
    link = work_link(answer, twin.id)
    return replace(link, text=f"{link.text} ({wording.names(twin.accountable) or 'nobody'})")


def _facts(match: Match, wording: Wording) -> Iterable[Fact]:
    """Yield who has which part in a piece of work, whom to ask, and what to do where sides disagree."""
    for meaning in Meaning:
        roles: tuple[str, ...] = getattr(match, meaning)
        if roles and (meaning is not Meaning.ACCOUNTABLE or len(roles) > 1):
            label = ANOTHER_PART if meaning is Meaning.OTHER else meaning.capitalize()
            yield Fact(label, (wording.names(roles),))
    if match.unowned_because:
        on_purpose = match.status == Status.UNOWNED_ON_PURPOSE
        yield Fact("Because" if on_purpose else "Yet unowned on purpose", (match.unowned_because,))
    if asked := tuple(_whom_to_ask(match, wording)):
        yield Fact("Ask", asked)
    if len(match.claims) > 1:
        claims = (f"{wording.name(each.role)} as {wording.letters(each.letters)}" for each in match.claims)
        yield Fact("Claimed by", ("; ".join(claims),))
    yield from differences(((match.name, each) for each in match.disagreements), wording)
    yield from if_they_disagree(match.escalation, wording)


def _whom_to_ask(match: Match, wording: Wording) -> Iterable[str]:
    """Yield who holds the accountable role and where to ask; of several roles, a line for each."""
    for role, asked in whom_to_ask(match).items():
        several = len(match.accountable) > 1
        yield f"{wording.name(role)}: {', '.join(asked)}" if several else in_words(asked, last="or")
