"""What becomes of staff, without a database."""

from __future__ import annotations

from course.rosters.staff_difference import staff_changes
from course.rosters.standing import KnownPerson, Standing
from tests.rosters.rosters import a_teacher_of


def known(key: str | None, roles: set[str], groups: dict[int, str]) -> KnownPerson:
    email = "b.visser@school.example"
    return KnownPerson(1, "Bram Visser", "Bram", "", "Visser", email, "", key, None, frozenset(roles), groups)


def test_a_teacher_leaves_the_groups_that_the_roster_no_longer_names() -> None:
    standing = Standing(1, (), (known("L1", {"teacher"}, {5: "teacher", 6: "teacher"}),))
    change = staff_changes([a_teacher_of("7A")], standing, {"7A": 5})[0]
    assert (change.joins, change.leaves, change.new_roles) == ((), (6,), ())


def test_groups_that_were_given_by_hand_stay_at_the_first_roster() -> None:
    standing = Standing(1, (), (known(None, {"teacher"}, {6: "teacher"}),))
    change = staff_changes([a_teacher_of("7A")], standing, {"7A": 5})[0]
    assert (change.joins, change.leaves) == ((("7A", "teacher"),), ())
    assert not change.has_key


def test_nobody_is_two_people() -> None:
    standing = Standing(1, (), (known("L1", {"teacher"}, {}),))
    first, second = staff_changes(
        [a_teacher_of("7A"), a_teacher_of("7B", "L9")], standing, {"7A": 5, "7B": 6}
    )
    assert (first.person_id, second.person_id) == (1, None)
