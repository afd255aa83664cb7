"""Nobody has a face that was drawn by lot: it would say who looks like what, and two would share one.

Revision 0004 after 0003, 2026-11-26 18:58:40.512006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision; the statement is the same on both, and makes no table anew."""
    op.execute("ALTER TABLE persons DROP COLUMN avatar")


def downgrade() -> None:
    """Go back to the revision before."""
    op.add_column("persons", sa.Column("avatar", sa.String(length=40), server_default="", nullable=False))
