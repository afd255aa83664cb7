"""The address at which parents read a school's rules without an account.

Revision 0016 after 0015, 2026-11-28 23:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "public_links",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("token", sa.String(24), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["persons.id"], name=op.f("fk_public_links_made_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_public_links_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_public_links")),
        sa.UniqueConstraint("token", name=op.f("uq_public_links_token")),
    )
    op.create_index(op.f("ix_public_links_made_by"), "public_links", ["made_by"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("public_links")
