"""What every rule looks at and reports to: the lesson, the norms, the picture files, and the verdicts worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.judge import judge_verdict
from course.reading.findings import Findings
from course.scenario.model import Choice, Lesson, Piece, Scene, When

if TYPE_CHECKING:
    from course.norms.model import Audience, Norms, Verdict


@dataclass(slots=True)
class Case(Findings):
    """One lesson before the audit, and what the rules find in it."""

    lesson: Lesson
    norms: Norms
    pictures: frozenset[str]
    """The names of the picture files in the lesson's folder."""
    verdicts: Mapping[tuple[str, str], Verdict]
    """By protocol id and act id, for the known acts of the lesson."""

    def verdict(self, protocol: str, choice: Choice) -> Verdict | None:
        """Tell what a school with this protocol says of a choice; None for a choice without a known act."""
        return self.verdicts.get((protocol, choice.act)) if choice.act else None

    def hinders(self, protocol: str, choice: Choice) -> bool:
        """Whether a school with this protocol does not want a choice."""
        verdict = self.verdict(protocol, choice)
        return verdict is not None and verdict.hinders

    def permits(self, protocol: str, choice: Choice) -> bool:
        """Whether a choice may be made at a school with this protocol, without asking."""
        verdict = self.verdict(protocol, choice)
        return verdict is not None and verdict.permits

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """Every scene, in the order of the text."""
        return tuple(self.lesson.scenes.values())

    @property
    def choices(self) -> Iterator[Choice]:
        """Every choice, in the order of the text."""
        return (choice for scene in self.scenes for choice in scene.choices)

    @property
    def decisions(self) -> Iterator[Scene]:
        """Every scene in which there is something to decide."""
        return (scene for scene in self.scenes if len(scene.choices) > 1)


Rule = Callable[[Case], None]


def case_of(lesson: Lesson, norms: Norms, pictures: frozenset[str], audience: Audience | None = None) -> Case:
    """Work out every verdict that the rules ask for."""
    acts = [act for act in lesson.acts() if act in norms.acts]
    verdicts = {
        (protocol, act): judge_verdict(norms, protocol, act, audience)
        for protocol in norms.protocols
        for act in acts
    }
    return Case(lesson.file, lesson, norms, pictures, verdicts)


def flat(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Every piece, those inside a `when` included, and the `when` itself."""
    for piece in pieces:
        yield piece
        if isinstance(piece, When):
            yield from flat(piece.pieces)


def listed(names: list[str]) -> str:
    """Names as they stand in a sentence: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return " and ".join(part for part in (", ".join(quoted[:-1]), quoted[-1] if quoted else "") if part)
