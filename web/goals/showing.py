"""The meeting at which schools show each other what they do: a page for the big screen, and which schools are ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import lazy_gettext, ngettext

from course.calendar import school_day
from course.curriculum.model import Purpose
from course.people.roles import Ability
from course.profile.showing import Part, readiness_of, show_of
from web.display.dates import day_words
from web.display.goals import year_words
from web.goals.channels import channel_line
from web.goals.forms import ChannelForm
from web.goals.routes import area
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_library, the_store

if TYPE_CHECKING:
    from flask import Response

    from course.goals.pages import Evidence
    from course.profile.showing import Show
    from web.goals.channels import ChannelLine

MOST = 4
"""Entries on the screen: what is read from the back of a room."""
PARTS = {
    Part.PLAN: lazy_gettext("the message of the profile plan"),
    Part.CHANNELS: lazy_gettext("a channel"),
    Part.ENTRIES: lazy_gettext("something in the logbook that the director confirmed"),
}


@dataclass(frozen=True, slots=True)
class ShowView:
    """One school on the screen."""

    show: Show
    year: str
    channels: tuple[ChannelLine, ...]
    entries: tuple[tuple[Evidence, str], ...]
    """The newest, each with its day."""
    figures: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    """What there is nothing of yet, with where its director does something about it."""
    back: str


@area.get("/show")
@door(Ability.LEAD_SCHOOL)
def show() -> Response:
    """Show the own school on the screen."""
    return _screen(None)


@area.get("/show/<int:school_id>")
@door(Ability.BOARD_COUNTS)
def show_of_school(school_id: int) -> Response:
    """Show one school of the board on the screen."""
    return _screen(school_id)


@area.get("/shows")
@door(Ability.BOARD_COUNTS)
def shows() -> Response:
    """Tell which schools are ready for the meeting."""
    asked = the_library().curriculum.profile
    found = readiness_of(the_store(), me(), asked, school_day(now()))
    lines = tuple((one.school, tuple(PARTS[part] for part in one.missing)) for one in found)
    ready = sum(not missing for _school, missing in lines)
    return shown("goals/shows.html", "goals/_shows.html", lines=lines, ready=ready)


def _screen(school_id: int | None) -> Response:
    today, form = school_day(now()), ChannelForm(formdata=None)
    found = show_of(the_store(), me(), the_library().curriculum.profile, today, school_id)
    places = {
        Part.PLAN: url_for("profile.plan"),
        Part.CHANNELS: url_for("goals.channels"),
        Part.ENTRIES: url_for("goals.log"),
    }
    view = ShowView(
        show=found,
        year=year_words(today),
        channels=tuple(channel_line(one, form) for one in found.channels),
        entries=tuple((one, day_words(one.happened_on)) for one in found.entries[:MOST]),
        figures=figures_of(found),
        missing=tuple((str(PARTS[one]), places[one] if school_id is None else "") for one in found.missing),
        back=url_for("goals.goals") if school_id is None else url_for("goals.shows"),
    )
    return shown("goals/show.html", "goals/_show.html", view=view)


def figures_of(show: Show) -> tuple[str, ...]:
    """Say in a few words how often what was done, and by how many groups; nothing of what was not done."""
    times = show.times
    parents, teaching, profile = (
        times.get(one, 0) for one in (Purpose.PARENTS, Purpose.TEACHING, Purpose.PROFILE)
    )
    said = (
        (show.groups, ngettext("%(num)s group took part", "%(num)s groups took part", show.groups)),
        (parents, ngettext("%(num)s time for parents", "%(num)s times for parents", parents)),
        (
            teaching,
            ngettext("%(num)s time for a teaching goal", "%(num)s times for a teaching goal", teaching),
        ),
        (profile, ngettext("%(num)s time to show the school", "%(num)s times to show the school", profile)),
    )
    return tuple(words for number, words in said if number)
