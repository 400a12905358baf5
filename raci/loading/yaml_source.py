"""YAML text to plain data and its places.

The parser's events are read directly, never composed: the C composer crashes on deep nesting, the
usual constructors guess types and keep the last of two equal keys, and both forget most positions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from raci.faults.fix import Rewrite, safe
from raci.faults.of_files import LIMIT, SYNTAX
from raci.loading.text_places import span_of_character, span_of_mark
from raci.loading.unseen import merge_left
from raci.loading.yaml_events import GivenUp, Reader
from raci.loading.yaml_wording import TOO_DEEP, forbidden_character, in_plain_words, is_about_depth
from raci.location import NOWHERE, Location
from raci.model.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from raci.loading.yaml_data import ReadYaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may have been built without libyaml

# What YAML does not allow in a stream, the byte order mark inside text, and NEL and the Unicode line
# separators: the parser ends lines there and editors do not, so that every line after them is off.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_MARK = "\ufeff"  # of the byte order, inside the text
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))


def read_yaml(text: str, file: str, limit: int = DEFAULT_LIMITS.values) -> ReadYaml:
    """Return what `text` holds, of at most `limit` values. Never raises: what cannot be read is a finding."""
    reader = Reader(file, text, limit)
    if _FORBIDDEN.search(_not_plain(text)) and (forbidden := _FORBIDDEN.search(text)):
        span = span_of_character(text, forbidden.start())
        fix = safe("Take it out", Rewrite(Location(file, *span), "")) if forbidden[0] == _MARK else None
        reader.report(span, SYNTAX, forbidden_character(forbidden[0]), fix=fix)
        return reader.result(unread=text)
    if merge := merge_left(text, file, sure=True):
        reader.findings.append(merge)
        return reader.result(unread=text)
    try:
        reader.read(Loader(text).get_event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = span_of_mark(text, mark.line, mark.column) if mark else NOWHERE
        problem = error.problem or ""
        if is_about_depth(problem):
            reader.report(span, LIMIT, TOO_DEEP, subject="too-deep")
        else:
            reader.report(span, SYNTAX, *in_plain_words(problem))
    except (yaml.YAMLError, ValueError, OverflowError):
        reader.report(NOWHERE, SYNTAX, *in_plain_words(""))
    except GivenUp:
        pass
    else:
        return reader.result(unread="")
    return reader.result(unread=text)


def _not_plain(text: str) -> str:
    """Return a text without its plain characters, which takes a tenth of the time of looking at each."""
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
