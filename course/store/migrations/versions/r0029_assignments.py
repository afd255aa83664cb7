"""What a teacher gave a group to do.

Revision 0029 after 0028, 2026-11-29 08:00:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "assignments",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("module", sa.String(80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_assignments_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "module", name=op.f("pk_assignments")),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("assignments")
