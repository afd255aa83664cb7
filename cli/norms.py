"""Ask the norms: the verdict on one act at one school, the protocols, and the whole matrix of acts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from cli import norms_text
from cli.reporting import BROKEN_CONTENT, UNKNOWN_NAME, as_json, in_json, report_problems
from course.errors import NotFound
from course.norms.judge import find_act, find_protocol, gaps, judge
from course.norms.model import NO_STAND, Audience, Source
from course.norms.read import read_norms
from course.reading.findings import has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.norms.judgement import Judgement
    from course.norms.model import Article, NationalRules, Norms, Position, Protocol, SourceArticle, Stand

NATIONAL = (Source.LAW, Source.AGREEMENT, Source.GUIDANCE)

language = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the text."
)


@click.command()
@click.argument("protocol")
@click.argument("act")
@click.option(
    "--actor",
    type=click.Choice([audience.value for audience in Audience]),
    help="Who would do it: shows the articles for that person only.",
)
@as_json
@language
@click.pass_obj
def verdict(content: Path, protocol: str, act: str, actor: str | None, *, as_json: bool, lang: str) -> None:
    """Tell what may be done: the verdict on ACT at a school with PROTOCOL, with the articles and the law."""
    norms = load(content)
    if unknown := _unknown(norms, protocol, act):
        for error in unknown:
            click.echo(norms_text.unknown(error, norms.protocols, lang), err=True)
        sys.exit(UNKNOWN_NAME)
    judgement = judge(norms, protocol, act, Audience(actor) if actor else None)
    click.echo(in_json(_judgement(judgement)) if as_json else norms_text.judgement(judgement, lang))


def _unknown(norms: Norms, protocol: str, act: str) -> list[NotFound]:
    """Find what is wrong with both names, so that neither has to be found out after the other."""
    found: list[NotFound] = []
    for find, name in ((find_protocol, protocol), (find_act, act)):
        try:
            find(norms, name)
        except NotFound as error:
            found.append(error)
    return found


@click.command()
@as_json
@language
@click.pass_obj
def protocols(content: Path, *, as_json: bool, lang: str) -> None:
    """List the protocols, with how many articles each has and where it stays below the law."""
    norms = load(content)
    if as_json:
        click.echo(in_json([_protocol(norms, protocol) for protocol in norms.protocols.values()]))
        return
    for protocol in norms.protocols.values():
        click.echo(norms_text.protocol(protocol, len(gaps(norms, protocol.id)), lang))


@click.command()
@as_json
@language
@click.pass_obj
def acts(content: Path, *, as_json: bool, lang: str) -> None:
    """List the acts by theme; with --json, the stance of every protocol and of the law on each of them."""
    norms = load(content)
    click.echo(in_json(_matrix(norms)) if as_json else norms_text.acts(norms, lang))


def load(content: Path) -> Norms:
    """Read the norms, or print every problem in them and end with exit code 1."""
    norms, problems = read_norms(content)
    if has_errors(problems):
        report_problems(problems)
        sys.exit(BROKEN_CONTENT)
    return norms


def _judgement(judgement: Judgement) -> Mapping[str, Any]:
    return {
        "protocol": judgement.protocol.id,
        "act": judgement.act.id,
        "stance": judgement.position.stance,
        "verdict": judgement.verdict,
        "decided_by": judgement.stance,
        "articles": [_article(article) for article in judgement.articles],
        **{source.value: _said_nationally(judgement, source) for source in NATIONAL},
        "gap": judgement.gap,
        "doubt": _article(judgement.doubt) if judgement.doubt else None,
    }


def _article(article: Article) -> Mapping[str, str]:
    return {"id": article.id, "nl": article.words.nl, "en": article.words.en}


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


def _protocol(norms: Norms, protocol: Protocol) -> Mapping[str, Any]:
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


def _matrix(norms: Norms) -> Mapping[str, Any]:
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
