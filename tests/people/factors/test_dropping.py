"""For who lost phone and paper the second step comes off, and with it every code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.coming_in import SignIn
from course.people.factors.keeping import own_factors
from course.people.passwords import draw_password
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_drawn_password_lets_in_alone_where_the_second_step_is_taken_off(store: Store) -> None:
    teacher = builders.a_teacher(store)
    actor = builders.signed_in(store, teacher)
    set_up(store, actor, NOW)
    drawn = draw_password(store, teacher.email, NOW)
    assert not isinstance(sign_in_staff(store, teacher.email, drawn, NOW), SignIn)
    drawn = draw_password(store, teacher.email, NOW, without_second_step=True)
    assert isinstance(sign_in_staff(store, teacher.email, drawn, NOW), SignIn)
    own = own_factors(store, actor, NOW, HOME)
    assert (own.app, own.codes_left) == (False, 0)
