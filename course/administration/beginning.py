"""The first hour: a board with its first administrator, and its schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from course.calendar import school_day
from course.enrolment.people import add_invited
from course.errors import Invalid, NotFound, Refused
from course.journal import journal
from course.journal.journal import Entry, Origin
from course.naming import plain_name, split_name
from course.people import roster
from course.people.access import may, school_in_sight
from course.people.invitations import invite
from course.people.roles import Ability, Role
from course.people.sign_in import plain_email
from course.people.tables import boards, schools
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

LONGEST = 120
_BOARD = select(boards.c.name).limit(1)
_TAKEN = select(schools.c.id, schools.c.name).where(schools.c.board_id == bindparam("board"))
_RENAME = update(schools).where(schools.c.id == bindparam("school")).values(name=bindparam("new_name"))


def begin(store: Store, board: str, name: str, email: str, now: datetime) -> str:
    """Make the board and its first administrator; gives the secret of the link with which that one comes in.

    Refused where there is a board: another administrator is made by who is one.
    """
    if "@" not in email:
        raise Invalid(email=told("%(email)r is no e-mail address", email=email))
    with store.write() as conn:
        if there := conn.execute(_BOARD).scalar():
            raise Refused(told("there is a board already: %(name)s", name=there))
        board_id = roster.add_board(conn, _proper(board))
        person = add_invited(conn, split_name(name), plain_email(email), board_id, now)
        origin = Origin(now)
        roster.add_role(conn, person, Role.ADMINISTRATOR, board_id, None, school_day(now), origin)
        return invite(conn, person, board_id, origin)


def has_begun(store: Store) -> bool:
    """Whether there is a board."""
    with store.read() as conn:
        return conn.execute(_BOARD).first() is not None


def add_school(
    store: Store, actor: Actor, name: str, protocol: str, known: Collection[str], origin: Origin
) -> int:
    """Add a school that goes by one of the known starting protocols; only who keeps the whole board may."""
    if not may(actor, Ability.KEEP_PEOPLE, board_id=actor.board_id):
        raise NotFound("board", "")
    if protocol not in known:
        raise Invalid(protocol="Choose a protocol to begin with.")
    with store.write() as conn:
        _refuse_taken(conn, actor.board_id, _proper(name))
        day = school_day(origin.at)
        school_id = roster.add_school(conn, actor.board_id, _proper(name), protocol, day)
        _tell(conn, actor, school_id, origin, "added")
    return school_id


def rename_school(store: Store, actor: Actor, school_id: int, name: str, origin: Origin) -> None:
    """Call a school otherwise."""
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        if _proper(name) == school.name:
            return
        _refuse_taken(conn, school.board_id, _proper(name), but=school.id)
        conn.execute(_RENAME, {"school": school.id, "new_name": _proper(name)})
        _tell(conn, actor, school.id, origin, "renamed")


def _tell(conn: Connection, actor: Actor, school_id: int, origin: Origin, what: str) -> None:
    journal.write(conn, Entry.of_school(origin, actor.board_id, school_id, what))


def _refuse_taken(conn: Connection, board_id: int, name: str, but: int = 0) -> None:
    rows = conn.execute(_TAKEN, {"board": board_id})
    if any(row.name.casefold() == name.casefold() for row in rows if row.id != but):
        raise Invalid(name="There is a school of this name already.")


def _proper(name: str) -> str:
    plain = plain_name(name)
    if not plain or len(plain) > LONGEST:
        raise Invalid(name="A name of a school or a board has 1 to 120 characters.")
    return plain
