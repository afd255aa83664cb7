"""A question whether one act may be done, to which the school's own protocol is the answer key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.norms.model import Verdict
from course.quiz.kinds.answers import ONE_ONLY, refuse_unknown, several
from course.quiz.kinds.kind import Content, Kind
from course.quiz.kinds.piles import NAMES, pile_of
from course.quiz.model import Mark, QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Question

IN_DOUBT = (Verdict.OPEN, Verdict.ASK_FIRST)
"""What is right to say of an open act: that nothing is said of it, and to ask first, as every rule for who is in doubt
tells; see docs/decisions/0009-what-an-open-act-counts-for.md."""


def _read(written: Written) -> Content:
    """Read the act; a list is part of the text, for the verdicts are the options."""
    act = written.attributes.get("act")
    if not act:
        written.findings.error(
            written.line,
            "judge-without-act",
            told("The question does not say which act is judged."),
            JUDGE.how,
        )
    return Content(written.body, act=act)


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


JUDGE = Kind(QuestionKind.JUDGE, told("Add `act=ACT` to the attribute line."), 0, _read, _mark)
