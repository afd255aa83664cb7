"""The immutable model of norms: acts, articles, protocols, the law, and a judgement of one act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from course.reading.words import Words


class Stance(StrEnum):
    """What one protocol, or the law, says of one act."""

    REQUIRED = "required"
    ENCOURAGED = "encouraged"
    ALLOWED = "allowed"
    ASK_FIRST = "ask-first"
    DISCOURAGED = "discouraged"
    FORBIDDEN = "forbidden"
    SILENT = "silent"


class Verdict(StrEnum):
    """What the learner is told of a choice."""

    FINE = "fine"
    ASK_FIRST = "ask-first"
    NOT_FINE = "not-fine"
    OPEN = "open"


class Gap(StrEnum):
    """How a protocol stays below the law floor; shown to directors."""

    SILENT = "silent"
    """The protocol says nothing where the law forbids, advises against or asks for consent first."""
    BELOW_LAW = "below-law"
    """The protocol takes a milder stance than the law."""


class Audience(StrEnum):
    """Whom an article speaks to, and who may perform an act."""

    PUPIL = "pupil"
    TEACHER = "teacher"
    LEADER = "leader"
    PARENT = "parent"
    SCHOOL = "school"


STAFF = frozenset({Audience.TEACHER, Audience.LEADER})
"""Teachers and leaders are staff alike: what is written for the one is shown to the other too."""

ACTORS_OF_STAFF = STAFF | {Audience.SCHOOL}
"""Whose acts staff may perform: where the school acts, it is one of them who does."""


class ArticleKind(StrEnum):
    """What an article is."""

    CONTEXT = "context"
    FACT = "fact"
    GOAL = "goal"
    PRINCIPLE = "principle"
    NORM = "norm"
    PERMISSION = "permission"
    PROCEDURE = "procedure"
    SANCTION = "sanction"
    DUTY_OF_SCHOOL = "duty-of-school"


class LawKind(StrEnum):
    """How binding a rule above the protocols is."""

    LAW = "law"
    AGREEMENT = "agreement"
    """Made by the whole country's schools, but no law."""


@dataclass(frozen=True, slots=True)
class Article:
    """One numbered point of a protocol, in plain words."""

    protocol: str
    id: str
    audience: tuple[Audience, ...]
    kind: ArticleKind
    words: Words
    teachable: bool
    line: int


@dataclass(frozen=True, slots=True)
class LawArticle:
    """One rule of the law floor with its legal reference."""

    id: str
    kind: LawKind
    reference: str
    words: Words


@dataclass(frozen=True, slots=True)
class Act:
    """A concrete thing somebody may do."""

    id: str
    actors: tuple[Audience, ...]
    theme: str
    words: Words
    note: str


@dataclass(frozen=True, slots=True)
class Position:
    """A stance on one act with the articles that say so."""

    stance: Stance
    articles: tuple[str, ...] = ()


SILENT = Position(Stance.SILENT)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a protocol names for help: a role, and how to reach it."""

    role: Words
    audience: tuple[Audience, ...]
    how: Words


@dataclass(frozen=True, slots=True)
class Protocol:
    """A school's social-media rules."""

    id: str
    name: str
    """The board's or school's name as people say it, e.g. "kom Leren"."""
    title: str
    """The document's own title."""
    version: str
    adopted: date | None
    channels: tuple[str, ...]
    contacts: tuple[Contact, ...]
    articles: Mapping[str, Article]
    positions: Mapping[str, Position]
    """By act id; an act that is not in it is `silent`."""
    doubt: Mapping[Audience, str]
    """Article id of the rule for who is in doubt, per audience that has one."""

    def position(self, act: str) -> Position:
        """Give the protocol's position on an act; silent where it has none."""
        return self.positions.get(act, SILENT)


@dataclass(frozen=True, slots=True)
class Law:
    """The floor that holds at every school."""

    articles: Mapping[str, LawArticle]
    positions: Mapping[str, Position]

    def position(self, act: str) -> Position:
        """Give the law's position on an act; silent where it has none."""
        return self.positions.get(act, SILENT)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one act under one protocol, with every source, ready to be shown."""

    act: Act
    protocol: Protocol
    verdict: Verdict
    stance: Stance
    """The stance that decided (the stricter of law and protocol)."""
    position: Position
    law_position: Position
    articles: tuple[Article, ...]
    law_articles: tuple[LawArticle, ...]
    gap: Gap | None
    doubt: Article | None
    """The protocol's own rule for who is in doubt; filled when the verdict is open and the actor has one."""
    others: tuple[Judgement, ...] = ()
    """How every other protocol sees it, by name; filled when the verdict is open, and empty in these themselves."""

    @property
    def speakers(self) -> tuple[Judgement, ...]:
        """Of the others those that do speak of the act."""
        return tuple(one for one in self.others if one.verdict is not Verdict.OPEN)

    @property
    def law_kind(self) -> LawKind:
        """How binding the floor under this act is: law as soon as one of its articles is."""
        kinds = {article.kind for article in self.law_articles}
        return LawKind.AGREEMENT if kinds == {LawKind.AGREEMENT} else LawKind.LAW


@dataclass(frozen=True, slots=True)
class Norms:
    """Everything that is known of rules: the acts, the protocols by id, and the law."""

    acts: Mapping[str, Act]
    protocols: Mapping[str, Protocol]
    law: Law
