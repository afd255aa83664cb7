"""Writes a difference in one transaction: all of it, or nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from course.calendar import school_day
from course.enrolment.batch import Move, Newcomer, add_newcomers, let_go, move_all
from course.enrolment.memberships import end_role, join, leave
from course.enrolment.people import add_invited, rename_staff
from course.people.roles import InGroup, Role
from course.people.roster import add_group, add_role
from course.people.tables import external_keys, groups, roles, schools
from course.rosters.difference import Change
from course.rosters.standing import ECK, system_of
from course.rosters.tables import group_keys
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.access import School
    from course.rosters.difference import Difference, PupilChange
    from course.rosters.staff_difference import StaffChange

    Progress = Callable[[int, int], None]
    """Told after each part: how many of how many people are written."""

PART = 500
"""People between two reports of progress."""

HOLD_SCHOOL = select(schools.c.id).where(schools.c.id == bindparam("school")).with_for_update()
"""Two imports of one school come one after the other."""
_RENAME_GROUP = update(groups).where(groups.c.id == bindparam("group")).values(name=bindparam("new_name"))
_KEEP_GROUP_KEY = Upsert(
    group_keys,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["group_id"], set_={"key": insert.excluded.key}
    ),
)
_KEEP_KEY = Upsert(
    external_keys,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["system", "key"], set_={"person_id": insert.excluded.person_id}
    ),
)
_ROLES_HERE = select(roles.c.id).where(
    roles.c.person_id == bindparam("person"),
    roles.c.school_id == bindparam("of_school"),
    roles.c.role.in_([Role.TEACHER.value, Role.COACH.value, Role.DIRECTOR.value]),
    roles.c.until_on.is_(None),
)
_ROLE_OF_PUPIL = insert(roles)


def apply(
    conn: Connection,
    school: School,
    school_year: int,
    found: Difference,
    origin: Origin,
    progress: Progress = lambda done, all_: None,  # noqa: ARG005 - nobody watches
) -> None:
    """Write what a roster changes at a school, in the transaction of `conn`, which holds HOLD_SCHOOL.

    The journal tells of staff one by one; of pupils it is told in one line by who calls this.
    """
    day, ids = school_day(origin.at), _groups(conn, school.id, school_year, found)
    done, everybody = 0, len(found.pupils) + len(found.gone_pupils) + len(found.staff) + len(found.gone_staff)
    let_go(conn, school.id, [(one.person_id, one.group_ids) for one in found.gone_pupils], day)
    _move(conn, school, found, ids, day)
    done += len(found.gone_pupils) + len(found.pupils) - len(found.pupils_by(Change.NEW))
    progress(done, everybody)
    for part in _parts(found.pupils_by(Change.NEW)):
        newcomers = [
            Newcomer(one.name, one.year_group or None, tuple(ids[key] for key in one.groups)) for one in part
        ]
        new = add_newcomers(conn, school, newcomers, origin.at, day)
        _keep_keys(conn, school.id, zip(new, part, strict=True))
        done += len(part)
        progress(done, everybody)
    for one in found.staff:
        _staff(conn, school, one, ids, origin)
    for gone in found.gone_staff:
        for row in conn.execute(_ROLES_HERE, {"person": gone.person_id, "of_school": school.id}).all():
            end_role(conn, row.id, origin)
    progress(everybody, everybody)


def _groups(conn: Connection, school_id: int, school_year: int, found: Difference) -> Mapping[str, int]:
    """Add and rename groups; gives the id of each key."""
    ids = {}
    for one in found.groups:
        group_id = one.group_id
        if group_id is None:
            group_id = add_group(conn, school_id, one.name, school_year)
        elif one.name != one.old_name:
            conn.execute(_RENAME_GROUP, {"group": group_id, "new_name": one.name})
        ids[one.key] = group_id
    rows = [
        {"group_id": group_id, "school_id": school_id, "school_year": school_year, "key": key}
        for key, group_id in ids.items()
    ]
    if rows:
        conn.execute(_KEEP_GROUP_KEY.on(conn), rows)
    return ids


def _move(conn: Connection, school: School, found: Difference, ids: Mapping[str, int], day: date) -> None:
    back = found.pupils_by(Change.BACK)
    role = {"role": Role.PUPIL, "board_id": school.board_id, "school_id": school.id, "from_on": day}
    if back:
        conn.execute(_ROLE_OF_PUPIL, [{**role, "person_id": one.person_id} for one in back])
    known = [(one.person_id, one) for one in found.pupils if one.person_id]
    moves = [
        Move(
            person,
            one.name,
            one.year_group or None,
            one.leaves,
            tuple(ids[key] for key in one.joins),
            one.stays,
        )
        for person, one in known
        if one.change is not Change.SAME
    ]
    move_all(conn, moves, day)
    _keep_keys(conn, school.id, ((person, one) for person, one in known if not one.has_key))


def _keep_keys(
    conn: Connection, school_id: int, people: Iterable[tuple[int, PupilChange | StaffChange]]
) -> None:
    rows = []
    for person, one in people:
        rows.append({"person_id": person, "system": system_of(school_id), "key": one.key})
        if one.eck_id:
            rows.append({"person_id": person, "system": ECK, "key": one.eck_id})
    if rows:
        conn.execute(_KEEP_KEY.on(conn), rows)


def _staff(
    conn: Connection, school: School, one: StaffChange, ids: Mapping[str, int], origin: Origin
) -> None:
    if not one.changes:
        return
    day = school_day(origin.at)
    person = one.person_id
    if person is None:
        person = add_invited(conn, one.parts, one.email, school.board_id, origin.at)
    elif one.renamed:
        rename_staff(conn, person, one.parts)
    for role in one.new_roles:
        add_role(conn, person, Role(role), school.board_id, school.id, day, origin)
    for group in one.leaves:
        leave(conn, group, [person], day)
    joins: dict[str, list[int]] = defaultdict(list)
    for key, role in one.joins:
        joins[role].append(ids[key])
    for role, group_ids in joins.items():
        for group in group_ids:
            join(conn, group, [person], InGroup(role), day)
    if not one.has_key:
        _keep_keys(conn, school.id, [(person, one)])


def _parts(people: Sequence[PupilChange]) -> Iterable[Sequence[PupilChange]]:
    return (people[first : first + PART] for first in range(0, len(people), PART))
