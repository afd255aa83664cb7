"""The tables of learning.

A run is kept as the path that was walked, never as a log of answers: resuming and going back need no more,
and what a child chose first lives on as a group figure only (`first_choices`). Counters are kept with the
write, so that a page for a director reads as many rows as it shows.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from course.store.metadata import Id, Instant, metadata

runs = Table(
    "runs",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("edition", String(12), nullable=False, doc="under which this run was started"),
    Column("number", Integer, nullable=False, server_default="1"),
    Column(
        "step", Integer, nullable=False, server_default="0", doc="grows with every choice, back or restart"
    ),
    Column("path", Text, nullable=False, doc="scenario.walk.encode of the steps of this run"),
    Column("decided", Text, nullable=False, doc="JSON list of scenes whose first choice has been counted"),
    Column("endings", Text, nullable=False, doc="JSON: ending to the step that found it, in order"),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("completed_at", Instant, doc="first ending by a path without a not-fine act"),
)

first_choices = Table(
    "first_choices",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("scene", String(80), primary_key=True),
    Column("choice", String(80), primary_key=True),
    Column("count", Integer, nullable=False),
    Column(
        "released",
        Integer,
        nullable=False,
        server_default="0",
        doc="of `count`, what a teacher may be shown: moves in steps of at least five",
    ),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("quiz", String(80), nullable=False),
    Column("edition", String(12), nullable=False),
    Column("number", Integer, nullable=False, doc="1 for the first attempt"),
    Column("seed", Integer, nullable=False),
    Column("questions", Text, nullable=False, doc="JSON list of question ids in the order asked"),
    Column("answered", Integer, nullable=False, server_default="0"),
    Column("right", Integer, nullable=False, server_default="0"),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    UniqueConstraint("person_id", "quiz", "number"),
)

marks = Table(
    "marks",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, doc="0 for the first question asked"),
    Column("question", String(80), nullable=False),
    Column("answer", Text, nullable=False, doc="JSON of learning.answers"),
    Column("right", Boolean, nullable=False),
)

progress = Table(
    "progress",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("lessons_completed", Integer, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0", doc="finished attempts at the quiz"),
    Column("best", Integer, nullable=False, server_default="0", doc="best attempt, in percent"),
    Column("quiz_passed_at", Instant),
    Column(
        "setbacks",
        Integer,
        nullable=False,
        server_default="0",
        doc="failed attempts and not-fine endings since",
    ),
    Column("completed_at", Instant),
    Index("ix_progress_module", "module"),
)

group_progress = Table(
    "group_progress",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column(
        "begun", Integer, nullable=False, server_default="0", doc="pupils that began, completed ones included"
    ),
    Column("completed", Integer, nullable=False, server_default="0"),
)

later_answers = Table(
    "later_answers",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("scene", String(80), primary_key=True),
    Column("days", Integer, primary_key=True, doc="7, 28 or 84 after completion"),
    Column("choice", String(80), nullable=False),
    Column("answered_at", Instant, nullable=False),
)
