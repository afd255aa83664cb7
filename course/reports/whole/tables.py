"""The tables of files that are being made, or wait to be taken along."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from course.store.metadata import Id, Instant, metadata

exports = Table(
    "exports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("asked_by", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False, doc="as what it was asked: that decides what is in it"),
    Column("format", String(8), nullable=False, doc="xlsx or csv"),
    Column("asked_at", Instant, nullable=False),
    Column("maker", String(32), nullable=False, server_default="", doc="which thread makes it"),
    Column("touched_at", Instant, nullable=False, doc="when its maker last said that it goes on"),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("steps", Integer, nullable=False, server_default="0", doc="of so many"),
    Column("ready_at", Instant),
    Column("failed_at", Instant),
    Column("size", Integer, nullable=False, server_default="0", doc="bytes of the file"),
    sqlite_autoincrement=True,
)

export_parts = Table(
    "export_parts",
    metadata,
    Column("export_id", ForeignKey("exports.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
