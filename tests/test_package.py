"""What is built and installed: the wheel and the source archive hold the package and its data."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.faults.of_files import OF_FILES
from raci.faults.of_waivers import OF_WAIVERS

from conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = {"raci/_data/overlaps.yaml", "raci/_data/responsibilities.yaml"}
WORDS = {f"raci/language/{file}" for file in ("english.txt", "names/english.txt", "thesauri/english.txt")}
TEMPLATES = {"raci/templates/overlaps.yaml", "raci/templates/raci.toml", "raci/templates/roles.yaml"}
PAGES = {f"raci/faults/pages/{fault.name}.md" for fault in (*OF_FILES, *OF_WAIVERS)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive, and the wheel from it."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_data_and_nothing_stray(built: Path) -> None:
    """Package, data, word lists, type marker and licence; no tests, no top-level data folder."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert names >= {*DATA, *PAGES, *TEMPLATES, *WORDS, "raci/py.typed", "raci/__main__.py"}
    (metadata,) = {name.split("/")[0] for name in names} - {"raci"}
    assert metadata.endswith(".dist-info")


def test_the_source_archive_holds_data_and_tests(built: Path) -> None:
    """Whoever builds from source has what the wheel needs, and can test it."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames() if "/" in name}
    assert names >= {"data/overlaps.yaml", "data/responsibilities.yaml", "tests/test_package.py", "LICENSE"}


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Return what a command prints, run outside the checkout with nothing of ours in its environment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RACI"))}
    ran = subprocess.run(command, cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8")
    return ran.stdout


def test_an_installed_wheel_answers_from_any_folder(built: Path, tmp_path: Path) -> None:
    """The wheel, unpacked by itself where no checkout is near, finds its data and answers."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from raci.__main__ import run; run()"
    out = run([sys.executable, "-I", "-c", code, "who-owns", "pricing"], tmp_path)
    assert out.startswith("Product Marketer is accountable for Pricing Strategy")
    loaded = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import raci; print(raci.__file__)"
    assert str(tmp_path) in run([sys.executable, "-I", "-c", loaded], tmp_path)


def test_python_m_raci(tmp_path: Path) -> None:
    """The module runs as the command does."""
    out = run([sys.executable, "-m", "raci", "who-owns", "pricing"], tmp_path)
    assert out.startswith("Product Marketer is accountable for Pricing Strategy")


def test_an_editable_install_reads_the_checkouts_data(tmp_path: Path) -> None:
    """A plain path to the checkout is enough: data/ beside raci/ is found."""
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    (packages,) = environment.glob("lib/*/site-packages")
    others = {path for path in sys.path if path.endswith("site-packages")}
    (packages / "here.pth").write_text("\n".join([str(PROJECT), *sorted(others)]))
    out = run([environment / "bin/python", "-m", "raci", "who-owns", "roadmap"], tmp_path)
    assert out.startswith("Product Manager is accountable for Product Roadmap")
