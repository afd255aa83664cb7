"""Cards with a QR code: found by their hash, also at home where a school allows it, and opening nothing but the course.

Revision 0018 after 0017, 2026-11-29 01:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "sign_in_settings",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("at_home", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["schools.id"],
            name=op.f("fk_sign_in_settings_school_id_schools"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("school_id", name=op.f("pk_sign_in_settings")),
    )
    op.add_column(
        "sign_ins", sa.Column("pupil_only", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.execute("UPDATE sign_ins SET pupil_only = true WHERE class_session_id IS NOT NULL")
    op.create_index(
        "uq_credentials_card",
        "credentials",
        ["secret_hash"],
        unique=True,
        sqlite_where=sa.text("kind = 'card'"),
        postgresql_where=sa.text("kind = 'card'"),
    )


def downgrade() -> None:
    """Go back to the revision before; cards no longer work."""
    op.drop_index("uq_credentials_card", table_name="credentials")
    op.execute("DELETE FROM credentials WHERE kind = 'card'")
    op.drop_column("sign_ins", "pupil_only")
    op.drop_table("sign_in_settings")
