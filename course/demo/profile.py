"""The profile plan of a demo school: begun in September, made more precise some weeks later."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.calendar import FIRST_MONTH, school_year
from course.demo.words import PROFILE, PROFILE_BEGUN
from course.profile.tables import profile_plans

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAST = (timedelta(days=45), timedelta(days=10))
"""How long ago each version was saved."""


def fill_profile(conn: Connection, school_id: int, keeper: int, director: int, today: date) -> None:
    """Give a school its plan, in two versions; early in the school year in fewer."""
    rows = [{"school_id": school_id, "saved_by": director, **one} for one in plan_rows(keeper, today)]
    if rows:
        conn.execute(insert(profile_plans), rows)


def plan_rows(keeper: int, today: date) -> list[dict[str, object]]:
    """Give the versions, none of them from before the school year."""
    year, rows = school_year(today), list[dict[str, object]]()
    for past, begun in zip(PAST, (True, False), strict=True):
        day = today - past
        if day < date(year, FIRST_MONTH, 1):
            continue
        answers = {name: text for name, text in PROFILE.items() if not begun or name in PROFILE_BEGUN}
        row = {
            "school_year": year,
            "number": len(rows) + 1,
            "answers": json.dumps(answers, ensure_ascii=False),
            "until_on": None if begun else date(year + 1, 6, 15),
            "kept_by": None if begun else keeper,
            "saved_at": datetime.combine(day, time(15, 10), UTC),
        }
        rows.append(row)
    return rows
