"""The table of evidence."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from course.store.metadata import Id, Instant, metadata

evidence = Table(
    "evidence",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("goal", String(80), nullable=False),
    Column("school_year", Integer, nullable=False),
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), doc="empty when it is the school's"),
    Column("noted_by", ForeignKey("persons.id", ondelete="SET NULL")),
    Column("happened_on", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("noted_at", Instant, nullable=False),
    Column("withdrawn_at", Instant, doc="undo keeps the row"),
    Index("ix_evidence_school_year_goal", "school_id", "school_year", "goal"),
)
