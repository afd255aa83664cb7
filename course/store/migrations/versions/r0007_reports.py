"""What readers say is wrong in the course.

Revision 0007 after 0006, 2026-11-28 20:12:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "reports",
        sa.Column("id", ID, nullable=False),
        sa.Column("board_id", ID, nullable=True),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_reports_board_id_boards"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index("ix_reports_board_id", "reports", ["board_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_index("ix_reports_board_id", table_name="reports")
    op.drop_table("reports")
