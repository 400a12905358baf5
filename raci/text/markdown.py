"""Text from files as Markdown that shows it as it is, and that calls nobody and refers to nothing."""

from __future__ import annotations

import re

from raci.text.visible import one_line

# What GitHub and GitLab act on once the Markdown is read, so that no escape keeps it from them: they notify
# whom it names, write into what it refers to, make pictures and formulas of it. They leave code alone, so it
# stands as code, with all that follows it up to a space: within a word it would begin anew.
_ACTING = r"""
    (?<!\\) \\*+ (?:                        # a backslash before it would escape the sign of the code
      (?<! [A-Za-z0-9] ) @ (?=[\w.])         # @team, but not an address of mail
    | [#!&] (?=[0-9])                        # #1, owner/repo#1, !1 and &1
    | [%~] (?=[\w"*])                        # %milestone, ~label
    | \$                                     # $formula$, $1
    | \[\[ | [*\[] (?=[a-z_]+:)              # [[page]], *iteration:1, [issue:1]
    | : (?: [0-9_+-]*+ [A-Za-z] [\w+-]*+ | [+-]1 | 100 | 1234 ) (?: : | $ )  # :rocket:
    | (?<! [A-Za-z0-9_] ) (?: [A-Z][A-Z0-9_]++ | gh | Gh | gH ) - [0-9]  # GH-1, and keys as Jira has them
    | (?<! [A-Za-z0-9] ) (?=[0-9]*+[a-f]) (?=[a-f]*+[0-9]) [0-9a-f]{7,64} (?! [A-Za-z0-9] )  # a commit
    | (?<! [A-Za-z0-9] ) (?: https?:// | www\. ) [^\s`|<>]{1,500}?  # an issue or a commit by its address
      / (?: issues | pull | discussions | merge_requests | commit | epics | work_items | snippets ) / \w
    | ^ / (?=[a-z])                          # /close, at the beginning of a line
    )
    (?: [^\s`|]* [^\s`|.,;:!?)\]"'] )?
    """
# An address is a link, and nothing in it acts.
_ADDRESS = r"""
    (?<! [A-Za-z0-9_] ) https?:// [A-Za-z0-9] [A-Za-z0-9.-]*+
    (?: [/?\#] (?: [A-Za-z0-9./?=@\#%!+,-] | (?<= [A-Za-z0-9] ) _ (?= [A-Za-z0-9] ) )* )?
    """

# What would be syntax, and only where it would be: `a_b`, `R&D` and `2 > 1` stay readable. There is no
# "!": an image needs the bracket that follows it, and brackets are escaped.
_SYNTAX = re.compile(
    rf"""
    (?P<acting> {_ACTING} )
    | (?P<address> {_ADDRESS} )
    | (?P<entity> < (?=\S) | & (?=\#?\w+;) )   # HTML; as an entity, for not every Markdown knows "\<"
    | (?P<number> ^[0-9]{{1,9}} ) (?= [.)] (?: \s | $ ) )  # a numbered item
    | \\ (?= [!-/:-@\[-`{{-~] | $ )           # a backslash that would escape what follows
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
    """Return Markdown, one line, that shows `text` as it is; hidden characters are made visible.

    What would notify somebody, or refer to something, stands as code.
    """
    return _SYNTAX.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    if found["acting"]:
        return f"`{found[0]}`"
    if found["address"]:
        return found[0]
    if found["entity"]:
        return _ENTITIES[found[0]]
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"
