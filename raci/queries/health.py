"""The state of the ownership in numbers that can be tracked. docs/health.md defines each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

from raci.graph.settlement import overlap_status, pair_status
from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.overlap_status import OverlapStatus
from raci.model.standing import Status
from raci.queries.workload import workloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike
    from raci.model.register import Overlap

_SOON = 30  # days
_DIGITS = 4  # of a share: a hundredth of a percent


@dataclass(frozen=True)
class Health:
    """The numbers, all at the top, as of a day; `roles` are the names of the ids that they hold.

    A share is None where there is nothing to have a share of.
    """

    as_of: str
    scheme: str
    work: int
    responsibilities: int
    deliverables: int
    on_no_list: int
    unowned_on_purpose: int
    work_to_own: int
    owned: int
    settled: int
    with_owner: int
    with_owner_share: float | None
    contested: int
    contested_share: float | None
    unowned: int
    unowned_share: float | None
    areas: int
    contested_areas: int
    open_tensions: int
    unexamined_look_alikes: int
    agreements: int
    agreements_past_review: int
    agreements_due_within_30_days: int
    agreements_without_review: int
    agreements_without_escalation: int
    roles_with_list: int
    accountable_max: int
    accountable_max_roles: tuple[str, ...]
    accountable_median: float | None
    responsible_max: int
    responsible_max_roles: tuple[str, ...]
    responsible_median: float | None
    claims: int
    claims_with_summary: int
    claims_with_summary_share: float | None
    claims_with_source: int
    claims_with_source_share: float | None
    roles: Mapping[str, str] = field(default_factory=dict)


def health(
    graph: OwnershipGraph,
    today: date,
    *,
    language: str = DEFAULT,
    alike: Iterable[LookAlike] | None = None,
) -> Health:
    """Return the numbers of a register as of `today`. Raises UnknownLanguage.

    `alike` are the look-alikes where they have been looked for.
    """
    alike = look_alikes(graph.register, language) if alike is None else alike
    load = _load(graph)
    heaviest = {*load["accountable_max_roles"], *load["responsible_max_roles"]}
    return Health(
        as_of=today.isoformat(),
        scheme=graph.register.scheme.name,
        roles={id_: role.name for id_, role in graph.register.roles.items() if id_ in heaviest},
        **_ownership(graph),
        **_overlaps(graph, alike),
        **_agreements(graph.register.overlaps.values(), today),
        **load,
        **_claims(graph),
    )


def _ownership(graph: OwnershipGraph) -> dict[str, Any]:
    work = graph.register.work
    kinds = Counter(each.kind for each in work.values() if graph.claims(each.id))
    statuses = Counter(graph.status(each) for each in work)
    to_own = len(work) - statuses[Status.UNOWNED_ON_PURPOSE]
    with_owner = statuses[Status.OWNED] + statuses[Status.SETTLED]
    return {
        "work": len(work),
        "responsibilities": kinds["responsibility"],
        "deliverables": kinds["deliverable"],
        "on_no_list": len(work) - kinds.total(),
        "unowned_on_purpose": statuses[Status.UNOWNED_ON_PURPOSE],
        "work_to_own": to_own,
        "owned": statuses[Status.OWNED],
        "settled": statuses[Status.SETTLED],
        "with_owner": with_owner,
        "with_owner_share": _share(with_owner, to_own),
        "contested": statuses[Status.CONTESTED],
        "contested_share": _share(statuses[Status.CONTESTED], to_own),
        "unowned": statuses[Status.UNOWNED],
        "unowned_share": _share(statuses[Status.UNOWNED], to_own),
    }


def _overlaps(graph: OwnershipGraph, alike: Iterable[LookAlike]) -> dict[str, Any]:
    areas = [each.id for each in graph.register.overlaps.values() if not each.is_about_names]
    statuses = Counter(overlap_status(graph, area) for area in areas)
    pairs = Counter(pair_status(graph, pair.one, pair.other) for pair in alike)
    return {
        "areas": len(areas),
        "contested_areas": statuses[OverlapStatus.CONTESTED],
        "open_tensions": statuses[OverlapStatus.OPEN],
        "unexamined_look_alikes": pairs[OverlapStatus.UNEXAMINED],
    }


def _agreements(overlaps: Iterable[Overlap], today: date) -> dict[str, Any]:
    agreements = [each.agreement for each in overlaps if each.agreement is not None]
    reviews = [each.entry.review for each in agreements if each.entry.review is not None]
    return {
        "agreements": len(agreements),
        "agreements_past_review": sum(review < today for review in reviews),
        "agreements_due_within_30_days": sum(0 <= (review - today).days <= _SOON for review in reviews),
        "agreements_without_review": len(agreements) - len(reviews),
        "agreements_without_escalation": sum(not each.escalation for each in agreements),
    }


def _load(graph: OwnershipGraph) -> dict[str, Any]:
    found = workloads(graph)
    with_list = [load for load in found if load.listed]
    numbers: dict[str, Any] = {"roles_with_list": len(with_list)}
    for part in ("accountable", "responsible"):
        counts = {load.role: getattr(load, part) for load in found}
        most = max(counts.values(), default=0)
        numbers[f"{part}_max"] = most
        numbers[f"{part}_max_roles"] = tuple(role for role, count in counts.items() if most and count == most)
        middle = [getattr(load, part) for load in with_list]
        numbers[f"{part}_median"] = float(median(middle)) if middle else None
    return numbers


def _claims(graph: OwnershipGraph) -> dict[str, Any]:
    claims = list(graph.all_claims())
    with_summary = sum(claim.entry.summary is not None for claim in claims)
    with_source = sum(claim.entry.source is not None for claim in claims)
    return {
        "claims": len(claims),
        "claims_with_summary": with_summary,
        "claims_with_summary_share": _share(with_summary, len(claims)),
        "claims_with_source": with_source,
        "claims_with_source_share": _share(with_source, len(claims)),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, _DIGITS) if whole else None
