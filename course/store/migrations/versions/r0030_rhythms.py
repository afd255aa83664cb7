"""A goal can ask for a rhythm in school weeks, and a school lies in a region of school holidays.

Goals that boards have ask for none: whether once is enough stays as they set it.

Revision 0030 after 0029, 2026-11-29 08:10:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("schools", sa.Column("region", sa.String(10), server_default="midden", nullable=False))
    op.add_column("board_goals", sa.Column("rhythm", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_column("board_goals", "rhythm")
    op.drop_column("schools", "region")
