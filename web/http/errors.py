"""One table from errors to a status, a title and what to do next, in the reader's language, as a page or a fragment."""

from __future__ import annotations

from http import HTTPStatus
from math import ceil
from typing import TYPE_CHECKING

from flask import current_app, g, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from course.errors import Clash, DeelwijsError, Invalid, NotFound, Refused, Stale, TooSoon, Unavailable
from course.learning.lesson.script import is_meant_for
from web.http.addresses import page_address, page_endpoint, page_of_form
from web.http.bodies import bound_of_request
from web.http.hypermedia import failed, gone_to
from web.http.identity import SignInNeeded, now, page_owner, the_library
from web.http.language import locale_code, reason
from web.http.rules_missing import lacks_rules, rules_missing
from web.http.signed_out import Trouble, home, page_too_old, sign_in_needed

if TYPE_CHECKING:
    from flask import Flask, Response

INSIDE = frozenset(("attempt", "choice", "question", "scene", "step"))
"""What may be missing in a lesson or a quiz that itself is there."""

MEGABYTE = 1024 * 1024

BUSY_SECONDS = 5
"""After so long it is worth trying again where the database did not answer in time: a whole wait of a writer's."""


def install(app: Flask) -> None:
    """Answer every error on purpose, and every HTTP error, with `errors/trouble.html`."""
    app.jinja_env.globals["page_owner"] = page_owner
    app.register_error_handler(DeelwijsError, _on_purpose)
    app.register_error_handler(SignInNeeded, lambda _error: answer(sign_in_needed()))
    app.register_error_handler(CSRFError, lambda _error: answer(page_too_old()))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(InternalServerError, _after_the_answer)
    app.register_error_handler(Exception, _unforeseen)


def answer(trouble: Trouble) -> Response:
    """Show the trouble in the shape that was asked for."""
    return failed("errors/trouble.html", "errors/_trouble.html", trouble.status, trouble=trouble)


def _way_back() -> tuple[str, str]:
    """Lead back to the lesson or the quiz that somebody is in, else to the start: words and address."""
    values = request.view_args or {}
    match page_endpoint():
        case "learn.lesson":
            return _("Back to the lesson"), url_for("learn.lesson", lesson=values["lesson"])
        case "learn.quiz":
            return _("Back to the quiz"), url_for("learn.quiz", quiz=values["quiz"])
        case _:
            return _("To the start"), home()


def _on_purpose(error: DeelwijsError) -> Response:
    trouble = _trouble_of(error)
    if trouble.status >= HTTPStatus.INTERNAL_SERVER_ERROR or isinstance(error, Clash):
        current_app.logger.error("%s at %s, by %s", _kind(error), request.endpoint, _kind(error.__cause__))
    if isinstance(error, Refused):
        current_app.logger.warning("refused at %s, to person %s", request.endpoint, _who())
    response = answer(trouble)
    if trouble.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(BUSY_SECONDS)
    if trouble.wait:
        response.headers["Retry-After"] = str(trouble.wait)
    return response


def _who() -> int | None:
    """Number who is signed in, as the journal does; a log holds no names."""
    actor = g.get("actor") or g.get("arrival")
    return actor.person_id if actor else None


def _kind(error: BaseException | None) -> str:
    """Name an error for the log by its kind alone: a database's own words may hold a name or an address."""
    return type(error).__name__


def _trouble_of(error: DeelwijsError) -> Trouble:
    match error:
        case NotFound():
            return _not_found(error)
        case Stale():
            return Trouble(
                409,
                _("You are further already"),
                _("You went on somewhere else. Nothing was lost."),
                _("Show me where I am"),
                page_address(),
            )
        case Refused():
            return Trouble(
                403,
                _("This page is not for you"),
                _("You are signed in, but this page belongs to somebody else's work."),
                _("To my own page"),
                home(),
            )
        case Invalid():
            return Trouble(
                422,
                _("Something went wrong in sending"),
                " ".join(reason(why) for why in error.fields.values()),
                *_way_back(),
            )
        case TooSoon() | Clash() | Unavailable():
            return _passing(error)
        case _:
            return _unforeseen_trouble()


def _passing(error: TooSoon | Clash | Unavailable) -> Trouble:
    """Tell of what trying again mends."""
    if isinstance(error, TooSoon):
        return _wait(error)
    if isinstance(error, Clash):
        return Trouble(
            409,
            _("Somebody else was at it too"),
            _(
                "Two things were saved at the same moment, and yours was not. See how it is now, and try again."
            ),
            _("Show me how it is now"),
            page_address(),
        )
    return Trouble(
        503,
        _("It is very busy"),
        _("Nothing was lost. Wait a moment and try again."),
        _("Try again"),
        page_address(),
    )


def _not_found(error: NotFound) -> Trouble:
    if lacks_rules(error):
        return rules_missing()
    words = {
        "lesson": _("There is no lesson with this name."),
        "quiz": _("There is no quiz with this name."),
        "choice": _("That choice is not in this scene any more. Choose again."),
        "scene": _("This scene is not in the lesson any more."),
        "rules link": _("These rules are not open to read (any more). Ask the school for the address."),
        "class code": _("This code does not work, or the lesson has ended. Ask your teacher for the code."),
    }.get(error.kind, _("This page is not there (any more). See whether you typed the address well."))
    if found := _nearest(error):
        url, name = found
        return Trouble(404, _("Not found"), words, _("Did you mean “%(name)s”?", name=name), url)
    way_on = _way_back() if error.kind in INSIDE else (_("To the start"), home())
    return Trouble(404, _("Not found"), words, *way_on)


def _nearest(error: NotFound) -> tuple[str, str] | None:
    """Give the address and the name of what was probably meant, where this reader may see it."""
    actor = g.get("actor")
    if error.nearest is None or actor is None:
        return None
    library, locale = the_library(), locale_code()
    match error.kind:
        case "lesson":
            lesson = library.lesson(error.nearest, locale)
            url, name, module = url_for("learn.lesson", lesson=lesson.id), lesson.title, lesson.module
        case "quiz":
            quiz = library.quiz(error.nearest)
            url, name, module = url_for("learn.quiz", quiz=quiz.id), quiz.title, quiz.module
        case "act":
            act = library.norms.acts[error.nearest]
            return url_for("rules.act", act=act.id), act.words.for_locale(locale)
        case _:
            return None
    return (url, name) if is_meant_for(actor, library.module(module)) else None


def _http(error: HTTPException) -> Response:
    match error.code:
        case 404:
            return answer(_not_found(NotFound("page", "")))
        case 405 if request.method == "GET" and (page := page_of_form()):
            return gone_to(page)
        case 405:
            return _not_that_way(error)
        case 408 | 413 as code:
            return answer(_of_sending(code))
        case code:
            words = _("Sending did not go well. Go back and try again.")
            return answer(Trouble(code or 400, _("That did not work"), words, *_way_back()))


def _of_sending(code: int) -> Trouble:
    if code == HTTPStatus.REQUEST_TIMEOUT:
        words = _("What you sent came in too slowly. Try it once more.")
        return Trouble(code, _("It took too long"), words, *_way_back())
    title, words = _("That is too much"), _("What you sent is too large.")
    most = bound_of_request().bytes // MEGABYTE
    if not most:
        return Trouble(code, title, words, *_way_back())
    remedy = ngettext("It may be %(num)s megabyte at most.", "It may be %(num)s megabytes at most.", most)
    kept = _("Nothing was changed. Make it smaller, or send a part of it.")
    return Trouble(code, title, f"{words} {remedy} {kept}", _("Back to the page"), page_address())


def _after_the_answer(error: InternalServerError) -> Response:
    """Tell what failed once the answer was made."""
    cause = error.original_exception
    return _on_purpose(cause) if isinstance(cause, DeelwijsError) else _http(error)


def _not_that_way(error: HTTPException) -> Response:
    words = _("Go back and use the buttons of the page.")
    response = answer(Trouble(405, _("That does not work here"), words, *_way_back()))
    response.headers["Allow"] = error.get_response().headers["Allow"]
    return response


def _wait(soon: TooSoon) -> Trouble:
    """Say until when, and who can help: pupils have a teacher, staff have not."""
    words = {
        "staff": _("Wrong passwords were tried often. Your own is still the same."),
        "second-step": _("Wrong codes were tried often. Yours still works."),
        "forgotten": _("Links were asked for often. Look in your mail, in the spam too."),
        "codes": _("Wrong codes were tried often. You can also scan the square code on the board."),
        "pictures": _(
            "Other pictures were tried often. That may happen! Your teacher can let you in sooner."
        ),
        "words": _("Other words were tried often. That may happen! Your teacher can let you in sooner."),
        "knocks": _("You asked often. Wait a moment, or walk to your teacher."),
        "cards": _(
            "Cards that do not work were tried often. Ask your teacher, or type the code on the board."
        ),
        "rules-links": _("Addresses that lead nowhere were tried often. The right one works at once."),
        "reports": _("You have sent a lot already, thank you. Wait a moment before you send more."),
    }[soon.scope]
    seconds = max(1, ceil((soon.until - now()).total_seconds()))
    return Trouble(429, _("One moment, please"), words, _("Try again"), page_address(), seconds)


def _unforeseen_trouble() -> Trouble:
    return Trouble(
        500,
        _("Something went wrong on our side"),
        _("It is not your fault, and your earlier answers are safe. Try again in a moment."),
        *_way_back(),
    )


def _unforeseen(error: Exception) -> Response:
    if current_app.testing:
        raise error
    current_app.logger.error("unforeseen error", exc_info=error)
    return answer(_unforeseen_trouble())
