"""Thin routes of a teacher: one report or one service each, by name because the group is the teacher's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _

from course.classroom import wrong_pictures as classroom
from course.classroom.attendance import attendance
from course.classroom.class_sessions import (
    LONGEST,
    close_class_session,
    extend_class_session,
    open_class_session,
)
from course.classroom.knocks import at_the_door
from course.classroom.wrong_pictures import wrong_pictures
from course.errors import NotFound
from course.figures.groups import group_figures, group_page, my_groups
from course.learning.lesson.trails import tidy
from course.people.pictures import next_cards, without_card
from course.people.roles import Ability
from web.display.dates import TimeFormatter
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import locale_code
from web.teacher import cards, class_views, views

if TYPE_CHECKING:
    from flask import Response

    from course.classroom.class_sessions import ClassSession
    from course.classroom.knocks import AtTheDoor
    from course.figures.pages import GroupCard, GroupPage
    from web.teacher.class_views import SessionView

area = Blueprint("teacher", __name__, url_prefix="/teacher")
EVERYBODY = "all"
"""What the form says to renew the pictures of a whole group."""


@area.get("/")
@door(Ability.GROUP_NAMES)
def groups() -> Response:
    """Show the own groups."""
    without = without_card(the_store(), me()) if me().may(Ability.TEACH) else {}
    mine = views.my_groups_view(_mine(), without, now())
    return shown("teacher/groups.html", "teacher/_groups.html", mine=mine)


@area.get("/groups/<int:group_id>")
@door(Ability.GROUP_NAMES)
def group(group_id: int) -> Response:
    """Show one own group by name, sorted by what `sort` names."""
    page = _page(group_id)
    wrong = wrong_pictures(the_store(), {one.person_id: one.name for one in page.pupils}, page.session, now())
    asked = _at_the_door(group_id, page.session)
    view = views.group_view(page, wrong, asked, request.args.get("sort", ""), now(), locale_code())
    return shown("teacher/group.html", "teacher/_group.html", view=view)


@area.get("/groups/<int:group_id>/figures")
@door(Ability.GROUP_NAMES)
def figures(group_id: int) -> Response:
    """Show what an own group chose first, to talk about in class."""
    card = views.own_card(_mine(), group_id)
    decisions = group_figures(the_store(), the_library(), me(), group_id)
    view = class_views.figures_view(group_id, card.group.name, decisions)
    return shown("teacher/figures.html", "teacher/_figures.html", view=view)


@area.get("/groups/<int:group_id>/session")
@door(Ability.TEACH)
def session(group_id: int) -> Response:
    """Show the class code for the digiboard, or the button that opens the lesson."""
    view = _session(views.own_card(_mine(), group_id))
    return shown("teacher/session.html", "teacher/_session.html", view=view)


@area.get("/groups/<int:group_id>/session/board")
@door(Ability.TEACH)
def board(group_id: int) -> Response:
    """Fill the digiboard with the class code: no menu, and no name of anybody."""
    card = views.own_card(_mine(), group_id)
    if card.session is None:
        return _to_session(group_id)
    return shown("teacher/board.html", "teacher/_board.html", view=_session(card))


@area.post("/groups/<int:group_id>/session")
@door(Ability.TEACH)
def open_session(group_id: int) -> Response:
    """Open the lesson; an open one stays as it is."""
    open_class_session(the_store(), me(), group_id, now())
    return _to_session(group_id)


@area.post("/groups/<int:group_id>/session/longer")
@door(Ability.TEACH, page="teacher.session")
def extend_session(group_id: int) -> Response:
    """Keep the lesson open longer, and say where no longer is possible; one that has ended can be opened again."""
    try:
        open_now = extend_class_session(the_store(), me(), group_id, now())
        if open_now.expires_at == open_now.opened_at + LONGEST:
            until = TimeFormatter(now()).until(open_now.expires_at)
            words = _(
                "The lesson stays open until %(time)s. Longer than a school day is not possible.", time=until
            )
            flash(words, "info")
    except NotFound as gone:
        if gone.kind != "class session":
            raise
        flash(_("The lesson had already ended. You can open it again."), "info")
    return _to_session(group_id)


@area.post("/groups/<int:group_id>/session/close")
@door(Ability.TEACH, page="teacher.group")
def close_session(group_id: int) -> Response:
    """Close the lesson for everybody inside."""
    close_class_session(the_store(), me(), group_id, now())
    tidy(the_store(), now())
    flash(_("The lesson is closed. Next time the pupils go on where they were."), "good")
    return gone_to(url_for("teacher.group", group_id=group_id))


@area.post("/groups/<int:group_id>/let-try-again")
@door(Ability.TEACH, page="teacher.group")
def let_try_again(group_id: int) -> Response:
    """End the wait of a pupil at whom wrong pictures were tried, or of the whole class."""
    classroom.let_try_again(the_store(), me(), group_id, request.form.get("pupil", type=int), now())
    flash(_("Done: they can try again at once, with the card they have."), "good")
    return gone_to(url_for("teacher.group", group_id=group_id))


@area.get("/groups/<int:group_id>/pictures")
@door(Ability.TEACH)
def pictures(group_id: int) -> Response:
    """Offer new cards, with pictures or words, for one pupil or for the group."""
    return _pictures(group_id, _page(group_id))


@area.get("/groups/<int:group_id>/pictures/cards")
@door(Ability.TEACH)
def login_cards(group_id: int) -> Response:
    """Show the cards that were just drawn, to be printed; a while later there is nothing to see any more."""
    page, drawn = _page(group_id), cards.drawn_cards(group_id)
    if drawn is None:
        return gone_to(url_for("teacher.pictures", group_id=group_id))
    view = class_views.cards_view(page, drawn, now())
    return shown("teacher/cards.html", "teacher/_cards.html", view=view)


@area.post("/groups/<int:group_id>/pictures")
@door(Ability.TEACH)
def renew_pictures(group_id: int) -> Response:
    """Draw new cards, and lead to them; the same form sent again draws nothing anew."""
    page, chosen = _page(group_id), request.form.getlist("pupil")
    everybody = chosen == [EVERYBODY]
    pupils = [one.person_id for one in page.pupils if everybody or str(one.person_id) in chosen]
    if not pupils and not everybody:
        return _pictures(group_id, page, 422, error=_("Choose at least one pupil."))
    cards.draw(group_id, pupils, request.form.get("word", ""))
    return gone_to(url_for("teacher.login_cards", group_id=group_id))


def _page(group_id: int) -> GroupPage:
    return group_page(the_store(), the_library(), me(), group_id, now())


def _mine() -> tuple[GroupCard, ...]:
    return my_groups(the_store(), the_library(), me(), now())


def _session(card: GroupCard) -> SessionView:
    present = attendance(the_store(), me(), card.group.id, now())
    names = {one.person_id: one.name for one in (*present.inside, *present.outside)}
    wrong = wrong_pictures(the_store(), names, card.session, now())
    return class_views.session_view(card, present, wrong, _at_the_door(card.group.id, card.session), now())


def _at_the_door(group_id: int, lesson: ClassSession | None) -> tuple[AtTheDoor, ...]:
    """Tell who may open the door who knocks; nobody can while no lesson is open."""
    if lesson is None or not me().may(Ability.TEACH):
        return ()
    return at_the_door(the_store(), me(), group_id, now())


def _to_session(group_id: int) -> Response:
    return gone_to(url_for("teacher.session", group_id=group_id))


def _pictures(group_id: int, page: GroupPage, status: int = 200, error: str = "") -> Response:
    pupils = next_cards(the_store(), me(), group_id)
    shown_still = cards.are_shown(group_id)
    view = class_views.pictures_view(page, pupils, cards.new_word(), error, are_shown=shown_still)
    return shown("teacher/pictures.html", "teacher/_pictures.html", status, view=view)
