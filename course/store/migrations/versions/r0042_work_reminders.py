"""When a group was reminded of what it was given, and by whom.

Revision 0042 after 0041, 2026-11-29 12:15:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "work_reminders",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("module", sa.String(80), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id", "module"],
            ["assignments.group_id", "assignments.module"],
            name=op.f("fk_work_reminders_group_id_module_assignments"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reminded_by"],
            ["persons.id"],
            name=op.f("fk_work_reminders_reminded_by_persons"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("group_id", "module", "reminded_at", name=op.f("pk_work_reminders")),
    )
    op.create_index(op.f("ix_work_reminders_reminded_by"), "work_reminders", ["reminded_by"])


def downgrade() -> None:
    """Go back to the revision before: nobody was reminded."""
    op.drop_table("work_reminders")
