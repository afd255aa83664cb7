"""Pupils by hand: several added at once, called otherwise, in another year or group, taken out and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.administration.groups import tell_group
from course.administration.reach import person_in_sight
from course.calendar import school_day, school_year
from course.enrolment.batch import Move, Newcomer, add_newcomers, move_all
from course.enrolment.memberships import end_role, set_year_group
from course.enrolment.people import rename_pupil
from course.errors import Clash, Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.naming import LONGEST, split_name
from course.people.access import group_in_sight, school_in_sight
from course.people.names import display_names_in
from course.people.roles import Ability, InGroup, Role
from course.people.roster import add_role
from course.people.tables import groups, memberships, persons

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.administration.reach import HeldRole, KeptPerson
    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store

MOST_AT_ONCE = 60
"""Names in one go: two groups."""
YEARS = ("1", "2", "3", "4", "5", "6", "7", "8", "11", "12", "13", "14", "15", "16", "S", "V")
"""Codes of EDEXML's jaargroep that somebody may choose by hand; 11 is the first of secondary school."""
ALIKE = "Somebody in the group is called so already. Add a letter of the surname."

_TILES = (
    select(persons.c.name)
    .join_from(memberships, persons, memberships.c.person_id == persons.c.id)
    .where(
        memberships.c.group_id == bindparam("group"),
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
    )
)
_GROUPS_OF = (
    select(groups.c.id, groups.c.name, groups.c.school_id, groups.c.school_year)
    .join(memberships, memberships.c.group_id == groups.c.id)
    .where(
        memberships.c.person_id == bindparam("person"),
        memberships.c.role == InGroup.PUPIL.value,
        memberships.c.until_on.is_(None),
    )
    .order_by(groups.c.id)
)


def add_by_name(
    store: Store, actor: Actor, group_id: int, typed: str, year_group: str, origin: Origin
) -> tuple[str, ...]:
    """Add pupils to a group, a name on each line; gives the names of their tiles."""
    full = [split_name(line) for line in typed.splitlines() if line.strip()]
    if not full or len(full) > MOST_AT_ONCE:
        raise Invalid(names="Write one to sixty names, each on a line of its own.")
    _refuse_year(year_group)
    with store.write() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
        school = school_in_sight(conn, actor, group.school_id, Ability.KEEP_PEOPLE)
        taken = conn.execute(_TILES, {"group": group.id}).scalars().all()
        pairs = [(one.given, f"{one.particle} {one.surname}".strip()) for one in full]
        names = display_names_in(pairs, [(range(len(pairs)), taken)])
        if any(not one or len(one) > LONGEST for one in names):
            raise Invalid(names="A name has one to eighty characters.")
        newcomers = [Newcomer(name, year_group, (group.id,)) for name in names]
        ids = add_newcomers(conn, school, newcomers, origin.at, school_day(origin.at))
        given = (Event.ROLE_GIVEN, origin)
        lines = (Entry.of(*given, one, group.board_id, group.school_id, Role.PUPIL) for one in ids)
        journal.write(conn, *lines)
    return names


def rename(store: Store, actor: Actor, person_id: int, name: str, origin: Origin) -> None:
    """Call a pupil otherwise; Invalid where the tile would look like another's in one of the own groups."""
    try:
        with store.write() as conn:
            person = _pupil(conn, actor, person_id)
            rename_pupil(conn, person.id, name)
            _tell(conn, person, origin, "name")
    except Clash:
        raise Invalid(name=ALIKE) from None


def set_year(store: Store, actor: Actor, person_id: int, year_group: str, origin: Origin) -> None:
    """Put a pupil in another year, which brings the modules of its band."""
    _refuse_year(year_group)
    with store.write() as conn:
        person = _pupil(conn, actor, person_id)
        set_year_group(conn, [person.id], year_group)
        _tell(conn, person, origin, "year")


def move(store: Store, actor: Actor, person_id: int, group_id: int, origin: Origin) -> None:
    """Let a pupil go to another group of the school, out of the ones of this year; what was learned goes along."""
    try:
        with store.write() as conn:
            person = _pupil(conn, actor, person_id)
            group = group_in_sight(conn, actor, group_id, Ability.KEEP_PEOPLE)
            if not any(one.school_id == group.school_id for one in person.open_roles):
                raise Invalid(group="This pupil is not at that school.")
            held = conn.execute(_GROUPS_OF, {"person": person.id}).all()
            leaves = tuple(one.id for one in held if one.school_id == group.school_id and one.id != group.id)
            joins = () if any(one.id == group.id for one in held) else (group.id,)
            change = Move(person.id, person.name, person.year_group or None, leaves, joins)
            move_all(conn, [change], school_day(origin.at))
            tell_group(conn, Event.JOINED, origin, group, person.id)
    except Clash:
        raise Invalid(group=ALIKE) from None


def take_out(store: Store, actor: Actor, person_id: int, origin: Origin) -> None:
    """End a pupil's roles within reach; what was learned stays until its date, and `put_back` undoes it."""
    with store.write() as conn:
        for role in _pupil(conn, actor, person_id).open_roles:
            end_role(conn, role.id, origin)


def put_back(store: Store, actor: Actor, person_id: int, origin: Origin) -> None:
    """Give a pupil who was taken out the last role again; a group is chosen after that."""
    with store.write() as conn:
        person = _pupil(conn, actor, person_id)
        if person.open_roles:
            return
        last: HeldRole = max(person.roles, key=lambda one: one.id)
        day = school_day(origin.at)
        add_role(conn, person.id, Role.PUPIL, last.board_id, last.school_id, day, origin)


def groups_of(conn: Connection, person_id: int, today_year: int) -> tuple[tuple[int, str, int], ...]:
    """List the groups of this school year in which somebody is a pupil: id, name and school."""
    rows = conn.execute(_GROUPS_OF, {"person": person_id})
    return tuple((row.id, row.name, row.school_id) for row in rows if row.school_year == today_year)


def _pupil(conn: Connection, actor: Actor, person_id: int) -> KeptPerson:
    person = person_in_sight(conn, actor, person_id)
    if not person.is_pupil:
        raise NotFound("pupil", str(person_id))
    return person


def _tell(conn: Connection, person: KeptPerson, origin: Origin, what: str) -> None:
    at = person.roles[-1]
    line = Entry.of(Event.PERSON_CHANGED, origin, person.id, at.board_id, at.school_id, what)
    journal.write(conn, line)


def _refuse_year(year_group: str) -> None:
    if year_group not in YEARS:
        raise Invalid(year_group="Choose a year.")


def present_year(origin: Origin) -> int:
    """Give the school year in which something is done."""
    return school_year(school_day(origin.at))
