"""The address at which anybody reads a school's rules: given by its director, renewed and taken away at will.

A token is drawn by chance and tells nothing of the school; whoever has it reads what a parent may read anyhow. Nothing is
kept of who reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from secrets import choice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from course.errors import NotFound
from course.people.access import may
from course.people.adoption import in_force
from course.people.holding import hold
from course.people.rate_limits import Pace, Try, count_wrong, reserve
from course.people.roles import Ability
from course.people.secrets import READABLE
from course.people.tables import schools
from course.rulebooks.tables import public_links

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

LENGTH = 14
"""Characters: 69 bits, and short enough to be typed from a poster."""
SCOPE = "rules-links"
OF_AN_ADDRESS = Pace(
    free=60, first=timedelta(minutes=1), longest=timedelta(minutes=30), memory=timedelta(hours=2)
)
"""A whole school has one address, and a poster with an old link hangs there for a while."""

_LINKS = select(schools.c.id, schools.c.board_id, schools.c.name, public_links.c.token).select_from(
    schools.outerjoin(public_links, public_links.c.school_id == schools.c.id)
)
_OPENED = (
    select(schools.c.id, schools.c.name, in_force().label("protocol"))
    .select_from(public_links.join(schools, schools.c.id == public_links.c.school_id))
    .where(public_links.c.token == bindparam("of_token"))
)
_TOKEN = select(public_links.c.token).where(public_links.c.school_id == bindparam("of_school"))


@dataclass(frozen=True, slots=True)
class SchoolLink:
    """A school, and the token of its address."""

    school_id: int
    school_name: str
    token: str
    """Empty where the rules are not open to all."""


@dataclass(frozen=True, slots=True)
class OpenedRules:
    """Whose rules somebody reads who has the address."""

    school_id: int
    school_name: str
    protocol: str
    """By which the school goes today: a version's key, or a starting protocol's id."""


def links_in_sight(store: Store, actor: Actor) -> tuple[SchoolLink, ...]:
    """List the schools whose address this person may give away: a director's own, an officer's all."""
    wanted = _LINKS.where(schools.c.board_id == actor.board_id).order_by(schools.c.name, schools.c.id)
    with store.read() as conn:
        rows = conn.execute(wanted).all()
    return tuple(
        _link(row) for row in rows if may(actor, Ability.EDIT_RULES, board_id=row.board_id, school_id=row.id)
    )


def link_in_sight(store: Store, actor: Actor, school_id: int) -> SchoolLink:
    """Give the address of one of them; any other school does not exist."""
    found = next((one for one in links_in_sight(store, actor) if one.school_id == school_id), None)
    if found is None:
        raise NotFound("school", str(school_id))
    return found


def token_of(store: Store, school_id: int | None) -> str:
    """Give the token of a school's address, for who may tell it to the school's own parents; empty where there is none."""
    with store.read() as conn:
        return conn.execute(_TOKEN, {"of_school": school_id}).scalar_one_or_none() or ""


def renew_link(store: Store, actor: Actor, school_id: int, now: datetime) -> str:
    """Give a school a new address, its first or in place of the old one, which leads nowhere from now on."""
    token = "".join(choice(READABLE) for _ in range(LENGTH))
    row = {"school_id": school_id, "token": token, "made_at": now, "made_by": actor.person_id}
    with store.write() as conn:
        _take_away(conn, actor, school_id)
        conn.execute(insert(public_links), row)
    return token


def turn_off_link(store: Store, actor: Actor, school_id: int) -> None:
    """Take a school's address away; twice is once."""
    with store.write() as conn:
        _take_away(conn, actor, school_id)


def open_rules(store: Store, token: str, today: date, now: datetime, address: str) -> OpenedRules:
    """Find whose rules an address leads to; NotFound where it leads nowhere.

    Who tries many that lead nowhere waits: TooSoon. What is right is never kept waiting and costs one SELECT, or somebody
    in the next classroom could lock parents out.
    """
    with store.read() as conn:
        row = conn.execute(_OPENED, {"of_token": token, "today": today}).first()
    if row is not None:
        return OpenedRules(row.id, row.name, row.protocol)
    reserved = reserve(store, SCOPE, [Try(f"rules-link-address:{address}", OF_AN_ADDRESS)], now)
    with store.write() as conn:
        count_wrong(conn, reserved, now)
    raise NotFound("rules link", "")


def _take_away(conn: Connection, actor: Actor, school_id: int) -> None:
    """Only who leads the school; for anybody else it does not exist."""
    hold(conn, [actor.person_id])
    board = conn.execute(select(schools.c.board_id).where(schools.c.id == school_id)).scalar()
    if board is None or not may(actor, Ability.LEAD_SCHOOL, board_id=board, school_id=school_id):
        raise NotFound("school", str(school_id))
    conn.execute(delete(public_links).where(public_links.c.school_id == school_id))


def _link(row: Any) -> SchoolLink:
    return SchoolLink(row.id, row.name, row.token or "")
