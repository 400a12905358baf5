"""The bytes of objects, many from one process of git."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.revisions.git import Git, Ran
    from raci.revisions.revision import Revision


_NOT_FETCHED = re.compile(r"could not fetch ([0-9a-f]{40,64})")


class MissingObjects(UnusableRevision):
    """Objects that were left out when the repository was cloned; `oids` are their ids, as far as git says."""

    def __init__(self, message: str, oids: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.oids = tuple(oids)


def sizes(git: Git, revision: Revision, oids: Sequence[str]) -> dict[str, int]:
    """Return how many bytes objects have. Raises MissingObjects."""
    if not oids:
        return {}
    ran = _asked(git, "--batch-check", oids)
    said = [line.split(" ") for line in ran.out.decode("ascii", "replace").splitlines()]
    missing = [words[0] for words in said if words[-1] == "missing"]
    if missing or ran.code or len(said) != len(oids):
        raise _missing(git, revision, ran, missing)
    return {oid: int(size) for oid, _, size in said}


def contents(git: Git, revision: Revision, oids: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of objects. Raises MissingObjects."""
    if not oids:
        return {}
    ran = _asked(git, "--batch", oids)
    found: dict[str, bytes] = {}
    start, out = 0, ran.out
    while (end := out.find(b"\n", start)) >= 0:
        oid, *_, size = out[start:end].decode("ascii", "replace").split(" ")
        if not size.isdecimal():
            raise _missing(git, revision, ran, [oid])
        start = end + 1 + int(size) + 1
        found[oid] = out[end + 1 : start - 1]
    if ran.code or len(found) != len(set(oids)):
        raise _missing(git, revision, ran, [])
    return found


def _asked(git: Git, how: str, oids: Sequence[str]) -> Ran:
    return git.run("cat-file", how, given="".join(f"{oid}\n" for oid in oids).encode("ascii"))


def _missing(git: Git, revision: Revision, ran: Ran, oids: Sequence[str]) -> UnusableRevision:
    if is_partial(git):
        oids = oids or _NOT_FETCHED.findall(ran.err)
        return MissingObjects(f"{revision}: files were left out when this was cloned.", oids)
    said = f": {one_line(ran.fatal)}" if ran.fatal else ""
    return UnusableRevision(f"{revision}: the repository is damaged{said}. git fsck says more.")


def is_partial(git: Git) -> bool:
    """Return whether a clone may lack objects, which git would fetch when they are needed."""
    known = r"^(remote\..*\.promisor|extensions\.partialclone)$"
    return git.run("config", "--get-regexp", known).code == 0
