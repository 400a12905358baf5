"""The same as `ownership_data` as of a revision: --at, with the configuration of that time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from raci.cli.left_out import say_left_out
from raci.cli.ownership_data import Data, paths_of_data
from raci.cli.progress import doing
from raci.cli.tracked_files import tracked_files
from raci.config import NAMES, Settings, configuration_in
from raci.errors import BadConfiguration, UnusableFile, UnusableRevision
from raci.loading.load import read_files
from raci.loading.revision_files import RevisionFiles
from raci.revisions.repository import NoRepository, Repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.cli.options import DataOptions
    from raci.loading.origin import Found
    from raci.revisions.revision import Revision


class NoFiles(UnusableRevision):
    """A revision at which there were no ownership files."""


def load_at(
    at: str | Revision, options: DataOptions, environ: Mapping[str, str], *, keep_texts: bool = False
) -> Data:
    """Return what a command answers from at a revision.

    The files are those that `options`, RACI_DATA or the configuration of that revision name. Raises what
    loading raises, and UnusableRevision, with what to do, where git cannot give them.
    """
    files = files_at(at, options, environ)
    with doing("Reading ownership files", quiet=options.quiet):
        found, settings = found_at(files, options, environ)
        loaded = read_files(
            found, settings.limits, settings.language, left_out=found.left_out, keep_texts=keep_texts
        )
    say_left_out(loaded.register)
    register = replace(
        loaded.whole(), at=files.revision.shown, tracked=tracked_files(options, at=files.revision)
    )
    return Data(found, replace(loaded, register=register), settings)


def found_at(
    files: RevisionFiles, options: DataOptions, environ: Mapping[str, str]
) -> tuple[Found, Settings]:
    """Return the files of the register at a revision, and the settings.

    Raises NoFiles where none are named, or nothing that is named was there; and what finding them raises.
    """
    settings = settings_at(files, options)
    paths = paths_of_data(options, settings, environ)
    if not paths:
        raise NoFiles(
            f"At {files.revision} no configuration names ownership files. Name them with --data, as in "
            "--data ownership/."
        )
    try:
        return files.find(paths, settings.limits, settings.excluded), settings
    except UnusableRevision as error:
        there = any(files.has(each) or files.tree.submodule(files.inside(each)) for each in paths)
        raise (error if there else NoFiles(str(error))) from None


def files_at(
    at: str | Revision, options: DataOptions, environ: Mapping[str, str], paths: Sequence[str] = ()
) -> RevisionFiles:
    """Return the files of a revision of the repository that the current folder is in.

    If it is in none, or the first of the paths that are named is not in it, it is that path's.
    """
    repository = repository_of([*paths, *paths_of_data(options, Settings.model_construct(), environ)])
    return RevisionFiles(repository, repository.revision(at) if isinstance(at, str) else at)


def repository_of(paths: Sequence[str]) -> Repository:
    """Return the repository of the current folder, or of the first path. Raises UnusableRevision."""
    first = next((path for path in paths if "\0" not in path), None)
    try:
        here = Repository.around(".")
    except NoRepository:
        if first is None:
            raise
        return Repository.around(first)
    return here if first is None or here.inside(first) is not None else Repository.around(first)


def settings_at(files: RevisionFiles, options: DataOptions, paths: Iterable[str] = ()) -> Settings:
    """Return what the configuration of a revision says: the one that is named, or the nearest.

    Raises BadConfiguration.
    """
    if options.config is None:
        starts = (files.repository.inside(each) for each in (".", *paths) if "\0" not in each)
        found = (_nearest(files, start) for start in starts if start is not None)
        return next(filter(None, found), None) or Settings.model_construct()
    if not options.config:
        raise BadConfiguration("--config needs the name of a file.")
    path = files.inside(options.config)
    settings = _read(files, path)
    if settings is None:
        raise BadConfiguration(
            f"{files.revision.named(path)}: there is no such configuration at this revision"
        )
    return settings


def _nearest(files: RevisionFiles, folder: str) -> Settings | None:
    """Return what the nearest configuration from a folder up to the root says."""
    steps = folder.split("/") if folder else []
    for count in range(len(steps), -1, -1):
        for name in NAMES:
            if settings := _read(files, "/".join((*steps[:count], name))):
                return settings
    return None


def _read(files: RevisionFiles, path: str) -> Settings | None:
    shown = files.revision.named(path)
    try:
        content = files.content(path)
    except UnusableFile as error:
        raise BadConfiguration(f"{shown}: {error}") from None
    return None if content is None else configuration_in(Path(files.repository.root, path), content, shown)
