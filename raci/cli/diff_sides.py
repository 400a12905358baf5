"""Which two sides raci diff compares: what its arguments name, and what stands for those left out."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.cli.diff_side import Side, UnusableSide, side_at, side_at_path, side_here
from raci.cli.output import say
from raci.cli.ownership_data import paths_of_data
from raci.config import Settings
from raci.errors import UnusableRevision
from raci.faults.finding import InvalidRegister
from raci.model.left_out import first_few
from raci.text.shell import command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from raci.cli.options import DataOptions
    from raci.faults.finding import Finding
    from raci.revisions.repository import Repository
    from raci.revisions.revision import Revision

_COMMITTED = "HEAD"


def two_sides(
    first: str | None, second: str | None, options: DataOptions, environ: Mapping[str, str]
) -> tuple[Side, Side]:
    """Return what is compared with what: HEAD where nothing is named, and the files as they lie here.

    A...B alone is from where the two parted to B. Raises UnusableSide, which says which side it is and what
    to do, and InvalidRegister.
    """
    if first is not None and second is None and "..." in first and (both := _parted(first, options, environ)):
        return _beside(*both, options, environ)
    before, after = _both(
        partial(_side, _COMMITTED if first is None else first, options, environ),
        partial(side_here, options, environ) if second is None else partial(_side, second, options, environ),
    )
    return _beside(before, after, options, environ)


def _both(*sides: Callable[[], Side]) -> tuple[Side, Side]:
    """Return the two sides. Raises UnusableSide and InvalidRegister with what is wrong with both."""
    read: list[Side] = []
    findings: list[Finding] = []
    wrong: list[str] = []
    for side in sides:
        try:
            read.append(side())
        except InvalidRegister as error:
            findings += error.findings
        except UnusableSide as error:
            wrong.append(str(error))
    if findings:
        for each in wrong:
            say(f"raci: {each}")
        raise InvalidRegister(findings)
    if wrong:
        raise UnusableSide("\n".join(dict.fromkeys(wrong)))
    before, after = read
    return before, after


def _beside(before: Side, after: Side, options: DataOptions, environ: Mapping[str, str]) -> tuple[Side, Side]:
    """Return the two; where one had no ownership files, all of the other's have come, or gone.

    Raises UnusableSide where neither had any.
    """
    if before.missing and after.missing:
        raise UnusableSide(f"{before.missing}\n{after.missing}")
    before, after = _moved(before, after, options, environ), _moved(after, before, options, environ)
    for each in (before, after):
        if each.missing:
            say(f"{each.name} has no ownership files: it is compared as nothing.")
    return before.beside(after), after.beside(before)


def _side(text: str, options: DataOptions, environ: Mapping[str, str]) -> Side:
    """Return the side that a text names: a revision, or else a path; ./NAME is only a path."""
    if text.startswith(_PATHS) or os.path.isabs(text) or text in {".", ".."}:  # noqa: PTH117 - as below
        return side_at_path(text, options)
    from raci.cli.revision_data import repository_of
    from raci.revisions.repository import NoRepository

    try:
        repository = repository_of(_data(options, environ))
        revision = repository.revision(text).in_short()
    except UnusableRevision as error:
        if os.path.lexists(text):
            return side_at_path(text, options)
        told = _no_side(text, error)  # without a repository, the other side need not be asked
        raise (type(error) if isinstance(error, NoRepository) else UnusableSide)(told) from None
    return side_at(revision, revision.shown, repository, options, environ)


def _moved(side: Side, other: Side, options: DataOptions, environ: Mapping[str, str]) -> Side:
    """Return a side; if what is named was not there, with the files that git takes for those of the other."""
    if not side.missing or side.revision is None:
        return side
    from raci.cli.revision_data import repository_of

    repository = repository_of(_data(options, environ))
    there = other.revision or repository.revision(_COMMITTED)
    inside = repository.inside if other.revision is None else other.revision.path
    paths = map(inside, other.files)
    files = sorted(_found_again(repository, filter(None, paths), there, side.revision))
    if not files:
        return side
    folders = sorted({each.rpartition("/")[0] or each for each in files})
    say(f"{side.name} has the files elsewhere: {first_few(folders)}.")
    data = [os.path.join(repository.root, each) for each in files]  # noqa: PTH118 - as below
    return side_at(side.revision, side.name, repository, replace(options, data=data), environ)


def _found_again(repository: Repository, paths: Iterable[str], there: Revision, here: Revision) -> set[str]:
    """Return what files of one revision are called at another: at once, or else commit by commit between.

    What was moved and then rewritten is not like what it was.
    """
    known = {*paths}
    moved = repository.moved(here.commit, there.commit)
    if found := {moved[path] for path in known if path in moved}:
        return found
    try:
        way = [each.commit for each in repository.mainline(there, here)]
    except UnusableRevision:
        try:
            way = [each.commit for each in repository.mainline(here, there)][::-1]
        except UnusableRevision:  # neither came of the other
            return set()
    for now, following in pairwise(way):
        moved = repository.moved(following, now)
        known = {moved.get(path, path) for path in known}
    return {path for path in known if path in repository.files(here).kept}


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
    unknown = f"{text}: there is no such revision"
    return str(error).replace(unknown, f"{unknown}, file or folder", 1)


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
    one, other, parted = one.in_short(), other.in_short(), replace(parted, shown=parted.commit).in_short()
    name = f"{parted} (where {one} and {other} parted)"
    if parted.commit == one.commit:  # as it is where the other contains all of it
        parted, name = one, one.shown
    return _both(
        partial(side_at, parted, name, repository, options, environ),
        partial(side_at, other, other.shown, repository, options, environ),
    )


def _data(options: DataOptions, environ: Mapping[str, str]) -> list[str]:
    # Without the configuration, as that of today says nothing of what was.
    return paths_of_data(options, Settings.model_construct(), environ)
