"""What the fields of answers, and of the graph's data, may hold; and the record that an answer is.

A field says by its type whether it holds an id, and of what, or words for people. So `raci.queries.mentions`
finds the ids that an answer has to name, and `raci.render.answer_schema` describes its JSON. What a field
says stands in the text below it, unless its type tells. A test holds every field to this.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args

from raci.model.overlap_status import OverlapKind, OverlapStatus
from raci.model.register import Kind
from raci.model.scheme import SCHEMES, Meaning
from raci.model.standing import Status

if TYPE_CHECKING:
    from collections.abc import Callable


class Record:
    """An answer, or a part of one: a frozen dataclass, whose types are known when it runs."""

    __slots__ = ()


class Id(StrEnum):
    """What an id is the id of."""

    ROLE = "role"
    WORK = "work"
    OVERLAP = "overlap"
    PRACTICE = "practice"


class Shape:
    """What a JSON Schema says of a value beside its type, in the words of JSON Schema."""

    def __init__(self, description: str | None = None, **keywords: Any) -> None:
        self._keywords = keywords if description is None else {"description": description, **keywords}

    def __get_pydantic_json_schema__(
        self, schema: Any, described: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        return {**described(schema), **self._keywords}


_ONCE = Shape(uniqueItems=True)

RoleId = Annotated[str, Id.ROLE, Shape("The id of a role.")]
RoleIds = Annotated[tuple[RoleId, ...], _ONCE]
WorkId = Annotated[str, Id.WORK, Shape("The id of a piece of work.")]
WorkIds = Annotated[tuple[WorkId, ...], _ONCE]
OverlapId = Annotated[str, Id.OVERLAP, Shape("The id of a declared overlap.")]
OverlapIds = Annotated[tuple[OverlapId, ...], _ONCE]
PracticeId = Annotated[str, Id.PRACTICE, Shape("The id of a practice.")]

Step = Annotated[str, Id.ROLE, Shape("The id of a role, or plain text.")]
Escalation = Annotated[
    tuple[Step, ...],
    Shape("To whom to turn where the sides disagree, in order: role ids or plain text."),
]

Text = Annotated[str, Shape()]
"""Words, of people or for people, that are never an id."""
Name = Annotated[str, Shape("What it is called.")]
Area = Annotated[str, Shape("The part of the business that it belongs to.")]

RoleNames = Annotated[Mapping[RoleId, Name], Shape("Names of the role ids that the answer holds.")]
WorkNames = Annotated[Mapping[WorkId, Name], Shape("Names of the work ids that the answer holds.")]
Sides = Annotated[Mapping[RoleId, Text], Shape("Each role's view.")]

Codes = Annotated[str, Shape('Letters in one word, such as "AR".', pattern="^[A-Z]*$")]
CodesByRole = Annotated[Mapping[RoleId, Codes], Shape()]
SchemeName = Annotated[str, Shape("The letter scheme of the register.", enum=[*SCHEMES])]
Part = Annotated[str, Shape("What letters come down to in any scheme.", enum=[*Meaning])]

WorkKind = Annotated[str, Shape("Whether the work is done or handed over.", enum=[*get_args(Kind)])]
StatusValue = Annotated[
    str, Shape("Whether it has one accountable role, and how it came by it.", enum=[*Status])
]
OverlapKindValue = Annotated[str, Shape("How the overlap came to light.", enum=[*OverlapKind])]
OverlapStatusValue = Annotated[str, Shape("Whether the overlap is settled.", enum=[*OverlapStatus])]

Code = Annotated[str, Shape("The code of the rule.", pattern="^RACI[0-9]{3}$")]
RuleName = Annotated[str, Shape("The name of the rule, in kebab-case.", pattern="^[a-z]+(-[a-z]+)*$")]

Day = Annotated[str, Shape(format="date")]
File = Annotated[
    str,
    Shape(
        "Relative to the current folder, with slashes; of a revision REV:path, from the repository's root.",
        pattern="^[^/]",
    ),
]
Line = Annotated[int, Shape("Counted from 1.", minimum=1)]
Column = Annotated[int, Shape("In characters, counted from 1.", minimum=1)]

Count = Annotated[int, Shape(minimum=0)]
AtLeastOne = Annotated[int, Shape(minimum=1)]
Score = Annotated[float, Shape(minimum=0, maximum=1)]
