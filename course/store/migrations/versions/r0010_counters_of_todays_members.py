"""Counters of groups count today's members, each under the own year; they are made anew from the rows that they count.

What they said before was grown answer by answer, and stayed with the old group of who had moved or gone.

Revision 0010 after 0009, 2026-11-28 20:50:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IS_PUPIL_NOW = "m.role = 'pupil' AND m.until_on IS NULL"


def upgrade() -> None:
    """Go up to this revision."""
    op.drop_table("group_progress")
    _create(year_group=True)
    op.create_table(
        "group_sizes",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("year_group", sa.String(2), nullable=False),
        sa.Column("pupils", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_sizes_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "year_group", name=op.f("pk_group_sizes")),
    )
    op.execute(
        "INSERT INTO group_sizes (group_id, year_group, pupils)"
        " SELECT m.group_id, coalesce(p.year_group, ''), count(*) FROM memberships m"
        f" JOIN persons p ON p.id = m.person_id WHERE {IS_PUPIL_NOW}"  # noqa: S608
        " GROUP BY m.group_id, coalesce(p.year_group, '')"
    )
    op.execute(
        "INSERT INTO group_progress (group_id, module, year_group, begun, completed)"
        " SELECT m.group_id, q.module, coalesce(p.year_group, ''), count(*), count(q.completed_at) FROM memberships m"
        " JOIN persons p ON p.id = m.person_id JOIN progress q ON q.person_id = p.id"
        f" WHERE {IS_PUPIL_NOW} GROUP BY m.group_id, q.module, coalesce(p.year_group, '')"  # noqa: S608
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("group_sizes")
    op.drop_table("group_progress")
    _create(year_group=False)
    op.execute(
        "INSERT INTO group_progress (group_id, module, begun, completed)"
        " SELECT m.group_id, q.module, count(*), count(q.completed_at) FROM memberships m"
        f" JOIN progress q ON q.person_id = m.person_id WHERE {IS_PUPIL_NOW} GROUP BY m.group_id, q.module"  # noqa: S608
    )


def _create(*, year_group: bool) -> None:
    names = ["group_id", "module", *(["year_group"] if year_group else [])]
    op.create_table(
        "group_progress",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("module", sa.String(80), nullable=False),
        *([sa.Column("year_group", sa.String(2), nullable=False)] if year_group else []),
        sa.Column("begun", sa.Integer(), server_default="0", nullable=False),
        sa.Column("completed", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_progress_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(*names, name=op.f("pk_group_progress")),
    )
