"""The register: everything loaded from all files, joined, validated and immutable.

References are ids here, letters are codes of the register's scheme, and everything knows the place
it was written at. What follows from it (who holds what) is in `raci.model.standing`. What there are
thousands of is a named tuple: to make one takes a quarter of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from raci.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from raci.location import Location, Place
    from raci.model.entries import RoleEntry, UnownedEntry, WorkEntry
    from raci.model.left_out import LeftOut
    from raci.model.overlap_entries import AgreementEntry, OverlapEntry, PracticeEntry
    from raci.model.scheme import Letters, Scheme
    from raci.text.names import Fold

Kind = Literal["responsibility", "deliverable"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role, the role it reports to, and the role that stands in for it."""

    id: str
    entry: RoleEntry
    place: Place
    reports_to: str | None = None
    deputy: str | None = None

    @property
    def name(self) -> str:
        """Return the name that people know the role by."""
        return self.entry.name


class Claim(NamedTuple):
    """One role's own entry for a piece of work.

    `expects` is what it expects of other roles, `expects_written` how it names them.
    """

    role: str
    work: str
    kind: Kind
    letters: Letters
    expects: Mapping[str, Letters]
    expects_written: Mapping[str, str]
    produces: tuple[str, ...]
    entry: WorkEntry
    place: Place


@dataclass(frozen=True, slots=True)
class Unowned:
    """The decision that a piece of work has no owner."""

    entry: UnownedEntry
    place: Place


class Work(NamedTuple):
    """A piece of work, joined from every claim on it, in the order of the roles' ids.

    Name, kind, area and summary are those of the claim that is accountable.
    """

    id: str
    name: str
    kind: Kind
    area: str | None
    summary: str | None
    aliases: tuple[str, ...]
    claims: tuple[Claim, ...]
    unowned: Unowned | None = None

    @property
    def summaries(self) -> tuple[str, ...]:
        """Return what anybody says of it, each text once."""
        said = [self.summary, *[claim.entry.summary for claim in self.claims]]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def keywords(self) -> tuple[str, ...]:
        """Return what people look for it by, as all who write of it say, each once; none of it is a name."""
        listed = [claim.entry.keywords for claim in self.claims]
        if self.unowned is not None:
            listed.append(self.unowned.entry.keywords)
        return tuple(dict.fromkeys(chain.from_iterable(listed)))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How an overlap is settled.

    `for_all` is the role that takes each piece which needs one, `by_work` names pieces outright:
    one of the two is empty. `escalation` holds role ids and plain text, in order. Without a reason it is
    only proposed, and settles nothing.
    """

    for_all: str | None
    by_work: Mapping[str, str]
    others: Mapping[str, Letters]
    escalation: tuple[str, ...]
    practices: tuple[str, ...]
    has_reason: bool
    entry: AgreementEntry
    place: Place


@dataclass(frozen=True, slots=True)
class Overlap:
    """An area where roles meet: each side's view, the work it covers, how it is settled.

    `work` holds what the file lists and what the agreement names outright. `same` is the id of the
    work whose name is to be kept.
    """

    id: str
    name: str
    sides: Mapping[str, str]
    work: tuple[str, ...]
    agreement: Agreement | None
    same: str | None
    entry: OverlapEntry
    place: Place

    @property
    def is_about_names(self) -> bool:
        """Return whether it only says that names which look alike differ or are one: no area to settle."""
        return self.entry.distinct is not None or self.same is not None


@dataclass(frozen=True, slots=True)
class Practice:
    """A way of working that agreements name."""

    id: str
    entry: PracticeEntry
    place: Place


def _unknown() -> None:
    """Say that nobody asked git."""


@dataclass(frozen=True, slots=True)
class Register:
    """All roles, work, overlaps and practices, by id, each in the order of its ids.

    `thesaurus` are groups of words that are used for one another, as written. `fold` brings names into the
    form in which they are compared. `files` are the files read, `places` where all of each stands; `broken`
    maps where an entry stands to its fields from which something was taken out for a mistake; `left_out` is
    what was found and not read as one of the files. It is `shipped` if it is the model that ships with raci;
    `at` is the revision that it is of, as people call it, or empty: neither can be written to. `tracked` asks
    git for all paths of the repository, which is done for registers with paths alone; None is no answer.
    Who has to do with what is asked of the graph that is built from this.
    """

    scheme: Scheme
    roles: Mapping[str, Role]
    work: Mapping[str, Work]
    overlaps: Mapping[str, Overlap]
    practices: Mapping[str, Practice]
    thesaurus: tuple[str, ...] = ()
    fold: Fold = fold
    files: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    left_out: tuple[LeftOut, ...] = ()
    shipped: bool = False
    at: str = ""
    broken: Mapping[Location, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    tracked: Callable[[], tuple[str, ...] | None] = field(default=_unknown, repr=False, compare=False)

    def broken_in(self, place: Place) -> frozenset[str]:
        """Return the fields of the entry at a place from which something was taken out for a mistake."""
        return self.broken.get(place.at(), frozenset())
