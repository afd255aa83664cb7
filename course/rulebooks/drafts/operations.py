"""What can be done to a draft: one frozen class for each, what it touches, and how it is written in the log.

Two operations that touch nothing of each other can be made in any order; `things` tells what each touches and uses.
Pure.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from course.norms.model import ArticleKind, Asked, Audience, Stance
from course.reading.words import Words
from course.rulebooks.drafts.model import EVERYONE, Answer, DraftContact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that comes in, from a pasted text or written anew."""

    words: Words
    original: str = ""
    number: str = ""
    heading: Words | None = None
    audience: tuple[Audience, ...] = ()
    kind: ArticleKind = ArticleKind.NORM
    teachable: bool = True


@dataclass(frozen=True, slots=True)
class ActAnswer:
    """An answer together with what it answers."""

    act: str
    answer: Answer
    actor: str = EVERYONE


@dataclass(frozen=True, slots=True)
class AddArticles:
    """Put articles in, after another one; at the end where it names none."""

    articles: tuple[NewArticle, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class JoinArticles:
    """Let one article take up another's words, its audience and all that rests on it."""

    article: str
    other: str


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """Cut an article in two at a place in its plain words; the second half is a new article.

    `original_at` cuts the document's own words; without it they are cut alike where they are the same, and else both
    halves keep all of them.
    """

    article: str
    at: int
    original_at: int | None = None


@dataclass(frozen=True, slots=True)
class Reword:
    """Say an article in other plain words; the document's own stay beside them."""

    article: str
    words: Words


@dataclass(frozen=True, slots=True)
class MoveArticle:
    """Put an article after another; first where it names none."""

    article: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class SetAudience:
    """Say to whom an article speaks."""

    article: str
    audience: tuple[Audience, ...]


@dataclass(frozen=True, slots=True)
class SetNumber:
    """Give an article its number in the document; empty for none."""

    article: str
    number: str


@dataclass(frozen=True, slots=True)
class SetHeading:
    """Say under which heading of the document an article stands; None for none."""

    article: str
    heading: Words | None


@dataclass(frozen=True, slots=True)
class SetKind:
    """Say what an article is, and whether it is something to be taught."""

    article: str
    kind: ArticleKind
    teachable: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """Take articles out of the protocol; their words are kept, to be put back."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PutBack:
    """Make articles that were set aside part of the protocol again."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Answer what the rules say of an act, to everyone or to one actor; None takes the answer away."""

    act: str
    answer: Answer | None
    actor: str = EVERYONE


@dataclass(frozen=True, slots=True)
class WriteArticle:
    """Put one article in together with the answers that rest on it, such as national advice that a school adopts.

    The answers name the new article by no id: it is added to each.
    """

    article: NewArticle
    answers: tuple[ActAnswer, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Take over as one's own what was carried over from somebody else's protocol."""

    articles: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    """Act, and actor or EVERYONE."""


@dataclass(frozen=True, slots=True)
class SetContacts:
    """Say whom the protocol names for help."""

    contacts: tuple[DraftContact, ...]


@dataclass(frozen=True, slots=True)
class SetDoubt:
    """Name the article for who is in doubt, for one audience; empty for none."""

    audience: Audience
    article: str


@dataclass(frozen=True, slots=True)
class SetTitle:
    """Give the protocol its names: the school's or board's, and the document's."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class SetChannels:
    """Name the channels of the school itself."""

    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetOfficial:
    """Say at which address the official text stands; empty for nowhere."""

    official: str


Operation = (
    AddArticles
    | JoinArticles
    | SplitArticle
    | Reword
    | MoveArticle
    | SetAudience
    | SetNumber
    | SetHeading
    | SetKind
    | SetAside
    | PutBack
    | SetAnswer
    | WriteArticle
    | Confirm
    | SetContacts
    | SetDoubt
    | SetTitle
    | SetChannels
    | SetOfficial
)
_KINDS: Mapping[str, type[Any]] = {one.__name__: one for one in Operation.__args__}


def encode(operation: Operation) -> str:
    """Write an operation as the log keeps it."""
    return json.dumps({"do": type(operation).__name__} | asdict(operation), separators=(",", ":"))


def decode(text: str) -> Operation:
    """Read what `encode` wrote."""
    body = json.loads(text)
    operation: Operation = _built(_KINDS[body.pop("do")], body)
    return operation


def _built(kind: type[Any], body: Mapping[str, Any]) -> Any:
    names = {one.name for one in fields(kind)}
    return kind(**{name: _value(name, value) for name, value in body.items() if name in names})


def _value(name: str, value: Any) -> Any:
    """Turn what JSON holds into what a field of this name holds; a name means the same in every class."""
    read = _READ.get(name)
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(read(one) if read else one for one in value)
    return read(value) if read else value


def _words(body: Mapping[str, str]) -> Words:
    return Words(body["nl"], body["en"])


def _article(body: Any) -> Any:
    return _built(NewArticle, body) if isinstance(body, dict) else body


def _answer(body: Any) -> Any:
    if isinstance(body, list):
        return tuple(body)
    return _built(ActAnswer, body) if "answer" in body else _built(Answer, body)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "words": _words,
    "heading": _words,
    "conditions": _words,
    "role": _words,
    "how": _words,
    "ask": Asked,
    "audience": Audience,
    "kind": ArticleKind,
    "stance": Stance,
    "articles": _article,
    "article": _article,
    "answers": _answer,
    "answer": _answer,
    "contacts": lambda body: _built(DraftContact, body),
}
