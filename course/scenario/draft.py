"""A lesson while it is being read: what the phases of the reader hand on, and the problems they collect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.reading.findings import Findings, nearest
from course.reading.told import told
from course.scenario.model import CastMember, Narration, Picture, Scene

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from course.scenario.cast import SharedMember


LIKE, DISTANT = 0.8, 0.6
"""How much a name is like another before it is taken for a slip (the ratio of difflib): much where it has a capital."""


@dataclass(frozen=True, slots=True)
class LessonFrontMatter:
    """What the front matter says; empty where it says nothing."""

    title: str = ""
    module: str = ""
    bands: tuple[str, ...] = ()
    minutes: int = 0
    frameworks: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    incident: str = ""
    plays: tuple[str, ...] = ()
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
    shared: Mapping[str, SharedMember] = field(default_factory=dict)
    """Who may be met in every lesson."""
    title: str = ""
    opening: list[Narration] = field(default_factory=list)
    talk: list[Narration] = field(default_factory=list)
    prepare: list[Narration] = field(default_factory=list)
    cover: Picture | None = None
    scenes: dict[str, Scene] = field(default_factory=dict)

    def member(self, name: str, line: int) -> CastMember:
        """Find who speaks: by key or by name of the cast, else anybody of that name; reports a slip.

        Whoever isn't in the cast has a name with a capital that is unlike all names in it.
        """
        cast = self.front.cast
        for known in cast.values():
            if name in (known.key, known.name) or name.lower() == known.key.lower():
                return known
        names = [*cast, *(one.name for one in cast.values())]
        like = nearest(name, names, LIKE if name[:1].isupper() else DISTANT)
        if cast and (like or name[:1].islower()):
            otherwise = told("Add them to `cast`, or write the name with a capital.")
            remedy = (
                told("Write “%(like)s”, or add “%(name)s” to `cast`.", like=like, name=name)
                if like
                else otherwise
            )
            self.error(line, "unknown-speaker", told("“%(name)s” is not in the cast.", name=name), remedy)
        return CastMember(name, name, line=line)
