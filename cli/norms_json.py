"""The norms as JSON, for who reckons with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.norms.judge import gaps
from course.norms.model import NATIONAL, NO_STAND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.judgement import JointJudgement, Judgement
    from course.norms.model import (
        Article,
        NationalRules,
        Norms,
        Position,
        Protocol,
        Source,
        SourceArticle,
        Stand,
    )


def verdict(judged: JointJudgement, lang: str) -> Mapping[str, Any]:
    """Give the verdict on acts that are done at once: the strictest, and each by itself under "acts"."""
    each = [_judgement(one, lang) for one in judged.each]
    return {**_judgement(judged.leading, lang), "acts": each}


def _judgement(judgement: Judgement, lang: str) -> Mapping[str, Any]:
    """Give one judgement; `stance` is the protocol's own, `decided_by` the one that decided."""
    return {
        "protocol": judgement.protocol.id,
        "act": judgement.act.id,
        "actor": judgement.audience,
        "stance": judgement.position.stance,
        "verdict": judgement.verdict,
        "decided_by": judgement.stance,
        "source": judgement.source,
        "ask": list(judgement.ask),
        "conditions": judgement.conditions.for_locale(lang) if judgement.conditions else None,
        "articles": [_article(article) for article in judgement.articles],
        **{source.value: _said_nationally(judgement, source) for source in NATIONAL},
        "gap": judgement.gap,
        "doubt": _article(judgement.doubt) if judgement.doubt else None,
    }


def _article(article: Article) -> Mapping[str, str]:
    words = article.words
    return {"id": article.id, "number": article.number, "nl": words.nl, "en": words.for_locale("en")}


def _said_nationally(judgement: Judgement, source: Source) -> Mapping[str, Any]:
    articles = (one for one in judgement.national_articles if one.source is source)
    return {
        "stance": judgement.positions[source].stance,
        "articles": [_source_article(article) for article in articles],
    }


def _source_article(article: SourceArticle) -> Mapping[str, str]:
    words = article.words
    return {
        "id": article.id,
        "reference": article.reference,
        "body": article.body,
        "date": article.date,
        "checked": article.checked.isoformat(),
        "nl": words.nl,
        "en": words.en,
    }


def protocol(norms: Norms, protocol: Protocol) -> Mapping[str, Any]:
    """Give what a protocol is, and on which acts it stays below law or agreement."""
    return {
        "id": protocol.id,
        "name": protocol.name,
        "title": protocol.title,
        "version": protocol.version or None,
        "adopted": protocol.adopted.isoformat() if protocol.adopted else None,
        "channels": list(protocol.channels),
        "articles": len(protocol.articles),
        "teachable": sum(article.teachable for article in protocol.articles.values()),
        "gaps": {judgement.act.id: judgement.gap for judgement in gaps(norms, protocol.id)},
    }


def matrix(norms: Norms) -> Mapping[str, Any]:
    """Give what each source holds of each act; names of protocols can't be those of the national sources."""
    national = {one.value: norms.national(one) for one in NATIONAL}
    sources: dict[str, Protocol | NationalRules] = {**norms.protocols, **national}
    return {
        act: {name: _stand(source.stands.get(act, NO_STAND)) for name, source in sources.items()}
        for act in norms.acts
    }


def _stand(stand: Stand) -> Mapping[str, Any]:
    actors = {actor.value: _position(one) for actor, one in stand.actors.items()}
    return {**_position(stand.everyone), **({"actors": actors} if actors else {})}


def _position(position: Position) -> Mapping[str, Any]:
    """Give a stance with its articles; whom to ask and the conditions only where there are any."""
    said: dict[str, Any] = {"stance": position.stance, "articles": list(position.articles)}
    if position.ask:
        said["ask"] = list(position.ask)
    if position.conditions:
        said["conditions"] = position.conditions.nl
    return said
