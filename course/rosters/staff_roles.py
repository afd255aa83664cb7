"""What the course makes of the functions that a school's administration knows (EDEXML's EDEXLeerkrachtRolType).

Whoever is left out of it, such as a caretaker, a trainee or a parent who helps, gets no role here: an administrator
gives one by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.roles import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ROLE_OF_CODE: Mapping[str, Role] = {
    "LRK": Role.TEACHER,
    "VAK": Role.TEACHER,
    "IB": Role.COACH,
    "DIR": Role.DIRECTOR,
    "ADJ": Role.DIRECTOR,
    "LOC": Role.DIRECTOR,
}
"""LRK group teacher, VAK subject teacher, IB coach, DIR head, ADJ deputy head, LOC head of a location."""


def roles_of_codes(codes: Collection[str], *, has_groups: bool) -> tuple[str, ...]:
    """Give the roles of somebody with these functions; without any function, who has groups teaches them."""
    found = dict.fromkeys(ROLE_OF_CODE[code].value for code in sorted(codes) if code in ROLE_OF_CODE)
    if not codes and has_groups:
        return (Role.TEACHER.value,)
    return tuple(found)
