"""Thin routes of whoever sets a board's goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.curriculum.model import Measure, Purpose
from course.errors import Invalid
from course.goals.planning import find_board_goal, goal_plan, refuse_closed
from course.goals.setting import Wanted, add_goal, adopt_set, carry_over, change_goal, put_back, take_out
from course.people.roles import Ability
from web.board_goals import views
from web.board_goals.forms import AdoptedGoalForm, OwnGoalForm
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response

    from course.goals.pages import BoardGoal, GoalPlan

area = Blueprint("board_goals", __name__, url_prefix="/board/goals")

WORDS = bodies.Bound(bytes=32 * 1024, seconds=20)
"""1,300 characters, of which a form makes up to twelve bytes each, and what goes with them."""


@area.get("/")
@door(Ability.SET_GOALS)
def goals() -> Response:
    """Show the goals of this school year."""
    return _year(None)


@area.get("/<int:year>")
@door(Ability.SET_GOALS)
def year(year: int) -> Response:
    """Show the goals of one school year: to be set, or as they were."""
    return _year(year)


@area.route("/<int:year>/new", methods=["GET", "POST"])
@door(Ability.SET_GOALS)
@bodies.takes(WORDS)
def add(year: int) -> Response:
    """Show the form of a new goal of the board's own, and add it; what can't be taken comes back as it was filled in."""
    form = OwnGoalForm()
    if request.method != "POST":
        refuse_closed(_plan(year))
        form.target.data = 1
        return _form(form, year, None)
    try:
        add_goal(the_store(), me(), year, _wanted(form), now())
    except Invalid as wrong:
        _tell(form, wrong)
        return _form(form, year, None, 422)
    flash(_("The goal is added. From now on every school sees it."), "good")
    return _back(year)


@area.route("/<int:year>/goals/<goal>", methods=["GET", "POST"])
@door(Ability.SET_GOALS)
@bodies.takes(WORDS)
def change(year: int, goal: str) -> Response:
    """Show the form of one goal, and save what was changed."""
    one = find_board_goal(_plan(year), goal)
    form = OwnGoalForm() if one.is_own else AdoptedGoalForm()
    if request.method != "POST":
        _fill(form, one, year)
        return _form(form, year, one)
    try:
        change_goal(the_store(), me(), year, goal, _wanted(form), _revision_of(form), now())
    except Invalid as wrong:
        _tell(form, wrong)
        form.revision.data = str(one.revision)
        return _form(form, year, one, 422)
    flash(_("The goal is saved."), "good")
    return _back(year)


@area.post("/<int:year>/goals/<goal>/take-out")
@door(Ability.SET_GOALS, page="board_goals.year")
def out(year: int, goal: str) -> Response:
    """Take a goal out; the page then offers to put it back."""
    take_out(the_store(), me(), year, goal, now())
    flash(_("The goal is out. Below you can put it back; what schools noted for it is kept."), "info")
    return _back(year)


@area.post("/<int:year>/goals/<goal>/put-back")
@door(Ability.SET_GOALS, page="board_goals.year")
def back(year: int, goal: str) -> Response:
    """Put back a goal that was taken out."""
    put_back(the_store(), me(), year, goal, now())
    flash(_("The goal is back."), "good")
    return _back(year)


@area.post("/<int:year>/sets/<goal_set>/adopt")
@door(Ability.SET_GOALS, page="board_goals.year")
def adopt(year: int, goal_set: str) -> Response:
    """Add the goals of a set to the board's."""
    adopt_set(the_store(), the_library(), me(), year, goal_set, now())
    flash(_("The goals are adopted. Change days and numbers as you like."), "good")
    return _back(year)


@area.post("/<int:year>/carry")
@door(Ability.SET_GOALS, page="board_goals.year")
def carry(year: int) -> Response:
    """Set for a year what holds until then."""
    carry_over(the_store(), me(), year, now())
    flash(_("The goals are carried over to %(year)s.", year=views.year_name(year)), "good")
    return _back(year)


def _plan(year: int | None) -> GoalPlan:
    return goal_plan(the_store(), the_library(), me(), school_day(now()), year)


def _year(year: int | None) -> Response:
    view = views.plan_view(_plan(year))
    return shown("board_goals/goals.html", "board_goals/_goals.html", view=view)


def _back(year: int) -> Response:
    return gone_to(url_for("board_goals.year", year=year))


def _fill(form: AdoptedGoalForm, one: BoardGoal, year: int) -> None:
    form.due.data, form.target.data, form.revision.data = (
        one.goal.due(year),
        one.goal.target,
        str(one.revision),
    )
    form.rhythm.data = one.goal.rhythm
    if isinstance(form, OwnGoalForm):
        form.words.data, form.explanation.data = one.goal.words.nl, one.goal.explanation.nl
        form.measure.data = one.goal.measure.value
        form.purpose.data = one.goal.purpose.value if one.goal.purpose else ""


def _wanted(form: AdoptedGoalForm) -> Wanted:
    if not isinstance(form, OwnGoalForm):
        return Wanted(form.due.data, form.target.data, rhythm=_rhythm_of(form))
    named = form.measure.data
    measure = Measure(named) if named in {one.value for one in Measure} else None
    return Wanted(
        form.due.data,
        form.target.data,
        form.words.data or "",
        form.explanation.data or "",
        measure,
        next((one for one in Purpose if one == form.purpose.data), None),
        _rhythm_of(form),
    )


def _rhythm_of(form: AdoptedGoalForm) -> int | None:
    """Read the rhythm; none where the form of a goal that has none did not ask for it."""
    return form.rhythm.data if request.form.get("rhythm") else 0


def _revision_of(form: AdoptedGoalForm) -> int:
    """As the goal stood when the form was drawn; what no form of ours sends is older than everything."""
    try:
        return whole(form.revision.data or "")
    except ValueError:
        return 0


def _tell(form: AdoptedGoalForm, wrong: Invalid) -> None:
    """Put each slip at its field; that the page was older stands at the first, for nobody sees its own."""
    for name, why in wrong.fields.items():
        form["due" if name == "revision" else name].errors = [reason(why)]


def _form(form: AdoptedGoalForm, year: int, one: BoardGoal | None, status: int = 200) -> Response:
    line = views.goal_line(one, year) if one else None
    view = views.GoalFormView(form, year, views.year_name(year), line)
    return shown("board_goals/goal.html", "board_goals/_goal.html", status, view=view)
