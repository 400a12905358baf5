"""Entries of all files to one register: references resolved, letters read, claims joined."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType as Frozen
from typing import TYPE_CHECKING, TypeVar

from raci.faults.finding import Related
from raci.faults.of_files import DUPLICATE_DEFINITION, OWN_ROLE, TWO_SCHEMES
from raci.loading.identity import Listed, identify
from raci.loading.overlap_joining import join_overlaps
from raci.loading.references import References, in_words_only
from raci.model.entries import ResponsibilityEntry, UnownedEntry
from raci.model.register import Claim, Practice, Register, Role, Unowned, Work
from raci.model.scheme import SCHEMES
from raci.model.standing import standing
from raci.text.names import by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raci.faults.finding import Finding
    from raci.loading.references import Expected
    from raci.loading.validation import CheckedFile
    from raci.location import Location, Place
    from raci.model.entries import OwnershipFile, RoleEntry, WorkEntry
    from raci.model.register import Kind, Overlap
    from raci.model.scheme import Scheme
    from raci.text.names import Fold

DEFAULT_SCHEME = "raci"
_LISTS: dict[Kind, str] = {"responsibility": "responsibilities", "deliverable": "deliverables"}
_LONGEST_UNREAD = 4_000_000  # characters
_NOTHING_EXPECTED: Expected = (Frozen({}), Frozen({}))
_Entry = TypeVar("_Entry")
_Placed = dict[str, tuple[_Entry, "Place"]]


def join(files: Sequence[CheckedFile], fold: Fold) -> tuple[Register, tuple[Finding, ...]]:
    """Return the register that `files` make together, and what is wrong with them or does not fit together.

    With findings the register holds what is right.
    """
    findings = [finding for file in files for finding in file.findings]
    read = [file.entries for file in files if file.entries is not None]
    broken: dict[Location, set[str]] = {}
    for where, key in chain.from_iterable(file.broken for file in files):
        broken.setdefault(where, set()).add(key)
    broken_names = frozenset[str]().union(*(file.broken_names for file in files))
    texts = [file.unread for file in files]
    known = [text for text in texts if text is not None]
    # What a text of many megabytes mentions takes a gigabyte to look up, and will be nearly everything.
    is_known = len(known) == len(texts) and sum(map(len, known)) <= _LONGEST_UNREAD
    unread = in_words_only(" ".join(known), fold) if is_known else None
    references = References(_scheme(read, findings), fold, broken, broken_names, unread, findings)
    register = _register(read, references)
    return register, references.found(read)


def _register(read: Sequence[tuple[OwnershipFile, Place]], references: References) -> Register:
    findings = references.findings
    roles = _once("role", [(f.roles, p.within("roles")) for f, p in read], findings)
    practices = _once("practice", [(f.practices, p.within("practices")) for f, p in read], findings)
    overlaps = _once("overlap", [(f.overlaps, p.within("overlaps")) for f, p in read], findings)
    entries, wrong_names = identify(
        [*_listed_work(roles, references.fold), *_listed_unowned(read, references.fold)]
    )
    findings.extend(wrong_names)
    for id_, (role, _) in roles.items():
        references.roles.add(id_, role.name, role.aliases)
    for id_, (practice, _) in practices.items():
        references.practices.add(id_, practice.name)
    for id_, group in entries.items():
        for each in group:
            references.work.add_folded(id_, (each.entry.name, *each.entry.aliases), each.folded)
    claims = {id_: _claims(id_, group, references) for id_, group in entries.items()}
    joined = join_overlaps(overlaps, references)
    covering = _covering(joined)
    scheme = references.scheme
    work = {
        id_: _work(id_, entries[id_], claims[id_], covering.get(id_, ()), scheme)
        for id_ in sorted(entries, key=by_name)
    }
    return Register(
        scheme=scheme,
        roles=Frozen({id_: _role(id_, *roles[id_], references) for id_ in sorted(roles, key=by_name)}),
        work=Frozen(work),
        overlaps=Frozen({overlap.id: overlap for overlap in joined}),
        practices=Frozen({id_: Practice(id_, *practices[id_]) for id_ in sorted(practices, key=by_name)}),
        thesaurus=tuple(group for file, _ in read for group in file.thesaurus),
        fold=references.fold,
        files=tuple(place.file for _, place in read),
        places=Frozen({place.file: place for _, place in read}),
        broken=Frozen({where: frozenset(keys) for where, keys in references.broken.items()}),
    )


def _scheme(read: Sequence[tuple[OwnershipFile, Place]], findings: list[Finding]) -> Scheme:
    named = sorted((place.at("scheme"), file.scheme) for file, place in read if file.scheme is not None)
    if not named:
        return SCHEMES[DEFAULT_SCHEME]
    there, first = named[0]
    for where, scheme in named[1:]:
        if scheme != first:
            message = f'the scheme "{scheme}" differs from "{first}" in {there.file}'
            related = [Related(there, "the other scheme")]
            help_ = "One register has one scheme."
            findings.append(TWO_SCHEMES.at(where, scheme, message, help_, related=related))
    return SCHEMES[first]


def _once(
    noun: str, mappings: Sequence[tuple[Mapping[str, _Entry], Place]], findings: list[Finding]
) -> _Placed[_Entry]:
    """Return entries by id, with a finding for each id that a second file defines again."""
    found: dict[str, tuple[_Entry, Place]] = {}
    keys: dict[str, Place] = {}
    for entries, place in sorted(mappings, key=lambda each: each[1].at()):
        for id_, entry in entries.items():
            if id_ in found:
                first = keys[id_].key(id_)
                message = f'the {noun} "{id_}" is defined a second time, first at {first.file}:{first.line}'
                help_ = f"Put all of the {noun} into one place."
                related = [Related(first, "first here")]
                findings.append(DUPLICATE_DEFINITION.at(place.key(id_), id_, message, help_, related=related))
            else:
                found[id_] = (entry, place.within(id_))
                keys[id_] = place
    return found


def _listed_work(roles: _Placed[RoleEntry], fold: Fold) -> Iterator[Listed]:
    for id_, (role, place) in roles.items():
        for kind, field in _LISTS.items():
            if entries := getattr(role, field):
                for entry, where in zip(entries, place.within(field).each(), strict=True):
                    yield Listed(id_, kind, entry, where, fold)


def _listed_unowned(read: Sequence[tuple[OwnershipFile, Place]], fold: Fold) -> Iterator[Listed]:
    for file, place in read:
        if file.unowned:
            for entry, where in zip(file.unowned, place.within("unowned").each(), strict=True):
                yield Listed(None, "responsibility", entry, where, fold)


def _role(id_: str, entry: RoleEntry, place: Place, references: References) -> Role:
    superior, deputy = (
        None if written is None else references.resolve(references.roles, written, place.at(field))
        for field, written in (("reports_to", entry.reports_to), ("deputy", entry.deputy))
    )
    return Role(id_, entry, place, superior, deputy)


def _claims(id_: str, group: Sequence[Listed], references: References) -> tuple[Claim, ...]:
    in_order = sorted(group, key=lambda each: by_name(each.role or "")) if len(group) > 1 else group
    return tuple([_claim(id_, each.role, each, references) for each in in_order if each.role is not None])


def _claim(work: str, role: str, listed: Listed, references: References) -> Claim:
    entry, place = listed.entry, listed.place
    if TYPE_CHECKING:
        assert not isinstance(entry, UnownedEntry)  # it has no role
    letters = references.scheme.default
    if entry.letters is not None:
        letters = references.letters(entry.letters, place, "letters")
        if not letters:
            references.broken.setdefault(place.at(), set()).add("letters")
    expects, written = references.expected(entry.expects, place) if entry.expects else _NOTHING_EXPECTED
    if role in expects:
        message = f'"with" gives letters to "{written[role]}", whose own list this is'
        where = place.key("with", written[role])
        help_ = "Write its own letters as `letters`."
        references.findings.append(OWN_ROLE.at(where, f"{role} {work}", message, help_))
    produces: tuple[str, ...] = ()
    if listed.kind == "responsibility" and isinstance(entry, ResponsibilityEntry) and entry.produces:
        made = (
            references.resolve(references.work, name, place.at("produces", number))
            for number, name in enumerate(entry.produces)
        )
        produces = tuple(sorted(set(filter(None, made))))
    return Claim(role, work, listed.kind, letters, expects, written, produces, entry, place)


def _work(
    id_: str, group: Sequence[Listed], claims: tuple[Claim, ...], overlaps: Sequence[Overlap], scheme: Scheme
) -> Work:
    if len(claims) == len(group) == 1:
        return _work_of_one(id_, group[0], claims)
    decisions = [(each.entry, each.place) for each in group if each.role is None]
    unowned = next((Unowned(e, p) for e, p in decisions if isinstance(e, UnownedEntry)), None)
    ordered = _lead_first(id_, claims, overlaps, scheme)
    entries = [*(claim.entry for claim in ordered), *(entry for entry, _ in decisions)]
    folded = {id(each.entry): each.folded for each in group}
    return Work(
        id=id_,
        name=entries[0].name,
        kind=ordered[0].kind if ordered else "responsibility",
        area=next((entry.area for entry in entries if entry.area), None),
        summary=next((entry.summary for entry in entries if entry.summary), None),
        aliases=_pooled_aliases(entries, [folded[id(entry)] for entry in entries]),
        claims=claims,
        unowned=unowned,
    )


def _work_of_one(id_: str, listed: Listed, claims: tuple[Claim, ...]) -> Work:
    entry = listed.entry
    aliases = _pooled_aliases([entry], [listed.folded]) if entry.aliases else ()
    return Work(id_, entry.name, listed.kind, entry.area, entry.summary, aliases, claims)


def _lead_first(
    work: str, claims: tuple[Claim, ...], overlaps: Sequence[Overlap], scheme: Scheme
) -> tuple[Claim, ...]:
    """Return claims with the accountable role's first, so that it says what the work is called."""
    if len(claims) == 1:
        return claims
    holds = standing(work, claims, overlaps, scheme)
    code = scheme.accountable
    return tuple(
        sorted(
            claims,
            key=lambda claim: (claim.role not in holds.accountable, code not in claim.letters, claim.role),
        )
    )


def _pooled_aliases(
    entries: Sequence[WorkEntry | UnownedEntry], folded: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return all names and aliases but the first entry's name, each once however it is spelt."""
    pooled: dict[str, str] = {}
    for entry, forms in zip(entries, folded, strict=True):
        for form, alias in zip(forms, (entry.name, *entry.aliases), strict=True):
            pooled.setdefault(form, alias)
    return tuple(pooled.values())[1:]


def _covering(overlaps: Sequence[Overlap]) -> dict[str, tuple[Overlap, ...]]:
    covering: dict[str, tuple[Overlap, ...]] = {}
    for overlap in overlaps:
        for work in overlap.work:
            covering[work] = (*covering.get(work, ()), overlap)
    return covering
