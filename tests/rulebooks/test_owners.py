from __future__ import annotations

import pytest

from course.errors import NotFound
from course.people.roles import Ability, Role
from course.rulebooks.owners import Owner, own_place, owner_in_reach
from tests.people.actors import an_actor


def test_a_director_writes_the_own_school_s_rules_and_an_officer_the_board_s():
    assert own_place(an_actor(Role.DIRECTOR)) == Owner(1, 1)
    assert own_place(an_actor(Role.OFFICER)) == Owner(1, None)
    with pytest.raises(NotFound):
        own_place(an_actor(Role.TEACHER))


def test_a_director_reaches_no_other_school_and_not_the_board_s_rules():
    director = an_actor(Role.DIRECTOR)
    assert owner_in_reach(director, Owner(1, 1))
    assert not owner_in_reach(director, Owner(1, 2))
    assert not owner_in_reach(director, Owner(1, None))


def test_an_officer_reaches_the_rules_of_the_board_and_of_its_schools_and_of_no_other_board():
    officer = an_actor(Role.OFFICER)
    assert owner_in_reach(officer, Owner(1, None), Ability.PUBLISH_RULES)
    assert owner_in_reach(officer, Owner(1, 5))
    assert not owner_in_reach(officer, Owner(2, None))
