"""The immutable model of norms: themes, acts, protocols, and what stands above and beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from course.norms.help_lines import HelpLine
    from course.reading.words import Words


class Source(StrEnum):
    """Who says something of an act, the strongest first."""

    LAW = "law"
    AGREEMENT = "agreement"
    """Made by the whole country's schools, and no law."""
    PROTOCOL = "protocol"
    GUIDANCE = "guidance"
    """What authoritative bodies advise; it decides only where the others are silent."""


NATIONAL = (Source.LAW, Source.AGREEMENT, Source.GUIDANCE)
"""The sources that are the same for every school."""


class Stance(StrEnum):
    """What one source says of one act."""

    REQUIRED = "required"
    ENCOURAGED = "encouraged"
    ALLOWED = "allowed"
    ASK_FIRST = "ask-first"
    DISCOURAGED = "discouraged"
    FORBIDDEN = "forbidden"
    SILENT = "silent"


class Verdict(StrEnum):
    """What the learner is told of a choice."""

    MUST = "must"
    MAY = "may"
    ASK_FIRST = "ask-first"
    RATHER_NOT = "rather-not"
    NOT = "not"
    OPEN = "open"

    @property
    def hinders(self) -> bool:
        """Whether a path with such an act doesn't complete a lesson (docs/decisions/0001)."""
        return self in {Verdict.RATHER_NOT, Verdict.NOT}

    @property
    def permits(self) -> bool:
        """Whether it may be done without asking."""
        return self in {Verdict.MUST, Verdict.MAY}


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


class Asked(StrEnum):
    """Whom to ask first."""

    TEACHER = "teacher"
    HEAD = "head"
    MANAGER = "manager"
    PARENTS = "parents"
    PERSON = "person"
    """Whom it is about: who is in the picture, who made it, who sent it."""


class Sure(StrEnum):
    """How sure it is that a source says what is told of it."""

    SEEN = "seen"
    PARTLY_SEEN = "partly-seen"
    FROM_KNOWLEDGE = "from-knowledge"


@dataclass(frozen=True, slots=True)
class Theme:
    """What acts are about; themes come in the order in which a school is asked about them."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class Act:
    """A concrete thing somebody may do or leave."""

    id: str
    actors: tuple[Audience, ...]
    theme: str
    words: Words
    note: str
    counterpart: str | None = None
    """The act that is its opposite, which names this one in turn."""
    sentences: Mapping[Audience, Words] = field(default_factory=lambda: MappingProxyType({}))
    """By reader, where one sentence won't do for all."""
    also: tuple[str, ...] = ()
    """Other ways in which schools say it, in Dutch: compared with a school's own words, and never shown."""

    def words_for(self, audience: Audience | None) -> Words:
        """Give the sentence for a reader."""
        return self.sentences.get(audience, self.words) if audience else self.words


@dataclass(frozen=True, slots=True)
class Article:
    """One point of a protocol, in plain words."""

    protocol: str
    id: str
    audience: tuple[Audience, ...]
    kind: ArticleKind
    words: Words
    teachable: bool
    line: int
    number: str = ""
    """As the document prints it, and what readers are shown; empty where it has none. The id is for files only."""
    heading: Words | None = None
    """The section of the document that it stands in."""
    original: str = ""
    """The document's own words; empty where they aren't known."""


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One rule of the law, one agreement or one advice, with who says so and when that was last looked up."""

    id: str
    source: Source
    reference: str
    words: Words
    body: str
    """Who says so, e.g. "Autoriteit Persoonsgegevens"."""
    checked: dt.date
    sure: Sure
    date: str = ""
    """Of the text itself, as far as it is known, e.g. "2025-06"."""
    since: str = ""
    """From when it holds."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A stance on one act with the articles that say so."""

    stance: Stance
    articles: tuple[str, ...] = ()
    ask: tuple[Asked, ...] = ()
    """Whom to ask, where the stance is ask-first and the source says whom."""
    conditions: Words | None = None
    """Of time, place, channel or purpose, e.g. "only in the break"."""


SILENT = Position(Stance.SILENT)


@dataclass(frozen=True, slots=True)
class Stand:
    """What one source holds of one act, towards everyone and towards the actors whom it treats otherwise."""

    everyone: Position = SILENT
    actors: Mapping[Audience, Position] = field(default_factory=lambda: MappingProxyType({}))

    def towards(self, audience: Audience | None) -> Position:
        """Give the position towards an actor; everyone's where it names none for them."""
        return self.actors.get(audience, self.everyone) if audience else self.everyone

    @property
    def articles(self) -> tuple[str, ...]:
        """Every article that it names, towards whomever."""
        positions = (self.everyone, *self.actors.values())
        return tuple(dict.fromkeys(article for one in positions for article in one.articles))


NO_STAND = Stand()


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
    adopted: dt.date | None
    channels: tuple[str, ...]
    contacts: tuple[Contact, ...]
    articles: Mapping[str, Article]
    stands: Mapping[str, Stand]
    """By act id; an act that is not in it is `silent`."""
    doubt: Mapping[Audience, str]
    """Article id of the rule for who is in doubt, per audience that has one."""
    official: str = ""
    """Where the official text stands; an https address, or empty."""

    def position(self, act: str, audience: Audience | None = None) -> Position:
        """Give the protocol's position on an act towards an actor; silent where it has none."""
        return self.stands.get(act, NO_STAND).towards(audience)


@dataclass(frozen=True, slots=True)
class NationalRules:
    """What holds, was agreed, or is advised at every school: the law, the agreements, or the guidance."""

    articles: Mapping[str, SourceArticle]
    stands: Mapping[str, Stand]

    def position(self, act: str, audience: Audience | None = None) -> Position:
        """Give its position on an act towards an actor; silent where it has none."""
        return self.stands.get(act, NO_STAND).towards(audience)

    def speaking_of(self, act: str) -> tuple[SourceArticle, ...]:
        """Give every article that says something of an act, towards whomever."""
        return tuple(self.articles[one] for one in self.stands.get(act, NO_STAND).articles)


def nothing_national() -> NationalRules:
    """Rules that say nothing."""
    return NationalRules(MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Norms:
    """Everything that is known of rules."""

    acts: Mapping[str, Act]
    protocols: Mapping[str, Protocol]
    law: NationalRules
    agreement: NationalRules = field(default_factory=nothing_national)
    guidance: NationalRules = field(default_factory=nothing_national)
    themes: Mapping[str, Theme] = field(default_factory=lambda: MappingProxyType({}))
    """In the order in which a school is asked about them."""
    help: Mapping[str, HelpLine] = field(default_factory=lambda: MappingProxyType({}))

    def national(self, source: Source) -> NationalRules:
        """Give what the law, the agreements or the guidance say; a protocol is a school's own and not here."""
        of = {Source.LAW: self.law, Source.AGREEMENT: self.agreement, Source.GUIDANCE: self.guidance}
        return of[source]
