"""The entries of an ownership file, as people write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from raci.model.entries import (
    FILE_KEYS,
    DeliverableEntry,
    OwnershipFile,
    ResponsibilityEntry,
    RoleEntry,
    UnownedEntry,
)
from raci.model.entry import Entry, PersonEntry, Source
from raci.model.overlap_entries import AgreementEntry, OverlapEntry, PracticeEntry

SMALLEST: list[tuple[type[Entry], dict[str, Any]]] = [
    (OwnershipFile, {"version": "1"}),
    (RoleEntry, {"name": "Chef"}),
    (PersonEntry, {"name": "Ana"}),
    (ResponsibilityEntry, {"name": "Menu Planning"}),
    (DeliverableEntry, {"name": "Menu"}),
    (UnownedEntry, {"name": "Car Park", "because": "The landlord sees to it."}),
    (OverlapEntry, {}),
    (AgreementEntry, {"accountable": "chef"}),
    (PracticeEntry, {"name": "Tasting"}),
    (Source, {"title": "House rules"}),
]


@pytest.mark.parametrize(("model", "data"), SMALLEST)
def test_an_entry_never_changes(model: type[Entry], data: dict[str, Any]) -> None:
    """No field of an entry can be set again."""
    entry = model.model_validate(data)
    for field in model.model_fields:
        with pytest.raises(ValidationError):
            setattr(entry, field, "other")


@pytest.mark.parametrize(("model", "data"), SMALLEST)
def test_an_entry_refuses_fields_it_does_not_know(model: type[Entry], data: dict[str, Any]) -> None:
    """A misspelt field is an error and not silently left out."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**data, "nmae": "x"})
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]


@pytest.mark.parametrize(
    ("model", "data", "field"), [(model, data, field) for model, data in SMALLEST for field in data]
)
def test_what_an_entry_cannot_do_without(model: type[Entry], data: dict[str, Any], field: str) -> None:
    """Each of the few fields of the smallest entry is needed."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate({key: value for key, value in data.items() if key != field})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (field,))]


def test_an_ownership_file_is_known_by_five_keys() -> None:
    """Roles, overlaps, practices, unowned work and a thesaurus make a file one of ours."""
    assert set(FILE_KEYS) == {"roles", "overlaps", "practices", "unowned", "thesaurus"}


def test_a_source_may_be_plain_text() -> None:
    """Plain text is a title; a mapping gives the address too."""
    plain = RoleEntry.model_validate({"name": "Chef", "source": "House rules"})
    whole = RoleEntry.model_validate(
        {"name": "Chef", "source": {"title": "House rules", "url": "https://x.org"}}
    )
    assert plain.source == Source(title="House rules")
    assert str(plain.source) == "House rules"
    assert str(whole.source) == "House rules (https://x.org)"


def test_a_person_may_be_plain_text() -> None:
    """Plain text is a name; a mapping gives a contact too."""
    role = RoleEntry.model_validate({"name": "Chef", "people": ["Ana", {"name": "Ben", "contact": "@ben"}]})
    assert role.people == (PersonEntry(name="Ana"), PersonEntry(name="Ben", contact="@ben"))


@pytest.mark.parametrize("model", [ResponsibilityEntry, DeliverableEntry])
def test_letters_may_be_one_word_or_a_list(model: type[ResponsibilityEntry | DeliverableEntry]) -> None:
    """A claim's own letters and those it expects of others are text or a list of texts."""
    data = {"name": "Menu", "letters": "AR", "with": {"buyer": "C", "owner": ["C", "I"]}}
    entry = model.model_validate(data)
    assert entry.letters == ("AR",)
    assert entry.expects == {"buyer": ("C",), "owner": ("C", "I")}


def test_accountable_is_one_role_or_a_role_for_each_piece() -> None:
    """An agreement names one role for all, or maps work to roles."""
    assert AgreementEntry.model_validate({"accountable": "chef"}).accountable == "chef"
    by_work = {"Menu": "chef", "Order Sheet": "buyer"}
    assert AgreementEntry.model_validate({"accountable": by_work}).accountable == by_work


def test_dates_are_read_from_text() -> None:
    """A date is written year first, as the standard says."""
    entry = AgreementEntry.model_validate(
        {"accountable": "chef", "decided": "2026-01-15", "review": "2026-07-15"}
    )
    assert (entry.decided, entry.review) == (date(2026, 1, 15), date(2026, 7, 15))


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-45", "0000-00-00", "15.1.2026", "soon", "2026"])
def test_what_is_no_date(written: str) -> None:
    """A day that no calendar has, or another notation, is refused."""
    with pytest.raises(ValidationError):
        AgreementEntry.model_validate({"accountable": "chef", "decided": written})


def test_a_name_is_one_line() -> None:
    """Names lose outer spaces and line breaks; a summary keeps its lines."""
    role = RoleEntry.model_validate(
        {"name": " Head\n  Chef ", "aliases": ["the  cook"], "summary": " One.\n\nTwo. "}
    )
    assert (role.name, role.aliases, role.summary) == ("Head Chef", ("the cook",), "One.\n\nTwo.")


def test_what_is_left_out_is_empty() -> None:
    """Lists and mappings that a file leaves out are empty, everything else is nothing."""
    entry = ResponsibilityEntry.model_validate({"name": "Menu Planning"})
    assert (entry.aliases, entry.produces, entry.expects) == ((), (), {})
    assert (entry.id, entry.area, entry.summary, entry.letters, entry.source) == (None,) * 5


def test_entries_share_nothing() -> None:
    """What one entry left out is not the same object as what another left out."""
    one, other = (OwnershipFile.model_validate({"version": "1"}) for _ in range(2))
    assert one.roles is not other.roles
