"""What the graph is made of: the kinds of its nodes and edges, and what its nodes are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, get_args

from raci.model.field_types import Shape

Sort = Literal["role", "work", "overlap", "practice", "person", "step"]
Node = Annotated[
    str,
    Shape(
        "Unique: what sort of thing it is, a colon, and its id or its text.",
        pattern=f"^({'|'.join(get_args(Sort))}):.",
    ),
]


class NodeKind(StrEnum):
    """What a node stands for; a step is whom an agreement turns to that is no role."""

    ROLE = "role"
    RESPONSIBILITY = "responsibility"
    DELIVERABLE = "deliverable"
    OVERLAP = "overlap"
    PRACTICE = "practice"
    PERSON = "person"
    STEP = "step"


class EdgeKind(StrEnum):
    """What an edge says of its first node. It is the edge's key: two nodes may be joined by several kinds.

    A role claims work and holds letters for it, reports to a role, has a deputy, is a side of an overlap. A
    person fills a role. An overlap covers work, names a role for a piece of it, turns to a role or a step, is
    eased by a practice. Work produces work.
    """

    CLAIMS = "claims"
    HOLDS = "holds"
    REPORTS_TO = "reports-to"
    HAS_DEPUTY = "has-deputy"
    SIDE_OF = "side-of"
    FILLS = "fills"
    COVERS = "covers"
    NAMES = "names"
    ESCALATES_TO = "escalates-to"
    EASED_BY = "eased-by"
    PRODUCES = "produces"


def node(sort: Sort, id_: str) -> str:
    """Return the node of a thing: what sort of thing it is, a colon, and its id or its text."""
    return f"{sort}:{id_}"


def sort_of(of: str) -> str:
    """Return what sort of thing a node stands for."""
    return of.partition(":")[0]


def id_of(of: str) -> str:
    """Return the id, or the text, of what a node stands for."""
    return of.partition(":")[2]
