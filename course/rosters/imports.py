"""A roster on its way in: shown first, written only after somebody said yes to exactly what was shown.

In between it waits in the database, as little as `course.rosters.model` holds, for a day at most.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from course.calendar import school_day, school_year
from course.errors import NotFound, Stale
from course.journal.journal import Entry, Event, Origin, write
from course.reading.told import told
from course.rosters.apply import HOLD_SCHOOL, apply
from course.rosters.difference import Difference, difference
from course.rosters.model import (
    Roster,
    RosterGroup,
    RosterKind,
    RosterProblem,
    RosterPupil,
    RosterSchool,
    RosterStaff,
)
from course.rosters.problems import N_
from course.rosters.settings import keep_school_key
from course.rosters.standing import read_standing
from course.rosters.tables import roster_imports

if TYPE_CHECKING:
    from datetime import date, datetime

    from course.people.access import School
    from course.rosters.apply import Progress
    from course.store.store import Store

KEPT = timedelta(days=1)
"""For so long a roster waits for its yes."""

_KEEP = insert(roster_imports).returning(roster_imports.c.id)
_WAITING = select(roster_imports).where(
    roster_imports.c.id == bindparam("import"), roster_imports.c.school_id == bindparam("school")
)
_DROP = delete(roster_imports).where(roster_imports.c.id == bindparam("import"))
_DROP_OLD = delete(roster_imports).where(roster_imports.c.made_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A roster that waits, with what it would change today."""

    id: int
    roster: Roster
    found: Difference
    fingerprint: str
    """Of what is shown; to be given back with the yes."""
    problems: tuple[RosterProblem, ...] = ()
    """Warnings of the file, by line."""


def wrong_year(roster: Roster, today: date) -> tuple[RosterProblem, ...]:
    """Tell why a roster of another school year can't be written today; nothing where it can."""
    present = school_year(today)
    if roster.school_year == present:
        return ()
    values = (("now", f"{present}-{present + 1}"), ("year", f"{roster.school_year}-{roster.school_year + 1}"))
    if roster.school_year > present:
        message = N_("The file is of %(year)s, and today it is %(now)s. Import it from 1 August on.")
    else:
        message = N_("The file is of %(year)s, and today it is %(now)s. Export the present school year.")
    return (RosterProblem(0, is_error=True, message=message, values=values),)


def prepare(
    store: Store,
    school: School,
    roster: Roster,
    by: int | None,
    now: datetime,
    problems: tuple[RosterProblem, ...] = (),
) -> Waiting:
    """Keep a roster until it is confirmed, and tell what it would change; nothing else is written."""
    with store.read() as conn:
        found = difference(roster, read_standing(conn, school.id, roster.school_year))
    mark = fingerprint(found)
    with store.write() as conn:
        conn.execute(_DROP_OLD, {"before": now - KEPT})
        values = {
            "school_id": school.id,
            "made_by": by,
            "made_at": now,
            "roster": json.dumps(asdict(roster), ensure_ascii=False),
            "fingerprint": mark,
            "problems": json.dumps([asdict(one) for one in problems], ensure_ascii=False),
        }
        import_id: int = conn.execute(_KEEP, values).scalar_one()
    return Waiting(import_id, roster, found, mark, problems)


def look_at(store: Store, school: School, import_id: int, now: datetime) -> Waiting:
    """Tell what a waiting roster would change now; NotFound when it was written, dropped or kept for its day."""
    with store.read() as conn:
        row = conn.execute(_WAITING, {"import": import_id, "school": school.id}).first()
        if row is None or row.made_at < now - KEPT:
            raise NotFound("roster", str(import_id))
        roster = _roster(json.loads(row.roster))
        found = difference(roster, read_standing(conn, school.id, roster.school_year))
    return Waiting(import_id, roster, found, fingerprint(found), _problems(json.loads(row.problems)))


def confirm(
    store: Store,
    school: School,
    import_id: int,
    mark: str,
    origin: Origin,
    progress: Progress = lambda done, of: None,  # noqa: ARG005 - nobody watches
) -> Difference:
    """Write a roster in one transaction, as it was shown under the fingerprint `mark`, and let go of it.

    Stale when something changed since it was shown, and then nothing is written; NotFound when it waits no more, as
    after a second press. Two imports of one school come one after the other.
    """
    with store.write() as conn:
        conn.execute(HOLD_SCHOOL, {"school": school.id}).all()
        row = conn.execute(_WAITING, {"import": import_id, "school": school.id}).first()
        if row is None or row.made_at < origin.at - KEPT:
            raise NotFound("roster", str(import_id))
        roster = _roster(json.loads(row.roster))
        found = difference(roster, read_standing(conn, school.id, roster.school_year))
        if fingerprint(found) != mark:
            raise Stale(told("the school changed since the roster was shown"))
        if wrong_year(roster, school_day(origin.at)):
            raise Stale(told("another school year began since the roster was shown"))
        apply(conn, school, roster.school_year, found, origin, progress)
        conn.execute(_DROP, {"import": import_id})
        keep_school_key(conn, school.id, roster.school.key)
        counts = " ".join(f"{name}={number}" for name, number in found.counts.items() if number)
        line = Entry(
            origin.at,
            Event.ROSTER_IMPORTED,
            origin.person_id,
            board_id=school.board_id,
            school_id=school.id,
            place=origin.place,
            detail=f"{roster.kind} {counts}",
        )
        write(conn, line)
    return found


def drop(store: Store, school: School, import_id: int) -> None:
    """Let go of a roster that isn't wanted; one that is gone already is fine."""
    with store.write() as conn:
        if conn.execute(_WAITING, {"import": import_id, "school": school.id}).first():
            conn.execute(_DROP, {"import": import_id})


def fingerprint(found: Difference) -> str:
    """Give a hash of everything that a difference would write."""
    return hashlib.sha256(json.dumps(asdict(found), sort_keys=True).encode()).hexdigest()


def _roster(kept: dict[str, Any]) -> Roster:
    return Roster(
        RosterKind(kept["kind"]),
        RosterSchool(**kept["school"]),
        kept["school_year"],
        tuple(RosterGroup(**one) for one in kept["groups"]),
        tuple(RosterPupil(**_with_tuples(one)) for one in kept["pupils"]),
        tuple(RosterStaff(**_with_tuples(one)) for one in kept["staff"]),
    )


def _problems(kept: list[dict[str, Any]]) -> tuple[RosterProblem, ...]:
    return tuple(
        RosterProblem(one["line"], one["is_error"], one["message"], tuple((n, v) for n, v in one["values"]))
        for one in kept
    )


def _with_tuples(one: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in one.items()}
