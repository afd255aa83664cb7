"""The tables of what a teacher gave a group to do, and of who reminded it when."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, ForeignKeyConstraint, String, Table

from course.people import tables as _people  # noqa: F401 - declares the tables that these point at
from course.store.metadata import Id, Instant, metadata

assignments = Table(
    "assignments",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("due_on", Date, nullable=False, doc="the day by which it is to be done"),
    Column("given_at", Instant, nullable=False),
)
"""Of a group and not of a person: who gave it is not kept, for every teacher of the group may move it."""

work_reminders = Table(
    "work_reminders",
    metadata,
    Column("group_id", Id, primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("reminded_at", Instant, primary_key=True),
    Column("reminded_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    ForeignKeyConstraint(
        ["group_id", "module"], ["assignments.group_id", "assignments.module"], ondelete="CASCADE"
    ),
)
"""Who waits for it is told to the pupils by name, so that is kept; what is no longer given takes its reminders along."""
