"""How every kind of question stands in the text, and what its reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from course.quiz.model import Option, QuestionKind
    from course.reading.findings import Findings
    from course.reading.markdown import Node
    from course.reading.told import Told


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it stands in the text, below its heading and above the quotes that close it."""

    line: int
    """Of the heading."""
    attributes: Mapping[str, str]
    body: Sequence[Node]
    options: Node | None
    """The last list."""
    findings: Findings

    @property
    def text(self) -> list[Node]:
        """Everything but the list of options."""
        return [one for one in self.body if one is not self.options]


@dataclass(frozen=True, slots=True)
class Content:
    """What a kind made of it."""

    text: Sequence[Node]
    """What stands above the options."""
    options: tuple[Option, ...] = ()
    act: str | None = None
    picture: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of question is written and read."""

    name: QuestionKind
    how: Told
    """How its options are written, as a remedy tells an author."""
    fewest: int
    """With fewer options a question is a coin's toss; 0 where it has none."""
    read: Callable[[Written], Content]
