"""The tables of rosters: keys of groups, a roster between its preview and its yes, what the rosters of a school are like."""

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
    Column("problems", Text, nullable=False, server_default="[]", doc="JSON of the file's warnings"),
    Column("done", Integer, nullable=False, server_default="0", doc="PostgreSQL: people written so far"),
    Column("everybody", Integer, nullable=False, server_default="0", doc="of so many"),
    sqlite_autoincrement=True,
)

roster_settings = Table(
    "roster_settings",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "columns", Text, nullable=False, server_default="{}", doc="JSON: what each column of a CSV file is"
    ),
    Column("school_key", String(120), nullable=False, server_default="", doc="of the file that came last"),
)
