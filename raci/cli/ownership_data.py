"""Which ownership files a command reads: --data, RACI_DATA, the configuration, the shipped ones."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from raci.cli.left_out import say_left_out
from raci.cli.options import RevisionOptions
from raci.cli.output import say
from raci.cli.progress import doing
from raci.cli.tracked_files import tracked_files
from raci.errors import BadConfiguration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from raci.cli.options import DataOptions
    from raci.config import Settings
    from raci.loading.load import Loaded
    from raci.loading.origin import Found
    from raci.model.register import Register

SHIPPED_LANGUAGE = "english"
SHIPPED_NOTE = "From the model that ships with raci. For your own: raci init, or --data FILES."


@dataclass(frozen=True)
class Data:
    """What a command answers from: the files, what was read of them, and the settings."""

    found: Found
    loaded: Loaded
    settings: Settings

    @property
    def register(self) -> Register:
        """Return the register of files that are in order."""
        return self.loaded.register


def load_register(options: DataOptions, environ: Mapping[str, str]) -> tuple[Register, Settings]:
    """Return the register to answer from, and the settings; a note says so where it is the shipped one.

    What may hide an owner is said, too. Raises what `raci.loading.load.load` and `raci.config` raise.
    """
    data = load_data(options, environ)
    return data.register, data.settings


def load_data(options: DataOptions, environ: Mapping[str, str], *, keep_texts: bool = False) -> Data:
    """Return the same with the files; their texts only if they are to be kept."""
    if (at := asked_revision(options)) is not None:
        from raci.cli.revision_data import load_at

        return load_at(at, options, environ, keep_texts=keep_texts)
    from raci.loading.load import read_files
    from raci.loading.origin import Found, find_files, shipped_files

    settings = find_settings(options)
    paths = paths_of_data(options, settings, environ)
    with doing("Reading ownership files", quiet=options.quiet):
        found = find_files(paths, settings.limits, settings.excluded) if paths else Found(shipped_files())
        loaded = read_files(
            found, settings.limits, settings.language, left_out=found.left_out, keep_texts=keep_texts
        )
    say_left_out(loaded.register)
    register = replace(loaded.whole(), tracked=tracked_files(options, paths))
    if not paths:
        if not options.quiet:
            say(SHIPPED_NOTE)
        # Its language is its own, whatever the configuration says of data that is not named.
        settings = settings.model_copy(update={"language": SHIPPED_LANGUAGE})
        register = replace(register, shipped=True)
    return Data(found, replace(loaded, register=register), settings)


def asked_revision(options: DataOptions) -> str | None:
    """Return the revision that is to answer, as it was typed; None for the files as they lie here."""
    return options.at if isinstance(options, RevisionOptions) else None


def paths_of_data(options: DataOptions, settings: Settings, environ: Mapping[str, str]) -> list[str]:
    """Return the files and folders of the register; none where the shipped data answers."""
    named = [path for path in environ.get("RACI_DATA", "").split(os.pathsep) if path]
    return list(options.data or named or settings.data)


def find_settings(options: DataOptions, paths: Iterable[str] = ()) -> Settings:
    """Return what the configuration says: the one that is named, or the nearest from here or one of `paths`.

    Raises BadConfiguration.
    """
    from raci.config import Settings, find_configuration, read_configuration

    if options.config is not None:
        if not options.config:
            raise BadConfiguration("--config needs the name of a file.")
        return read_configuration(Path(options.config))
    try:
        starts = [Path.cwd(), *(Path(os.path.abspath(path)) for path in paths if "\0" not in path)]  # noqa: PTH100
    except FileNotFoundError:  # the current folder has been removed
        return Settings.model_construct()
    found = next(filter(None, map(find_configuration, starts)), None)
    return read_configuration(found) if found else Settings.model_construct()
