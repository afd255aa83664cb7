"""What a roster would change of a school's staff. Roles are given and never taken, but for who is gone altogether."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.naming import Parts
from course.people.roles import InGroup, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.rosters.model import RosterStaff
    from course.rosters.standing import KnownPerson, Standing


@dataclass(frozen=True, slots=True)
class StaffChange:
    """A member of staff of the roster."""

    key: str
    eck_id: str
    person_id: int | None
    name: str
    parts: Parts
    email: str
    keeps_email: bool
    """An account that is there keeps its own address: it is what its owner signs in with."""
    renamed: bool
    new_roles: tuple[str, ...]
    joins: tuple[tuple[str, str], ...]
    """Key of a group, and what one is in it."""
    leaves: tuple[int, ...]
    has_key: bool
    has_part: bool
    """Whether the course knows what this person does; without that, and without an account, nobody is added."""
    line: int

    @property
    def is_new(self) -> bool:
        """Whether an account is added."""
        return self.person_id is None and self.has_part

    @property
    def changes(self) -> bool:
        """Whether something is written."""
        return self.is_new or bool(
            self.person_id
            and (self.renamed or self.new_roles or self.joins or self.leaves or not self.has_key)
        )


def staff_changes(
    staff: Sequence[RosterStaff], standing: Standing, ids: Mapping[str, int | None]
) -> tuple[StaffChange, ...]:
    """Hold the staff of a roster against who is known; `ids` gives the group of a key, None for a new one."""
    by_key = {one.key: one for one in standing.people if one.key and not one.is_pupil}
    by_eck = {one.eck_id: one for one in standing.people if one.eck_id and not one.is_pupil}
    by_email = {one.email: one for one in standing.people if one.email}
    taken: set[int] = set()
    changes = []
    for one in staff:
        found = by_key.get(one.key) or by_eck.get(one.eck_id or "-") or by_email.get(one.email or "-")
        known = found if found and found.id not in taken else None
        if known:
            taken.add(known.id)
        changes.append(_change(one, known, ids))
    return tuple(changes)


def _change(one: RosterStaff, known: KnownPerson | None, ids: Mapping[str, int | None]) -> StaffChange:
    parts = Parts(one.given, one.particle, one.surname)
    name = " ".join(part for part in parts if part)
    wanted = {(key, role) for key in one.groups for role in _in_groups(one)}
    held = {(group, role) for group, role in known.groups.items()} if known else set()
    joins = tuple(sorted((key, role) for key, role in wanted if (ids.get(key), role) not in held))
    kept = {(ids.get(key), role) for key, role in wanted}
    leaves = (
        tuple(sorted(group for group, role in held if (group, role) not in kept))
        if known and known.key
        else ()
    )
    return StaffChange(
        key=one.key,
        eck_id=one.eck_id,
        person_id=known.id if known else None,
        name=name,
        parts=parts,
        email=one.email,
        keeps_email=bool(known and known.email and known.email != one.email),
        renamed=bool(known and (known.given, known.particle, known.surname) != tuple(parts)),
        new_roles=tuple(role for role in one.roles if not known or role not in known.roles),
        joins=joins,
        leaves=leaves,
        has_key=bool(known and known.key == one.key and (known.eck_id or "") == one.eck_id),
        has_part=bool(one.roles),
        line=one.line,
    )


def _in_groups(one: RosterStaff) -> tuple[str, ...]:
    """Say what somebody is in the own groups, by the roles: who coaches and teaches is there as a teacher."""
    if Role.TEACHER.value in one.roles:
        return (InGroup.TEACHER.value,)
    return (InGroup.COACH.value,) if Role.COACH.value in one.roles else ()
