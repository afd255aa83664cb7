"""The evidence log: what a school did for a goal that no progress can show. Undo keeps the row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, and_, bindparam, insert, select, update

from course.calendar import school_day, school_year
from course.errors import Invalid, NotFound, Refused
from course.goals.board_goals import goal_of
from course.goals.entries import READ, entry_of, find_entry
from course.goals.files import keep_file
from course.goals.permissions import may_note_for_group, may_note_for_school, may_withdraw
from course.goals.tables import evidence
from course.people.roles import Ability
from course.people.tables import groups, schools
from course.reading.told import told
from course.store.metadata import Instant

if TYPE_CHECKING:
    from datetime import date, datetime

    from course.curriculum.model import Goal
    from course.goals.file_kinds import NewFile
    from course.goals.pages import Evidence
    from course.people.actor import Actor
    from course.store.store import Store

MOST_WORDS = 2000
"""Characters in one entry."""

_SAME = READ.where(
    evidence.c.school_id == bindparam("in_school", type_=Integer),
    evidence.c.goal == bindparam("of_goal", type_=String),
    evidence.c.group_id.is_not_distinct_from(bindparam("of_group", type_=Integer)),
    evidence.c.noted_by == bindparam("by", type_=Integer),
    evidence.c.happened_on == bindparam("on", type_=evidence.c.happened_on.type),
    evidence.c.words == bindparam("said", type_=evidence.c.words.type),
    evidence.c.withdrawn_at.is_(None),
).order_by(evidence.c.id)
_LOCK_SCHOOL = (
    select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
)
_GROUP = select(groups.c.id).where(
    and_(
        groups.c.id == bindparam("of_group", type_=Integer),
        groups.c.school_id == bindparam("in_school", type_=Integer),
        groups.c.school_year == bindparam("in_year", type_=Integer),
    )
)
_NOTE = insert(evidence)
_WITHDRAW = (
    update(evidence)
    .where(evidence.c.id == bindparam("entry", type_=Integer))
    .values(withdrawn_at=bindparam("moment", type_=Instant))
)


def note_evidence(
    store: Store,
    actor: Actor,
    goal_id: str,
    group_id: int | None,
    happened_on: date | None,
    words: str,
    now: datetime,
    file: NewFile | None = None,
) -> Evidence:
    """Add an entry for a goal; sent twice, it is noted once.

    A director notes for the school and all its groups, a teacher for the own groups. Raises Invalid with a message
    id per field (`happened_on`, `words`, `group_id`), NotFound for a goal or group that isn't theirs to name.
    """
    school_id = _school_of(actor)
    said = plain(words)
    today = school_day(now)
    with store.read() as conn:
        goal = goal_of(conn, actor.board_id, school_year(today), goal_id)
    _refuse_slips(actor, goal, group_id, happened_on, said, today)
    values = {
        "in_school": school_id,
        "in_year": school_year(today),
        "of_goal": goal.id,
        "of_group": group_id,
        "by": actor.person_id,
        "on": happened_on,
        "said": said,
    }
    with store.write() as conn:
        conn.execute(_LOCK_SCHOOL, values).one()
        if group_id is not None and conn.execute(_GROUP, values).first() is None:
            raise NotFound("group", str(group_id))
        row = conn.execute(_SAME, values).first()
        if row is None:
            noted = {
                "school_id": school_id,
                "goal": goal.id,
                "school_year": values["in_year"],
                "group_id": group_id,
                "noted_by": actor.person_id,
                "happened_on": happened_on,
                "words": said,
                "noted_at": now,
                "purpose": goal.purpose.value if goal.purpose else "",
            }
            conn.execute(_NOTE, noted)
            row = conn.execute(_SAME, values).one()
        if file is not None:
            keep_file(conn, school_id, row.id, actor.person_id, file, now)
            row = conn.execute(_SAME, values).first() or row
    return entry_of(row)


def plain(words: str) -> str:
    """Read a text as it was typed: a browser sends every end of a line as two characters, and counts it as one."""
    return words.replace("\r\n", "\n").strip()


def withdraw_evidence(store: Store, actor: Actor, evidence_id: int, now: datetime) -> Evidence:
    """Take an entry out of the log; `restore_evidence` undoes it. Withdrawing twice is withdrawing once.

    A director may withdraw any entry of the school, a teacher the own ones; NotFound for any other.
    """
    return _mark(store, actor, evidence_id, now)


def restore_evidence(store: Store, actor: Actor, evidence_id: int) -> Evidence:
    """Put a withdrawn entry back, by who might withdraw it."""
    return _mark(store, actor, evidence_id, None)


def find_withdrawn(store: Store, actor: Actor, evidence_id: int) -> Evidence | None:
    """Find an entry that was taken out and that this person may put back; None for any other."""
    with store.read() as conn:
        found = find_entry(conn, evidence_id)
    if found is None or found.withdrawn_at is None or not may_withdraw(actor, found):
        return None
    return found


def _mark(store: Store, actor: Actor, evidence_id: int, moment: datetime | None) -> Evidence:
    with store.write() as conn:
        found = find_entry(conn, evidence_id)
        if found is None or not may_withdraw(actor, found):
            raise NotFound("evidence", str(evidence_id))
        if (found.withdrawn_at is None) is not (moment is None):
            conn.execute(_WITHDRAW, {"entry": evidence_id, "moment": moment})
            found = replace(found, withdrawn_at=moment)
    return found


def _school_of(actor: Actor) -> int:
    if actor.school_id is None or not actor.may(Ability.NOTE_EVIDENCE):
        raise Refused(told("only a school's director and teachers note evidence"))
    return actor.school_id


def slips_of(happened_on: date | None, said: str, today: date) -> dict[str, str]:
    """Find what is wrong with the day and the words of an entry, by field."""
    slips: dict[str, str] = {}
    if not said:
        slips["words"] = "Tell what happened."
    elif len(said) > MOST_WORDS:
        slips["words"] = "This is too long; keep it under 2000 characters."
    if happened_on is None:
        slips["happened_on"] = "Choose the day on which it happened."
    elif happened_on > today:
        slips["happened_on"] = "This day is still to come."
    elif school_year(happened_on) != school_year(today):
        slips["happened_on"] = "Choose a day in this school year."
    return slips


def _refuse_slips(
    actor: Actor,
    goal: Goal,
    group_id: int | None,
    happened_on: date | None,
    said: str,
    today: date,
) -> None:
    """Raise Invalid with every slip of the form at once."""
    slips = slips_of(happened_on, said, today)
    if group_id is None and not may_note_for_school(actor, goal):
        slips["group_id"] = "Choose the group that this is about."
    if slips:
        raise Invalid(**slips)
    if group_id is not None and not may_note_for_group(actor, group_id):
        raise NotFound("group", str(group_id))
