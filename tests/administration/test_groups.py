"""Groups by hand: added, called otherwise, and who is in them beside the pupils."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.administration.finding import group_page
from course.administration.groups import add_group, let_in, let_out, rename_group
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.actor import identify
from course.people.roles import InGroup
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

ORIGIN = Origin(NOW)


def test_a_group_is_added_and_renamed_once_under_a_name(store: Store) -> None:
    school = builders.a_school(store)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    group = add_group(store, admin, school.id, " 7A ", ORIGIN)
    with pytest.raises(Invalid):
        add_group(store, admin, school.id, "7a", ORIGIN)
    other = add_group(store, admin, school.id, "7B", ORIGIN)
    with pytest.raises(Invalid):
        rename_group(store, admin, other, "7A", ORIGIN)
    rename_group(store, admin, group, "7 Zee", ORIGIN)
    assert group_page(store, admin, group).group.name == "7 Zee"
    told = journal.read(store, events=[Event.GROUP_CHANGED])
    assert [one.detail for one in told] == ["added", "added", "renamed"]


def test_a_substitute_is_in_the_group_up_to_the_last_day(store: Store) -> None:
    school = builders.a_school(store)
    group = builders.a_group(store, school)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    substitute = builders.a_director(store, school)
    with pytest.raises(Invalid):
        let_in(store, admin, group.id, substitute.id, InGroup.SUBSTITUTE, ORIGIN, NOW.date() - timedelta(1))
    let_in(store, admin, group.id, substitute.id, InGroup.SUBSTITUTE, ORIGIN, NOW.date())
    (member,) = group_page(store, admin, group.id).staff
    assert member.role is InGroup.SUBSTITUTE
    with pytest.raises(Invalid):
        let_in(store, admin, group.id, substitute.id, InGroup.SUBSTITUTE, ORIGIN, NOW.date())
    let_out(store, admin, group.id, substitute.id, ORIGIN)
    assert group_page(store, admin, group.id).staff == ()


def test_who_teaches_a_group_becomes_a_teacher_there(store: Store) -> None:
    school = builders.a_school(store)
    group = builders.a_group(store, school)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    coach = builders.a_coach(store, builders.a_group(store, school))
    let_in(store, admin, group.id, coach.id, InGroup.TEACHER, ORIGIN)
    token = sign_in_staff(store, coach.email, builders.PASSWORD, NOW).token
    with store.read() as conn:
        assert identify(conn, token, NOW) is None, "two roles now: to be chosen"


def test_a_pupil_teaches_no_group_and_a_neighbours_group_is_not_there(store: Store) -> None:
    school, other = builders.a_school(store), builders.a_school(store)
    group, theirs = builders.a_group(store, school), builders.a_group(store, other)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    pupil, stranger = builders.a_pupil(store, group), builders.a_teacher(store, theirs)
    with pytest.raises(Invalid):
        let_in(store, admin, group.id, pupil, InGroup.TEACHER, ORIGIN)
    for call in (
        lambda: let_in(store, admin, group.id, stranger.id, InGroup.TEACHER, ORIGIN),
        lambda: let_out(store, admin, theirs.id, stranger.id, ORIGIN),
        lambda: rename_group(store, admin, theirs.id, "X", ORIGIN),
        lambda: add_group(store, admin, other.id, "X", ORIGIN),
    ):
        with pytest.raises(NotFound):
            call()
