"""What may stand in a file as an editor sees it, in JSON Schema: texts, ids, dates, letters."""

from __future__ import annotations

from typing import Any

from raci.model.scheme import SCHEMES

Json = dict[str, Any]

# Everything is text to raci; an editor may take an unquoted 365 or "no" for something else. A value
# that was left out is null to an editor, so null is not text here: the word needs quotes.
_TYPED = ["string", "number", "boolean"]
TEXT: Json = {"type": _TYPED, "pattern": r"\S"}

# Patterns have to mean the same to JavaScript and to Python, which knows no classes of characters by
# property. So this says what no id holds: ASCII but a-z, 0-9 and the hyphen, the rest of Latin-1 but
# its small letters (and sharp s, which is compared as ss), general and ideographic punctuation.
_IN_WORD = r"[^\u0000-\u002f\u003a-\u0060\u007b-\u00df\u00f7\u2000-\u206f\u3000-\u3004\u3008-\u3020\ufeff]"
ID: Json = {"type": _TYPED, "pattern": f"^{_IN_WORD}+(-{_IN_WORD}+)*$"}

DATE: Json = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}

_CODES = "".join(
    sorted({char for scheme in SCHEMES.values() for each in scheme.letters for char in each.code})
)
_BETWEEN = r"\s,;/+&"
_ANY = f"[{_BETWEEN}{_CODES}{_CODES.lower()}]"
LETTERS: Json = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_ANY}*[{_CODES}{_CODES.lower()}]{_ANY}*$"},
        {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": f"^{_ANY}+$"}},
    ]
}

ROLE_OR_ROLES: Json = {"anyOf": [TEXT, {"type": "object", "minProperties": 1, "additionalProperties": TEXT}]}
"""One role, or a role for each piece of work."""
VERSION: Json = {"enum": [1, "1"]}
