"""The table of profile plans: every saving is a row of its own, and none is changed afterwards."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from course.store.metadata import Id, Instant, metadata

profile_plans = Table(
    "profile_plans",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("school_year", Integer, nullable=False, doc="the year in which it starts, e.g. 2026"),
    Column("number", Integer, nullable=False, doc="of the version, from 1 in every school year"),
    Column("answers", Text, nullable=False, doc="JSON: the id of a question to what the school answers"),
    Column("until_on", Date, doc="until when the goal is to be reached"),
    Column("kept_by", ForeignKey("persons.id", ondelete="SET NULL"), doc="who keeps the plan"),
    Column("saved_by", ForeignKey("persons.id", ondelete="SET NULL")),
    Column("saved_at", Instant, nullable=False),
    UniqueConstraint("school_id", "school_year", "number"),
)
