"""The values that the fields of an entry have, as people write them: texts, names, ids, dates, letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from raci.model.limits import LONGEST_NAME, LONGEST_TEXT, MOST_IN_A_LIST, MOST_MISTAKES
from raci.model.scheme import SCHEMES
from raci.model.shapes import DATE, ID, LETTERS, ROLE_OR_ROLES, TEXT, VERSION
from raci.text.names import is_kebab_case, slug

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Mistakes:
    """How many mistakes a file has, as far as it was looked at; counted in the context of validation."""

    count: int = 0

    @property
    def too_many(self) -> bool:
        """Return whether they are more than are told."""
        return self.count > MOST_MISTAKES


# What surrounds a text without being a part of it: Unicode's white space.
_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
)


def _stripped(text: str) -> str:
    # pydantic's own way makes a second string of each, also where there is nothing to strip.
    stripped = text.strip(_SPACE)
    if not stripped:
        raise PydanticCustomError("string_too_short", "a text is due")
    return stripped


def _one_line(text: str) -> str:
    text = _stripped(text)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _kebab_case(text: str, info: ValidationInfo) -> str:
    mistakes: Mistakes | None = info.context
    if not is_kebab_case(text):
        if mistakes is not None:
            if mistakes.too_many:
                return text
            mistakes.count += 1
        raise ValueError(_as_id(text))
    return text


def _as_id(text: str) -> str:
    wanted = slug(text)
    if not wanted:
        return "use letters and digits"
    looks_the_same = unicodedata.normalize("NFC", text) == wanted
    return f"write it as {wanted}{', without combining marks' if looks_the_same else ''}"


def _path(text: str) -> str:
    from raci.path_pattern import PathPattern  # noqa: PLC0415 - most registers have no paths

    text = _stripped(text)
    PathPattern.parsed(text)
    return text


def _address(text: str) -> str:
    text = _stripped(text)
    if not re.fullmatch(r"https?://[^\s/]\S*", text, re.IGNORECASE):
        raise ValueError("write an address that a browser opens, such as https://example.org/rules")
    return text


def _group(text: str) -> str:
    text = _one_line(text)
    same = text.partition("~")[0].split(",")
    if len(same) < 2 or not all(map(str.strip, same)):  # noqa: PLR2004 - one for another
        raise ValueError("write words for one thing, with commas between them: till, cash desk")
    return text


def _iso_date(text: Any) -> Any:
    if not isinstance(text, str):
        raise PydanticCustomError("date_as_text", "a date is due")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:  # 20260131 and 2026-W05-6 are dates too, and not ours
        like_ours = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
        raise ValueError("there is no such day" if like_ours else "write a date as 2026-01-31")
    return found


def _as_letters(written: Any) -> Any:
    if isinstance(written, str):
        return (written,)
    if not isinstance(written, list):
        raise PydanticCustomError("text_or_list", "text or a list is due")
    if not written:
        raise PydanticCustomError("too_short", "a list is empty")
    return written


class _Words:
    """A text that is no longer than `longest`, as `read` makes it; to an editor it may be a number or a yes.

    To say so in one piece takes pydantic half the time that it takes in three, for each of a hundred fields.
    """

    def __init__(self, longest: int, read: Callable[[str], str]) -> None:
        self._longest, self._read = longest, read

    def __get_pydantic_core_schema__(self, _source: Any, _shape: Any) -> core_schema.CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=self._longest)
        return core_schema.no_info_after_validator_function(self._read, text)

    def __get_pydantic_json_schema__(self, _schema: Any, _shape: Any) -> dict[str, Any]:
        return {**TEXT}


Text = Annotated[str, _Words(LONGEST_TEXT, _stripped)]
Name = Annotated[str, _Words(LONGEST_NAME, _one_line)]
Group = Annotated[str, _Words(LONGEST_NAME, _group)]
"""Words and phrases that are used for one another, with commas between them."""
Path = Annotated[str, _Words(LONGEST_NAME, _path)]
"""A pattern as in .gitignore, from the root of the repository on."""
Address = Annotated[str, _Words(LONGEST_NAME, _address)]
"""What a browser opens."""
Id = Annotated[
    str, StringConstraints(max_length=LONGEST_NAME), AfterValidator(_kebab_case), WithJsonSchema(ID)
]
Date = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema(DATE)]
Few = Field(max_length=MOST_IN_A_LIST)
"""What is beside a list or mapping that is no list of entries."""
WrittenLetters = Annotated[tuple[Text, ...], Few, BeforeValidator(_as_letters), WithJsonSchema(LETTERS)]
"""Letters as written, "AR" or [A, R]: which letters there are, the register's scheme says."""
Names = Annotated[tuple[Name, ...], Few]
Paths = Annotated[tuple[Path, ...], Few]
Version = Annotated[Literal["1"], WithJsonSchema(VERSION)]
if TYPE_CHECKING:
    SchemeName = str
else:
    SchemeName = Literal[tuple(SCHEMES)]

# pydantic puts these into the path of an error; no key of a file can be the same, it has no NUL.
FOR_ALL, BY_WORK = "\0for all", "\0by work"


def _shape_of_accountable(written: Any) -> str:
    return BY_WORK if isinstance(written, dict) else FOR_ALL


Accountable = Annotated[
    Annotated[Name, Tag(FOR_ALL)] | Annotated[dict[str, Name], Tag(BY_WORK), Field(min_length=1), Few],
    Discriminator(_shape_of_accountable),
    WithJsonSchema(ROLE_OR_ROLES),
]
"""One role for all of an overlap's work that needs one, or a role for each piece named."""
