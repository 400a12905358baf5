"""The library: a function for each question, which `raci` has at its top.

What a function needs is imported when it is called: whoever imports raci pays only for what is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.arguments import expect, expect_day, expect_language, expect_lists, expect_paths

if TYPE_CHECKING:
    import os
    from collections.abc import Collection
    from datetime import date

    from raci.changes.records import Changes
    from raci.graph.node_link import Multigraph
    from raci.graph.ownership import OwnershipGraph
    from raci.linter.lint_report import LintReport
    from raci.model.limits import Limits
    from raci.model.register import Register
    from raci.queries.agenda_records import Agenda
    from raci.queries.health import Health
    from raci.queries.matrix import Matrix
    from raci.queries.overlaps import Overlaps
    from raci.queries.questions import Questions
    from raci.queries.role import RoleAnswer
    from raci.queries.who_owns import WhoOwns


def load(*paths: str | os.PathLike[str], limits: Limits | None = None, language: str = "english") -> Register:
    """Return the register that the ownership files and folders at `paths` make.

    Without any path it is the model that ships with raci. `language` is the register's: names are compared as
    its capitals are. `limits` say how much is read, if not as much as docs/reliability.md says. Raises
    UnusableFile for a path that cannot be read or for more files than that, InvalidRegister with every
    finding where files are wrong.
    """
    expect_paths(paths)
    expect_language(language)
    from raci.loading.load import load

    return load(*paths, limits=_limits(limits), language=language)


def who_owns(register: Register, query: str, *, language: str = "english", limit: int | None = 5) -> WhoOwns:
    """Return who owns what `query` is about: matches best first, none where nothing answers to it.

    `language` is the register's, for its stems, or "none"; `limit` is how many matches at most, None for
    all. Raises UnknownLanguage, LongQuestion for one of over 1,000 characters, and ValueError for a limit
    that is not positive.
    """
    expect("query", query, str, due="a string")
    expect("limit", limit, int, type(None), due="a number, or None for all")
    expect_language(language)
    from raci.queries import who_owns as question

    return question.who_owns(_graph(register), query, language=language, limit=limit)


def questions(
    register: Register, lines: Collection[str], *, language: str = "english", limit: int | None = 5
) -> Questions:
    """Return what each question is answered with, and whether that is as expected.

    `lines` are those of a file for `raci who-owns --questions`: a question, and behind a tab what is
    expected; `language` and `limit` are those of `who_owns`. Raises UnknownLanguage, WrongQuestions, a
    ValueError, with every line that is wrong, and ValueError for a limit that is not positive.
    """
    expect_lists(lines=lines)
    expect("limit", limit, int, type(None), due="a number, or None for all")
    expect_language(language)
    from raci.queries import questions as question

    return question.questions(_graph(register), lines, language=language, limit=limit)


def overlaps(  # noqa: PLR0913 - one keyword a filter
    register: Register,
    subject: str | None = None,
    *,
    statuses: Collection[str] = (),
    kinds: Collection[str] = (),
    roles: Collection[str] = (),
    language: str = "english",
) -> Overlaps:
    """Return where roles overlap, worst first: all of it, or what is about `subject`.

    `statuses`, `kinds` and `roles` (names, aliases or ids) are the values to keep, an empty one keeps all;
    `language` is the register's. Raises UnknownLanguage, and UnknownValue with the values that there are.
    """
    expect("subject", subject, str, type(None), due="a string, or None for all")
    expect_lists(statuses=statuses, kinds=kinds, roles=roles)
    expect_language(language)
    from raci.queries import overlaps as question

    filters = question.Filters(statuses, kinds, roles)
    return question.overlaps(_graph(register), subject, filters, language=language)


def matrix(  # noqa: PLR0913 - one keyword a filter
    register: Register,
    *,
    claims: bool = False,
    roles: Collection[str] = (),
    areas: Collection[str] = (),
    kinds: Collection[str] = (),
    statuses: Collection[str] = (),
    sort: str = "files",
) -> Matrix:
    """Return who has which letters for which work: those that hold, or those that each role claims.

    `roles` (names, aliases or ids), `areas`, `kinds` and `statuses` are the values to keep, an empty one
    keeps all. Rows are in the order of the files, or with `sort` "name" in that of their names. Raises
    UnknownValue with the values that there are.
    """
    expect("claims", claims, bool, due="True or False")
    expect("sort", sort, str, due='"files" or "name"')
    expect_lists(roles=roles, areas=areas, kinds=kinds, statuses=statuses)
    from raci.queries import matrix as question
    from raci.queries.filter_values import values_named

    filters = question.MatrixFilters(roles, areas, kinds, statuses)
    (order,) = values_named("order of rows", (question.BY_FILES, question.BY_NAME), [sort])
    return question.matrix(_graph(register), filters, claims=claims, order=order)


def role(register: Register, *names: str, language: str = "english") -> RoleAnswer:
    """Return the card of a role, by name, alias or id; of two, both cards and what lies between the roles.

    Without a name it is the load of every role. What names no role, or several, is in `doubts`.
    `language` is the register's. Raises UnknownLanguage, and `raci.queries.role.TooManyRoles` for more than
    two.
    """
    expect_language(language)
    for name in names:
        expect("names", name, str, due="names of roles, each an argument of its own")
    from raci.queries import role as question

    return question.role(_graph(register), names, language=language)


def health(register: Register, today: date, *, language: str = "english") -> Health:
    """Return the state of the ownership in numbers, as of `today`; docs/health.md defines each.

    `language` is the register's. Raises UnknownLanguage.
    """
    expect_day("today", today)
    expect_language(language)
    from raci.queries import health as question

    return question.health(_graph(register), today, language=language)


def agenda(  # noqa: PLR0913 - one keyword an option
    register: Register,
    today: date,
    until: date,
    *,
    roles: Collection[str] = (),
    minutes: int | None = None,
    language: str = "english",
) -> Agenda:
    """Return what the next meeting has to decide as of `today`, with the reviews that are due by `until`.

    `roles` (names, aliases or ids) keeps what one of them has a part in, none keeps all; the topics share
    `minutes`; `language` is the register's. Raises UnknownLanguage, ValueError for a meeting without a
    minute, and UnknownValue with the roles that there are.
    """
    expect_day("today", today)
    expect_day("until", until)
    expect_lists(roles=roles)
    expect("minutes", minutes, int, type(None), due="a whole number, or None")
    if minutes is not None and minutes < 1:
        raise ValueError(f"minutes is {minutes}; a meeting has at least one.")
    expect_language(language)
    from raci.queries import agenda as question

    return question.agenda(_graph(register), today, until, roles=roles, minutes=minutes, language=language)


def lint(
    *paths: str | os.PathLike[str],
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    as_of: date | None = None,
    language: str = "english",
    limits: Limits | None = None,
) -> LintReport:
    """Return what is wrong with the ownership files and folders at `paths`, as `raci lint` finds it.

    Without any path it is the model that ships with raci. `select` and `ignore` are codes, beginnings of
    codes or names of rules; an empty `select` is all. Dates are judged by `as_of`, or today. Waivers in the
    files count, a configuration file does not. Raises UnusableFile for a path that cannot be read,
    UnknownLanguage, and UnknownRule, a ValueError, for a rule that there is not.
    """
    expect_paths(paths)
    expect_lists(select=select, ignore=ignore)
    if as_of is not None:
        expect_day("as_of", as_of)
    expect_language(language)
    from datetime import date

    from raci.linter import lint as linter
    from raci.linter.selection import Selection
    from raci.linter.selection import select as rules_left
    from raci.loading.load import read_files
    from raci.loading.origin import find_files, shipped_files

    limits = _limits(limits)
    files = find_files(paths, limits) if paths else shipped_files()
    selection = Selection(rules_left(select or None, ignore))
    options = linter.LintOptions(as_of or date.today(), selection, language)  # noqa: DTZ011 - as people count
    return linter.lint(read_files(files, limits, language, keep_texts=True), options)


def diff(before: Register, after: Register) -> Changes:
    """Return what changed in meaning, weightiest first, and whom it concerns; not what lint would find."""
    from raci.changes.changes import changes_between

    return changes_between(_graph(before, "before"), _graph(after, "after"))


def to_networkx(register: Register) -> Multigraph:
    """Return the ownership graph as one of networkx, to be counted and searched with its algorithms.

    Nodes are named by what they are and their ids, as in "role:product-manager"; edges are keyed by their
    kind. docs/graph.md says what stands on both. The graph is the caller's own.
    """
    from raci.graph.node_link import to_networkx as given

    return given(_graph(register))


def _graph(register: Register, argument: str = "register") -> OwnershipGraph:
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Register

    expect(argument, register, Register, due="what raci.load returns")
    return OwnershipGraph(register)


def _limits(limits: Limits | None) -> Limits:
    from raci.model.limits import DEFAULT_LIMITS, Limits

    expect("limits", limits, Limits, type(None), due="raci.Limits")
    return DEFAULT_LIMITS if limits is None else limits
