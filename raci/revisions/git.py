"""Git as a program: which one, in which surroundings, and what it said.

It reads objects and names, and nothing else. No hook, filter, pager or monitor of the repository or of its
configuration runs, nothing is fetched, and no option comes from what people or files say.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from raci.errors import UnusableRevision
from raci.regular_file import reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What a repository's configuration could run, even if no command here asks for it today; and what it could
# change in what git prints, down to its encoding.
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.alternateRefsCommand=true",
    "log.showSignature=false",
    "i18n.logOutputEncoding=UTF-8",
)
# PATH and the homes of people's own configuration, which says whom they trust (safe.directory); where git
# may look for a repository; and where it keeps what a push brings until a hook has said yes to it.
_KEPT = (
    *("PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "PROGRAMDATA", "SYSTEMROOT"),
    *("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "SUDO_UID", "TZ"),
    *("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"),
)
_PATIENCE = 120  # seconds: a configuration may name a pipe to read from
# GIT_ALLOW_PROTOCOL keeps a git before 2.45 from fetching, which does not know GIT_NO_LAZY_FETCH.
_ALWAYS = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


class Ran(NamedTuple):
    """What a run of git left."""

    code: int
    out: bytes
    err: str

    @property
    def fatal(self) -> str:
        """Return in a line what git complained of, empty if it did not."""
        lines = [line.strip() for line in self.err.splitlines()]
        said = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
        return said.partition(": ")[2]


@dataclass(frozen=True)
class Git:
    """Git, started in a folder."""

    program: str
    folder: str
    surroundings: Mapping[str, str]

    @staticmethod
    def at(folder: str) -> Git:
        """Return the git that is installed. Raises UnusableRevision where there is none."""
        program = next(_programs(os.environ), None)
        if program is None:
            raise UnusableRevision("Files as of a revision are read with git, and no git is installed here.")
        return Git(program, folder, surroundings(os.environ))

    def run(self, *arguments: str, given: bytes = b"") -> Ran:
        """Return what git says to `arguments` and to what is `given` to it. Raises UnusableRevision."""
        settings = (word for each in _SETTINGS for word in ("-c", each))
        command = [self.program, "--no-pager", *settings, "-C", self.folder, *arguments]
        try:
            ran = subprocess.run(
                command,
                input=given,
                capture_output=True,
                env=dict(self.surroundings),
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnusableRevision(f"git did not answer in {_PATIENCE} seconds.") from None
        except OSError as error:
            raise UnusableRevision(f"git cannot be started: {reason(error)}.") from None
        return Ran(ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "backslashreplace"))


def _programs(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield each git on the path; none of the current folder, which may be anybody's."""
    for folder in environ.get("PATH", os.defpath).split(os.pathsep):
        if os.path.isabs(folder) and (found := shutil.which(os.path.join(folder, "git"))):  # noqa: PTH117, PTH118
            yield found


def surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that git gets: made of nothing, with what it cannot do without.

    A hook's GIT_DIR or GIT_INDEX_FILE is not among them: the repository is that of the files. Of the
    configuration that variables may hold, whom to trust is kept.
    """
    kept = {name: environ[name] for name in _KEPT if name in environ}
    count = environ.get("GIT_CONFIG_COUNT", "")
    trusted = [
        environ.get(f"GIT_CONFIG_VALUE_{number}", "")
        for number in range(min(int(count), _MOST_PAIRS) if count.isdecimal() else 0)
        if environ.get(f"GIT_CONFIG_KEY_{number}", "").lower() == "safe.directory"
    ]
    for number, value in enumerate(trusted):
        kept |= {f"GIT_CONFIG_KEY_{number}": "safe.directory", f"GIT_CONFIG_VALUE_{number}": value}
    return {**kept, "GIT_CONFIG_COUNT": str(len(trusted)), **_ALWAYS}


_MOST_PAIRS = 1_000
