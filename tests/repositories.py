"""Real repositories, made by git itself, with people's own configuration kept out."""

from __future__ import annotations

import hashlib
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders import write_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

_DAY = "2026-03-{day:02}T12:00:00+00:00"
_PLAIN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@example.org",
    "GIT_COMMITTER_NAME": "Ana",
    "GIT_COMMITTER_EMAIL": "ana@example.org",
    "LC_ALL": "C",
}


@dataclass
class Repo:
    """A repository in a folder; its commits are made on the first days of March 2026, one a day."""

    folder: Path
    day: int = 0

    @staticmethod
    def new(folder: Path, *options: str, day: int = 0) -> Repo:
        """Make an empty one, if there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        repo = Repo(folder, day)
        repo.git("init", "--quiet", "--initial-branch=main", *options)
        return repo

    def git(self, *arguments: str, **variables: str) -> str:
        """Return what git prints."""
        day = _DAY.format(day=max(self.day, 1))
        given = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, **variables}
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], **_PLAIN, **given},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout.strip()

    def commit(self, message: str = "a change", **files: str | None) -> str:
        """Write files, remove those that are None, and commit all; return the commit's id."""
        return self.commit_files({name.replace("__", "/"): text for name, text in files.items()}, message)

    def commit_files(self, files: dict[str, str | None], message: str = "a change") -> str:
        """Write files, by their paths, and commit all."""
        self.day += 1
        write_files(self.folder, {name: text for name, text in files.items() if text is not None})
        for name in (name for name, text in files.items() if text is None):
            (self.folder / name).unlink()
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def commits_in_bulk(self, states: Iterable[tuple[datetime, dict[str, str]]]) -> None:
        """Make main of commits, each at a time with some files changed; nothing is checked out."""
        stream = []
        for when, files in states:
            said = f"committer Ana <ana@example.org> {int(when.timestamp())} +0000\ndata 1\nx\n"
            stream.append(f"commit refs/heads/main\n{said}")
            stream += [
                f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n" for name, text in files.items()
            ]
        subprocess.run(
            ["git", "fast-import", "--quiet", "--force"],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], **_PLAIN},
            input="".join(stream).encode(),
            check=True,
        )

    def state(self) -> dict[str, str]:
        """Return what every file of git's own, and of the work tree, holds."""
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }


def roles(**deliverables: str) -> str:
    """Return an ownership file in which each role is accountable for one deliverable or more, by commas."""
    lines = ["version: 1", "roles:"]
    for role, names in deliverables.items():
        listed = ", ".join(f"{{name: {name.strip()}, letters: A}}" for name in names.split(","))
        lines += [f"  {role}:", f"    name: {role.capitalize()}", f"    deliverables: [{listed}]"]
    return "\n".join(lines) + "\n"
