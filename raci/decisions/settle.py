"""Settle an overlap: who is accountable in it, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.decisions.agreeing import days_in_order, otherwise, refuse_unshared, settled_already
from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.house_style import HouseStyle
from raci.decisions.missing import NoReason, WouldReplace
from raci.decisions.new_overlap import new_overlap
from raci.decisions.owned import with_owner
from raci.decisions.said import text_said
from raci.decisions.things import Kind, index_of
from raci.editing.changes import AddField, Change, Remove, Replace
from raci.text.names import in_words

if TYPE_CHECKING:
    from raci.decisions.agreeing import Terms
    from raci.decisions.files import Files
    from raci.editing.nodes import Data, Path
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Agreement, Overlap

_BEFORE_AGREEMENT = ("name", "sides", "tension", "work")
_IN_AGREEMENT = ("accountable", "because", "others", "escalation", "practices", "decided", "review")


def settle(
    graph: OwnershipGraph, files: Files, overlap: str | None, work: str | None, terms: Terms
) -> Decision:
    """Return how terms are written down: into a declared overlap, or a new one about a piece of work.

    With `work` they are about that one piece of what the overlap covers. Raises CannotDecide, of which
    NoReason and WouldReplace tell what is to be said as well.
    """
    if terms.because is not None:
        terms = replace(terms, because=text_said(terms.because, "The reason"))
    made = _Settling(graph, files, terms)
    if overlap is None:
        assert work is not None  # noqa: S101 - for the type checker
        return with_owner(made.anew(work), graph, files, (work,))
    decision = made.into(graph.register.overlaps[overlap], work)
    owned = terms.accountable if isinstance(terms.accountable, Mapping) else graph.work_covered_by(overlap)
    return with_owner(decision, graph, files, (work,) if work is not None else owned)


class _Settling:
    def __init__(self, graph: OwnershipGraph, files: Files, terms: Terms) -> None:
        self.graph, self.files, self.terms = graph, files, terms
        self.register = graph.register
        self.style = HouseStyle(graph.register, files)

    def anew(self, work: str) -> Decision:
        """Return the decision that makes an overlap about work which has none."""
        refuse_unshared(self.graph, work)
        self._check_reason(None)
        return new_overlap(
            self.graph,
            self.files,
            (work,),
            lambda file: {"agreement": self._agreement(self._named(work), file)},
        )

    def into(self, overlap: Overlap, work: str | None) -> Decision:
        """Return the decision that writes terms into a declared overlap."""
        if overlap.is_about_names:
            raise CannotDecide(
                f'"{overlap.name}" says of names whether they differ: it has no place for an agreement. '
                "Say --distinct or --same, or name the work."
            )
        path, file = self.files.path(overlap.place), overlap.place.file
        named = self._named(work, overlap) if work is not None else self._for_all(overlap)
        notes = self._checked(overlap, named)
        if overlap.agreement is None:
            self._check_reason(None)
            there = [each for each in _BEFORE_AGREEMENT if each in overlap.place.values]
            after = there[-1] if there else None
            changes: list[Change] = [AddField(path, "agreement", self._agreement(named, file), after)]
        else:
            changes = self._into_agreement(overlap, overlap.agreement, named)
            notes += self._idle(overlap.agreement, named) if changes else ()
        return Decision({file: changes} if changes else {}, overlap.id, overlap.id, notes=notes)

    def _named(self, work: str, overlap: Overlap | None = None) -> str | Mapping[str, str]:
        """Return the role for a piece of work, outright unless it goes to the role that is for all anyway."""
        role = self.terms.accountable
        if not isinstance(role, str):
            return role
        alone = overlap is None or self.graph.work_covered_by(overlap.id) == (work,)
        claimants = self._claimants(work)
        bare = overlap is None or overlap.agreement is None or overlap.agreement.for_all is not None
        return role if alone and len(claimants) != 1 and bare else {work: role}

    def _for_all(self, overlap: Overlap) -> str | Mapping[str, str]:
        """Return the role for all; outright where it is so, and would go back to another role otherwise."""
        role, agreement = self.terms.accountable, overlap.agreement
        if not isinstance(role, str) or agreement is None or not agreement.by_work:
            return role
        covered = self.graph.work_covered_by(overlap.id)
        claimants = {each: self._claimants(each) for each in covered}
        if not any(len(claimants[each]) == 1 and claimants[each] != [role] for each in agreement.by_work):
            return role
        others = [each for each in covered if len(claimants[each]) != 1]
        return dict.fromkeys([*agreement.by_work, *others], role)

    def _claimants(self, work: str) -> list[str]:
        """Return the roles that claim to be accountable for a piece of work."""
        code = self.register.scheme.accountable
        return [role for role, held in self.graph.claimed_letters(work).items() if code in held]

    def _checked(self, overlap: Overlap, named: str | Mapping[str, str]) -> tuple[str, ...]:
        """Return what is to be said of work that stays with another role. Raises CannotDecide."""
        covered = self.graph.work_covered_by(overlap.id)
        names = {each: self.register.work[each].name for each in covered}
        if not isinstance(named, str):
            if strange := [self.register.work[each].name for each in named if each not in names]:
                raise CannotDecide(
                    f'"{overlap.name}" does not cover {in_words(strange)}. '
                    f"It covers {in_words(names.values())}."
                )
            return ()
        held = {each: self.graph.accountable(each) for each in covered}
        needs = [each for each in covered if len(self._claimants(each)) != 1]
        stay = [
            f"{names[each]} ({self.register.roles[roles[0]].name})"
            for each, roles in held.items()
            if each not in needs and len(roles) == 1 and roles[0] != named
        ]
        if not stay:
            return ()
        told = f"has one accountable role already and stays with it: {in_words(stay)}. "
        told += "To move it, say WORK=ROLE."
        if not needs:
            raise CannotDecide(f'What "{overlap.name}" covers {told}')
        return (f"Some work {told}",)

    def _check_reason(self, agreement: Agreement | None) -> None:
        if self.terms.because is None and (agreement is None or not agreement.has_reason):
            raise NoReason(
                "Why was it settled this way? Without a reason nothing is settled.", "Say --because TEXT."
            )

    def _agreement(self, named: str | Mapping[str, str], file: str) -> dict[str, Data]:
        return {"accountable": self._accountable(named, file), **self._further(file)}

    def _accountable(self, named: str | Mapping[str, str], file: str) -> Data:
        if isinstance(named, str):
            return self.style.role(named, file)
        return {self.style.work(work, file): self.style.role(role, file) for work, role in named.items()}

    def _further(self, file: str) -> dict[str, Data]:
        """Return what terms say besides who is accountable."""
        terms = self.terms
        fields: dict[str, Data] = {
            "because": terms.because,
            "escalation": [self.style.role(step, file) for step in terms.escalation],
            "decided": terms.decided,
            "review": terms.review,
        }
        return {key: value for key, value in fields.items() if value}

    def _into_agreement(
        self, overlap: Overlap, agreement: Agreement, named: str | Mapping[str, str]
    ) -> list[Change]:
        """Return the changes to an agreement that is there. Raises NoReason and WouldReplace."""
        path, file = self.files.path(agreement.place), overlap.place.file
        changes, moves = self._owners(overlap, agreement, named, path)
        differing = otherwise(self.terms, agreement, self.register)
        replaced = [told for told in differing.values() if told]
        if (moves or replaced) and not self.terms.replaces:
            because = [told for key, told in differing.items() if key == "because"]
            way = ", or leave out --because to keep that reason" if replaced == because and not moves else ""
            told = settled_already(self.graph, overlap.id, replaced[len(because) :])
            raise WouldReplace(told, f"Say --replace to put this in its place{way}.")
        self._check_reason(agreement)
        if moves and self.terms.because is None:
            raise NoReason("The reason that is there was for another decision.", "Say --because TEXT.")
        there = agreement.place.values
        for key, value in self._further(file).items():
            if key not in there:
                before = _IN_AGREEMENT[: _IN_AGREEMENT.index(key)]
                changes.append(AddField(path, key, value, [each for each in before if each in there][-1]))
            elif key in differing:
                changes.append(Replace((*path, key), value))
        if moves:  # the days were those of the other decision, and whoever decides now is no other role
            stale = [key for key in ("decided", "review") if key in there and not getattr(self.terms, key)]
            changes += [Remove((*path, key)) for key in stale]
        else:
            decided, review = agreement.entry.decided, agreement.entry.review
            days_in_order(self.terms.decided or decided, self.terms.review or review)
        return changes

    def _idle(self, agreement: Agreement, named: str | Mapping[str, str]) -> tuple[str, ...]:
        """Return notes on letters of a role that is accountable for all now: `others` says nothing of it."""
        holding = {named} if isinstance(named, str) else {*{**agreement.by_work, **named}.values()}
        index = index_of(self.register, Kind.ROLE)
        return tuple(
            f"{agreement.place.at('others', key)}: others says nothing of {key} any more, who is accountable."
            for key in agreement.entry.others
            if {*index.find(key)} == holding
        )

    def _owners(
        self, overlap: Overlap, agreement: Agreement, named: str | Mapping[str, str], path: Path
    ) -> tuple[list[Change], bool]:
        """Return the changes to who is accountable, and whether another role was."""
        path, file = (*path, "accountable"), overlap.place.file
        if isinstance(named, str):
            if named == agreement.for_all:
                return [], False
            return [Replace(path, self._accountable(named, file))], True
        if agreement.for_all is not None:
            covered = self.graph.work_covered_by(overlap.id)
            proposed = dict.fromkeys(covered, agreement.for_all)
            was = self.graph.named_in(overlap.id) if agreement.has_reason else proposed
            moves = any(was.get(work, role) != role for work, role in named.items())
            if named.items() <= was.items() and not moves:
                return [], False
            return [Replace(path, self._accountable({**was, **named}, file))], moves
        written = agreement.entry.accountable
        assert isinstance(written, Mapping)  # noqa: S101 - for the type checker
        index = index_of(self.register, Kind.WORK)
        keys = {index.find(key)[0]: key for key in written}
        changes: list[Change] = []
        for work, role in named.items():
            if work not in keys:
                ((key, value),) = dict(self._accountable({work: role}, file)).items()  # type: ignore[arg-type]
                changes.append(AddField(path, key, value))
            elif agreement.by_work[work] != role:
                changes.append(Replace((*path, keys[work]), self.style.role(role, file)))
        return changes, any(isinstance(each, Replace) for each in changes)
