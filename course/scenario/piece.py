"""What a scene holds: words, pictures and what is seen on a phone, each with the line where it stands in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from course.scenario.conditions import Condition


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
    folder: str = ""
    """Where the picture lies, beside the lessons; empty for the lesson's own folder."""
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
class Voice:
    """A voice message: what is said in it stands below it, for who can't or won't listen."""

    kind: ClassVar[str] = "voice"
    who: CastMember
    seconds: int
    html: str
    line: int

    @property
    def length(self) -> str:
        """How long it is, as phones write it: "0:12"."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture, in percent of its width and height, and what there is to see."""

    left: int
    top: int
    width: int
    height: int
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Spots:
    """A picture with places to look at, and a list of them beside it."""

    kind: ClassVar[str] = "spots"
    picture: Picture
    spots: tuple[Spot, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """Words that may complete a message; a choice asks for them by their key."""

    key: str
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of some parts completes a message."""

    parts: tuple[Part, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Compose:
    """A message that the learner completes: words that stand, and between them places where one of some parts goes."""

    kind: ClassVar[str] = "compose"
    name: str
    """To whom."""
    pieces: tuple[Narration | Place, ...]
    line: int

    @property
    def places(self) -> tuple[tuple[Part, ...], ...]:
        """The places, each with the parts that it is filled with."""
        return tuple(one.parts for one in self.pieces if isinstance(one, Place))


@dataclass(frozen=True, slots=True)
class When:
    """Pieces that are shown only where a condition holds."""

    kind: ClassVar[str] = "when"
    condition: Condition
    pieces: tuple[Piece, ...]
    line: int


Piece = (
    Narration
    | Picture
    | Chat
    | Post
    | Story
    | Notification
    | Profile
    | Mail
    | Call
    | TimeJump
    | Voice
    | Spots
    | Compose
    | When
)
"""What a scene holds; each has a `kind`, by which templates tell them apart: the word of its container, if it has one."""
