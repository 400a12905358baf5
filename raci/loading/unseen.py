"""Lines that look right and are not: the space, tab, merge marker or wide sign behind what is wrong."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from raci.faults.of_files import SYNTAX
from raci.loading.foreign import is_pointer
from raci.loading.text_places import span_of_character
from raci.loading.unseen_fixes import odd_spaces_replaced, signs_replaced
from raci.location import Location, lines_of
from raci.model import entries
from raci.model.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from raci.faults.finding import Finding

# No editor shows that these are no plain spaces, and for YAML they are letters.
_ODD = "\xa0\xad\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000"
_KEY = r"[^\s:#{}\[\],]+(?:\s+[^\s:#{}\[\],]+)*?"
_STRUCTURE = re.compile(
    rf"^[ \t]*(?:-[ ]+)*-?(?P<begin>[{_ODD}])"  # where a line or an item begins
    rf"|[{{,][ ]*(?P<pair>[{_ODD}])(?=\s*{_KEY}\s*:)"  # before a key in braces
    rf"|(?:^|[{{,])[ ]*(?:-[ ]+)*{_KEY}(?:(?P<before>[{_ODD}])\s*:|[ ]*:(?P<behind>[{_ODD}]))"  # at a colon
)
_ENTRIES: tuple[type[Entry], ...] = (
    *Entry.__subclasses__(),
    entries.ResponsibilityEntry,
    entries.DeliverableEntry,
)
_FIELDS = {info.alias or name for model in _ENTRIES for name, info in model.model_fields.items()}
_BEGIN = r"^[ ]*(?:-[ ]+)*"
_WIDE = (re.compile(rf"{_BEGIN}(?:{'|'.join(_FIELDS)})[ ]*(?P<colon>\uff1a)"),)
_WIDE_IN_SYNTAX = (
    *_WIDE,
    re.compile(rf"{_BEGIN}[\w-]+(?P<colon>\uff1a)[ ]*$"),
    re.compile(r"^[^{\[]*[{\[][^\"'}\]]*?(?P<comma>\uff0c)(?=\s*[\w-]{1,60}\s*:)"),
)
_LONGEST = 1_000  # no line that somebody wrote is longer
_WRITE = {"\uff1a": "Write a plain colon, and a space behind it.", "\uff0c": "Write a plain comma."}
_TAB = re.compile(r" *(?:- *)?(?P<tab>\t)")
_BLOCK = re.compile(r"[:-] +[|>][-+0-9]*\s*(?:#.*)?$")  # the lines below it are a text
_MARKER = re.compile(r"(?:^|(?<=\r))(<{7,}|>{7,}|\|{7,}|={7,})(?=\s|$)", re.MULTILINE)
_SURE = ("<<<<<<<", ">>>>>>>", "|||||||")


def merge_left(text: str, file: str, *, sure: bool) -> Finding | None:
    """Return what a merge left in a file; `sure` is for a file in which nothing else is wrong.

    A line of equals signs alone may be a text.
    """
    if sure and not any(marker in text for marker in _SURE):
        return None
    for found in _MARKER.finditer(text):
        if not sure or found[1].startswith(_SURE):
            message = f"a conflict of a merge was left in the file ({found[1]})"
            help_ = "Keep one side and take the markers out."
            where = Location(file, *span_of_character(text, found.start()))
            return SYNTAX.at(where, SYNTAX.name, message, help_)
    return None


def cause(text: str, findings: Sequence[Finding]) -> Finding | None:
    """Return what nobody sees in the text of a file and is behind its findings, if anything is."""
    if is_pointer(text):
        message = "this is a pointer of Git LFS: the content was not fetched"
        help_ = "git lfs pull fetches it; of a revision, in a checkout: git worktree add."
        return SYNTAX.at(findings[0].location, SYNTAX.name, message, help_)
    found = max(findings, key=lambda each: each.location)
    file, last = found.location.file, found.location.end_line
    syntax = found.code == SYNTAX.code
    space = merge_left(text, file, sure=False) or _space(text, file, last, tabs=syntax)
    near = {line for each in findings for line in (each.location.line - 1, each.location.line)}
    return space or _sign(text, file, near, _WIDE_IN_SYNTAX if syntax else _WIDE)


def _space(text: str, file: str, last: int, *, tabs: bool) -> Finding | None:
    for number, line in _outside_of_texts(text, last):
        if tabs and number == last and (tab := _TAB.match(line)):
            message, help_, at = "there is a tab here", "Indent with spaces.", tab.start("tab")
            from raci.loading.tabs import tabs_replaced  # noqa: PLC0415 - few files have mistakes

            fix = tabs_replaced(text, list(_outside_of_texts(text)), file)
        elif odd := _STRUCTURE.search(line):
            message, at = _taken_for_a_letter(odd), odd.start(odd.lastgroup or 0)
            help_ = "Use a plain space."
            fix = odd_spaces_replaced(_outside_of_texts(text), file, _STRUCTURE)
        else:
            continue
        where = Location(file, number, at + 1, number, at + 2)
        return SYNTAX.at(where, SYNTAX.name, message, help_, fix=fix)
    return None


def _sign(text: str, file: str, near: Collection[int], wide: Iterable[re.Pattern[str]]) -> Finding | None:
    """Return the first dash before an item, or else a colon or comma of another form in the lines `near`."""
    from raci.loading.dashes import dashes_before_items  # noqa: PLC0415 - few files have mistakes

    lines = dict(_outside_of_texts(text))
    dashes = dashes_before_items(lines)
    if dashes and min(dashes) <= max(near, default=0):
        return _sign_at(file, min(dashes), dashes)

    def odd_in(line: str) -> re.Match[str] | None:
        if len(line) > _LONGEST:
            return None
        return next(filter(None, (pattern.search(line) for pattern in wide)), None)

    for number in sorted(lines.keys() & near):
        if odd := odd_in(lines[number]):
            found = ((each, odd_in(line)) for each, line in lines.items())
            sign = odd[odd.lastgroup or 0]
            alike = {each: one for each, one in found if one and one[one.lastgroup or 0] == sign}
            return _sign_at(file, number, alike)
    return None


def _sign_at(file: str, number: int, found: Mapping[int, re.Match[str]]) -> Finding:
    """Return the finding about a sign in a line; all that are found, by line, are mended with it."""
    odd = found[number]
    at = odd.start(odd.lastgroup or 0) + 1
    help_ = _WRITE.get(odd[odd.lastgroup or 0], "Write a hyphen (-) before an item of a list.")
    where = Location(file, number, at, number, at + 1)
    return SYNTAX.at(where, SYNTAX.name, _taken_for_a_letter(odd), help_, fix=signs_replaced(found, file))


def _taken_for_a_letter(odd: re.Match[str]) -> str:
    name = unicodedata.name(odd[odd.lastgroup or 0])
    return f"there is {'an' if name[0] in 'AEIO' else 'a'} {name} here, which YAML takes for a letter"


def _outside_of_texts(text: str, last: int | None = None) -> Iterator[tuple[int, str]]:
    """Yield the numbers of lines and the lines, up to the last one, but for those of texts in blocks."""
    deeper_than = None
    for number, line in enumerate(lines_of(text)[:last], 1):
        depth = len(line) - len(line.lstrip(" "))
        if deeper_than is not None and (depth > deeper_than or not line.strip()):
            continue
        deeper_than = depth if _BLOCK.search(line) else None
        yield number, line
