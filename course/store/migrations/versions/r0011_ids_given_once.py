"""SQLite gives no id again that it gave before: the journal keeps ids, and outlives whom it tells of.

It used to give the highest one anew once its row was gone, so that what the journal told of an erased person was read as
somebody else's. Numbers begin above all that the journal names. PostgreSQL counts with sequences, which never go back.

Revision 0011 after 0010, 2026-11-28 22:05:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TOLD = {
    "boards": ("board_id",),
    "schools": ("school_id",),
    "groups": ("group_id",),
    "persons": ("person_id", "about_id"),
}
"""By which columns the journal names the rows of a table."""


def upgrade() -> None:
    """Go up to this revision."""
    conn = op.get_bind()
    if conn.dialect.name != "sqlite":
        return
    for table, columns in TOLD.items():
        _make_anew(table, counts_on=True)
        told = [conn.execute(sa.text(f"SELECT max({name}) FROM journal")).scalar() or 0 for name in columns]  # noqa: S608
        present = conn.execute(sa.text(f"SELECT max(id) FROM {table}")).scalar() or 0  # noqa: S608
        conn.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
        conn.execute(
            sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"),
            {"name": table, "seq": max(present, *told)},
        )


def downgrade() -> None:
    """Go back to the revision before."""
    if op.get_bind().dialect.name == "sqlite":
        for table in TOLD:
            _make_anew(table, counts_on=False)


def _make_anew(table: str, *, counts_on: bool) -> None:
    """SQLite can't alter how a table counts: its rows are moved to another, which takes its name."""
    with op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_autoincrement": counts_on}
    ):
        pass
