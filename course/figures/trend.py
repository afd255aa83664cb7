"""A school or a board over the months of a school year, beside the year before: out of what was written down each month."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, and_, bindparam, case, func, or_, select

from course.calendar import FIRST_MONTH, school_year
from course.errors import NotFound
from course.figures.counts import Share, percent
from course.figures.snapshots import PUPIL, STAFF, WHOLE, take_snapshots
from course.figures.tables import snapshot_counts, snapshot_shares, snapshots
from course.norms.model import Audience
from course.norms.version_key import slug_of
from course.people.access import FEWEST, may_see_board, may_see_school, school_in_sight, schools_in_sight
from course.people.roles import Ability

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from course.curriculum.model import Module
    from course.library import Library
    from course.norms.model import Article
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

MONTHS = 12
_counts = snapshot_counts.c
_told = and_(
    _counts.completed.is_not(None),
    or_(_counts.audience == PUPIL, _counts.learners >= bindparam("least", type_=Integer)),
)
_module = bindparam("of_module", type_=String)


def read_points(*lines: ColumnElement[Any]) -> Select[Any]:
    """Add up modules by line and month; what is too small counts for nothing, also for how many there are."""
    return (
        select(
            *lines,
            _counts.audience,
            snapshots.c.month_on,
            func.max(_counts.group_name),
            func.max(snapshots.c.taken_on),
            func.sum(case((_told, _counts.learners), else_=0)),
            func.sum(case((_told, _counts.begun))),
            func.sum(case((_told, _counts.completed))),
        )
        .join_from(snapshots, snapshot_counts)
        .where(
            snapshots.c.school_id.in_(bindparam("of_schools", expanding=True, type_=Integer)),
            snapshots.c.school_year.in_(bindparam("in_years", expanding=True, type_=Integer)),
            or_(_module == "", _counts.module == _module),
        )
        .group_by(*lines, _counts.audience, snapshots.c.month_on)
    )


_OF_SCHOOL = read_points(_counts.group_id)
_OF_SCHOOLS = read_points(snapshots.c.school_id).where(_counts.group_id == WHOLE)
_MODULES = (
    select(_counts.module)
    .distinct()
    .join_from(snapshots, snapshot_counts)
    .where(
        snapshots.c.school_id.in_(bindparam("of_schools", expanding=True, type_=Integer)),
        snapshots.c.school_year.in_(bindparam("in_years", expanding=True, type_=Integer)),
        _counts.group_id == WHOLE,
    )
)
_SHARES = (
    select(snapshots.c.month_on, snapshot_shares.c.article, snapshot_shares.c.share)
    .join_from(snapshots, snapshot_shares)
    .where(
        snapshots.c.school_id == bindparam("school", type_=Integer),
        snapshots.c.school_year.in_(bindparam("in_years", expanding=True, type_=Integer)),
        snapshot_shares.c.protocol == bindparam("of_protocol", type_=String),
    )
)


@dataclass(frozen=True, slots=True)
class Point:
    """How far those of one line were with their modules at the end of a month."""

    taken_on: date
    learners: int
    """Each once for every module that is meant for them."""
    begun: int | None
    """None where they were too few to be told."""
    completed: int | None

    @property
    def percent(self) -> int | None:
        """Completed, in percent."""
        return None if self.completed is None else percent(self.completed, self.learners)


@dataclass(frozen=True, slots=True)
class Line:
    """A school, a group, a team or all of them together, over two school years."""

    name: str
    points: Mapping[date, Point] = field(default_factory=dict)
    """By the first day of their month; a month of which nothing was written down has none."""
    id: int = 0
    """Of the group or the school."""

    def latest(self, year: int) -> tuple[date, Point] | None:
        """Give the last month of a school year of which something may be told."""
        told = [
            (day, one)
            for day, one in self.points.items()
            if school_year(day) == year and one.percent is not None
        ]
        return max(told, key=lambda one: one[0], default=None)


@dataclass(frozen=True, slots=True)
class RuleTrend:
    """How many pupils decided well at once on one rule, month by month, in words."""

    article: Article
    shares: Mapping[date, Share]


@dataclass(frozen=True, slots=True)
class Trend:
    """What was written down over a school year, beside the year before."""

    name: str
    """Of the school or the board."""
    school_year: int
    modules: tuple[Module, ...]
    """Of which something is written down, to choose from."""
    module: Module | None
    """The one that is told of; None for all together."""
    pupils: Line
    team: Line
    parts: tuple[Line, ...]
    """Of a school its groups of this year, of a board its schools."""
    rules: tuple[RuleTrend, ...] = ()

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of the months of the school year."""
        return months_of(self.school_year)


def months_of(year: int) -> tuple[date, ...]:
    """List the months of a school year by their first days."""
    first = FIRST_MONTH - 1
    return tuple(
        date(year + (first + place) // MONTHS, (first + place) % MONTHS + 1, 1) for place in range(MONTHS)
    )


def year_before(month: date) -> date:
    """Give the same month of the school year before."""
    return month.replace(year=month.year - 1)


def school_trend(
    store: Store, library: Library, actor: Actor, school_id: int | None = None, module: str = ""
) -> Trend:
    """Show a school over this school year and the last; without `school_id` the own one. NotFound for one out of sight.

    Looking writes today's figures down where no command did. An officer reads no groups and no rules.
    """
    wanted = school_id if school_id is not None else actor.school_id
    if wanted is None:
        raise NotFound("school", "")
    with store.read() as conn:
        school = school_in_sight(conn, actor, wanted)
    by_name = may_see_school(actor, school, Ability.STAFF_NAMES)
    take_snapshots(store, lambda _: library, [school], actor.today)
    year = school_year(actor.today)
    values = values_of([school], year, least=1 if by_name else FEWEST)
    with store.read() as conn:
        modules, chosen = _modules(conn, library, values, module)
        lines = lines_of(conn.execute(_OF_SCHOOL, {**values, "of_module": chosen.id if chosen else ""}))
        rules = rules_of(conn, library, school, year) if by_name else ()
    groups = sorted(
        (
            line
            for (audience, group), line in lines.items()
            if audience == PUPIL and group != WHOLE and any(school_year(day) == year for day in line.points)
        ),
        key=lambda one: (one.name, one.id),
    )
    return Trend(
        school.name,
        year,
        modules,
        chosen,
        lines.get((PUPIL, WHOLE), Line("")),
        lines.get((STAFF, WHOLE), Line("")),
        tuple(groups) if by_name else (),
        rules,
    )


def board_trend(
    store: Store, library_of: Callable[[School], Library], library: Library, actor: Actor, module: str = ""
) -> Trend:
    """Show an officer the board's schools over this school year and the last; NotFound for others."""
    if not may_see_board(actor):
        raise NotFound("board", str(actor.board_id))
    with store.read() as conn:
        schools = schools_in_sight(conn, actor, Ability.BOARD_COUNTS)
    take_snapshots(store, library_of, schools, actor.today, monthly=True)
    year = school_year(actor.today)
    values = values_of(schools, year, least=FEWEST)
    with store.read() as conn:
        modules, chosen = _modules(conn, library, values, module)
        lines = lines_of(conn.execute(_OF_SCHOOLS, {**values, "of_module": chosen.id if chosen else ""}))
    shown = STAFF if chosen is not None and chosen.audience is not Audience.PUPIL else PUPIL
    return Trend(
        actor.board_name,
        year,
        modules,
        chosen,
        _together([line for (audience, _), line in lines.items() if audience == PUPIL]),
        _together([line for (audience, _), line in lines.items() if audience == STAFF]),
        tuple(Line(one.name, lines.get((shown, one.id), Line("")).points, one.id) for one in schools),
    )


def values_of(schools: Sequence[School], year: int, least: int) -> dict[str, Any]:
    """Give the parameters of `read_points`: a school year and the one before; of fewer colleagues nothing is told."""
    return {"of_schools": [one.id for one in schools], "in_years": [year - 1, year], "least": least}


def _modules(
    conn: Connection, library: Library, values: Mapping[str, Any], wanted: str
) -> tuple[tuple[Module, ...], Module | None]:
    found = set(conn.execute(_MODULES, values).scalars())
    audiences = (Audience.PUPIL, Audience.TEACHER)
    modules = tuple(one for whom in audiences for one in library.modules_for(whom) if one.id in found)
    return modules, next((one for one in modules if one.id == wanted), None)


def lines_of(rows: Iterable[Any]) -> dict[tuple[str, int], Line]:
    """Gather rows of `read_points`, by audience and by the group or school that each is of."""
    found: dict[tuple[str, int], tuple[str, dict[date, Point]]] = {}
    for of, audience, month, name, taken_on, learners, begun, completed in rows:
        counts = (None, None) if completed is None else (int(begun), int(completed))
        _, points = found.setdefault((audience, of), (name, {}))
        points[month] = Point(taken_on, int(learners), *counts)
    return {key: Line(name, points, key[1]) for key, (name, points) in found.items()}


def _together(lines: Sequence[Line]) -> Line:
    """Add up what is told of each month; a school of which nothing was written down then is not in it."""
    points: dict[date, Point] = {}
    for line in lines:
        for month, one in line.points.items():
            if one.completed is not None and one.begun is not None:
                so_far = points.get(month, Point(one.taken_on, 0, 0, 0))
                points[month] = Point(
                    max(so_far.taken_on, one.taken_on),
                    so_far.learners + one.learners,
                    (so_far.begun or 0) + one.begun,
                    (so_far.completed or 0) + one.completed,
                )
    return Line("", points)


def rules_of(conn: Connection, library: Library, school: School, year: int) -> tuple[RuleTrend, ...]:
    """Tell of the rules of today's protocol, also as they were told under an earlier version of it."""
    protocol = library.norms.protocols.get(school.protocol)
    if protocol is None:
        return ()
    found: dict[str, dict[date, Share]] = {}
    values = {"school": school.id, "in_years": [year - 1, year], "of_protocol": slug_of(protocol.id)}
    for month, article_id, share in conn.execute(_SHARES, values):
        found.setdefault(article_id, {})[month] = Share(share)
    return tuple(RuleTrend(one, found[one.id]) for one in protocol.articles.values() if one.id in found)
