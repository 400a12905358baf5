"""The graph in words: each node with what it is joined to, those that it is about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.graph.nodes import EdgeKind, NodeKind
from raci.model.overlap_status import WORST_FIRST, OverlapStatus
from raci.queries.drawing import drawn
from raci.text.names import by_name, counted, in_words
from raci.views.document import Document, Fact, Section, Table, facts, filled
from raci.views.wording import Wording, few, if_any, spoken, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.queries.drawing import Drawing, DrawnEdge, DrawnNode
    from raci.queries.focus import FocusRecord
    from raci.queries.graph import Graph

    _Joined = tuple[DrawnEdge, DrawnNode, Mapping[EdgeKind, str]]

_HEADER = ("from", "from_kind", "relation", "letters", "to", "to_kind")
_THERE = {
    EdgeKind.REPORTS_TO: "Reports to",
    EdgeKind.SIDE_OF: "Side of",
    EdgeKind.COVERS: "Covers",
    EdgeKind.PRODUCES: "Produces",
}
_BACK = {
    EdgeKind.REPORTS_TO: "Reporting to it",
    EdgeKind.SIDE_OF: "Sides",
    EdgeKind.COVERS: "Covered by",
    EdgeKind.PRODUCES: "Comes of",
}
_WORK = {NodeKind.RESPONSIBILITY, NodeKind.DELIVERABLE}
_COUNTED = (
    ({NodeKind.ROLE}, "role"),
    (_WORK, "piece of work", "pieces of work"),
    ({NodeKind.OVERLAP}, "overlap"),
)
_MOST_NAMED = 3
_MOST_ROLES = 9  # with where they meet, they fill a screen
_TO_DRAW = "As a picture: --format svg -o graph.svg; also mermaid, dot, graphml and json."
_FULL = f"--full tells every connection, --focus NAME what lies around one. {_TO_DRAW}"
_TO_NARROW = "For what lies around one role, piece of work or overlap, add --focus and its name."


def graph(answer: Graph) -> Document:
    """Return the document of what is drawn of an answer."""
    view = _View(drawn(answer))
    return Document(
        title=view.title(),
        sections=(*view.focused(), *filled(view.others())),
        notes=(_TO_DRAW,) if answer.focus else (_TO_DRAW, _TO_NARROW),
        records=Table(_HEADER, tuple(map(view.record, view.answer.edges))),
    )


def at_first(answer: Graph) -> Document:
    """Return what fits a screen: the roles, the most joined ones first, and where they meet."""
    view = _View(drawn(answer))
    if answer.focus is not None:
        return graph(answer)
    return Document(view.title(), tuple(filled(view.overview())), (_FULL,))


class _View:
    """An answer, with its nodes and what each is joined to by their keys."""

    def __init__(self, answer: Drawing) -> None:
        self.answer = answer
        self.wording = Wording(answer.scheme, {})
        self.nodes = {node.key: node for node in answer.nodes}
        edges = [(edge, self.nodes[edge.from_], self.nodes[edge.to]) for edge in answer.edges]
        self.there = together((edge.from_, (edge, to, _THERE)) for edge, _, to in edges)
        self.back = together((edge.to, (edge, from_, _BACK)) for edge, from_, _ in edges)

    def title(self) -> str:
        """Return what the graph is about, and how large it is."""
        answer = self.answer
        found = (
            if_any(sum(node.kind in kinds for node in answer.nodes), *words) for kinds, *words in _COUNTED
        )
        nodes = in_words(filter(None, found)) or "nothing"
        size = f"{nodes}, with {counted(len(answer.edges), 'connection')}."
        if answer.focus is None:
            return f"{size[:1].upper()}{size[1:]}"
        return f"Around {self._focus(answer.focus)}: {size}"

    def _focus(self, focus: FocusRecord) -> str:
        if len(focus.nodes) > _MOST_NAMED:
            return f'{len(focus.nodes)} pieces of work that answer to "{focus.asked}"'
        return in_words(self.nodes[key].name for key in focus.nodes)

    def focused(self) -> Iterator[Section]:
        """Yield what it is about with all that it is joined to."""
        for node in (node for node in self.answer.nodes if node.focused):
            joined = (*self.there.get(node.key, ()), *self.back.get(node.key, ()))
            yield Section(node.name, _note(node), tuple(self._facts(joined)))

    def others(self) -> Iterator[Section]:
        """Yield every other connection once."""
        others = [node for node in self.answer.nodes if not node.focused]
        for node in others:
            if node.kind not in _WORK:
                yield Section(node.name, _note(node), tuple(self._facts(self._rest(node))))
        made = ((node.name, self._rest(node)) for node in others if node.kind in _WORK)
        papers = ((name, "; ".join(_named(other) for _, other, _ in rest)) for name, rest in made)
        joined = self.there.keys() | self.back.keys()
        alone = (_named(node) for node in others if node.key not in joined)
        yield Section("Work and what it produces", facts=facts(*papers))
        yield Section("Without a connection", facts=facts(("", "; ".join(alone))))

    def overview(self) -> Iterator[Section]:
        """Yield the roles with how much each is joined to, and the overlaps by their status."""
        roles = [node for node in self.answer.nodes if node.kind is NodeKind.ROLE]
        joined = {node.key: self.there.get(node.key, []) for node in roles}
        in_order = sorted(roles, key=lambda node: (-len(joined[node.key]), by_name(node.name)))
        shown = tuple(Fact(node.name, (self._sums(joined[node.key]),)) for node in in_order[:_MOST_ROLES])
        more = if_any(len(roles) - len(shown), "more role with --full", "more roles with --full")
        legend = ", ".join(f"{code} {word}" for code, word in self.answer.letters.items())
        yield Section("Roles", "; ".join(filter(None, (legend, more))), shown)
        overlaps = (node for node in self.answer.nodes if node.kind is NodeKind.OVERLAP)
        worst_first = sorted(overlaps, key=lambda node: WORST_FIRST.index(OverlapStatus(node.status or "")))
        by_status = together((spoken(node.status or ""), node.name) for node in worst_first)
        told = (Fact(status, ("; ".join(few(names, _MOST_NAMED)),)) for status, names in by_status.items())
        yield Section("Where they meet", facts=tuple(told))

    def _sums(self, joined: Iterable[_Joined]) -> str:
        """Return how many pieces of work a role has a part in, by its letters, and where it is a side."""
        found = together(
            ((self._rank(edge), edge.letters or labels[edge.kind].lower()), other)
            for edge, other, labels in joined
            if edge.kind is not EdgeKind.REPORTS_TO
        )
        return (
            ", ".join(f"{label} {len(others)}" for (_, label), others in sorted(found.items())) or "nothing"
        )

    def record(self, edge: DrawnEdge) -> tuple[str, ...]:
        """Return a connection as a row."""
        one, other = self.nodes[edge.from_], self.nodes[edge.to]
        return (one.name, one.kind, edge.kind, edge.letters or "", other.name, other.kind)

    def _rest(self, node: DrawnNode) -> list[_Joined]:
        """Return what a node is joined to from here, without what it is about: that has told it."""
        return [each for each in self.there.get(node.key, ()) if not each[1].focused]

    def _facts(self, joined: Iterable[_Joined]) -> Iterator[Fact]:
        """Yield what a node is joined to, by how: letters first, the strongest before others."""
        found = together(
            ((self._rank(edge), labels.get(edge.kind) or self._letters(edge)), _named(other))
            for edge, other, labels in joined
        )
        for (_, label), names in sorted(found.items()):
            yield Fact(label, ("; ".join(names),))

    def _rank(self, edge: DrawnEdge) -> tuple[int, ...]:
        order = list(self.answer.letters)
        codes = (letter.code for letter in self.wording.held(edge.letters or ""))
        return (list(EdgeKind).index(edge.kind), not edge.letters, *map(order.index, codes))

    def _letters(self, edge: DrawnEdge) -> str:
        words = self.wording.letters(edge.letters) if edge.letters else "no letters"
        return f"{words[:1].upper()}{words[1:]}"


def _named(node: DrawnNode) -> str:
    """Return a node's name, and its status where that is not just in order."""
    quiet = node.status in {None, "owned", "settled"}
    return node.name if quiet else f"{node.name} ({spoken(node.status or '')})"


def _note(node: DrawnNode) -> str:
    return ", ".join(filter(None, (node.kind, node.area, spoken(node.status or ""))))
