"""When a director last reminded the team, and of what.

Revision 0043 after 0042, 2026-11-29 12:30:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "staff_reminders",
        sa.Column("school_id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_by", ID, nullable=True),
        sa.Column("version_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_staff_reminders_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reminded_by"],
            ["persons.id"],
            name=op.f("fk_staff_reminders_reminded_by_persons"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["protocol_versions.id"],
            name=op.f("fk_staff_reminders_version_id_protocol_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("school_id", "kind", name=op.f("pk_staff_reminders")),
    )
    op.create_index(op.f("ix_staff_reminders_reminded_by"), "staff_reminders", ["reminded_by"])


def downgrade() -> None:
    """Go back to the revision before: the team was never reminded, and such letters are not sent."""
    op.execute("DELETE FROM letters WHERE kind IN ('training', 'protocol')")
    op.drop_table("staff_reminders")
