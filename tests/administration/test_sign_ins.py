"""Links and sign-ins of accounts that lie wholly within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.sign_ins import (
    end_sign_ins,
    hand_over,
    linked_accounts,
    open_sign_ins,
    unlink_account,
)
from course.administration.staff import give_role
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.invitations import invited
from course.people.roles import Role
from tests import builders
from tests.administration.test_staff import kept
from tests.builders import NOW
from tests.people.sign_on.links import a_link

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


def test_an_account_elsewhere_is_unlinked_with_a_line_in_the_journal_and_its_owner_is_out(
    store: Store,
) -> None:
    school, own, of_board = kept(store)
    teacher = builders.a_teacher(store, school=school)
    provider = a_link(store, teacher.id, school.board_id)
    builders.signed_in(store, teacher)
    assert [one.name for one in linked_accounts(store, own, teacher.id)] == ["Microsoft"]
    for _ in range(2):
        unlink_account(store, own, teacher.id, provider, Origin(NOW, own.person_id))
    assert linked_accounts(store, own, teacher.id) == ()
    assert open_sign_ins(store, own, teacher.id, NOW) == ()
    (told,) = journal.read(store, events=[Event.FACTOR_REMOVED])
    assert (told.person_id, told.about_id, told.detail) == (own.person_id, teacher.id, "sign-on")
    give_role(store, of_board, teacher.id, Role.OFFICER, None, ORIGIN)
    with pytest.raises(Invalid):
        unlink_account(store, own, teacher.id, provider, ORIGIN)
    with pytest.raises(NotFound):
        unlink_account(store, own, builders.a_teacher(store).id, provider, ORIGIN)
