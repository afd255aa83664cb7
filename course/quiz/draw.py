"""Draw questions and shuffle options by seed: the same seed gives the same paper, on any machine and version.

Ranks come from a hash rather than from `random`, whose sequences Python does not promise to keep.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from course.quiz.kinds.markings import marking_of
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.norms.judgement import Judgement
    from course.quiz.model import Option, Partner, Question, Quiz


def draw(quiz: Quiz, seed: int, seen: Sequence[str], judge_of: Callable[[str], Judgement]) -> tuple[str, ...]:
    """Choose the questions of one attempt by id: least seen first, then spread over the kinds, then by seed.

    Where the bank has something to write, one such question comes last, beside those that count.

    `seen` are the ids of all earlier attempts: an id counts as often as it stands there, unknown ones not.
    Fewer than `quiz.draw` that count come back only when the bank holds fewer that can be asked at this school.
    """
    times = Counter(seen)
    written = [one for one in quiz.questions.values() if not one.counts]
    last = sorted(written, key=lambda one: (times[one.id], _rank(seed, quiz.id, one.id)))[:1]
    left = [one for one in quiz.questions.values() if one.counts and can_be_asked(one, judge_of)]
    drawn: list[Question] = []
    kinds: Counter[QuestionKind] = Counter()
    while left and len(drawn) < quiz.draw:
        best = min(left, key=lambda one: (times[one.id], kinds[one.kind], _rank(seed, quiz.id, one.id)))
        left.remove(best)
        drawn.append(best)
        kinds[best.kind] += 1
    return tuple(one.id for one in (*drawn, *last))


def can_be_asked(question: Question, judge_of: Callable[[str], Judgement]) -> bool:
    """Tell whether the school's protocol leaves something to answer."""
    fewest = marking_of(question.kind).fewest_asked
    return not fewest or len(asked(question, judge_of)) >= fewest


def asked(question: Question, judge_of: Callable[[str], Judgement]) -> tuple[Option, ...]:
    """Give the options to show at this school, unshuffled: a sort question leaves out what is open there."""
    return marking_of(question.kind).asked(question, judge_of)


def shuffled(question: Question, seed: int) -> tuple[Option, ...]:
    """Put all options in the order of a seed; steps never begin in the right one, and a checklist stays as it is."""
    if question.kind is QuestionKind.WRITE:
        return question.options
    mixed = tuple(sorted(question.options, key=lambda one: _rank(seed, question.id, one.key)))
    if question.kind is QuestionKind.ORDER and mixed == question.options:
        return mixed[1:] + mixed[:1]
    return mixed


def shown(question: Question, seed: int, judge_of: Callable[[str], Judgement]) -> tuple[Option, ...]:
    """Give the options as one attempt at one school shows them: `asked`, in the order of `shuffled`."""
    here = asked(question, judge_of)
    return tuple(one for one in shuffled(question, seed) if one in here)


def partners(question: Question, seed: int) -> tuple[Partner, ...]:
    """Put what items can be matched to in the order of a seed."""
    return tuple(sorted(question.partners, key=lambda one: _rank(seed, question.id, one.key)))


def _rank(seed: int, *names: str) -> bytes:
    return hashlib.sha256("\0".join((str(seed), *names)).encode("utf-8", "surrogatepass")).digest()
