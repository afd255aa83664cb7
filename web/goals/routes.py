"""Thin routes of the goals: read them, note evidence, withdraw it and put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.curriculum.model import Region
from course.errors import Invalid, NotFound
from course.goals.evidence import find_withdrawn, note_evidence, restore_evidence, withdraw_evidence
from course.goals.mentions import NAMED, warn_of_names
from course.goals.regions import set_region
from course.goals.states import school_goals
from course.people.roles import Ability
from course.teaching.aims import aims_of
from web.display.goals import goal_card, goals_view, year_words
from web.goals import files, views
from web.goals.forms import EvidenceForm
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response

    from course.goals.pages import SchoolGoals
    from course.norms.model import Protocol

area = Blueprint("goals", __name__, url_prefix="/goals")

STORY = bodies.Bound(bytes=32 * 1024, seconds=20)
"""2,000 characters, of which a form makes up to twelve bytes each, and what goes with them."""


@area.get("/")
@door(Ability.NOTE_EVIDENCE)
def goals() -> Response:
    """Show every goal, and how far the school is."""
    view = goals_view(_goals().states, _protocol(), me(), school_day(now()))
    return shown("goals/goals.html", "goals/_goals.html", view=view)


@area.get("/core-goals")
@door(Ability.NOTE_EVIDENCE)
def core_goals() -> Response:
    """Show which core goals and competences the lessons of this school year trained, and which nothing did."""
    today = school_day(now())
    aims = aims_of(the_store(), the_library(), me(), today)
    return shown("goals/core_goals.html", "goals/_core_goals.html", aims=aims, year=year_words(today))


@area.get("/<goal>")
@door(Ability.NOTE_EVIDENCE)
def goal(goal: str) -> Response:
    """Show one goal with its evidence and the form."""
    form = EvidenceForm(formdata=None)
    form.happened_on.data = school_day(now())
    return _shown(goal, form, withdrawn=_withdrawn(goal))


@area.post("/<goal>/evidence")
@door(Ability.NOTE_EVIDENCE, page="goals.goal")
@bodies.takes(files.WITH_FILE)
def note(goal: str) -> Response:
    """Add a piece of evidence; what can't be taken comes back as it was filled in."""
    form = EvidenceForm()
    group_id, words = _group_of(form), form.words.data or ""
    try:
        file = files.sent_file()
        if not form.warned.data:
            warn_of_names(the_store(), me(), group_id, f"{words} {files.file_words()}")
        note_evidence(
            the_store(),
            me(),
            goal,
            group_id,
            form.happened_on.data,
            words,
            now(),
            file,
        )
    except Invalid as wrong:
        if wrong.fields.get("words") == NAMED:
            form.warned.data = NAMED
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        files.ask_again(form)
        return _shown(goal, form, 422)
    flash(_("The evidence is noted."), "good")
    return gone_to(url_for("goals.goal", goal=goal))


@area.post("/evidence/<int:evidence>/withdraw")
@door(Ability.NOTE_EVIDENCE, page="goals.goals")
def withdraw(evidence: int) -> Response:
    """Take an entry out; the page then offers to put it back."""
    gone = withdraw_evidence(the_store(), me(), evidence, now())
    if not gone.goal_id:
        return gone_to(url_for("goals.log", withdrawn=gone.id))
    return gone_to(url_for("goals.goal", goal=gone.goal_id, withdrawn=gone.id))


@area.post("/evidence/<int:evidence>/restore")
@door(Ability.NOTE_EVIDENCE, page="goals.goals")
def restore(evidence: int) -> Response:
    """Put a withdrawn entry back."""
    back = restore_evidence(the_store(), me(), evidence)
    flash(_("The evidence is back."), "good")
    if not back.goal_id:
        return gone_to(url_for("goals.log"))
    return gone_to(url_for("goals.goal", goal=back.goal_id))


@area.post("/region")
@door(Ability.LEAD_SCHOOL, page="goals.goals")
def region() -> Response:
    """Say in which region of school holidays the school lies."""
    chosen = next((one for one in Region if one == request.form.get("region")), None)
    if chosen is None:
        raise NotFound("region", "")
    set_region(the_store(), me(), chosen)
    flash(_("The region is kept; rhythms are counted by its school weeks."), "good")
    return gone_to(url_for("goals.goals"))


def _goals() -> SchoolGoals:
    return school_goals(the_store(), the_library(), me(), school_day(now()))


def _protocol() -> Protocol | None:
    """The school's; None where the course does not have it."""
    return the_library().norms.protocols.get(me().protocol or "")


def _withdrawn(goal: str) -> int | None:
    """The entry of this goal that was just taken out; None for any other number that somebody put in the address."""
    asked = request.args.get("withdrawn", type=whole)
    found = None if asked is None else find_withdrawn(the_store(), me(), asked)
    return found.id if found is not None and found.goal_id == goal else None


def _group_of(form: EvidenceForm) -> int | None:
    """The group that was chosen; None for the whole school, and NotFound for what no form of ours offers."""
    return views.number_of(form.group_id.data, "group")


def _shown(goal: str, form: EvidenceForm, status: int = 200, withdrawn: int | None = None) -> Response:
    found = _goals()
    state = views.one_of(found.states, goal)
    form.group_id.choices = views.group_choices(found.groups, state.goal, me())
    view = views.GoalView(
        card=goal_card(state, _protocol(), me()),
        form=form,
        blocked=views.blocked(form.group_id.choices, state.goal, me()),
        year=year_words(school_day(now())),
        withdrawn=withdrawn,
        rhythm=views.rhythm_view(found, state, me()),
    )
    consent = files.consent_view()
    return shown("goals/goal.html", "goals/_goal.html", status, view=view, consent=consent)
