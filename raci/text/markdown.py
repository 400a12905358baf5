"""Text from files as Markdown that shows it as it is."""

from __future__ import annotations

import re

from raci.text.visible import one_line

# What would be syntax, and only where it would be: `a_b`, `R&D` and `2 > 1` stay readable. There is no
# "!": an image needs the bracket that follows it, and brackets are escaped.
_SYNTAX = re.compile(
    r"""
    (?P<entity> < (?=\S) | & (?=\#?\w+;) )   # HTML; as an entity, for not every Markdown knows "\<"
    | (?P<number> ^[0-9]{1,9} ) (?= [.)] (?: \s | $ ) )  # a numbered item
    | \\ (?= [!-/:-@\[-`{-~] | $ )           # a backslash that would escape what follows
    | [`*\[\]|~]
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )       # an underscore, but not one inside a word
    | ^ [#>]                                 # a heading, a quotation
    | (?<= \s ) \# (?= \#*$ )                # signs at a heading's end, which it would lose
    | ^ [-+] (?= [\s-] | $ )                 # an item, a rule
    """,
    flags=re.VERBOSE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def escape(text: str) -> str:
    """Return Markdown, one line, that shows `text` as it is; hidden characters are made visible."""
    return _SYNTAX.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    if found["entity"]:
        return _ENTITIES[found[0]]
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"
