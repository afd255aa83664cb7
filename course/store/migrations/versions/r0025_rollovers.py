"""What a new school year changed, so that it can be undone, and the figures of the year that it closed.

Revision 0025 after 0024, 2026-11-29 02:25:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "rollovers",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("to_year", sa.Integer(), nullable=False),
        sa.Column("made_by", ID),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.Column("new_groups", sa.Text(), server_default="[]", nullable=False),
        sa.Column("figures", sa.Text(), server_default="[]", nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_rollovers_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["persons.id"], name=op.f("fk_rollovers_made_by_persons"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rollovers")),
    )
    op.create_index(op.f("ix_rollovers_school_id"), "rollovers", ["school_id"])
    op.create_index(op.f("ix_rollovers_made_by"), "rollovers", ["made_by"])
    op.create_table(
        "rollover_steps",
        sa.Column("rollover_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("year_before", sa.String(2)),
        sa.Column("left_ids", sa.Text(), server_default="[]", nullable=False),
        sa.Column("joined_id", ID),
        sa.Column("role_id", ID),
        sa.ForeignKeyConstraint(
            ["rollover_id"],
            ["rollovers.id"],
            name=op.f("fk_rollover_steps_rollover_id_rollovers"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_rollover_steps_person_id_persons"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("rollover_id", "person_id", name=op.f("pk_rollover_steps")),
    )
    op.create_index(op.f("ix_rollover_steps_person_id"), "rollover_steps", ["person_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("rollover_steps")
    op.drop_table("rollovers")
