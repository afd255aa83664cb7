"""What all sources together say of one act, or of several at once, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Gap, Source, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Act, Article, Asked, Audience, Position, Protocol, SourceArticle, Stance
    from course.reading.words import Words


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one act under one protocol, with every source that speaks of it."""

    act: Act
    protocol: Protocol
    audience: Audience | None
    """Whom it is told to; None for anybody who may do it."""
    verdict: Verdict
    stance: Stance
    """The one that decided."""
    source: Source | None
    """The strongest of those that hold the stance that decided; None where all are silent."""
    positions: Mapping[Source, Position]
    ask: tuple[Asked, ...]
    """Whom to ask, by all that hold the stance that decided."""
    conditions: Words | None
    """In which circumstances, by all that hold the stance that decided."""
    articles: tuple[Article, ...]
    """Of the protocol, those that speak to the audience."""
    law_articles: tuple[SourceArticle, ...]
    agreement_articles: tuple[SourceArticle, ...]
    guidance_articles: tuple[SourceArticle, ...]
    """Only where guidance decides."""
    gap: Gap | None
    gap_source: Source | None
    """What the protocol stays below: the law or an agreement."""
    doubt: Article | None
    """The protocol's own rule for who is in doubt; filled when the verdict is open and the actor has one."""
    others: tuple[Judgement, ...] = ()
    """How every other protocol sees it, by name; filled when the verdict is open, and empty in these themselves."""

    @property
    def position(self) -> Position:
        """The protocol's own position."""
        return self.positions[Source.PROTOCOL]

    @property
    def law_position(self) -> Position:
        """The law's position."""
        return self.positions[Source.LAW]

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that hold the stance that decided, the strongest first; guidance only where it decides."""
        if self.source in (None, Source.GUIDANCE):
            return (self.source,) if self.source else ()
        holders = (source for source, one in self.positions.items() if one.stance is self.stance)
        return tuple(one for one in holders if one is not Source.GUIDANCE)

    @property
    def told_by(self) -> Source | None:
        """Whose stance a reader is told first: the school's own where it is the one that decides."""
        own = self.position.stance
        return Source.PROTOCOL if self.source and own is self.stance else self.source

    @property
    def shown_articles(self) -> tuple[Article, ...]:
        """Those of the protocol whose words a card shows: what speaks of the act, else the rule for who is in doubt."""
        return self.articles or ((self.doubt,) if self.doubt else ())

    @property
    def national_articles(self) -> tuple[SourceArticle, ...]:
        """What law, agreements and, where it decides, guidance say, the strongest first."""
        return (*self.law_articles, *self.agreement_articles, *self.guidance_articles)

    @property
    def floor_articles(self) -> tuple[SourceArticle, ...]:
        """The articles of what the protocol stays below."""
        return self.agreement_articles if self.gap_source is Source.AGREEMENT else self.law_articles

    @property
    def speakers(self) -> tuple[Judgement, ...]:
        """Of the others those that do speak of the act."""
        return tuple(one for one in self.others if one.verdict is not Verdict.OPEN)


@dataclass(frozen=True, slots=True)
class JointJudgement:
    """Several acts done at once: the strictest leads, and each is told."""

    leading: Judgement
    each: tuple[Judgement, ...]

    @property
    def verdict(self) -> Verdict:
        """What is told of all of it: that of the strictest."""
        return self.leading.verdict

    @property
    def hinders(self) -> bool:
        """Whether the school does not want any of it."""
        return any(one.verdict.hinders for one in self.each)

    @property
    def also(self) -> tuple[Judgement, ...]:
        """Those that don't lead."""
        return tuple(one for one in self.each if one is not self.leading)
