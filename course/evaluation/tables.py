"""The table of evaluations. It names no person: who froze one, the journal tells."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from course.store.metadata import Id, Instant, metadata

evaluations = Table(
    "evaluations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id"), nullable=False),
    Column("school_year", Integer, nullable=False, doc="in which it was begun, and once frozen was frozen"),
    Column(
        "revision", Integer, nullable=False, doc="grows with every change, so that an older page is known"
    ),
    Column("answers", Text, nullable=False, doc="JSON: each question in the words of then, with its answer"),
    Column("decisions", Text, nullable=False, server_default=""),
    Column("new_goals", Text, nullable=False, server_default="", doc="one a line"),
    Column("figures", Text, nullable=False, server_default="", doc="JSON with its format; empty in a draft"),
    Column("frozen_at", Instant, doc="a trigger of the database lets nothing change from then on"),
    Index("ix_evaluations_school_id", "school_id"),
)
Index(
    "uq_evaluations_draft",
    evaluations.c.school_id,
    unique=True,
    sqlite_where=evaluations.c.frozen_at.is_(None),
    postgresql_where=evaluations.c.frozen_at.is_(None),
)
"""A school has one draft at a time."""
