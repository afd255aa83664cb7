"""The table of whom one can turn to at a school."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from course.store.metadata import Id, Instant, metadata

LONGEST_NAME, LONGEST_PHONE, LONGEST_EMAIL, LONGEST_WHEN = 80, 40, 254, 120

school_contacts = Table(
    "school_contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", Integer, nullable=False, doc="the order in which they are shown"),
    Column("name", String(LONGEST_NAME), nullable=False, doc="name or task, as readers know it"),
    Column("phone", String(LONGEST_PHONE), nullable=False, server_default=""),
    Column("email", String(LONGEST_EMAIL), nullable=False, server_default=""),
    Column(
        "when_where", String(LONGEST_WHEN), nullable=False, server_default="", doc="days, hours, which room"
    ),
    Column("for_pupils", Boolean, nullable=False),
    Column("for_parents", Boolean, nullable=False),
    Column("for_staff", Boolean, nullable=False),
    Column("changed_at", Instant, nullable=False),
)
