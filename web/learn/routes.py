"""Thin routes of a learner: read two fields, call one function of `course.learning`, answer in the shape asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.learning import home as home_of
from course.learning import later as later_cards
from course.learning import playing, quizzing
from course.learning.views import LaterPage, Notice, Play, QuestionPage, QuizPage
from web.hypermedia import gone_to, moved_on, shown
from web.identity import me, now, the_library, the_store
from web.learn import looks
from web.learn.answers import answer_from, moved, ordered

if TYPE_CHECKING:
    from flask import Response

area = Blueprint("learn", __name__, url_prefix="/learn")
looks.install(area)


@area.get("/")
def home() -> Response:
    """Show a learner's modules, and the later-cards that wait."""
    view = home_of.home(the_store(), the_library(), me(), now())
    return shown("learn/home.html", "learn/_home.html", home=view)


@area.get("/lessons/<lesson>")
def lesson(lesson: str) -> Response:
    """Show where the learner is in a lesson."""
    return _played(playing.open_run(the_store(), the_library(), me(), lesson, now()), posted=False)


@area.post("/lessons/<lesson>/choices")
def choose(lesson: str) -> Response:
    """Take one choice."""
    step, choice = number("step"), request.form.get("choice", "")
    return _played(playing.choose(the_store(), the_library(), me(), lesson, step, choice, now()))


@area.post("/lessons/<lesson>/back")
def back(lesson: str) -> Response:
    """Go back in time to an earlier scene of this round."""
    step, to = number("step"), number("to")
    return _played(playing.go_back(the_store(), the_library(), me(), lesson, step, to, now()))


@area.post("/lessons/<lesson>/rounds")
def again(lesson: str) -> Response:
    """Begin a new round; endings that were found stay."""
    return _played(playing.start_again(the_store(), the_library(), me(), lesson, number("step"), now()))


@area.get("/quizzes/<quiz>")
def quiz(quiz: str) -> Response:
    """Show the open question, or how the last attempt went."""
    return _asked(quizzing.open_attempt(the_store(), the_library(), me(), quiz, now()), posted=False)


@area.post("/quizzes/<quiz>/attempts")
def attempt(quiz: str) -> Response:
    """Begin another attempt, with other questions."""
    return _asked(quizzing.new_attempt(the_store(), the_library(), me(), quiz, number("attempt"), now()))


@area.post("/quizzes/<quiz>/answers")
def answer(quiz: str) -> Response:
    """Mark one answer, and show why."""
    page = quizzing.answer(
        the_store(), the_library(), me(), quiz, number("attempt"), number("place"), answer_from(request.form), now()
    )
    return _asked(page)


@area.get("/later/<lesson>/<scene>/<int:days>")
def later(lesson: str, scene: str, days: int) -> Response:
    """Show a later-card."""
    view = later_cards.open_card(the_store(), the_library(), me(), lesson, scene, days, now())
    return _remembered(view, posted=False)


@area.post("/later/<lesson>/<scene>/<int:days>")
def answer_later(lesson: str, scene: str, days: int) -> Response:
    """Take the choice on a later-card."""
    choice = request.form.get("choice", "")
    return _remembered(later_cards.answer_card(the_store(), the_library(), me(), lesson, scene, days, choice, now()))


def number(field: str) -> int:
    """A whole number that the page itself put in a form; raises Invalid where somebody changed it."""
    try:
        return int(request.form.get(field, ""))
    except ValueError:
        raise Invalid(**{field: _("The form was not complete. Load the page again and answer once more.")}) from None


def _played(play: Play, *, posted: bool = True) -> Response:
    """Show a lesson; a stale page gets the real state and 409, so that nothing is lost and nothing happens twice."""
    names = {"page": "learn/lesson.html", "fragment": "learn/_lesson.html"}
    if play.notice is Notice.STALE:
        return shown(**names, status=409, play=play)
    if not posted:
        return shown(**names, play=play)
    return moved_on(**names, url=url_for("learn.lesson", lesson=play.lesson.id), play=play)


def _asked(page: QuizPage, *, posted: bool = True) -> Response:
    """Show a question, its marking, or the result."""
    asked = isinstance(page, QuestionPage)
    names = {
        "page": "learn/question.html" if asked else "learn/result.html",
        "fragment": "learn/_question.html" if asked else "learn/_result.html",
    }
    if page.notice is Notice.STALE:
        return shown(**names, status=409, quiz=page)
    if not posted:
        return shown(**names, quiz=page)
    return moved_on(**names, url=url_for("learn.quiz", quiz=page.quiz.id), quiz=page)


def _remembered(view: LaterPage, *, posted: bool = True) -> Response:
    """Show a later-card before or after it was answered."""
    names = {"page": "learn/later.html", "fragment": "learn/_later.html"}
    if view.notice is Notice.STALE:
        return shown(**names, status=409, later=view)
    if not posted:
        return shown(**names, later=view)
    card = view.card
    url = url_for("learn.later", lesson=card.lesson.id, scene=card.scene.id, days=card.days)
    return moved_on(**names, url=url, later=view)
