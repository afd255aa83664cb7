"""How long a school keeps what: the program's own terms, unless the school chose others within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry
from course.people.access import school_in_sight
from course.people.roles import Ability
from course.privacy.tables import retention
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.actor import Actor
    from course.store.store import Store


class Kept(StrEnum):
    """What goes after a while."""

    PUPILS = "pupils"
    """Pupils who left the school, with all they learned."""
    STAFF = "staff"
    LESSONS = "lessons"
    """When the lesson of a group was open, and who opened it."""
    EVIDENCE = "evidence"
    DRAFTS = "drafts"
    """Drafts of rules that were put away; those that were published stay with their version."""
    REQUESTS = "requests"
    """Requests about one's own data that were answered."""


@dataclass(frozen=True, slots=True)
class Term:
    """How many days something is kept, and between which bounds a school may choose."""

    days: int
    least: int
    most: int


TERMS: Mapping[Kept, Term] = {
    Kept.PUPILS: Term(365, 30, 730),
    Kept.STAFF: Term(365, 30, 1826),
    Kept.LESSONS: Term(366, 30, 730),
    Kept.EVIDENCE: Term(1826, 366, 3653),
    Kept.DRAFTS: Term(730, 30, 3653),
    Kept.REQUESTS: Term(1096, 366, 1826),
}
"""A year for who left: a pupil who comes back after the summer finds everything again, and no older class stays behind."""

_OF_SCHOOL = select(retention.c.kind, retention.c.days).where(retention.c.school_id == bindparam("school"))
_DROP = delete(retention).where(retention.c.school_id == bindparam("school"))
_INSERT = insert(retention)


def terms_of(conn: Connection, school_id: int | None) -> Mapping[Kept, int]:
    """Give the days for which a school keeps each; the program's own for what belongs to no school."""
    chosen = {Kept(row.kind): row.days for row in conn.execute(_OF_SCHOOL, {"school": school_id})}
    return {kind: chosen.get(kind, term.days) for kind, term in TERMS.items()}


def set_terms(store: Store, actor: Actor, school_id: int, days: Mapping[Kept, int], origin: Origin) -> None:
    """Keep things for so many days from now on; Invalid names what is out of bounds."""
    wrong = {
        kind.value: told("Choose between %(least)s and %(most)s days.", least=term.least, most=term.most)
        for kind, term in TERMS.items()
        if not term.least <= days.get(kind, term.days) <= term.most
    }
    if wrong:
        raise Invalid(**wrong)
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_PEOPLE)
        conn.execute(_DROP, {"school": school.id})
        own = [
            {"school_id": school.id, "kind": kind.value, "days": number}
            for kind, number in days.items()
            if number != TERMS[kind].days
        ]
        if own:
            conn.execute(_INSERT, own)
        journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "retention"))
