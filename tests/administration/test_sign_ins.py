"""Links and sign-ins of accounts that lie wholly within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.sign_ins import end_sign_ins, hand_over, open_sign_ins
from course.administration.staff import give_role
from course.errors import Invalid, NotFound
from course.journal.journal import Origin
from course.people.invitations import invited
from course.people.roles import Role
from tests import builders
from tests.administration.test_staff import kept
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

ORIGIN = Origin(NOW)


def test_a_link_is_handed_over_for_ones_own_staff_alone(store: Store) -> None:
    school, own, of_board = kept(store)
    teacher = builders.a_teacher(store, school=school)
    token = hand_over(store, own, teacher.id, ORIGIN)
    assert invited(store, token, NOW) == teacher.email
    give_role(store, of_board, of_board.person_id, Role.DIRECTOR, school.id, ORIGIN)
    with pytest.raises(Invalid):
        hand_over(store, own, of_board.person_id, ORIGIN)
    for nobody in (builders.a_pupil(store, builders.a_group(store, school)), builders.a_teacher(store).id):
        with pytest.raises(NotFound):
            hand_over(store, own, nobody, ORIGIN)


def test_sign_ins_are_listed_and_ended(store: Store) -> None:
    school, own, _ = kept(store)
    teacher = builders.a_teacher(store, school=school)
    builders.signed_in(store, teacher)
    assert len(open_sign_ins(store, own, teacher.id, NOW)) == 1
    end_sign_ins(store, own, teacher.id, ORIGIN)
    assert open_sign_ins(store, own, teacher.id, NOW) == ()
    with pytest.raises(NotFound):
        end_sign_ins(store, own, builders.a_teacher(store).id, ORIGIN)
