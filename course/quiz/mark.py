"""Mark an answer by the question, and by the school's own protocol where the question names acts.

An answer that can't be read is never marked: it is refused with `Invalid(answer=<message id>)`, so that a
slip of the page or the connection never costs a learner a point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from course.errors import Invalid
from course.norms.model import Verdict
from course.quiz.draw import asked
from course.quiz.model import Mark, OptionMark, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from course.norms.judgement import Judgement
    from course.quiz.model import Option, Question

Answer = str | Sequence[str] | Mapping[str, str]
"""single: an option's key; multiple: keys; judge: a pile or "open"; order: all keys in the order given;
sort: the pile by key, for every item shown. A sequence of one does for single and judge."""

IN_DOUBT = (Verdict.OPEN, Verdict.ASK_FIRST)
"""What is right to say of an open act: that nothing is said of it, and to ask first, as every rule for who is in doubt
tells; see docs/decisions/0009-what-an-open-act-counts-for.md."""

PASS_MARK = 80
"""Per cent of an attempt's questions that must be right; exactly this passes."""

PILES = (Verdict.MAY, Verdict.ASK_FIRST, Verdict.NOT)
"""Where an item of a sort question can lie. A learner tells what can be done from what can't; how strongly a school means
it, the card tells afterwards (docs/decisions/0021-four-sources-towards-each-actor.md)."""

PILE_OF: Mapping[Verdict, Verdict] = {Verdict.MUST: Verdict.MAY, Verdict.RATHER_NOT: Verdict.NOT}
"""Under which pile a verdict lies that has none of its own name."""

NAMES: Mapping[str, Verdict] = {
    **{one: one for one in Verdict},
    "fine": Verdict.MAY,
    "not-fine": Verdict.NOT,
}
"""What an answer means: also one that was given while there were four verdicts, and is kept."""

MISSING, UNKNOWN, ONE_ONLY, INCOMPLETE = (
    "answer-missing",
    "answer-unknown",
    "answer-one-only",
    "answer-incomplete",
)
"""Message ids: nothing chosen; something that this question does not offer; more than one where one is asked;
not every item placed, or one placed twice."""


def mark(question: Question, answer: Answer | None, judge_of: Callable[[str], Judgement]) -> Mark:
    """Tell what is right and wrong in an answer, with all that its explanation needs.

    `judge_of` gives the judgement of an act at the learner's school. Raises `Invalid` for an answer that
    can't be taken.
    """
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return _mark_choice(question, answer)
        case QuestionKind.JUDGE:
            return _mark_judge(question, answer, judge_of)
        case QuestionKind.ORDER:
            return _mark_order(question, answer)
        case QuestionKind.SORT:
            return _mark_sort(question, answer, judge_of)
        case _:
            assert_never(question.kind)


def pile_of(verdict: Verdict) -> Verdict:
    """Tell under which pile an act of this verdict lies; `OPEN` lies under none but its own name."""
    return PILE_OF.get(verdict, verdict)


def is_mastered(right: int, total: int) -> bool:
    """Tell whether `right` of `total` questions make the pass mark; an empty attempt never does."""
    return total > 0 and right * 100 >= PASS_MARK * total


def needed_of(total: int) -> int:
    """Give the fewest right answers that make the pass mark of an attempt with so many questions."""
    return -(-PASS_MARK * total // 100)


def _mark_choice(question: Question, answer: Answer | None) -> Mark:
    chosen = _several(answer)
    if question.kind is QuestionKind.SINGLE and len(set(chosen)) > 1:
        raise Invalid(answer=ONE_ONLY)
    _refuse_unknown(chosen, (one.key for one in question.options))
    marks = tuple(
        _option_mark(one, "x" if one.key in chosen else "", "x" if one.right else "")
        for one in question.options
    )
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(one.key for one in question.options if one.key in chosen),
        expected=tuple(one.key for one in question.options if one.right),
        options=marks,
        judgement=None,
    )


def _mark_judge(question: Question, answer: Answer | None, judge_of: Callable[[str], Judgement]) -> Mark:
    chosen = _several(answer)
    if len(set(chosen)) > 1:
        raise Invalid(answer=ONE_ONLY)
    _refuse_unknown(chosen, NAMES)
    given = NAMES[chosen[0]]
    judgement = judge_of(question.act or "")
    verdict = judgement.verdict
    expected = IN_DOUBT if verdict is Verdict.OPEN else (pile_of(verdict),)
    told = tuple(one.value for one in expected)
    return Mark(question, given in {*expected, verdict}, (given.value,), told, (), judgement)


def _mark_order(question: Question, answer: Answer | None) -> Mark:
    given = _several(answer)
    expected = tuple(one.key for one in question.options)
    _refuse_unknown(given, expected)
    if sorted(given) != sorted(expected):
        raise Invalid(answer=INCOMPLETE)
    marks = tuple(
        _option_mark(one, str(given.index(one.key) + 1), str(place))
        for place, one in enumerate(question.options, start=1)
    )
    return Mark(question, given == expected, given, expected, marks, None)


def _mark_sort(question: Question, answer: Answer | None, judge_of: Callable[[str], Judgement]) -> Mark:
    if not answer:
        raise Invalid(answer=MISSING)
    if not isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    given = {key: pile for key, pile in answer.items() if pile}
    if not given:
        raise Invalid(answer=MISSING)
    items = asked(question, judge_of)
    _refuse_unknown(given.keys(), (one.key for one in items))
    _refuse_unknown(given.values(), NAMES.keys() - {Verdict.OPEN})
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


def _option_mark(option: Option, given: str, expected: str) -> OptionMark:
    return OptionMark(option, given, expected, given == expected, None)


def _several(answer: Answer | None) -> tuple[str, ...]:
    """Read the answer as a sequence of names, blanks left out; a mapping is none."""
    if isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    names = (answer,) if isinstance(answer, str) else tuple(answer or ())
    given = tuple(str(one) for one in names if one)
    if not given:
        raise Invalid(answer=MISSING)
    return given


def _refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    if not set(given) <= set(known):
        raise Invalid(answer=UNKNOWN)
