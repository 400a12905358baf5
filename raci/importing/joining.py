"""All claims of all tables as one: roles that are one, work that is one, ids, and the scheme of letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.importing.names import abbreviated
from raci.importing.report import CellReport
from raci.importing.wording import plain
from raci.model.limits import LONGEST_NAME
from raci.model.scheme import SCHEMES
from raci.text.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.importing.claims import Claim
    from raci.model.scheme import Scheme


_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass
class Role:
    """A role under its id."""

    id: str
    name: str
    alias: str = ""


@dataclass
class Work:
    """A piece of work: `held` has letters by the ids of roles; `id` is empty where the name gives it."""

    claim: Claim
    name: str
    id: str
    held: dict[str, tuple[str, ...]]


@dataclass
class Joined:
    """Everything that goes into the file."""

    scheme: Scheme
    roles: list[Role]
    work: list[Work]
    notes: list[str] = field(default_factory=list)
    said_of_work: list[str] = field(default_factory=list)
    """What is to be told of work with one name: so it is unless the work is compared with a register."""
    unread: list[CellReport] = field(default_factory=list)


def scheme_of(claims: Iterable[Claim], asked: str | None) -> Scheme:
    """Return the scheme that letters are of."""
    if asked:
        return SCHEMES[asked]
    used = {code for claim in claims for codes in claim.held.values() for code in codes}
    if "D" in used and not used & {"R", "S", "V", "O"}:
        return SCHEMES["daci"]
    if "DRI" in used and used <= {"DRI", "C", "I"}:
        return SCHEMES["dri"]
    if "V" in used:
        return SCHEMES["raci-vs"]
    if "S" in used:
        return SCHEMES["rasci"]
    return SCHEMES["cairo" if "O" in used else "raci"]


def joined(
    roles: Sequence[str], claims: Sequence[Claim], asked: str | None, given: Mapping[str, str] = _NONE
) -> Joined:
    """Return roles and claims of all tables as one; `given` are ids of roles by name, where they have any."""
    scheme = scheme_of(claims, asked)
    known = roles_named(roles, {fold(name): id_ for name, id_ in given.items()})
    found = Joined(scheme, list({each.id: each for each in known.values()}.values()), [])
    ids = {name: role.id for name, role in known.items()}
    same = {fold(each): each for each in roles}
    if len(same) < len(set(roles)):
        found.notes.append("Names of roles that differ in capitals alone are one role.")
    for claim in claims:
        held = _letters(claim, scheme, ids, found)
        if len(claim.name) > LONGEST_NAME or not held:
            if len(claim.name) > LONGEST_NAME:
                found.unread.append(CellReport(claim.place, claim.name[:80], "too long for a name"))
            continue
        found.work.append(Work(claim, claim.name, "", held))
    used = {code for claim in claims for codes in claim.held.values() for code in codes}
    if "V" in used and "R" not in used and not asked:
        found.notes.append("V is read as who verifies; --letter V=R where it stands for who does the work.")
    _identify(found)
    return found


def roles_named(names: Sequence[str], given: Mapping[str, str], taken: Iterable[str] = ()) -> dict[str, Role]:
    """Return roles by their names, as written and folded; one whose id is given has its name as it is.

    No other gets an id that is `taken`.
    """
    by_fold: dict[str, Role] = {}
    ids = {*given.values(), *taken}
    parted = {
        name: abbreviated(plain(name)) for name in {fold(each): each for each in reversed(names)}.values()
    }
    bare = Counter(fold(full) for full, _ in parted.values())
    full_names = {fold(each) for each in parted}
    shorts = Counter(fold(short) for _, short in parted.values() if short)
    for name in dict.fromkeys(names):
        folded = fold(name)
        if folded in given:
            by_fold[folded] = by_fold[name] = Role(given[folded], name)
            continue
        full, short = parted.get(name, ("", ""))
        if folded in by_fold:
            by_fold[name] = by_fold[folded]
            continue
        clear = short and bare[fold(full)] == 1 and shorts[fold(short)] == 1 and fold(short) not in full_names
        called = full if clear else plain(name)
        id_ = _free(slug(called) or "role", ids)
        by_fold[folded] = by_fold[name] = Role(id_, called, short if clear else "")
    return by_fold


def _free(wanted: str, taken: set[str]) -> str:
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    taken.add(id_)
    return id_


def _letters(claim: Claim, scheme: Scheme, ids: dict[str, str], found: Joined) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    has = {each.code for each in scheme.letters}
    for role, codes in claim.held.items():
        meant = tuple(scheme.accountable if code == "DRI" and code not in has else code for code in codes)
        for code in meant:
            if code not in has:
                found.unread.append(CellReport(claim.place, f"{role}: {code}", f"no letter of {scheme.name}"))
        kept = [code for code in meant if code in has]
        if kept:
            held[ids[role]] = scheme.sort((*held.get(ids[role], ()), *kept))
    return held


def _is_same(one: Work, other: Work) -> bool:
    ids = {one.claim.id, other.claim.id} - {""}
    return one.held == other.held and len(ids) < 2


def _identify(found: Joined) -> None:
    """Make one of work with one name and the same letters, and give ids to what has one name and others."""
    named: defaultdict[str, list[Work]] = defaultdict(list)
    kept: list[Work] = []
    for each in found.work:
        same = next((one for one in named[fold(each.name)] if _is_same(one, each)), None)
        if same is not None:
            found.said_of_work.append(
                f'"{each.name}" stands at {same.claim.place} and {each.claim.place}, '
                "with the same letters: it is one piece of work."
            )
            continue
        named[fold(each.name)].append(each)
        kept.append(each)
    found.work = kept
    ids = {each.claim.id for each in kept}
    for each in kept:
        plain_id = slug(each.name)
        several = len(named[fold(each.name)]) > 1
        wanted = plain_id if not several else slug(f"{each.claim.area} {each.name}")
        id_ = each.claim.id or _free(wanted or "work", ids)
        each.id = "" if id_ == plain_id and not several else id_
    for works in named.values():
        if len(works) > 1:
            found.said_of_work.append(
                f'"{works[0].name}" stands in {len(works)} places with different letters: '
                f"they are {len(works)} pieces of work, with ids of their own."
            )
