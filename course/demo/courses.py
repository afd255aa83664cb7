"""Which learners the demo has, and the modules that each of them gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.curriculum.bands import band_of
from course.norms.model import Audience
from course.people.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.curriculum.model import Module
    from course.library import Library


@dataclass(frozen=True, slots=True)
class Learners:
    """People who get the same modules; pupils by their year."""

    role: Role
    year_group: str | None = None


YOUNGER, PUPILS, OLDER = (Learners(Role.PUPIL, year) for year in ("5", "7", "11"))
TEACHERS, LEADERS = Learners(Role.TEACHER), Learners(Role.DIRECTOR)

_AUDIENCES = {Role.PUPIL: Audience.PUPIL, Role.TEACHER: Audience.TEACHER, Role.DIRECTOR: Audience.LEADER}


def modules_of(library: Library) -> Mapping[Learners, Sequence[Module]]:
    """Give the modules of everybody who learns in the demo."""
    return {
        one: library.modules_for(_AUDIENCES[one.role], band_of(one.year_group))
        for one in (YOUNGER, PUPILS, OLDER, TEACHERS, LEADERS)
    }
