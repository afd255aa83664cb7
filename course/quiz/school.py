"""What a school's rules say of what a question is about, for whoever has answered it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.model import Stance, Verdict
from course.quiz.draw import asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.norms.judgement import Judgement
    from course.norms.model import Article, Audience, Protocol, SourceArticle
    from course.quiz.model import Question


@dataclass(frozen=True, slots=True)
class SchoolSays:
    """The rules of one school, and the law, agreements and advice beside them, each once."""

    protocol: Protocol
    articles: tuple[Article, ...]
    """The school's own, those that speak to the reader."""
    national_articles: tuple[SourceArticle, ...]
    is_silent: bool
    """Whether the school's own rules take no stance on anything that is asked about."""


def school_says(
    question: Question,
    protocol: Protocol,
    audience: Audience | None,
    judge_of: Callable[[str], Judgement],
) -> SchoolSays | None:
    """Gather what is said of the acts that a question names, and the articles that it names itself.

    What a judge or sort question asks about is told by its own explanation, and not again. None where nobody says anything.
    """
    told = {question.act, *(one.act for one in question.options)}
    judgements = [judge_of(act) for act in question.acts if act not in told]
    speaking = [one for one in judgements if one.verdict is not Verdict.OPEN]
    own = [*_named(question, protocol, audience), *(one for said in speaking for one in said.articles)]
    national = [one for said in speaking for one in said.national_articles]
    if not own and not national:
        return None
    return SchoolSays(
        protocol=protocol,
        articles=tuple({one.id: one for one in own}.values()),
        national_articles=tuple({(one.source, one.id): one for one in national}.values()),
        is_silent=not own and all(one.position.stance is Stance.SILENT for one in speaking),
    )


def articles_behind(
    question: Question,
    protocol: Protocol,
    audience: Audience | None,
    judge_of: Callable[[str], Judgement],
) -> tuple[Article, ...]:
    """Give the protocol's articles whose words stand below an answer, be it judged, sorted or named."""
    judged = judge_of(question.act).shown_articles if question.act else ()
    items = (judge_of(one.act) for one in asked(question, judge_of) if one.act)
    said = school_says(question, protocol, audience, judge_of)
    found = [
        *judged,
        *(article for item in items for article in item.articles),
        *(said.articles if said else ()),
    ]
    return tuple({one.id: one for one in found}.values())


def _named(question: Question, protocol: Protocol, audience: Audience | None) -> Iterator[Article]:
    """Find the articles of this protocol that the question names, where they speak to the reader."""
    for reference in question.articles:
        owner, _, name = reference.partition(":")
        article = protocol.articles.get(name) if owner == protocol.id else None
        if article is not None and (audience is None or audience in article.audience):
            yield article
