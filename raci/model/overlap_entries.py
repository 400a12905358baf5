"""The entries about overlaps, as people write them, with the agreements and practices that settle them."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from raci.model.entry import WRITTEN_DOWN, Entry, SourceOrText
from raci.model.values import (
    Accountable,
    Date,
    Few,
    Name,
    Names,
    Text,
    WrittenLetters,
)


class AgreementEntry(Entry):
    """How an overlap is settled: who is accountable, why, and what to do if that fails."""

    accountable: Accountable = Field(
        description="Who is accountable: one role, or a map from work to roles.",
        examples=["head-chef", {"Menu": "head-chef"}],
    )
    because: Text | None = Field(
        None,
        description="Why it was settled this way; without it nothing is settled yet.",
        examples=["Guests come for the food."],
    )
    others: Annotated[dict[str, WrittenLetters], Few] = Field(
        {},
        description="What other roles become: a map from roles to letters. Never the accountable letter.",
        examples=[{"buyer": "C"}],
    )
    escalation: Names = Field(
        (),
        description="To whom to turn if that does not help, in order: roles or plain text.",
        examples=[["owner", "outside mediator"]],
    )
    practices: Names = Field((), description="A list of practices that help.", examples=[["tasting"]])
    decided: Date | None = Field(
        None, description="The day it was decided: `2026-01-15`.", examples=["2026-01-15"]
    )
    review: Date | None = Field(
        None, description="The day it is to be looked at again.", examples=["2026-07-15"]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class OverlapEntry(Entry):
    """An area where roles meet, or names that look alike and have been spoken about."""

    # What its parts have to do with each other, as far as its shape tells.
    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": [key]} for key in ("sides", "tension", "agreement", "distinct", "same")],
            "not": {"required": ["distinct", "same"]},
        }
    )

    name: Name | None = Field(None, description="What the area is called.", examples=["Taste and Price"])
    sides: Annotated[dict[str, Text], Few] = Field(
        {},
        description="Roles, each with its view. Two or more, or none.",
        examples=[{"head-chef": "The best produce of the day.", "buyer": "What the week's budget bears."}],
        json_schema_extra={"anyOf": [{"minProperties": 2}, {"maxProperties": 0}]},
    )
    tension: Text | None = Field(
        None,
        description="What pulls the sides apart.",
        examples=["The best is bought by one and paid for by the other."],
    )
    work: Names = Field(
        (), description="A list of the work that the overlap covers.", examples=[["Menu", "Order Sheet"]]
    )
    agreement: AgreementEntry | None = Field(
        None,
        description="How it is settled.",
        examples=[{"accountable": "head-chef", "because": "Guests come for the food."}],
    )
    distinct: Text | None = Field(
        None,
        description="Why names that look alike are different work.",
        examples=["One goes to the farm, the other to the cellar."],
    )
    same: Name | None = Field(
        None, description="Which name to keep for work that has several.", examples=["Table Plan"]
    )
    because: Text | None = Field(
        None, description="Why they are the `same`.", examples=["Two names for the paper at the door."]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None


class PracticeEntry(Entry):
    """A way of working that eases overlaps."""

    name: Name = Field(description="What it is called.", examples=["Tasting"])
    cadence: Name | None = Field(None, description="How often it takes place.", examples=["every Monday"])
    summary: Text | None = Field(
        None, description="What is done.", examples=["Kitchen and buying try next week's dishes together."]
    )
    source: Annotated[SourceOrText | None, WRITTEN_DOWN] = None
