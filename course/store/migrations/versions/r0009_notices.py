"""A screen can be told something: that the same pupil is in elsewhere, or that an own password comes first.

Revision 0009 after 0008, 2026-11-28 20:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("sign_ins", sa.Column("notice", sa.String(16), server_default="", nullable=False))


def downgrade() -> None:
    """Go back to the revision before; the statement is the same on both, and makes no table anew."""
    op.execute("ALTER TABLE sign_ins DROP COLUMN notice")
