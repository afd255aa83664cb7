"""In which region of school holidays a school lies: its director says so, for rhythms are counted in school weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, update

from course.errors import Refused
from course.people.roles import Ability
from course.people.tables import schools
from course.reading.told import told

if TYPE_CHECKING:
    from course.curriculum.model import Region
    from course.people.actor import Actor
    from course.store.store import Store

_OWN = schools.c.id == bindparam("in_school", type_=Integer)


def set_region(store: Store, actor: Actor, region: Region) -> None:
    """Say in which region the own school lies; Refused for who doesn't lead it."""
    if actor.school_id is None or not actor.may(Ability.LEAD_SCHOOL):
        raise Refused(told("only a school's director says in which region it lies"))
    with store.write() as conn:
        conn.execute(update(schools).where(_OWN).values(region=region.value), {"in_school": actor.school_id})
