"""People are found by a part of their name or address, within reach alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.finding import find, merge_people, person_page
from course.errors import Invalid
from course.journal.journal import Origin
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_part_of_a_name_or_an_address_finds_people_of_the_own_school(store: Store) -> None:
    board = builders.a_board(store)
    school, other = builders.a_school(store, board), builders.a_school(store, board)
    noor = builders.a_pupil(store, builders.a_group(store, school), "Noor")
    builders.a_pupil(store, builders.a_group(store, other), "Noortje")
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    assert [one for one, _, _ in find(store, admin, "NOO")] == [noor]
    assert [one for one, _, _ in find(store, admin, "administrator")] == [admin.person_id]
    for nothing in ("n", "%", "_%", ""):
        assert find(store, admin, nothing) == ()


def test_a_person_s_page_names_who_may_be_the_same(store: Store) -> None:
    school = builders.a_school(store)
    one = builders.a_pupil(store, builders.a_group(store, school), "Noor")
    other = builders.a_pupil(store, builders.a_group(store, school), "Noor")
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    assert [person for person, _ in person_page(store, admin, one).alike] == [other]
    merge_people(store, admin, one, other, Origin(NOW))
    assert person_page(store, admin, one).alike == ()
    with pytest.raises(Invalid):
        merge_people(store, admin, one, admin.person_id, Origin(NOW))
