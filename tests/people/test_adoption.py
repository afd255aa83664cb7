from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from course.people.access import school_in_sight
from tests.builders import NOW, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import TODAY, a_text, published

DAY = timedelta(days=1)


def protocol_of(store, school, now=NOW):
    return signed_in(store, a_teacher(store, school=school), now).protocol


def test_without_an_adoption_the_starting_protocol_holds(store):
    assert protocol_of(store, a_school(store, protocol="verkruisen")) == "verkruisen"


def test_a_version_holds_from_its_day_on_and_the_newest_up_to_today_counts(store):
    school = a_school(store)
    first = published(store, school)
    second = published(store, school, text=a_text(title="Nieuw"), from_on=TODAY + 7 * DAY)
    assert protocol_of(store, school) == first.key
    assert protocol_of(store, school, NOW + 6 * DAY) == first.key
    assert protocol_of(store, school, NOW + 7 * DAY) == second.key


def test_of_two_decisions_for_one_day_the_later_one_counts(store):
    school = a_school(store)
    published(store, school)
    again = published(store, school, text=a_text(title="Toch zo"))
    assert protocol_of(store, school) == again.key


def test_the_day_is_that_of_the_school_and_not_of_greenwich(store):
    school = a_school(store)
    version = published(store, school, from_on=TODAY + DAY)
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert protocol_of(store, school, late) == version.key


def test_another_school_goes_on_as_it_did(store):
    school = a_school(store)
    published(store, school)
    assert protocol_of(store, a_school(store, school.board_id)) == "kom-leren"


def test_who_is_signed_in_is_still_read_in_one_statement(store, statements):
    school = a_school(store)
    published(store, school)
    staff = a_teacher(store, school=school)
    with statements() as seen:
        actor = signed_in(store, staff)
    assert len([one for one in seen if "adoptions" in one]) == 1
    assert actor.protocol.startswith("de-eik~")


@pytest.mark.parametrize("adopted", [False, True])
def test_a_school_is_shown_with_the_protocol_that_holds_today(store, adopted):
    school = a_school(store)
    expected = published(store, school).key if adopted else "kom-leren"
    officer = signed_in(store, an_officer(store, school.board_id))
    director = signed_in(store, a_director(store, school))
    with store.read() as conn:
        assert school_in_sight(conn, officer, school.id).protocol == expected
        assert school_in_sight(conn, director, school.id).protocol == expected
