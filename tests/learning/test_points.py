"""A learning point is its owner's alone, until it is shared, and again once that is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.enrolment.people import erase_person
from course.errors import Invalid, NotFound, Refused
from course.journal.journal import Origin
from course.learning import points
from course.people.roles import Role
from course.people.tables import roles
from tests.learning.quiz.test_answering import Sitting
from tests.learning.test_missed import of_staff
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World


@pytest.fixture(scope="module")
def library() -> Library:
    return of_staff()


@pytest.fixture
def teacher(teacher: Actor, store: Store, library: Library) -> Actor:
    """A teacher who answered two questions wrong."""
    teacher = replace(teacher, protocol="regels")
    Sitting(store, library, teacher, "vriend").answer("b", "b")
    return teacher


@pytest.fixture
def director(teacher: Actor, world: World) -> Actor:
    return world.person(Role.DIRECTOR, teacher.school_id, name="Ans", protocol="regels")


def taken(store: Store, library: Library, teacher: Actor) -> int:
    points.take_up(store, library, teacher, "delen", NOW)
    (one,) = points.own_points(store, library, teacher).points
    return one.id


def told(store: Store, director: Actor) -> list[tuple[str, str, str]]:
    return [(one.name, one.title, one.plan) for one in points.shared_points(store, director)]


def test_what_is_taken_up_is_a_point_once_and_missed_no_more(
    store: Store, library: Library, teacher: Actor
) -> None:
    assert [one.article.id for one in points.own_points(store, library, teacher).missed] == ["delen"]
    for _ in range(2):
        points.take_up(store, library, teacher, "delen", NOW)
    found = points.own_points(store, library, teacher)
    assert [(one.title, one.plan, one.shared_at) for one in found.points] == [("Afspraak delen.", "", None)]
    assert found.missed == ()


def test_only_what_was_missed_can_be_taken_up(store: Store, library: Library, teacher: Actor) -> None:
    for name in ("spot", "nergens"):
        with pytest.raises(NotFound):
            points.take_up(store, library, teacher, name, NOW)


def test_a_director_reads_what_is_shared_and_only_as_long(
    store: Store, library: Library, teacher: Actor, director: Actor
) -> None:
    point = taken(store, library, teacher)
    points.plan(store, teacher, point, " Eerst \n vragen. ")
    assert told(store, director) == []
    points.share(store, teacher, point, NOW)
    assert told(store, director) == [("Jo", "Afspraak delen.", "Eerst vragen.")]
    points.share(store, teacher, point, None)
    assert told(store, director) == []
    points.share(store, teacher, point, NOW)
    points.drop(store, teacher, point)
    assert told(store, director) == []
    assert points.own_points(store, library, teacher).points == ()


def test_nobody_but_its_owner_touches_a_point(
    store: Store, library: Library, teacher: Actor, director: Actor, world: World
) -> None:
    point = taken(store, library, teacher)
    colleague = world.person(Role.TEACHER, teacher.school_id, name="Bo", protocol="regels")
    for who in (colleague, director):
        for act in (
            lambda who=who: points.plan(store, who, point, "x"),
            lambda who=who: points.share(store, who, point, NOW),
            lambda who=who: points.drop(store, who, point),
        ):
            with pytest.raises(NotFound):
                act()
        assert points.own_points(store, library, who).points == ()
    assert told(store, director) == []


def test_another_schools_director_reads_nothing_also_after_who_shared_moved(
    store: Store, library: Library, teacher: Actor, director: Actor, world: World
) -> None:
    points.share(store, teacher, taken(store, library, teacher), NOW)
    elsewhere = world.person(Role.DIRECTOR, world.school("De Linde"), protocol="regels")
    assert told(store, elsewhere) == []
    with store.write() as conn:
        conn.execute(
            update(roles).where(roles.c.person_id == teacher.person_id).values(until_on=date(2026, 11, 19))
        )
    assert told(store, director) == []


def test_who_leads_no_school_lists_none(store: Store, teacher: Actor, world: World) -> None:
    for who in (teacher, world.person(Role.OFFICER, None)):
        with pytest.raises(NotFound):
            points.shared_points(store, who)


def test_pupils_and_officers_have_no_points(
    store: Store, library: Library, pupil: Actor, world: World
) -> None:
    for who in (pupil, world.person(Role.OFFICER, None)):
        with pytest.raises(Refused):
            points.own_points(store, library, who)


def test_a_plan_that_is_too_long_is_refused(store: Store, library: Library, teacher: Actor) -> None:
    point = taken(store, library, teacher)
    with pytest.raises(Invalid):
        points.plan(store, teacher, point, "x" * (points.LONGEST + 1))


def test_with_a_person_the_points_go_too(
    store: Store, library: Library, teacher: Actor, director: Actor
) -> None:
    points.share(store, teacher, taken(store, library, teacher), NOW)
    with store.write() as conn:
        erase_person(conn, teacher.person_id, Origin(NOW))
    assert told(store, director) == []
