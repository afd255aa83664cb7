"""Staff by hand: added, called otherwise, given roles at places, and roles ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update

from course.administration.reach import person_in_sight
from course.calendar import school_day
from course.enrolment.memberships import end_role
from course.enrolment.people import add_invited, rename_staff
from course.errors import Clash, Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.naming import Parts, plain_name
from course.people.access import may, school_in_sight
from course.people.roles import Ability, Role
from course.people.roster import add_role, find_person
from course.people.sign_in import plain_email
from course.people.tables import persons

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.administration.reach import KeptPerson
    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store

AT_SCHOOL = (Role.TEACHER, Role.COACH, Role.DIRECTOR, Role.ADMINISTRATOR)
AT_BOARD = (Role.OFFICER, Role.ADMINISTRATOR)
LONGEST_EMAIL = 254
TAKEN = "This e-mail address belongs to somebody else. Give that person the role."
ELSEWHERE = "This person has a role outside your reach too. An administrator of the board can do this."
_SET_EMAIL = update(persons).where(persons.c.id == bindparam("person")).values(email=bindparam("new_email"))


def add_member(
    store: Store,
    actor: Actor,
    parts: Parts,
    email: str,
    role: Role,
    school_id: int | None,
    origin: Origin,
) -> int:
    """Add somebody with a first role; who has the address already gets the role, for it is the same person."""
    parts, address = _proper(parts), _address(email)
    with store.write() as conn:
        _refuse_place(conn, actor, role, school_id)
        person = find_person(conn, address)
        if person is None:
            person = add_invited(conn, parts, address, actor.board_id, origin.at)
        _give(conn, actor, person, role, school_id, origin)
    return person


def give_role(
    store: Store, actor: Actor, person_id: int, role: Role, school_id: int | None, origin: Origin
) -> None:
    """Give somebody one more role at a school, or for the board; nothing happens where it is there."""
    with store.write() as conn:
        person = person_in_sight(conn, actor, person_id)
        if person.is_pupil:
            raise NotFound("member of staff", str(person_id))
        _refuse_place(conn, actor, role, school_id)
        _give(conn, actor, person.id, role, school_id, origin)


def take_role(store: Store, actor: Actor, person_id: int, role_id: int, origin: Origin) -> None:
    """End a role; Invalid for one's own administration, for nobody may lock the board out by a slip."""
    with store.write() as conn:
        person = person_in_sight(conn, actor, person_id)
        role = next((one for one in person.open_roles if one.id == role_id), None)
        if role is None:
            raise NotFound("role", str(role_id))
        if role.id == actor.role_id:
            raise Invalid(role="You can't end your own administration. Another administrator can.")
        end_role(conn, role.id, origin)


def change_member(
    store: Store, actor: Actor, person_id: int, parts: Parts, email: str, origin: Origin
) -> None:
    """Call a member of staff otherwise, or give them another address; Invalid for one that is somebody's."""
    parts, address = _proper(parts), _address(email)
    try:
        with store.write() as conn:
            person = person_in_sight(conn, actor, person_id)
            if person.is_pupil:
                raise NotFound("member of staff", str(person_id))
            if (person.given, person.particle, person.surname) != tuple(parts):
                rename_staff(conn, person.id, parts)
                _tell(conn, person, origin, "name")
            if person.email != address:
                if not person.is_whole:
                    raise Invalid(email=ELSEWHERE)
                conn.execute(_SET_EMAIL, {"person": person.id, "new_email": address})
                _tell(conn, person, origin, "email")
    except Clash:
        raise Invalid(email=TAKEN) from None


def _refuse_place(conn: Connection, actor: Actor, role: Role, school_id: int | None) -> None:
    """Refuse a role that there isn't at such a place; NotFound for a place out of reach."""
    if school_id is not None:
        school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
    elif not may(actor, Ability.KEEP_PEOPLE, board_id=actor.board_id):
        raise NotFound("place", "")
    if role not in (AT_BOARD if school_id is None else AT_SCHOOL):
        raise Invalid(role="This role doesn't go with this place.")


def _give(
    conn: Connection, actor: Actor, person_id: int, role: Role, school_id: int | None, origin: Origin
) -> None:
    held = [one for one in _all_roles(conn, actor, person_id) if one[0] is role and one[1] == school_id]
    if not held:
        add_role(conn, person_id, role, actor.board_id, school_id, school_day(origin.at), origin)


def _all_roles(conn: Connection, actor: Actor, person_id: int) -> list[tuple[Role, int | None]]:
    try:
        person = person_in_sight(conn, actor, person_id)
    except NotFound:
        return []
    return [(one.role, one.school_id) for one in person.open_roles]


def _tell(conn: Connection, person: KeptPerson, origin: Origin, what: str) -> None:
    at = person.roles[-1]
    journal.write(conn, Entry.of(Event.PERSON_CHANGED, origin, person.id, at.board_id, at.school_id, what))


def _proper(parts: Parts) -> Parts:
    plain = Parts(*(plain_name(one) for one in parts))
    if not plain.given:
        raise Invalid(given="Fill in the first name.")
    return plain


def _address(email: str) -> str:
    address = plain_email(email)
    if "@" not in address or " " in address or len(address) > LONGEST_EMAIL:
        raise Invalid(email="Fill in an e-mail address.")
    return address
