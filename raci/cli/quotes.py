"""Commands whose words lack the quotes that a shell wants around them, and how they were meant."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from raci.text.shell import command, raci_command

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    import typer


def put_in_quotes(
    context: typer.Context, texts: Collection[str], is_named: Callable[[str], bool]
) -> str | None:
    """Return the typed command with quotes around what belongs to an option, None where nothing lacks them.

    Options of `texts` take a text or a name. Words behind one belong to it where what the command is about
    was named before; where it was not, all but the last words, of which `is_named` knows a name.
    """
    typed: Sequence[str] = context.find_root().obj or ()
    flags = {name for each in context.command.params if getattr(each, "is_flag", False) for name in each.opts}
    quoted: list[str] = []
    rest = [
        part for each in typed for part in (each.split("=", 1) if each.partition("=")[0] in texts else [each])
    ]
    is_about = is_changed = False
    while rest:
        word = rest.pop(0)
        quoted.append(word)
        if not word.startswith("-"):
            is_about = is_about or (len(quoted) > 1 and word != context.info_name)
        elif word in texts:
            run = list(takewhile(lambda each: not each.startswith("-"), rest))
            del rest[: len(run)]
            named = len(run) if is_about else _end(run, is_named)
            quoted += [" ".join(run[:named]), *run[named:]] if run else []
            is_about, is_changed = is_about or named < len(run), is_changed or named > 1
        elif word not in flags and "=" not in word and rest:
            quoted.append(rest.pop(0))
    return command("raci", *quoted) if is_changed else None


def _end(run: Sequence[str], is_named: Callable[[str], bool]) -> int:
    """Return how many words are an option's: the rest is a name."""
    return next((at for at in range(1, len(run)) if is_named(" ".join(run[at:]))), 1)


def splits(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the ways to make two texts of words."""
    yield from ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))


def in_quotes(
    what: str, verb: str, pairs: Iterable[tuple[str, str]], options: Sequence[str], pattern: str
) -> str:
    """Return a sentence that says what goes in quotes, with the commands that may be meant, or a pattern."""
    meant = " or ".join(raci_command(verb, pair, options) for pair in pairs)
    return f"Put {what} in quotes: {meant or pattern}"
