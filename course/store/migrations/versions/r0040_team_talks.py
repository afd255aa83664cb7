"""How many were at a talk with the team; step a of kom Leren's set, where adopted, counts such talks from now on.

Revision 0040 after 0039, 2026-11-29 11:48:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

BOARD_GOALS = sa.table("board_goals", sa.column("goal", sa.String), sa.column("purpose", sa.String))


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("evidence", sa.Column("people", sa.Integer()))
    asks = BOARD_GOALS.update().where(
        BOARD_GOALS.c.goal == "kom-leren-stappen:stap.a", BOARD_GOALS.c.purpose == ""
    )
    op.execute(asks.values(purpose="team-talk"))


def downgrade() -> None:
    """Go back to the revision before; an older program knows no such purpose."""
    op.execute(BOARD_GOALS.update().where(BOARD_GOALS.c.purpose == "team-talk").values(purpose=""))
    op.execute("DELETE FROM evidence WHERE purpose = 'team-talk'")
    with op.batch_alter_table("evidence") as batch:
        batch.drop_column("people")
