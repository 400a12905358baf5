"""What of one entry goes into another on the same work: names, words, where it lies, and missing texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from raci.editing.changes import AddField, AddItem, Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from raci.editing.nodes import Data, Path
    from raci.model.register import Claim
    from raci.text.names import Fold

_TEXTS = ("id", "area", "summary", "source")
_WHERE = ("paths", "links")


def taken_up(path: Path, kept: Claim, left: Claim, entry: Mapping[str, Any], fold: Fold) -> Iterator[Change]:
    """Yield what the entry at `path`, that of the claim `kept`, takes from that of `left`, which goes.

    References by the names of that one go on to mean the work. A text of its own stays as it is.
    """
    for key in _TEXTS:
        if key in entry and getattr(kept.entry, key) is None:
            yield AddField(path, key, entry[key])
    for key, known, more in (
        ("aliases", (kept.entry.name, *kept.entry.aliases), (left.entry.name, *left.entry.aliases)),
        ("keywords", kept.entry.keywords, left.entry.keywords),
    ):
        folded = set(map(fold, known))
        new = [each for each in dict.fromkeys(more) if fold(each) not in folded]
        yield from listed((*path, key), getattr(kept.entry, key), new)
    for key in _WHERE:
        there, lies = (
            getattr(kept.entry, key),
            zip(entry.get(key) or (), getattr(left.entry, key), strict=True),
        )
        yield from listed((*path, key), there, [written for written, read in lies if read not in there])


def listed(path: Path, there: Sequence[object], new: Sequence[Data]) -> Iterator[Change]:
    """Yield what puts new items into the list at a path, where it has some or none."""
    if there:
        yield from (AddItem(path, each) for each in new)
    elif new:
        yield AddField(path[:-1], str(path[-1]), [*new])
