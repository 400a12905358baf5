"""What the entries of ownership files have in common, and the small ones within them: sources and people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from raci.model.limits import MOST_IN_A_LIST, MOST_KEYS
from raci.model.shapes import TEXT
from raci.model.values import Address, Date, Mistakes, Name

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler

_NOT_KEPT: set[str] = set()


class Entry(BaseModel):
    """What all entries have in common: they never change, and refuse fields they do not know.

    With `Mistakes` as the context of validation nothing is looked at once there are too many: pydantic keeps
    half a kilobyte of each, and a file may have millions.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def _count_mistakes(
        cls, written: Any, read: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        mistakes: Mistakes | None = info.context
        if mistakes is None:
            return read(written)
        if mistakes.too_many:
            return cls.__new__(cls)
        before = mistakes.count
        if isinstance(written, dict) and len(written) > MOST_KEYS:
            mistakes.count += 1
            raise PydanticCustomError("too_many_keys", "too many keys")
        try:
            return read(written)
        except ValidationError as error:
            mistakes.count = before + error.error_count()  # of the entries within it as well
            raise

    def model_post_init(self, _context: Any) -> None:
        """Let go of the set of the fields that were given: nobody asks for it, and it is half of an entry."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)


class Source(Entry):
    """Where an entry's facts come from; plain text in the file is a title."""

    title: Name = Field(
        description="What it is called. Plain text is short for this.", examples=["House rules"]
    )
    url: Name | None = Field(None, description="Where it is found.", examples=["https://example.org/rules"])

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        return {"title": written} if isinstance(written, str) else written

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.url else self.title


class Link(Entry):
    """Where work lies outside of the repository; plain text in the file is a URL."""

    url: Address = Field(
        description="Where it is found. Plain text is short for this.", examples=["https://example.org/menu"]
    )
    title: Name | None = Field(None, description="What it is called.", examples=["Menu card"])

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        return {"url": written} if isinstance(written, str) else written

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.title else self.url


class PersonEntry(Entry):
    """Somebody who holds a role now; plain text in the file is a name."""

    name: Name = Field(description="The person's name.", examples=["Ben"])
    contact: Name | None = Field(None, description="How to reach this person.", examples=["@ben"])
    until: Date | None = Field(
        None, description="The last day on which this person holds it.", examples=["2027-06-30"]
    )

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        return {"name": written} if isinstance(written, str) else written


class _OrText:
    """What may be written as plain text as well; its model makes the longer form of that."""

    def __get_pydantic_json_schema__(self, schema: Any, shape: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [TEXT, shape(schema)]}


PersonOrText = Annotated[PersonEntry, _OrText()]
SourceOrText = Annotated[Source, _OrText()]
LinkOrText = Annotated[Link, _OrText()]

WRITTEN_DOWN = Field(
    description="Where this is written down.",
    examples=["House rules, page 4", {"title": "House rules", "url": "https://example.org/rules"}],
)
AREA = Field(description="The part of the business that it belongs to.", examples=["Kitchen"])
PATHS = Field(
    description="A list of where it lies in the repository: patterns as in .gitignore, from its root.",
    examples=[["docs/menu/", "recipes/**/*.md"]],
)
LINKS = Field(
    max_length=MOST_IN_A_LIST,
    description="A list of where it lies elsewhere: a URL, or a title and a URL.",
    examples=[["https://example.org/menu", {"title": "Menu card", "url": "https://example.org/card"}]],
)
KEYWORDS = Field(
    description="A list of words that people use when they look for it. Read by the search only.",
    examples=[["seasonal", "what to serve next month"]],
)
