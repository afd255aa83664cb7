"""The logbook of a demo school: channels, and what its groups did with them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.calendar import FIRST_MONTH, school_year
from course.demo.words import CHANNELS, EVIDENCE, USES
from course.goals.tables import channels, evidence

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from course.curriculum.model import Goal
    from course.demo.several import Built

EVERY = timedelta(days=12)
NOTED = 0.75
"""How often a school has noted what it could have."""
PAUSE = timedelta(weeks=6)
"""Since when a group that is not the first of its school has logged nothing."""


def fill_logbook(
    conn: Connection, school_id: int, groups: Sequence[int], staff: Sequence[int], today: date
) -> None:
    """Fill the logbook of a school: its first group went on until now, the others stopped some weeks ago."""
    year = school_year(today)
    added = datetime.combine(today - timedelta(days=60), time(9), UTC)
    of_school = {"school_id": school_id, "kept_by": staff[-1], "added_at": added}
    keys = ("name", "kind", "is_public", "for_whom", "address")
    add = insert(channels).returning(channels.c.id)
    kept = [
        conn.execute(add, {**of_school, **dict(zip(keys, one, strict=True))}).scalar_one() for one in CHANNELS
    ]
    rows = use_rows(groups, staff, kept, today, date(year, FIRST_MONTH, 1))
    if rows:
        conn.execute(insert(evidence), [{"school_id": school_id, "school_year": year, **one} for one in rows])


def use_rows(
    groups: Sequence[int], teachers: Sequence[int], kept: Sequence[int], today: date, first: date
) -> list[dict[str, object]]:
    """Give what was logged, the newest a few days ago; nothing before the school year's `first` day."""
    rows: list[dict[str, object]] = []
    for place, (group, teacher) in enumerate(zip(groups, teachers, strict=False)):
        last = today - timedelta(days=3) - (PAUSE if place else timedelta())
        for number, (purpose, channel, words) in enumerate(USES):
            day = last - EVERY * number
            if day < first:
                break
            noted = datetime.combine(day, time(14, 30), UTC)
            row = {
                "goal": "",
                "group_id": group,
                "noted_by": teacher,
                "happened_on": day,
                "words": words,
                "noted_at": noted,
                "purpose": purpose,
                "channel_id": kept[channel],
                "confirmed_at": noted + timedelta(days=1) if number else None,
            }
            rows.append(row)
    return rows


def note_evidence(
    conn: Connection, school: Built, goals: Sequence[Goal], chance: random.Random, today: date
) -> None:
    """Note what the school has done by now for the board's goals, in time; some schools are further than others."""
    year, notes = school_year(today), list[dict[str, object]]()
    for goal in goals:
        for place, words in enumerate(EVIDENCE.get(goal.id, ())):
            if chance.random() > NOTED:
                continue
            of_group = goal.measure.counts_groups and place < len(school.groups)
            latest = min(today, goal.due(year)) - timedelta(days=7 * (place + 1))
            happened = max(latest - timedelta(days=max(0, latest.weekday() - 4)), date(year, FIRST_MONTH, 1))
            note = {
                "school_id": school.id,
                "goal": goal.id,
                "school_year": year,
                "group_id": school.groups[place] if of_group else None,
                "noted_by": school.teachers[place] if of_group else school.director,
                "happened_on": happened,
                "words": words,
                "noted_at": datetime.combine(happened, time(8), UTC),
            }
            notes.append(note)
    if notes:
        conn.execute(insert(evidence), notes)
