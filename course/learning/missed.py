"""Which articles somebody of the staff missed, of the own protocol or of who speaks where it doesn't, as far as still known.

Out of what is kept anyway, and no longer than that: quiz answers for a week, and the way in a story until its sign-in is
over (docs/decisions/0003). Nothing is written down to tell it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import Invalid
from course.learning.lesson.script import judge_for, script_for
from course.learning.tables import attempts, marks, runs
from course.norms.model import Audience
from course.quiz.school import articles_behind
from course.scenario.walk import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from course.curriculum.model import Module
    from course.library import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Protocol, SourceArticle
    from course.people.actor import Actor

    Articles = tuple[Article | SourceArticle, ...]

FOR_STAFF = frozenset({Audience.TEACHER, Audience.LEADER})

_WRONG = (
    select(attempts.c.quiz, marks.c.question)
    .join(attempts, marks.c.attempt_id == attempts.c.id)
    .where(attempts.c.person_id == bindparam("person"), ~marks.c.right)
)
_WALKED = select(runs.c.lesson, runs.c.path, runs.c.ending, runs.c.sign_in).where(
    runs.c.person_id == bindparam("person"), runs.c.path != "[]"
)


@dataclass(frozen=True, slots=True)
class Missed:
    """An article that stands behind a wrong answer, or behind a choice that it does not want."""

    article: Article | SourceArticle
    """Of the own protocol; of the law, an agreement or advice where that says nothing."""
    modules: tuple[Module, ...]
    """Where that was."""
    answers: int
    choices: int


def missed_by(conn: Connection, library: Library, actor: Actor) -> tuple[Missed, ...]:
    """Tell what somebody missed in the modules for staff, by the rules of today; what was missed most first."""
    protocol = library.norms.protocols.get(actor.protocol or "")
    if protocol is None:
        return ()
    answers, choices = Counter[str](), Counter[str]()
    places: dict[str, dict[str, Module]] = defaultdict(dict)
    known: dict[str, Article | SourceArticle] = {}
    found = [(answers, one) for one in _answered_wrong(conn, library, actor, protocol)]
    found += [(choices, one) for one in _chose_wrong(conn, library, actor)]
    for counter, (module, articles) in found:
        for article in articles:
            counter[article.id] += 1
            known[article.id] = article
            places[article.id][module.id] = module
    missed = [
        Missed(article, tuple(places[one].values()), answers[one], choices[one])
        for one, article in known.items()
    ]
    return tuple(sorted(missed, key=lambda one: -(one.answers + one.choices)))


def _answered_wrong(
    conn: Connection, library: Library, actor: Actor, protocol: Protocol
) -> Iterator[tuple[Module, Articles]]:
    by_quiz = {one.quiz: one for one in library.curriculum.modules.values() if one.audience in FOR_STAFF}
    judge = judge_for(library, actor)
    for row in conn.execute(_WRONG, {"person": actor.person_id}):
        quiz, name = str(row.quiz), str(row.question)
        bank = library.quizzes.get(quiz)
        question = bank.questions.get(name) if bank else None
        if quiz in by_quiz and question is not None and question.counts:
            own = articles_behind(question, protocol, actor.audience, judge)
            yield by_quiz[quiz], own or _said_by(judge(act) for act in question.acts)


def _chose_wrong(conn: Connection, library: Library, actor: Actor) -> Iterator[tuple[Module, Articles]]:
    """Read the way of stories that go on, and of those that this very sign-in brought to an end."""
    for row in conn.execute(_WALKED, {"person": actor.person_id}):
        is_known = row.lesson in library.lessons and (row.ending is None or row.sign_in == actor.sign_in)
        if not is_known:
            continue
        script = script_for(library, actor, row.lesson)
        if script.module.audience not in FOR_STAFF:
            continue
        try:
            path = decode(row.path)
        except Invalid:
            continue
        for step in script.hindering.intersection(path):
            yield script.module, _said_by(one for one in script.judgements[step].each if one.verdict.hinders)


def _said_by(judgements: Iterable[Judgement]) -> Articles:
    """Give what the school itself says of each, or else what law, agreements and advice say."""
    found = [article for one in judgements for article in one.articles or one.national_articles]
    return tuple({one.id: one for one in found}.values())
