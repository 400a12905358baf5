"""Work on the report page: the matrix, and for each piece what the search answers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from raci.model.scheme import SCHEMES, Meaning
from raci.model.standing import Status
from raci.names import in_words
from raci.queries.matrix import WORST_FIRST
from raci.views.document import Fact
from raci.views.report_parts import Choice, Entry, Grid, Letter, Link, Row
from raci.views.who_owns import NOBODY, who_owns
from raci.views.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.model.scheme import Scheme
    from raci.queries.matrix import MatrixRow
    from raci.queries.report import Report
    from raci.queries.who_owns import Match

NO_AREA = "No area"
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


def grid(answer: Report) -> Grid:
    """Return the matrix."""
    rows = answer.matrix.rows
    scheme = SCHEMES[answer.matrix.scheme]
    roles = [role.id for role in answer.matrix.roles]
    groups = [
        (area or NO_AREA, tuple(_row(answer, row, roles, scheme) for row in of_area))
        for area, of_area in groupby(rows, key=lambda row: row.area)
    ]
    used = {letter.code for _, of_area in groups for row in of_area for cell in row.cells for letter in cell}
    return Grid(
        roles=tuple(role_link(answer, role) for role in roles),
        groups=tuple(groups),
        legend=tuple(_letter(scheme, each.code) for each in scheme.letters if each.code in used),
        choices=tuple(_choices(answer)),
        rows=len(rows),
    )


def _choices(answer: Report) -> Iterable[Choice]:
    rows = answer.matrix.rows
    areas = dict.fromkeys(row.area or NO_AREA for row in rows)
    kinds = sorted({row.kind for row in rows}, reverse=True)
    statuses = [each.value for each in WORST_FIRST if each.value in answer.matrix.summary]
    yield Choice("role", "Role", "All roles", tuple((role.id, role.name) for role in answer.matrix.roles))
    yield Choice("area", "Area", "All areas", tuple((area, area) for area in areas))
    yield Choice("status", "Status", "Any status", tuple((each, spoken(each)) for each in statuses))
    yield Choice("kind", "Kind", "Any kind", tuple((kind, kind) for kind in kinds))


def entries(answer: Report) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Return every piece of work as the search answers it, by area."""
    return tuple(
        (area or NO_AREA, tuple(_entry(answer, row) for row in of_area))
        for area, of_area in groupby(answer.matrix.rows, key=lambda row: row.area)
    )


def _row(answer: Report, row: MatrixRow, roles: Iterable[str], scheme: Scheme) -> Row:
    held = {role: scheme.parse([letters]) for role, letters in row.letters.items()}
    return Row(
        work=work_link(answer, row.work),
        kind=row.kind,
        area=row.area or NO_AREA,
        status=row.status,
        roles=tuple(held),
        cells=tuple(tuple(_letter(scheme, code) for code in held.get(role, ())) for role in roles),
    )


def _letter(scheme: Scheme, code: str) -> Letter:
    letter = scheme.letter(code)
    return Letter(code, letter.meaning.value, letter.word)


def _entry(answer: Report, row: MatrixRow) -> Entry:
    said = answer.answers[row.work]
    (match,) = said.matches
    wording = Wording(said.scheme, said.roles)
    one = len(match.accountable) == 1
    summaries = (claim.summary for claim in match.claims)
    return Entry(
        anchor=f"work-{row.work}",
        name=row.name,
        kind=row.kind if match.claims else "",
        area=row.area or NO_AREA,
        status=row.status,
        sentence=who_owns(said).title,
        holder=wording.name(match.accountable[0]) if one else NOBODY[row.status],
        facts=tuple(_facts(match, wording)),
        aliases=match.aliases,
        summaries=tuple(dict.fromkeys(summary for summary in summaries if summary)),
        areas=tuple(area_link(answer, each.id, each.status) for each in match.overlaps),
        places=", ".join(f"{claim.file}:{claim.line}" for claim in match.claims),
    )


def _facts(match: Match, wording: Wording) -> Iterable[Fact]:
    """Yield who has which part in a piece of work, whom to ask, and what to do where sides disagree."""
    for meaning in Meaning:
        roles: tuple[str, ...] = getattr(match, meaning)
        if roles and (meaning is not Meaning.ACCOUNTABLE or len(roles) > 1):
            label = "Besides" if meaning is Meaning.OTHER else meaning.capitalize()
            yield Fact(label, (wording.names(roles),))
    if match.unowned_because:
        yield Fact("Because", (match.unowned_because,))
    people = [f"{each.name} ({each.contact})" if each.contact else each.name for each in match.people]
    if asked := [*people, *filter(None, [match.contact])]:
        yield Fact("Ask", (in_words(asked, last="or"),))
    if len(match.claims) > 1:
        claims = (f"{wording.name(each.role)} as {wording.letters(each.letters)}" for each in match.claims)
        yield Fact("Claimed by", ("; ".join(claims),))
    if match.escalation:
        yield Fact("If they disagree", (wording.turn_to(match.escalation),))
