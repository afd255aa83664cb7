"""Thin routes of an officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.evaluation.closed_years import closed_year, years_over
from course.feedback.reports import count_open
from course.figures.boards import board_page
from course.figures.schools import school_page
from course.figures.trend import board_trend, school_trend
from course.goals.states import board_goals, goal_states
from course.norms.judge import find_protocol
from course.norms.judge import gaps as law_gaps
from course.people.roles import Ability
from web.board import views
from web.display.closed_year import closed_year_view
from web.display.gaps import gaps_view
from web.display.goals import goals_view
from web.display.trend import trend_view, years
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_boards_library, the_store

if TYPE_CHECKING:
    from flask import Response

area = Blueprint("board", __name__, url_prefix="/board")


@area.get("/")
@door(Ability.BOARD_COUNTS)
def schools() -> Response:
    """Show the board's schools as counts, and how far each is with the goals."""
    today = school_day(now())
    library = the_boards_library()
    page = board_page(the_store(), library, me(), today)
    shown_schools = [one.school.id for one in page.schools]
    goals = board_goals(the_store(), library, me(), today, shown_schools, page.counters)
    view = views.schools_view(page, library.norms.protocols, goals, count_open(the_store(), me()))
    return shown("board/schools.html", "board/_schools.html", view=view)


@area.get("/schools/<int:school_id>")
@door(Ability.BOARD_COUNTS)
def school(school_id: int) -> Response:
    """Show one school of the board as counts."""
    today, library = school_day(now()), the_boards_library()
    page = school_page(the_store(), library, me(), today, school_id)
    states = goal_states(the_store(), library, me(), today, school_id, page.counters)
    known = library.norms.protocols.get(page.school.protocol)
    view = views.school_view(
        page, known.name if known else page.school.protocol, goals_view(states, known, me(), today)
    )
    return shown("board/school.html", "board/_school.html", view=view)


@area.get("/trend")
@door(Ability.BOARD_COUNTS)
def trend() -> Response:
    """Show the board's schools over the year, beside the year before."""
    module, library = request.args.get("module", ""), the_boards_library()
    found = board_trend(the_store(), lambda _school: library, library, me(), module)
    over = years_over(the_store(), me(), [one.id for one in found.parts])
    view = trend_view(
        found,
        url_for("reports.board_trend_page", module=module or None),
        _("Schools, month by month"),
        lambda one: url_for("board.trend_of_school", school_id=one.id, module=module or None),
        [
            (f"{one.name}, {years(year)}", url_for("board.year_over", school_id=one.id, year=year))
            for one in found.parts
            for year in over.get(one.id, ())[:1]
        ],
    )
    return shown("board/trend.html", "_ui/_trend.html", view=view)


@area.get("/schools/<int:school_id>/trend")
@door(Ability.BOARD_COUNTS)
def trend_of_school(school_id: int) -> Response:
    """Show one school of the board over the year, beside the year before."""
    module = request.args.get("module", "")
    found = school_trend(the_store(), the_boards_library(), me(), school_id, module)
    report = url_for("reports.board_trend_page", module=module or None)
    view = trend_view(found, report, "", lambda _line: "", _years_over(school_id))
    return shown("board/trend.html", "_ui/_trend.html", view=view)


@area.get("/schools/<int:school_id>/years/<int:year>")
@door(Ability.BOARD_COUNTS)
def year_over(school_id: int, year: int) -> Response:
    """Show a school of the board as it stood at the end of a school year, without its groups."""
    found = closed_year(the_store(), the_boards_library(), me(), year, school_id)
    others = [one for one in _years_over(school_id) if one[0] != years(year)]
    report = url_for("reports.year_over_of_school", school_id=school_id, year=year)
    view = closed_year_view(found, report, others)
    return shown("board/closed_year.html", "_ui/_closed_year.html", view=view, school_id=school_id)


def _years_over(school_id: int) -> list[tuple[str, str]]:
    found = years_over(the_store(), me(), [school_id]).get(school_id, ())
    return [(years(one), url_for("board.year_over", school_id=school_id, year=one)) for one in found]


@area.get("/gaps/<protocol>")
@door(Ability.BOARD_COUNTS)
def gaps(protocol: str) -> Response:
    """Show every act on which the law, or a national agreement, asks more than a protocol."""
    norms = the_boards_library().norms
    view = gaps_view(find_protocol(norms, protocol), law_gaps(norms, protocol))
    return shown("board/gaps.html", "_ui/_gaps.html", view=view)
