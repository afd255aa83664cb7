"""Functions of a school's administration, and the roles of the course."""

from __future__ import annotations

from course.rosters.staff_roles import roles_of_codes


def test_who_has_two_functions_has_two_roles() -> None:
    assert roles_of_codes({"LRK", "IB"}, has_groups=True) == ("coach", "teacher")


def test_who_has_groups_and_no_function_teaches_them() -> None:
    assert roles_of_codes((), has_groups=True) == ("teacher",)
    assert roles_of_codes((), has_groups=False) == ()


def test_a_function_that_has_no_part_in_the_course_gives_no_role() -> None:
    assert roles_of_codes({"CON", "OUD"}, has_groups=True) == ()
