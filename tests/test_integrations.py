"""Where lint runs besides a terminal: pre-commit, the GitHub action, the GitLab component."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from conftest import PROJECT, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCRIPTS = Path(sys.executable).parent
GOOD = """\
    version: 1
    roles:
      cook:
        name: Cook
        responsibilities:
          - {name: Menu, summary: What guests can choose from.}
"""
BAD = GOOD.replace("- {name: Menu,", "- {name: Menu, letters: R,")
ENVIRONMENT = {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}", "HOME": os.environ.get("HOME", "/")}


def run(command: Sequence[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with this environment's raci on the path and nothing else from outside."""
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT | more, capture_output=True, encoding="utf-8", check=False
    )


def repository(folder: Path, files: Mapping[str, str]) -> None:
    """Make a git repository with these files, all of them known to git."""
    write_files(folder, dict(files))
    for command in (("init", "--quiet"), ("add", "--all")):
        assert run(("git", *command), folder).returncode == 0


@pytest.mark.parametrize(("text", "code", "said"), [(GOOD, 0, "Passed"), (BAD, 1, "RACI201")])
def test_the_pre_commit_hook_checks_the_register(tmp_path: Path, text: str, code: int, said: str) -> None:
    """The hook as it is published, in a real repository, with the raci that is here instead of its own copy."""
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = hook | {"language": "system"}
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]})
    repository(
        tmp_path,
        {
            ".pre-commit-config.yaml": config,
            "raci.toml": 'data = ["ownership"]\n',
            "ownership/kitchen.yaml": text,
            "notes.yaml": "a: 1\n",
        },
    )
    ran = run(
        (str(SCRIPTS / "pre-commit"), "run", "--all-files"), tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home")
    )
    assert (ran.returncode, said in ran.stdout) == (code, True), ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("git rm --quiet ownership/keeper.yaml", "RACI101"),
        ("printf '[lint]\nseverty = 1\n' > raci.toml && git add raci.toml", "severty"),
        ("git rm --quiet -r ownership", "ownership: there is no such file or folder"),
    ],
)
def test_the_pre_commit_hook_runs_whatever_has_changed(tmp_path: Path, change: str, said: str) -> None:
    """A file that is deleted, or another configuration, can break the register as well as a YAML file."""
    hook = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0] | {"language": "system"}
    files = {
        ".pre-commit-config.yaml": yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}),
        "raci.toml": 'data = ["ownership"]\n',
        "ownership/kitchen.yaml": GOOD.replace("from.}", "from., with: {keeper: C}}"),
        "ownership/keeper.yaml": GOOD.replace("cook", "keeper")
        .replace("Cook", "Keeper")
        .replace("Menu", "Wine"),
    }
    repository(tmp_path, files)
    run(("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x"), tmp_path)
    assert run(("bash", "-ec", change), tmp_path).returncode == 0
    ran = run((str(SCRIPTS / "pre-commit"), "run"), tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert (ran.returncode, said in ran.stdout) == (1, True), ran.stdout + ran.stderr


def test_the_pre_commit_hook_is_a_hook(tmp_path: Path) -> None:
    """What pre-commit itself says of the manifest."""
    command = (str(SCRIPTS / "pre-commit"), "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml"))
    ran = run(command, tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    assert ran.returncode == 0, ran.stdout + ran.stderr


ACTION: dict[str, Any] = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))


BASH = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")


def step_of_the_action(name: str) -> dict[str, Any]:
    """Return the action's step of this name."""
    return next(step for step in ACTION["runs"]["steps"] if step["name"] == name)


def lint_step(folder: Path, inputs: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the action's lint step as GitHub does: its inputs in variables, bash with -e and pipefail."""
    step = step_of_the_action("Lint")
    given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()} | dict(inputs)

    def filled(value: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)

    variables = {name: filled(value) for name, value in step["env"].items()}
    places = {"GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "RUNNER_TEMP": str(folder / "temp")}
    (folder / "temp").mkdir(exist_ok=True)
    return run((*BASH, step["run"]), folder, **variables, **places)


def install_step(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the action's first step in a folder, with nothing of the system's on the path but a few tools."""
    step = step_of_the_action("Install raci")
    (folder / "temp").mkdir()
    (folder / "path").touch()
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    for tool in ("bash", "cp", "mkdir", "cat", "chmod"):
        (tools / tool).symlink_to(str(shutil.which(tool)))
    places = {
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_PATH": str(folder / "path"),
        "GITHUB_ACTION_PATH": str(PROJECT),
        "PATH": str(tools),
    }
    return run((*BASH, step["run"]), folder, **{**step["env"], **places, **more})


def fake_python(file: Path, version: str, scripts: str) -> None:
    """Write a Python of a version that makes environments with a folder of this name and raci in it."""
    recent = version >= "3.11"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"""#!/usr/bin/env bash
case "$*" in
  --version) echo "Python {version}" ;;
  -c*) exit {0 if recent else 1} ;;
  "-m venv --without-pip "*) mkdir -p "$4/{scripts}" ;;
  "-m pip --python "*) echo x > "$4/{scripts}/raci.exe"; echo x > "$4/{scripts}/typer.exe" ;;
  *) exit 9 ;;
esac
"""
    )
    file.chmod(0o755)


def test_the_action_adds_the_command_to_the_path_and_nothing_else(tmp_path: Path) -> None:
    """Later steps have the python3, the pip and the packages that they had before."""
    its_own = Path(sys.base_prefix, "bin")  # the environment of the tests may have been made without pip
    ran = install_step(tmp_path, PATH=f"{its_own}{os.pathsep}{os.environ['PATH']}")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (added,) = (tmp_path / "path").read_text("utf-8").splitlines()
    assert [each.name for each in Path(added).iterdir()] == ["raci"]
    said = run((f"{added}/raci", "--version"), tmp_path)
    assert (said.returncode, said.stdout.startswith("raci ")) == (0, True), said.stderr


def test_the_action_finds_the_scripts_of_windows(tmp_path: Path) -> None:
    """There an environment has Scripts, with programs, and not every runner calls its Python python3."""
    fake_python(tmp_path / "tools/python", "3.12.1", "Scripts")
    ran = install_step(tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (added,) = (tmp_path / "path").read_text("utf-8").splitlines()
    assert [each.name for each in Path(added).iterdir()] == ["raci.exe"]


def test_the_action_takes_another_python_where_python3_is_too_old(tmp_path: Path) -> None:
    """What a runner keeps for actions/setup-python will do."""
    fake_python(tmp_path / "tools/python3", "3.10.12", "bin")
    fake_python(tmp_path / "cache/Python/3.10.9/x64/bin/python3", "3.10.9", "bin")
    fake_python(tmp_path / "cache/Python/3.11.9/x64/bin/python3", "3.11.9", "bin")
    ran = install_step(tmp_path, RUNNER_TOOL_CACHE=str(tmp_path / "cache"))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert (tmp_path / "path").read_text("utf-8")


def test_the_action_says_so_where_every_python_is_too_old(tmp_path: Path) -> None:
    """In one line, which GitHub shows at the top of the run."""
    fake_python(tmp_path / "tools/python3", "3.10.12", "bin")
    ran = install_step(tmp_path)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout == (
        "::error::raci needs Python 3.11 or newer with pip, and this runner has Python 3.10.12. "
        "Put a step with actions/setup-python before this one.\n"
    )


def test_the_action_annotates_sums_up_and_fails(tmp_path: Path) -> None:
    """A finding is an annotation, stands in the summary and in the SARIF file, and fails the step."""
    write_files(tmp_path, {"my files/kitchen.yaml": BAD, "raci.toml": 'data = ["my files"]\n'})
    ran = lint_step(tmp_path, {"upload-sarif": "true"})
    assert ran.returncode == 1
    assert re.search(r"^::error .*file=my files/kitchen\.yaml,", ran.stdout, flags=re.MULTILINE)
    assert "RACI201" in (tmp_path / "summary.md").read_text("utf-8")
    assert "RACI201" in (tmp_path / "temp/raci.sarif").read_text("utf-8")


def test_the_action_takes_paths_and_options(tmp_path: Path) -> None:
    """Paths and options are words; without a summary none is written; without findings the step passes."""
    write_files(
        tmp_path, {"a/kitchen.yaml": GOOD, "b/bar.yaml": GOOD.replace("cook", "bar").replace("Menu", "Wine")}
    )
    ran = lint_step(tmp_path, {"paths": "a b", "args": "--strict --select RACI2", "summary": "false"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not (tmp_path / "summary.md").exists()


@pytest.mark.parametrize("between", ["\n", "\r\n", " \n\n  "])
def test_the_action_takes_a_path_and_an_option_a_line(tmp_path: Path, between: str) -> None:
    """A line that is passed over would make CI green over what is broken."""
    write_files(
        tmp_path, {"a/kitchen.yaml": GOOD, "b/bar.yaml": BAD.replace("cook", "bar").replace("Menu", "Wine")}
    )
    inputs = {"paths": f"a{between}b\n", "args": f"--select{between}RACI2\n--strict\n", "summary": "false"}
    ran = lint_step(tmp_path, inputs)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "file=b/bar.yaml" in ran.stdout


def test_an_input_of_the_action_runs_nothing(tmp_path: Path) -> None:
    """What stands in an input is an argument, whatever it looks like."""
    write_files(tmp_path, {"kitchen.yaml": GOOD})
    ran = lint_step(tmp_path, {"paths": "$(touch${IFS}hit) ;touch hit `touch hit`"})
    assert ran.returncode == 2
    assert not (tmp_path / "hit").exists()
    scripts = " ".join(step.get("run", "") for step in ACTION["runs"]["steps"])
    assert "${{" not in scripts


def test_the_action_pins_what_it_uses() -> None:
    """Other actions are named by commit, with the version beside it."""
    used = re.findall(r"uses: (\S+)(.*)", (PROJECT / "action.yml").read_text("utf-8"))
    assert used
    assert all(re.search(r"@[0-9a-f]{40}$", name) and re.search(r"# v\d", note) for name, note in used)


def test_the_gitlab_component_reports_and_fails(tmp_path: Path) -> None:
    """The job's script writes the report for the merge request, then fails if there is something to mend."""
    spec, job = yaml.safe_load_all((PROJECT / "templates/raci-lint.yml").read_text("utf-8"))
    text = yaml.safe_dump(job["raci-lint"])
    given = {name: each.get("default") for name, each in spec["spec"]["inputs"].items()}
    given |= {"args": "ownership", "package": "raci"}
    filled = yaml.safe_load(re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: given[found[1]] or '""', text))
    write_files(tmp_path, {"ownership/kitchen.yaml": BAD})
    script = "\n".join(line for line in filled["script"] if "pip install" not in line)
    ran = run(("sh", "-e", "-c", script), tmp_path, **filled["variables"])
    assert ran.returncode == 1
    report = yaml.safe_load((tmp_path / filled["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [each["check_name"] for each in report] == ["RACI201"]


CI: dict[str, Any] = yaml.safe_load((PROJECT / ".github/workflows/ci.yml").read_text("utf-8"))


def test_ci_runs_on_each_system_and_each_python_that_is_supported() -> None:
    """What the package says that it runs on is what it is tested on."""
    supported = re.findall(r"Python :: (3\.\d+)", (PROJECT / "pyproject.toml").read_text("utf-8"))
    matrix = CI["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == supported
    assert [each.split("-")[0] for each in matrix["os"]] == ["ubuntu", "macos", "windows"]


def test_ci_may_read_and_nothing_else() -> None:
    """A pull request cannot write, keeps no credentials, and ends; other actions are named by major version."""
    assert CI["permissions"] == {"contents": "read"}
    for job in CI["jobs"].values():
        assert "permissions" not in job
        assert job["timeout-minutes"] <= 60
        used = [step for step in job["steps"] if "uses" in step and step["uses"] != "./"]
        assert all(re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"]) for step in used)
        assert used[0]["with"] == {"persist-credentials": False}
        assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


def test_ci_calls_what_there_is() -> None:
    """The target of make, the script of the clean checkout, the files that the action is to check."""
    runs = "\n".join(step.get("run", "") for job in CI["jobs"].values() for step in job["steps"])
    assert re.search(r"^make check ", runs, flags=re.MULTILINE)
    assert re.search(r"^check:", (PROJECT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert os.access(PROJECT / ".ci/run", os.X_OK)
    (paths,) = (step["with"]["paths"] for step in CI["jobs"]["action"]["steps"] if step.get("uses") == "./")
    assert all((PROJECT / path).is_file() for path in paths.split())
