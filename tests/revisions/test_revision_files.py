"""The files of a revision: those that a folder of that time would give, links and all."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from raci.errors import UnusableFile, UnusableRevision
from raci.loading.folder import NOTHING
from raci.loading.origin import Found, find_files
from raci.loading.revision_files import RevisionFiles
from raci.model.limits import Limits
from raci.paths import Patterns
from raci.revisions.repository import Repository

from conftest import write_files
from repositories import Repo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from raci.loading.source_file import SourceFile

posix = pytest.mark.skipif(os.name != "posix", reason="no such files here")
FILES = (
    *(
        "a.yaml",
        "team/kitchen.yaml",
        "team/SHOP.YAML",
        "team/bar.yml",
        "team/deep/er/cellar.yaml",
        "team.yaml",
    ),
    *("team/.hidden.yaml", "team/.hid/x.yaml", "team/notes.md", "team/README", "team/ünï côde.yaml"),
    *("team-b/x.yaml", "team/deep.yaml", "team/a*b.yaml", "team/out/made.yaml", "other/only.txt"),
)


@pytest.fixture
def repo(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Work in a repository with files and links of many kinds."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(in_folder))
    repo = Repo.new(in_folder / "repo")
    monkeypatch.chdir(repo.folder)
    (repo.folder / "team").mkdir()
    links = {
        "team/link.yaml": "kitchen.yaml",
        "team/gone.yaml": "nothing.yaml",
        "team/gone": "nothing",
        "team/beside": "../team-b",
        "team/back": "deep/er",
        "team/away.yaml": "../../outside.yaml",
        "team/absolute.yaml": str(in_folder / "absolute.yaml"),
        "team/round": "round",
        "door": "team/deep",
        "through.yaml": "door/er/cellar.yaml",
    }
    if os.name == "posix":
        for path, target in links.items():
            (repo.folder / path).symlink_to(target)
    write_files(in_folder, {"outside.yaml": "outside", "absolute.yaml": "absolute"})
    repo.commit_files({path: f"# {path}\n" for path in FILES})
    return repo


def at_revision(at: str = "HEAD") -> RevisionFiles:
    """Return the files of a revision of the repository of the current folder."""
    repository = Repository.around(".")
    return RevisionFiles(repository, repository.revision(at))


NAMED = (
    *(
        ("team",),
        (".",),
        ("a.yaml",),
        ("team", "team/kitchen.yaml"),
        ("team/deep", "team-b", "a.yaml"),
        ("team/back",),
    ),
    *(("door",), ("door/er/cellar.yaml",), ("through.yaml", "team"), ("team/link.yaml", "team/kitchen.yaml")),
    *(
        ("team/*.yaml",),
        ("**/*er/*.yaml",),
        ("team/[ab]*",),
        ("team/a*b.yaml",),
        ("door/**/*.yaml",),
        ("./team/../team",),
    ),
)
EXCLUDED = ((), ("deep/",), ("team/",), ("*.yml", "!bar.yml"), ("/team/out",), ("team/.*",))


def _found(find: Callable[..., Found], paths: tuple[str, ...], exclude: Patterns) -> list[object]:
    """Return what is found, without the revision: names, contents, and what is left out; or why nothing is."""
    try:
        found = find(paths, exclude=exclude)
    except UnusableFile as error:
        told = str(error).partition(" beside ")[0].replace("HEAD:", "")
        return [told.removeprefix("./").replace("team/../", "")]
    files = [(each.shown.removeprefix("HEAD:"), each.named, _content(each)) for each in found]
    left_out = [
        str(each).replace("leads nowhere", "leads to nothing that git keeps") for each in found.left_out
    ]
    return [files, sorted(each.removeprefix("HEAD:") for each in left_out)]


def _content(file: SourceFile) -> bytes:
    if file.shown.endswith(("away.yaml", "absolute.yaml", "gone.yaml")):
        return b""
    return file.read()


@posix
@pytest.mark.parametrize("patterns", EXCLUDED, ids=map(str, EXCLUDED))
def test_what_is_found_is_what_a_checkout_would_give(repo: Repo, patterns: tuple[str, ...]) -> None:
    """The same files, in the same order, with the same content; and the same is left out."""
    exclude = Patterns(".", patterns) if patterns else NOTHING
    for paths in NAMED:
        assert _found(at_revision().find, paths, exclude) == _found(find_files, paths, exclude), paths


@posix
@pytest.mark.parametrize("link", ["away", "absolute", "gone"])
def test_a_link_leads_nowhere_but_to_files_of_the_revision(repo: Repo, link: str) -> None:
    """What it points to outside may be anything by now."""
    (found,) = at_revision().find([f"team/{link}.yaml"])
    with pytest.raises(UnusableFile, match="this is a link that leads to nothing that git keeps"):
        found.read()


def test_what_is_not_there_is_told(repo: Repo) -> None:
    """A path that came later, and one that is not in the repository."""
    with pytest.raises(
        UnusableRevision, match=r"^HEAD:later: there is no such file or folder at this revision$"
    ):
        at_revision().find(["later"])
    with pytest.raises(
        UnusableRevision, match=r"^\.\./outside\.yaml is not in the repository that HEAD is of"
    ):
        at_revision().find(["../outside.yaml"])


def test_limits_hold_before_anything_is_read(repo: Repo) -> None:
    """How many files, how large each and all of them."""
    with pytest.raises(UnusableFile, match="YAML files; 3 are the most"):
        at_revision().find(["team"], Limits(files=3))
    mebibyte = "# " + "x" * 1024 * 1024
    repo.commit_files({"big/a.yaml": mebibyte, "big/b.yaml": mebibyte + "y", "big/c.yaml": "x" * 900_000})
    found = at_revision().find(["big"], Limits(file_size=1))
    with pytest.raises(UnusableFile, match="the file is larger than 1 MiB"):
        found.files[0].read()
    assert len(found.files[2].read()) == 900_000
    with pytest.raises(UnusableFile, match=r"the files have 2\.9 MiB; 2 MiB are the most"):
        at_revision().find(["big"], Limits(size=2))


def test_a_submodule_is_a_repository_of_its_own(repo: Repo) -> None:
    """Beside other files it is told; what is in it is asked for there."""
    other = Repo.new(repo.folder.parent / "other")
    commit = other.commit_files({"x.yaml": ""})
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(other.folder), "team/sub")
    repo.commit_files({})
    left_out = [str(each) for each in at_revision().find(["team"]).left_out]
    assert "HEAD:team/sub is a submodule, a repository of its own, and was not looked into" in left_out
    for path in ("team/sub", "team/sub/x.yaml"):
        with pytest.raises(UnusableRevision, match=f"ask in it, with --at {commit}$"):
            at_revision().find([path])
    inside = Repository.around("team/sub")
    assert inside.inside("team/sub/x.yaml") == "x.yaml"
    assert inside.revision("HEAD").commit == commit


def test_files_have_the_names_that_git_keeps(repo: Repo) -> None:
    """Also those with a newline, a quote or a byte that is no text."""
    names = (
        [b"new\nline.yaml", b'"quoted".yaml', b"caf\xe9.yaml", b"tab\t.yaml"] if os.name == "posix" else []
    )
    for name in names:
        with open(os.path.join(os.fsencode(repo.folder), b"other", name), "wb") as stream:  # noqa: PTH118, PTH123
            stream.write(name)
    repo.commit_files({})
    found = at_revision().find(["other"]) if names else ()
    assert sorted(each.read() for each in found) == sorted(names)
    assert sorted(os.fsencode(each.shown) for each in found) == sorted(
        b"HEAD:other/" + name for name in names
    )


def test_folders_may_be_as_deep_as_git_has_them(repo: Repo) -> None:
    """No work tree of most systems could."""
    deep = "/".join("d" for _ in range(1_500))
    when = datetime(2026, 3, 9, tzinfo=UTC)
    repo.commits_in_bulk([(when, {f"team/{deep}/x.yaml": "deep"})])
    (found,) = at_revision("main").find(["team"])
    assert found.read() == b"deep"
