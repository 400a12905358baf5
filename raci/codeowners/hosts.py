"""What each host of repositories reads in a CODEOWNERS file: which handles, and which patterns."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from raci.path_pattern import tokens

if TYPE_CHECKING:
    from raci.path_pattern import PathPattern, Token

_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
_EMAIL = r"[A-Za-z0-9_][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"


class Host(StrEnum):
    """A host, or what hosts with the same rules have in common."""

    GITHUB = "github"
    GITLAB = "gitlab"
    BITBUCKET = "bitbucket"
    GITEA = "gitea"


_HANDLES = {
    Host.GITHUB: rf"@{_NAME}(/{_NAME})?|{_EMAIL}",
    Host.GITLAB: rf"@{_NAME}(/{_NAME})*|@@(developer|maintainer|owner)s?|{_EMAIL}",
    Host.BITBUCKET: rf"@{_NAME}(/{_NAME})?|@@@{_NAME}|{_EMAIL}",
    Host.GITEA: rf"@{_NAME}(/{_NAME})?",
}
MAY_BE_NOBODYS = frozenset({Host.GITHUB, Host.GITLAB})
"""Where a pattern without an owner says that nobody is asked."""


class CannotBeSaid(ValueError):
    """A pattern that a host has no words for."""


def is_handle(text: str, host: Host) -> bool:
    """Return whether a contact is what a host calls a person or a team by."""
    return re.fullmatch(_HANDLES[host], text) is not None


def written(pattern: PathPattern, host: Host) -> tuple[str, ...]:
    """Return a pattern as a host has it, in one line or two. Raises CannotBeSaid."""
    if host is Host.GITEA:
        return (_as_regex(pattern),)
    if pattern.is_everything:
        return ("*",)
    names = ["**" if part == "**" else _name(tokens(part), host) for part in pattern.parts]
    text = "/".join(names)
    if pattern.is_rooted:
        text = f"/{text}"
    elif len(names) == 2 and names[1][0] not in "#!@[\\^":  # noqa: PLR2004 - a name, anywhere
        text = names[1]
    if host is Host.GITLAB and not pattern.is_folder:
        return text, f"{text}/"  # what is in a folder of that name is another pattern there
    return (f"{text}/" if pattern.is_folder else text,)


def _name(found: tuple[Token, ...], host: Host) -> str:
    text = ""
    for kind, each in found:
        if kind == "star":
            text += "*"
        elif kind == "one":
            text += each
        elif kind == "set" or each in "*?[]\\":
            text += _special(kind, each, host)
        elif each == " " and host is not Host.BITBUCKET:
            text += "\\ "
        elif each in " #" and (host is Host.BITBUCKET or text.endswith("\\ ")):
            raise CannotBeSaid(f'"{each}" in a name')
        else:
            text += each
    return text


def _special(kind: str, text: str, host: Host) -> str:
    """Return a set, or a sign that stands for itself; gitlab alone has them."""
    if host is not Host.GITLAB or text == "\\":
        raise CannotBeSaid("a set in [ ]" if kind == "set" else f'"{text}" in a name')
    return text if kind == "set" else f"\\{text}"


def _as_regex(pattern: PathPattern) -> str:
    """Return a regular expression, with what would end a word or begin a comment there escaped once more."""
    regex = pattern.regex(once=False).removesuffix("$")
    regex = f"[!]{regex[1:]}" if regex.startswith("!") else regex
    return re.sub(r"[\\ #]", r"\\\g<0>", regex)
