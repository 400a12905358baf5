"""Run raci and write down what it asks of the system: `python audit.py RECORD ARGUMENT...`."""

from __future__ import annotations

import json
import os
import sys

from raci.cli.app import main

_ALWAYS: tuple[str, ...] = (
    "socket",
    "subprocess",
    "os.",
    "shutil",
    "ftplib",
    "smtplib",
    "urllib",
    "http",
    "webbrowser",
    "pickle",
    "marshal",
)
_ALWAYS += ("ctypes.dlopen", "pty", "tempfile", "code.__new__", "exec", "compile", "cpython", "sys.")


def record(file: str, arguments: list[str]) -> int:
    """Run raci with `arguments`, and write the events that say something into `file`, one a line."""
    events: list[tuple[str, list[str]]] = []
    switch = [True]

    def hook(event: str, values: tuple[object, ...]) -> None:
        if not switch[0]:
            return
        if event == "open":
            path, mode, flags = (*values, None, None)[:3]
            shown = os.fsdecode(path) if isinstance(path, (str, bytes)) else str(path)
            writes = isinstance(flags, int) and bool(
                flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            )
            events.append(
                ("write" if writes or (isinstance(mode, str) and mode[:1] in "wax+") else "read", [shown])
            )
        elif event in {"exec", "compile"}:
            source = (
                getattr(values[0], "co_filename", None)
                if event == "exec"
                else (values[1] if len(values) > 1 else "")
            )
            events.append((event, [str(source)]))
        elif event.startswith(_ALWAYS):
            events.append((event, [str(value)[:200] for value in values]))

    sys.addaudithook(hook)
    code = main(arguments)
    switch[0] = False
    with open(file, "w", encoding="utf-8", errors="surrogateescape") as stream:  # noqa: PTH123 - as short as can be
        json.dump(events, stream)
    return int(code)


if __name__ == "__main__":
    sys.exit(record(sys.argv[1], sys.argv[2:]))
