"""The immutable model of a lesson, shaped like its text, with the source line of all that may go wrong.

The `html` of a message and of a choice is inline; every other `html` is a run of blocks (`<p>…</p>`, lists).
All of it is rendered from Markdown with raw HTML off and holds no links and no images, so a template may
print it as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.scenario.conditions import Condition

BANDS = ("po-3-4", "po-5-6", "po-7-8", "vo-1-2", "vo-3-4", "staff")
"""Age bands of Dutch schools (groups of primary school, years of secondary school), and staff."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture with its text alternative; `src` is a file name in the lesson's folder."""

    kind: ClassVar[str] = "picture"
    src: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody on the phone; `picture` is a file name in the lesson's folder or empty."""

    key: str
    name: str
    picture: str = ""
    me: bool = False
    line: int = 1
    """Where the front matter names them; for a speaker outside the cast, where they first speak."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing somebody says: rendered inline HTML (`html`), a picture, or both."""

    who: CastMember
    html: str
    picture: Picture | None
    line: int


@dataclass(frozen=True, slots=True)
class Narration:
    """What the narrator tells, as rendered HTML of one paragraph or list."""

    kind: ClassVar[str] = "narration"
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Chat:
    """A group app or a talk between two."""

    kind: ClassVar[str] = "chat"
    name: str
    messages: tuple[Message, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a feed."""

    kind: ClassVar[str] = "post"
    who: CastMember
    picture: Picture | None
    html: str
    likes: int
    comments: tuple[Message, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Story:
    """A full-screen picture that passes."""

    kind: ClassVar[str] = "story"
    who: CastMember
    picture: Picture | None
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Notification:
    """What slides over a locked screen; `name` is the app or group it comes from."""

    kind: ClassVar[str] = "notification"
    name: str
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody's profile page; `numbers` are pairs such as ("volgers", "214")."""

    kind: ClassVar[str] = "profile"
    name: str
    picture: Picture | None
    html: str
    numbers: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail message; `html` may hold several paragraphs."""

    kind: ClassVar[str] = "mail"
    sender: str
    to: str
    subject: str
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Call:
    """An incoming call."""

    kind: ClassVar[str] = "call"
    name: str
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class TimeJump:
    """A jump in time, e.g. "Drie weken later"."""

    kind: ClassVar[str] = "time"
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class When:
    """Pieces that are shown only where a condition holds."""

    kind: ClassVar[str] = "when"
    condition: Condition
    pieces: tuple[Piece, ...]
    line: int


Piece = Narration | Picture | Chat | Post | Story | Notification | Profile | Mail | Call | TimeJump | When
"""What a scene holds; each has a `kind`, by which templates tell them apart: the word of its container, if it has one."""


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
    """`protocol:article` references taught beside those of the acts."""
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
