"""What has been released of a group's first choices.

Revision 0002 after 0001, 2026-11-26 17:20:04.318207.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    with op.batch_alter_table("first_choices") as table:
        table.add_column(sa.Column("released", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("first_choices") as table:
        table.drop_column("released")
