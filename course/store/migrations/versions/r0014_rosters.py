"""Rosters: the key by which an administration knows a group, and a roster that waits for its yes.

Revision 0014 after 0013, 2026-11-28 22:20:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "group_keys",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(256), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_keys_group_id_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_group_keys_school_id_schools"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_keys")),
        sa.UniqueConstraint("school_id", "school_year", "key", name=op.f("uq_group_keys_school_id_school_year_key")),
    )
    op.create_table(
        "roster_imports",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("made_by", ID, nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("roster", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_roster_imports_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["persons.id"], name=op.f("fk_roster_imports_made_by_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_imports")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_roster_imports_school_id"), "roster_imports", ["school_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("roster_imports")
    op.drop_table("group_keys")
