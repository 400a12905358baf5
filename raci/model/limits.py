"""How much ownership files may hold: what is beyond a limit is refused with a message."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from raci.text.names import slug

LONGEST_NAME = 1_000
LONGEST_TEXT = 100_000
LONGEST_QUESTION = 1_000
MOST_IN_A_LIST = 10_000
MOST_KEYS = 1_000
"""Keys of one entry, of which the largest has a dozen."""
MOST_MISTAKES = 1_000
"""Mistakes that are told of one file."""


class Limits(BaseModel):
    """The limits that a configuration can set; those of the shape of an entry it cannot.

    `file_size` and `size` are MiB of one file and of all together, `files` the YAML files that are looked at,
    `values` those of one file with its keys, `names` the entries and aliases of the register.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=slug,
        populate_by_name=True,
        defer_build=True,
    )

    files: int = Field(10_000, ge=1)
    file_size: int = Field(32, ge=1, le=512)
    size: int = Field(64, ge=1, le=4_096)
    values: int = Field(2_500_000, ge=1)
    names: int = Field(200_000, ge=1)


DEFAULT_LIMITS = Limits.model_construct()
