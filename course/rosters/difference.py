"""What a roster would change at a school: who is new, changed, moved, gone. Pure: the same roster twice changes nothing.

People are known again by the key of the school's administration, then by their ECK iD; a pupil without a key by the same
name in a group of the same name, staff without one by their address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.naming import look_of
from course.people.names import display_names_in
from course.people.roles import InGroup, Role
from course.rosters.staff_difference import StaffChange, staff_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rosters.model import Roster, RosterPupil
    from course.rosters.standing import KnownGroup, KnownPerson, Standing


class Change(StrEnum):
    """What becomes of somebody."""

    NEW = "new"
    BACK = "back"
    """Was at the school before, and comes back with what was learned."""
    MOVED = "moved"
    CHANGED = "changed"
    """Another name or year, in the same groups."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A group of the roster; `group_id` is None for a new one."""

    key: str
    name: str
    group_id: int | None
    old_name: str
    """Empty for a new one."""
    has_key: bool
    """Whether its key is kept already."""


@dataclass(frozen=True, slots=True)
class PupilChange:
    """A pupil of the roster."""

    change: Change
    key: str
    eck_id: str
    person_id: int | None
    name: str
    """Of the tile."""
    old_name: str
    year_group: str
    old_year_group: str
    groups: tuple[str, ...]
    """Keys of groups."""
    joins: tuple[str, ...]
    leaves: tuple[int, ...]
    stays: tuple[int, ...]
    has_key: bool
    line: int


@dataclass(frozen=True, slots=True)
class Gone:
    """Who isn't in the roster any more, with the groups that are left."""

    person_id: int
    name: str
    group_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that a roster changes."""

    groups: tuple[GroupChange, ...]
    pupils: tuple[PupilChange, ...]
    gone_pupils: tuple[Gone, ...]
    staff: tuple[StaffChange, ...]
    gone_staff: tuple[Gone, ...]

    def pupils_by(self, change: Change) -> tuple[PupilChange, ...]:
        """Give the pupils of one kind."""
        return tuple(one for one in self.pupils if one.change is change)

    @property
    def counts(self) -> Mapping[str, int]:
        """Count pupils by what becomes of them, with `gone`."""
        counts = Counter(one.change.value for one in self.pupils)
        return {**{one.value: counts[one.value] for one in Change}, "gone": len(self.gone_pupils)}

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not (
            self.gone_pupils
            or self.gone_staff
            or any(one.change is not Change.SAME or not one.has_key for one in self.pupils)
            or any(one.changes for one in self.staff)
            or any(one.group_id is None or one.old_name != one.name or not one.has_key for one in self.groups)
        )


def difference(roster: Roster, standing: Standing) -> Difference:
    """Hold a roster against what is known."""
    groups = _groups(roster, standing)
    pupils = _pupils(roster, standing, groups)
    staff = staff_changes(roster.staff, standing, {one.key: one.group_id for one in groups})
    present = {one.person_id for one in pupils} | {one.person_id for one in staff}
    gone = [one for one in standing.people if one.id not in present and one.key and one.roles]
    return Difference(
        groups,
        pupils,
        tuple(Gone(one.id, one.name, _groups_of(one)) for one in gone if one.is_pupil),
        staff,
        tuple(Gone(one.id, one.name, tuple(one.groups)) for one in gone if not one.is_pupil),
    )


def _groups(roster: Roster, standing: Standing) -> tuple[GroupChange, ...]:
    by_key = {one.key: one for one in standing.groups if one.key}
    by_name = {look_of(one.name): one for one in standing.groups if not one.key}
    changes = []
    for one in roster.groups:
        known: KnownGroup | None = by_key.get(one.key) or by_name.get(look_of(one.name))
        changes.append(
            GroupChange(
                one.key,
                one.name,
                known.id if known else None,
                known.name if known else "",
                bool(known and known.key),
            )
        )
    return tuple(changes)


def _pupils(roster: Roster, standing: Standing, groups: tuple[GroupChange, ...]) -> tuple[PupilChange, ...]:
    ids = {one.key: one.group_id for one in groups}
    known = _known(roster, standing, ids)
    names = _names(roster, standing, ids, {one.id for one in known.values()})
    return tuple(
        _pupil(one, known.get(one.key), name, ids) for one, name in zip(roster.pupils, names, strict=True)
    )


def _known(roster: Roster, standing: Standing, ids: Mapping[str, int | None]) -> dict[str, KnownPerson]:
    """Find who is who, nobody twice."""
    by_key = {one.key: one for one in standing.people if one.key}
    by_eck = {one.eck_id: one for one in standing.people if one.eck_id}
    without: dict[tuple[int | None, str], list[KnownPerson]] = defaultdict(list)
    for person in standing.people:
        if person.is_pupil and not person.key:
            for group in person.groups:
                without[group, look_of(person.name)].append(person)
    found: dict[str, KnownPerson] = {}
    taken: set[int] = set()
    for one in roster.pupils:
        known = by_key.get(one.key) or (by_eck.get(one.eck_id) if one.eck_id else None)
        if known and known.id not in taken:
            found[one.key] = known
            taken.add(known.id)
    for one in roster.pupils:
        if one.key in found:
            continue
        alike = [
            person for key in one.groups for person in without.get((ids.get(key), look_of(one.given)), [])
        ]
        if len({person.id for person in alike}) == 1 and alike[0].id not in taken:
            found[one.key] = alike[0]
            taken.add(alike[0].id)
    return found


def _names(
    roster: Roster, standing: Standing, ids: Mapping[str, int | None], known: set[int]
) -> tuple[str, ...]:
    """Name every tile, clear of those pupils who stay in a group without standing in the roster."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(roster.pupils):
        for key in one.groups:
            members[key].append(at)
    taken: dict[int, list[str]] = defaultdict(list)
    for person in standing.people:
        if person.is_pupil and not person.key and person.id not in known:
            for group in person.groups:
                taken[group].append(person.name)
    teams = [(places, taken[ids.get(key) or 0]) for key, places in members.items()]
    return display_names_in([(one.given, one.surname) for one in roster.pupils], teams)


def _pupil(
    one: RosterPupil, known: KnownPerson | None, name: str, ids: Mapping[str, int | None]
) -> PupilChange:
    own = set(_groups_of(known)) if known else set()
    wanted = {key: ids.get(key) for key in one.groups}
    joins = tuple(key for key, group in wanted.items() if group not in own)
    leaves = tuple(sorted(own - {group for group in wanted.values() if group}))
    stays = tuple(group for group in wanted.values() if group in own and group)
    if known is None:
        change = Change.NEW
    elif Role.PUPIL.value not in known.roles:
        change = Change.BACK
    elif joins or leaves:
        change = Change.MOVED
    elif known.name != name or known.year_group != one.year_group:
        change = Change.CHANGED
    else:
        change = Change.SAME
    return PupilChange(
        change=change,
        key=one.key,
        eck_id=one.eck_id,
        person_id=known.id if known else None,
        name=name,
        old_name=known.name if known else "",
        year_group=one.year_group,
        old_year_group=known.year_group if known else "",
        groups=one.groups,
        joins=joins,
        leaves=leaves,
        stays=stays,
        has_key=bool(known and known.key == one.key and (known.eck_id or "") == one.eck_id),
        line=one.line,
    )


def _groups_of(person: KnownPerson) -> tuple[int, ...]:
    return tuple(group for group, role in person.groups.items() if role == InGroup.PUPIL.value)
