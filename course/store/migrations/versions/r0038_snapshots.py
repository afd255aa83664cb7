"""The figures of each school as they stood at the end of each month.

Revision 0038 after 0037, 2026-11-29 10:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "snapshots",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("month_on", sa.Date(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_snapshots_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
        sa.UniqueConstraint("school_id", "month_on", name=op.f("uq_snapshots_school_id_month_on")),
    )
    op.create_table(
        "snapshot_counts",
        sa.Column("snapshot_id", ID, nullable=False),
        sa.Column("audience", sa.String(length=8), nullable=False),
        sa.Column("group_id", ID, autoincrement=False, nullable=False),
        sa.Column("module", sa.String(length=80), nullable=False),
        sa.Column("group_name", sa.String(length=60), server_default="", nullable=False),
        sa.Column("learners", sa.Integer(), nullable=False),
        sa.Column("begun", sa.Integer()),
        sa.Column("completed", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["snapshots.id"],
            name=op.f("fk_snapshot_counts_snapshot_id_snapshots"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "snapshot_id", "audience", "group_id", "module", name=op.f("pk_snapshot_counts")
        ),
    )
    op.create_table(
        "snapshot_shares",
        sa.Column("snapshot_id", ID, nullable=False),
        sa.Column("protocol", sa.String(length=80), nullable=False),
        sa.Column("article", sa.String(length=120), nullable=False),
        sa.Column("share", sa.String(length=4), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["snapshots.id"],
            name=op.f("fk_snapshot_shares_snapshot_id_snapshots"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("snapshot_id", "protocol", "article", name=op.f("pk_snapshot_shares")),
    )


def downgrade() -> None:
    """Go back to the revision before; what was written down is lost, for there it has no place."""
    op.drop_table("snapshot_shares")
    op.drop_table("snapshot_counts")
    op.drop_table("snapshots")
