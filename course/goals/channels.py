"""The channels of a school: what it is on social media with, who keeps each, and for whom; told once, used all year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import Integer, and_, bindparam, func, insert, or_, select, update

from course.errors import Invalid, NotFound, Refused
from course.goals.tables import channels
from course.people.roles import STAFF_WHO_LEARN, Ability
from course.people.tables import persons, roles, schools
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Any

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

MOST_CHANNELS = 60
"""Open ones of a school; every group has one or two."""
LONGEST_NAME, LONGEST_ADDRESS = 80, 500


class Kind(StrEnum):
    """What kind of channel it is."""

    CLASS_PAGE = "class-page"
    SCHOOL_APP = "school-app"
    WEBLOG = "weblog"
    WEBSITE = "website"
    NETWORK = "network"
    """A social network, such as Facebook or Instagram."""
    VIDEO = "video"
    CHAT = "chat"
    OTHER = "other"


class Readers(StrEnum):
    """For whom a channel is meant."""

    PARENTS = "parents"
    PUPILS = "pupils"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as somebody tells it."""

    name: str
    kind: Kind | None
    is_public: bool | None
    for_whom: Readers | None
    address: str = ""
    kept_by_id: int | None = None


@dataclass(frozen=True, slots=True)
class KeptChannel:
    """A channel as it is kept."""

    id: int
    channel: Channel
    kept_by: str
    """Name; empty where nobody keeps it, or that person left."""
    closed_at: datetime | None


_OF_SCHOOL = (
    select(channels, persons.c.name.label("keeper"))
    .select_from(channels.outerjoin(persons, persons.c.id == channels.c.kept_by))
    .where(channels.c.school_id == bindparam("in_school", type_=Integer))
    .order_by(channels.c.closed_at.is_not(None), channels.c.name, channels.c.id)
)
_TEAM = (
    select(persons.c.id, persons.c.name)
    .join_from(roles, persons, persons.c.id == roles.c.person_id)
    .where(
        roles.c.school_id == bindparam("in_school", type_=Integer),
        roles.c.role.in_(STAFF_WHO_LEARN),
        roles.c.from_on <= bindparam("today"),
        or_(roles.c.until_on.is_(None), roles.c.until_on > bindparam("today")),
    )
    .group_by(persons.c.id, persons.c.name, persons.c.sort_key)
    .order_by(persons.c.sort_key, persons.c.id)
)
_LOCK = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_OPEN = and_(
    channels.c.school_id == bindparam("in_school", type_=Integer),
    channels.c.closed_at.is_(None),
)
_COUNT = select(func.count()).where(_OPEN)
_SAME = select(channels.c.id).where(_OPEN, channels.c.name == bindparam("called"))
_ADD = insert(channels)
_MARK = (
    update(channels)
    .where(
        channels.c.id == bindparam("channel", type_=Integer),
        channels.c.school_id == bindparam("in_school", type_=Integer),
    )
    .values(closed_at=bindparam("moment", type_=channels.c.closed_at.type))
)


def channels_of(conn: Connection, school_id: int) -> tuple[KeptChannel, ...]:
    """List a school's channels by name, those in use first."""
    return tuple(_kept(row) for row in conn.execute(_OF_SCHOOL, {"in_school": school_id}))


def team_of(conn: Connection, school_id: int, today: date) -> tuple[tuple[int, str], ...]:
    """List the staff of a school, who may keep a channel, by name."""
    rows = conn.execute(_TEAM, {"in_school": school_id, "today": today})
    return tuple((row.id, row.name) for row in rows)


def add_channel(store: Store, actor: Actor, channel: Channel, now: datetime) -> None:
    """Add a channel to the own school's; sent twice, it is added once. Invalid with every slip of the form."""
    school_id = school_of(actor)
    _refuse_slips(channel)
    values = {"in_school": school_id, "called": channel.name.strip()}
    with store.write() as conn:
        conn.execute(_LOCK, values).one()
        if conn.execute(_SAME, values).first():
            return
        if conn.execute(_COUNT, values).scalar_one() >= MOST_CHANNELS:
            raise Invalid(name="There are sixty channels already. Close one that is used no more.")
        if channel.kept_by_id and channel.kept_by_id not in dict(team_of(conn, school_id, actor.today)):
            raise NotFound("person", str(channel.kept_by_id))
        conn.execute(_ADD, {**_values(channel), "school_id": school_id, "added_at": now})


def close_channel(store: Store, actor: Actor, channel_id: int, now: datetime) -> None:
    """Use a channel no more; what was done with it stays. NotFound for one of another school."""
    _mark(store, actor, channel_id, now)


def open_channel_again(store: Store, actor: Actor, channel_id: int) -> None:
    """Use a closed channel again."""
    _mark(store, actor, channel_id, None)


def school_of(actor: Actor) -> int:
    """Give the school for which somebody logs; Refused for who does so for none."""
    if actor.school_id is None or not actor.may(Ability.NOTE_EVIDENCE):
        raise Refused(told("only a school's director and teachers note evidence"))
    return actor.school_id


def is_address(text: str) -> bool:
    """Whether a browser could go there: an address of the web, and nothing that runs."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(text) & set(" \t\r\n<>\"'")


def _mark(store: Store, actor: Actor, channel_id: int, moment: datetime | None) -> None:
    values = {"in_school": school_of(actor), "channel": channel_id, "moment": moment}
    with store.write() as conn:
        if not conn.execute(_MARK, values).rowcount:
            raise NotFound("channel", str(channel_id))


def _refuse_slips(channel: Channel) -> None:
    slips: dict[str, str] = {}
    if not channel.name.strip():
        slips["name"] = "Give the channel a name."
    elif len(channel.name.strip()) > LONGEST_NAME:
        slips["name"] = "This is too long; keep it under 80 characters."
    if channel.kind is None:
        slips["kind"] = "Choose what kind of channel it is."
    if channel.is_public is None:
        slips["is_public"] = "Say who can see it."
    if channel.for_whom is None:
        slips["for_whom"] = "Say for whom it is."
    if channel.address and (len(channel.address) > LONGEST_ADDRESS or not is_address(channel.address)):
        slips["address"] = "Paste the whole address, beginning with https://."
    if slips:
        raise Invalid(**slips)


def _values(channel: Channel) -> dict[str, object]:
    return {
        "name": channel.name.strip(),
        "kind": channel.kind,
        "is_public": channel.is_public,
        "for_whom": channel.for_whom,
        "address": channel.address,
        "kept_by": channel.kept_by_id,
    }


def _kept(row: Any) -> KeptChannel:
    channel = Channel(
        name=row.name,
        kind=Kind(row.kind),
        is_public=row.is_public,
        for_whom=Readers(row.for_whom),
        address=row.address,
        kept_by_id=row.kept_by,
    )
    return KeptChannel(row.id, channel, row.keeper or "", row.closed_at)
