"""Thin routes of a director."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.contacts.contacts import contacts_of
from course.errors import NotFound
from course.evaluation.closed_years import closed_year, years_over
from course.figures.rules import rule_shares
from course.figures.schools import group_counts, school_page, staff_page
from course.figures.staff_reminders import Kind, untrained
from course.figures.trend import school_trend
from course.goals.states import goal_states, school_goals
from course.learning.points import shared_points
from course.norms.judge import find_protocol
from course.norms.judge import gaps as law_gaps
from course.people.roles import Ability
from course.rulebooks.adopting import adoptions_of
from course.rulebooks.attesting import signers_of, standing_of
from course.teaching.blanks import blanks_of
from web.director import views
from web.director.annual import annual_view
from web.director.attention import Upkeep
from web.director.rules_views import rules_view
from web.display.closed_year import closed_year_view
from web.display.dates import day_words
from web.display.gaps import gaps_view
from web.display.goals import goals_view
from web.display.staff_reminders import remind_of, remind_view
from web.display.trend import trend_view, years
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store

if TYPE_CHECKING:
    from flask import Response

    from course.enrolment.school_counters import Counters
    from course.figures.pages import SchoolPage
    from course.norms.model import Protocol
    from course.rulebooks.attesting import Signers
    from course.teaching.blanks import Blanks
    from web.director.rules_views import RulesView
    from web.display.goals import GoalsView

area = Blueprint("director", __name__, url_prefix="/director")


@area.get("/")
@door(Ability.LEAD_SCHOOL)
def school() -> Response:
    """Show the own school at a glance."""
    page = _page()
    return shown(
        "director/school.html",
        "director/_school.html",
        view=views.school_view(page, _goals(page.counters), _upkeep()),
    )


@area.get("/groups/<int:group_id>")
@door(Ability.LEAD_SCHOOL)
def group(group_id: int) -> Response:
    """Show one group as counts, never by name."""
    counts = group_counts(the_store(), the_library(), me(), group_id)
    today = school_day(now())
    goals = school_goals(the_store(), the_library(), me(), today)
    view = views.group_counts_view(counts, goals_view(goals.states, _protocol(), me(), today))
    return shown("director/group.html", "director/_group.html", view=view)


@area.get("/staff")
@door(Ability.STAFF_NAMES)
def staff() -> Response:
    """Show the team's professional development by name."""
    page = staff_page(the_store(), the_library(), me())
    return shown(
        "director/staff.html",
        "director/_staff.html",
        view=views.staff_view(page, now()),
        remind=remind_view(Kind.TRAINING, is_anybody_left=bool(untrained(page))),
    )


@area.post("/staff/reminders")
@door(Ability.STAFF_NAMES, page="director.staff")
def remind_of_training() -> Response:
    """Remind whoever of the team has a module of the training left."""
    remind_of(Kind.TRAINING)
    return gone_to(url_for("director.staff"))


@area.get("/staff/learning-points")
@door(Ability.STAFF_NAMES)
def learning_points() -> Response:
    """Show what the team shared of its learning points, by name."""
    shared = groupby(shared_points(the_store(), me()), key=attrgetter("person_id"))
    view = [tuple(found) for _, found in shared]
    return shown("director/learning_points.html", "director/_learning_points.html", view=view)


@area.get("/gaps")
@door(Ability.LEAD_SCHOOL)
def gaps() -> Response:
    """Show every act on which the law asks more than the own protocol."""
    norms, protocol = the_library().norms, me().protocol
    if protocol is None:
        raise NotFound("protocol", "")
    view = gaps_view(find_protocol(norms, protocol), law_gaps(norms, protocol))
    return shown("director/gaps.html", "_ui/_gaps.html", view=view)


@area.get("/rules")
@door(Ability.LEAD_SCHOOL)
def rules() -> Response:
    """Show how pupils decide on each rule of the school, and what the rules leave blank."""
    blanks = blanks_of(the_store(), the_library(), me())
    return shown("director/rules.html", "director/_rules.html", view=_rules(blanks, _goals()))


@area.get("/trend")
@door(Ability.LEAD_SCHOOL)
def trend() -> Response:
    """Show the own school over the year, beside the year before."""
    module = request.args.get("module", "")
    found = school_trend(the_store(), the_library(), me(), module=module)
    view = trend_view(
        found,
        url_for("reports.trend", module=module or None),
        _("Groups, month by month"),
        lambda group: url_for("director.group", group_id=group.id),
        _years_over(),
    )
    return shown("director/trend.html", "_ui/_trend.html", view=view)


@area.get("/years/<int:year>")
@door(Ability.LEAD_SCHOOL)
def year_over(year: int) -> Response:
    """Show the own school as it stood at the end of a school year."""
    found = closed_year(the_store(), the_library(), me(), year)
    others = [one for one in _years_over() if one[0] != years(year)]
    view = closed_year_view(found, url_for("reports.year_over", year=year), others)
    return shown("director/closed_year.html", "_ui/_closed_year.html", view=view)


@area.get("/annual-report")
@door(Ability.LEAD_SCHOOL)
def annual() -> Response:
    """Show what a school tells the inspectorate and the participation council of its year, as it prints."""
    store, library, page = the_store(), the_library(), _page()
    goals = _goals(page.counters)
    blanks = blanks_of(store, library, me())
    view = annual_view(
        page,
        goals,
        _rules(blanks, goals),
        _signers(),
        blanks.protocol,
        adoptions_of(store, me(), page.school.id),
        school_day(now()),
    )
    return shown("director/annual.html", "director/_annual.html", view=view)


def _years_over() -> list[tuple[str, str]]:
    school = me().school_id or 0
    found = years_over(the_store(), me(), [school]).get(school, ())
    return [(years(one), url_for("director.year_over", year=one)) for one in found]


def _rules(blanks: Blanks, goals: GoalsView) -> RulesView:
    store, library, today = the_store(), the_library(), school_day(now())
    return rules_view(
        rule_shares(store, library, me(), today),
        blanks,
        library.norms.themes,
        goals,
        has_contacts=bool(contacts_of(store, me().school_id)),
        today=today,
    )


def _upkeep() -> Upkeep:
    standing = standing_of(the_store(), the_library(), me())
    review = standing.review_on
    return Upkeep(
        unconfirmed=standing.unsigned,
        has_contacts=bool(contacts_of(the_store(), me().school_id)),
        overdue_since=day_words(review) if review and review < school_day(now()) else "",
    )


def _signers() -> Signers:
    return signers_of(the_store(), the_library(), me())


def _goals(counters: Counters | None = None) -> GoalsView:
    today = school_day(now())
    states = goal_states(the_store(), the_library(), me(), today, counters=counters)
    return goals_view(states, _protocol(), me(), today)


def _protocol() -> Protocol | None:
    """The school's; None where the course does not have it."""
    return the_library().norms.protocols.get(me().protocol or "")


def _page() -> SchoolPage:
    return school_page(the_store(), the_library(), me(), school_day(now()))
