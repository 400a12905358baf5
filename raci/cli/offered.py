"""The text that raci settle would write, for who writes it by hand: made by the edits that settle makes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from raci.cli.answering import opened
from raci.cli.found_by import found_by
from raci.cli.ownership_data import asked_revision
from raci.errors import RaciError
from raci.views.ways_out import NO_OFFERS, TO_FILL_IN, Offers, Produced, Settling, Text
from raci.views.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from raci.cli.deciding import Opened
    from raci.cli.options import DataOptions
    from raci.config import Settings
    from raci.decisions.decision import Decision
    from raci.editing.edit import Edit
    from raci.graph.ownership import OwnershipGraph
    from raci.model.index import Index

_SAID = "to be said"  # in place of words that only people can say: raci settle takes no dots for a reason
_NOTHING = "# nothing"
_QUOTED = 40  # characters of what is replaced
_MOST = 40  # texts: who has more overlaps than these to settle does it by the command


def opened_with_offers(options: DataOptions, *, texts: bool) -> tuple[OwnershipGraph, Settings, Offers]:
    """Return the graph to ask, the settings, and how ways out are offered: with `texts`, or commands alone.

    There is no way out of what was at a revision. Raises what loading raises.
    """
    if asked_revision(options) is not None:
        return *opened(options), NO_OFFERS
    if not texts:
        graph, settings = opened(options)
        return graph, settings, Offers(found_by(options), _is_work_of(graph))
    from raci.cli.deciding import opened_with_texts

    files = opened_with_texts(options)
    return files.graph, files.settings, _with_texts(files, options)


def _with_texts(opened: Opened, options: DataOptions) -> Offers:
    """Return offers of commands, the first ones with the text that they would write."""
    left = iter(range(_MOST))

    def texts(what: Settling | Produced) -> Iterable[Text]:
        if next(left, None) is None:
            return ()
        try:
            return tuple(_texts(opened, _decision(opened, what)))
        except RaciError:  # what cannot be decided or edited is left to the command, which says why
            return ()

    return Offers(found_by(options), _is_work_of(opened.graph), texts)


def _is_work_of(graph: OwnershipGraph) -> Callable[[str], bool]:
    """Return what says whether a piece of work goes by a text: then settle takes the text for that."""

    @cache
    def names() -> Index:
        from raci.decisions.things import Kind, index_of

        return index_of(graph.register, Kind.WORK)

    return lambda text: bool(names().asked(text))


def _decision(opened: Opened, what: Settling | Produced) -> Decision:
    from raci.cli.settle import SettledKind, SettleOptions
    from raci.cli.settle_decision import decided

    if isinstance(what, Produced):
        return _production(opened, what)
    options = SettleOptions(
        accountable=[what.accountable] if what.accountable else None,
        as_is=what.as_is,
        because=what.because and _SAID,
        escalation=list(what.escalation) or None,
        distinct=what.distinct and _SAID,
        same=what.same,
        other=what.other,
        kind=SettledKind.OVERLAP if what.is_area else None,
    )
    return decided(opened, what.what, options, asks=False)


def _production(opened: Opened, what: Produced) -> Decision:
    """Return the decision that an activity produces papers."""
    from raci.decisions.decision import Decision
    from raci.decisions.house_style import HouseStyle
    from raci.editing.changes import AddField, Replace

    claim = next(each for each in opened.graph.claims(what.activity) if each.role == what.role)
    path, file = opened.files.path(claim.place), claim.place.file
    style = HouseStyle(opened.graph.register, opened.files)
    papers = [style.work(each, file) for each in what.papers]
    if "produces" in claim.place.values:
        return Decision({file: [Replace((*path, "produces"), [*papers])]}, what.activity)
    return Decision({file: [AddField(path, "produces", [*papers], "name")]}, what.activity)


def _texts(opened: Opened, decision: Decision) -> Iterator[Text]:
    for file, changes in decision.changes.items():
        for edit in opened.files.edits(file, changes):
            yield _text(file, opened.files.texts[file], edit)


def _text(file: str, text: str, edit: Edit) -> Text:
    """Return an edit as people make it: whole lines after a line, or what stands in a line."""
    from raci.location import lines_of

    before = lines_of(text[: edit.start])
    new = lines_of(edit.text.replace(_SAID, TO_FILL_IN))
    if edit.start < edit.end:
        instead = shortened(text[edit.start : edit.end], _QUOTED)
        return Text(file, f'in line {len(before)} in place of "{instead}"', "\n".join(new) or _NOTHING)
    if not before[-1]:
        return Text(file, f"after line {len(before) - 1}", "\n".join(new).removesuffix("\n"))
    if not new[0] and len(new) > 1:
        return Text(file, f"after line {len(before)}", "\n".join(new[1:]))
    return Text(file, f"in line {len(before)} before column {len(before[-1]) + 1}", "\n".join(new))
