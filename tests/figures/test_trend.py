"""A year is read back as it was written down, beside the year before, by who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from course.errors import NotFound
from course.figures.counts import Share
from course.figures.groups import group_figures
from course.figures.trend import board_trend, months_of, school_trend, year_before
from course.people.roles import Role
from tests.figures.scene import term
from tests.figures.test_rules import library as ruled  # noqa: F401 - the fixture
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.figures.trend import Trend
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def looked(store: Store, library: Library, actor: Actor, day: date, module: str = "") -> Trend:
    """What a director sees on a day."""
    return school_trend(store, library, replace(actor, today=day), module=module)


def test_the_months_of_a_school_year_begin_in_august() -> None:
    assert months_of(2026)[0] == date(2026, 8, 1)
    assert months_of(2026)[4:6] == (DECEMBER, date(2027, 1, 1))
    assert months_of(2026)[-1] == date(2027, 7, 1)
    assert [year_before(one) for one in months_of(2026)] == list(months_of(2025))


def test_each_month_tells_how_far_pupils_team_and_groups_were_then(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, pupils=6)
    looked(store, library, here.director, date(2026, 11, 20))
    here.finish(0)
    found = looked(store, library, here.director, date(2026, 12, 4), "kort")
    assert found.school_year == 2026
    assert found.module is not None
    assert [one.completed for one in found.pupils.points.values()] == [0, 1]
    (group,) = found.parts
    assert group.points[NOVEMBER].percent == 0
    assert group.points[DECEMBER].percent == 16
    assert group.points[DECEMBER].taken_on == date(2026, 12, 4)
    assert not found.team.points
    assert looked(store, library, here.director, date(2026, 12, 4)).team.points[DECEMBER].completed == 0


def test_the_year_before_stands_beside_this_one(store: Store, library: Library, world: World) -> None:
    here = term(world, library, pupils=6)
    here.finish(0)
    looked(store, library, here.director, date(2026, 11, 20))
    found = looked(store, library, here.director, date(2027, 11, 20))
    assert (found.school_year, found.parts) == (2027, ())
    assert found.pupils.points[year_before(date(2027, 11, 1))].completed == 1
    assert found.pupils.latest(2027) is None
    latest = found.pupils.latest(2026)
    assert latest is not None
    assert latest[0] == NOVEMBER


def test_an_officer_reads_schools_and_no_group_rule_or_small_team(
    store: Store, library: Library, world: World
) -> None:
    here, there = term(world, library, 6), term(world, library, 4, school="De Beuk")
    here.finish(0)
    officer = world.person(Role.OFFICER, None, name="Bo")
    found = board_trend(store, lambda _: library, library, officer)
    eik, beuk = sorted(found.parts, key=lambda one: one.id)
    assert (eik.id, beuk.id) == (here.school, there.school)
    assert eik.points[NOVEMBER].completed == 1
    assert not beuk.points
    assert not found.team.points
    of_school = school_trend(store, library, officer, here.school)
    assert (of_school.parts, of_school.rules) == ((), ())
    assert all(one.completed is None for one in of_school.team.points.values())
    with pytest.raises(NotFound):
        school_trend(store, library, here.director, there.school)
    with pytest.raises(NotFound):
        board_trend(store, lambda _: library, library, here.director)


def test_how_well_a_rule_was_kept_is_told_in_the_word_of_its_month(
    store: Store,
    ruled: Library,  # noqa: F811 - the fixture
    world: World,
) -> None:
    here = term(world, ruled, pupils=14, protocol="regels")
    for pupil in range(5):
        here.begin(pupil)
    group_figures(store, ruled, here.teacher, here.group)
    looked(store, ruled, here.director, date(2026, 11, 20))
    for pupil in range(5, 14):
        here.finish(pupil)
    group_figures(store, ruled, here.teacher, here.group)
    (rule,) = looked(store, ruled, here.director, date(2026, 12, 4)).rules
    assert rule.shares == {NOVEMBER: Share.FEW, DECEMBER: Share.MOST}


def test_a_month_is_what_the_raw_rows_say(store: Store, library: Library, world: World) -> None:
    """Counted again by a few lines of SQL of their own."""
    here = term(world, library, pupils=9)
    for pupil in range(4):
        (here.finish if pupil % 2 else here.begin)(pupil)
    raw = text(
        "SELECT count(*), count(p.completed_at) FROM progress p JOIN memberships m ON m.person_id = p.person_id"
        " WHERE m.group_id = :of_group AND m.role = 'pupil' AND m.until_on IS NULL AND p.module = 'kort'"
    )
    with store.read() as conn:
        begun, done = conn.execute(raw, {"of_group": here.group}).one()
    point = looked(store, library, here.director, NOW.date(), "kort").pupils.points[NOVEMBER]
    assert (point.begun, point.completed, point.learners) == (begun, done, 9)


def test_looking_again_on_a_day_writes_nothing(
    store: Store, library: Library, world: World, statements: Statements
) -> None:
    here = term(world, library, pupils=6)
    looked(store, library, here.director, date(2026, 11, 20))
    with statements() as seen:
        looked(store, library, here.director, date(2026, 11, 20))
    assert not [one for one in seen if one.startswith(("INSERT", "DELETE", "UPDATE"))]
