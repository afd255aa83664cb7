"""A second step of signing in: apps, recovery codes, passkeys, and what is asked once; devices of sign-ins.

Revision 0020 after 0019, 2026-11-29 01:45:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go up to this revision."""
    op.add_column("sign_ins", sa.Column("device", sa.String(60), server_default="", nullable=False))
    op.add_column("sign_ins", sa.Column("confirmed_at", MOMENT))
    op.create_table(
        "authenticators",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("sealed", sa.String(255), nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _person("authenticators"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_authenticators")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("code_hash", sa.String(255), nullable=False),
        _person("recovery_codes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
    )
    op.create_index(op.f("ix_recovery_codes_person_id"), "recovery_codes", ["person_id"])
    op.create_table(
        "passkeys",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("user_handle", sa.String(86), nullable=False),
        sa.Column("sign_count", ID, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        _person("passkeys"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkeys")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkeys_credential_id")),
    )
    op.create_index(op.f("ix_passkeys_person_id"), "passkeys", ["person_id"])
    op.create_table(
        "challenges",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("person_id", ID),
        sa.Column("told", sa.String(255), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        _person("challenges"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_challenges")),
    )
    op.create_index(op.f("ix_challenges_person_id"), "challenges", ["person_id"])
    op.create_index(op.f("ix_challenges_expires_at"), "challenges", ["expires_at"])
    op.create_table(
        "sign_in_rules",
        sa.Column("board_id", ID, nullable=False),
        sa.Column("second_step_for", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_sign_in_rules_board_id_boards"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_sign_in_rules")),
    )


def _person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_id"], ["persons.id"], name=op.f(f"fk_{table}_person_id_persons"), ondelete="CASCADE"
    )


def downgrade() -> None:
    """Go back to the revision before; the statements are the same on both, and make no table anew."""
    for table in ("sign_in_rules", "challenges", "passkeys", "recovery_codes", "authenticators"):
        op.drop_table(table)
    op.execute("ALTER TABLE sign_ins DROP COLUMN confirmed_at")
    op.execute("ALTER TABLE sign_ins DROP COLUMN device")
