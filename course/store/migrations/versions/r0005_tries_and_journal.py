"""Tries wait instead of being refused, and a journal keeps who came in and who did not.

Revision 0005 after 0004, 2026-11-28 19:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

SQLITE = (
    """CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END""",
    """CREATE TRIGGER journal_keeps_the_newest BEFORE DELETE ON journal
       WHEN OLD.at >= datetime('now', '-30 days')
       BEGIN SELECT RAISE(ABORT, 'the journal keeps what is younger than thirty days'); END""",
    """CREATE TRIGGER journal_is_not_overwritten BEFORE INSERT ON journal
       WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION journal_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'DELETE' AND OLD.at < now() - interval '30 days' THEN RETURN OLD; END IF;
         RAISE EXCEPTION 'the journal is never changed, and keeps what is younger than thirty days';
       END $$""",
    """CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON journal
       FOR EACH ROW EXECUTE FUNCTION journal_is_kept()""",
)


def upgrade() -> None:
    """Go up to this revision; counts of tries are over within hours, and begin anew in their new meaning."""
    op.execute("DELETE FROM rate_limits")
    op.add_column(
        "rate_limits",
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False, server_default="2026-01-01 00:00:00"),
    )
    with op.batch_alter_table("rate_limits") as batch:
        batch.alter_column("not_before", server_default=None)
    op.create_table(
        "journal",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(24), nullable=False),
        sa.Column("person_id", ID),
        sa.Column("about_id", ID),
        sa.Column("board_id", ID),
        sa.Column("school_id", ID),
        sa.Column("group_id", ID),
        sa.Column("place", sa.String(64), server_default="", nullable=False),
        sa.Column("detail", sa.String(40), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_at"), "journal", ["at"])
    op.create_index("ix_journal_person_id", "journal", ["person_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("journal")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION journal_is_kept()")
    with op.batch_alter_table("rate_limits") as batch:
        batch.drop_column("not_before")
