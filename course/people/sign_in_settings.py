"""How the pupils of a school come in, as its administrator says: at home too, and from which year by words.

Choosing otherwise locks nobody out: what a pupil has works until a teacher draws the next card, which is by the new choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.access import school_in_sight
from course.people.credentials import Kind
from course.people.roles import Ability
from course.people.tables import groups, sign_in_settings
from course.people.years import is_present
from course.reading.told import told
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store

NEVER = 0
"""What stands for: pictures in every year."""
FROM_SECONDARY = 11
"""Klas 1, as EDEXML codes it."""
CHOICES = (NEVER, 5, 6, 7, 8, 11, 12, 13, 14)
"""From which years words can take the place of pictures: a child of eight types none."""


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """What holds at a school; as it is while nobody said otherwise."""

    at_home: bool = False
    """Whether a card works without an open lesson."""
    words_from: int = FROM_SECONDARY
    """The first year whose pupils get words in place of pictures, or `NEVER`."""


@dataclass(frozen=True, slots=True)
class GroupWay:
    """A group of this school year, and whether it goes by pictures or words whatever the years of its pupils."""

    id: int
    name: str
    way: str
    """Empty where the years decide."""


_READ = select(sign_in_settings.c.at_home, sign_in_settings.c.words_from).where(
    sign_in_settings.c.school_id == bindparam("school")
)
_KEEP = Upsert(
    sign_in_settings,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id"],
        set_={"at_home": insert.excluded.at_home, "words_from": insert.excluded.words_from},
    ),
)
_WAYS = (
    select(groups.c.id, groups.c.name, groups.c.sign_in)
    .where(groups.c.school_id == bindparam("school"), is_present())
    .order_by(groups.c.name, groups.c.id)
)
_SET_WAY = update(groups).where(groups.c.id == bindparam("group")).values(sign_in=bindparam("way"))


def kind_for(year_group: str | None, way: str, words_from: int) -> Kind:
    """Say what a pupil's next card holds: what is said of the group, or else what the own year says."""
    if way:
        return Kind(way)
    is_older = bool(year_group and year_group.isdecimal() and NEVER < words_from <= int(year_group))
    return Kind.WORDS if is_older else Kind.PICTURES


def read_sign_in_settings(conn: Connection, school_id: int) -> SignInSettings:
    """Read what holds at a school."""
    row = conn.execute(_READ, {"school": school_id}).first()
    return SignInSettings(*row) if row else SignInSettings()


def read_group_ways(conn: Connection, school_id: int, in_year: int) -> tuple[GroupWay, ...]:
    """Read what is said of the groups of a school year, by name."""
    rows = conn.execute(_WAYS, {"school": school_id, "in_year": in_year})
    return tuple(GroupWay(*row) for row in rows)


def keep_sign_in_settings(
    store: Store, actor: Actor, school_id: int, settings: SignInSettings, origin: Origin
) -> None:
    """Let this hold at a school from now on; NotFound for one that isn't this administrator's."""
    if settings.words_from not in CHOICES:
        raise Invalid(words_from=told("Choose a year."))
    values = {"at_home": settings.at_home, "words_from": settings.words_from}
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        conn.execute(_KEEP.on(conn), {"school_id": school.id, **values})
        journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "sign-in"))


def keep_group_ways(
    store: Store, actor: Actor, school_id: int, in_year: int, ways: Mapping[int, str], origin: Origin
) -> None:
    """Let groups of a school go by pictures, by words, or by the years of their pupils; others stay as they are."""
    if set(ways.values()) - {"", Kind.PICTURES, Kind.WORDS}:
        raise Invalid(way=told("Choose pictures, words, or by year."))
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        for one in read_group_ways(conn, school.id, in_year):
            wanted = ways.get(one.id, one.way)
            if wanted != one.way:
                conn.execute(_SET_WAY, {"group": one.id, "way": wanted})
                at = (school.board_id, school.id, one.id)
                line = Entry(
                    origin.at, Event.GROUP_CHANGED, origin.person_id, None, *at, origin.place, "sign-in"
                )
                journal.write(conn, line)
