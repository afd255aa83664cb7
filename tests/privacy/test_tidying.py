"""What is old enough goes, no more than was counted beforehand, and every figure stays what its rows are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from course.enrolment.recount import differences
from course.goals.tables import evidence
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.people.tables import class_sessions, persons, roles
from course.privacy.requests import Kind, register, requests_in_sight
from course.privacy.retention import TERMS, Kept
from course.privacy.tables import privacy_requests
from course.privacy.tidying import tidy, would_go
from tests.builders import ADDED, NOW, an_administrator, signed_in
from tests.web.town import a_town

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.town import Town

LONG = timedelta(days=5000)
"""The database goes by its own clock and keeps what is younger than thirty days: here only what is from 2020 goes."""
LATER = NOW + timedelta(days=TERMS[Kept.PUPILS].days + 2)


def left(store: Store, person: int) -> None:
    """Let somebody have left today, as an administrator's button does."""
    with store.write() as conn:
        conn.execute(update(roles).where(roles.c.person_id == person).values(until_on=NOW.date()))


def there(store: Store) -> set[int]:
    with store.read() as conn:
        return set(conn.execute(select(persons.c.id)).scalars())


def test_who_left_goes_after_the_term_with_figures_that_stay_right(store: Store) -> None:
    town = a_town(store)
    before = there(store)
    left(store, town.pupil)
    left(store, town.teacher.id)
    assert tidy(store, NOW + timedelta(days=100), LONG, dry=False)[1:] == ()
    assert there(store) == before
    (told,) = tidy(store, LATER, LONG, dry=True)[1:]
    assert (told.school_id, told.counts["pupils"], told.counts["staff"]) == (town.ours.id, 1, 1)
    assert there(store) == before, "a dry run lets nothing go"
    assert tidy(store, LATER, LONG, dry=False)[1:] == (told,)
    assert there(store) == before - {town.pupil, town.teacher.id}
    assert tidy(store, LATER, LONG, dry=False)[1:] == (), "a second time nothing is left to go"
    with store.read() as conn:
        assert [one for school in (town.ours, town.theirs) for one in differences(conn, school.id)] == []


def test_who_is_at_another_school_or_asks_about_the_own_data_stays(store: Store) -> None:
    town = a_town(store)
    left(store, town.pupil)
    left(store, town.classmate)
    admin = signed_in(store, an_administrator(store, town.ours))
    register(store, admin, town.classmate, Kind.ACCESS, NOW.date(), Origin(NOW))
    with store.write() as conn:
        role = {"person_id": town.pupil, "role": "pupil", "board_id": town.board_id}
        conn.execute(insert(roles), role | {"school_id": town.theirs.id, "from_on": NOW.date()})
    assert tidy(store, LATER, LONG, dry=False)[1:] == ()
    assert {town.pupil, town.classmate} <= there(store)
    assert len(requests_in_sight(store, admin)) == 1


def test_old_lessons_evidence_requests_and_lines_go(store: Store) -> None:
    town = a_town(store)
    town.open_session()
    _old_rows(store, town)
    much_later = NOW + timedelta(days=4000)
    admin = signed_in(store, an_administrator(store, town.ours))
    with store.write() as conn:
        journal.write(conn, Entry(ADDED, Event.SIGNED_IN, town.pupil))
    counted = would_go(store, admin, town.ours.id, much_later).counts
    assert (counted["lessons"], counted["evidence"], counted["requests"]) == (1, 1, 1)
    everywhere = tidy(store, much_later, LONG, dry=False)[0]
    assert everywhere.counts["journal"] >= 1
    with store.read() as conn:
        for table in (class_sessions, evidence, privacy_requests):
            assert conn.execute(select(table)).all() == []


def _old_rows(store: Store, town: Town) -> None:
    noted = {
        "school_id": town.ours.id,
        "goal": "x",
        "school_year": 2026,
        "happened_on": NOW.date(),
        "words": "Klaar.",
        "noted_at": NOW,
    }
    asked = {
        "board_id": town.board_id,
        "school_id": town.ours.id,
        "person_id": 1,
        "kind": "access",
        "asked_on": NOW.date(),
        "due_on": NOW.date(),
        "done_on": NOW.date(),
        "outcome": "done",
    }
    with store.write() as conn:
        conn.execute(insert(evidence), noted)
        conn.execute(insert(privacy_requests), asked)
