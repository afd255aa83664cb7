"""The school decides what is right to say of an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.norms.model import Verdict
from course.quiz.kinds.answers import ONE_ONLY, refuse_unknown, several
from course.quiz.kinds.marking import Marking
from course.quiz.kinds.piles import NAMES, pile_of
from course.quiz.model import Mark, QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Question

IN_DOUBT = (Verdict.OPEN, Verdict.ASK_FIRST)
"""What is right to say of an open act: that nothing is said of it, and to ask first, as every rule for who is in doubt
tells; see docs/decisions/0009-what-an-open-act-counts-for.md."""


def _mark(question: Question, answer: Answer | None, judge_of: JudgeOf) -> Mark:
    chosen = several(answer)
    if len(set(chosen)) > 1:
        raise Invalid(answer=ONE_ONLY)
    refuse_unknown(chosen, NAMES)
    given = NAMES[chosen[0]]
    judgement = judge_of(question.act or "")
    verdict = judgement.verdict
    expected = IN_DOUBT if verdict is Verdict.OPEN else (pile_of(verdict),)
    told = tuple(one.value for one in expected)
    return Mark(question, given in {*expected, verdict}, (given.value,), told, (), judgement)


JUDGE = Marking(QuestionKind.JUDGE, _mark)
