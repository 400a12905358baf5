"""The history of the ownership: since when work is whose, and what each commit changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.revisions.revision import SHORT
from raci.text.names import counted, in_words
from raci.views.changes_wording import facts_of, place_of
from raci.views.document import Document, Fact, Section, Table
from raci.views.wording import few, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.changes.log_records import Log, LogEntry, Since

_CHANGES = 4  # of a commit, at first
_WORK = 3  # since when is told of so many
_NAMES = 4  # whose texts changed
_HEADER = (
    *("commit", "day", "author", "subject", "kind", "thing", "id", "name", "role", "field", "change"),
    *("place", "guess"),
)


def log(answer: Log) -> Document:
    """Return the document of an answer: of each commit the weightiest changes, and texts as a number."""
    return _document(answer, _CHANGES)


def in_full(answer: Log) -> Document:
    """Return the document with every change of each commit, texts as well."""
    return _document(answer, None)


def _document(answer: Log, most: int | None) -> Document:
    return Document(
        title=_title(answer),
        sections=tuple(_section(each, most) for each in answer.entries),
        notes=tuple(_notes(answer, most)),
        records=Table(_HEADER, tuple(_rows(answer))),
    )


def _title(answer: Log) -> str:
    if answer.query is not None and not answer.about:
        return f'Nothing at {answer.revision} is like "{answer.query}".'
    if answer.since:
        return " ".join(_since(each, answer) for each in answer.since[:_WORK])
    about = f" of {in_words(answer.about[:_WORK])}" if answer.about else ""
    if not answer.entries:
        return f"Nothing{about} changed in meaning in these commits."
    commits = counted(len(answer.entries), "commit")
    if answer.more:
        return f"The last {commits} that changed the ownership{about}."
    return f"{commits} changed the ownership{about}."


def _since(since: Since, answer: Log) -> str:
    """Return since when work is whose, and why, as a sentence."""
    commit, roles = since.commit, [answer.roles.get(each, each) for each in since.accountable]
    are = {0: "nobody is", 1: "is", 2: "are both"}.get(len(roles), "are all")
    who = (
        "nobody owns it, on purpose," if since.on_purpose else f"{in_words(roles)} {are} accountable".strip()
    )
    made = "" if since.came == commit.day else f", made on {commit.day} and merged then"
    why = f'"{commit.subject}" ({commit.id[:SHORT]}, {commit.author}{made})'
    return f"{since.name}: {who} since {since.came}, {why}."


def _section(entry: LogEntry, most: int | None) -> Section:
    told = [each for each in entry.changes if most is None or not each.is_text]
    shown = told[:most]
    found = [*facts_of(shown)]
    texts = len(entry.changes) - len(told)
    rest = len(told) - len(shown)
    if entry.unreadable:
        found.append(Fact("Not readable", (f"{entry.unreadable}; what changed is told with a later commit",)))
    if rest:
        found.append(Fact("And", (counted(rest, "more change"),)))
    if texts:
        names = dict.fromkeys(each.name for each in entry.changes if each.is_text)
        found.append(Fact("Texts" if told else "Texts only", (listed(few([*names], _NAMES)),)))
    commit = entry.commit
    return Section(f"{commit.day}  {commit.subject}", f"{commit.id[:SHORT]}, {commit.author}", tuple(found))


def _notes(answer: Log, most: int | None) -> Iterator[str]:
    if answer.more:
        yield f"There are older ones: -n {2 * len(answer.entries)} shows more."
    if answer.cut_off:
        yield "Older commits are not in this clone: git fetch --unshallow brings them."
    if most is not None and any(
        len(each.changes) > most or any(one.is_text for one in each.changes) for each in answer.entries
    ):
        yield "--all shows every change."


def _rows(answer: Log) -> Iterator[tuple[str, ...]]:
    for entry in answer.entries:
        told = entry.commit.id, entry.commit.day, entry.commit.author, entry.commit.subject
        for each in entry.changes:
            what = each.kind, each.thing, each.id, each.name
            role = answer.roles.get(each.role, each.role) if each.role else ""
            yield (
                *told,
                *what,
                role,
                each.field or "",
                each.said,
                place_of(each),
                "yes" if each.is_guess else "",
            )
        if entry.unreadable:
            yield (*told, "unreadable", *("",) * 5, entry.unreadable, "", "")
