"""Talks of the team about its rules: when, how many were there, and what came out; counts for the goal that asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, insert, select

from course.calendar import school_day, school_year
from course.curriculum.model import Purpose
from course.errors import Invalid, Refused
from course.goals.entries import READ, entry_of, read_log
from course.goals.evidence import plain, slips_of
from course.goals.tables import evidence
from course.people.roles import Ability
from course.people.tables import schools
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import date, datetime

    from course.goals.pages import Evidence
    from course.people.actor import Actor
    from course.store.store import Store

MOST_PEOPLE = 999


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as its director tells it."""

    happened_on: date | None
    people: int | None
    """How many were there; their names are nobody's to keep."""
    outcomes: str


_LOCK = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_SAME = READ.where(
    evidence.c.school_id == bindparam("in_school", type_=Integer),
    evidence.c.purpose == Purpose.TEAM_TALK.value,
    evidence.c.happened_on == bindparam("on", type_=evidence.c.happened_on.type),
    evidence.c.people == bindparam("number", type_=Integer),
    evidence.c.words == bindparam("said", type_=evidence.c.words.type),
    evidence.c.withdrawn_at.is_(None),
).order_by(evidence.c.id)
_NOTE = insert(evidence)


def talks_of(store: Store, actor: Actor, today: date) -> tuple[Evidence, ...]:
    """List the talks of the own school in this school year, the newest first."""
    school_id = _school_of(actor)
    with store.read() as conn:
        log = read_log(conn, school_id, school_year(today))
    return tuple(one for one in log if one.purpose is Purpose.TEAM_TALK)


def tell_of_talk(store: Store, actor: Actor, talk: Talk, now: datetime) -> Evidence:
    """Put a talk in the logbook; told twice, it stands there once. Invalid with every slip of the form."""
    school_id, today, said = _school_of(actor), school_day(now), plain(talk.outcomes)
    slips = slips_of(talk.happened_on, said, today)
    if talk.people is None or not 1 <= talk.people <= MOST_PEOPLE:
        slips["people"] = "Give a number from 1 to 999."
    if slips:
        raise Invalid(**slips)
    row = {
        "school_id": school_id,
        "goal": "",
        "school_year": school_year(today),
        "noted_by": actor.person_id,
        "happened_on": talk.happened_on,
        "people": talk.people,
        "words": said,
        "noted_at": now,
        "purpose": Purpose.TEAM_TALK.value,
    }
    values = {"in_school": school_id, "on": talk.happened_on, "number": talk.people, "said": said}
    with store.write() as conn:
        conn.execute(_LOCK, values).one()
        found = conn.execute(_SAME, values).first()
        if found is None:
            conn.execute(_NOTE, row)
            found = conn.execute(_SAME, values).one()
    return entry_of(found)


def _school_of(actor: Actor) -> int:
    if actor.school_id is None or not actor.may(Ability.LEAD_SCHOOL):
        raise Refused(told("only a school's director tells of a talk with the team"))
    return actor.school_id
