"""Mending while the course is served: nothing is mended twice, and no answer is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.enrolment.recount import Difference, all_schools, differences, mend
from tests.enrolment.term import Term, a_library_of_two_bands
from tests.learning.world import at_once
from tests.races import meeting_before

if TYPE_CHECKING:
    from course.store.store import Store

LIBRARY = a_library_of_two_bands()


@pytest.fixture
def term(store: Store) -> Term:
    return Term(store, LIBRARY)


def nothing_differs(store: Store) -> bool:
    with store.read() as conn:
        return all(differences(conn, school) == () for school in all_schools(conn))


def test_what_is_missing_is_told_like_what_is_too_much(store: Store, term: Term) -> None:
    group = term.groups[1]
    term.play(term.reader(term.pupils(group.id)[0].id), "kort", "opname")
    with store.write() as conn:
        conn.exec_driver_sql("DELETE FROM group_progress")
        conn.exec_driver_sql(f"UPDATE group_sizes SET pupils = 8 WHERE group_id = {group.id}")
    with store.write() as conn:
        found = mend(conn, group.school_id)
        assert found == (
            Difference(group.id, "", "8", "pupils", 8, 7),
            Difference(group.id, "kort", "8", "begun", 0, 1),
        )
        assert mend(conn, group.school_id) == ()


def test_two_who_mend_a_school_mend_it_once(store: Store, term: Term) -> None:
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE group_sizes SET pupils = pupils + 3")

    def mends() -> int:
        with store.write() as conn:
            return len(mend(conn, term.schools[0]))

    with meeting_before(store, "INSERT INTO group_sizes"):
        assert sorted(map(str, at_once(mends, mends))) == ["0", "3"]
    assert not nothing_differs(store), "the other school is still to be mended"


def test_a_counter_is_mended_beside_answers_that_it_may_not_lose(store: Store, term: Term) -> None:
    pupils = [term.reader(one.id) for one in term.pupils(term.groups[1].id)]
    for pupil in pupils[:3]:
        term.play(pupil, "kort", "opname")
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE group_progress SET begun = 40")

    def mends() -> None:
        with store.write() as conn:
            mend(conn, term.schools[0])

    with meeting_before(store, "INSERT INTO group_progress"):
        at_once(mends, partial(term.play, pupils[4], "kort", "opname"))
    assert nothing_differs(store)
