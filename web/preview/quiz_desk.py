"""The author's desk for a quiz: every question of the bank in the order of the text, asked and explained as at a school."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from course.errors import Invalid, NotFound
from course.learning.pages import Notice
from course.learning.progress.module_progress import ModuleToday
from course.learning.quiz.attempt import Attempt, Paper, mark_page, question_page
from course.norms.model import Audience
from course.quiz.draw import can_be_asked
from course.quiz.mark import mark
from course.quiz.meaning import meaning_of

if TYPE_CHECKING:
    from course.learning.pages import QuestionPage
    from course.norms.judgement import Judgement
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Quiz
    from web.preview.desk import Desk

SEED = 7
"""By which options are shuffled; saving moves none."""


@dataclass(slots=True)
class QuizDesk:
    """Where the author is in a bank; of all answers the last one is held, to be explained anew once a file is saved."""

    desk: Desk
    place: int = 0
    """Of the question that is asked next."""
    given: tuple[str, int, str, Answer | None] | None = None
    """The last answer: bank, place, what was asked, and the answer."""
    _last: dict[str, Quiz] = field(init=False, default_factory=dict)
    """Every bank as it could be read last: a slip leaves the last good one."""

    def quiz(self, quiz_id: str) -> Quiz:
        """Find a bank as it is saved now, or as it was last whole; NotFound for one that there never was."""
        found = self.desk.library.quizzes.get(quiz_id) or self._last.get(quiz_id)
        if found is None:
            raise NotFound("quiz", quiz_id)
        self._last[quiz_id] = found
        return found

    def questions(self, quiz_id: str) -> tuple[str, ...]:
        """Name the questions that are asked under the protocol chosen, in the order of the text."""
        paper = self.paper(quiz_id)
        acts = self.desk.library.norms.acts.keys()
        known = (one for one in paper.quiz.questions.values() if acts >= set(one.acts))
        return tuple(one.id for one in known if can_be_asked(one, paper.judge))

    def paper(self, quiz_id: str) -> Paper:
        """Give the bank as it is asked under the protocol chosen."""
        library, protocol = self.desk.library, self.desk.protocol
        quiz = self.quiz(quiz_id)
        module = library.module(quiz.module)
        audience = Audience.PUPIL if module.audience is Audience.PUPIL else Audience.TEACHER

        def judge(act: str) -> Judgement:
            return library.judge(protocol, act, audience)

        today = ModuleToday(module, "", "")
        return Paper(quiz, today, judge, library.norms.protocols[protocol], audience)

    def ask(self, quiz_id: str, place: int | None = None, notice: Notice | None = None) -> QuestionPage:
        """Ask the question at a place, from 0, or the next; beyond the last the first. NotFound where none can be asked."""
        questions = self.questions(quiz_id)
        wanted = self.place if place is None else place
        self.place = wanted if 0 <= wanted < len(questions) else 0
        page = question_page(self.paper(quiz_id), self._attempt(quiz_id, self.place - 1), notice)
        if page is None:
            raise NotFound("question", str(wanted))
        return page

    def look_back(self, quiz_id: str) -> QuestionPage:
        """Show the last answer again, explained as the text and the protocol have it now; else what comes next."""
        if self.given is not None and self.given[0] == quiz_id:
            _, place, meaning, answer = self.given
            try:
                return self.answer(quiz_id, place, meaning, answer)
            except Invalid:
                self.given = None
        return self.ask(quiz_id)

    def answer(self, quiz_id: str, place: int, meaning: str, answer: Answer | None) -> QuestionPage:
        """Mark an answer; not where the question asks something else by now. Raises Invalid for one that can't be taken."""
        self.desk.refresh()
        questions, paper = self.questions(quiz_id), self.paper(quiz_id)
        question = paper.question(questions[place]) if 0 <= place < len(questions) else None
        if question is None or meaning_of(question, paper.judge) != meaning:
            return self.ask(quiz_id, place, Notice.CHANGED)
        marking = mark(question, answer, paper.judge)
        self.given, self.place = (quiz_id, place, meaning, answer), place + 1
        return replace(mark_page(paper, self._attempt(quiz_id, place), place, marking), is_last=False)

    def _attempt(self, quiz_id: str, last: int) -> Attempt:
        """An attempt at all questions of which those up to `last` were answered."""
        questions, bank = self.questions(quiz_id), self.quiz(quiz_id).questions
        counted = sum(bank[one].counts for one in questions[: last + 1])
        return Attempt(None, 1, SEED, questions, counted, 0, last, None)
