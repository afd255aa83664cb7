"""Channels of schools, what was done with them, and whether the director confirmed it.

Of kom Leren's goals, those that count what is logged for a purpose say which.

Revision 0028 after 0027, 2026-11-29 07:30:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PURPOSES = (("profile", 1), ("parents", 2), ("teaching", 3))


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "channels",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("for_whom", sa.String(20), nullable=False),
        sa.Column("address", sa.String(500), server_default="", nullable=False),
        sa.Column("kept_by", ID),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_channels_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["kept_by"], ["persons.id"], name=op.f("fk_channels_kept_by_persons"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channels")),
    )
    op.create_index(op.f("ix_channels_school_id"), "channels", ["school_id"])
    with op.batch_alter_table("evidence") as batch:
        batch.add_column(sa.Column("channel_id", ID))
        batch.add_column(sa.Column("purpose", sa.String(20), server_default="", nullable=False))
        batch.add_column(sa.Column("link", sa.String(500), server_default="", nullable=False))
        batch.add_column(sa.Column("confirmed_at", sa.DateTime(timezone=True)))
        batch.add_column(sa.Column("asked", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("asked_at", sa.DateTime(timezone=True)))
        batch.add_column(sa.Column("reply", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("reviewed_by", ID))
        batch.create_foreign_key(
            op.f("fk_evidence_channel_id_channels"), "channels", ["channel_id"], ["id"], ondelete="SET NULL"
        )
        batch.create_foreign_key(
            op.f("fk_evidence_reviewed_by_persons"), "persons", ["reviewed_by"], ["id"], ondelete="SET NULL"
        )
    op.add_column("board_goals", sa.Column("purpose", sa.String(20), server_default="", nullable=False))
    for purpose, number in PURPOSES:
        op.execute(
            sa.text("UPDATE board_goals SET purpose = :purpose WHERE goal = :goal").bindparams(
                purpose=purpose, goal=f"kom-leren:doelstellingen.{number}"
            )
        )


def downgrade() -> None:
    """Go back to the revision before; what stands under no goal is lost, for there it has no place."""
    op.drop_column("board_goals", "purpose")
    op.execute(sa.text("DELETE FROM evidence WHERE goal = ''"))
    with op.batch_alter_table("evidence") as batch:
        batch.drop_constraint(op.f("fk_evidence_channel_id_channels"), type_="foreignkey")
        batch.drop_constraint(op.f("fk_evidence_reviewed_by_persons"), type_="foreignkey")
        for name in (
            "channel_id", "purpose", "link", "confirmed_at", "asked", "asked_at", "reply", "reviewed_by",
        ):  # fmt: skip
            batch.drop_column(name)
    op.drop_table("channels")
