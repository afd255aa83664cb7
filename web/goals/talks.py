"""The talk of the team about its rules: when, how many were there, and what came out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.errors import Invalid
from course.goals.talks import Talk, talks_of, tell_of_talk
from course.people.roles import Ability
from web.display.dates import day_words
from web.goals.forms import TalkForm
from web.goals.routes import STORY, area
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response


@area.get("/team-talk")
@door(Ability.LEAD_SCHOOL)
def team_talk() -> Response:
    """Show the talks of this school year, with a form for one more."""
    form = TalkForm(formdata=None)
    form.happened_on.data = school_day(now())
    return _shown(form)


@area.post("/team-talk")
@door(Ability.LEAD_SCHOOL)
@bodies.takes(STORY)
def tell() -> Response:
    """Keep what is told of a talk."""
    form = TalkForm()
    talk = Talk(form.happened_on.data, form.people.data, form.words.data or "")
    try:
        tell_of_talk(the_store(), me(), talk, now())
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        return _shown(form, 422)
    flash(_("The talk is kept. It counts for the goal that asks for it."), "good")
    return gone_to(url_for("goals.team_talk"))


def _shown(form: TalkForm, status: int = 200) -> Response:
    found = talks_of(the_store(), me(), school_day(now()))
    lines = tuple((one, day_words(one.happened_on)) for one in found)
    return shown("goals/team_talk.html", "goals/_team_talk.html", status, form=form, lines=lines)
