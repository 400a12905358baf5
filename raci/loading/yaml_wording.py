"""What the YAML parser complains of, in the words of somebody who writes lines and not tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.of_files import LIMIT
from raci.model.limits import MOST_MISTAKES

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.location import Location

MAX_DEPTH = 30
TOO_DEEP = f"this is nested more than {MAX_DEPTH} levels deep"


def many_mistakes(where: Location) -> Finding:
    """Return the finding that there are more mistakes than are told."""
    return LIMIT.at(where, "too-many-findings", f"there are more than {MOST_MISTAKES:,} mistakes")


# libyaml has a limit of its own from 0.2.6 on, a thousand levels, and scans far ahead of its events: it may
# meet that limit before ours is met.
_GAVE_UP = "exceeded maximum nesting depth"


def forbidden_character(char: str) -> str:
    """Return the message for a character that YAML does not allow."""
    if "\ud800" <= char <= "\udfff":
        return "half a character stands here (a lone surrogate)"
    if char == "\ufeff":
        return "a byte order mark (U+FEFF) stands inside the file, where nobody sees it: take it out"
    return f"the character U+{ord(char):04X} is not allowed in YAML"


def is_about_depth(problem: str) -> bool:
    """Return whether the parser's `problem` is that something is nested too deeply for it."""
    return problem.startswith(_GAVE_UP)


def in_plain_words(problem: str) -> tuple[str, str]:
    """Return message and help for the parser's `problem`."""
    return next((hint for start, hint in _HINTS.items() if problem.startswith(start)), _UNKNOWN)


_UNKNOWN = ("this is not YAML", "Check the indentation, the quotes and the brackets here and above.")


_HINTS = {
    "found character '\\t'": ("a tab is used to indent", "Indent with spaces."),
    "found a tab character": ("a tab is used to indent", "Indent with spaces."),
    "found character that cannot start any token": (
        "a value cannot begin with this character",
        "Put the value in quotes, or indent with spaces if it is a tab.",
    ),
    "found unknown escape character": (
        "a backslash in double quotes begins an escape, and there is none like this",
        "Double the backslash, or use single quotes.",
    ),
    "did not find expected hexdecimal number": (
        "an escape in double quotes has too few digits",
        "Double the backslash, or use single quotes.",
    ),
    "found invalid Unicode character escape code": (
        "an escape in double quotes means no character",
        "Double the backslash, or use single quotes.",
    ),
    "mapping values are not allowed": (
        "a colon stands where none can be",
        "Check the indentation, or put a value that holds a colon in quotes.",
    ),
    "could not find expected ':'": ("a colon is missing after a key", "Write `key: value`."),
    "did not find expected key": (
        "this line fits neither what it continues nor a new key",
        "Check the indentation and the quotes of the line and of the one above.",
    ),
    "did not find expected '-' indicator": (
        "a list item was expected here",
        "Check the indentation: items of one list begin in one column.",
    ),
    "did not find expected ',' or": (
        "a bracket is open and neither a comma nor its end follows",
        "Close it.",
    ),
    "did not find expected node content": ("a value was expected here", "Write one, or close the bracket."),
    "found unexpected end of stream": ("the file ends inside quotes or a bracket", "Close it."),
    "found duplicate anchor": ("an anchor is used twice", "Take it out; anchors are not read."),
    "found undefined alias": ("an alias names nothing", "Write the value out; aliases are not read."),
}
