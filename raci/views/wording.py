"""How answers are put into words: names for ids, words for letters, places, and names as YAML takes them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from raci.model.scheme import SCHEMES
from raci.text.names import counted, fold, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.model.scheme import Letter
    from raci.queries.asked_records import PersonRecord
    from raci.queries.handover_records import NamedIn
    from raci.queries.overlap_cases import DisputeRecord
    from raci.queries.records import ClaimRecord, OverlapRecord
    from raci.queries.who_owns import Match

    Places = Iterable[ClaimRecord | OverlapRecord | DisputeRecord | NamedIn]

Key = TypeVar("Key")
Value = TypeVar("Value")

_PAIRS = 2  # more of them do not fit a line
_SAID = {"unexamined": "undecided"}  # whether names that look alike are one thing
_GIST = 120
# After two letters at least: "e.g." ends no sentence.
_SENTENCES = re.compile(r"(?<=[^.\s]{2}[.!?])\s+(?=[^a-z])")
_CLAUSE = re.compile(r".{50,}(?=[;:])", re.DOTALL)


class Wording:
    """The names of an answer's role ids, and the words of its scheme."""

    def __init__(self, scheme: str, roles: Mapping[str, str]) -> None:
        self.scheme = SCHEMES[scheme]
        self.accountable = self.scheme.letter(self.scheme.accountable)
        self._roles = roles

    def name(self, id_: str) -> str:
        """Return a role's name; what is no role, such as an escalation in plain text, stays as it is."""
        return self._roles.get(id_, id_)

    def names(self, ids: Iterable[str], last: str = "and") -> str:
        """Return roles as people list them."""
        return in_words(map(self.name, ids), last=last)

    def held(self, written: str) -> tuple[Letter, ...]:
        """Return the letters that are written as "AR", in the order of the scheme; none for none."""
        return tuple(map(self.scheme.letter, self.scheme.parse([written]))) if written else ()

    def letters(self, written: str) -> str:
        """Return the words of letters that are written as "AR"."""
        return in_words(letter.word for letter in self.held(written))

    def claim(self, claim: ClaimRecord, of_which: str = "") -> str:
        """Return who claims a piece of work as what, and where; `of_which` says which one."""
        return f"{self.name(claim.role)} as {self.letters(claim.letters)}{of_which} ({places([claim])})"


def unique_names(names: Mapping[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return names by id; one that another has as well, or that is `taken`, is told apart by its id."""
    borne = Counter(map(fold, (*taken, *names.values())))
    return {id_: name if borne[fold(name)] == 1 else f"{name} ({id_})" for id_, name in names.items()}


def with_aside(name: str, aside: str | None) -> str:
    """Return a name and, in brackets, what else is known, such as how to reach somebody."""
    return f"{name} ({aside})" if aside else name


def if_any(number: int, one: str, many: str = "") -> str:
    """Return a number of things in words, as `counted` does; empty for none."""
    return counted(number, one, many) if number else ""


def look_alikes(count: int, which: Iterable[Iterable[str]] = ()) -> str:
    """Return how many names look alike and have not been spoken about, as a sentence without its end.

    It says `which` pairs they are where these fit a line.
    """
    said = if_any(count, "pair of names may mean one thing", "pairs of names may mean one thing")
    pairs = list(map(in_words, which))
    return with_aside(said, "; ".join(pairs) if 0 < len(pairs) <= _PAIRS else None)


def few(names: Sequence[str], most: int) -> list[str]:
    """Return the first names, and how many more there are where they are more than `most`."""
    return [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]


def gist(text: str) -> str:
    """Return the first sentence of a text, or as much of it as a line or two have room for."""
    first = _SENTENCES.split(text.strip(), maxsplit=1)[0]
    if len(first) <= _GIST:
        return first
    begins = first[:_GIST]
    clause = _CLAUSE.match(begins)
    return f"{clause[0] if clause else begins.rpartition(' ')[0] or begins} …"


def shortened(text: str, most: int) -> str:
    """Return as many whole words of a text as a number of characters holds, and that there are more."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rpartition(' ')[0] or text[: most - 2]} …"


def who_is(person: PersonRecord) -> str:
    """Return somebody who holds a role, how to reach this person and until when."""
    until = f"until {person.until}" if person.until else None
    return with_aside(person.name, ", ".join(filter(None, (person.contact, until))))


def places(entries: Places, between: str = ", ") -> str:
    """Return where entries stand."""
    return between.join(f"{each.file}:{each.line}" for each in entries)


def whom_to_ask(match: Match, wording: Wording) -> Iterator[str]:
    """Yield those who hold the accountable role and where to ask; of several roles, a line for each."""
    for role in match.accountable:
        asked = [who_is(each) for each in match.people if each.role == role]
        asked += filter(None, [match.contacts.get(role)])
        if len(match.accountable) == 1:
            yield from asked
        elif asked:
            yield f"{wording.name(role)}: {', '.join(asked)}"


def together(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Return what belongs to each key, all in the order in which it comes."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def spoken(word: str) -> str:
    """Return a status or a kind as people say it."""
    return _SAID.get(word) or word.replace("-", " ")


def listed(names: Sequence[str]) -> str:
    """Return names of work as people list them, told apart where a name is a list itself."""
    if any("," in name or " and " in name for name in names):
        return "; ".join(names)
    return in_words(names)


def as_sentence(text: str) -> str:
    """Return text with a capital at its beginning and a full stop at its end."""
    return f"{text[:1].upper()}{text[1:]}."


def both(roles: Sequence[str]) -> str:
    """Return "both" for two, "all" for more."""
    return "both" if len(roles) == 2 else "all"  # noqa: PLR2004 - "both" is two
