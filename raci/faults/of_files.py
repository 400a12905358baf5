"""What is found while files are read and joined: with one of these there is no register to ask."""

from __future__ import annotations

from raci.faults.fault import Fault
from raci.faults.finding import Severity


def _error(code: str, name: str, source: str) -> Fault:
    return Fault(code, name, Severity.ERROR, source)


SYNTAX = _error("RACI001", "syntax", "YAML 1.2.2: what raci reads has to be YAML")
ENCODING = _error("RACI002", "encoding", "YAML 1.2.2, 5.2: raci reads UTF-8 and no other encoding")
DUPLICATE_KEY = _error("RACI003", "duplicate-key", "YAML 1.2.2, 3.2.1.1: the keys of a mapping are unique")
SEVERAL_DOCUMENTS = _error("RACI004", "several-documents", "raci: one file is one document")
ANCHOR = _error("RACI005", "anchor", "raci: what a file says stands where it says it")
TAG = _error("RACI006", "tag", "raci: every value is text")
LIMIT = _error("RACI007", "limit", "raci: a limit with a message is better than a crash")
UNKNOWN_FIELD = _error("RACI008", "unknown-field", "docs/data-format.md: the fields of each entry")
WRONG_VALUE = _error("RACI009", "wrong-value", "docs/data-format.md: what each field may hold")
MISSING_FIELD = _error("RACI010", "missing-field", "docs/data-format.md: the fields that an entry needs")
EMPTY_VALUE = _error("RACI011", "empty-value", "raci: whoever writes a key means a value")
VERSION = _error(
    "RACI012", "version", "docs/data-format.md: a file says which version of the format it is in"
)
NOT_OWNERSHIP_FILE = _error("RACI013", "not-ownership-file", "docs/data-format.md: what a file holds")
TWO_SCHEMES = _error("RACI014", "two-schemes", "docs/data-format.md: one register has one scheme")
UNKNOWN_ROLE = _error("RACI101", "unknown-role", "raci: a reference has to lead to something")
UNKNOWN_WORK = _error("RACI102", "unknown-work", "raci: a reference has to lead to something")
UNKNOWN_PRACTICE = _error("RACI103", "unknown-practice", "raci: a reference has to lead to something")
UNKNOWN_LETTER = _error("RACI104", "unknown-letter", "docs/data-format.md: the letters of each scheme")
AMBIGUOUS_REFERENCE = _error("RACI105", "ambiguous-reference", "raci: a reference has to lead to one thing")
DUPLICATE_DEFINITION = _error("RACI106", "duplicate-definition", "raci: one thing is defined in one place")
DUPLICATE_WORK = _error("RACI107", "duplicate-work", "raci: one list names a thing once")
NEEDS_ID = _error("RACI108", "needs-id", "docs/data-format.md: names, ids and references")
OWN_ROLE = _error("RACI109", "own-role", "docs/data-format.md: what one role expects of others")

OF_FILES = tuple(each for each in tuple(globals().values()) if isinstance(each, Fault))

UNREADABLE = _error("", "unreadable", "the system: the file is gone, or may not be read")
"""What has no code and no page: lint cannot answer without the file."""
