"""Every item lies where the school puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.norms.model import Verdict
from course.quiz.kinds.answers import INCOMPLETE, by_key, refuse_unknown
from course.quiz.kinds.marking import Marking
from course.quiz.kinds.piles import NAMES, pile_of
from course.quiz.model import Mark, OptionMark, QuestionKind

if TYPE_CHECKING:
    from course.norms.judgement import Judgement
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Option, Question

FEWEST_SORTED = 2
"""A sort question with fewer items that the school's protocol speaks of is not asked there."""


def _asked(question: Question, judge_of: JudgeOf) -> tuple[Option, ...]:
    """Leave out what is open at this school."""
    return tuple(one for one in question.options if one.act and judge_of(one.act).verdict is not Verdict.OPEN)


def _mark(question: Question, answer: Answer | None, judge_of: JudgeOf) -> Mark:
    given = by_key(answer)
    items = _asked(question, judge_of)
    refuse_unknown(given.keys(), (one.key for one in items))
    refuse_unknown(given.values(), NAMES.keys() - {Verdict.OPEN})
    if len(given) < len(items):
        raise Invalid(answer=INCOMPLETE)
    judged = [(one, judge_of(one.act or "")) for one in items]
    marks = tuple(_sorted_mark(one, NAMES[given[one.key]], said) for one, said in judged)
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(f"{one.option.key}={one.given}" for one in marks),
        expected=tuple(f"{one.option.key}={one.expected}" for one in marks),
        options=marks,
        judgement=None,
    )


def _sorted_mark(option: Option, given: Verdict, said: Judgement) -> OptionMark:
    expected = pile_of(said.verdict)
    return OptionMark(option, given.value, expected.value, given in {expected, said.verdict}, said)


SORT = Marking(QuestionKind.SORT, _mark, _asked, FEWEST_SORTED)
