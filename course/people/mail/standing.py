"""To whom a letter that waits still goes, asked when its turn comes: what was true when it was put down is read anew.

Meanwhile somebody may have left, be called otherwise, have come in by another link, or have asked for a newer letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_, select

from course.calendar import school_day
from course.people.credentials import Kind
from course.people.invitations import staff_at
from course.people.mail.queue import Letter
from course.people.mail.tables import letters
from course.people.mail.weekly import is_wanted
from course.people.roles import InGroup
from course.people.sign_on.tables import sign_on_links
from course.people.tables import credentials, invitations, memberships, roles
from course.store.metadata import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from course.people.invitations import Addressed
    from course.people.mail.queue import Waiting

WITH_LINK = frozenset({Letter.INVITATION, Letter.FORGOTTEN})
"""Letters of which the link opens an account."""

_asked = bindparam("asked_at", type_=Instant)


def _of_person(table: Table) -> ColumnElement[bool]:
    return table.c.person_id == bindparam("person")


def _ended(table: Table) -> ColumnElement[bool]:
    """Whether something of somebody ended since: ends are days, and one of the very day counts, for nobody told the hour."""
    ends = table.c.until_on.between(bindparam("since_on"), bindparam("today"))
    return and_(_of_person(table), ends)


_NEWER = select(letters.c.id).where(
    letters.c.address == bindparam("to_address"),
    letters.c.kind == bindparam("of_kind"),
    letters.c.id > bindparam("of_id"),
)
_CAME_IN = select(
    or_(
        exists().where(
            _of_person(credentials), credentials.c.kind == Kind.PASSWORD, credentials.c.created_at > _asked
        ),
        exists().where(_of_person(invitations), invitations.c.made_at > _asked),
        exists().where(_of_person(sign_on_links), sign_on_links.c.linked_at > _asked),
    )
)
_LEFT_A_PLACE = select(exists().where(_ended(roles)))
_LEFT_A_GROUP = select(exists().where(_ended(memberships), memberships.c.role != InGroup.PUPIL.value))


def goes_to(conn: Connection, letter: Waiting, now: datetime) -> Addressed | None:
    """Give who is to have a letter now; None where nobody is any more, or ever was."""
    person = staff_at(conn, letter.address)
    if person is None or letter.person_id not in {None, person.id}:
        return None
    is_over = _is_spent(conn, letter, person.id) if letter.kind in WITH_LINK else False
    return None if is_over or _is_untrue(conn, letter, person.id, now) else person


def _is_spent(conn: Connection, letter: Waiting, person_id: int) -> bool:
    """Whether its link would do harm: a newer one would die of it, or somebody came in by another way since."""
    newer = {"to_address": letter.address, "of_kind": letter.kind.value, "of_id": letter.id}
    if conn.execute(_NEWER, newer).first():
        return True
    return bool(conn.execute(_CAME_IN, {"person": person_id, "asked_at": letter.made_at}).scalar())


def _is_untrue(conn: Connection, letter: Waiting, person_id: int, now: datetime) -> bool:
    """Whether it speaks of a place where somebody isn't any more, or was stopped."""
    since = {"person": person_id, "since_on": school_day(letter.made_at), "today": school_day(now)}
    match letter.kind:
        case Letter.WEEKLY:
            left = (conn.execute(one, since).scalar() for one in (_LEFT_A_PLACE, _LEFT_A_GROUP))
            return not is_wanted(conn, person_id) or any(left)
        case Letter.TRAINING | Letter.PROTOCOL:
            return bool(conn.execute(_LEFT_A_PLACE, since).scalar())
        case _:
            return False
