"""Work on the report page: for each piece what the search answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.model.scheme import Meaning
from raci.text.names import in_words
from raci.views.document import Fact
from raci.views.match_section import unowned_because, where_it_lies
from raci.views.overlap_wording import if_they_disagree
from raci.views.role_work import differences
from raci.views.who_owns import holder, who_owns
from raci.views.wording import together, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.queries.who_owns import Match, WhoOwns
    from raci.views.wording import Wording

PART = {part: part.capitalize() for part in Meaning} | {Meaning.OTHER: "Another part"}
"""What each part is called that somebody can have in work."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of work as the search answers it; `holder` is who answers for it, in a word or two.

    `summaries` are what is written of it, each with who wrote it where that has to be told. `twins` are the
    ids of other work that is easily taken for it, with its name and who answers for it.
    """

    match: Match
    sentence: str
    holder: str
    facts: tuple[Fact, ...]
    summaries: Mapping[str, str]
    twins: Mapping[str, str]


def entry(said: WhoOwns, wording: Wording) -> Entry:
    """Return the entry of a piece of work of which `said` is all that matches."""
    (match,) = said.matches
    by = together((claim.summary, claim.role) for claim in match.claims if claim.summary)
    return Entry(
        match=match,
        sentence=who_owns(said).title,
        holder=holder(match, wording),
        facts=tuple(_facts(match, wording)),
        summaries={text: wording.names(roles) if len(match.claims) > 1 else "" for text, roles in by.items()},
        twins={
            twin.id: f"{twin.name} ({wording.names(twin.accountable) or 'nobody'})" for twin in match.twins
        },
    )


def _facts(match: Match, wording: Wording) -> Iterator[Fact]:
    """Yield who has which part in a piece of work, whom to ask, and what to do where sides disagree."""
    several = len(match.accountable) > 1
    for meaning, label in PART.items():
        roles: tuple[str, ...] = getattr(match, meaning)
        if roles and (meaning is not Meaning.ACCOUNTABLE or several):
            yield Fact(label, (wording.names(roles),))
    yield from unowned_because(match)
    if asked := tuple(whom_to_ask(match, wording)):
        yield Fact("Ask", asked if several else (in_words(asked, last="or"),))
    if len(match.claims) > 1:
        claims = (f"{wording.name(each.role)} as {wording.letters(each.letters)}" for each in match.claims)
        yield Fact("Claimed by", ("; ".join(claims),))
    yield from differences(((match.name, each) for each in match.disagreements), wording)
    for label, lines in where_it_lies(match).items():
        yield Fact(label, tuple(lines))
    yield from if_they_disagree(match.escalation, wording)
