"""What the agenda leaves unsaid."""

from __future__ import annotations

from datetime import date

from raci.queries.agenda import agenda
from raci.render import text
from raci.views.agenda import agenda as view

from builders import graph_of


def test_where_all_has_an_owner_there_is_no_section_about_what_has_none() -> None:
    """A heading with advice and nothing below it is a riddle."""
    graph = graph_of("version: 1\nroles: {a: {name: A, deliverables: [{name: M}]}}")
    assert "nobody is accountable" not in text.render(view(agenda(graph, date(2026, 1, 1), date(2026, 2, 1))))
