"""What a school's rosters are like, and what a waiting one has to be told of and how far it is.

Revision 0015 after 0014, 2026-11-28 23:05:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "roster_settings",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("columns", sa.Text(), server_default="{}", nullable=False),
        sa.Column("school_key", sa.String(120), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_roster_settings_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_roster_settings")),
    )
    op.add_column("roster_imports", sa.Column("problems", sa.Text(), server_default="[]", nullable=False))
    op.add_column("roster_imports", sa.Column("done", sa.Integer(), server_default="0", nullable=False))
    op.add_column("roster_imports", sa.Column("everybody", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("roster_imports") as table:
        for name in ("everybody", "done", "problems"):
            table.drop_column(name)
    op.drop_table("roster_settings")
