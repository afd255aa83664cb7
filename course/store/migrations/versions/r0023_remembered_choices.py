"""What later-cards ask about the story is kept with the run until the last of them.

Revision 0023 after 0022, 2026-11-29 02:15:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("runs", sa.Column("remembered", sa.Text(), server_default="[]", nullable=False))
    something = sa.text("remembered <> '[]'")
    op.create_index(
        "ix_runs_remembered",
        "runs",
        ["completed_at"],
        sqlite_where=something,
        postgresql_where=something,
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_index("ix_runs_remembered", "runs")
    op.drop_column("runs", "remembered")
