"""The counter of a group's pupils, and the records of school years that were closed.

Counters of what pupils learned are `learning.tables.group_progress`.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from course.store.metadata import Id, Instant, metadata

group_sizes = Table(
    "group_sizes",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("year_group", String(2), primary_key=True, doc="the pupils' own; empty for who has none"),
    Column("pupils", Integer, nullable=False, server_default="0", doc="with a membership that is open"),
)

rollovers = Table(
    "rollovers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("from_year", Integer, nullable=False),
    Column("to_year", Integer, nullable=False),
    Column("made_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Column("new_groups", Text, nullable=False, server_default="[]", doc="JSON: ids of groups that it made"),
    Column(
        "figures",
        Text,
        nullable=False,
        server_default="[]",
        doc="JSON: counts of each group as the year closed",
    ),
)

rollover_steps = Table(
    "rollover_steps",
    metadata,
    Column("rollover_id", ForeignKey("rollovers.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("year_before", String(2)),
    Column("left_ids", Text, nullable=False, server_default="[]", doc="JSON: memberships that it ended"),
    Column("joined_id", Id, doc="the membership that it made"),
    Column("role_id", Id, doc="of who left school: the role that it ended"),
)
