"""One side of a comparison: a revision, files as they lie here or at a path, or a table that import reads."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.cli.left_out import say_left_out
from raci.cli.output import say
from raci.cli.ownership_data import find_settings, load_data, paths_of_data
from raci.cli.progress import doing
from raci.errors import RaciError, UnusableFile
from raci.faults.finding import InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.model.left_out import first_few

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from raci.cli.options import DataOptions
    from raci.config import Settings
    from raci.faults.finding import Finding
    from raci.loading.load import Loaded
    from raci.location import Location
    from raci.model.scheme import Scheme
    from raci.revisions.repository import Repository
    from raci.revisions.revision import Revision

HERE = "the files as they lie here"
_POINTERS = (
    "only pointers of Git LFS, whose content may name owners. git lfs pull fetches it; of a revision, "
    "compare a folder in which it is checked out (git worktree add). What holds no ownership data "
    "can be excluded."
)


class UnusableSide(RaciError):
    """A side of a comparison that cannot be read."""


@dataclass(frozen=True)
class Side:
    """What is compared: what it is called, its graph, what lint finds wrong, and which files it is of.

    Of a table, `cells` says where each piece of work stands. Of a revision without ownership files, `missing`
    says so, and the graph has nothing in it. `revision` is the commit, if it is one.
    """

    name: str
    graph: OwnershipGraph
    errors: tuple[Finding, ...] = ()
    cells: Mapping[str, Location] | None = None
    missing: str = ""
    revision: Revision | None = None

    def beside(self, other: Side) -> Side:
        """Return the same; one without files takes the scheme of the other."""
        return replace(self, graph=_nothing(other.graph.register.scheme)) if self.missing else self

    @property
    def files(self) -> tuple[str, ...]:
        """Return the files, over which nothing is to be written."""
        return (self.name,) if self.cells is not None else self.graph.register.files


def side_here(options: DataOptions, environ: Mapping[str, str]) -> Side:
    """Return the files as they lie here: those that --data, RACI_DATA or the configuration name.

    Raises UnusableSide where none are named, and what loading raises.
    """
    with told_of(HERE):
        if not paths_of_data(options, find_settings(options), environ):
            raise UnusableFile("none are named; name them with --data, or two paths to compare")
        data = load_data(options, environ, keep_texts=True)
        return side_of(HERE, data.loaded, data.settings)


def side_at(
    revision: Revision, name: str, repository: Repository, options: DataOptions, environ: Mapping[str, str]
) -> Side:
    """Return the side of a revision. Raises UnusableSide, InvalidRegister."""
    from raci.cli.revision_data import NoFiles, load_at
    from raci.loading.revision_files import RevisionFiles

    with told_of(name):
        try:
            data = load_at(revision, options, environ, keep_texts=True)
        except NoFiles as error:
            return Side(name, _nothing(), missing=str(error), revision=revision)
        return replace(
            side_of(name, data.loaded, data.settings, RevisionFiles(repository, revision).here),
            revision=revision,
        )


def _nothing(scheme: Scheme | None = None) -> OwnershipGraph:
    from raci.loading.load import nothing

    return OwnershipGraph(nothing(scheme))


def side_at_path(path: str, options: DataOptions) -> Side:
    """Return the side of an ownership file, a folder, or a table. Raises UnusableSide, InvalidRegister."""
    from raci.loading.load import read_files
    from raci.loading.origin import find_files
    from raci.paths import path_from
    from raci.sheets.reading import format_of

    name = path_from(path) if path.strip() else f'"{path}"'
    with told_of(name), doing(f"Reading {name}", quiet=options.quiet):
        settings = find_settings(options, [path])
        form = None if os.path.isdir(path) else format_of(path)  # noqa: PTH112 - it may be no name for pathlib
        if form is not None:
            from raci.cli.table_side import read_table_side

            register, cells = read_table_side(path, name, form, settings)
            return Side(name, OwnershipGraph(register), cells=cells)
        found = find_files([path], settings.limits, settings.excluded)
        loaded = read_files(
            found, settings.limits, settings.language, left_out=found.left_out, keep_texts=True
        )
        say_left_out(loaded.register)
        return side_of(name, loaded, settings)


def side_of(name: str, loaded: Loaded, settings: Settings, here: Callable[[str], str] = str) -> Side:
    """Return the side of files that were read, with the errors that lint finds. Raises InvalidRegister.

    `here` returns what a file would be called that lay here, as the patterns of a configuration know it.
    Raises UnusableFile where the content of a file is kept elsewhere: it may name other owners.
    """
    from raci.cli.as_of import day_of
    from raci.cli.lint_options import LintOptions as Given
    from raci.faults.finding import Severity
    from raci.linter.catalogue import BY_NAME
    from raci.linter.lint import LintOptions, lint

    graph = OwnershipGraph(loaded.whole())
    if pointers := [each.name for each in loaded.register.left_out if each.pointer]:
        raise UnusableFile(f"{first_few(pointers)}: {_POINTERS}")
    selection = Given().selection(settings.lint)
    loud = {
        rule
        for rule in selection.rules
        if selection.severities.get(rule, BY_NAME[rule].severity) is Severity.ERROR
    }
    how = LintOptions(
        day_of(None),
        replace(selection, rules=frozenset(loud), per_file_ignores={}),
        settings.language,
        Given().thresholds(settings.lint),
    )
    found = (each.renamed(here) for each in lint(loaded, how, graph).findings)
    return Side(name, graph, tuple(selection.heard(found)))


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Say of which side it is that something is wrong."""
    try:
        yield
    except InvalidRegister:
        say(f"raci: {name} cannot be compared:")
        raise
    except RaciError as error:
        told = str(error)
        raise UnusableSide(told if told.startswith(name) else f"{name}: {told}") from error
