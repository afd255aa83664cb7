"""Who asked for the letter of the week, and letters that are written when they are put down.

Revision 0039 after 0038, 2026-11-29 11:15:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "weekly_letters",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_week", sa.String(length=8), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_weekly_letters_person_id_persons"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_weekly_letters")),
    )
    with op.batch_alter_table("letters") as batch:
        batch.add_column(sa.Column("subject", sa.String(length=200), server_default="", nullable=False))
        batch.add_column(sa.Column("body", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("stop_token", sa.String(length=200), server_default="", nullable=False))


def downgrade() -> None:
    """Go back to the revision before; who asked for the letter is forgotten, and such letters are not sent."""
    op.execute("DELETE FROM letters WHERE kind = 'weekly'")
    with op.batch_alter_table("letters") as batch:
        batch.drop_column("stop_token")
        batch.drop_column("body")
        batch.drop_column("subject")
    op.drop_table("weekly_letters")
