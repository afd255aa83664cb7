"""One attempt at a quiz as a value, and the pages made from it. Pure.

An attempt keeps the questions it drew. One that left the bank since is passed over, so that an attempt that
was open when the bank changed can still be finished; what was answered before counts as it was marked.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.learning.pages import Notice, QuestionPage, ResultPage
from course.learning.quiz.kept_answers import kept
from course.quiz import draw
from course.quiz.mark import is_mastered, mark, needed_of
from course.quiz.meaning import meaning_of
from course.quiz.school import school_says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from course.learning.progress.module_progress import ModuleToday
    from course.norms.judgement import Judgement
    from course.norms.model import Audience, Protocol
    from course.quiz.model import Mark, Question, Quiz


@dataclass(frozen=True, slots=True)
class Paper:
    """A quiz as it is asked of one learner: the bank, its module, and how the school judges an act."""

    quiz: Quiz
    module: ModuleToday
    judge: Callable[[str], Judgement]
    protocol: Protocol | None = None
    audience: Audience | None = None

    def explained(self, marking: Mark) -> Mark:
        """Give a mark with what the school's own rules say of the question."""
        if self.protocol is None:
            return marking
        said = school_says(marking.question, self.protocol, self.audience, self.judge)
        return replace(marking, school=said)

    def question(self, question_id: str) -> Question | None:
        """Find a question that can still be asked at this school."""
        found = self.quiz.questions.get(question_id)
        return found if found is not None and draw.can_be_asked(found, self.judge) else None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt as it is stored, or as it is to begin with its first answer."""

    id: int | None
    """None before the first answer: looking at a question begins nothing."""
    number: int
    seed: int
    questions: tuple[str, ...]
    answered: int
    """Of those that count."""
    right: int
    last_place: int
    """Of the last answer; -1 before the first."""
    finished_at: datetime | None

    def left(self, paper: Paper) -> tuple[int, ...]:
        """List the places that wait for an answer.

        What counts for nothing still waits once the attempt is finished, while its answers are kept.
        """
        if self.finished_at is not None and self.last_place < 0:
            return ()
        after = ((place, paper.question(self.questions[place])) for place in self._after)
        is_finished = self.finished_at is not None
        return tuple(place for place, one in after if one is not None and not (is_finished and one.counts))

    def left_to_count(self, paper: Paper) -> tuple[int, ...]:
        """List the places without whose answer the attempt isn't finished."""
        if self.finished_at is not None:
            return ()
        after = ((place, paper.question(self.questions[place])) for place in self._after)
        return tuple(place for place, one in after if one is not None and one.counts)

    @property
    def _after(self) -> range:
        return range(self.last_place + 1, len(self.questions))

    def taken(self, paper: Paper) -> int:
        """Count what was answered, also what counts for nothing."""
        before = (paper.quiz.questions.get(one) for one in self.questions[: self.last_place + 1])
        return self.answered + sum(not one.counts for one in before if one is not None)

    def shown_place(self, paper: Paper, place: int) -> int:
        """Count an answered place as a learner does: from 1, without places that were passed over."""
        return max(1, self.taken(paper) - self.last_place + place)

    def has_run_out(self, paper: Paper) -> bool:
        """Whether nothing is left to ask though it was never finished: the questions that waited left the bank."""
        return self.finished_at is None and not self.left_to_count(paper)

    @property
    def score(self) -> int:
        """Percent right of what was answered, rounded down, so that 80 is never shown to who missed it."""
        return self.right * 100 // self.answered if self.answered else 0

    @property
    def is_passed(self) -> bool:
        """Whether the answers so far make the pass mark."""
        return is_mastered(self.right, self.answered)


@dataclass(frozen=True, slots=True)
class Answered:
    """One stored answer; `answer` is what `kept_answers` wrote, and `right` what was told of it."""

    question: str
    answer: str
    right: bool


def seed_of(person_id: int, quiz_id: str, number: int) -> int:
    """Give the seed of an attempt: neighbours get other papers, and the same attempt is always the same."""
    return zlib.crc32(f"{person_id}:{quiz_id}:{number}".encode()) & 0x7FFFFFFF


def marked(paper: Paper, stored: Answered) -> Mark | None:
    """Mark a stored answer again, for its explanation; None when the question changed too much since.

    So it did where the mark would be another one, be it the question, the protocol or the law that changed: a right
    answer is never called wrong afterwards.
    """
    question = paper.question(stored.question)
    if question is None:
        return None
    try:
        again = mark(question, kept(question, stored.answer), paper.judge)
    except Invalid:
        return None
    return again if again.right == stored.right else None


def question_page(paper: Paper, attempt: Attempt, notice: Notice | None = None) -> QuestionPage | None:
    """Ask the next question; None when there is none left."""
    left = attempt.left(paper)
    question = paper.question(attempt.questions[left[0]]) if left else None
    if question is None:
        return None
    return _page(paper, attempt, left[0], question, left=left[1:], marking=None, notice=notice)


def mark_page(paper: Paper, attempt: Attempt, place: int, marking: Mark) -> QuestionPage:
    """Show an answered question with its mark."""
    return _page(paper, attempt, place, marking.question, left=attempt.left(paper), marking=marking)


def result_page(
    paper: Paper,
    attempt: Attempt,
    answers: Iterable[Answered],
    *,
    best: int,
    module_done: bool,
    notice: Notice | None = None,
) -> ResultPage:
    """Tell how an attempt went, with every answer explained."""
    marks = (marked(paper, one) for one in answers)
    return ResultPage(
        quiz=paper.quiz,
        module=paper.module.module,
        attempt=attempt.number,
        score=attempt.score,
        right=attempt.right,
        total=attempt.answered,
        needed=needed_of(attempt.answered),
        passed=attempt.is_passed,
        reviewed=tuple(paper.explained(one) for one in marks if one is not None),
        best=best,
        module_done=module_done,
        notice=notice,
    )


def _page(
    paper: Paper,
    attempt: Attempt,
    place: int,
    question: Question,
    *,
    left: tuple[int, ...],
    marking: Mark | None,
    notice: Notice | None = None,
) -> QuestionPage:
    waiting = marking is None
    taken = attempt.taken(paper)
    return QuestionPage(
        quiz=paper.quiz,
        module=paper.module.module,
        attempt=attempt.number,
        place=place,
        shown_place=taken + 1 if waiting else attempt.shown_place(paper, place),
        total=taken + len(left) + waiting,
        question=question,
        meaning=meaning_of(question, paper.judge),
        options=draw.shown(question, attempt.seed, paper.judge),
        partners=draw.partners(question, attempt.seed),
        mark=None if marking is None else paper.explained(marking),
        is_last=not left,
        notice=notice,
    )
