"""What parents played to the end, without an account.

Revision 0027 after 0026, 2026-11-29 01:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "plays",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("module", sa.String(80), nullable=False),
        sa.Column("mark", sa.String(22), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_plays_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", "school_year", "module", "mark", name=op.f("pk_plays")),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("plays")
