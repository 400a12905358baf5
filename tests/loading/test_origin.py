"""Where ownership files come from: named files, folders, and the data that ships with raci."""

from __future__ import annotations

import os
from itertools import permutations
from pathlib import Path

import pytest
from raci.errors import UnusableFile
from raci.loading import origin
from raci.loading.origin import find_files, shipped_files

posix = pytest.mark.skipif(os.name != "posix", reason="no such files here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with files in and beside the ones that count."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "team/kitchen.yaml",
        "team/bar.yml",
        "team/SHOP.YAML",
        "team/deep/er/cellar.yaml",
        "team/notes.txt",
        "team/yaml",
        "team/.hidden/secret.yaml",
        "team/deep/.git/config.yaml",
        "alone.yaml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def shown(*paths: str | os.PathLike[str]) -> list[str]:
    """Return the files found at the paths, as they are shown."""
    return [file.shown for file in find_files(paths)]


def refused(*paths: str | os.PathLike[str]) -> str:
    """Return why the paths are refused."""
    with pytest.raises(UnusableFile) as caught:
        find_files(paths)
    return str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_to_its_depth() -> None:
    """Files that end in .yaml or .yml, in any case, are found in all folders but hidden ones."""
    assert shown("team") == [
        "team/SHOP.YAML",
        "team/bar.yml",
        "team/deep/er/cellar.yaml",
        "team/kitchen.yaml",
    ]


@pytest.mark.usefixtures("folder")
def test_a_hidden_folder_is_read_when_it_is_named() -> None:
    """Naming a folder outright is asking for it."""
    assert shown("team/.hidden") == ["team/.hidden/secret.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_file_is_read_whatever_it_is_called() -> None:
    """A named file needs no ending."""
    assert shown("team/yaml", "team/notes.txt") == ["team/notes.txt", "team/yaml"]


def test_paths_are_shown_relative_to_the_current_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a path is given, it is shown as seen from here, with slashes."""
    for path in (
        "alone.yaml",
        "./alone.yaml",
        "team/../alone.yaml",
        folder / "alone.yaml",
        Path("alone.yaml"),
    ):
        assert shown(path) == ["alone.yaml"]
    monkeypatch.chdir(folder / "team")
    assert shown("../alone.yaml", folder / "team" / "bar.yml") == ["../alone.yaml", "bar.yml"]


@pytest.mark.usefixtures("folder")
def test_a_file_reached_twice_is_read_once() -> None:
    """Named, in a folder, or by another spelling of its path, it is one file."""
    found = find_files(
        ["team", "team/bar.yml", "./team/../team/bar.yml", Path("team/bar.yml").resolve(), "team/"]
    )
    assert [file.shown for file in found] == shown("team")


@posix
def test_a_file_behind_a_link_is_read_once(folder: Path) -> None:
    """A link to a file that is read anyway adds nothing."""
    (folder / "team/link.yaml").symlink_to("kitchen.yaml")
    assert len(find_files(["team"])) == 4
    assert len(find_files(["team/link.yaml", "team/kitchen.yaml"])) == 1


def test_a_file_with_two_names_is_read_once(folder: Path) -> None:
    """The system has one file under both, and what is named is shown."""
    (folder / "team/deep/pantry.yaml").hardlink_to(folder / "team/kitchen.yaml")
    assert shown("team") == [
        "team/SHOP.YAML",
        "team/bar.yml",
        "team/deep/er/cellar.yaml",
        "team/kitchen.yaml",
    ]
    assert "team/deep/pantry.yaml" in shown("team", "team/deep/pantry.yaml")
    assert len(shown("team", "team/deep/pantry.yaml")) == 4


@pytest.fixture(params=["numbered", "unnumbered"])
def _one_in_any_case(request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have capitals make no difference, as on macOS and Windows, where not every file system numbers files."""
    lstat, stat, listed, leads_to = os.lstat, os.stat, os.scandir, os.readlink

    def small(path: str | os.PathLike[str]) -> str:
        return os.fspath(path).replace("TEAM", "team").replace("Team", "team")

    def numbered(path: str | os.PathLike[str], **options: bool) -> os.stat_result:
        found = stat(path if isinstance(path, int) else small(path), **options)
        return found if request.param == "numbered" else os.stat_result((found.st_mode, 0, *found[2:]))

    monkeypatch.setattr(os, "stat", numbered)
    monkeypatch.setattr(os, "lstat", lambda path, **_: lstat(small(path)))
    monkeypatch.setattr(os, "readlink", lambda path: leads_to(small(path)))
    monkeypatch.setattr(os, "scandir", lambda path: listed(small(path)))
    if request.param == "unnumbered":
        monkeypatch.setattr(os.path, "normcase", str.lower)


@posix
@pytest.mark.usefixtures("_one_in_any_case")
def test_capitals_make_no_second_file() -> None:
    """Where the system finds one file under both spellings, it is read once."""
    assert len(shown("team", "Team")) == 4
    assert shown("Team/bar.yml", "team/bar.yml", "TEAM/bar.yml") == ["Team/bar.yml"]
    assert "Team/bar.yml" in shown("team", "Team/bar.yml")


@posix
@pytest.mark.usefixtures("_one_in_any_case")
def test_capitals_make_no_second_folder(folder: Path) -> None:
    """A link to a folder that is searched under another spelling hides nothing."""
    (folder / "team/back").symlink_to("../team/deep")
    assert find_files(["Team"]).left_out == ()


@posix
def test_links_to_folders_do_not_lead_in_circles(folder: Path) -> None:
    """A folder that holds a link to itself is read once; a link that is named is followed."""
    before = shown("team")
    (folder / "team/back").symlink_to(folder / "team")
    assert shown("team") == before
    assert "team/back/bar.yml" in shown("team/back")


@posix
def test_a_link_to_itself_is_found_and_left_to_the_reader(folder: Path) -> None:
    """Links in a circle or to nothing are no reason to give up the other files."""
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "gone.yaml").symlink_to("nothing")
    assert shown("loop.yaml", "gone.yaml", "alone.yaml") == ["alone.yaml", "gone.yaml", "loop.yaml"]


@pytest.mark.usefixtures("folder")
def test_which_files_were_named() -> None:
    """A named file must count; a file that was only found in a folder need not. Naming wins."""
    for paths in (["team", "team/bar.yml"], ["team/bar.yml", "team"]):
        assert [file.shown for file in find_files(paths) if file.named] == ["team/bar.yml"]


@pytest.mark.usefixtures("folder")
def test_the_order_of_paths_makes_no_difference() -> None:
    """Files come in the order of their names, however they were asked for."""
    orders = {tuple(shown(*paths)) for paths in permutations(["team/deep", "alone.yaml", "team/bar.yml"])}
    assert orders == {("alone.yaml", "team/bar.yml", "team/deep/er/cellar.yaml")}


@pytest.mark.parametrize("names", list(permutations("abc")))
def test_the_order_in_which_files_were_made_makes_no_difference(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of a folder's entries on the disk does not show."""
    monkeypatch.chdir(tmp_path)
    for name in names:
        Path(name).mkdir()
        Path(name, "x.yaml").touch()
        Path(f"{name}.yaml").touch()
    assert shown(".") == ["a.yaml", "a/x.yaml", "b.yaml", "b/x.yaml", "c.yaml", "c/x.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["missing.yaml", "team/missing", "alone.yaml/x", "a\0b"])
def test_a_path_that_is_not_there(path: str) -> None:
    """A missing path is named."""
    assert refused("alone.yaml", path) == f"{path}: there is no such file or folder"


@pytest.mark.usefixtures("folder")
def test_an_empty_path_is_not_the_current_folder() -> None:
    """The message shows what was given."""
    assert not refused("").startswith(".:")


@pytest.mark.usefixtures("folder")
def test_a_folder_without_yaml() -> None:
    """A folder in which there is nothing to read is named."""
    Path("empty/.hidden").mkdir(parents=True)
    Path("empty/.hidden/a.yaml").touch()
    assert refused("alone.yaml", "empty") == "empty: there is no YAML file in this folder"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
@pytest.mark.usefixtures("folder")
def test_a_folder_without_permission() -> None:
    """A folder that may not be read is named."""
    Path("team/deep").chmod(0)
    try:
        assert refused("team") == "team/deep: the folder may not be read"
    finally:
        Path("team/deep").chmod(0o755)


@posix
@pytest.mark.usefixtures("folder")
def test_a_name_that_is_no_text() -> None:
    """A file name of bytes that are no UTF-8 is found and read."""
    name = os.fsdecode(b"caf\xe9.yaml")
    Path("team", name).write_text("a: b", encoding="utf-8")
    found = {file.shown: file for file in find_files(["team"])}
    assert found[f"team/{name}"].text() == "a: b"


@posix
def test_a_current_folder_that_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a current folder, paths are shown as they were given."""
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert shown(folder / "alone.yaml") == [str(folder / "alone.yaml")]


def test_the_data_that_ships_with_raci() -> None:
    """Its two files are shown as data/…, wherever they were installed."""
    files = shipped_files()
    assert [file.shown for file in files] == ["data/overlaps.yaml", "data/responsibilities.yaml"]
    assert all(str(file.text()).splitlines() for file in files)


def test_an_installed_package_brings_its_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data packaged with raci is read, whatever lies beside it."""
    (tmp_path / "_data").mkdir()
    for name in ("overlaps.yaml", "responsibilities.yaml"):
        (tmp_path / "_data" / name).write_text(f"# {name}", encoding="utf-8")
    monkeypatch.setattr(origin, "files", lambda _: tmp_path)
    assert [file.text() for file in shipped_files()] == ["# overlaps.yaml", "# responsibilities.yaml"]


def test_an_installation_without_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the data is lost, the message says what to do."""
    monkeypatch.setattr(origin, "files", lambda _: tmp_path)
    monkeypatch.setattr(origin, "__file__", str(tmp_path / "raci" / "loading" / "origin.py"))
    with pytest.raises(UnusableFile) as caught:
        shipped_files()
    assert str(caught.value) == "raci was installed without its data files; install it again"
