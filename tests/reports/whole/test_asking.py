"""A file is asked for once, is its asker's alone, and is gone after a day or an erasure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.enrolment.people import erase_person
from course.errors import NotFound
from course.journal.journal import Origin
from course.people.roles import Role
from course.reports.whole.asking import KEPT, Format, Stage, ask, drop, look, taken
from course.reports.whole.tables import export_parts, exports
from tests.reports.whole.files import made

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock


def counted(store: Store) -> tuple[int, int]:
    with store.read() as conn:
        files, parts = (
            conn.execute(select(func.count()).select_from(one)).scalar_one()
            for one in (exports, export_parts)
        )
    return files, parts


def test_pressed_twice_it_is_asked_once_and_another_kind_takes_its_place(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    one = ask(store, library, here.director, here.school, Format.CSV, clock())
    assert (one.stage, one.is_silent) == (Stage.MAKING, True)
    assert ask(store, library, here.director, here.school, Format.CSV, clock()).id == one.id
    other = ask(store, library, here.director, here.school, Format.XLSX, clock())
    assert other.id != one.id
    assert counted(store) == (1, 0)


def test_it_is_there_for_a_day_and_for_who_asked_alone(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    made(store, library, here.director, here.school, Format.CSV, clock)
    second = here.world.person(Role.DIRECTOR, here.school, name="Eva")
    as_keeper = replace(here.director, role=Role.ADMINISTRATOR)
    for other in (second, as_keeper):
        assert look(store, other, here.school, clock())[1] is None
        with pytest.raises(NotFound):
            taken(store, other, here.school, clock())
    found = look(store, here.director, here.school, clock())[1]
    assert found
    assert found.until == clock() + KEPT
    clock.passes(hours=23)
    assert look(store, here.director, here.school, clock())[1] is not None
    clock.passes(hours=1)
    assert look(store, here.director, here.school, clock())[1] is None
    with pytest.raises(NotFound):
        taken(store, here.director, here.school, clock())


def test_a_new_one_takes_the_place_of_the_one_before(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    made(store, library, here.director, here.school, Format.CSV, clock)
    made(store, library, here.director, here.school, Format.CSV, clock)
    assert counted(store) == (1, 1)


def test_who_lets_go_of_it_leaves_nothing(store: Store, library: Library, here: Term, clock: Clock) -> None:
    made(store, library, here.director, here.school, Format.XLSX, clock)
    drop(store, here.director, here.school, clock())
    assert counted(store) == (0, 0)


def test_a_file_from_before_an_erasure_is_gone(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    made(store, library, here.director, here.school, Format.CSV, clock)
    clock.passes(minutes=1)
    with store.write() as conn:
        erase_person(conn, here.teacher.person_id, Origin(clock()))
    assert look(store, here.director, here.school, clock())[1] is None
    clock.passes(minutes=1)
    made(store, library, here.director, here.school, Format.CSV, clock)


def test_who_asked_and_is_erased_leaves_no_file(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    made(store, library, here.director, here.school, Format.CSV, clock)
    with store.write() as conn:
        erase_person(conn, here.director.person_id, Origin(clock()))
    assert counted(store) == (0, 0)
