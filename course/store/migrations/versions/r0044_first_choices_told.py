"""First choices of a scene are told in lots of which none gives away what a child in it chose.

Revision 0044 after 0043, 2026-11-29 14:45:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision: what was let out stays told as it was."""
    for name in ("told", "starters"):
        op.add_column("first_choices", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE first_choices SET told = released")


def downgrade() -> None:
    """Go back to the revision before: choices that nobody made leave no row."""
    op.execute('DELETE FROM first_choices WHERE "count" = 0')
    with op.batch_alter_table("first_choices") as table:
        table.drop_column("starters")
        table.drop_column("told")
