"""Thin routes of what a group is given to do, and how far its pupils are with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

from course.classroom.assignments import assign, take_back
from course.classroom.reminders import is_fresh, may_remind, remind, take_back_reminder
from course.errors import Invalid, Refused
from course.figures.groups import group_page
from course.figures.work import Stage, work_page
from course.people.roles import Ability
from web.display.shares import share_words
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import reason
from web.teacher.routes import area

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from flask import Response

    from course.figures.counts import Share
    from course.figures.work import ModuleWork, WorkPage


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One module as a group does it."""

    work: ModuleWork
    due: str
    """The day by which it is to be done; empty where it was not given."""
    is_late: bool
    reminded: str
    """When the group was last reminded of it; empty where it never was."""
    may_remind: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class WorkView:
    """What a group is given to do."""

    page: WorkPage
    lines: tuple[WorkLine, ...]
    stages: Mapping[Stage, str]
    shares: Mapping[Share, str]
    today: str


@area.get("/groups/<int:group_id>/work")
@door(Ability.GROUP_NAMES)
def work(group_id: int) -> Response:
    """Show who of an own group is how far with each module, and what would help."""
    page = work_page(the_store(), the_library(), me(), group_id, now())
    return shown("teacher/work.html", "teacher/_work.html", view=work_view(page, me().today, now()))


@area.post("/groups/<int:group_id>/work")
@door(Ability.TEACH)
def give_work(group_id: int) -> Response:
    """Give a module by a day, move the day, or take it back."""
    module = request.form.get("module", "")
    if request.form.get("take") == "back":
        take_back(the_store(), me(), group_id, module)
        flash(_("It is no longer given to the group."), "good")
        return gone_to(url_for("teacher.work", group_id=group_id))
    page = group_page(the_store(), the_library(), me(), group_id, now())
    known = {one.id for one in page.modules}
    try:
        assign(the_store(), me(), group_id, module, _day(), known, now())
        flash(_("The group is to have it done by that day."), "good")
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
    return gone_to(url_for("teacher.work", group_id=group_id))


@area.post("/groups/<int:group_id>/reminders")
@door(Ability.TEACH, page="teacher.work")
def remind_of_work(group_id: int) -> Response:
    """Remind who isn't done with what the group was given, or take that back while it is fresh."""
    module = request.form.get("module", "")
    try:
        if request.form.get("take") == "back":
            take_back_reminder(the_store(), me(), group_id, module, now())
            flash(_("The reminder is taken back: nobody sees it any more."), "good")
        else:
            remind(the_store(), me(), group_id, module, now())
            flash(_("Who isn't done reads on the own first page, for a week, that you still wait."), "good")
    except Refused as refused:
        flash(reason(refused.told), "warn")
    return gone_to(url_for("teacher.work", group_id=group_id))


def work_view(page: WorkPage, today: date, moment: datetime) -> WorkView:
    """Put a group's work in words."""
    lines = tuple(
        WorkLine(
            one,
            format_date(one.due_on, "d MMMM yyyy") if one.due_on else "",
            is_late=one.due_on is not None and one.due_on < today and one.is_open,
            reminded=format_datetime(one.reminded_at, "EEEE d MMMM, H:mm") if one.reminded_at else "",
            may_remind=one.due_on is not None and one.is_open and may_remind(one.reminded_at, moment),
            may_take_back=is_fresh(one.reminded_at, moment),
        )
        for one in page.modules
    )
    return WorkView(page, lines, stage_words(), share_words(), today.isoformat())


def stage_words() -> Mapping[Stage, str]:
    """Name how far a pupil is, who needs the teacher most first."""
    return {
        Stage.STUCK: _("Needs help"),
        Stage.NOT_BEGUN: _("Not begun"),
        Stage.BUSY: _("Busy"),
        Stage.LESSON_DONE: _("Lesson done, quiz not yet"),
        Stage.DONE: _("Done"),
    }


def _day() -> date | None:
    try:
        return date.fromisoformat(request.form.get("due_on", ""))
    except ValueError:
        return None
