"""A revision: what people call a state of the files, and the commit that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from raci.errors import UnusableRevision
from raci.text.names import did_you_mean
from raci.text.shell import command
from raci.text.visible import one_line

if TYPE_CHECKING:
    from raci.revisions.git import Git, Ran

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_HASH = re.compile(r"[0-9a-f]{7,64}")
_NO_COMMIT = re.compile(r"0{7,64}")
_TOO_LATE = "only goes back to "
_STEPS = re.compile(r"[~^]")
_KINDS = {"blob": "a file", "tree": "a folder"}

SHORT = 12
"""Characters of a commit's id, which even a large repository has but once."""


@dataclass(frozen=True)
class Revision:
    """A commit, and how it was asked for."""

    shown: str
    commit: str

    def __str__(self) -> str:
        return self.shown or self.commit[:SHORT]

    def in_short(self) -> Revision:
        """Return the same; if it was asked for by its whole id, it is shown by the beginning of that."""
        return replace(self, shown=self.commit[:SHORT]) if self.shown == self.commit else self

    def named(self, path: str) -> str:
        """Return what a file is called at this revision, for git to read it; its path where nothing is shown.

        Git takes the colon after :/text for text, and A...B for several commits.
        """
        named = not self.shown.startswith(":") and "..." not in self.shown
        at = self.shown if named else self.commit[:SHORT]
        return f"{at}:{path}" if at else path

    def path(self, named: str) -> str:
        """Return the path of a file that is called so at this revision."""
        return named.removeprefix(self.named(""))


def resolved(git: Git, text: str) -> Revision:
    """Return the revision that a text names; A...B is where the two parted.

    Raises UnusableRevision with what to do for one that is not there, is no commit, or cannot be one.
    """
    if not text.strip() or text.startswith("-") or set(text) & set("\0\r\n"):
        raise UnusableRevision(f'"{one_line(text)}" cannot be a revision; name a commit, branch or tag.')
    ran = _parsed(git, f"{text}^{{commit}}")
    # :/text takes all that follows for the text.
    if commit := _commit(ran) or _commit(_parsed(git, f"{_commit(_parsed(git, text))}^{{commit}}")):
        if _TOO_LATE in ran.err:
            raise UnusableRevision(_before_the_log(text, ran))
        return Revision(text, commit)
    one, dots, other = text.partition("...")
    if dots:
        return parted(git, resolved(git, one or "HEAD"), resolved(git, other or "HEAD"), text)
    raise UnusableRevision(_why_not(git, text, ran))


def parted(git: Git, one: Revision, other: Revision, shown: str = "") -> Revision:
    """Return the commit from which two went apart. Raises UnusableRevision where there is none."""
    ran = git.run("merge-base", one.commit, other.commit)
    if commit := _commit(ran):
        return Revision(shown or f"{one}...{other}", commit)
    raise UnusableRevision(f"{one} and {other} have no commit in common here.{_if_shallow(git)}")


def _parsed(git: Git, text: str) -> Ran:
    return git.run("rev-parse", "--verify", "--end-of-options", text)


def _commit(ran: Ran) -> str:
    out = ran.out.decode("ascii", "replace").strip()
    return out if ran.code == 0 and _COMMIT.fullmatch(out) else ""


def _before_the_log(text: str, ran: Ran) -> str:
    since = one_line(ran.err.partition(_TOO_LATE)[2]).rstrip(".")
    branch, _, day = text.partition("@{")
    by_dates = command("git", "rev-list", "-1", f"--before={day.partition('}')[0]}", branch or "HEAD")
    return f"{text}: this clone knows where it was only since {since}. By dates of commits: {by_dates}"


def _why_not(git: Git, text: str, ran: Ran) -> str:
    """Return why a text names no commit, and what to do."""
    if kind := _kind(git, text):
        at, colon, path = text.partition(":")
        instead = f" To read it from there: --at {at} --data {path}" if colon and at and path else ""
        return f"{text} is {kind}, not a commit, branch or tag.{instead}"
    if "is ambiguous" in ran.err:
        return f"{text} begins several commits; write more of it."
    if "@{" in text and (said := ran.fatal) and "single revision" not in said:
        return f"{text}: {one_line(said)}."
    if ".." in text:
        return f"{text} is a range; name one commit, branch or tag."
    return f"{text}: {_not_here(git, text)}"


def _kind(git: Git, text: str) -> str | None:
    """Return what a text names if that is no commit."""
    found = _commit(_parsed(git, text))
    kind = git.run("cat-file", "-t", found).out.decode("ascii", "replace").strip() if found else ""
    return _KINDS.get(kind)


def _not_here(git: Git, text: str) -> str:
    """Return that a commit is not here, and how it may come."""
    if _NO_COMMIT.fullmatch(text):
        return "this stands for no commit: a hook is given it for a branch that is new, or gone."
    names = _names(git)
    if not names and _parsed(git, "HEAD").code:
        return "there is no commit in this repository yet."
    shallow = _if_shallow(git)
    if _HASH.fullmatch(text):
        return f"this commit is not here.{shallow or f' git fetch origin {text} may bring it.'}"
    base = _STEPS.split(text)[0]
    if base not in {"", text} and _commit(_parsed(git, f"{base}^{{commit}}")):
        return f"{base} does not go back so far.{shallow}"
    return f"there is no such revision.{shallow or f' {did_you_mean(text, names)}'}".rstrip()


def _if_shallow(git: Git) -> str:
    """Return, of a clone without its older commits, how to get them."""
    if git.run("rev-parse", "--is-shallow-repository").out.strip() != b"true":
        return ""
    return " This clone is shallow: git fetch --unshallow --tags brings the rest, --deepen=100 some of it."


def _names(git: Git) -> list[str]:
    spaces = ("refs/heads", "refs/tags", "refs/remotes")
    out = git.run("for-each-ref", "--format=%(refname:short)", *spaces).out
    return out.decode("utf-8", "replace").split()
