"""The two sides of a comparison: revisions, files here or elsewhere, tables that import reads."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.cli.output import say
from raci.cli.ownership_data import find_settings, load_data, paths_of_data
from raci.cli.progress import doing
from raci.config import Settings
from raci.errors import RaciError, UnusableFile, UnusableRevision
from raci.faults.finding import InvalidRegister
from raci.graph.ownership import OwnershipGraph
from raci.text.shell import command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.cli.options import DataOptions
    from raci.faults.finding import Finding
    from raci.loading.load import Loaded
    from raci.location import Location
    from raci.revisions.revision import Revision

_COMMITTED = "HEAD"
HERE = "the files as they lie here"


class UnusableSide(RaciError):
    """A side of a comparison that cannot be read."""


@dataclass(frozen=True)
class Side:
    """What is compared: what it is called, its graph, what lint finds wrong, and which files it is of.

    Of a table, `cells` says where each piece of work stands.
    """

    name: str
    graph: OwnershipGraph
    errors: tuple[Finding, ...] = ()
    cells: Mapping[str, Location] | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """Return the files, over which nothing is to be written."""
        return (self.name,) if self.cells is not None else self.graph.register.files


def two_sides(
    first: str | None, second: str | None, options: DataOptions, environ: Mapping[str, str]
) -> tuple[Side, Side]:
    """Return what is compared with what: HEAD where nothing is named, and the files as they lie here.

    A...B alone is from where the two parted to B. Raises UnusableSide, which says which side it is and what
    to do, and InvalidRegister.
    """
    if first is not None and second is None and "..." in first and (both := _parted(first, options, environ)):
        return both
    before = _side(_COMMITTED if first is None else first, options, environ)
    return before, side_here(options, environ) if second is None else _side(second, options, environ)


def _side(text: str, options: DataOptions, environ: Mapping[str, str]) -> Side:
    """Return the side that a text names: a revision, or else a path; ./NAME is only a path."""
    if text.startswith(_PATHS) or os.path.isabs(text) or text in {".", ".."}:  # noqa: PTH117 - as below
        return side_at_path(text, options)
    from raci.cli.revision_data import repository_of

    try:
        revision = repository_of(_data(options, environ)).revision(text)
    except UnusableRevision as error:
        if os.path.lexists(text):
            return side_at_path(text, options)
        raise UnusableSide(_no_side(text, error)) from None
    return _side_at(revision, revision.shown, options, environ)


_PATHS = ("./", "../", f".{os.sep}", f"..{os.sep}")


def _no_side(text: str, error: UnusableRevision) -> str:
    """Return why a text names neither a revision nor a path, and what to do."""
    from raci.revisions.repository import NoRepository

    if isinstance(error, NoRepository) and text == _COMMITTED:
        return f"{error} Name two files or folders to compare."
    if isinstance(error, NoRepository):
        return f"{text}: there is no such file or folder. {error}"
    one, dots, other = text.partition("..")
    if dots and one and other and not other.startswith("."):
        return f"{error} To compare the two: {command('raci', 'diff', one, other)}"
    return f"{error} There is no file of this name either."


def _side_at(revision: Revision, name: str, options: DataOptions, environ: Mapping[str, str]) -> Side:
    from raci.cli.revision_data import load_at

    with _told_of(name):
        data = load_at(revision, options, environ, keep_texts=True)
        return side_of(name, data.loaded, data.settings)


def _parted(text: str, options: DataOptions, environ: Mapping[str, str]) -> tuple[Side, Side] | None:
    """Return the sides of A...B: where the two parted, by its commit, and B; None if this is a path."""
    from raci.cli.revision_data import repository_of

    names = [each or "HEAD" for each in text.split("...", 1)]
    try:
        repository = repository_of(_data(options, environ))
        one, other = map(repository.revision, names)
        parted = repository.parted(one, other)
    except UnusableRevision as error:
        if os.path.lexists(text):
            return None
        raise UnusableSide(str(error)) from None
    short = replace(parted, shown=parted.commit[:_SHORT])
    name = f"{short.shown}, where {one} and {other} parted"
    return _side_at(short, name, options, environ), _side_at(other, other.shown, options, environ)


_SHORT = 12  # characters of a commit, which even a large repository has but once


def _data(options: DataOptions, environ: Mapping[str, str]) -> list[str]:
    # Without the configuration, as that of today says nothing of what was.
    return paths_of_data(options, Settings.model_construct(), environ)


def side_here(options: DataOptions, environ: Mapping[str, str]) -> Side:
    """Return the files as they lie here: those that --data, RACI_DATA or the configuration name.

    Raises UnusableSide where none are named, and what loading raises.
    """
    with _told_of(HERE):
        if not paths_of_data(options, find_settings(options), environ):
            raise UnusableFile("none are named; name them with --data, or two paths to compare")
        data = load_data(options, environ, keep_texts=True)
        return side_of(HERE, data.loaded, data.settings)


def side_at_path(path: str, options: DataOptions) -> Side:
    """Return the side of an ownership file, a folder, or a table. Raises UnusableSide, InvalidRegister."""
    from raci.loading.load import read_files
    from raci.loading.origin import find_files
    from raci.paths import path_from
    from raci.sheets.reading import format_of

    name = path_from(path) if path.strip() else f'"{path}"'
    with _told_of(name), doing(f"Reading {name}", quiet=options.quiet):
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
        return side_of(name, loaded, settings)


def side_of(name: str, loaded: Loaded, settings: Settings) -> Side:
    """Return the side of files that were read, with the errors that lint finds. Raises InvalidRegister."""
    from raci.cli.as_of import day_of
    from raci.cli.lint_options import LintOptions as Given
    from raci.faults.finding import Severity
    from raci.linter.catalogue import BY_NAME
    from raci.linter.lint import LintOptions, lint

    graph = OwnershipGraph(loaded.whole())
    selection = Given().selection(settings.lint)
    loud = {
        rule
        for rule in selection.rules
        if selection.severities.get(rule, BY_NAME[rule].severity) is Severity.ERROR
    }
    how = LintOptions(
        day_of(None),
        replace(selection, rules=frozenset(loud)),
        settings.language,
        Given().thresholds(settings.lint),
    )
    return Side(name, graph, lint(loaded, how, graph).findings)


@contextmanager
def _told_of(name: str) -> Iterator[None]:
    """Say of which side it is that something is wrong."""
    try:
        yield
    except InvalidRegister:
        say(f"raci: {name} cannot be compared:")
        raise
    except RaciError as error:
        told = str(error)
        raise UnusableSide(told if told.startswith(name) else f"{name}: {told}") from error
