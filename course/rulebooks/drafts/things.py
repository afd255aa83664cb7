"""What an operation changes and what it needs, by name, so that two editors can be told apart from two who collide. Pure.

Names: `article:ID` (that it is part of the draft), `words:ID`, `place:ID`, `audience:ID`, `number:ID`, `heading:ID`,
`kind:ID`, `answer:ACT:ACTOR`, `contacts`, `doubt:AUDIENCE`, `title`, `channels`,
`official`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from course.rulebooks.drafts.operations import (
    AddArticles,
    Confirm,
    JoinArticles,
    MoveArticle,
    PutBack,
    Reword,
    SetAnswer,
    SetAside,
    SetAudience,
    SetChannels,
    SetContacts,
    SetDoubt,
    SetHeading,
    SetKind,
    SetNumber,
    SetOfficial,
    SetTitle,
    SplitArticle,
    WriteArticle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.rulebooks.drafts.model import Answer
    from course.rulebooks.drafts.operations import Operation

Names = frozenset[str]
DROPPED = ("number", "heading", "kind")
"""What an article loses that goes into another."""


@dataclass(frozen=True, slots=True)
class Things:
    """What one operation changes, and what has to be there as it was for it to mean the same."""

    touches: Names
    uses: Names = frozenset()

    def collides(self, other: Things) -> Names:
        """Name what two operations can't both do without one undoing the other's work."""
        return (self.touches & (other.touches | other.uses)) | (self.uses & other.touches)


def new_ids(draft_id: int, revision: int, count: int) -> tuple[str, ...]:
    """Name the articles that an operation makes; nobody else's can have these ids."""
    return tuple(f"d{draft_id}-{revision}-{number}" for number in range(1, count + 1))


def things_of(  # noqa: C901, PLR0911 - a case for each operation
    operation: Operation, made: tuple[str, ...] = ()
) -> Things:
    """Tell what an operation touches and uses; `made` are the ids of the articles that it makes."""
    touched = _names("article", made) | _names("words", made)
    match operation:
        case AddArticles():
            return Things(touched)
        case WriteArticle():
            answered = {f"answer:{one.act}:{one.actor}" for one in operation.answers}
            return Things(touched | answered, _used(*(one.answer for one in operation.answers)))
        case SetAnswer():
            used = _used(operation.answer) if operation.answer else frozenset[str]()
            return Things(_one(f"answer:{operation.act}:{operation.actor}"), used)
        case Confirm():
            answered = {f"answer:{act}:{actor}" for act, actor in operation.answers}
            return Things(frozenset(answered) | _names("words", operation.articles))
        case SetAside() | PutBack():
            return Things(_names("article", operation.articles), _names("words", operation.articles))
        case SetContacts():
            return Things(_one("contacts"))
        case SetDoubt():
            used = _names("article", [operation.article] if operation.article else [])
            return Things(_one(f"doubt:{operation.audience}"), used)
        case SetTitle():
            return Things(_one("title"))
        case SetChannels():
            return Things(_one("channels"))
        case SetOfficial():
            return Things(_one("official"))
        case _:
            return _of_one_article(operation, touched)


def _of_one_article(  # noqa: PLR0911 - the same
    operation: JoinArticles
    | SplitArticle
    | Reword
    | MoveArticle
    | SetAudience
    | SetNumber
    | SetHeading
    | SetKind,
    touched: Names,
) -> Things:
    article = operation.article
    uses = _one(f"article:{article}")
    match operation:
        case JoinArticles(other=other):
            parts = {f"words:{article}", f"audience:{article}", f"article:{other}", f"words:{other}"}
            needs = {f"place:{article}"} | {f"{one}:{other}" for one in ("audience", "place", *DROPPED)}
            return Things(frozenset(parts), uses | needs)
        case SplitArticle():
            copied = {f"{one}:{article}" for one in ("audience", "kind", "heading")}
            return Things(touched | {f"words:{article}"}, uses | copied)
        case Reword():
            return Things(_one(f"words:{article}"), uses)
        case MoveArticle():
            return Things(_one(f"place:{article}"), uses)
        case SetAudience():
            return Things(_one(f"audience:{article}"), uses)
        case SetNumber():
            return Things(_one(f"number:{article}"), uses)
        case SetHeading():
            return Things(_one(f"heading:{article}"), uses)
        case SetKind():
            return Things(_one(f"kind:{article}"), uses)
        case _:
            assert_never(operation)


def _used(*answers: Answer) -> Names:
    return _names("article", [article for answer in answers for article in answer.articles])


def _names(kind: str, ids: Iterable[str]) -> Names:
    return frozenset(f"{kind}:{one}" for one in ids)


def _one(name: str) -> Names:
    return frozenset({name})
