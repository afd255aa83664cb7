from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from course.errors import NotFound, TooSoon
from course.people.tables import persons, rate_limits, schools
from course.rulebooks.public_links import (
    LENGTH,
    OF_AN_ADDRESS,
    link_in_sight,
    links_in_sight,
    open_rules,
    renew_link,
    turn_off_link,
)
from course.rulebooks.tables import public_links
from tests.builders import (
    NOW,
    a_coach,
    a_director,
    a_group,
    a_school,
    a_teacher,
    an_administrator,
    an_officer,
    signed_in,
)
from tests.rulebooks.rules import TODAY, published

HERE = "192.0.2.7"


@pytest.fixture
def school(store):
    return a_school(store)


@pytest.fixture
def director(store, school):
    return signed_in(store, a_director(store, school))


def opened(store, token, today=TODAY, address=HERE):
    return open_rules(store, token, today, NOW, address)


def test_an_address_leads_to_the_rules_by_which_the_school_goes_today(store, school, director):
    token = renew_link(store, director, school.id, NOW)
    assert opened(store, token).school_name == school.name
    assert opened(store, token).protocol == school.protocol
    version = published(store, school, from_on=TODAY + timedelta(days=1))
    assert opened(store, token).protocol == school.protocol
    assert opened(store, token, TODAY + timedelta(days=1)).protocol == version.key


def test_a_token_tells_nothing_of_the_school_and_no_two_are_alike(store, school, director):
    tokens = [renew_link(store, director, school.id, NOW) for _ in range(5)]
    assert len(set(tokens)) == 5
    assert all(len(one) == LENGTH and one.isalnum() for one in tokens)


def test_a_renewed_address_replaces_the_old_one(store, school, director):
    old, new = (renew_link(store, director, school.id, NOW) for _ in range(2))
    assert opened(store, new).school_name == school.name
    assert link_in_sight(store, director, school.id).token == new
    with pytest.raises(NotFound):
        opened(store, old)


def test_an_address_that_was_turned_off_leads_nowhere_and_twice_is_once(store, school, director):
    token = renew_link(store, director, school.id, NOW)
    for _ in range(2):
        turn_off_link(store, director, school.id)
    assert link_in_sight(store, director, school.id).token == ""
    with pytest.raises(NotFound):
        opened(store, token)


def test_an_officer_sees_every_school_of_the_board_and_gives_no_address(store, school, director):
    second = a_school(store, school.board_id)
    a_school(store)
    token = renew_link(store, director, school.id, NOW)
    officer = signed_in(store, an_officer(store, school.board_id))
    assert {one.school_id: one.token for one in links_in_sight(store, officer)} == {
        school.id: token,
        second.id: "",
    }
    for change in (
        lambda: renew_link(store, officer, second.id, NOW),
        lambda: turn_off_link(store, officer, school.id),
    ):
        with pytest.raises(NotFound):
            change()
    assert opened(store, token)


def test_a_director_keeps_the_own_school_s_address_alone(store, school, director):
    other = a_school(store, school.board_id)
    assert [one.school_id for one in links_in_sight(store, director)] == [school.id]
    for refused in (
        lambda: renew_link(store, director, other.id, NOW),
        lambda: turn_off_link(store, director, other.id),
        lambda: link_in_sight(store, director, other.id),
        lambda: renew_link(store, director, 99_999, NOW),
    ):
        with pytest.raises(NotFound):
            refused()


def test_nobody_else_keeps_or_is_shown_an_address(store, school, director):
    renew_link(store, director, school.id, NOW)
    staff = (
        a_teacher(store, school=school),
        a_coach(store, a_group(store, school)),
        an_administrator(store, school),
        a_director(store, a_school(store)),
    )
    for one in staff:
        actor = signed_in(store, one)
        assert school.id not in {link.school_id for link in links_in_sight(store, actor)}
        with pytest.raises(NotFound):
            renew_link(store, actor, school.id, NOW)
        with pytest.raises(NotFound):
            turn_off_link(store, actor, school.id)


def test_who_tries_many_addresses_waits_and_a_right_one_never_does(store, school, director):
    token = renew_link(store, director, school.id, NOW)
    for number in range(OF_AN_ADDRESS.free):
        with pytest.raises(NotFound):
            opened(store, f"wrong{number}")
    with pytest.raises(TooSoon):
        opened(store, "wrong")
    with pytest.raises(NotFound):
        opened(store, "wrong", address="192.0.2.8")
    assert opened(store, token).school_name == school.name


def test_of_who_reads_nothing_is_kept(store, school, director):
    token = renew_link(store, director, school.id, NOW)
    with store.read() as conn:
        before = conn.execute(select(rate_limits.c.key)).all()
    opened(store, token)
    with store.read() as conn:
        assert conn.execute(select(rate_limits.c.key)).all() == before


def test_an_address_goes_with_its_school_and_stays_when_who_made_it_goes(store, school, director):
    token = renew_link(store, director, school.id, NOW)
    with store.write() as conn:
        conn.execute(delete(persons).where(persons.c.id == director.person_id))
    assert opened(store, token).school_name == school.name
    with store.write() as conn:
        conn.execute(delete(schools).where(schools.c.id == school.id))
        assert conn.execute(select(public_links.c.token)).all() == []
