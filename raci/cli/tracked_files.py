"""Which paths git knows in the repository of the register: those of a revision, else of the last commit."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.paths import path_from, repository_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from raci.cli.options import DataOptions
    from raci.revisions.revision import Revision


def path_in_repository(asked: str) -> str:
    """Return what a path that is typed in a folder is called from the root on; all else as it is."""
    if not ("/" in asked or "." in asked) or not os.path.lexists(asked):
        return asked
    root = repository_of(".")
    if root is None:
        return asked
    path = path_from(asked, root)
    return f"{path}/" if os.path.isdir(asked) else path  # noqa: PTH112 - as above


def tracked_files(
    options: DataOptions, paths: Sequence[str] = (), at: str | Revision = "HEAD"
) -> Callable[[], tuple[str, ...] | None]:
    """Return what asks git, once and only when it is called; None where there is no git or no commit.

    A submodule is a folder, whatever is in it.
    """

    @cache
    def asked() -> tuple[str, ...] | None:
        from raci.cli.revision_data import files_at

        try:
            kept = files_at(at, options, os.environ, paths).tree.kept
        except UnusableRevision:
            return None
        return tuple(f"{path}/" if each.is_submodule else path for path, each in kept.items())

    return asked
