"""What changed, as Markdown for a pull request: the number first, the weightiest open, the rest folded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.text.markdown import escape
from raci.text.names import counted, in_words
from raci.views.changes_wording import (
    errors_in_words,
    grouped,
    in_numbers,
    only_letters,
    said,
    who,
    why,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from raci.changes.records import Change, Changes, Concerned

MOST_CHARACTERS = 65_536
"""What GitHub takes as a comment."""
_RESERVED = 1_000  # for what closes the page, and says that something is left out
_OPEN = 5  # changes that are seen without unfolding anything
_ROLES = 5  # of those whom a change concerns in one way


@dataclass(frozen=True)
class _Part:
    """Lines that stand together, a line for each thing that they are `of`: open, or folded under the lead."""

    lead: str
    lines: Sequence[str]
    of: str
    folded: bool = False

    def text(self, lines: Sequence[str]) -> str:
        """Return the part with some of its lines."""
        listed = "\n".join(lines)
        if self.folded:
            return f"<details>\n<summary>{self.lead}</summary>\n\n{listed}\n\n</details>"
        return f"{self.lead}\n\n{listed}" if self.lead else listed


def render(answer: Changes) -> str:
    """Return a heading with the numbers, the changes and whom they concern, as long as a comment may be."""
    blocks = [f"## {escape(in_numbers(answer).removesuffix('.'))}"]
    closing = [escape(each) for each in (errors_in_words(answer), only_letters(answer)) if each]
    room = MOST_CHARACTERS - _RESERVED - sum(map(len, (*blocks, *closing)))
    left_out = Counter[str]()
    for part in _parts(answer):
        kept = _fitting(part, room)
        if kept:
            blocks.append(part.text(kept))
            room -= len(blocks[-1]) + 2
        left_out[part.of] += len(part.lines) - len(kept)
    if left_out.total():
        told = in_words(
            counted(count, thing) for thing, count in sorted(left_out.items(), reverse=True) if count
        )
        blocks.append(f"{told} left out here: `raci diff --all` shows everything.")
    return "\n\n".join((*blocks, *closing)) + "\n"


def _fitting(part: _Part, room: int) -> Sequence[str]:
    """Return as many of a part's lines, from the first on, as there is room for."""
    room -= len(part.text(()))
    for number, line in enumerate(part.lines):
        room -= len(line) + 1
        if room < 0:
            return part.lines[:number]
    return part.lines


def _parts(answer: Changes) -> Iterator[_Part]:
    weighty = [each for each in answer.changes if not each.is_text]
    if weighty:
        yield _Part("", [*_items(weighty[:_OPEN])], "change")
    whom = (("Part changes", answer.affected), ("Ask before", answer.ask), ("Tell after", answer.tell))
    for lead, concerned in whom:
        if concerned:
            yield _Part(f"**{lead}**", [*_people(concerned[:_ROLES])], "role")
    for lead, concerned in whom:  # before changes, of which there may be more than there is room for
        if concerned[_ROLES:]:
            more = f"{lead}: {counted(len(concerned) - _ROLES, 'more role')}"
            yield _Part(more, [*_people(concerned[_ROLES:])], "role", folded=True)
    for heading, changes in grouped(each for each in answer.changes if each not in weighty[:_OPEN]):
        lead = f"{heading}: {counted(len(changes), 'change' if heading == 'Texts' else 'more change')}"
        yield _Part(lead, [*_items(changes)], "change", folded=True)


def _items(changes: Iterable[Change]) -> Iterator[str]:
    for each in changes:
        yield f"- **{escape(each.name)}**: {escape(said(each))}"


def _people(concerned: Iterable[Concerned]) -> Iterator[str]:
    for each in concerned:
        yield f"- {escape(f'{who(each)}: {why(each)}')}"
