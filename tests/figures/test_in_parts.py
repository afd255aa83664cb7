"""A part at a time, a school is told as its pages tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.enrolment import school_counters
from course.figures import in_parts
from course.figures.in_parts import groups_in_parts, how_many_staff_parts, staff_counted, staff_in_parts
from course.figures.rows import Whole, plain_completion
from course.figures.schools import school_page, staff_page
from course.norms.model import Audience
from course.people.access import school_in_sight
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.world import NOW

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

TODAY = NOW.date()


def test_groups_and_their_sum_are_those_of_the_directors_page(
    store: Store, library: Library, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(school_counters, "_NEXT", school_counters._NEXT.limit(2))
    here = term(world, library, pupils=7)
    for name, pupils in (("5A", 6), ("8B", 3), ("8C", 2), ("3C", 0)):
        group = world.group(here.school, name)
        for number in range(pupils):
            world.person(Role.PUPIL, here.school, group, name=f"{name} {number}")
    here.finish(0)
    here.begin(1)
    page, whole = school_page(store, library, here.director, TODAY), Whole()
    parts = list(groups_in_parts(store, library, here.school, 2026, whole))
    assert [len(one) for one in parts] == [2, 2, 1]
    told = {row.group_id: row for part in parts for row in part}
    assert [(one.name, one.pupils) for part in parts for one in part] == [
        (one.name, one.pupils) for one in page.groups
    ]
    for row in page.groups:
        places = {cell.module.id: cell for cell in told[row.group_id].cells if cell}
        assert {cell.module.id: cell for cell in row.cells if cell} == places
    assert tuple(whole.told(one) for one in page.modules) == page.totals


def test_staff_are_those_of_the_directors_page(
    store: Store, library: Library, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_parts, "_NEXT", in_parts._NEXT.limit(2))
    here = term(world, library)
    for name in ("Bo", "Bo", "Cé"):
        world.person(Role.TEACHER, here.school, name=name)
    with store.read() as conn:
        school = school_in_sight(conn, here.director, here.school)
    parts = list(staff_in_parts(store, library, school, TODAY))
    assert [len(one) for one in parts] == [2, 2, 1]
    page = staff_page(store, library, here.director)
    assert tuple(one for part in parts for one in part) == page.staff
    assert how_many_staff_parts(store, school, TODAY) == 1
    counted = staff_counted(store, library, school, TODAY, plain_completion)
    assert counted == school_page(store, library, here.director, TODAY).staff_totals
    assert [one.module.audience for one in counted] == [Audience.TEACHER]
