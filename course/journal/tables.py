"""The journal, without foreign keys: what is told here outlives whom it tells of; and how long boards keep it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from course.store.metadata import Id, Instant, metadata

journal = Table(
    "journal",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("event", String(24), nullable=False),
    Column("person_id", Id, doc="who did it; empty where nobody was known"),
    Column("about_id", Id, doc="whom it was done to, where that is somebody else"),
    Column("board_id", Id),
    Column("school_id", Id),
    Column("group_id", Id),
    Column("place", String(64), nullable=False, server_default="", doc="the network it came from, coarsened"),
    Column("detail", String(40), nullable=False, server_default="", doc="one word: which role, which limit"),
    Index("ix_journal_person_id", "person_id"),
)

board_retention = Table(
    "board_retention",
    metadata,
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(16), primary_key=True, doc="what of: course.journal.terms.BoardKept"),
    Column("days", Integer, nullable=False),
)
