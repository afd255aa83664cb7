"""The figures of a school as they stood at the end of each month: what its director's pages told then, and no more.

No figure points at a person or a group: who is erased, and a group that is taken out, leave an old month as it was.
Beside them stands when a director reminded the team.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from course.people import tables as _people  # noqa: F401 - declares tables that these point at
from course.rulebooks import tables as _rulebooks  # noqa: F401 - the same
from course.store.metadata import Id, Instant, metadata

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("month_on", Date, nullable=False, doc="first day of the month of which it tells"),
    Column("school_year", Integer, nullable=False),
    Column("taken_on", Date, nullable=False, doc="the last day on which it was taken anew"),
    UniqueConstraint("school_id", "month_on"),
)

snapshot_counts = Table(
    "snapshot_counts",
    metadata,
    Column("snapshot_id", ForeignKey("snapshots.id", ondelete="CASCADE"), primary_key=True),
    Column("audience", String(8), primary_key=True, doc="pupil or staff"),
    Column("group_id", Id, primary_key=True, autoincrement=False, doc="0 for the whole school"),
    Column("module", String(80), primary_key=True),
    Column("group_name", String(60), nullable=False, server_default=""),
    Column("learners", Integer, nullable=False),
    Column("begun", Integer, doc="NULL where they were too few to be told"),
    Column("completed", Integer),
)

snapshot_groups = Table(
    "snapshot_groups",
    metadata,
    Column("snapshot_id", ForeignKey("snapshots.id", ondelete="CASCADE"), primary_key=True),
    Column("group_id", Id, primary_key=True, autoincrement=False),
    Column("name", String(60), nullable=False),
    Column("pupils", Integer, nullable=False),
)
"""How large each group was, whatever was meant for it."""

snapshot_shares = Table(
    "snapshot_shares",
    metadata,
    Column("snapshot_id", ForeignKey("snapshots.id", ondelete="CASCADE"), primary_key=True),
    Column("protocol", String(80), primary_key=True),
    Column("article", String(120), primary_key=True),
    Column("share", String(4), nullable=False, doc="counts.Share: a word, never a number"),
)

staff_reminders = Table(
    "staff_reminders",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(16), primary_key=True, doc="figures.staff_reminders.Kind"),
    Column("reminded_at", Instant, nullable=False),
    Column("reminded_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column(
        "version_id",
        ForeignKey("protocol_versions.id", ondelete="CASCADE"),
        doc="of the protocol that was asked about; NULL for the training",
    ),
)
"""The last of each kind. Who was reminded is not kept: it is who has not done it, for as long as that is so."""
