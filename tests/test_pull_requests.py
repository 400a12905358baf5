"""What a pull request changes, in the job's summary and in one comment: the GitHub action, the GitLab component."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
import yaml

from conftest import PROJECT, write_files
from test_integrations import BASH, ENVIRONMENT, run, step_of_the_action

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

BEFORE = """\
version: 1
roles:
  cook:
    name: Cook
    responsibilities:
      - {id: menu, name: Menu, letters: A, summary: What guests can choose from.}
  keeper:
    name: Keeper
    responsibilities:
      - {id: wine, name: Wine, letters: A, summary: What is in the cellar.}
"""
AFTER = BEFORE.replace(
    "What is in the cellar.}", "What is in the cellar.}\n      - {id: menu, name: Menu, letters: A}"
)
MARKER = "<!-- raci diff -->"
ACCESS = "not-a-real-one"

GH = """\
#!/usr/bin/env python3
# Stands in for GitHub's command: keeps the comments of one pull request in a file, and the calls in another.
import json, pathlib, subprocess, sys

store, calls = pathlib.Path("comments.json"), pathlib.Path("calls")
with calls.open("a") as file:
    file.write(" ".join(sys.argv[1:]).split("{")[0] + "\\n")
fields = {}
for flag, value in zip(sys.argv, sys.argv[1:]):
    if flag in ("-f", "-F"):
        key, _, text = value.partition("=")
        fields[key] = pathlib.Path(text[1:]).read_text("utf-8") if flag == "-F" and text[0] == "@" else text
comments = json.loads(store.read_text("utf-8"))
query = fields["query"]
if query.startswith("query"):
    pages = [comments[start : start + 2] for start in range(0, max(len(comments), 1), 2)]
    assert "--paginate" in sys.argv and "endCursor" in query
    for page in pages:
        answer = json.dumps({"data": {"node": {"comments": {"nodes": page}}}})
        jq = ["jq", "-r", sys.argv[sys.argv.index("--jq") + 1]]
        print(subprocess.run(jq, input=answer, text=True, capture_output=True, check=True).stdout, end="")
elif pathlib.Path("read-only").exists():
    sys.exit("gh: Resource not accessible by integration")
elif "updateIssueComment" in query:
    for comment in comments:
        if comment["id"] == fields["id"]:
            comment["body"] = fields["body"]
else:
    assert "addComment" in query and fields["id"] == "PR_1"
    comments.append({"id": f"IC_{len(comments)}", "body": fields["body"], "viewerDidAuthor": True})
store.write_text(json.dumps(comments), "utf-8")
"""


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody; return what it said."""
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "init.defaultBranch=main")
    ran = run(("git", *who, *arguments), folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.fixture
def pull_request(tmp_path: Path) -> PullRequest:
    """Return one that makes the menu contested, checked out from a remote as a runner does."""
    remote, clone = tmp_path / "remote", tmp_path / "clone"
    remote.mkdir()
    git(remote, "init", "-q")
    write_files(remote, {"raci.toml": 'data = ["ownership"]\n', "ownership/kitchen.yaml": BEFORE})
    git(remote, "add", "-A")
    git(remote, "commit", "-qm", "Say who owns what")
    git(remote, "checkout", "-qb", "change")
    write_files(remote, {"ownership/kitchen.yaml": AFTER})
    git(remote, "commit", "-qam", "Give the menu to the keeper, too")
    git(tmp_path, "clone", "-q", "--branch", "change", f"file://{remote}", str(clone))
    return PullRequest(remote, clone)


class PullRequest:
    """A clone of a remote on disk, with the action's last step to run in it."""

    def __init__(self, remote: Path, clone: Path) -> None:
        """Put a stand-in for GitHub's command beside the clone."""
        self.remote, self.clone = remote, clone
        self.base = git(remote, "rev-parse", "main")
        write_files(clone, {"bin/gh": GH, "comments.json": "[]", "calls": "", "summary.md": ""})
        (clone / "bin/gh").chmod(0o755)
        (clone / "temp").mkdir()

    def check(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step as GitHub does, with these inputs."""
        step = step_of_the_action("Changes")
        given = {"RACI_PATHS": "", "RACI_ARGS": "", "RACI_COMMENT": "false", "RACI_FAIL_ON": ""} | inputs
        assert given.keys() <= step["env"].keys()
        return run(
            (*BASH, step["run"]),
            self.clone,
            **given,
            RACI_BASE=self.base,
            RACI_PULL_REQUEST="PR_1",
            GITHUB_STEP_SUMMARY=str(self.clone / "summary.md"),
            RUNNER_TEMP=str(self.clone / "temp"),
            PATH=f"{self.clone / 'bin'}{os.pathsep}{ENVIRONMENT['PATH']}",
        )

    def take_back(self) -> None:
        """Push a commit that brings the register back to what it was, and check it out."""
        write_files(self.clone, {"ownership/kitchen.yaml": BEFORE})
        git(self.clone, "commit", "-qam", "Leave the menu with the cook")

    def comments(self) -> list[str]:
        """Return the texts of the comments."""
        return [each["body"] for each in json.loads((self.clone / "comments.json").read_text("utf-8"))]

    def calls(self) -> list[str]:
        """Return which calls were made since the last time."""
        file = self.clone / "calls"
        made = file.read_text("utf-8").splitlines()
        file.write_text("")
        return [re.split(r"[ (]", each.partition("query=")[2])[0] for each in made]


needs_jq = pytest.mark.skipif(
    shutil.which("jq") is None and os.environ.get("RACI_TEST_TOOLS") != "required", reason="needs jq"
)


def test_the_summary_tells_the_changes_and_no_comment_is_written_unasked(pull_request: PullRequest) -> None:
    """GitHub's command is not even started."""
    ran = pull_request.check()
    assert ran.returncode == 0, ran.stderr
    summary = (pull_request.clone / "summary.md").read_text("utf-8")
    assert "Menu" in summary
    assert "Keeper" in summary
    assert "Menu" in ran.stdout
    assert pull_request.calls() == []


@needs_jq
def test_one_comment_is_written_then_updated(pull_request: PullRequest) -> None:
    """When nothing is changed any more, it says so rather than stay as it was."""
    assert pull_request.check(RACI_COMMENT="true").returncode == 0
    assert pull_request.calls() == ["query", "mutation"]
    (comment,) = pull_request.comments()
    summary = (pull_request.clone / "summary.md").read_text("utf-8")
    assert comment == f"{MARKER}\n{summary}"
    pull_request.take_back()
    assert pull_request.check(RACI_COMMENT="true").returncode == 0
    (comment,) = pull_request.comments()
    assert comment.startswith(f"{MARKER}\n")
    assert "Menu" not in comment


@needs_jq
def test_no_comment_is_written_for_nothing(pull_request: PullRequest) -> None:
    """Who changes no ownership hears nothing."""
    pull_request.take_back()
    assert pull_request.check(RACI_COMMENT="true").returncode == 0
    assert pull_request.calls() == ["query"]
    assert pull_request.comments() == []


@needs_jq
def test_a_comment_of_somebody_else_is_left_alone(pull_request: PullRequest) -> None:
    """Also one that begins as ours does: its author could change it after the check."""
    others = [
        {"id": f"IC_{number}", "body": f"{MARKER}\nNobody lost anything.", "viewerDidAuthor": False}
        for number in range(3)
    ]
    others.append({"id": "IC_3", "body": "I agree.", "viewerDidAuthor": True})
    (pull_request.clone / "comments.json").write_text(json.dumps(others), "utf-8")
    assert pull_request.check(RACI_COMMENT="true").returncode == 0
    assert pull_request.check(RACI_COMMENT="true").returncode == 0
    assert pull_request.comments()[:4] == [each["body"] for each in others]
    assert len(pull_request.comments()) == 5


@needs_jq
def test_a_token_that_may_only_read_fails_nothing(pull_request: PullRequest) -> None:
    """A pull request from a fork has no other; the summary is there."""
    (pull_request.clone / "read-only").touch()
    ran = pull_request.check(RACI_COMMENT="true")
    assert ran.returncode == 0
    assert "::notice::raci could not write its comment" in ran.stdout
    assert "Menu" in (pull_request.clone / "summary.md").read_text("utf-8")


@needs_jq
def test_a_policy_fails_the_job_after_the_comment_is_written(pull_request: PullRequest) -> None:
    """What was changed into work that two roles claim does not pass, and the comment tells which."""
    ran = pull_request.check(RACI_COMMENT="true", RACI_FAIL_ON="contested,unowned")
    assert ran.returncode == 1
    assert len(pull_request.comments()) == 1
    assert pull_request.check(RACI_FAIL_ON="unowned").returncode == 0


def test_a_missing_base_is_never_no_changes(pull_request: PullRequest) -> None:
    """A checkout of depth 1 does not have it: the job fails, and says what the checkout needs."""
    shallow = pull_request.clone.with_name("shallow")
    git(
        pull_request.remote.parent,
        *("clone", "-q", "--depth=1", "--branch", "change", f"file://{pull_request.remote}", str(shallow)),
    )
    ran = PullRequest(pull_request.remote, shallow).check()
    assert ran.returncode == 2
    assert "::error::raci cannot tell what this pull request changes." in ran.stdout
    assert "fetch-depth: 0" in ran.stdout
    assert (shallow / "summary.md").read_text("utf-8") == ""


def test_the_step_runs_on_pull_requests_and_only_where_it_is_asked_for() -> None:
    """Off by default, whatever lint found before."""
    step = step_of_the_action("Changes")
    action = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))
    assert "always()" in step["if"]
    assert "github.event.pull_request" in step["if"]
    assert [action["inputs"][name]["default"] for name in ("diff", "comment", "fail-on")] == [
        "false",
        "false",
        "",
    ]


class GitLab(http.server.BaseHTTPRequestHandler):
    """Stands in for GitLab's notes of one merge request, in pages of two."""

    notes: ClassVar[list[dict[str, Any]]] = []
    calls: ClassVar[list[str]] = []
    refuses: ClassVar[bool] = False

    def answer(self, value: object, following: str = "") -> None:
        """Send a value as JSON."""
        self.send_response(200)
        self.send_header("X-Next-Page", following)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def sent(self) -> str:
        """Return the text that came."""
        text: str = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        return text

    def do_GET(self) -> None:
        """Answer who asks, or a page of the notes."""
        self.calls.append("GET")
        if self.headers["PRIVATE-TOKEN"] != ACCESS or self.refuses:
            return self.send_error(403)
        if self.path == "/api/v4/user":
            return self.answer({"id": 7})
        assert self.path.startswith("/api/v4/projects/1/merge_requests/2/notes?per_page=100&page=")
        page = int(self.path.rpartition("=")[2])
        following = str(page + 1) if page * 2 < len(self.notes) else ""
        return self.answer(self.notes[page * 2 - 2 : page * 2], following)

    def do_PUT(self) -> None:
        """Change a note."""
        self.calls.append("PUT")
        (note,) = (each for each in self.notes if self.path.endswith(f"/notes/{each['id']}"))
        note["body"] = self.sent()
        self.answer(note)

    def do_POST(self) -> None:
        """Add a note."""
        self.calls.append("POST")
        self.notes.append({"id": len(self.notes) + 10, "author": {"id": 7}, "body": self.sent()})
        self.answer(self.notes[-1])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def gitlab() -> Iterator[str]:
    """Serve the stand-in; yield the address of its API."""
    GitLab.notes, GitLab.calls, GitLab.refuses = [], [], False
    with http.server.HTTPServer(("127.0.0.1", 0), GitLab) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api/v4"
        server.shutdown()
        thread.join()


def job(pull_request: PullRequest, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the component's job of changes in the clone, as a runner of GitLab does."""
    text = (PROJECT / "templates/raci-lint.yml").read_text("utf-8")
    script = list(yaml.safe_load_all(text))[1]["raci-diff"]["script"]
    given = {
        "RACI_ARGS": "",
        "RACI_FAIL_ON": "",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": pull_request.base,
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "2",
        "CI_API_V4_URL": "http://127.0.0.1:9/api/v4",
    }
    lines = "\n".join(line for line in script if "pip install" not in line)
    return run(("sh", "-e", "-c", lines), pull_request.clone, **given | variables)


def test_the_gitlab_job_tells_the_changes_and_writes_no_note_without_a_token(
    pull_request: PullRequest,
) -> None:
    """A merge request from a fork has none."""
    with gitlab() as address:
        ran = job(pull_request, CI_API_V4_URL=address)
    assert ran.returncode == 0, ran.stderr
    assert "Menu" in ran.stdout
    assert "Menu" in (pull_request.clone / "raci-diff.md").read_text("utf-8")
    assert GitLab.calls == []


def test_the_gitlab_job_keeps_one_note(pull_request: PullRequest) -> None:
    """It is found behind others, and among those that only begin alike; then it says that nothing is changed."""
    with gitlab() as address:
        GitLab.notes = [
            {"id": number, "author": {"id": 8}, "body": f"{MARKER}\nNo change."} for number in range(1, 4)
        ]
        assert job(pull_request, CI_API_V4_URL=address, RACI_TOKEN=ACCESS).returncode == 0
        assert GitLab.calls == ["GET", "GET", "GET", "POST"]
        assert "Menu" in GitLab.notes[3]["body"]
        pull_request.take_back()
        assert job(pull_request, CI_API_V4_URL=address, RACI_TOKEN=ACCESS).returncode == 0
        assert len(GitLab.notes) == 4
        assert "Menu" not in GitLab.notes[3]["body"]
        assert [each["body"] for each in GitLab.notes[:3]] == [f"{MARKER}\nNo change."] * 3


def test_the_gitlab_job_writes_no_note_for_nothing(pull_request: PullRequest) -> None:
    """Nothing is changed, and nothing was written before."""
    pull_request.take_back()
    with gitlab() as address:
        assert job(pull_request, CI_API_V4_URL=address, RACI_TOKEN=ACCESS).returncode == 0
    assert GitLab.calls == ["GET", "GET"]


def test_the_gitlab_job_passes_where_the_token_may_not_write_and_fails_by_its_policy(
    pull_request: PullRequest,
) -> None:
    """The report is an artifact in any case."""
    with gitlab() as address:
        GitLab.refuses = True
        ran = job(pull_request, CI_API_V4_URL=address, RACI_TOKEN=ACCESS)
        assert (ran.returncode, "raci could not write its comment" in ran.stdout) == (0, True)
        assert job(pull_request, CI_API_V4_URL=address, RACI_FAIL_ON="contested").returncode == 1
    assert "Menu" in (pull_request.clone / "raci-diff.md").read_text("utf-8")
