"""The graph as plain data: what its node-link JSON, GraphML and networkx itself are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NotRequired

import networkx as nx
from typing_extensions import TypedDict

from raci.graph.nodes import EdgeKind, Node, NodeKind, id_of
from raci.graph.settlement import overlap_status
from raci.model.field_types import Area, Codes, File, Line, Name, Part, Shape, Text
from raci.model.overlap_status import OverlapStatus
from raci.model.scheme import strongest
from raci.model.standing import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, TypeAlias

    Multigraph: TypeAlias = nx.MultiDiGraph[str]

    from raci.graph.ownership import OwnershipGraph


class NodeData(TypedDict):
    """A node: a role, a piece of work, an overlap, a practice, a person or a step of an escalation."""

    id: Node
    kind: NodeKind
    name: Name
    status: NotRequired[Annotated[str, Shape(enum=[*dict.fromkeys((*Status, *OverlapStatus))])]]
    """Of work, whether it has one accountable role; of an overlap, whether it is settled."""
    area: NotRequired[Area]
    contact: NotRequired[Text]
    """How to reach the role or the person."""


class EdgeData(TypedDict):
    """What joins two nodes."""

    source: Node
    target: Node
    key: EdgeKind
    letters: NotRequired[Codes]
    """The letters that a role claims, or holds."""
    part: NotRequired[Part]
    """What the strongest of the letters that a role holds comes down to in any scheme."""
    view: NotRequired[Text]
    """What a side says."""
    work: NotRequired[Text]
    """The ids of the work for which an overlap names a role, with spaces between."""
    order: NotRequired[Annotated[int, Shape(minimum=1)]]
    """As which an overlap turns to somebody, 1 for the first."""
    file: NotRequired[File]
    line: NotRequired[Line]


def node_data(ownership: OwnershipGraph) -> Iterator[NodeData]:
    """Yield all nodes: roles, work, overlaps and practices by id, people and steps as they are met."""
    register = ownership.register
    for of, attributes in ownership.nodes():
        node, id_ = NodeData(id=of, kind=attributes["kind"], name=attributes["name"]), id_of(of)
        contact = attributes.get("contact")
        if node["kind"] is NodeKind.OVERLAP:
            node["status"] = overlap_status(ownership, id_).value
        elif "status" in attributes:
            node["status"] = attributes["status"].value
            if area := register.work[id_].area:
                node["area"] = area
        elif contact:
            node["contact"] = contact
        yield node


def edge_data(ownership: OwnershipGraph) -> Iterator[EdgeData]:
    """Yield all edges, by kind, then in the order of the nodes."""
    for source, target, kind, attributes in ownership.edges():
        edge = EdgeData(source=source, target=target, key=kind)
        _tell(edge, attributes, ownership)
        yield edge


def _tell(edge: EdgeData, attributes: Mapping[str, Any], ownership: OwnershipGraph) -> None:
    """Put what stands on an edge of the ownership graph onto its plain data."""
    match edge["key"]:
        case EdgeKind.CLAIMS:
            claim = attributes["entries"][0]
            where = claim.place.at("name")
            edge["letters"], edge["file"], edge["line"] = "".join(claim.letters), where.file, where.line
        case EdgeKind.HOLDS:
            letters = attributes["letters"]
            edge["letters"] = "".join(letters)
            edge["part"] = strongest(ownership.register.scheme, letters).value
        case EdgeKind.SIDE_OF:
            edge["view"] = attributes["view"]
        case EdgeKind.NAMES:
            edge["work"] = " ".join(sorted(attributes["work"]))
        case EdgeKind.ESCALATES_TO:
            edge["order"] = attributes["order"][0] + 1
        case _:
            pass


def to_networkx(ownership: OwnershipGraph) -> Multigraph:
    """Return a new graph with this data, edges keyed by their kind, and `scheme` as its own attribute."""
    graph: Multigraph = nx.MultiDiGraph(scheme=ownership.register.scheme.name)
    for node in node_data(ownership):
        graph.add_node(node["id"], **{name: str(value) for name, value in node.items() if name != "id"})
    for edge in edge_data(ownership):
        ends = {"source", "target", "key"}
        told = {name: value for name, value in edge.items() if name not in ends}
        graph.add_edge(edge["source"], edge["target"], edge["key"].value, **told)
    return graph
