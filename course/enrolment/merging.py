"""Two entries of one person become one: what was learned under both stays, and figures stay true.

For each lesson the run that got further stays, for a module the best of both; attempts follow each other. Where the one
that stays is in groups, it stays in those alone; else it takes over the other's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, delete, func, select, update

from course.enrolment.counters import counted_anew
from course.enrolment.people import erase_person
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.learning.records.tables import statements
from course.learning.tables import attempts, later_answers, progress, runs
from course.naming import look_of
from course.people.factors.tables import authenticators, challenges, recovery_codes
from course.people.roles import InGroup
from course.people.sign_on.tables import sign_on_links
from course.people.tables import (
    credentials,
    external_keys,
    invitations,
    memberships,
    persons,
    roles,
    sign_ins,
)
from course.rulebooks.tables import attestations
from course.store.metadata import metadata

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from course.journal.journal import Origin

OWN = (
    runs,
    attempts,
    progress,
    later_answers,
    memberships,
    roles,
    external_keys,
    credentials,
    sign_ins,
    invitations,
    authenticators,
    recovery_codes,
    sign_on_links,
    challenges,
    attestations,
    statements,
)
"""Tables that are merged by a rule of their own; every other one that points at a person just points at who stays."""
TWO_KEYS = "The school's administration knows both, each by an own key. Merge them there first."

_person = bindparam("person", type_=Integer)
_to = bindparam("to", type_=Integer)
_KEYS = select(external_keys.c.system).where(external_keys.c.person_id == _person)
_NAME = select(persons.c.name).where(persons.c.id == _person)
_LAST_ATTEMPTS = (
    select(attempts.c.quiz, func.max(attempts.c.number))
    .where(attempts.c.person_id == _person)
    .group_by(attempts.c.quiz)
)
_OPEN_GROUPS = select(memberships.c.id, memberships.c.group_id, memberships.c.role).where(
    memberships.c.person_id == _person, memberships.c.until_on.is_(None)
)


def merge(conn: Connection, stays: int, double: int, board_id: int, origin: Origin) -> None:
    """Let one person have all that two had; Invalid where an administration would make two of them again."""
    if stays == double:
        raise Invalid(other="Choose somebody else: this is the same entry.")
    shared = set(conn.execute(_KEYS, {"person": stays}).scalars()) & set(
        conn.execute(_KEYS, {"person": double}).scalars()
    )
    if shared:
        raise Invalid(other=TWO_KEYS)
    with counted_anew(conn, [stays, double]):
        _runs(conn, stays, double)
        _attempts(conn, stays, double)
        _progress(conn, stays, double)
        _rest(conn, later_answers, ("lesson", "scene", "days"), stays, double)
        _rest(conn, attestations, ("school_id", "version_id"), stays, double)
        _rest(conn, statements, ("module",), stays, double)
        _rest(conn, credentials, ("kind",), stays, double)
        _rest(conn, authenticators, (), stays, double)
        _rest(conn, recovery_codes, (), stays, double)
        _rest(conn, sign_on_links, ("provider_id",), stays, double)
        _memberships(conn, stays, double)
        _roles(conn, stays, double)
        _point(conn, external_keys, "person_id", stays, double)
        for table, column in _others():
            _point(conn, table, column, stays, double)
    erase_person(conn, double, origin)
    journal.write(conn, Entry.of(Event.MERGED, origin, stays, board_id, None, str(double)))


def _others() -> list[tuple[Table, str]]:
    return [
        (table, column.name)
        for table in metadata.sorted_tables
        if table not in OWN
        for column in table.columns
        if any(key.column is persons.c.id for key in column.foreign_keys)
    ]


def _point(conn: Connection, table: Table, column: str, stays: int, double: int) -> None:
    conn.execute(update(table).where(table.c[column] == double).values({column: stays}))


def _rows(conn: Connection, table: Table, person_id: int) -> list[dict[str, Any]]:
    found = conn.execute(select(table).where(table.c.person_id == person_id)).mappings()
    return [dict(row) for row in found]


def _rest(conn: Connection, table: Table, names: tuple[str, ...], stays: int, double: int) -> None:
    """Move what who stays has not; the other's double goes with the other."""
    held = {tuple(row[name] for name in names) for row in _rows(conn, table, stays)}
    for row in _rows(conn, table, double):
        if tuple(row[name] for name in names) not in held:
            same = [table.c.person_id == double, *(table.c[name] == row[name] for name in names)]
            conn.execute(update(table).where(*same).values(person_id=stays))


def _runs(conn: Connection, stays: int, double: int) -> None:
    own = {row["lesson"]: row for row in _rows(conn, runs, stays)}
    for other in _rows(conn, runs, double):
        mine = own.get(other["lesson"])
        this = (runs.c.lesson == other["lesson"]) & (runs.c.person_id == double)
        if mine is None:
            conn.execute(update(runs).where(this).values(person_id=stays))
            continue
        further, less = sorted([mine, other], key=_how_far, reverse=True)
        endings = {**json.loads(less["endings"]), **json.loads(further["endings"])}
        kept = {**further, "person_id": stays, "endings": json.dumps(endings)}
        conn.execute(delete(runs).where(runs.c.person_id == stays, runs.c.lesson == other["lesson"]))
        conn.execute(runs.insert().values(kept))


def _how_far(run: dict[str, Any]) -> tuple[bool, int, datetime]:
    return run["completed_at"] is not None, len(json.loads(run["endings"])), run["touched_at"]


def _attempts(conn: Connection, stays: int, double: int) -> None:
    """Let the other's attempts follow; one that goes on is left out where there is one already."""
    last: dict[str, int] = dict(tuple(row) for row in conn.execute(_LAST_ATTEMPTS, {"person": stays}))
    goes_on = {row["quiz"] for row in _rows(conn, attempts, stays) if row["finished_at"] is None}
    for row in sorted(_rows(conn, attempts, double), key=lambda row: (row["quiz"], row["number"])):
        if row["finished_at"] is None and row["quiz"] in goes_on:
            continue
        last[row["quiz"]] = number = last.get(row["quiz"], 0) + 1
        conn.execute(
            update(attempts).where(attempts.c.id == row["id"]).values(person_id=stays, number=number)
        )


def _progress(conn: Connection, stays: int, double: int) -> None:
    own = {row["module"]: row for row in _rows(conn, progress, stays)}
    for other in _rows(conn, progress, double):
        mine = own.get(other["module"])
        this = (progress.c.module == other["module"]) & (progress.c.person_id == double)
        if mine is None:
            conn.execute(update(progress).where(this).values(person_id=stays))
            continue
        both = (progress.c.module == other["module"]) & (progress.c.person_id == stays)
        conn.execute(update(progress).where(both).values(_better(mine, other)))


def _better(mine: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    done = [row for row in (mine, other) if row["completed_at"]]
    first = min(done, key=lambda row: row["completed_at"]) if done else mine
    passed = [row["quiz_passed_at"] for row in (mine, other) if row["quiz_passed_at"]]
    return {
        "started_at": min(mine["started_at"], other["started_at"]),
        "touched_at": max(mine["touched_at"], other["touched_at"]),
        "attempts": mine["attempts"] + other["attempts"],
        "best": max(mine["best"], other["best"]),
        "quiz_passed_at": min(passed) if passed else None,
        **{name: first[name] for name in ("completed_at", "completed_edition", "completed_rulebook")},
    }


def _memberships(conn: Connection, stays: int, double: int) -> None:
    """Let who stays take over groups as a pupil only where there are none, and as staff those that are lacking."""
    own = conn.execute(_OPEN_GROUPS, {"person": stays}).all()
    is_placed = any(row.role == InGroup.PUPIL for row in own)
    held = {(row.group_id, row.role) for row in own}
    look = look_of(conn.execute(_NAME, {"person": stays}).scalar_one())
    for row in conn.execute(_OPEN_GROUPS, {"person": double}).all():
        as_pupil = row.role == InGroup.PUPIL
        if (as_pupil and is_placed) or (row.group_id, row.role) in held:
            conn.execute(delete(memberships).where(memberships.c.id == row.id))
        elif as_pupil:
            conn.execute(update(memberships).where(memberships.c.id == row.id).values(look=look))
    _point(conn, memberships, "person_id", stays, double)


def _roles(conn: Connection, stays: int, double: int) -> None:
    """Move roles, and end up with no open one twice."""
    own = {
        (row["role"], row["board_id"], row["school_id"])
        for row in _rows(conn, roles, stays)
        if not row["until_on"]
    }
    for row in _rows(conn, roles, double):
        if not row["until_on"] and (row["role"], row["board_id"], row["school_id"]) in own:
            conn.execute(delete(roles).where(roles.c.id == row["id"]))
    conn.execute(delete(sign_ins).where(sign_ins.c.person_id == double))
    _point(conn, roles, "person_id", stays, double)
