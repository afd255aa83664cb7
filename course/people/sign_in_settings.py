"""How the pupils of a school come in, as its administrator says: with the card at home too, or in lessons alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.journal import journal
from course.journal.journal import Entry
from course.people.access import school_in_sight
from course.people.roles import Ability
from course.people.tables import sign_in_settings
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """What holds at a school; as it is while nobody said otherwise."""

    at_home: bool = False
    """Whether a card works without an open lesson."""


_READ = select(sign_in_settings.c.at_home).where(sign_in_settings.c.school_id == bindparam("school"))
_KEEP = Upsert(
    sign_in_settings,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id"], set_={"at_home": insert.excluded.at_home}
    ),
)


def read_sign_in_settings(conn: Connection, school_id: int) -> SignInSettings:
    """Read what holds at a school."""
    row = conn.execute(_READ, {"school": school_id}).first()
    return SignInSettings(*row) if row else SignInSettings()


def keep_sign_in_settings(
    store: Store, actor: Actor, school_id: int, settings: SignInSettings, origin: Origin
) -> None:
    """Let this hold at a school from now on; NotFound for one that isn't this administrator's."""
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        conn.execute(_KEEP.on(conn), {"school_id": school.id, "at_home": settings.at_home})
        journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "sign-in"))
