"""Thin routes of a learner: read two fields, call one function of `course.learning`, answer in the shape asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import Blueprint, request, url_for

from course.errors import Invalid
from course.figures.staff_reminders import reminded_me
from course.learning import home as home_of
from course.learning.later import cards as later_cards
from course.learning.lesson import playing
from course.learning.pages import Notice, QuestionPage
from course.learning.quiz import answering as quizzing
from course.people.roles import Ability
from course.rulebooks.attesting import is_asked
from web.display.answers import answer_from, moved, ordered, placed, why_not
from web.http.choices import choice_in
from web.http.converters import number, whole
from web.http.doors import door
from web.http.hypermedia import moved_on, shown
from web.http.identity import me, now, the_library, the_store

if TYPE_CHECKING:
    from flask import Response

    from course.learning.pages import LaterPage, Play, QuizPage

OLDER_PAGE = (Notice.STALE, Notice.CHANGED)
"""Notices that answer an older page: what was pressed was not taken."""

area = Blueprint("learn", __name__, url_prefix="/learn")


@area.get("/")
@door(Ability.LEARN)
def home() -> Response:
    """Show a learner's modules, and the later-cards that wait."""
    view = home_of.home(the_store(), the_library(), me(), now())
    asked = is_asked(the_store(), the_library(), me())
    return shown(
        "learn/home.html",
        "learn/_home.html",
        home=view,
        asked_to_confirm=asked,
        reminded=reminded_me(the_store(), the_library(), me(), now()),
        today=me().today,
    )


@area.get("/lessons/<lesson>")
@door(Ability.LEARN)
def lesson(lesson: str) -> Response:
    """Show where the learner is in a lesson."""
    return _played(playing.open_run(the_store(), the_library(), me(), lesson), posted=False)


@area.post("/lessons/<lesson>/choices")
@door(Ability.LEARN, page="learn.lesson")
def choose(lesson: str) -> Response:
    """Take one choice."""
    step, choice, meaning = number("step"), choice_in(request.form), _meaning()
    return _played(playing.choose(the_store(), the_library(), me(), lesson, step, choice, now(), meaning))


@area.post("/lessons/<lesson>/back")
@door(Ability.LEARN, page="learn.lesson")
def back(lesson: str) -> Response:
    """Go back in time to an earlier scene of this run."""
    step, to = number("step"), number("to")
    return _played(playing.go_back(the_store(), the_library(), me(), lesson, step, to, now()))


@area.post("/lessons/<lesson>/runs")
@door(Ability.LEARN, page="learn.lesson")
def again(lesson: str) -> Response:
    """Begin a new run; endings that were found stay.

    The learner's list does not know the step: there who stands at an ending begins anew, and who is on the way goes on.
    """
    if "step" in request.form:
        return _played(playing.start_again(the_store(), the_library(), me(), lesson, number("step"), now()))
    here = playing.open_run(the_store(), the_library(), me(), lesson)
    if here.ending is None:
        return _played(here)
    return _played(playing.start_again(the_store(), the_library(), me(), lesson, here.step, now()))


@area.get("/quizzes/<quiz>")
@door(Ability.LEARN)
def quiz(quiz: str) -> Response:
    """Show the question that waits, or how the last attempt went; with `place`, an answered question again."""
    place, attempt = request.args.get("place", type=whole), request.args.get("attempt", type=whole)
    if place is not None and attempt is not None:
        return _asked(
            quizzing.look_back(the_store(), the_library(), me(), quiz, attempt, place, now()), posted=False
        )
    return _asked(quizzing.open_attempt(the_store(), the_library(), me(), quiz, now()), posted=False)


@area.post("/quizzes/<quiz>/attempts")
@door(Ability.LEARN, page="learn.quiz")
def attempt(quiz: str) -> Response:
    """Begin another attempt, with other questions."""
    return _asked(quizzing.new_attempt(the_store(), the_library(), me(), quiz, number("attempt"), now()))


@area.post("/quizzes/<quiz>/answers")
@door(Ability.LEARN, page="learn.quiz")
def answer(quiz: str) -> Response:
    """Mark one answer, and show why; an answer that can't be read comes back as it was, with what is missing."""
    number_of_attempt, place = number("attempt"), number("place")
    asked, given = quizzing.Asked(number_of_attempt, place, _meaning()), answer_from(request.form)
    if move := request.form.get("move"):
        return _asked_again(quiz, number_of_attempt, place, moved(request.form.getlist("order"), move))
    try:
        page = quizzing.answer(the_store(), the_library(), me(), quiz, asked, given, now())
    except Invalid as wrong:
        return _asked_again(
            quiz, number_of_attempt, place, request.form.getlist("order"), why_not(wrong.fields["answer"])
        )
    return _asked(page)


@area.get("/later/<lesson>/<scene>/<int:days>")
@door(Ability.LEARN)
def later(lesson: str, scene: str, days: int) -> Response:
    """Show a later-card."""
    card = later_cards.Card(lesson, scene, days)
    view = later_cards.open_card(the_store(), the_library(), me(), card, now())
    return _remembered(view, posted=False)


@area.post("/later/<lesson>/<scene>/<int:days>")
@door(Ability.LEARN)
def answer_later(lesson: str, scene: str, days: int) -> Response:
    """Take the choice on a later-card."""
    card, choice = later_cards.Card(lesson, scene, days, _meaning()), request.form.get("choice", "")
    return _remembered(later_cards.answer_card(the_store(), the_library(), me(), card, choice, now()))


def _meaning() -> str:
    """What the page asked on which something was pressed; a page without it is of an older program."""
    return request.form.get("meaning", "")


def _played(play: Play, *, posted: bool = True) -> Response:
    """Show a lesson; a stale page gets the real state and 409, so that nothing is lost and nothing happens twice."""
    names: dict[str, Any] = {"page": "learn/lesson.html", "fragment": "learn/_lesson.html"}
    if play.notice in OLDER_PAGE:
        return shown(**names, status=409, play=play)
    if not posted:
        return shown(**names, play=play)
    return moved_on(**names, url=url_for("learn.lesson", lesson=play.lesson.id), play=play)


def _asked(page: QuizPage, *, posted: bool = True, **context: Any) -> Response:
    """Show a question, its marking, or the result."""
    name = "question" if isinstance(page, QuestionPage) else "result"
    names: dict[str, Any] = {"page": f"learn/{name}.html", "fragment": f"learn/_{name}.html"}
    context = {"quiz": page, "given": request.form, **context}
    if page.notice in OLDER_PAGE:
        return shown(**names, status=409, **context)
    if not posted:
        return shown(**names, **context)
    again: dict[str, Any] = {}
    if isinstance(page, QuestionPage) and page.mark is not None:
        again = {"attempt": page.attempt, "place": page.place}
    return moved_on(**names, url=url_for("learn.quiz", quiz=page.quiz.id, **again), **context)


def _asked_again(quiz: str, attempt: int, place: int, order: list[str], error: str | None = None) -> Response:
    """Show the same question with what was filled in; nothing is marked."""
    page = quizzing.look_back(the_store(), the_library(), me(), quiz, attempt, place, now())
    if isinstance(page, QuestionPage) and page.mark is None:
        page = replace(page, options=ordered(page.options, order))
    names: dict[str, Any] = {"page": "learn/question.html", "fragment": "learn/_question.html"}
    if not isinstance(page, QuestionPage):
        return _asked(page, posted=False)
    return shown(
        **names,
        status=422 if error else 200,
        quiz=page,
        given=request.form,
        placed=placed(request.form),
        error=error,
    )


def _remembered(view: LaterPage, *, posted: bool = True) -> Response:
    """Show a later-card before or after it was answered."""
    names: dict[str, Any] = {"page": "learn/later.html", "fragment": "learn/_later.html"}
    if view.notice in OLDER_PAGE:
        return shown(**names, status=409, later=view)
    if not posted:
        return shown(**names, later=view)
    card = view.card
    url = url_for("learn.later", lesson=card.lesson.id, scene=card.scene.id, days=card.days)
    return moved_on(**names, url=url, later=view)
