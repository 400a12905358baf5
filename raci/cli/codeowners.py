"""raci codeowners: CODEOWNERS of where work lies and who answers for it, for a host of repositories."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from raci.cli.answering import asking, opened
from raci.cli.exit_code import ExitCode
from raci.cli.options import RevisionOptions, takes
from raci.cli.output import STDOUT, say, write
from raci.codeowners.hosts import Host
from raci.errors import BadConfiguration, UnusableFile
from raci.paths import path_from, repository_of

if TYPE_CHECKING:
    from raci.codeowners.owned import Owners
    from raci.model.register import Register

_HostOption = Annotated[Host, typer.Option("--for", help="The host whose rules the file is to follow.")]
_CheckOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Write nothing; exit code 1 and the difference where FILE is not so."),
]
_FilesOption = Annotated[
    bool, typer.Option("--ownership-files", help="Also who may change which ownership file.")
]
_OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Put it into a file, whose other lines stay; - is standard output.",
    ),
]
_MOST_TOLD = 20
_LARGEST = 8  # MiB


@takes(RevisionOptions)
def codeowners(
    *,
    host: _HostOption = Host.GITHUB,
    check: _CheckOption = None,
    ownership_files: _FilesOption = False,
    output: _OutputOption = STDOUT,
    options: RevisionOptions,
) -> ExitCode:
    """Write a CODEOWNERS file of where work lies, for four hosts.

    raci codeowners -o .github/CODEOWNERS

    raci codeowners --for gitlab --ownership-files

    raci codeowners --check .github/CODEOWNERS

    Exit code 0: it is written, or as it should be. 1: --check found a difference. 2: no answer could be
    given.
    """
    from raci.codeowners.block import block, put_into
    from raci.codeowners.owned import Owners

    if check is not None and output != STDOUT:
        raise BadConfiguration("Either --check a file or write to one with --output.")
    graph, _ = opened(options)
    with asking(options):
        files = _from_root(graph.register) if ownership_files else {}
        owners = Owners(graph, host, files)
        file = output if check is None else check
        before = "" if file == STDOUT else _text(file)
        after = put_into(before, block(owners.owned, host), file)
    code = ExitCode.ANSWERED
    if check is None:
        write(after.encode("utf-8", "surrogateescape"), output, keep=graph.register.files)
    else:
        code = _difference(check, before, after)
    if not options.quiet:
        _tell(owners)
    return code


def _text(file: str) -> str:
    from raci.regular_file import read_regular_file

    if not os.path.lexists(file):
        return ""
    try:
        return read_regular_file(file, _LARGEST).decode("utf-8", "surrogateescape")
    except UnusableFile as error:
        raise UnusableFile(f"{file}: {error}") from None


def _from_root(register: Register) -> dict[str, str]:
    """Return the paths of the ownership files from the root of the repository on, by their names."""
    at = f"{register.at}:" if register.at else None
    root = repository_of(".") or "."
    return {file: file.removeprefix(at) if at else path_from(file, root) for file in register.files}


def _difference(file: str, before: str, after: str) -> ExitCode:
    from raci.text.unified_diff import diff_of
    from raci.text.visible import visible

    if before == after:
        return ExitCode.ANSWERED
    lines = diff_of(file, before, after).text.split("\n")
    write("\n".join(map(visible, lines)))
    return ExitCode.NEGATIVE


def _tell(owners: Owners) -> None:
    """Say what had to be left out, and how many files have an owner."""
    for each in owners.told[:_MOST_TOLD]:
        say(each)
    if not owners.owned:
        say("No path has an owner here: write paths to work, and a contact that is a handle to its role.")
    if len(owners.told) > _MOST_TOLD:
        say(f"{len(owners.told) - _MOST_TOLD:,} more of these.")
    if covered := owners.covered:
        having, files = covered
        say(f"{having:,} of {files:,} files that git knows have an owner.")
