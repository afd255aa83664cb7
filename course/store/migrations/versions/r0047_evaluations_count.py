"""A frozen evaluation counts for the goal that asks for one, those of before too; a reminder names its school.

Goal 4 of kom Leren's set asks for an interim evaluation: where it was adopted, it counts what was frozen.

Revision 0047 after 0046, 2026-11-29 15:05:00.000000.
"""

from __future__ import annotations

from datetime import UTC

import sqlalchemy as sa
from alembic import op

from course.calendar import school_day

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
GOALS = sa.table("board_goals", sa.column("goal", sa.String), sa.column("purpose", sa.String))
FROZEN = sa.table(
    "evaluations", sa.column("school_id", ID), sa.column("school_year", sa.Integer), sa.column("frozen_at", MOMENT)
)
EVIDENCE = sa.table(
    "evidence",
    sa.column("school_id", ID),
    sa.column("goal", sa.String),
    sa.column("school_year", sa.Integer),
    sa.column("happened_on", sa.Date),
    sa.column("words", sa.Text),
    sa.column("noted_at", MOMENT),
    sa.column("purpose", sa.String),
)
WORDS = "De evaluatie is vastgelegd, met cijfers, afspraken en nieuwe doelen."


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("letters", sa.Column("school", sa.String(length=120), nullable=False, server_default=""))
    asks = GOALS.update().where(GOALS.c.goal == "kom-leren:doelstellingen.4", GOALS.c.purpose == "")
    op.execute(asks.values(purpose="evaluation"))
    rows = [
        {
            "school_id": row.school_id,
            "goal": "",
            "school_year": row.school_year,
            "happened_on": school_day(row.frozen_at if row.frozen_at.tzinfo else row.frozen_at.replace(tzinfo=UTC)),
            "words": WORDS,
            "noted_at": row.frozen_at,
            "purpose": "evaluation",
        }
        for row in op.get_bind().execute(sa.select(FROZEN).where(FROZEN.c.frozen_at.is_not(None)))
    ]
    if rows:
        op.bulk_insert(EVIDENCE, rows)


def downgrade() -> None:
    """Go back to the revision before; an older program knows no such purpose."""
    op.execute(GOALS.update().where(GOALS.c.purpose == "evaluation").values(purpose=""))
    op.execute(EVIDENCE.delete().where(EVIDENCE.c.purpose == "evaluation"))
    with op.batch_alter_table("letters") as batch:
        batch.drop_column("school")
