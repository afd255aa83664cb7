"""A roster is shown first, and written as it was shown or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.errors import NotFound, Stale
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.tables import persons
from course.rosters import imports
from course.rosters.tables import roster_imports
from tests.builders import NOW, a_group, a_pupil, a_school
from tests.rosters.rosters import a_roster, a_teacher_of

if TYPE_CHECKING:
    from course.store.store import Store

ROSTER = a_roster({"1": ("Noor", "7A"), "2": ("Sam", "7A")}, (a_teacher_of("7A"),))


def count(store: Store, table: object) -> int:
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_nothing_is_written_before_the_yes(store: Store) -> None:
    school = a_school(store)
    before = count(store, persons)
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    assert count(store, persons) == before
    assert imports.look_at(store, school, waiting.id, NOW) == waiting


def test_a_yes_writes_what_was_shown_tells_the_journal_and_lets_go_of_the_file(store: Store) -> None:
    school = a_school(store)
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    imports.confirm(store, school, waiting.id, waiting.fingerprint, Origin(NOW))
    assert imports.prepare(store, school, ROSTER, None, NOW).found.is_empty
    told = [one for one in journal.read(store, school_id=school.id) if one.event is Event.ROSTER_IMPORTED]
    assert [one.detail for one in told] == ["edexml new=2"]
    with pytest.raises(NotFound):
        imports.confirm(store, school, waiting.id, waiting.fingerprint, Origin(NOW))


def test_what_changed_since_it_was_shown_is_shown_again_first(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school, "Groep 7A")
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    a_pupil(store, group, "Noor")
    with pytest.raises(Stale):
        imports.confirm(store, school, waiting.id, waiting.fingerprint, Origin(NOW))
    again = imports.look_at(store, school, waiting.id, NOW)
    assert again.fingerprint != waiting.fingerprint
    imports.confirm(store, school, waiting.id, again.fingerprint, Origin(NOW))


def test_of_two_that_were_shown_side_by_side_the_second_is_shown_again(store: Store) -> None:
    school = a_school(store)
    one = imports.prepare(store, school, ROSTER, None, NOW)
    other = imports.prepare(store, school, a_roster({"1": ("Noor", "7B")}), None, NOW)
    imports.confirm(store, school, one.id, one.fingerprint, Origin(NOW))
    with pytest.raises(Stale):
        imports.confirm(store, school, other.id, other.fingerprint, Origin(NOW))


def test_a_roster_waits_for_a_day_at_most_and_only_at_its_own_school(store: Store) -> None:
    school = a_school(store)
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    with pytest.raises(NotFound):
        imports.look_at(store, a_school(store), waiting.id, NOW)
    late = NOW + imports.KEPT + timedelta(minutes=1)
    with pytest.raises(NotFound):
        imports.look_at(store, school, waiting.id, late)
    imports.prepare(store, school, ROSTER, None, late)
    with store.read() as conn:
        assert (
            conn.execute(select(roster_imports.c.id).where(roster_imports.c.id == waiting.id)).first() is None
        )


def test_a_roster_that_is_not_wanted_is_let_go(store: Store) -> None:
    school = a_school(store)
    waiting = imports.prepare(store, school, ROSTER, None, NOW)
    imports.drop(store, a_school(store), waiting.id)
    imports.drop(store, school, waiting.id)
    imports.drop(store, school, waiting.id)
    with pytest.raises(NotFound):
        imports.look_at(store, school, waiting.id, NOW)


@pytest.mark.parametrize(("year", "part"), [(2027, "from 1 August"), (2025, "present school year")])
def test_another_school_year_is_told(year: int, part: str) -> None:
    told = imports.wrong_year(replace(ROSTER, school_year=year), date(2026, 11, 20))
    assert part in told[0].message
    assert not imports.wrong_year(ROSTER, date(2026, 11, 20))
