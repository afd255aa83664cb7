"""A lesson while it is being read: what the phases of the reader hand on, and the problems they collect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.reading.findings import Findings, nearest
from course.scenario.model import CastMember, Narration, Picture, Scene

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class LessonFrontMatter:
    """What the front matter says; empty where it says nothing."""

    title: str = ""
    module: str = ""
    bands: tuple[str, ...] = ()
    minutes: int = 0
    frameworks: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    cast: dict[str, CastMember] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Draft(Findings):
    """One lesson on its way from text to model; each phase reads what the earlier ones filled in."""

    lesson_id: str
    source: str
    lines: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    front: LessonFrontMatter = field(default_factory=LessonFrontMatter)
    title: str = ""
    opening: list[Narration] = field(default_factory=list)
    cover: Picture | None = None
    scenes: dict[str, Scene] = field(default_factory=dict)

    def member(self, name: str, line: int) -> CastMember:
        """Find who speaks: by key or by name of the cast, else anybody of that name; warns of a slip."""
        cast = self.front.cast
        for known in cast.values():
            if name in (known.key, known.name) or name.lower() == known.key.lower():
                return known
        if name[:1].islower() and cast:
            like = nearest(name, cast)
            remedy = f"Write “{like}”." if like else "Add them to `cast`, or write the name with a capital."
            self.warning(line, "unknown-speaker", f"“{name}” is not in the cast.", remedy)
        return CastMember(name, name, line=line)
