from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete

from course.errors import Clash, Invalid, NotFound
from course.journal.journal import Event, read
from course.people.tables import adoptions
from course.rulebooks.adopting import adopt, adoptions_of, missing_rules, rules_of_board, rules_of_school
from course.rulebooks.carrying_over import carry_over
from course.rulebooks.tables import protocol_versions
from tests.builders import NOW, a_director, a_school, a_teacher, an_officer, signed_in
from tests.rulebooks.rules import TODAY, a_text, library, published

DAY = timedelta(days=1)


@pytest.fixture
def school(store):
    return a_school(store)


def goes_by(store, school, today=TODAY):
    with store.read() as conn:
        return rules_of_school(conn, library(), school.id, today)


def test_an_officer_gives_one_version_to_many_schools(store, school):
    second, third = a_school(store, school.board_id), a_school(store, school.board_id)
    version = published(store, school, second)
    assert version.owner.school_id is None
    officer = signed_in(store, an_officer(store, school.board_id))
    adopt(store, officer, version.id, [third.id], TODAY + DAY, NOW)
    assert goes_by(store, third).protocol == "kom-leren"
    assert [goes_by(store, one, TODAY + DAY).version.id for one in (school, second, third)] == [
        version.id
    ] * 3


def test_a_director_adopts_for_the_own_school_alone(store, school):
    other = a_school(store, school.board_id)
    version = published(store, school)
    director = signed_in(store, a_director(store, other))
    adopt(store, director, version.id, [other.id], TODAY, NOW)
    assert goes_by(store, other).version.id == version.id
    with pytest.raises(NotFound):
        adopt(store, director, version.id, [school.id], TODAY, NOW)


def test_a_teacher_and_another_board_adopt_nothing(store, school):
    version = published(store, school)
    for actor in (signed_in(store, a_teacher(store, school=school)), signed_in(store, an_officer(store))):
        with pytest.raises(NotFound):
            adopt(store, actor, version.id, [school.id], TODAY, NOW)


def test_a_day_before_the_version_in_force_is_refused_for_it_would_never_hold(store, school):
    version = published(store, school)
    director = signed_in(store, a_director(store, school))
    with pytest.raises(Invalid):
        adopt(store, director, version.id, [school.id], TODAY - DAY, NOW)


def test_the_journal_tells_what_was_published_and_from_when_a_school_goes_by_it(store, school):
    published(store, school)
    told = [(one.event, one.school_id, one.detail) for one in read(store)]
    assert (Event.RULES_PUBLISHED, school.id, "1 major") in told
    assert (Event.RULES_ADOPTED, school.id, "1 2026-11-20") in told


def test_what_a_school_went_by_and_will_go_by_is_listed(store, school):
    one = published(store, school)
    two = published(store, school, text=a_text(title="Nieuw"), from_on=TODAY + DAY)
    director = signed_in(store, a_director(store, school))
    listed = adoptions_of(store, director, school.id)
    assert [(found.version_id, found.from_on, found.number) for found in listed] == [
        (one.id, TODAY, 1),
        (two.id, TODAY + DAY, 2),
    ]
    with pytest.raises(NotFound):
        adoptions_of(store, signed_in(store, an_officer(store)), school.id)


def test_of_a_starting_protocol_the_version_is_what_it_said_when_it_was_noted(store, school):
    assert goes_by(store, school).version is None
    carry_over(store, library(), TODAY, NOW)
    found = goes_by(store, school)
    assert (found.protocol, found.version.slug, found.is_missing) == ("kom-leren", "kom-leren", False)


def test_schools_whose_rules_nobody_knows_are_told_for_a_board_and_for_all(store, school):
    lost = a_school(store, school.board_id, protocol="taken-out")
    elsewhere = a_school(store, protocol="gone-too")
    published(store, school)
    assert {one.school_id for one in missing_rules(store, library(), TODAY)} == {lost.id, elsewhere.id}
    (found,) = missing_rules(store, library(), TODAY, school.board_id)
    assert (found.school_id, found.protocol, found.is_missing) == (lost.id, "taken-out", True)
    with store.read() as conn:
        listed = {
            one.school_id: one.is_missing for one in rules_of_board(conn, library(), school.board_id, TODAY)
        }
    assert listed == {school.id: False, lost.id: True}
    published(store, lost)
    assert missing_rules(store, library(), TODAY, school.board_id) == ()


def test_no_school_goes_by_a_version_that_could_be_deleted(store, school):
    published(store, school)
    with pytest.raises(Clash), store.write() as conn:
        conn.execute(delete(protocol_versions))
    with store.write() as conn:
        conn.execute(delete(adoptions))
