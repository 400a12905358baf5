"""What a folder holds, and what is left out there: links, what git ignores, what is excluded."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from raci.errors import UnusableFile
from raci.loading.folder import NOTHING
from raci.loading.origin import find_files
from raci.paths import Patterns

from conftest import write_files

posix = pytest.mark.skipif(os.name != "posix", reason="no such files here")


@pytest.fixture
def folder(in_folder: Path) -> Path:
    """Work in a folder with files in and beside team/."""
    names = ("team/bar.yml", "team/kitchen.yaml", "team/SHOP.YAML", "team/deep/er/cellar.yaml", "alone.yaml")
    write_files(in_folder, dict.fromkeys(names, ""))
    return in_folder


def shown(*paths: str, exclude: Patterns = NOTHING) -> list[str]:
    """Return the files found at the paths, as they are shown."""
    return [file.shown for file in find_files(paths, exclude=exclude)]


def left_out(*paths: str, exclude: Patterns = NOTHING) -> list[str]:
    """Return what is left out at the paths, and why."""
    return [str(each) for each in find_files(paths, exclude=exclude).left_out]


def refused(path: str, exclude: Patterns = NOTHING) -> str:
    """Return why a path is refused."""
    with pytest.raises(UnusableFile) as caught:
        find_files([path], exclude=exclude)
    return str(caught.value)


@posix
def test_links_that_are_not_followed_are_told(folder: Path) -> None:
    """But for those to a folder that is searched anyway; git may have written a link as a text."""
    write_files(folder, {"else/where/x": "", "team/written": "../else/where", "team/README": "deep\n"})
    (folder / "team/away").symlink_to("../else")
    (folder / "team/back").symlink_to("deep/er")
    (folder / "team/gone").symlink_to("../nothing")
    assert left_out("team") == [
        "team/away is a link to a folder and was not followed",
        "team/gone is a link that leads nowhere",
        "team/written holds only the path of another file: git could not make a link of it",
    ]


def test_what_git_ignores_is_left_out(folder: Path) -> None:
    """By the patterns of every folder down from the root, the nearest last, and those of the repository."""
    write_files(
        folder,
        {
            ".gitignore": "*.yml\ndeep/\n!keep.yml\r\n",
            ".git/info/exclude": "/team/SHOP.*\n",
            "team/keep.yml": "",
            "team/sub/.gitignore": "!/bar.yml\n/x.yaml\n",
            "team/sub/bar.yml": "",
            "team/sub/x.yaml": "",
            "team/sub/x/x.yaml": "",
        },
    )
    assert shown("team") == ["team/keep.yml", "team/kitchen.yaml", "team/sub/bar.yml", "team/sub/x/x.yaml"]
    ignored = ("team/deep", "team/SHOP.YAML", "team/bar.yml", "team/sub/x.yaml")
    assert left_out("team") == [f"{each} is ignored by git" for each in ignored]


def test_what_git_ignores_is_read_where_it_is_named(folder: Path) -> None:
    """A file, or a folder with all that is not ignored inside it."""
    write_files(
        folder,
        {
            ".gitignore": "deep\nbar.yml\n",
            ".git/x": "",
            "team/deep/er/.gitignore": "x.yaml\n",
            "team/deep/er/x.yaml": "",
        },
    )
    assert shown("team/bar.yml", "team/deep") == ["team/bar.yml", "team/deep/er/cellar.yaml"]
    assert left_out("team", "team/bar.yml") == ["team/deep is ignored by git"]


def test_patterns_hold_inside_of_a_repository_only(folder: Path) -> None:
    """Each repository has its own, and outside of them .gitignore is a file like others."""
    write_files(
        folder,
        {
            ".gitignore": "*.yml\n",
            "team/git/info/exclude": "b.yml\n",
            "team/sub/.git": "gitdir: ../git\n",
            "team/sub/a.yml": "",
            "team/sub/b.yml": "",
        },
    )
    assert [each for each in shown("team") if each.endswith("yml")] == ["team/bar.yml", "team/sub/a.yml"]


def test_what_git_keeps_is_read(folder: Path) -> None:
    """Git ignores nothing that was committed, whatever patterns say."""
    write_files(
        folder, {".gitignore": "*.yml\ndeep/\n", "team/deep/er/x.yaml": "", "team/foo.yml": "", "foo.yml": ""}
    )
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-f", "team/bar.yml", "team/foo.yml", "team/deep/er/x.yaml"], check=True)
    assert left_out(".") == ["foo.yml is ignored by git", "team/deep/er/cellar.yaml is ignored by git"]


def test_a_worktree_has_the_patterns_of_its_repository(folder: Path) -> None:
    """Its .git leads to a folder that leads to the one of all worktrees."""
    write_files(
        folder,
        {
            "main/.git/info/exclude": "bar.yml\n",
            "main/.git/worktrees/team/commondir": "../..\n",
            "team/.git": "gitdir: ../main/.git/worktrees/team\n",
        },
    )
    assert left_out("team") == ["team/bar.yml is ignored by git"]


@pytest.mark.usefixtures("folder")
def test_what_is_excluded_is_left_out() -> None:
    """But for what is named; a folder that is named is searched, whatever it is called."""
    exclude = Patterns("team", ("*.yml", "/deep"))
    assert shown("team", exclude=exclude) == ["team/SHOP.YAML", "team/kitchen.yaml"]
    assert left_out("team", exclude=exclude) == ["team/deep is excluded", "team/bar.yml is excluded"]
    named = ["team/bar.yml", "team/deep"]
    assert shown(*named, exclude=exclude) == ["team/bar.yml", "team/deep/er/cellar.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_folder_of_which_everything_is_left_out() -> None:
    """The message names what that is."""
    beside = "there is no YAML file in this folder beside what is left out: team/deep/er/cellar.yaml"
    assert refused("team/deep", Patterns("team", ("cellar.*",))) == f"team/deep: {beside}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.yaml", ["alone.yaml"]),
        ("t*/*.y[a]ml", ["team/kitchen.yaml"]),
        ("team/**/*.yaml", ["team/deep/er/cellar.yaml", "team/kitchen.yaml"]),
        ("*/deep", ["team/deep/er/cellar.yaml"]),
        ("team/?ar.yml", ["team/bar.yml"]),
    ],
)
def test_a_pattern_stands_for_what_fits_it(pattern: str, found: list[str]) -> None:
    """Files that it finds are found and not named: others' files are passed over."""
    assert shown(pattern) == found
    assert shown(os.path.abspath(pattern)) == found  # noqa: PTH100 - a pattern is no path
    assert not any(each.named for each in find_files([pattern]))


def test_a_pattern_that_fits_nothing(folder: Path) -> None:
    """It is named, and so is what is no pattern and not there; what is there is no pattern."""
    assert refused("team/*.json") == "team/*.json: no YAML file fits this pattern"
    assert refused("nothing/*.yaml") == "nothing/*.yaml: there is no such file or folder"
    write_files(folder, {"[a]/b.yaml": "", "a/c.yaml": ""})
    assert shown("[a]/*") == shown("[a]") == ["[a]/b.yaml"]
