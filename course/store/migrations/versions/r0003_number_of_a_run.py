"""The number of a run by its own name: the table called it a round, and everybody else a run.

Revision 0003 after 0002, 2026-11-26 18:45:12.204518.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.alter_column("runs", "round", new_column_name="number")


def downgrade() -> None:
    """Go back to the revision before."""
    op.alter_column("runs", "number", new_column_name="round")
