"""Which lessons teach, and which questions test, each article of each protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import STAFF, Audience
from course.reading.findings import Findings
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.library.model import Library
    from course.norms.model import Protocol
    from course.reading.findings import Problem

LEARNERS = STAFF | {Audience.PUPIL}
"""The audiences that have modules."""

UNTAUGHT = "untaught-article"
"""The code of the hint at a teachable article that nothing teaches or tests."""

Coverage = dict[str, dict[str, dict[str, dict[str, list[str]]]]]
"""`{protocol: {article: {audience: {"lessons": […], "questions": […]}}}}`, teachable articles only."""


def coverage(library: Library) -> Coverage:
    """Tell for every teachable article, per audience that it addresses, what teaches and tests it.

    Lessons are ids, questions are `quiz#question`. A lesson teaches the articles of its choices' acts under
    that protocol, and those it names; a question tests those of its acts, and those it names. What belongs
    to a pupils' module counts for pupils, what belongs to a staff module for teachers and leaders alike.
    """
    made: Coverage = {}
    for protocol in library.norms.protocols.values():
        rows: dict[str, dict[str, dict[str, list[str]]]] = {
            article.id: {audience.value: {"lessons": [], "questions": []} for audience in article.audience}
            for article in protocol.articles.values()
            if article.teachable
        }
        for kind, name, audiences, acts, articles in _teaching(library):
            for article_id in _articles(protocol, acts, articles):
                for audience, cell in rows.get(article_id, {}).items():
                    if audience in audiences:
                        cell[kind].append(name)
        made[protocol.id] = rows
    return made


def check_coverage(library: Library) -> tuple[Problem, ...]:
    """Hint at every teachable article that nothing teaches or tests to an audience that has modules."""
    problems: list[Problem] = []
    for protocol_id, rows in coverage(library).items():
        protocol = library.norms.protocols[protocol_id]
        findings = Findings(f"norms/protocols/{protocol_id}.toml")
        for article_id, cells in rows.items():
            bare = [who for who, cell in cells.items() if who in LEARNERS and not any(cell.values())]
            if bare:
                findings.hint(
                    protocol.articles[article_id].line,
                    UNTAUGHT,
                    told(
                        "Article %(article_id)s is taught and tested by nothing for: %(bare)s.",
                        article_id=article_id,
                        bare=", ".join(bare),
                    ),
                    told(
                        'Use an act of it, or name it: articles="%(protocol_id)s:%(article_id)s".',
                        protocol_id=protocol_id,
                        article_id=article_id,
                    ),
                )
        problems += findings.found
    return tuple(problems)


def _teaching(
    library: Library,
) -> Iterator[tuple[str, str, frozenset[Audience], Iterable[str], tuple[str, ...]]]:
    """Everything that teaches or tests: its kind, name, audiences, acts and named articles."""
    for lesson_id, versions in library.lessons.items():
        for lesson in list(versions.values())[:1]:
            yield "lessons", lesson_id, _audiences(library, lesson.module), lesson.acts(), lesson.articles
    for quiz in library.quizzes.values():
        audiences = _audiences(library, quiz.module)
        for one in quiz.questions.values():
            yield "questions", f"{quiz.id}#{one.id}", audiences, one.acts, one.articles


def _audiences(library: Library, module_id: str) -> frozenset[Audience]:
    module = library.curriculum.modules.get(module_id)
    if module is None:
        return frozenset()
    return frozenset({Audience.PUPIL}) if module.audience is Audience.PUPIL else STAFF


def _articles(protocol: Protocol, acts: Iterable[str], articles: tuple[str, ...]) -> frozenset[str]:
    of_acts = {article for act in acts for article in _named(protocol, act)}
    named = (reference.partition(":") for reference in articles)
    return frozenset(of_acts | {article for owner, _, article in named if owner == protocol.id})


def _named(protocol: Protocol, act: str) -> tuple[str, ...]:
    stand = protocol.stands.get(act)
    return stand.articles if stand else ()
