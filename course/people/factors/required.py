"""Which second factors somebody has, and for whom a board asks one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Integer, bindparam, exists, select

from course.people.factors.tables import authenticators, passkeys, sign_in_rules
from course.people.roles import Role
from course.people.tables import roles
from course.people.years import holds
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import Connection

CAN_BE_ASKED = (Role.ADMINISTRATOR, Role.OFFICER, Role.DIRECTOR)
"""Roles for which a board may ask a second step: they see or keep what belongs to many."""


class Factors(NamedTuple):
    """What somebody has beside a password."""

    app: bool
    passkey: bool


_person = bindparam("person", type_=Integer)
_HAS = select(
    exists()
    .where(authenticators.c.person_id == _person, authenticators.c.confirmed_at.is_not(None))
    .label("app"),
    exists().where(passkeys.c.person_id == _person).label("passkey"),
)
_RULES = select(sign_in_rules.c.second_step_for).where(sign_in_rules.c.board_id == bindparam("board"))
_ASKED = (
    select(roles.c.role, sign_in_rules.c.second_step_for)
    .join(sign_in_rules, sign_in_rules.c.board_id == roles.c.board_id)
    .where(roles.c.person_id == _person, holds(roles))
)
_KEEP = Upsert(
    sign_in_rules,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["board_id"], set_={"second_step_for": insert.excluded.second_step_for}
    ),
)


def factors_of(conn: Connection, person_id: int) -> Factors:
    """Say which second factors somebody has, ready to use."""
    row = conn.execute(_HAS, {"person": person_id}).one()
    return Factors(bool(row.app), bool(row.passkey))


def lacks_one(conn: Connection, person_id: int, today: date) -> bool:
    """Whether the board asks a second step of one of somebody's roles, and there is none."""
    rows = conn.execute(_ASKED, {"person": person_id, "today": today})
    asked = any(row.role in row.second_step_for.split() for row in rows)
    return asked and not any(factors_of(conn, person_id))


def asked_by(conn: Connection, board_id: int) -> frozenset[Role]:
    """Say of which roles a board asks a second step."""
    kept: str = conn.execute(_RULES, {"board": board_id}).scalar() or ""
    return frozenset(Role(one) for one in kept.split())


def ask_of(conn: Connection, board_id: int, whom: Collection[Role]) -> None:
    """Ask a second step of these roles, from everybody's next sign-in on."""
    told = " ".join(role.value for role in CAN_BE_ASKED if role in whom)
    conn.execute(_KEEP.on(conn), {"board_id": board_id, "second_step_for": told})
