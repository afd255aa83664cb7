"""Letting go of what is old enough, school by school; counted beforehand, and told without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, exists, func, select

from course.calendar import school_day
from course.enrolment.people import erase_person
from course.feedback.reports import is_over as reports_over
from course.feedback.tables import reports
from course.goals.files import is_over as files_over
from course.goals.tables import evidence, evidence_files
from course.journal.journal import Origin
from course.journal.journal import is_over as lines_over
from course.journal.tables import journal
from course.learning.lesson import trails
from course.people import sign_in
from course.people.access import school_in_sight
from course.people.roles import Ability, Role
from course.people.tables import class_sessions, groups, roles, schools, sign_ins
from course.privacy.retention import Kept, terms_of
from course.privacy.tables import privacy_requests
from course.reports.whole.asking import is_over as exports_over
from course.reports.whole.tables import exports
from course.rosters.imports import KEPT as IMPORTS_KEPT
from course.rosters.tables import roster_imports
from course.rulebooks.tables import drafts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Tidied:
    """What went, or would go, at one place: numbers only."""

    school_id: int | None
    """None for what belongs to no school."""
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How much that is together."""
        return sum(self.counts.values())


def would_go(store: Store, actor: Actor, school_id: int, now: datetime) -> Tidied:
    """Count what would go today at a school within an administrator's reach."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        return _at_school(conn, school.id, now)


def tidy(store: Store, now: datetime, journal_kept: timedelta, *, dry: bool) -> tuple[Tidied, ...]:
    """Let go of what is old enough everywhere, or only count it; a transaction for each school and each person."""
    with store.read() as conn:
        places = [None, *conn.execute(select(schools.c.id).order_by(schools.c.id)).scalars()]
        everywhere = Tidied(None, _everywhere(conn, now, journal_kept))
        found = [_at_school(conn, one, now) for one in places]
    if not dry:
        for place in places:
            _let_go(store, place, now)
        with store.write() as conn:
            sign_in.tidy(conn, now, journal_kept)
            for table, condition in _old(conn, now, journal_kept).values():
                conn.execute(delete(table).where(condition))
        trails.tidy(store, now)
        trails.tidy_old(store, now)
    return (everywhere, *(one for one in found if one.total))


def _old(
    conn: Connection, now: datetime, journal_kept: timedelta
) -> Mapping[str, tuple[Table, ColumnElement[bool]]]:
    """Say what is old whoever's it is."""
    return {
        "sign-ins": (sign_ins, sign_ins.c.expires_at <= now),
        "journal": (journal, lines_over(conn, now, journal_kept)),
        "reports": (reports, reports_over(conn, now)),
        "files": (evidence_files, files_over(now)),
        "exports": (exports, exports_over(now)),
        "imports": (roster_imports, roster_imports.c.made_at < now - IMPORTS_KEPT),
    }


def _everywhere(conn: Connection, now: datetime, journal_kept: timedelta) -> Mapping[str, int]:
    return {
        name: conn.execute(select(func.count()).select_from(table).where(condition)).scalar_one()
        for name, (table, condition) in _old(conn, now, journal_kept).items()
    }


def _at_school(conn: Connection, school_id: int | None, now: datetime) -> Tidied:
    terms = terms_of(conn, school_id)
    counts = {
        kind.value: len(conn.execute(_gone(school_id, kind, _before(now, terms[kind]))).all())
        for kind in (Kept.PUPILS, Kept.STAFF)
    }
    for kind, (table, condition) in _rows(school_id, terms, now).items():
        counts[kind.value] = conn.execute(
            select(func.count()).select_from(table).where(condition)
        ).scalar_one()
    return Tidied(school_id, counts)


def _let_go(store: Store, school_id: int | None, now: datetime) -> None:
    with store.read() as conn:
        terms = terms_of(conn, school_id)
        people = [
            one
            for kind in (Kept.PUPILS, Kept.STAFF)
            for one in conn.execute(_gone(school_id, kind, _before(now, terms[kind]))).scalars()
        ]
    for person in people:
        with store.write() as conn:
            erase_person(conn, person, Origin(now))
    with store.write() as conn:
        for table, condition in _rows(school_id, terms, now).values():
            conn.execute(delete(table).where(condition))


def _before(now: datetime, days: int) -> date:
    return school_day(now - timedelta(days=days))


def _gone(school_id: int | None, kind: Kept, before: date) -> Select[Any]:
    """Find who left this school last, so long ago, has no role any more, and asks nothing about the own data."""
    other, later = roles.alias("other"), roles.alias("later")
    still_here = exists().where(other.c.person_id == roles.c.person_id, other.c.until_on.is_(None))
    was_staff = exists().where(later.c.person_id == roles.c.person_id, later.c.role != Role.PUPIL.value)
    last = select(func.max(other.c.until_on)).where(other.c.person_id == roles.c.person_id).scalar_subquery()
    asks = exists().where(
        privacy_requests.c.person_id == roles.c.person_id, privacy_requests.c.done_on.is_(None)
    )
    here = roles.c.school_id.is_(None) if school_id is None else roles.c.school_id == school_id
    right_kind = was_staff if kind is Kept.STAFF else ~was_staff
    return (
        select(roles.c.person_id)
        .distinct()
        .where(here, ~still_here, right_kind, ~asks, roles.c.until_on == last, roles.c.until_on <= before)
    )


def _rows(
    school_id: int | None, terms: Mapping[Kept, int], now: datetime
) -> Mapping[Kept, tuple[Table, ColumnElement[bool]]]:
    """Say which rows of a school are old enough."""

    def since(kind: Kept) -> datetime:
        return now - timedelta(days=terms[kind])

    def of_school(table: Table) -> ColumnElement[bool]:
        return table.c.school_id.is_(None) if school_id is None else table.c.school_id == school_id

    own_groups = select(groups.c.id).where(groups.c.school_id == school_id)
    asked = privacy_requests.c.done_on <= _before(now, terms[Kept.REQUESTS])
    return {
        Kept.LESSONS: (
            class_sessions,
            and_(
                class_sessions.c.group_id.in_(own_groups), class_sessions.c.expires_at < since(Kept.LESSONS)
            ),
        ),
        Kept.EVIDENCE: (evidence, and_(of_school(evidence), evidence.c.noted_at < since(Kept.EVIDENCE))),
        Kept.DRAFTS: (
            drafts,
            and_(of_school(drafts), drafts.c.version_id.is_(None), drafts.c.closed_at < since(Kept.DRAFTS)),
        ),
        Kept.REQUESTS: (privacy_requests, and_(of_school(privacy_requests), asked)),
    }
