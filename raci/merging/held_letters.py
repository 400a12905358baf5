"""Rows with other letters, and rows of work that was not there: who is to hold what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from raci.editing.changes import Remove
from raci.merging.merge import said
from raci.merging.rows import by_work
from raci.merging.work_anew import WorkAnew
from raci.model.standing import standing
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from raci.merging.draft import Draft
    from raci.merging.rows import Row
    from raci.model.register import Work
    from raci.model.scheme import Letters


class HeldLetters:
    """Sees to the letters of rows, one after the other."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        fold = draft.register.fold
        self.names = Counter(fold(each.claim.name) for each in draft.rows.rows if each.work is None)

    def change(self, row: Row, work: Work) -> bool:
        """See to the cells that differ; return whether its entry moves to another list."""
        held = by_work(self.draft.graph, work.id, claims=self.draft.rows.claims)
        wanted = {
            self.draft.lists.ids.get(role, role): self._said(row, letters, held.get(role, ()))
            for role, letters in row.letters.items()
        }
        differ = {role: letters for role, letters in wanted.items() if held.get(role, ()) != letters}
        if not differ:
            return False
        told = f"{self.draft.called(work)}: {', '.join(self._cell(*each, held) for each in differ.items())}"
        meant = {role: each for role, each in {**held, **differ}.items() if each}
        if not meant:
            self.draft.stay.append(
                f"{told}; it stays, for nobody would hold anything. Delete its row if it is gone."
            )
            return False
        if not self.draft.graph.claims(work.id):
            self._owned(row, work, meant, told)
            return True
        anew = self._anew(work, differ)
        if not anew.entries or self._holds(work, anew) != meant:
            self.draft.stay.append(f"{told}; {self._why(work, meant)}")
            return False
        changes, new = anew.changes(self.draft.graph.claims(work.id), self.draft.files, self.draft.style)
        self.draft.put(changes)
        self.draft.lists.add(new)
        self.draft.claims[work.id] = frozenset(map(said, anew.claims()))
        self.draft.told.append(told)
        return bool(new)

    def _said(self, row: Row, letters: Letters, held: Letters) -> Letters:
        """Return the letters of a role with those that its table has no place for."""
        if row.covers is None:
            return letters
        return self.draft.register.scheme.sort((*letters, *(each for each in held if each not in row.covers)))

    def _anew(self, work: Work, differ: Mapping[str, Letters]) -> WorkAnew:
        anew, code = WorkAnew(self.draft.graph, work.id), self.draft.register.scheme.accountable
        claimed = self.draft.graph.claimed_letters(work.id)
        held = self.draft.graph.letters(work.id)
        for role, letters in differ.items():
            meant = letters
            if letters and not self.draft.rows.claims and held != claimed:  # who is accountable is agreed
                others = [each for each in letters if each != code]
                kept = self.draft.register.scheme.sort((*others, *({code} & set(claimed.get(role, ())))))
                meant = kept or letters
            anew.give(role, meant)
        anew.settle_homes()
        return anew

    def _holds(self, work: Work, anew: WorkAnew) -> Mapping[str, Letters]:
        covering = self.draft.graph.overlaps_covering(work.id)
        on_purpose = work.unowned is not None
        stands = standing(
            work.id, anew.claims(), covering, self.draft.register.scheme, unowned_on_purpose=on_purpose
        )
        found = stands.claimed if self.draft.rows.claims else stands.letters
        return {role: each for role, each in found.items() if each}

    def _why(self, work: Work, meant: Mapping[str, Letters]) -> str:
        named = self.draft.graph.named_by(work.id)
        if not named:
            return "that cannot be said in the files as they are, and stays to be written by hand."
        overlaps = in_words(f'"{self.draft.register.overlaps[each].name}"' for each in named)
        overlap = self.draft.register.overlaps[next(iter(named))]
        code, graph = self.draft.register.scheme.accountable, self.draft.graph
        holders = {each: [*graph.accountable(each)] for each in overlap.work}
        holders[work.id] = [role for role, each in meant.items() if code in each]
        roles = {each: found[0] if len(found) == 1 else "ROLE" for each, found in holders.items()}
        several = len(roles) > 1
        each = " ".join(f"--accountable {f'{id_}=' if several else ''}{role}" for id_, role in roles.items())
        replace = " --replace" if overlap.agreement is not None else ""
        command = f"raci settle {overlap.id} {each} --because WHY{replace}"
        return f"it stays, for that is agreed in {overlaps}. To change it: {command}"

    def _owned(self, row: Row, work: Work, meant: Mapping[str, Letters], told: str) -> None:
        """Let work that nobody owned on purpose be somebody's."""
        assert work.unowned is not None  # noqa: S101 - it has no claims
        place = work.unowned.place
        path = self.draft.files.path(place)
        fields = self.draft.files.at(place.file, path)
        assert isinstance(fields, dict)  # noqa: S101 - an entry
        kept = {key: value for key, value in fields.items() if key != "because"}
        self.draft.changes[place.file].append(Remove(path))
        self.draft.add(work.id, meant, row.claim.kind or self.draft.kind, kept)
        self.draft.told.append(f"{told}. It was unowned on purpose, because: {work.unowned.entry.because}")

    def come(self, row: Row) -> None:
        """Let work come new, on the list of the role that is accountable."""
        claim = row.claim
        meant = {self.draft.lists.ids.get(role, role): each for role, each in row.letters.items() if each}
        id_, fields = self.draft.lists.named(
            claim, alone=self.names[self.draft.register.fold(claim.name)] == 1
        )
        holders = self.draft.add(id_, meant, claim.kind or self.draft.kind, fields)
        self.draft.told.append(
            f"{claim.name}: is new, on the list of {in_words(map(self.draft.lists.name, holders))}"
        )

    def _cell(self, role: str, letters: Letters, held: Mapping[str, Letters]) -> str:
        before, after = ("".join(each) or "nothing" for each in (held.get(role, ()), letters))
        return f"{self.draft.lists.name(role)} {before} → {after}"
