"""The tables of rosters: by which key an administration knows a group, and a roster between its preview and its yes."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from course.store.metadata import Id, Instant, metadata

group_keys = Table(
    "group_keys",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("school_year", Integer, nullable=False, doc="keys come back every year, for another group"),
    Column("key", String(256), nullable=False, doc="text, for a number would lose its leading zeros"),
    UniqueConstraint("school_id", "school_year", "key"),
)

roster_imports = Table(
    "roster_imports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_by", ForeignKey("persons.id", ondelete="CASCADE")),
    Column("made_at", Instant, nullable=False),
    Column(
        "roster",
        Text,
        nullable=False,
        doc="JSON of course.rosters.model.Roster; gone with the yes, the no or the day",
    ),
    Column("fingerprint", String(64), nullable=False, doc="of the difference that was shown"),
    sqlite_autoincrement=True,
)
