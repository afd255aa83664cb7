"""The preview's own small application: the learner's templates, with routes that keep their state on the author's desk."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from flask import (
    Blueprint,
    Flask,
    Response,
    make_response,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from htmx_flask import Htmx

from course.errors import NotFound
from course.learning.pages import Notice
from web.display import scene_layout, template_globals
from web.display.heatmap import Heatmap
from web.display.pictures import SOURCE
from web.http import addresses, errors, language, security
from web.http.choices import choice_in
from web.http.converters import number
from web.http.csrf import MaskedTokens
from web.http.doors import ANYBODY, door
from web.http.hypermedia import loads_again, moved_on, shown
from web.preview import graph
from web.preview.quiz_desk import QuizDesk
from web.preview.quizzes import add_quizzes

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.learning.pages import Play
    from web.preview.desk import Desk

PAGE, FRAGMENT = "preview/lesson.html", "learn/_lesson.html"


def make_preview(desk: Desk) -> Flask:
    """Build the application around one desk."""
    app = Flask("web", root_path=str(template_globals.STATIC.parent))
    app.config.update(
        SECRET_KEY=secrets.token_urlsafe(32), SESSION_COOKIE_NAME="deelwijs-preview", DEBUG=True
    )
    app.extensions["deelwijs.library"] = desk.library
    Htmx(app)
    MaskedTokens(app)
    language.install(app)
    addresses.install(app)
    template_globals.install(app)
    scene_layout.install(app)
    security.install(app)
    errors.install(app)
    for area in (_learn(desk), _rules(desk), _contacts(desk), _sign_in(), graph.area_of(desk)):
        app.register_blueprint(area)
    app.add_url_rule(
        "/pictures/lessons/<lesson>/<name>",
        "lesson_picture",
        lambda lesson, name: _picture(desk, lesson, name),
    )
    app.add_url_rule("/pictures/quizzes/<path:name>", "quiz_picture", lambda name: _quiz_picture(desk, name))
    app.add_template_filter(_quiz_html, "quiz_html")
    app.add_template_global(
        lambda lesson, name: url_for("lesson_picture", lesson=lesson, name=name), "lesson_drawing"
    )
    app.add_url_rule("/gallery", "gallery", lambda: render_template("_ui/gallery.html", heatmap=Heatmap()))
    app.context_processor(lambda: {"actor": desk.actor(), "nav": (), "desk": desk})
    return app


def _beside(area: Blueprint, desk: Desk) -> None:
    """What an author sees beside the lesson: what a teacher reads, and whether a file was saved."""

    @area.get("/<lesson>/talk")
    def talk(lesson: str) -> Response:
        """What only a teacher reads: every scene with its choices as they are written, and what to talk about."""
        if lesson != desk.lesson_id:
            raise NotFound("lesson", lesson, desk.lesson_id)
        desk.speak_for(request.args.get("protocol"))
        desk.refresh()
        return make_response(render_template("preview/talk.html", script=desk.script()))

    @area.get("/saved")
    def saved() -> Response:
        """Tell the open page to load again once a file was saved after it was drawn."""
        return loads_again(needed=str(desk.newest()) != request.args.get("edition"))


def _learn(desk: Desk) -> Blueprint:
    """The learner's endpoints, played at the desk."""
    area = Blueprint("learn", "web.preview", url_prefix="/lessons")

    @area.get("/<lesson>")
    def lesson(lesson: str) -> Response:
        if lesson != desk.lesson_id:
            raise NotFound("lesson", lesson, desk.lesson_id)
        desk.speak_for(request.args.get("protocol"))
        desk.refresh()
        desk.jump(request.args.get("scene"))
        return shown(PAGE, FRAGMENT, play=desk.play())

    @area.post("/<lesson>/choices")
    @door(ANYBODY, page="learn.lesson")
    def choose(lesson: str) -> Response:
        return _answered(
            lesson,
            desk.choose(number("step"), choice_in(request.form), request.form.get("meaning", "")),
        )

    @area.post("/<lesson>/back")
    @door(ANYBODY, page="learn.lesson")
    def back(lesson: str) -> Response:
        return _answered(lesson, desk.back(number("step"), number("to")))

    @area.post("/<lesson>/runs")
    @door(ANYBODY, page="learn.lesson")
    def again(lesson: str) -> Response:
        return _answered(lesson, desk.again(number("step")))

    _beside(area, desk)
    add_quizzes(area, QuizDesk(desk))
    area.add_url_rule("/", "home", _to_lesson(desk))

    return area


def _answered(lesson: str, play: Play) -> Response:
    if play.notice in {Notice.STALE, Notice.CHANGED}:
        return shown(PAGE, FRAGMENT, status=409, play=play)
    return moved_on(PAGE, FRAGMENT, url=url_for("learn.lesson", lesson=lesson), play=play)


def _rules(desk: Desk) -> Blueprint:
    """Where the verdict card's links lead: the rules themselves are not part of a preview."""
    area = Blueprint("rules", "web.preview", url_prefix="/rules")

    area.add_url_rule("/protocol", "protocol", _to_lesson(desk))
    area.add_url_rule("/acts/<act>", "act", _to_lesson(desk))
    return area


def _contacts(desk: Desk) -> Blueprint:
    """Whom one can turn to is a school's, and a preview has none."""
    area = Blueprint("contacts", "web.preview")
    area.add_url_rule("/talk", "talk", _to_lesson(desk))
    return area


def _to_lesson(desk: Desk) -> Callable[..., Response]:
    """A view for pages that are no part of a preview: the lesson again."""
    return lambda **_: make_response(redirect(url_for("learn.lesson", lesson=desk.lesson_id), 303))


def _sign_in() -> Blueprint:
    area = Blueprint("sign_in", "web.preview")

    @area.get("/")
    def front() -> Response:
        return make_response(redirect(url_for("learn.home"), 303))

    return area


def _picture(desk: Desk, lesson: str, name: str) -> Response:
    """A picture of a lesson; the folder in full, for Flask takes a relative one from where the program lies."""
    return send_from_directory((desk.root / "lessons" / lesson).absolute(), name, max_age=0)


def _quiz_picture(desk: Desk, name: str) -> Response:
    """A picture of a bank, from its folder in full as well."""
    return send_from_directory((desk.root / "quizzes").absolute(), name, max_age=0)


def _quiz_html(html: str) -> str:
    """The text of a question with its pictures at their addresses, as they are saved now."""
    return SOURCE.sub(lambda found: f'src="{url_for("quiz_picture", name=found[1])}"', html)
