"""The register at each commit of a history, each file read once: what `raci log` goes through."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.changes.log import Step
from raci.changes.log_records import CommitRecord
from raci.cli.ownership_data import paths_of_data
from raci.cli.revision_data import load_at, settings_at
from raci.config import NAMES
from raci.errors import BadConfiguration, TooLarge, UnusableFile
from raci.faults.finding import InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.loading.load import Known, nothing, read_files
from raci.loading.revision_files import RevisionFiles
from raci.revisions.revision import Revision
from raci.text.names import counted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from raci.cli.options import DataOptions
    from raci.loading.origin import Found
    from raci.revisions.log import Logged
    from raci.revisions.repository import Repository

_KEPT = 8  # registers in memory: a history has few branches at a time


@dataclass(frozen=True)
class _Past:
    """What a commit holds: the graph; or why its files are `unreadable`; or neither, where there are none."""

    graph: OwnershipGraph | None = None
    unreadable: str | None = None
    files: frozenset[str] = frozenset()


@dataclass
class History:
    """The commits up to one, in a repository that remembers what it has read.

    `watched` are the paths whose commits are looked at, from the root on; there are more where the files were
    elsewhere before. `followed` are the paths from which files were moved.
    """

    repository: Repository
    newest: str
    options: DataOptions
    environ: Mapping[str, str]
    watched: set[str] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)
    _known: Known = field(default_factory=Known)
    _pasts: OrderedDict[str, _Past] = field(default_factory=OrderedDict)
    _graphs: OrderedDict[Hashable, OwnershipGraph] = field(default_factory=OrderedDict)

    def steps(self) -> Iterator[Step]:
        """Yield each commit with the graphs before and after it, newest first.

        Raises UnusableRevision for what git does not have, and what `load_at` raises where no files are.
        """
        self._watch_configurations()
        self._past(self.newest)
        read = False
        done: set[str] = set()
        complete = False
        while not complete:
            complete = True
            watched = len(self.watched)
            listed = self.repository.commits(Revision("", self.newest), sorted(self.watched))
            commits = {commit.id: commit for commit in listed}
            for commit in listed:
                if commit.id in done:
                    continue
                step = self._step(commit, commits)
                if len(self.watched) > watched:  # the files were elsewhere before: look there as well
                    complete = False
                    break
                done.add(commit.id)
                read = read or self._past(commit.id) != _Past()
                yield step
        if not read:
            load_at(Revision("", self.newest), self.options, self.environ)  # it says what is not there

    def _watch_configurations(self) -> None:
        steps = (self.repository.inside(".") or "").split("/")
        for count in range(len(steps) + 1):
            folder = "/".join(filter(None, steps[:count]))
            self.watched |= {f"{folder}/{name}" if folder else name for name in NAMES}

    def _step(self, commit: Logged, commits: Mapping[str, Logged]) -> Step:
        told = CommitRecord(commit.id, commit.day, commit.author, commit.subject)
        after = self._past(commit.id)
        before = [self._readable(parent, commits) for parent in commit.parents]
        if not any(each.graph for each in before):  # the files seem to begin here
            real = self.repository.parents(commit)
            if real and not self.repository.has(real[0]):
                return Step(told, (), None, cut_off=True)
            before = [self._moved_from(real[0], commit, after) if real else _Past()]
        if after.unreadable:
            return Step(told, (), None, after.unreadable)
        graphs = [each.graph for each in (*before, after)]
        like = next(filter(None, graphs), None)
        whole = [graph or _nothing(like) for graph in graphs]
        return Step(told, tuple(whole[:-1]), whole[-1])

    def _readable(self, commit: str, commits: Mapping[str, Logged]) -> _Past:
        """Return what the nearest commit from this one back holds that can be read."""
        while (past := self._past(commit)).unreadable:
            parents = commits[commit].parents if commit in commits else ()
            if not parents:
                return _Past()
            commit = parents[0]
        return past

    def _moved_from(self, parent: str, commit: Logged, after: _Past) -> _Past:
        """Return what the parent holds of a commit in which files seem to begin.

        They may have been moved, or have been there before a configuration named them.
        """
        if not self._past(parent).graph:
            moved = self.repository.moved(parent, commit.id)
            self.followed |= {moved.get(file, file) for file in after.files}
            self._pasts.clear()
        return self._past(parent)

    def _past(self, commit: str) -> _Past:
        if commit not in self._pasts:
            self._pasts[commit] = past = self._read(RevisionFiles(self.repository, Revision("", commit)))
            self.watched |= past.files
            while len(self._pasts) > _KEPT:
                self._pasts.popitem(last=False)
        return self._pasts[commit]

    def _read(self, files: RevisionFiles) -> _Past:
        try:
            settings = settings_at(files, self.options)
            named = paths_of_data(self.options, settings, self.environ)
            self.watched |= {files.base(path) for path in named}
            paths = [path for path in named if files.has(path)]
            paths = paths or [path for path in map(files.on_disk, self.followed) if files.has(path)]
            if not paths:
                return _Past()
            found = files.find(paths, settings.limits, settings.excluded)
            leading_to = (files.tree.real(path) for path in (*map(files.base, paths), *_shown(found)))
            self.watched |= {path for path in leading_to if path is not None}
            key = settings.language, settings.limits, tuple((each.shown, each.content) for each in found)
            if key not in self._graphs:
                loaded = read_files(found, settings.limits, settings.language, known=self._known)
                self._graphs[key] = OwnershipGraph(loaded.whole())
                while len(self._graphs) > _KEPT:
                    self._graphs.popitem(last=False)
            return _Past(self._graphs[key], files=frozenset(_shown(found)))
        except InvalidRegister as error:
            return _Past(unreadable=counted(len(error.findings), "mistake"))
        except (BadConfiguration, TooLarge, UnusableFile) as error:
            return _Past(unreadable=str(error).partition("\n")[0])


def _shown(found: Found) -> Iterator[str]:
    return (each.shown for each in found)


def _nothing(like: OwnershipGraph | None) -> OwnershipGraph:
    """Return the graph of no files, with the scheme of those that there are on the other side."""
    return OwnershipGraph(nothing(like.register.scheme if like else None))
