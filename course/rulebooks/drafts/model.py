"""A draft of a protocol as plain data: its articles in order, and an answer for every act that was asked about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.norms.model import ArticleKind, Asked, Audience, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.reading.words import Words

EVERYONE = ""
"""In place of an actor: whoever isn't answered for apart."""

AnswerKey = tuple[str, str]
"""Act, and actor or EVERYONE."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say of an act to somebody: the answer to one question."""

    stance: Stance
    articles: tuple[str, ...] = ()
    ask: tuple[Asked, ...] = ()
    conditions: Words | None = None
    """Of time, place, channel or purpose."""
    is_foreign: bool = False
    """Carried over from somebody else's protocol, and not confirmed yet."""


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """One point of a protocol being written."""

    id: str
    words: Words
    """In plain words; English may be empty."""
    original: str = ""
    """The document's own words, kept whatever the plain ones become."""
    original_of: str = ""
    """Id of the article whose `original` this is too, since it was parted from it; empty where it is its own."""
    number: str = ""
    heading: Words | None = None
    audience: tuple[Audience, ...] = ()
    kind: ArticleKind = ArticleKind.NORM
    teachable: bool = True
    is_foreign: bool = False
    is_aside: bool = False
    """Kept with its words, and no part of the protocol."""


@dataclass(frozen=True, slots=True)
class DraftContact:
    """Whom a protocol names for help."""

    role: Words
    audience: tuple[Audience, ...]
    how: Words


@dataclass(frozen=True, slots=True)
class Draft:
    """A protocol as it stands while it is written."""

    name: str
    title: str
    channels: tuple[str, ...] = ()
    articles: tuple[DraftArticle, ...] = ()
    """All of them in the order of the document, those set aside among them."""
    answers: Mapping[AnswerKey, Answer] = field(default_factory=lambda: MappingProxyType({}))
    """What was answered, `silent` included; an act that is not in it was not answered yet."""
    contacts: tuple[DraftContact, ...] = ()
    doubt: Mapping[Audience, str] = field(default_factory=lambda: MappingProxyType({}))
    joined: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """An article that went into another, by id: what rested on it rests on that one."""
    official: str = ""
    """Where the official text stands; empty for nowhere."""

    def article(self, article_id: str) -> DraftArticle:
        """Find an article, set aside or not; NotFound for one that isn't there."""
        found = next((one for one in self.articles if one.id == article_id), None)
        if found is None:
            raise NotFound("article", article_id)
        return found

    @property
    def standing(self) -> tuple[DraftArticle, ...]:
        """The articles that are part of the protocol."""
        return tuple(one for one in self.articles if not one.is_aside)

    def resting_on(self, article_id: str) -> str | None:
        """Follow an article to the standing one that holds its words now; None where there is none."""
        while article_id in self.joined:
            article_id = self.joined[article_id]
        return article_id if any(one.id == article_id for one in self.standing) else None

    @property
    def foreign(self) -> tuple[str, ...]:
        """Marks of what was carried over and nobody confirmed: `article:ID` and `answer:ACT:ACTOR`."""
        articles = [f"article:{one.id}" for one in self.standing if one.is_foreign]
        answers = [f"answer:{act}:{who}" for (act, who), one in self.answers.items() if one.is_foreign]
        return (*articles, *answers)

    def with_article(self, changed: DraftArticle) -> Draft:
        """Give the draft with one article changed."""
        articles = tuple(changed if one.id == changed.id else one for one in self.articles)
        return replace(self, articles=articles)

    def with_answer(self, key: AnswerKey, answer: Answer | None) -> Draft:
        """Give the draft with one answer changed; None takes it away."""
        answers = {one: held for one, held in self.answers.items() if one != key}
        if answer is not None:
            answers[key] = answer
        return replace(self, answers=MappingProxyType(answers))
