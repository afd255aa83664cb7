"""What the rosters of a school are like: what each column of a CSV file is, and how its administration names the school."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.rosters.csv_columns import Column
from course.rosters.tables import roster_settings
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

_READ = select(roster_settings).where(roster_settings.c.school_id == bindparam("school"))
_KEEP_COLUMNS = Upsert(
    roster_settings,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id"], set_={"columns": insert.excluded.columns}
    ),
)
_KEEP_KEY = Upsert(
    roster_settings,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id"], set_={"school_key": insert.excluded.school_key}
    ),
)


@dataclass(frozen=True, slots=True)
class RosterSettings:
    """What is remembered of a school's rosters."""

    columns: Mapping[str, Column | None]
    """By the name of the column; None for one that is left alone."""
    school_key: str
    """As the last file named the school; empty where it didn't."""

    def columns_of(self, header: Sequence[str]) -> Mapping[int, Column] | None:
        """Say what the columns of a file are, where all of them are remembered."""
        if not self.columns or any(name.casefold() not in self.columns for name in header):
            return None
        known = ((at, self.columns[name.casefold()]) for at, name in enumerate(header))
        return {at: column for at, column in known if column}


def read_settings(conn: Connection, school_id: int) -> RosterSettings:
    """Read what is remembered of a school's rosters."""
    row = conn.execute(_READ, {"school": school_id}).first()
    if row is None:
        return RosterSettings({}, "")
    kept = json.loads(row.columns)
    return RosterSettings(
        {name: Column(value) if value else None for name, value in kept.items()}, row.school_key
    )


def keep_columns(
    conn: Connection, school_id: int, header: Sequence[str], columns: Mapping[int, Column]
) -> None:
    """Remember what the columns of a file were said to be."""
    kept = {name.casefold(): columns[at].value if at in columns else None for at, name in enumerate(header)}
    values = {"school_id": school_id, "columns": json.dumps(kept, ensure_ascii=False)}
    conn.execute(_KEEP_COLUMNS.on(conn), values)


def keep_school_key(conn: Connection, school_id: int, key: str) -> None:
    """Remember how a file named its school; one that doesn't say leaves what is known."""
    if key:
        conn.execute(_KEEP_KEY.on(conn), {"school_id": school_id, "school_key": key})
