"""Overlap entries to overlaps: their roles, work and practices resolved, their parts held together."""

from __future__ import annotations

from types import MappingProxyType as Frozen
from typing import TYPE_CHECKING

from raci.faults.of_files import MISSING_FIELD, WRONG_VALUE
from raci.model.register import Agreement, Overlap
from raci.text.names import by_name, in_words
from raci.text.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.loading.references import References
    from raci.location import Place
    from raci.model.overlap_entries import AgreementEntry, OverlapEntry
    from raci.model.scheme import Letters

_LOOK_ALIKES = 2  # names that look alike come in pairs at least, and so do sides


def join_overlaps(
    entries: Mapping[str, tuple[OverlapEntry, Place]], references: References
) -> tuple[Overlap, ...]:
    """Return the overlaps in the order of their ids; what is wrong with them goes to `references`."""
    return tuple(_overlap(id_, *entries[id_], references) for id_ in sorted(entries, key=by_name))


def _overlap(id_: str, entry: OverlapEntry, place: Place, references: References) -> Overlap:
    _check_parts(id_, entry, place, references)
    sides = references.resolve_keys(references.roles, entry.sides, place, "sides")
    listed = _work(entry.work, place.within("work"), references)
    agreement = None
    if entry.agreement is not None:
        agreement = _agreement(entry.agreement, place.within("agreement"), references)
    same = None
    if entry.same is not None:
        same = references.resolve(references.work, entry.same, place.at("same"))
        if same is not None and same not in listed:
            message = f'"{entry.same}" is not in this overlap\'s "work"'
            help_ = "Name one of the look-alikes to keep."
            references.findings.append(WRONG_VALUE.at(place.at("same"), entry.same, message, help_))
    named = agreement.by_work if agreement else ()
    return Overlap(
        id=id_,
        name=entry.name or in_words(entry.work) or id_,
        sides=Frozen({role: entry.sides[name] for role, name in sides.items()}),
        work=tuple(dict.fromkeys((*listed, *named))),
        agreement=agreement,
        same=same,
        entry=entry,
        place=place,
    )


def _check_parts(overlap: str, entry: OverlapEntry, place: Place, references: References) -> None:
    """Hold the parts of an overlap together; what was taken out for a mistake is not missed."""
    found, broken = references.findings, references.broken.get(place.at(), ())
    if len(entry.sides) == 1 and "sides" not in broken:
        message = 'an overlap has two "sides" or more, this one has one'
        found.append(WRONG_VALUE.at(place.at("sides"), overlap, message))
    if entry.distinct is not None and entry.same is not None:
        message = 'an overlap is either "distinct" or "same", not both'
        found.append(WRONG_VALUE.at(place.key("same"), overlap, message))
    spoken_for = next((field for field in ("distinct", "same") if getattr(entry, field) is not None), None)
    meant = {id_ for name in entry.work for id_ in references.work.find(name)}
    enough = len(meant) >= _LOOK_ALIKES or len(entry.work) < len(meant) or "work" in broken
    if spoken_for and not enough:
        message = f'"{spoken_for}" needs two pieces of work or more in "work"'
        found.append(MISSING_FIELD.at(place.key(spoken_for), overlap, message))
    if not (entry.sides or entry.tension or entry.agreement or spoken_for or broken):
        message = 'this overlap says nothing: it needs "sides", "tension", "agreement", "distinct" or "same"'
        found.append(MISSING_FIELD.at(place.at(), overlap, message))


def _work(names: Sequence[str], place: Place, references: References) -> tuple[str, ...]:
    found = (references.resolve(references.work, name, place.at(number)) for number, name in enumerate(names))
    return tuple(id_ for id_ in found if id_ is not None)


def _agreement(entry: AgreementEntry, place: Place, references: References) -> Agreement:
    for_all, by_work = None, dict[str, str]()
    if isinstance(entry.accountable, str):
        for_all = references.resolve(references.roles, entry.accountable, place.at("accountable"))
    else:
        named = references.resolve_keys(references.work, entry.accountable, place, "accountable")
        for work, name in named.items():
            where = place.at("accountable", name)
            role = references.resolve(references.roles, entry.accountable[name], where)
            if role is not None:
                by_work[work] = role
    practices = (
        references.resolve(references.practices, name, place.at("practices", number))
        for number, name in enumerate(entry.practices)
    )
    return Agreement(
        for_all=for_all,
        by_work=Frozen(by_work),
        others=Frozen(_others(entry, place, references)),
        escalation=tuple(_escalation(name, references) for name in entry.escalation),
        practices=tuple(id_ for id_ in practices if id_ is not None),
        has_reason=_is_said(entry.because) or "because" in references.broken.get(place.at(), ()),
        entry=entry,
        place=place,
    )


def _is_said(text: str | None) -> bool:
    return text is not None and not is_placeholder(text)


def _others(entry: AgreementEntry, place: Place, references: References) -> dict[str, Letters]:
    others: dict[str, Letters] = {}
    for role, name in references.resolve_keys(references.roles, entry.others, place, "others").items():
        others[role] = references.letters(entry.others[name], place, "others", name)
        if references.scheme.accountable in others[role]:
            message = f'"others" makes "{name}" accountable'
            help_ = "Whoever is accountable is named in `accountable`, and nobody else is."
            references.findings.append(WRONG_VALUE.at(place.at("others", name), role, message, help_))
    return others


def _escalation(name: str, references: References) -> str:
    # Plain text is as good as a role: "outside mediator" need not be one.
    found = references.roles.find(name)
    return found[0] if len(found) == 1 else name
