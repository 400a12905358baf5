"""What a shell is offered on TAB: commands and rules, and the roles, work and areas of the register at hand.

The shell puts what it gets into a command line, and zsh evaluates it: only names that mean themselves there
are offered. Whatever goes wrong, nothing is offered, and nothing said.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from typing import TYPE_CHECKING

import typer  # noqa: TC002 - typer reads it

from raci.cli.exit_code import ExitCode
from raci.errors import RaciError
from raci.text.names import by_name, fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.model.register import Register

_QUICK = {"files": 500, "file_size": 1, "size": 2}  # nobody waits longer for what TAB may offer
_PLAIN = re.compile(r"(?!-)(?:[\w.+-]|[^\x00-\x7f\s])+")
_NOT_PLAIN = re.compile(r"[^\w .,+-]+")


def complete(environ: Mapping[str, str]) -> int:
    """Tell the shell what there is for the words that it has, and return the exit code; nothing is raised."""
    from raci.cli.app import app_for

    words = environ.get("COMP_WORDS", environ.get("_TYPER_COMPLETE_ARGS", "")).split()
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            app_for(words[1:])([], prog_name="raci", standalone_mode=False)
    except SystemExit as error:  # of typer, which is done
        return ExitCode.NO_ANSWER if error.code else ExitCode.ANSWERED
    except Exception:  # noqa: BLE001 - it would be shown amid the line that is typed
        return ExitCode.NO_ANSWER
    return ExitCode.ANSWERED


def commands() -> list[str]:
    """Return the commands."""
    from raci.cli.app import COMMANDS

    return list(COMMANDS)


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Return the rules by name, or by code where one is begun; of several after a comma, the last."""
    from raci.linter.catalogue import FAULTS

    before, comma, begun = incomplete.rpartition(",")
    by_code = begun.upper().startswith("R") and begun.upper() == begun
    return [
        (f"{before}{comma}{each.code if by_code else each.name}", each.name if by_code else each.code)
        for each in FAULTS
    ]


def roles(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the roles by id, and where a name or an alias is begun, by these."""
    return [*_roles(_register(context), incomplete)]


def areas(context: typer.Context) -> list[tuple[str, str]]:
    """Return the areas, written as ids are."""
    register = _register(context)
    found = {work.area for work in register.work.values() if work.area} if register else set()
    return [*_offered((slug(area), area) for area in sorted(found, key=by_name))]


def role_names(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the roles, or the rest of those that the words before begin."""
    return _rest(roles(context, incomplete), context.params.get("names"))


def work_names(context: typer.Context) -> list[tuple[str, str]]:
    """Return the work by its names, or the rest of those that the words before begin."""
    return _rest([*_work(_register(context))], context.params.get("words"))


def subjects(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return work, roles and declared overlaps, or the rest of those that the words before begin."""
    register = _register(context)
    overlaps = register.overlaps.values() if register else ()
    declared = _offered((each.id, each.entry.name or "") for each in overlaps)
    found = [*_work(register), *_roles(register, incomplete), *declared]
    return _rest(found, context.params.get("words"))


def _register(context: typer.Context) -> Register | None:
    """Return the register that the command would read, unless it is broken or large."""
    from raci.cli.options import DataOptions
    from raci.cli.ownership_data import find_settings, paths_of_data
    from raci.loading.load import load

    options = DataOptions(context.params.get("data"), context.params.get("config"), quiet=True)
    try:
        settings = find_settings(options)
        limits = {name: min(most, getattr(settings.limits, name)) for name, most in _QUICK.items()}
        paths = paths_of_data(options, settings, os.environ)
        return load(*paths, limits=settings.limits.model_copy(update=limits))
    except RaciError:
        return None


def _roles(register: Register | None, incomplete: str) -> Iterator[tuple[str, str]]:
    for role in register.roles.values() if register else ():
        names = (role.name, *role.entry.aliases) if incomplete else ()
        yield from _offered((name, role.name) for name in (role.id, *names))


def _work(register: Register | None) -> Iterator[tuple[str, str]]:
    return _offered((slug(work.name), work.name) for work in register.work.values()) if register else iter(())


def _offered(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what means itself in a shell, with a description that does nothing there."""
    for value, called in found:
        if _PLAIN.fullmatch(value) and value.isprintable():
            yield value, " ".join(_NOT_PLAIN.sub(" ", called).split())


def _rest(found: list[tuple[str, str]], words: Iterable[str] | None) -> list[tuple[str, str]]:
    begun = "".join(f"{fold(word).replace(' ', '-')}-" for word in words or ())
    rest = [(value.removeprefix(begun), called) for value, called in found if value.startswith(begun)]
    return rest or found
