"""The profile plan of a school, every saving a row of its own.

Revision 0032 after 0031, 2026-11-29 08:45:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "profile_plans",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Date()),
        sa.Column("kept_by", ID),
        sa.Column("saved_by", ID),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_profile_plans_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["kept_by"], ["persons.id"], name=op.f("fk_profile_plans_kept_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["saved_by"], ["persons.id"], name=op.f("fk_profile_plans_saved_by_persons"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_plans")),
        sa.UniqueConstraint("school_id", "school_year", "number", name=op.f("uq_profile_plans_school_id_school_year_number")),
    )


def downgrade() -> None:
    """Go back to the revision before; the plans are lost, for there they have no place."""
    op.drop_table("profile_plans")
