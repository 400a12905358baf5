"""The state of the ownership in numbers that can be tracked. docs/health.md defines each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from raci.graph.settlement import overlap_status, pair_status
from raci.language.language import DEFAULT
from raci.look_alikes.look_alikes import look_alikes
from raci.model.field_types import Count, Day, Name, Record, RoleIds, RoleNames, SchemeName, Shape
from raci.model.overlap_status import OverlapStatus
from raci.model.standing import Status
from raci.queries.health_load import absence_numbers, load_numbers, share
from raci.queries.work_paths import WorkPaths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from raci.graph.ownership import OwnershipGraph
    from raci.look_alikes.look_alikes import LookAlike
    from raci.model.register import Overlap

_SOON = 30  # days

Median = Annotated[float, Shape(minimum=0)]
Share = Annotated[float, Shape(minimum=0, maximum=1)]


@dataclass(frozen=True)
class Health(Record):
    """The state of the ownership in numbers.

    A share has four digits after the point at most, and is null where there is nothing to have a share of.
    """

    as_of: Day
    """The day by which dates were judged."""
    scheme: SchemeName
    work: Count
    """Pieces of work."""
    responsibilities: Count
    """Of the work, what a list has as something that is done."""
    deliverables: Count
    """Of the work, what a list has as something that is handed over."""
    on_no_list: Count
    """Of the work, what stands under unowned only, and is neither a responsibility nor a deliverable."""
    unowned_on_purpose: Count
    """Of the work, what has no owner by decision."""
    work_to_own: Count
    """The work that is to have an owner: all but what is unowned on purpose."""
    owned: Count
    """Of work_to_own, what one role is accountable for by the lists alone."""
    settled: Count
    """Of work_to_own, what has one accountable role by an agreement."""
    with_owner: Count
    """owned and settled together."""
    with_owner_share: Share | None
    """with_owner divided by work_to_own."""
    contested: Count
    """Of work_to_own, what several roles are accountable for."""
    contested_share: Share | None
    """contested divided by work_to_own."""
    unowned: Count
    """Of work_to_own, what nobody is accountable for."""
    unowned_share: Share | None
    """unowned divided by work_to_own."""
    areas: Count
    """Declared overlaps, without those that say distinct or same."""
    contested_areas: Count
    """Of the areas, those that cover contested work."""
    open_tensions: Count
    """Of the areas, those with the status open."""
    unexamined_look_alikes: Count
    """Pairs of work that look alike and of which nobody has said what they are."""
    unexamined_names: tuple[tuple[Name, ...], ...]
    """The names in each of these pairs."""
    agreements: Count
    """Declared overlaps with an agreement."""
    agreements_past_review: Count
    """Of the agreements, those whose review date is before as_of."""
    agreements_due_within_30_days: Count
    """Of the agreements, those whose review date is as_of or one of the 30 days after it."""
    agreements_without_review: Count
    """Of the agreements, those without a review date."""
    agreements_without_escalation: Count
    """Of the agreements, those that name nobody to turn to."""
    files: Count | None
    """Files that git knows, of the last commit or of the revision that is asked for; null where no work has
    paths, where git says nothing, and with since."""
    files_claimed: Count | None
    """Of the files, those that a pattern of some work matches; null as files."""
    files_unclaimed: Count | None
    """Of the files, those that no pattern matches; null as files."""
    files_claimed_share: Share | None
    """files_claimed divided by files."""
    roles_with_list: Count
    """Roles with an entry of their own or more."""
    accountable_max: Count
    """The most work that one role is accountable for."""
    accountable_max_roles: RoleIds
    """The ids of the roles with accountable_max; empty where it is 0."""
    accountable_median: Median | None
    """The median of the work that a role with a list is accountable for; null where no role has a list."""
    accountable_letters: Count
    """How often a role is accountable for a piece of work: once for each of several on contested work."""
    accountable_in_three: Count
    """Of accountable_letters, those of the three roles that have the most."""
    accountable_in_three_share: Share | None
    """accountable_in_three divided by accountable_letters."""
    responsible_max: Count
    """The most work that one role is responsible for."""
    responsible_max_roles: RoleIds
    """The ids of the roles with responsible_max; empty where it is 0."""
    responsible_median: Median | None
    """The median of the work that a role with a list is responsible for; null where no role has a list."""
    absence_max: Count
    """The most that the absence of one role would touch: the four numbers below, added up."""
    absence_max_roles: RoleIds
    """The ids of the roles with absence_max; empty where it is 0. The numbers are those of the first."""
    absence_max_accountable: Count
    """Of absence_max, pieces of work that the role is accountable for."""
    absence_max_agreements: Count
    """Of absence_max, agreements that make it accountable."""
    absence_max_escalations: Count
    """Of absence_max, agreements that turn to it."""
    absence_max_deputies: Count
    """Of absence_max, roles that it stands in for."""
    claims: Count
    """Entries on the lists of all roles."""
    claims_with_summary: Count
    """Of the claims, those with a summary."""
    claims_with_summary_share: Share | None
    """claims_with_summary divided by claims."""
    claims_with_source: Count
    """Of the claims, those with a source."""
    claims_with_source_share: Share | None
    """claims_with_source divided by claims."""
    roles: RoleNames = field(default_factory=dict)


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
    load = load_numbers(graph)
    absence = absence_numbers(graph)
    named = ("accountable_max_roles", "responsible_max_roles", "absence_max_roles")
    heaviest = {role for each in named for role in (load | absence)[each]}
    return Health(
        as_of=today.isoformat(),
        scheme=graph.register.scheme.name,
        roles={id_: role.name for id_, role in graph.register.roles.items() if id_ in heaviest},
        **_ownership(graph),
        **_overlaps(graph, alike),
        **_agreements(graph.register.overlaps.values(), today),
        **load,
        **absence,
        **_claims(graph),
        **_files(WorkPaths(graph)),
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
        "with_owner_share": share(with_owner, to_own),
        "contested": statuses[Status.CONTESTED],
        "contested_share": share(statuses[Status.CONTESTED], to_own),
        "unowned": statuses[Status.UNOWNED],
        "unowned_share": share(statuses[Status.UNOWNED], to_own),
    }


def _overlaps(graph: OwnershipGraph, alike: Iterable[LookAlike]) -> dict[str, Any]:
    areas = [each.id for each in graph.register.overlaps.values() if not each.is_about_names]
    statuses = Counter(overlap_status(graph, area) for area in areas)
    work = graph.register.work
    names = tuple(
        (work[pair.one].name, work[pair.other].name)
        for pair in alike
        if pair_status(graph, pair.one, pair.other) is OverlapStatus.UNEXAMINED
    )
    return {
        "areas": len(areas),
        "contested_areas": statuses[OverlapStatus.CONTESTED],
        "open_tensions": statuses[OverlapStatus.OPEN],
        "unexamined_look_alikes": len(names),
        "unexamined_names": names,
    }


def _agreements(overlaps: Iterable[Overlap], today: date) -> dict[str, Any]:
    agreements = [each.agreement for each in overlaps if each.agreement and each.agreement.has_reason]
    reviews = [each.entry.review for each in agreements if each.entry.review is not None]
    return {
        "agreements": len(agreements),
        "agreements_past_review": sum(review < today for review in reviews),
        "agreements_due_within_30_days": sum(0 <= (review - today).days <= _SOON for review in reviews),
        "agreements_without_review": len(agreements) - len(reviews),
        "agreements_without_escalation": sum(not each.escalation for each in agreements),
    }


def _claims(graph: OwnershipGraph) -> dict[str, Any]:
    claims = list(graph.all_claims())
    with_summary = sum(claim.entry.summary is not None for claim in claims)
    with_source = sum(claim.entry.source is not None for claim in claims)
    return {
        "claims": len(claims),
        "claims_with_summary": with_summary,
        "claims_with_summary_share": share(with_summary, len(claims)),
        "claims_with_source": with_source,
        "claims_with_source_share": share(with_source, len(claims)),
    }


def _files(paths: WorkPaths) -> dict[str, Any]:
    if paths.files is None:
        return dict.fromkeys(("files", "files_claimed", "files_unclaimed", "files_claimed_share"))
    count, claimed = len(paths.files), len(paths.claimed)
    return {
        "files": count,
        "files_claimed": claimed,
        "files_unclaimed": count - claimed,
        "files_claimed_share": share(claimed, count),
    }
