"""What the pages of a board's goals are given: each goal with what it asks in words, and what there is to adopt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from course.curriculum.model import Measure

if TYPE_CHECKING:
    from course.curriculum.model import Goal, GoalSet
    from course.goals.pages import BoardGoal, GoalPlan
    from web.board_goals.forms import AdoptedGoalForm


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal as whoever sets it reads it."""

    goal: Goal
    name: str
    """What people call it, e.g. "Goal 1"; empty in a set that nobody adopted yet."""
    due: str
    asks: str
    """What is counted, and how much of it."""
    noted: str = ""
    """What the board's schools noted for it this year; empty where they noted nothing."""
    changed: str = ""
    """Who changed it last, and when; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class SetView:
    """A set to adopt."""

    goal_set: GoalSet
    lines: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A school year to look at."""

    name: str
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The goals of a board in one school year."""

    plan: GoalPlan
    year: str
    lines: tuple[GoalLine, ...]
    taken_out: tuple[GoalLine, ...]
    sets: tuple[SetView, ...]
    years: tuple[Year, ...]
    goes_on: str
    """That these goals go on by themselves, and from when; empty where they were set for this year."""
    may_carry: bool
    """Whether they can be set for this year as they are, so that later changes of the year before leave them alone."""


@dataclass(frozen=True, slots=True)
class GoalFormView:
    """The form of one goal, new or there already."""

    form: AdoptedGoalForm
    year: int
    year_name: str
    line: GoalLine | None
    """How it stands; None for a new one."""


def plan_view(plan: GoalPlan) -> PlanView:
    """Put a year's goals in words."""
    year = plan.school_year
    return PlanView(
        plan=plan,
        year=year_name(year),
        lines=tuple(goal_line(one, year, plan.evidence.get(one.goal.id, 0)) for one in plan.goals),
        taken_out=tuple(goal_line(one, year, plan.evidence.get(one.goal.id, 0)) for one in plan.taken_out),
        sets=tuple(
            SetView(one, tuple(_line(goal, year, "") for goal in one.goals.values())) for one in plan.sets
        ),
        years=tuple(
            Year(year_name(one), url_for("board_goals.year", year=one), is_shown=one == year)
            for one in plan.years
        ),
        goes_on="" if plan.since is None else _goes_on(plan, plan.since),
        may_carry=plan.since is not None and year > plan.this_year,
    )


def goal_line(one: BoardGoal, year: int, noted: int = 0) -> GoalLine:
    """Put one goal of a board in words."""
    return _line(
        one.goal,
        year,
        _("Goal %(number)s", number=one.number),
        ngettext("%(num)s piece of evidence noted", "%(num)s pieces of evidence noted", noted)
        if noted
        else "",
        _changed(one),
    )


def year_name(year: int) -> str:
    """Name a school year by its two calendar years."""
    return f"{year}–{year + 1}"


def _line(goal: Goal, year: int, name: str, noted: str = "", changed: str = "") -> GoalLine:
    return GoalLine(goal, name, format_date(goal.due(year), "d MMMM yyyy"), _asks(goal), noted, changed)


def _asks(goal: Goal) -> str:
    every = not goal.target
    match goal.measure:
        case Measure.EVIDENCE_SCHOOL:
            return ngettext(
                "Every school notes at least %(num)s piece of evidence.",
                "Every school notes at least %(num)s pieces of evidence.",
                goal.target,
            )
        case Measure.EVIDENCE_GROUPS if goal.rhythm:
            return _asks_rhythm(goal)
        case Measure.EVIDENCE_GROUPS if every:
            return str(_("Evidence is noted for every group."))
        case Measure.EVIDENCE_GROUPS:
            return ngettext(
                "Evidence is noted for at least %(num)s group.",
                "Evidence is noted for at least %(num)s groups.",
                goal.target,
            )
        case Measure.GROUPS_COMPLETED if every:
            return str(_("In every group most pupils complete a module, or evidence is noted."))
        case _:
            return ngettext(
                "In at least %(num)s group most pupils complete a module, or evidence is noted.",
                "In at least %(num)s groups most pupils complete a module, or evidence is noted.",
                goal.target,
            )


def _asks_rhythm(goal: Goal) -> str:
    """Say how often is regularly."""
    often = ngettext("every school week", "every %(num)s school weeks", goal.rhythm)
    if not goal.target:
        return str(_("Something is logged for every group, at least %(often)s.", often=often))
    return ngettext(
        "Something is logged for at least %(num)s group, at least %(often)s.",
        "Something is logged for at least %(num)s groups, at least %(often)s.",
        goal.target,
        often=often,
    )


def _changed(one: BoardGoal) -> str:
    if one.changed_at is None:
        return ""
    who = one.changed_by or _("a former colleague")
    return str(_("Changed by %(name)s on %(day)s", name=who, day=format_date(one.changed_at, "d MMMM yyyy")))


def _goes_on(plan: GoalPlan, since: int) -> str:
    told = {"before": year_name(since), "year": year_name(plan.school_year)}
    if not plan.is_open:
        return str(_("These are the goals of %(before)s, which went on in %(year)s.", **told))
    if plan.school_year > plan.this_year:
        return str(
            _(
                "As it is now, the goals of %(before)s go on in %(year)s by themselves. "
                "What you change here counts from %(year)s on.",
                **told,
            )
        )
    return str(
        _(
            "The goals of %(before)s go on in %(year)s by themselves. What you change stays out of %(before)s.",
            **told,
        )
    )
