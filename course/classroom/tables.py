"""The table of what a teacher gave a group to do."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, String, Table

from course.store.metadata import Instant, metadata

assignments = Table(
    "assignments",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("due_on", Date, nullable=False, doc="the day by which it is to be done"),
    Column("given_at", Instant, nullable=False),
)
"""Of a group and not of a person: who gave it is not kept, for every teacher of the group may move it."""
