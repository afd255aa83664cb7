"""What was learned keeps its edition and rules, and no more of anybody's choices than going on needs.

How many lessons somebody completed is told by the runs, and who is stuck by the attempts, so neither is counted apart.
A lesson in which an ending was found is stood in at that ending, or begins again: what was chosen on the way is not kept.

Revision 0008 after 0007, 2026-11-28 19:30:00.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

UNDER = {
    "runs": ("rulebook", "completed_edition", "completed_rulebook"),
    "attempts": ("rulebook",),
    "marks": ("edition", "rulebook"),
    "progress": ("completed_edition", "completed_rulebook"),
    "later_answers": ("edition", "rulebook"),
}
"""New names of editions and rules; empty where they were not kept."""

LOOK_BACK = timedelta(days=7)
_RUNS = sa.table(
    "runs",
    *(sa.column(name) for name in ("person_id", "lesson", "number", "step", "path", "decided", "endings", "ending")),
)


def upgrade() -> None:
    """Go up to this revision."""
    for table, names in UNDER.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.String(length=12), server_default="", nullable=False))
    op.add_column("runs", sa.Column("ending", sa.String(length=80)))
    op.add_column("runs", sa.Column("sign_in", sa.String(length=64)))
    op.add_column("later_answers", sa.Column("sign_in", sa.String(length=64)))
    with op.batch_alter_table("later_answers") as later:
        later.alter_column("choice", existing_type=sa.String(length=80), nullable=True)
    for name in ("lessons_completed", "setbacks"):
        op.execute(f"ALTER TABLE progress DROP COLUMN {name}")
    op.create_index("ix_runs_sign_in", "runs", ["sign_in"])
    op.create_index("ix_later_answers_sign_in", "later_answers", ["sign_in"])
    going_on = sa.text("ending IS NULL")
    op.create_index(
        "ix_runs_going_on", "runs", ["started_at"], sqlite_where=going_on, postgresql_where=going_on
    )
    _let_go()


def _let_go() -> None:
    conn = op.get_bind()
    conn.execute(sa.text("UPDATE later_answers SET choice = NULL"))
    conn.execute(
        sa.text(
            "DELETE FROM marks WHERE attempt_id IN (SELECT id FROM attempts WHERE finished_at < :before)"
        ).bindparams(sa.bindparam("before", datetime.now(UTC) - LOOK_BACK, sa.DateTime(timezone=True)))
    )
    mine = (_RUNS.c.person_id == sa.bindparam("person"), _RUNS.c.lesson == sa.bindparam("in_lesson"))
    standing = sa.update(_RUNS).where(*mine).values(path="[]", decided="[]", ending=sa.bindparam("at"))
    anew = (
        sa.update(_RUNS)
        .where(*mine)
        .values(path="[]", decided="[]", number=_RUNS.c.number + 1, step=_RUNS.c.step + 1)
    )
    found_one = sa.select(_RUNS).where(_RUNS.c.endings.not_in(["{}", "[]"]))
    for row in conn.execute(found_one).all():
        found = json.loads(row.endings)
        steps = found if isinstance(found, dict) else {}
        at = next((ending for ending, step in steps.items() if step == row.step and row.path != "[]"), None)
        who = {"person": row.person_id, "in_lesson": row.lesson}
        conn.execute(*((standing, who | {"at": at}) if at else (anew, who)))


def downgrade() -> None:
    """Go back to the revision before; what was let go does not come back."""
    for name in ("ix_runs_going_on", "ix_runs_sign_in"):
        op.drop_index(name, "runs")
    op.drop_index("ix_later_answers_sign_in", "later_answers")
    for name in ("lessons_completed", "setbacks"):
        op.add_column("progress", sa.Column(name, sa.Integer(), server_default="0", nullable=False))
    op.execute("UPDATE later_answers SET choice = '' WHERE choice IS NULL")
    with op.batch_alter_table("later_answers") as later:
        later.alter_column("choice", existing_type=sa.String(length=80), nullable=False)
    op.execute("ALTER TABLE later_answers DROP COLUMN sign_in")
    op.execute("ALTER TABLE runs DROP COLUMN sign_in")
    op.execute("ALTER TABLE runs DROP COLUMN ending")
    for table, names in UNDER.items():
        for name in names:
            op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
