"""Four words in place of pictures, from a year that a school chooses, or for a group.

Revision 0033 after 0032, 2026-11-29 10:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision: whoever has pictures keeps them until they are drawn anew."""
    op.add_column("groups", sa.Column("sign_in", sa.String(8), nullable=False, server_default=""))
    op.add_column(
        "sign_in_settings", sa.Column("words_from", sa.Integer(), nullable=False, server_default="11")
    )


def downgrade() -> None:
    """Go back to the revision before, which knows no words: who has them needs pictures again."""
    op.execute("DELETE FROM credentials WHERE kind = 'words'")
    op.drop_column("sign_in_settings", "words_from")
    op.drop_column("groups", "sign_in")
