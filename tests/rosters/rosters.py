"""Small rosters for tests."""

from __future__ import annotations

from course.rosters.model import Roster, RosterGroup, RosterKind, RosterPupil, RosterSchool, RosterStaff

SCHOOL_YEAR = 2026


def a_roster(
    pupils: dict[str, tuple[str, str]],
    staff: tuple[RosterStaff, ...] = (),
    surnames: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
) -> Roster:
    """Pupils by key as (first name, key of the group); groups are called after their keys, or by `names`."""
    keys = dict.fromkeys(group for _, group in pupils.values() if group)
    keys |= dict.fromkeys(key for one in staff for key in one.groups)
    return Roster(
        RosterKind.EDEXML,
        RosterSchool("99ZZ00"),
        SCHOOL_YEAR,
        tuple(RosterGroup(key, (names or {}).get(key, f"Groep {key}"), "7") for key in keys),
        tuple(
            RosterPupil(key, given, (surnames or {}).get(key, f"Dam{key}"), "7", (group,) if group else ())
            for key, (given, group) in pupils.items()
        ),
        staff,
    )


def a_teacher_of(group: str, key: str = "L1", email: str = "b.visser@school.example") -> RosterStaff:
    return RosterStaff(key, "Bram", "", "Visser", email, ("teacher",), (group,))
