"""The logbook: what a group or the school did with a channel, and for what; logged in a few presses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, insert, select

from course.calendar import school_day, school_year
from course.curriculum.model import Purpose
from course.errors import Invalid, NotFound
from course.goals.channels import LONGEST_ADDRESS, channels_of, is_address, school_of, team_of
from course.goals.entries import READ, entry_of, read_log
from course.goals.evidence import plain, slips_of
from course.goals.files import keep_file
from course.goals.pages import GroupName
from course.goals.permissions import may_note_for_any_group, may_note_for_group
from course.goals.tables import evidence
from course.people.tables import groups, schools

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from typing import Any

    from sqlalchemy import Connection

    from course.goals.channels import KeptChannel
    from course.goals.file_kinds import NewFile
    from course.goals.pages import Evidence
    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Use:
    """What was done with a channel, as somebody fills it in."""

    purpose: Purpose | None
    channel_id: int | None
    group_id: int | None
    happened_on: date | None
    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Logbook:
    """What the page of the logbook shows."""

    channels: tuple[KeptChannel, ...]
    """By name, those in use first."""
    team: tuple[tuple[int, str], ...]
    """Who may keep a channel."""
    groups: tuple[GroupName, ...]
    """For which the reader may log."""
    entries: tuple[Evidence, ...]
    """Of this school year, the newest happening first."""


_GROUPS = (
    select(groups.c.id, groups.c.name)
    .where(
        groups.c.school_id == bindparam("in_school", type_=Integer),
        groups.c.school_year == bindparam("in_year", type_=Integer),
    )
    .order_by(groups.c.name, groups.c.id)
)
_LOCK = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_SAME = READ.where(
    evidence.c.school_id == bindparam("in_school", type_=Integer),
    evidence.c.goal == "",
    evidence.c.purpose == bindparam("purpose", type_=evidence.c.purpose.type),
    evidence.c.channel_id.is_not_distinct_from(bindparam("channel", type_=Integer)),
    evidence.c.group_id.is_not_distinct_from(bindparam("of_group", type_=Integer)),
    evidence.c.noted_by == bindparam("by", type_=Integer),
    evidence.c.happened_on == bindparam("on", type_=evidence.c.happened_on.type),
    evidence.c.words == bindparam("said", type_=evidence.c.words.type),
    evidence.c.withdrawn_at.is_(None),
).order_by(evidence.c.id)
_NOTE = insert(evidence)


def logbook_of(store: Store, actor: Actor, today: date) -> Logbook:
    """Show the own school's logbook of this school year; four statements."""
    school_id, year = school_of(actor), school_year(today)
    with store.read() as conn:
        named = conn.execute(_GROUPS, {"in_school": school_id, "in_year": year}).all()
        return Logbook(
            channels=channels_of(conn, school_id),
            team=team_of(conn, school_id, today),
            groups=tuple(GroupName(one.id, one.name) for one in named if may_note_for_group(actor, one.id)),
            entries=read_log(conn, school_id, year),
        )


def log_use(store: Store, actor: Actor, use: Use, now: datetime, file: NewFile | None = None) -> Evidence:
    """Log what was done with a channel; sent twice, it is logged once.

    Counts for every goal that asks for its purpose. Invalid with every slip of the form, NotFound for a group or channel
    that isn't theirs to name.
    """
    school_id, today = school_of(actor), school_day(now)
    said = plain(use.words)
    _refuse_slips(actor, use, said, today)
    row = {
        "school_id": school_id,
        "goal": "",
        "school_year": school_year(today),
        "group_id": use.group_id,
        "noted_by": actor.person_id,
        "happened_on": use.happened_on,
        "words": said,
        "noted_at": now,
        "purpose": str(use.purpose),
        "channel_id": use.channel_id,
        "link": use.link,
    }
    values = {
        "in_school": school_id,
        "in_year": row["school_year"],
        "purpose": row["purpose"],
        "channel": use.channel_id,
        "of_group": use.group_id,
        "by": actor.person_id,
        "on": use.happened_on,
        "said": said,
    }
    with store.write() as conn:
        conn.execute(_LOCK, values).one()
        _refuse_strangers(conn, use, values)
        found = conn.execute(_SAME, values).first()
        if found is None:
            conn.execute(_NOTE, row)
            found = conn.execute(_SAME, values).one()
        if file is not None:
            keep_file(conn, school_id, found.id, actor.person_id, file, now)
            found = conn.execute(_SAME, values).first() or found
    return entry_of(found)


def _refuse_strangers(conn: Connection, use: Use, values: Mapping[str, Any]) -> None:
    """Raise NotFound for a group of another school or year, and for a channel that is not in use here."""
    if use.group_id is not None and use.group_id not in {one.id for one in conn.execute(_GROUPS, values)}:
        raise NotFound("group", str(use.group_id))
    used = {one.id for one in channels_of(conn, values["in_school"]) if one.closed_at is None}
    if use.channel_id is not None and use.channel_id not in used:
        raise NotFound("channel", str(use.channel_id))


def _refuse_slips(actor: Actor, use: Use, said: str, today: date) -> None:
    slips = slips_of(use.happened_on, said, today)
    if use.purpose in {None, Purpose.TEAM_TALK, Purpose.EVALUATION}:
        slips["purpose"] = "Say what it was for."
    if use.group_id is None and not may_note_for_any_group(actor):
        slips["group_id"] = "Choose the group that this is about."
    if use.link and (len(use.link) > LONGEST_ADDRESS or not is_address(use.link)):
        slips["link"] = "Paste the whole address, beginning with https://."
    if slips:
        raise Invalid(**slips)
    if use.group_id is not None and not may_note_for_group(actor, use.group_id):
        raise NotFound("group", str(use.group_id))
