"""Measure raci against the goals for its speed, and print which are met.

    python benchmarks/speed/run.py [--scale 100000] [--rounds 3] [--write]

All is measured in this run, in processes of their own, one command after the other in every round; a figure
is the median, and a ratio the median of those of the rounds. CPU is user and system time of a whole process,
Python's start included. `--scale` is the number of items of the largest register; the growth is that from a
tenth of it. `--write` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from math import inf, isinf, log10
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # with a safe path Python does not look beside the script

from speed import generator  # noqa: E402
from speed.goals import GOALS, Figure, Ratios, below_scale, table  # noqa: E402
from speed.measuring import Cost, Failed, in_turns, run  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOCUMENT = HERE.parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
FULL, TENTH = 100_000, 10_000
PEOPLE_HAVE = (300, 1_000)
MANY = 1_000  # files
COMMITTED, CHANGED = 60, 5  # files of a repository, and of a commit
COMMITS = 500  # of a history
ROWS = 1_000  # of all pairs; the whole takes minutes, and is the same again and again
QUESTION = "who decides on parcel packaging?"
PEERS = ("yamllint", "check-jsonschema", "agenraci")
PACKAGES = ("PyYAML", "pydantic", "networkx", "typer", "rich", "rapidfuzz", *PEERS)


@dataclass(frozen=True)
class Bench:
    """Where things are: a folder to work in, the commands, how often and how large."""

    folder: Path
    scale: int
    rounds: int

    def raci(self, *words: str) -> list[str]:
        """Return a raci command as the installed script runs it."""
        return [sys.executable, "-c", "from raci.__main__ import run; run()", *words]

    def floor(self, *words: str) -> list[str]:
        """Return a command of floors.py."""
        return [sys.executable, str(HERE / "floors.py"), *words]

    def fixing(self, data: Path) -> list[str]:
        """Return a command that fixes a copy of a file, as the installed script does."""
        copy = str(self.folder / "home" / "fixed.yaml")
        before = f"import shutil; shutil.copyfile({str(data)!r}, {copy!r})"
        return [
            *(sys.executable, "-c", f"{before}; from raci.__main__ import run; run()"),
            *("lint", copy, "--unsafe-fixes"),
        ]

    def register(self, number: int, files: int = 1, *more: str) -> Path:
        """Return a register as a file, or as a folder of several; it is made where it is not there."""
        folder = self.folder / "-".join((str(number), str(files), *more))
        if not folder.is_dir():
            words = [str(HERE / "generator.py"), str(number), str(folder), "--files", str(files), *more]
            subprocess.run([sys.executable, *words], check=True)
        return folder if files > 1 else folder / "roles-0000.yaml"

    def told(self, *words: str) -> dict[str, Any]:
        """Return what a command of floors.py prints as JSON."""
        done = subprocess.run(self.floor(*words), check=True, capture_output=True, encoding="utf-8")
        return dict(json.loads(done.stdout))


def answers(bench: Bench, data: Path) -> dict[str, list[str]]:
    """Return the commands that are asked of a register, those that this raci has."""
    given = str(data)
    commands = {
        "who-owns": bench.raci("who-owns", "--data", given, QUESTION),
        "lint": bench.raci("lint", given),
        "overlaps": bench.raci("overlaps", "--data", given),
        "matrix": bench.raci("matrix", "--format", "csv", "--data", given),
    }
    known = subprocess.run(bench.raci("--help"), check=True, capture_output=True, encoding="utf-8").stdout
    return {name: command for name, command in commands.items() if f" {name} " in known}


def start_up(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure how long it takes until there is an answer about a small register."""
    commands = {
        "importing the five packages": bench.floor("imports"),
        "who-owns": bench.raci("who-owns", "pricing"),
        "help": bench.raci("--help"),
        "version": bench.raci("--version"),
    }
    run(commands["who-owns"], bench.folder)  # writes what Python compiles
    costs = in_turns(commands, 3 * bench.rounds, bench.folder)
    against(figures, costs, "importing the five packages", {name: name for name in list(commands)[1:]})
    lines += costs_table("Start-up", costs)


def against(figures: Ratios, costs: Mapping[str, Cost], floor: str, keys: Mapping[str, str]) -> None:
    """Put down what commands cost as a multiple of a floor."""
    for key, name in keys.items():
        figures[key] = Figure(costs[name].times(costs[floor]), made_of(costs[name], costs[floor]))


def made_of(one: Cost, other: Cost) -> str:
    """Return in words what two commands cost."""
    return f"{one.cpu:.2f} s against {other.cpu:.2f} s"


def people_have(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure the sizes that people have, and the peers on the larger one."""
    for number in PEOPLE_HAVE:
        data = bench.register(number)
        costs = in_turns(answers(bench, data), 3 * bench.rounds, bench.folder)
        against(figures, costs, "who-owns", {f"{name}-{number}": name for name in ("lint", "overlaps")})
        if number == max(PEOPLE_HAVE):
            costs |= against_peers(bench, data, figures, f"-{number}")
        lines += costs_table(f"{number:,} items in one file", costs)


def items(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure 10,000 items in one file, and the peers on the same."""
    data, floor = bench.register(TENTH), "yaml.load(CSafeLoader)"
    commands = {floor: bench.floor("load", str(data)), **answers(bench, data)}
    costs = in_turns(commands, 3 * bench.rounds, bench.folder)
    keys = {"lint": "lint", "who-owns-10000": "who-owns", "overlaps-10000": "overlaps"}
    against(figures, costs, floor, keys)
    built = median(bench.told("graph", str(data))["cpu"] for _ in range(bench.rounds))
    figures["graph"] = Figure(built / costs[floor].cpu, f"{built:.2f} s against {costs[floor].cpu:.2f} s")
    costs |= against_peers(bench, data, figures, "")
    lines += costs_table("10,000 items in one file", costs)


def fixes(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure what a thousand fixes in 10,000 items cost, of each kind and of all; the dearest counts."""
    shown: dict[str, Cost] = {}
    dearest = Figure(0.0, "")
    for kind, rule in enumerate((*generator.FIXABLE, "all four")):
        data = bench.register(TENTH, 1, "--fixable", str(kind))
        lint, fixing = f"lint, {rule}", f"lint --unsafe-fixes, {rule}"
        commands = {lint: bench.raci("lint", str(data)), fixing: bench.fixing(data)}
        costs = in_turns(commands, bench.rounds, bench.folder)
        of_rule = Figure(costs[fixing].times(costs[lint]), f"{made_of(costs[fixing], costs[lint])}, {rule}")
        dearest = max(dearest, of_rule, key=lambda each: each.ratio)
        shown |= costs
    figures["fix"] = dearest
    lines += costs_table("A thousand fixes in 10,000 items in one file", shown)


def through_time(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure what it costs to say what changed since the last commit, of files that people have."""
    data = bench.register(max(PEOPLE_HAVE), COMMITTED)
    git = ("git", "-C", str(data), "-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "all")):
        subprocess.run([*git, *words], check=True)
    for file in sorted(data.glob("*.yaml"))[:CHANGED]:
        file.write_text(file.read_text("utf-8").replace("letters: AR", "letters: R", 1), "utf-8")
    commands = {
        "lint, in 60 files": bench.raci("lint", str(data)),
        "diff HEAD": bench.raci("diff", "HEAD", "--data", str(data)),
    }
    costs = in_turns(commands, 3 * bench.rounds, bench.folder)
    against(figures, costs, "lint, in 60 files", {"diff": "diff HEAD"})
    commit_changes(data, git)
    log = f"log, {COMMITS} commits"
    costs |= in_turns({log: bench.raci("log", "-n", str(COMMITS), "--data", str(data))}, 1, bench.folder)
    lint = costs["lint, in 60 files"]
    figures["log"] = Figure(costs[log].cpu / COMMITS / lint.cpu, made_of(costs[log], lint))
    lines += costs_table(f"What changed in {max(PEOPLE_HAVE):,} items", costs)


def commit_changes(data: Path, git: Sequence[str]) -> None:
    """Commit as many changes of what somebody holds, each in one file, one after the other."""
    files = sorted(data.glob("roles*.yaml"))
    for number in range(COMMITS):
        file = files[number % len(files)]
        text = file.read_text("utf-8")
        both = "letters: R\n", "letters: AR\n"
        old, new = both if both[0] in text else both[::-1]
        file.write_text(text.replace(old, new, 1), "utf-8")
        subprocess.run([*git, "commit", "--quiet", "--all", "--message", f"change {number}"], check=True)


def against_peers(bench: Bench, data: Path, figures: Ratios, suffix: str) -> dict[str, Cost]:
    """Return what the peers cost on a register, and put down how many times that is what lint does."""
    costs: dict[str, Cost] = {}
    for name, command in peers(bench, data).items():
        if command is None:
            figures[name + suffix] = f"{name} is not installed"
            continue
        try:
            both = in_turns(
                {"lint": bench.raci("lint", str(data)), name: command}, bench.rounds, bench.folder
            )
        except Failed as error:
            figures[name + suffix] = str(error)
            continue
        costs[name] = both[name]
        figures[name + suffix] = Figure(both[name].times(both["lint"]), made_of(both["lint"], both[name]))
    return costs


def peers(bench: Bench, data: Path) -> dict[str, list[str] | None]:
    """Return the commands of the peers that are installed beside this Python."""
    schema, charter = bench.folder / "schema.json", bench.folder / "charter.yaml"
    with schema.open("wb") as file:
        subprocess.run(bench.raci("schema"), check=True, stdout=file)
    with charter.open("wb") as file:
        subprocess.run(bench.floor("charter", str(data)), check=True, stdout=file)
    # A long line is no mistake in a file of sentences; all other rules of yamllint stand as they are.
    rules = "{extends: default, rules: {line-length: disable, document-start: disable, braces: disable}}"
    words = {
        "yamllint": ("-d", rules, str(data)),
        "check-jsonschema": ("--schemafile", str(schema), str(data)),
        "agenraci": ("validate", str(charter)),
    }
    beside = str(Path(sys.executable).parent)
    found = {name: shutil.which(name, path=f"{beside}{os.pathsep}{os.defpath}") for name in PEERS}
    return {name: [path, *words[name]] if path else None for name, path in found.items()}


def growth(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure a tenth of the scale and all of it, in one file and in many; a small one is the start-up."""
    small, sizes = 4 * generator.PER_ROLE, [bench.scale // each for each in (100, 10, 1)]
    rows = ["| command | files | items | wall s | CPU s | peak MiB | exponent CPU | peak |", "|---" * 8 + "|"]
    start = in_turns(answers(bench, bench.register(small)), bench.rounds, bench.folder)
    worst: dict[str, tuple[float, str]] = {"cpu": (0.0, ""), "peak": (0.0, "")}
    for files in (1, MANY):
        before: dict[str, Cost] = {}
        for size in sizes:
            many = max(1, min(files, size // generator.PER_ROLE))
            commands = answers(bench, bench.register(size, many))
            if files == 1:
                commands["yaml.load"] = bench.floor("load", str(bench.register(size)))
            rounds = 1 if size > TENTH else bench.rounds
            costs = in_turns(commands, rounds, bench.folder, may_fail=True)
            for name, cost in costs.items():
                exponents = {}
                for part in ("cpu", "peak") if name in before and name in start else ():
                    exponents[part] = exponent(*(getattr(c[name], part) for c in (start, before, costs)))
                    if size == sizes[-1]:
                        worst[part] = max(worst[part], (exponents[part], f"{name}, files: {many}"))
                shown = " | ".join(f"{exponents[part]:.2f}" if exponents else "" for part in ("cpu", "peak"))
                rows.append(f"| {name} | {many:,} | {size:,} | {in_columns(cost)} | {shown} |")
            before = costs
        if files == 1:
            least = costs["yaml.load"].peak
            peaks = f"{costs['lint'].peak:.0f} MiB against {least:.0f} MiB"
            figures["memory"] = Figure(costs["lint"].peak / least, peaks)
    figures["growth-time"] = Figure(*worst["cpu"])
    figures["growth-memory"] = Figure(*worst["peak"])
    lines += ["", "### Growth", "", *rows]


def exponent(start: float, before: float, after: float) -> float:
    """Return the power of the number of items with which a figure grows, from a tenth to the whole."""
    if isinf(after):
        return inf
    least = 1e-3  # a figure that cannot be told from the start-up
    return log10(max(after - start, least) / max(before - start, least))


def near_duplicates(bench: Bench, figures: Ratios, lines: list[str]) -> None:
    """Measure how fast near-duplicates are found among all names, and how many of those planted."""
    data = bench.register(bench.scale)
    planted = bench.folder / "planted.json"
    script = (
        f"import json, sys; sys.path.insert(0, {str(HERE)!r}); from generator import generate; "
        f"json.dump(generate({bench.scale}).near, open({str(planted)!r}, 'w'))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    pairs = bench.told("all-pairs", str(data), str(ROWS))
    found = bench.told("look-alikes", str(data), str(planted))
    again = bench.told("all-pairs", str(data), str(ROWS))
    cpu = (pairs["cpu"] + again["cpu"]) / 2
    seconds = f"{found['cpu']:.2f} s against {cpu:,.1f} s, {pairs['names']:,} names"
    figures["all-pairs"] = Figure(cpu / found["cpu"], seconds)
    figures["planted"] = Figure(
        100 * found["hit"] / found["planted"], f"{found['hit']} of {found['planted']}"
    )
    lines += ["", f"All pairs are reckoned from {pairs['rows']:,} names against all {pairs['names']:,}."]


def left_behind(bench: Bench, figures: Ratios) -> None:
    """Count what the commands have left in the folders that are theirs; the peers ran in others."""
    home = bench.folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    for command in answers(bench, bench.register(4 * generator.PER_ROLE)).values():
        run(command, bench.folder)
    left = sorted(str(path.relative_to(home)) for path in home.rglob("*"))
    figures["nothing-kept"] = Figure(len(left), ", ".join(left) or "nothing")


def costs_table(title: str, costs: Mapping[str, Cost]) -> list[str]:
    """Return what commands cost as a Markdown table."""
    rows = [f"| {name} | {in_columns(cost)} |" for name, cost in costs.items()]
    return ["", f"### {title}", "", "| command | wall s | CPU s | peak MiB |", "|---" * 4 + "|", *rows]


def in_columns(cost: Cost) -> str:
    """Return a cost as cells."""
    return f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f}"


def machine() -> str:
    """Return what it was measured on."""
    packages = []
    for name in PACKAGES:
        try:
            packages.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            packages.append(f"no {name}")
    python = f"CPython {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.system()}, {python}; {', '.join(packages)}."


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--scale", type=int, default=FULL)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    given = parser.parse_args()
    if given.scale < TENTH:
        parser.error(f"the scale is {TENTH:,} at least")
    figures: Ratios = {}
    lines: list[str] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.scale, given.rounds)
        start_up(bench, figures, lines)
        people_have(bench, figures, lines)
        items(bench, figures, lines)
        fixes(bench, figures, lines)
        through_time(bench, figures, lines)
        growth(bench, figures, lines)
        near_duplicates(bench, figures, lines)
        left_behind(bench, figures)
    took = f"Measured in {time.monotonic() - begun:.0f} s, the largest register has {given.scale:,} items; "
    figures = below_scale(figures, given.scale) if given.scale < FULL else figures
    text = "\n".join([table(figures), "", took + machine(), *lines])
    print(f"\n{text}")
    if given.write:
        before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", "utf-8")
    met = [goal.is_met(f.ratio) for goal in GOALS if isinstance(f := figures.get(goal.key), Figure)]
    print(f"\n{sum(met)} of {len(met)} goals that were measured are met.")


if __name__ == "__main__":
    main()
