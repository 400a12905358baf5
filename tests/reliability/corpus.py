"""Hostile ownership files, by name: what is wrong with the bytes, with YAML, and with what the fields hold."""

from __future__ import annotations

import json

HEAD = "version: 1\n"
KITCHEN = HEAD + "roles: {cook: {name: Cook, deliverables: [{name: Plan}]}}\n"


def named(name: str) -> str:
    """Return a file whose role and piece of work have a name that is written in JSON, which is YAML."""
    written = json.dumps(name)
    return (
        f"{HEAD}roles: {{cook: {{name: {written}, deliverables: [{{name: {written}, aliases: [plan]}}]}}}}\n"
    )


ENCODINGS: dict[str, bytes] = {
    "empty": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "two marks": b"\xef\xbb\xbf" * 2 + KITCHEN.encode(),
    "a mark inside": KITCHEN.replace("Cook", "Co\ufeffok").encode(),
    "utf-8 with a mark": KITCHEN.encode("utf-8-sig"),
    "utf-16": KITCHEN.encode("utf-16"),
    "utf-16-le": KITCHEN.encode("utf-16-le"),
    "utf-16-be": KITCHEN.encode("utf-16-be"),
    "utf-16, half a unit": KITCHEN.encode("utf-16")[:-1],
    "utf-32": KITCHEN.encode("utf-32"),
    "utf-32-be": KITCHEN.encode("utf-32-be"),
    "utf-7": "version: 1\nroles: {cook: {name: Köche}}\n".encode("utf-7"),
    "latin-1": "version: 1\nroles: {cook: {name: Köche}}\n".encode("latin-1"),
    "cp1252 quotes": b"version: 1\nroles: {cook: {name: \x93Cook\x94}}\n",
    "shift-jis": "version: 1\nroles: {cook: {name: 料理人}}\n".encode("shift-jis"),
    "ebcdic": KITCHEN.encode("cp500"),
    "nul": KITCHEN.replace("Cook", "Co\0ok").encode(),
    "nul alone": b"\0",
    "a megabyte of nul": b"\0" * 1_000_000,
    "escape": KITCHEN.replace("Cook", "\x1b[31mCook").encode(),
    "delete": KITCHEN.replace("Cook", "Co\x7fok").encode(),
    "c1": KITCHEN.replace("Cook", "Co\x9bok").encode(),
    "bell in a comment": (KITCHEN + "# \x07\n").encode(),
    "surrogate, encoded": KITCHEN.encode().replace(b"Cook", b"Co\xed\xa0\x80ok"),
    "pair of surrogates, encoded": KITCHEN.encode().replace(b"Cook", b"\xed\xa0\xbd\xed\xb8\x80"),
    "overlong": KITCHEN.encode().replace(b"Cook", b"Co\xc0\xafok"),
    "beyond unicode": KITCHEN.encode().replace(b"Cook", b"\xf4\x90\x80\x80"),
    "cut in a character": KITCHEN.encode() + "# é".encode()[:-1],
    "cr only": KITCHEN.replace("\n", "\r").encode(),
    "crlf": KITCHEN.replace("\n", "\r\n").encode(),
    "mixed line ends": b"version: 1\rroles:\r\n  cook:\n    name: Cook\r\r\n    nmae: x\n\r",
    "nel": KITCHEN.replace("\n", "\x85").encode(),
    "ls": KITCHEN.replace("\n", "\u2028").encode(),
    "ps": KITCHEN.replace("Cook", "Co\u2029ok").encode(),
    "nel in quotes": named("a\x85b").encode(),
    "no last line end": KITCHEN.rstrip().encode(),
    "noncharacters": KITCHEN.replace("Cook", "\ufffe\uffff").encode(),
    "private use": KITCHEN.replace("Cook", "\ue000\U0010fffd").encode(),
    "bidi": KITCHEN.replace("Cook", "\u202eCook\u2066").encode(),
    "bidi in a comment": (KITCHEN + "# \u202e } \u2066 admin\n").encode(),
    "bidi in a syntax error": (KITCHEN + "\u202e\u2066: [\n").encode(),
    "zip": b"PK\x03\x04" + bytes(range(256)),
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)),
    "elf": b"\x7fELF" + bytes(range(256)),
    "pickle": b"\x80\x04cos\nsystem\n(S'id'\ntR.",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "all bytes": bytes(range(256)),
}

# What stands where a value is due, or a key, or the whole file: YAML that other readers stumble over.
SCALARS = (
    "0x_", "0b_", "0o8", "010", "1_000", "1e3", "1e999", ".inf", ".nan", "-.inf", "12:30:45", "1:59:59:59:59",
    "2024-13-45", "0000-00-00", "2024-01-01T00:00:00+99:99", "2024-01-01", "yes", "no", "on", "off", "y", "n",
    "~", "null", "NULL", "true", "=", "<<", "-", "?", ":", "- -", "? ?", "!", "!!", "!!int x", "!!int ''",
    "!!float ''", "!!float 1::3", "!!bool maybe", "!!timestamp x", "!!binary ===", "!!null x", "!!set {a, b}",
    "!!omap [a: b]", "!!pairs [a: b]", "!!merge x", "!!python/object/apply:os.system ['touch hacked']",
    "!!python/name:os.system", "!!python/object/new:os.system [id]", "!<tag:example.com,2000:x> y", "!local x",
    "!<> x", "!a!b x", "&a x", "&a *a", "*a", "*", "&", "&a [*a]", "&a {a: *a}", "{<<: *a}", "{<<: {a: b}}",
    "@x", "`x`", "%x", "%YAML 9.9", "|", ">", "|99\n x", "|+\n\n\n", ">-\n  a\n   b\n", "'", '"', "''", '""', "'a\n\n  b'",
    '"\\ud800"', '"\\udc00\\ud800"', '"\\U00110000"', '"\\UFFFFFFFF"', '"\\x00"', '"\\0"', '"\\e[31m"', '"\\N\\L\\P"', '"\\q"',
    '"\\u202e"', '"a\\\n b"', "[", "]", "{", "}", "[]", "{}", "[a] ]", "{a: b} }", "[a, , b]", "{a, b}", "{a: b, a: c}",
    "{? [a] : b}", "{[a]: b}", "{{a: b}: c}", "{: }", "{'': x}", "{~: x}", "[? a]", "[a: b: c]", "a: b", "a: b: c", "- a",
    "#", "a #b", "a#b", "# raci: ignore[", "\ta", "a\t", "\t", "...", "--- a", "---\na", "%TAG ! x\n--- a",
    "1" * 5_000, "0x" + "f" * 5_000, "1:" * 3_000 + "1", "9" * 400 + "e9", "[" * 29, "[" * 1_000 + "]" * 1_000,
    "{a: " * 1_000 + "}" * 1_000, "- " * 1_000, "? " * 1_000, "[" * 40_000, "{a: " * 40_000, "x" * 200_000, "'" + "x " * 100_000 + "'",
    "[" + "a," * 20_000 + "]", "{" + "".join(f"k{number}: v," for number in range(5_000)) + "}",
)  # fmt: skip

TRAPS = {
    "at the top": "@@",
    "as a value": HEAD + "roles: @@\n",
    "as a name": HEAD + "roles:\n  cook:\n    name: @@\n",
    "as a key": HEAD + "roles:\n  @@: {name: Cook}\n",
    "in a list": HEAD + "roles:\n  cook:\n    name: Cook\n    aliases:\n      - @@\n",
    "after all": KITCHEN + "@@\n",
}

_HA = "".join(
    f"{chr(98 + number)}: &{chr(98 + number)} [{', '.join(['*' + chr(97 + number)] * 9)}]\n"
    for number in range(20)
)
BOMBS: dict[str, str] = {
    "billion laughs": HEAD + "a: &a [ha, ha, ha]\n" + _HA,
    "billion laughs in roles": HEAD
    + "roles:\n  a: &a {name: x}\n"
    + "".join(f"  {line}\n" for line in _HA.splitlines()),
    "merge keys": HEAD + "x: &a {a: b}\nroles: {cook: {<<: [*a, *a], name: Cook}}\n",
    "a cycle": HEAD + "roles: &r {cook: *r}\n",
    "a cycle of two": HEAD + "roles: &r {cook: &c {name: *r}, b: *c}\n",
    "30,000 lists": HEAD + "roles: " + "[" * 30_000 + "]" * 30_000,
    "30,000 items": HEAD + "roles: " + "- " * 30_000,
    "30,000 keys": HEAD + "roles: " + "? " * 30_000,
    "a thousand indents": HEAD + "roles:\n" + "".join(f"{' ' * number}a:\n" for number in range(1_000)),
    "many anchors": HEAD + "".join(f"k{number}: &k{number} x\n" for number in range(5_000)),
    "many tags": HEAD + "".join(f"k{number}: !k x\n" for number in range(5_000)),
    "many documents": "--- {version: 1}\n" * 5_000,
    "many directives": "%TAG !a! x\n" * 5_000 + "---\n",
    "one key, 5,000 times": HEAD + "roles:\n" + "  cook: {name: Cook}\n" * 5_000,
    "many unknown fields": HEAD
    + "roles:\n  cook:\n    name: Cook\n"
    + "".join(f"    k{n}: v\n" for n in range(3_000)),
    "many wrong items": HEAD + "unowned: [" + "a," * 20_000 + "]\n",
    "many unknown roles": HEAD
    + "roles: {"
    + ",".join(f"a{n}: {{name: A{n}, reports_to: z{n}}}" for n in range(2_000))
    + "}\n",
    "many wrong letters": HEAD
    + "roles: {a: {name: A, deliverables: [{name: P, letters: ["
    + "X," * 5_000
    + "]}]}}\n",
    "a line of marks": KITCHEN + "#" * 2_000 + "\n",
    "a line of waivers": KITCHEN + "# raci: ignore[x] " * 500 + "\n",
    "a thousand waivers": KITCHEN + "# raci: ignore[look-alike] no\n" * 1_000,
}

_PAIRS = {
    "case": ("Plan", "PLAN"),
    "sharp s": ("Stra\u00dfe", "STRASSE"),
    "dotted i": ("\u0130stanbul", "istanbul"),
    "dotless i": ("D\u0131\u015f", "Dis"),
    "composed": ("caf\u00e9", "cafe\u0301"),
    "accents": ("cafe", "caf\u00e9"),
    "symbols": ("C", "C++"),
    "symbols alone": ("+++", "***"),
    "emoji": ("\U0001f44d", "\U0001f44e"),
    "emoji joined": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\U0001f469\U0001f467"),
    "skin": ("\U0001f44d\U0001f3fb", "\U0001f44d\U0001f3ff"),
    "flags": ("\U0001f1e9\U0001f1ea", "\U0001f1ea\U0001f1e9"),
    "keycap": ("1\ufe0f\u20e3", "1"),
    "cyrillic": ("Plan", "\u0420lan"),
    "greek": ("Alpha", "\u0391lpha"),
    "full width": ("Plan", "\uff30\uff4c\uff41\uff4e"),
    "ligature": ("office", "o\ufb03ce"),
    "expanding": ("x", "\ufdfa"),
    "superscript": ("m2", "m\u00b2"),
    "roman": ("IV", "\u2163"),
    "circled": ("1", "\u2460"),
    "arabic": ("\u062e\u0637\u0629", "\u062e\u0640\u0637\u0640\u0629"),
    "hebrew": ("\u05ea\u05db\u05e0\u05d9\u05ea", "\u05ea\u05b8\u05db\u05e0\u05d9\u05ea"),
    "right to left mark": ("Plan", "Plan\u200f"),
    "zero width": ("Plan", "Pl\u200ban"),
    "joiner": ("Plan", "Pl\u200dan"),
    "soft hyphen": ("Plan", "Pl\u00adan"),
    "word joiner": ("Plan", "Pl\u2060an"),
    "no-break space": ("a plan", "a\u00a0plan"),
    "wide space": ("a plan", "a\u3000plan"),
    "hyphens": ("a-plan", "a\u2010plan"),
    "dashes": ("a-plan", "a\u2014plan"),
    "quotes": ("owner's plan", "owner\u2019s plan"),
    "marks piled up": ("Plan", "P" + "\u0301" * 300 + "lan"),
    "mark alone": ("\u0301", "\u0300"),
    "hangul": ("\ud55c", "\u1112\u1161\u11ab"),
    "katakana": ("\u30ab", "\uff76"),
    "variation": ("\u845b", "\u845b\U000e0100"),
    "tags": ("Plan", "Plan\U000e0041\U000e0042"),
    "thai": ("\u0e19\u0e49\u0e33", "\u0e19\u0e4d\u0e49\u0e32"),
    "devanagari": ("\u0915\u094d\u0937", "\u0915\u0937"),
    "filler": ("\u3164", "\u115f"),
    "space alone": ("\u00a0", "\u3000"),
    "digits": ("12", "\u0661\u0662"),
}


def _clash(one: str, other: str) -> str:
    roles = {
        "a": {"name": one, "deliverables": [{"name": one}, {"name": other}], "aliases": [other]},
        "b": {"name": other, "deliverables": [{"name": other, "aliases": [one]}], "reports_to": one},
    }
    return json.dumps(
        {"version": "1", "roles": roles, "unowned": [{"name": one, "because": other}]}, ensure_ascii=False
    )


CLASHES = {name: _clash(*pair) for name, pair in _PAIRS.items()}

LOOPS: dict[str, str] = {
    "to itself": HEAD + "roles: {a: {name: A, reports_to: a}}\n",
    "two": HEAD + "roles: {a: {name: A, reports_to: b}, b: {name: B, reports_to: a}}\n",
    "through a name": HEAD + "roles: {a: {name: A, reports_to: The B}, b: {name: The B, reports_to: A}}\n",
    "a long one": HEAD
    + "roles:\n"
    + "".join(f"  a{n}: {{name: A{n}, reports_to: a{(n + 1) % 3000}}}\n" for n in range(3_000)),
    "a long chain": HEAD
    + "roles:\n"
    + "".join(f"  a{n}: {{name: A{n}, reports_to: a{n + 1}}}\n" for n in range(3_000))
    + "  a3000: {name: Z}\n",
    "produces itself": HEAD + "roles: {a: {name: A, responsibilities: [{name: P, produces: [P]}]}}\n",
    "produces in a ring": HEAD
    + "roles: {a: {name: A, responsibilities: [{name: P, produces: [Q]}, {name: Q, produces: [P]}]}}\n",
    "escalation to itself": HEAD
    + "roles: {a: {name: A}, b: {name: B}}\noverlaps: {o: {sides: {a: x, b: y}, tension: t, agreement: {accountable: a, escalation: [a, b, a], because: It is so.}}}\n",
    "same as itself": HEAD
    + "roles: {a: {name: A, deliverables: [{name: P}]}}\noverlaps: {o: {work: [P, P], same: P}}\n",
    "one alias for all": HEAD
    + "roles: {a: {name: A, aliases: [x, A, a], deliverables: [{name: P, aliases: [x, P]}, {name: Q, aliases: [x]}]}}\n",
    "sides are one": HEAD
    + "roles: {a: {name: A, aliases: [b]}}\noverlaps: {o: {sides: {a: x, b: y}, tension: t}}\n",
    "unknown everything": HEAD
    + "roles: {a: {name: A, reports_to: zz, deliverables: [{name: P, with: {yy: C}}]}}\n"
    + "overlaps: {o: {sides: {xx: a, ww: b}, tension: t, work: [vv], agreement: {accountable: uu, others: {tt: C}, "
    + "escalation: [ss], practices: [rr], because: It is so.}}, q: {distinct: x, work: [m, n]}, r: {same: k, work: [l]}}\n",
}
