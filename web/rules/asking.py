"""Questions for a school's parents: without an account, under the school's rules.

Which questions were drawn and how many were right stands signed in the address and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from secrets import randbelow
from typing import TYPE_CHECKING

from flask import current_app, request, url_for
from itsdangerous import BadData, URLSafeSerializer

from course.calendar import school_day
from course.errors import Invalid
from course.learning.quiz.trying import Sitting, answered, asked, paper_for_parents
from course.norms.judge import find_protocol
from course.rulebooks.public_links import open_rules
from web.display.answers import answer_from, moved, ordered, placed, why_not
from web.http.doors import ANYBODY, door
from web.http.hypermedia import shown
from web.http.identity import library_under, now, the_store
from web.http.limits import address
from web.rules.area import area
from web.rules.open_to_all import STAYS_OUT

if TYPE_CHECKING:
    from flask import Response

    from course.learning.pages import QuestionPage
    from course.learning.quiz.attempt import Paper

SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Questioned:
    """Where a parent is in the questions."""

    page: QuestionPage | None
    """None once all were answered."""
    sitting: Sitting
    way: str
    """How far one is, signed."""
    error: str | None = None
    """Why an answer could not be taken."""


@area.get("/onze-regels/<token>/questions/<quiz>")
@door(ANYBODY)
def ask(token: str, quiz: str) -> Response:
    """Ask the next question, or tell what the answer in the address is worth; `way` holds the signed way so far."""
    moment = now()
    opened = open_rules(the_store(), token, school_day(moment), moment, address())
    library = library_under(opened.protocol)
    find_protocol(library.norms, opened.protocol)
    paper = paper_for_parents(library, quiz, opened.protocol)
    seen = _seen(paper, _read(request.args.get("way", ""), quiz))
    response = shown(
        "rules/questions.html",
        "rules/questions.html",
        status=422 if seen.error else 200,
        seen=seen,
        quiz=seen.page,
        bank=paper.quiz,
        stories=tuple(library.lesson(one) for one in paper.module.module.lessons),
        action=url_for("rules.ask", token=token, quiz=quiz),
        given=request.args,
        placed=placed(request.args),
        error=seen.error,
        school_name=opened.school_name,
        token=token,
    )
    response.headers["X-Robots-Tag"] = STAYS_OUT
    return response


def _seen(paper: Paper, sitting: Sitting) -> Questioned:
    page, way = asked(paper, sitting), _signed(paper.quiz.id, sitting)
    if page is not None and (move := request.args.get("move")):
        order = moved(request.args.getlist("order"), move)
        return Questioned(replace(page, options=ordered(page.options, order)), sitting, way)
    if "meaning" not in request.args:
        return Questioned(page, sitting, way)
    try:
        marked, after = answered(paper, sitting, request.args["meaning"], answer_from(request.args))
    except Invalid as wrong:
        return Questioned(page, sitting, way, why_not(wrong.fields["answer"]))
    return Questioned(marked, after, _signed(paper.quiz.id, after))


def _read(signed: str, quiz: str) -> Sitting:
    """Read a way that we signed, of this quiz; any other begins anew."""
    try:
        of_quiz, seed, *results = _signer().loads(signed)
    except (BadData, ValueError, TypeError):
        of_quiz, seed, results = "", 0, []
    return Sitting(seed, tuple(results)) if of_quiz == quiz else Sitting(randbelow(SEEDS))


def _signed(quiz: str, sitting: Sitting) -> str:
    return str(_signer().dumps([quiz, sitting.seed, *sitting.results]))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="questions")
