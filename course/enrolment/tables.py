"""The counter of a group's pupils; those of what they learned are `learning.tables.group_progress`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from course.store.metadata import metadata

group_sizes = Table(
    "group_sizes",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("year_group", String(2), primary_key=True, doc="the pupils' own; empty for who has none"),
    Column("pupils", Integer, nullable=False, server_default="0", doc="with a membership that is open"),
)
