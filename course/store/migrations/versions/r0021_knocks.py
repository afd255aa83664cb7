"""Pupils who forgot what opens the door ask their teacher to let them in.

Revision 0021 after 0020, 2026-11-29 01:55:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "knocks",
        sa.Column("id", ID, nullable=False),
        sa.Column("class_session_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("picture", sa.String(16), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["class_session_id"],
            ["class_sessions.id"],
            name=op.f("fk_knocks_class_session_id_class_sessions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_knocks_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knocks")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_knocks_token_hash")),
    )
    op.create_index(op.f("ix_knocks_class_session_id"), "knocks", ["class_session_id"])
    op.create_index(op.f("ix_knocks_person_id"), "knocks", ["person_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("knocks")
