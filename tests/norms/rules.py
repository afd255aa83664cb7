"""Rules made for a test: one act, one protocol, and what stands above and beside it."""

from __future__ import annotations

from datetime import date

from course.norms.model import (
    Act,
    Article,
    ArticleKind,
    Audience,
    NationalRules,
    Norms,
    Position,
    Protocol,
    Source,
    SourceArticle,
    Stand,
    Sure,
)
from course.reading.words import Words

ACT = "share-a-photo"


def an_article(article_id: str, *audience: Audience) -> Article:
    words = Words(f"Regel {article_id}", f"Rule {article_id}")
    return Article("school", article_id, audience, ArticleKind.NORM, words, teachable=True, line=1)


def a_protocol(
    position: Position | Stand | None = None, protocol_id: str = "school", **doubt: str
) -> Protocol:
    articles = (
        an_article("P", Audience.PUPIL),
        an_article("T", Audience.TEACHER),
        an_article("L", Audience.LEADER),
        an_article("D", Audience.TEACHER, Audience.LEADER),
    )
    return Protocol(
        id=protocol_id,
        name="School",
        title="Afspraken",
        version="",
        adopted=None,
        channels=(),
        contacts=(),
        articles={article.id: article for article in articles},
        stands={ACT: a_stand(position)} if position else {},
        doubt={Audience(audience): article for audience, article in doubt.items()},
    )


def a_stand(held: Position | Stand) -> Stand:
    return held if isinstance(held, Stand) else Stand(held)


def national(source: Source, held: Position | Stand | None = None) -> NationalRules:
    """Rules with one article, named after their source."""
    words = Words(f"Dit zegt {source}", f"{source} says this")
    rule = SourceArticle(source, source, "art. 1", words, "Wie het zegt", date(2026, 11, 28), Sure.SEEN)
    return NationalRules({source: rule}, {ACT: a_stand(held)} if held else {})


def some_norms(
    protocol: Protocol,
    law: Position | Stand | None = None,
    *more: Protocol,
    agreement: Position | Stand | None = None,
    guidance: Position | Stand | None = None,
) -> Norms:
    act = Act(ACT, (Audience.PUPIL, Audience.TEACHER), "images", Words("Delen", "Share"), "")
    return Norms(
        {ACT: act},
        {one.id: one for one in (protocol, *more)},
        national(Source.LAW, law),
        national(Source.AGREEMENT, agreement),
        national(Source.GUIDANCE, guidance),
    )
