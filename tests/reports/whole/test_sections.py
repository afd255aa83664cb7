"""In a file is what the own pages show of a school: to each role its own, and to nobody a number below five."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.people.roles import Role
from course.reports.whole import asking
from course.reports.whole.asking import Format
from course.reports.whole.sections import sections_of
from tests.reports.whole.files import made, reader_of, rows_of

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock

OF_DIRECTOR = [
    "groups",
    "team",
    "trend",
    "rules",
    "rules-now",
    "goals",
    "goals-by-group",
    "channels",
    "evidence",
]
OF_OFFICER = ["school", "trend", "goals"]
OF_ADMINISTRATOR = ["all-groups", "all-staff", "all-pupils"]


def keys(store: Store, library: Library, actor: Actor, school: int) -> list[str]:
    reader = reader_of(store, library, actor, school)
    return [one.key for one in sections_of(store, library, actor, reader.school, "en")]


def test_each_role_takes_along_what_its_own_pages_show(store: Store, library: Library, here: Term) -> None:
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    keeper = here.world.person(Role.ADMINISTRATOR, here.school, name="Cas")
    assert keys(store, library, here.director, here.school) == OF_DIRECTOR
    assert keys(store, library, officer, here.school) == OF_OFFICER
    assert keys(store, library, keeper, here.school) == OF_ADMINISTRATOR


def test_of_another_school_nothing_is_taken_along_and_by_others_neither(
    store: Store, library: Library, here: Term
) -> None:
    other = here.world.school("De Beuk")
    coach = here.world.person(Role.COACH, here.school, here.group, name="Di")
    keeper = here.world.person(Role.ADMINISTRATOR, here.school, name="Cas")
    for actor, school in (
        (here.director, other),
        (keeper, other),
        (here.teacher, here.school),
        (coach, here.school),
    ):
        with pytest.raises(NotFound):
            keys(store, library, actor, school)


def test_no_pupil_is_named_to_who_sees_counts_and_nothing_learned_to_who_keeps_people(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    keeper = here.world.person(Role.ADMINISTRATOR, here.school, name="Cas")
    for actor in (here.director, officer):
        found = rows_of(made(store, library, actor, here.school, Format.CSV, clock))
        assert "pupil 0" not in repr(found)
        assert "klein" not in repr(found)
    people = rows_of(made(store, library, keeper, here.school, Format.CSV, clock))
    assert {one["Name"] for one in people["all-pupils"]} >= {"pupil 00", "klein 2"}
    assert not {"kort", "foto"} & set(repr(people).replace("'", " ").split())


def test_an_officer_is_told_nothing_of_a_team_of_fewer_than_five(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    found = rows_of(made(store, library, officer, here.school, Format.CSV, clock))
    team = [one for one in found["school"] if one["For"] == "Team"]
    assert team
    assert {one["Done"] for one in team} == {"fewer than five: not shown"}
    assert {one["Group"] for one in found["school"]} == {"All groups", "Team"}
    assert {one["Group"] for one in found["trend"]} == {"All groups", "Team"}
    assert asking.look(store, officer, here.school, clock())[1] is not None
