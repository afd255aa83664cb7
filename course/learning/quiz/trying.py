"""A quiz done without an account: what was right so far comes with every step, and nothing is kept. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.learning.pages import Notice
from course.learning.progress.module_progress import ModuleToday
from course.learning.quiz.attempt import Attempt, Paper, mark_page, question_page
from course.norms.model import Audience
from course.quiz.draw import draw
from course.quiz.mark import mark
from course.quiz.meaning import meaning_of

if TYPE_CHECKING:
    from course.learning.pages import QuestionPage
    from course.library import Library
    from course.norms.judgement import Judgement
    from course.quiz.kinds.answers import Answer


@dataclass(frozen=True, slots=True)
class Sitting:
    """How far somebody is: the seed by which the questions were drawn, and which answers were right."""

    seed: int
    results: tuple[bool, ...] = ()

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(self.results)


def paper_for_parents(library: Library, quiz_id: str, protocol: str) -> Paper:
    """Give a bank as it is asked of parents under a protocol; NotFound for a quiz of others."""
    quiz = library.quiz(quiz_id)
    module = library.module(quiz.module)
    if module.audience is not Audience.PARENT:
        raise NotFound("quiz", quiz_id)

    def judge(act: str) -> Judgement:
        return library.judge(protocol, act, Audience.PARENT)

    today = ModuleToday(module, "", "")
    return Paper(quiz, today, judge, library.norms.protocols[protocol], Audience.PARENT)


def asked(paper: Paper, sitting: Sitting, notice: Notice | None = None) -> QuestionPage | None:
    """Ask the question that waits; None when there is none left."""
    return question_page(paper, _attempt(paper, sitting), notice)


def answered(
    paper: Paper, sitting: Sitting, meaning: str, answer: Answer | None
) -> tuple[QuestionPage | None, Sitting]:
    """Mark an answer, and tell how far one is then; where the rules moved meanwhile, ask anew.

    Raises Invalid for an answer that can't be taken.
    """
    attempt = _attempt(paper, sitting)
    left = attempt.left(paper)
    question = paper.question(attempt.questions[left[0]]) if left else None
    if question is None or meaning_of(question, paper.judge) != meaning:
        return asked(paper, sitting, Notice.CHANGED), sitting
    marking = mark(question, answer, paper.judge)
    after = Sitting(sitting.seed, (*sitting.results, marking.right))
    return mark_page(paper, _attempt(paper, after), left[0], marking), after


def _attempt(paper: Paper, sitting: Sitting) -> Attempt:
    """See a sitting as an attempt; what is only written is left out, for nothing of it could be kept."""
    drawn = draw(paper.quiz, sitting.seed, (), paper.judge)
    questions = tuple(one for one in drawn if paper.quiz.questions[one].counts)
    count = len(sitting.results)
    return Attempt(None, 1, sitting.seed, questions, count, sitting.right, count - 1, None)
