"""The immutable model of a lesson, shaped like its text, with the source line of all that may go wrong.

The `html` of a message and of a choice is inline; every other `html` is a run of blocks (`<p>…</p>`, lists).
All of it is rendered from Markdown with raw HTML off and holds no links and no images, so a template may
print it as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.scenario.piece import (
    Call,
    CastMember,
    Chat,
    Compose,
    Mail,
    Message,
    Narration,
    Notification,
    Part,
    Picture,
    Piece,
    Place,
    Post,
    Profile,
    Spot,
    Spots,
    Story,
    TimeJump,
    Voice,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.scenario.conditions import Condition

__all__ = [
    "BANDS",
    "CAST",
    "Call",
    "CastMember",
    "Chat",
    "Choice",
    "Compose",
    "Lesson",
    "Mail",
    "Message",
    "Narration",
    "Notification",
    "Part",
    "Passage",
    "Picture",
    "Piece",
    "Place",
    "Post",
    "Profile",
    "Scene",
    "Spot",
    "Spots",
    "Story",
    "TimeJump",
    "Voice",
    "When",
]

CAST = "cast"
"""The folder of the shared cast beside the lessons; no lesson can have its name."""
BANDS = ("po-3-4", "po-5-6", "po-7-8", "vo-1-2", "vo-3-4", "staff", "parents")
"""Age bands of Dutch schools (groups of primary school, years of secondary school), staff, and parents."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an explanation, as rendered HTML, that are shown only where a condition holds."""

    html: str
    line: int
    condition: Condition = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What the learner may do in a scene; `id` is unique in its scene."""

    id: str
    html: str
    text: str
    """The same without markup, for length rules and for screen readers."""
    target: str
    acts: tuple[str, ...]
    """What it does, in the author's order; several are done at once."""
    passages: tuple[Passage, ...]
    """Its explanation; empty where the author forgot it (an audit error)."""
    line: int
    ways: tuple[Condition, ...] = ()
    """It is offered where one of these holds; always where there is none."""
    parts: tuple[str, ...] = ()
    """Of a message that is completed: it was this one where all of these are in it."""

    @property
    def explanation(self) -> str:
        """All of the explanation as rendered HTML, whoever is shown which part of it."""
        return "\n".join(one.html for one in self.passages)


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of the story."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]
    later: bool
    line: int
    sad: bool = False
    """An ending that nobody cheers at, however well it was reached."""
    fixed: bool = False
    """Its choices keep their order, which says something."""
    condition: Condition = ()
    """Who may come here: choices that lead to it are offered to nobody else."""
    talk: tuple[Narration, ...] = ()
    """What only a teacher reads: what to ask about it, and what to listen for."""

    @property
    def is_ending(self) -> bool:
        """Whether the story stops here."""
        return not self.choices

    @property
    def compose(self) -> Compose | None:
        """The message that is completed here instead of choosing."""
        return next((one for one in self.pieces if isinstance(one, Compose)), None)

    def choice(self, choice_id: str) -> Choice | None:
        """Find the choice with this id, or None."""
        return next((one for one in self.choices if one.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A branching scenario in one language."""

    id: str
    """The folder's name."""
    title: str
    module: str
    bands: tuple[str, ...]
    minutes: int
    frameworks: tuple[str, ...]
    """References such as `slo:po:24A` and `digcomp:2.2`."""
    articles: tuple[str, ...]
    """`protocol:article` references that the author wishes to teach; what is shown counts."""
    opening: tuple[Narration, ...]
    """What stands under the title, above the first scene."""
    cast: Mapping[str, CastMember]
    scenes: Mapping[str, Scene]
    """By id, in the order of the text; the first is the start."""
    edition: str
    """As `course.reading.edition` names it."""
    file: str
    """Path relative to the content root."""
    cover: Picture | None
    """The picture of the introduction, for lists of lessons; None where it has none."""
    key_lines: Mapping[str, int] = field(repr=False)
    """Source line of each front matter key, so that a later check of its value can name the place."""
    talk: tuple[Narration, ...] = ()
    """What only a teacher reads of the lesson as a whole."""
    prepare: tuple[Narration, ...] = ()
    """What a teacher reads before a class begins with it."""
    help: tuple[str, ...] = ()
    """Ids of help lines, where it is about what may touch its reader: they stand at each ending, a way out at each scene."""
    incident: str = ""
    """What happens in it, where other lessons tell the same from another seat; empty where none does."""
    plays: tuple[str, ...] = ()
    """Whose acts its reader does beside their own, where the story gives them somebody else's part for a while."""
    by_band: bool = False
    """Whether it differs from band to band."""

    @property
    def locale(self) -> str:
        """The language it is written in, which the file's name tells: "nl" of `nl.md`."""
        return self.file.rpartition("/")[2].partition(".")[0]

    @property
    def introduction(self) -> str:
        """What the lesson opens with, as rendered HTML."""
        return "\n".join(part.html for part in self.opening)

    @property
    def start(self) -> Scene:
        """Where every run begins."""
        return next(iter(self.scenes.values()))

    @property
    def later(self) -> tuple[Scene, ...]:
        """The scenes that come back weeks after completion."""
        return tuple(scene for scene in self.scenes.values() if scene.later)

    def acts(self) -> frozenset[str]:
        """Every act that a choice of this lesson performs."""
        return frozenset(
            act for scene in self.scenes.values() for choice in scene.choices for act in choice.acts
        )
