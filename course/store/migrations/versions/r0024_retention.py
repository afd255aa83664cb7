"""How long each school keeps what, where it is not as the program has it.

Revision 0024 after 0023, 2026-11-29 02:30:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "retention",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_retention_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", "kind", name=op.f("pk_retention")),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("retention")
