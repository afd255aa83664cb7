"""The logbook: the short form, and what was logged this school year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.curriculum.model import Purpose
from course.errors import Invalid
from course.goals.evidence import find_withdrawn
from course.goals.logbook import Use, log_use, logbook_of
from course.goals.mentions import NAMED, warn_of_names
from course.people.roles import Ability
from web.goals.entries import log_view
from web.goals.files import WITH_FILE, ask_again, consent_view, file_words, sent_file
from web.goals.forms import UseForm
from web.goals.routes import area
from web.goals.views import number_of
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response

    from course.goals.logbook import Logbook


@area.get("/log")
@door(Ability.NOTE_EVIDENCE)
def log() -> Response:
    """Show the form, filled in as this person did last, and what was logged."""
    form, book = UseForm(formdata=None), _book()
    mine = [one for one in book.entries if one.noted_by_id == me().person_id and one.purpose]
    form.happened_on.data = school_day(now())
    form.purpose.data = str(mine[0].purpose) if mine else Purpose.PARENTS.value
    form.channel_id.data = str(mine[0].channel_id or "") if mine else ""
    form.group_id.data = str(mine[0].group_id or "") if mine else ""
    if not mine and len(book.groups) == 1:
        form.group_id.data = str(book.groups[0].group_id)
    return _shown(form, book)


@area.post("/log")
@door(Ability.NOTE_EVIDENCE, page="goals.log")
@bodies.takes(WITH_FILE)
def log_it() -> Response:
    """Log what was done; what can't be taken comes back as it was filled in."""
    form = UseForm()
    use = Use(
        purpose=next((one for one in Purpose if one == form.purpose.data), None),
        channel_id=number_of(form.channel_id.data, "channel"),
        group_id=number_of(form.group_id.data, "group"),
        happened_on=form.happened_on.data,
        words=form.words.data or "",
        link=(form.link.data or "").strip(),
    )
    try:
        file = sent_file()
        if not form.warned.data:
            warn_of_names(the_store(), me(), use.group_id, f"{use.words} {use.link} {file_words()}")
        log_use(the_store(), me(), use, now(), file)
    except Invalid as wrong:
        if wrong.fields.get("words") == NAMED:
            form.warned.data = NAMED
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        ask_again(form)
        return _shown(form, _book(), 422)
    flash(_("It stands in the logbook."), "good")
    return gone_to(url_for("goals.log"))


def _book() -> Logbook:
    return logbook_of(the_store(), me(), school_day(now()))


def _shown(form: UseForm, book: Logbook, status: int = 200) -> Response:
    asked = request.args.get("withdrawn", type=whole)
    gone = None if asked is None else find_withdrawn(the_store(), me(), asked)
    view = log_view(book, form, me(), gone.id if gone else None)
    return shown("goals/log.html", "goals/_log.html", status, view=view, consent=consent_view())
