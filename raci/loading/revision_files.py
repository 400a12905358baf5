"""Where ownership files come from at a revision: the same files that a folder of that time would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from raci.errors import UnusableFile, UnusableRevision
from raci.loading.folder import NOTHING
from raci.loading.origin import Found, hold_to, left_out_of, none_in, parted
from raci.loading.revision_folder import Walk
from raci.loading.source_file import SourceFile
from raci.model.left_out import first_few
from raci.model.limits import DEFAULT_LIMITS
from raci.paths import Patterns, path_from
from raci.regular_file import MEBIBYTE
from raci.revisions.left_out import LeftOutByClone
from raci.revisions.objects import MissingObjects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from raci.loading.folder import Folder
    from raci.model.limits import Limits
    from raci.revisions.repository import Repository
    from raci.revisions.revision import Revision
    from raci.revisions.tree import Kept, Tree

_NOT_THERE = "there is no such file or folder at this revision"


@dataclass(frozen=True)
class RevisionFiles:
    """The files of a repository at a revision."""

    repository: Repository
    revision: Revision

    @cached_property
    def tree(self) -> Tree:
        """All paths. Raises UnusableRevision."""
        return self.repository.files(self.revision)

    def inside(self, path: str) -> str:
        """Return a path of the file system from the root on. Raises UnusableRevision for one outside."""
        found = self.repository.inside(path) if "\0" not in path else None
        if found is None:
            raise UnusableRevision(f"{path} is not in the repository that {self.revision} is of.")
        return found

    def has(self, path: str) -> bool:
        """Return whether there is a file or folder at a path of the file system, or a pattern's folder."""
        inside = self.inside(path)
        return self.tree.real(inside) is not None or self._pattern(inside) is not None

    def base(self, path: str) -> str:
        """Return a path from the root on; of a pattern the folder that it begins with."""
        inside = self.inside(path)
        pattern = None if self.tree.real(inside) is not None else self._pattern(inside)
        return pattern[0].removeprefix(".") if pattern else inside

    def here(self, named: str) -> str:
        """Return what a file that is named as REV:path would be called if it lay here."""
        return path_from(self.on_disk(self.revision.path(named)))

    def on_disk(self, path: str) -> str:
        """Return where a file would be if the revision were checked out."""
        return f"{self.repository.root}/{path}"

    def find(
        self, paths: Iterable[str], limits: Limits = DEFAULT_LIMITS, exclude: Patterns = NOTHING
    ) -> Found:
        """Return the files at `paths` of the file system, as `find_files` does, named as REV:path.

        Raises UnusableFile for what is not there, and where there is more than `limits` say;
        UnusableRevision for what git does not have.
        """
        found: dict[str, SourceFile] = {}
        real: dict[str, str] = {}
        first_names: dict[str, str] = {}
        searched: list[Folder] = []
        for path in map(self.inside, paths):
            named = self._is_named(path)
            if not named:
                searched.append(self._search(path, exclude))
            for file in [path] if named else searched[-1].files:
                target = self.tree.real(file)
                first = first_names.setdefault(file if target is None else target, file)
                real[first] = target or ""
                source = SourceFile(self.revision.named(file), _leads_nowhere, named=named)
                if named > found.setdefault(first, source).named:
                    found[first] = source
        contents = self.contents([each for each in real.values() if each], limits, len(found))
        files = (
            replace(each, read=contents.get(real[file], each.read), content=self._oid(real[file]))
            for file, each in found.items()
        )
        in_order = tuple(sorted(files, key=lambda source: source.shown))
        return Found(in_order, left_out_of(searched, {source.shown for source in in_order}))

    def content(self, path: str, limits: Limits = DEFAULT_LIMITS) -> bytes | None:
        """Return what a file holds; None if there is none. Raises UnusableFile, UnusableRevision."""
        target = self.tree.real(path)
        if target is None or target not in self.tree.kept:
            return None
        read = self.contents([target], limits, 1)
        return read[target]()

    def contents(self, paths: Iterable[str], limits: Limits, count: int) -> dict[str, Callable[[], bytes]]:
        """Return how to read each of the files at `paths`; git is asked for all of them at once."""
        kept = {path: self.tree.kept[path] for path in paths if path in self.tree.kept}
        most = limits.file_size * MEBIBYTE
        try:
            sizes = self.repository.sizes(self.revision, kept.values())
            hold_to(limits, count, (sizes[each.oid] for each in kept.values()))
            small = [each for each in kept.values() if sizes[each.oid] <= most]
            read = self.repository.read(self.revision, small)
        except MissingObjects as error:
            raise self._left_out_by_clone(error, kept) from None
        too_large = partial(_refuse, f"the file is larger than {limits.file_size} MiB")
        return {
            path: partial(bytes, read[each.oid]) if each.oid in read else too_large
            for path, each in kept.items()
        }

    def _oid(self, path: str) -> str | None:
        kept = self.tree.kept.get(path)
        return kept.oid if kept else None

    def _left_out_by_clone(self, error: MissingObjects, kept: Mapping[str, Kept]) -> UnusableRevision:
        """Return that files have not been fetched, with the command that does."""
        missing = [path for path, each in kept.items() if each.oid in error.oids] or [*kept]
        names = first_few([self.revision.named(path) for path in missing])
        return LeftOutByClone.at(self.revision, names, self.tree, missing)

    def _is_named(self, path: str) -> bool:
        """Return whether there is a file at a path, which may be a link to one or to nowhere.

        Raises UnusableRevision for one in a submodule.
        """
        if submodule := self.tree.submodule(path):
            oid = self.tree.kept[submodule].oid
            raise UnusableRevision(
                f"{self.revision.named(submodule)} is a submodule, a repository of its own; ask in it, "
                f"with --at {oid}"
            )
        target = self.tree.real(path)
        return (path if target is None else target) in self.tree.kept

    def _search(self, path: str, exclude: Patterns) -> Folder:
        """Return what a folder holds, or of a pattern what fits it."""
        shown = self.revision.named(path) if path else self.revision.shown
        if self.tree.real(path) in self.tree.folders:
            found, none = self._look_through(path, exclude), "there is no YAML file in this folder"
        else:
            base, pattern = self._parted(path)
            found, none = self._look_through(base, exclude), "no YAML file fits this pattern"
            fits = Patterns(self.on_disk(base), (pattern,)).say
            found = replace(found, files=tuple(each for each in found.files if fits(self.on_disk(each))))
        if not found.files:
            raise none_in(shown, none, found)
        return found

    def _pattern(self, path: str) -> tuple[str, str] | None:
        def at(step: str) -> str | None:
            return self.tree.real("" if step == "." else step)

        return parted(path, lambda step: at(step) in self.tree.folders, lambda step: at(step) is not None)

    def _parted(self, path: str) -> tuple[str, str]:
        found = self._pattern(path)
        if found is None:
            raise UnusableRevision(f"{self.revision.named(path)}: {_NOT_THERE}")
        return found[0].removeprefix("."), found[1]

    def _look_through(self, folder: str, exclude: Patterns) -> Folder:
        return Walk(self.tree, self.revision.named, self.on_disk, exclude).through(folder)


def _refuse(why: str) -> bytes:
    raise UnusableFile(why)


_leads_nowhere = partial(_refuse, "this is a link that leads to nothing that git keeps")
