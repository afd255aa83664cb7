"""A board asks a second step of some roles, and who has one of these and no step does nothing else first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.actor import Notice
from course.people.factors.keeping import own_factors
from course.people.factors.required import ask_of, asked_by
from course.people.roles import Role
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW, PASSWORD
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store


def test_who_is_asked_is_told_at_the_next_sign_in_until_there_is_a_step(store: Store) -> None:
    school = builders.a_school(store)
    director, teacher = builders.a_director(store, school), builders.a_teacher(store, school=school)
    with store.write() as conn:
        ask_of(conn, school.board_id, [Role.DIRECTOR, Role.TEACHER])
        assert asked_by(conn, school.board_id) == {Role.DIRECTOR}, "of a teacher it can't be asked"
    assert builders.signed_in(store, teacher).notice is Notice.NOTHING
    fresh = sign_in_staff(store, director.email, PASSWORD, NOW)
    actor = builders.identity_of(store, fresh)
    assert actor.notice is Notice.SECOND_STEP
    assert own_factors(store, actor, NOW, HOME).is_asked
    set_up(store, actor, NOW)
    assert builders.identity_of(store, fresh).notice is Notice.NOTHING
