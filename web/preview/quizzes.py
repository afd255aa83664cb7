"""The learner's endpoints of a quiz, answered at the author's desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import Response, request, url_for

from course.errors import Invalid
from web.display.answers import answer_from, moved, ordered, placed, why_not
from web.http.converters import number
from web.http.doors import ANYBODY, door
from web.http.hypermedia import moved_on, shown

if TYPE_CHECKING:
    from flask import Blueprint

    from course.learning.pages import QuestionPage
    from web.preview.quiz_desk import QuizDesk

NAMES = {"page": "preview/quiz.html", "fragment": "learn/_question.html"}


def add_quizzes(area: Blueprint, at: QuizDesk) -> None:
    """Put the page of a quiz, and its form, in the area of the learner's endpoints."""

    @area.get("/quizzes/<quiz>")
    def quiz(quiz: str) -> Response:
        at.desk.speak_for(request.args.get("protocol"))
        at.desk.refresh()
        if "marked" in request.args:
            return _shown(at, quiz, at.look_back(quiz))
        return _shown(at, quiz, at.ask(quiz, request.args.get("question", type=int)))

    @area.post("/quizzes/<quiz>/answers")
    @door(ANYBODY, page="learn.quiz")
    def answer(quiz: str) -> Response:
        place, move = number("place"), request.form.get("move")
        if move:
            return _again(at, quiz, place, moved(request.form.getlist("order"), move))
        try:
            page = at.answer(quiz, place, request.form.get("meaning", ""), answer_from(request.form))
        except Invalid as wrong:
            order = request.form.getlist("order")
            return _again(at, quiz, place, order, why_not(wrong.fields["answer"]))
        if page.mark is None:
            return _shown(at, quiz, page, 409)
        return moved_on(**NAMES, url=url_for("learn.quiz", quiz=quiz, marked=1), **_told(at, quiz, page))


def _told(at: QuizDesk, quiz: str, page: QuestionPage, **context: Any) -> dict[str, Any]:
    """What the page shows: the question, which others there are, and what is wrong in the file."""
    bank = at.quiz(quiz)
    titles = [(place, bank.questions[one].title) for place, one in enumerate(at.questions(quiz))]
    problems = at.desk.problems_of(bank.file)
    return {"quiz": page, "given": request.form, "titles": titles, "problems": problems, **context}


def _shown(at: QuizDesk, quiz: str, page: QuestionPage, status: int = 200, **context: Any) -> Response:
    return shown(**NAMES, status=status, **_told(at, quiz, page, **context))


def _again(at: QuizDesk, quiz: str, place: int, order: list[str], error: str | None = None) -> Response:
    """Show the same question with what was filled in; nothing is marked."""
    page = at.ask(quiz, place)
    page = replace(page, options=ordered(page.options, order))
    return _shown(at, quiz, page, 422 if error else 200, placed=placed(request.form), error=error)
