"""Contacts of schools: whom one can turn to there.

Revision 0019 after 0018, 2026-11-29 01:45:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "school_contacts",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("phone", sa.String(40), server_default="", nullable=False),
        sa.Column("email", sa.String(254), server_default="", nullable=False),
        sa.Column("when_where", sa.String(120), server_default="", nullable=False),
        sa.Column("for_pupils", sa.Boolean(), nullable=False),
        sa.Column("for_parents", sa.Boolean(), nullable=False),
        sa.Column("for_staff", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["schools.id"],
            name=op.f("fk_school_contacts_school_id_schools"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_contacts")),
    )
    op.create_index(op.f("ix_school_contacts_school_id"), "school_contacts", ["school_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("school_contacts")
