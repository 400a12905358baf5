"""What raci is measured against, each in a process of its own.

    python benchmarks/speed/floors.py imports | load FILE | charter FILE | graph FILE
    python benchmarks/speed/floors.py all-pairs FILE ROWS | look-alikes FILE PLANTED

`all-pairs`, `look-alikes` and `graph` print the CPU seconds of the comparison alone, as JSON.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from importlib import import_module
from pathlib import Path

CUTOFF = 85


def imports() -> None:
    """Import the five packages that raci is built with, as far as a command that uses them all needs them."""
    for name in ("networkx", "pydantic.main", "rich.console", "rich.table", "typer", "yaml"):
        import_module(name)


def load(path: str) -> None:
    """Read a file in the usual way."""
    import yaml  # noqa: PLC0415 - the other floors are measured without it

    yaml.load(Path(path).read_bytes(), Loader=yaml.CSafeLoader)


def names_in(path: str) -> list[str]:
    """Return the names of the work in a generated register, each once."""
    text = Path(path).read_text("utf-8")
    return list(dict.fromkeys(re.findall(r"^      - name: (.+)$", text, re.MULTILINE)))


def all_pairs(path: str, rows: str) -> None:
    """Compare some names with all, whatever the order of their words."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - the other floors are measured without it

    names = names_in(path)
    spelt = [name.lower() for name in names]
    number = min(int(rows), len(spelt))
    begun = time.process_time(), time.perf_counter()
    process.cdist(spelt[:number], spelt, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, workers=-1)
    cpu, wall = time.process_time() - begun[0], time.perf_counter() - begun[1]
    scale = len(spelt) / number / 2  # each pair once
    print(json.dumps({"cpu": cpu * scale, "wall": wall * scale, "names": len(names), "rows": number}))


def look_alikes(path: str, planted: str) -> None:
    """Find the near-duplicates as raci does, and say how many of the planted ones are among them."""
    import raci  # noqa: PLC0415 - the other floors are measured without it
    from raci.look_alikes.look_alikes import look_alikes as find  # noqa: PLC0415 - the other floors are measured without it

    gc.disable()  # as the command does
    register = raci.load(path)
    begun = time.process_time(), time.perf_counter()
    found = find(register)
    cpu, wall = time.process_time() - begun[0], time.perf_counter() - begun[1]
    names = {work.id: work.name for work in register.work.values()}
    pairs = {frozenset((names[pair.one], names[pair.other])) for pair in found}
    near = [frozenset(pair) for pair in json.loads(Path(planted).read_text("utf-8"))]
    hit = sum(pair in pairs for pair in near)
    print(json.dumps({"cpu": cpu, "wall": wall, "planted": len(near), "hit": hit, "found": len(pairs)}))


def graph(path: str) -> None:
    """Build the ownership graph of a register, and print the CPU seconds that it took, as JSON."""
    import networkx as nx  # noqa: PLC0415 - the other floors are measured without it
    import raci  # noqa: PLC0415
    from raci.graph.building import built  # noqa: PLC0415

    gc.disable()  # as the command does
    register = raci.load(path)
    nx.MultiDiGraph()  # loads what networkx loads when it is first used
    begun = time.process_time()
    built(register)
    print(json.dumps({"cpu": time.process_time() - begun}))


def charter(path: str) -> None:
    """Print a register as an agenraci charter: roles, members, and an action for each piece of work.

    It has no fields for areas, summaries, aliases and sources, so that its file is half as large.
    """
    import yaml  # noqa: PLC0415 - the other floors are measured without it

    roles = yaml.load(Path(path).read_bytes(), Loader=yaml.CSafeLoader)["roles"]
    actions: dict[str, dict[str, object]] = {}
    for role, entry in roles.items():
        for item in (*entry.get("responsibilities", ()), *entry.get("deliverables", ())):
            consulted, informed = ([to for to, each in item["with"].items() if each == code] for code in "CI")
            letters = {"responsible": role, "accountable": role, "consulted": consulted, "informed": informed}
            actions.setdefault(re.sub("[^a-z0-9]+", "_", item["name"].lower()), letters)
    members = [{"name": f"person-{role}", "type": "human", "role": role} for role in roles]
    whole = {"project": "speed", "roles": list(roles), "members": members, "actions": actions}
    print(yaml.dump(whole, Dumper=yaml.CSafeDumper, sort_keys=False, default_flow_style=None), end="")


if __name__ == "__main__":
    ways = {
        "imports": imports,
        "load": load,
        "all-pairs": all_pairs,
        "look-alikes": look_alikes,
        "charter": charter,
        "graph": graph,
    }
    ways[sys.argv[1]](*sys.argv[2:])
