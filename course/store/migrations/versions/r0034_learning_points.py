"""Learning points that staff took up for their own development, for the own eyes alone unless shared.

Revision 0034 after 0033, 2026-11-29 10:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "learning_points",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("article", sa.String(80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), server_default="", nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_with", ID),
        sa.Column("shared_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_learning_points_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["shared_with"], ["schools.id"], name=op.f("fk_learning_points_shared_with_schools"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning_points")),
    )
    op.create_index(op.f("ix_learning_points_person_id"), "learning_points", ["person_id"])
    op.create_index(op.f("ix_learning_points_shared_with"), "learning_points", ["shared_with"])


def downgrade() -> None:
    """Go back to the revision before; the points are lost, for there they have no place."""
    op.drop_table("learning_points")
