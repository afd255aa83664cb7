"""Questions with their key: as they are asked under some rules, with what is right then and the articles behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.quiz.draw import asked, can_be_asked
from course.quiz.kinds.piles import pile_of
from course.quiz.model import QuestionKind
from course.quiz.school import articles_behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.library import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Verdict
    from course.quiz.model import Option, Question

RIGHT_OR_WRONG = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SPOT)
"""Kinds of which some options are right whatever the rules say."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose, to sort or to match, with where it belongs."""

    html: str
    is_right: bool
    pile: Verdict | None
    """Where the rules put it, of what is sorted."""
    partner: str
    """To what it belongs, as HTML, of what is matched."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with its key."""

    question: Question
    choices: tuple[Choice, ...]
    verdict: Verdict | None
    """What is right to say of the act, of what is judged."""
    articles: tuple[Article, ...]
    """Of the own rules, that stand below the answer."""


def asked_under(library: Library, protocol: str, quiz_id: str) -> tuple[AskedQuestion, ...]:
    """Give every question of a bank that is asked under a protocol of the library."""
    quiz = library.quizzes[quiz_id]
    audience = library.module(quiz.module).audience

    def judge_of(act: str) -> Judgement:
        return library.judge(protocol, act, audience)

    return tuple(
        AskedQuestion(
            one,
            tuple(_choice(one, option, judge_of) for option in asked(one, judge_of)),
            pile_of(judge_of(one.act).verdict) if one.act and one.kind is QuestionKind.JUDGE else None,
            articles_behind(one, library.norms.protocols[protocol], audience, judge_of),
        )
        for one in quiz.questions.values()
        if can_be_asked(one, judge_of)
    )


def _choice(question: Question, option: Option, judge_of: Callable[[str], Judgement]) -> Choice:
    is_sorted = question.kind is QuestionKind.SORT and option.act
    return Choice(
        option.html,
        question.kind in RIGHT_OR_WRONG and option.right,
        pile_of(judge_of(option.act).verdict) if is_sorted and option.act else None,
        option.partner.html if option.partner else "",
    )
