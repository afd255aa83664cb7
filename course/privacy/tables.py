"""The tables of privacy: who asked what about the own data and until when, and how long a school keeps what.

Ids only, and no foreign key to a person: that an erasure was asked for and done outlives who was erased.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from course.store.metadata import Id, metadata

privacy_requests = Table(
    "privacy_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_id", ForeignKey("schools.id", ondelete="SET NULL"), index=True),
    Column("person_id", Integer, nullable=False, index=True, doc="of whom the data are; outlives the person"),
    Column("kind", String(16), nullable=False, doc="access, correction or erasure"),
    Column("asked_on", Date, nullable=False),
    Column("due_on", Date, nullable=False, doc="a month later"),
    Column("done_on", Date, doc="empty while it is open"),
    Column("outcome", String(16), nullable=False, server_default="", doc="done, refused or withdrawn"),
    sqlite_autoincrement=True,
)

retention = Table(
    "retention",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(16), primary_key=True, doc="what of: course.privacy.retention.Kept"),
    Column("days", Integer, nullable=False),
)
