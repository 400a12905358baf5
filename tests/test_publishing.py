"""The page where people look: what docs/report.md says to do on GitHub and GitLab is done here, as far as it goes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import PROJECT, write_files

_FILE = re.compile(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", re.DOTALL)
RECIPES: dict[str, dict[str, Any]] = {
    name: yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506 - only makes text; "on" stays a word
    for name, body in _FILE.findall((PROJECT / "docs/report.md").read_text("utf-8"))
}
GITHUB = RECIPES[".github/workflows/ownership-page.yml"]
GITLAB = RECIPES[".gitlab-ci.yml"]["pages"]
SCRIPTS = {
    "github": next(step["run"] for step in GITHUB["jobs"]["page"]["steps"] if "run" in step),
    "gitlab": "\n".join(line for line in GITLAB["script"] if "pip install" not in line),
}
FILES = {
    "raci.toml": 'data = ["ownership"]\n',
    "ownership/kitchen.yaml": """\
        version: 1
        roles:
          cook: {name: Cook, responsibilities: [{name: Menu}]}
          buyer: {name: Buyer, responsibilities: [{name: Menu}]}
        overlaps:
          menu:
            work: [Menu]
            agreement: {accountable: cook, because: Taste comes first., review: 2026-02-01}
    """,
}
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z",
}


def run(folder: Path, script: str, **more: str) -> None:
    """Run a script as a CI runner does: bash, which stops at what fails."""
    command = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
    ran = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT | more, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with ownership files, committed on a day of its own."""
    folder = tmp_path_factory.mktemp("repository")
    write_files(folder, FILES)
    who = "-c user.name=a -c user.email=a@example.org"
    run(folder, f"git init -q -b main . && git add -A && git {who} commit -qm x")
    return folder


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_recipe_makes_the_page_of_the_commit(script: str, repository: Path, tmp_path: Path) -> None:
    """In a fresh and shallow checkout, as a runner has it, the page lies where it is published from."""
    run(tmp_path, f"git clone -q --depth 1 'file://{repository}' here")
    run(tmp_path / "here", script)
    page = (tmp_path / "here/public/index.html").read_text("utf-8")
    assert "ownership/kitchen.yaml</li>" in page
    assert "As of 2026-03-01" in page
    assert "<strong>1</strong>\n<span>Past review</span>" in page


def test_the_same_commit_makes_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    """On another machine, in another folder and time zone, with either recipe."""
    places = {
        "github": {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
        "gitlab": {"TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    }
    pages = set()
    for name, script in SCRIPTS.items():
        run(tmp_path, f"git clone -q 'file://{repository}' {name}")
        run(tmp_path / name, script, **places[name])
        pages.add((tmp_path / name / "public/index.html").read_bytes())
    assert len(pages) == 1


def test_the_recipes_publish_the_folder_that_they_fill() -> None:
    """Each hands over the folder with the page, with the rights that this needs and no others, from main only."""
    steps = GITHUB["jobs"]["page"]["steps"]
    (upload,) = (step for step in steps if step.get("uses", "").startswith("actions/upload-pages-artifact@"))
    (deploy,) = (step for step in steps if step.get("uses", "").startswith("actions/deploy-pages@"))
    assert upload["with"] == {"path": "public"}
    assert GITHUB["jobs"]["page"]["environment"]["url"] == f"${{{{ steps.{deploy['id']}.outputs.page_url }}}}"
    assert GITHUB["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert GITHUB["on"] == {"push": {"branches": ["main"]}}
    assert GITLAB["artifacts"] == {"paths": ["public"]}
    assert all("-o public/index.html" in script for script in SCRIPTS.values())
