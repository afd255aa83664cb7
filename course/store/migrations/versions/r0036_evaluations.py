"""Evaluations of schools, which the database itself keeps as they were frozen.

Revision 0036 after 0035, 2026-11-29 08:45:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DRAFT = sa.text("frozen_at IS NULL")

SQLITE = (
    """CREATE TRIGGER evaluations_are_not_changed BEFORE UPDATE ON evaluations
       WHEN OLD.frozen_at IS NOT NULL OR NEW.id IS NOT OLD.id
       BEGIN SELECT RAISE(ABORT, 'a frozen evaluation is never changed'); END""",
    """CREATE TRIGGER evaluations_are_not_removed BEFORE DELETE ON evaluations
       WHEN OLD.frozen_at IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'a frozen evaluation is never removed'); END""",
    """CREATE TRIGGER evaluations_are_not_overwritten BEFORE INSERT ON evaluations
       WHEN EXISTS (SELECT 1 FROM evaluations WHERE id = NEW.id AND frozen_at IS NOT NULL)
       BEGIN SELECT RAISE(ABORT, 'a frozen evaluation is never changed'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION evaluations_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF OLD.frozen_at IS NOT NULL THEN
           RAISE EXCEPTION 'a frozen evaluation is never changed or removed';
         END IF;
         IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
         RETURN NEW;
       END $$""",
    """CREATE TRIGGER evaluations_are_kept BEFORE UPDATE OR DELETE ON evaluations
       FOR EACH ROW EXECUTE FUNCTION evaluations_are_kept()""",
)


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "evaluations",
        sa.Column("id", ID, nullable=False),
        sa.Column("school_id", ID, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("decisions", sa.Text(), server_default="", nullable=False),
        sa.Column("new_goals", sa.Text(), server_default="", nullable=False),
        sa.Column("figures", sa.Text(), server_default="", nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["school_id"], ["schools.id"], name=op.f("fk_evaluations_school_id_schools")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluations")),
    )
    op.create_index("ix_evaluations_school_id", "evaluations", ["school_id"])
    op.create_index(
        "uq_evaluations_draft",
        "evaluations",
        ["school_id"],
        unique=True,
        sqlite_where=DRAFT,
        postgresql_where=DRAFT,
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("evaluations")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION evaluations_are_kept()")
