"""How long a board keeps its journal and the reports of what is wrong.

Revision 0041 after 0040, 2026-11-29 11:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "board_retention",
        sa.Column("board_id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_board_retention_board_id_boards"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "kind", name=op.f("pk_board_retention")),
    )


def downgrade() -> None:
    """Go back to the revision before: the program's own terms hold again."""
    op.drop_table("board_retention")
