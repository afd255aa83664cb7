"""Providers of accounts elsewhere, and who is who there.

Revision 0031 after 0030, 2026-11-29 07:40:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "sign_on_providers",
        sa.Column("id", ID, nullable=False),
        sa.Column("board_id", ID, nullable=False),
        _text("name", 60),
        _text("issuer", 255),
        _text("client_id", 255),
        sa.Column("sealed", sa.Text(), nullable=False),
        _text("scopes", 255),
        _text("subject_claim", 60),
        _text("second_step", 16),
        _text("second_claim", 60),
        _text("second_values", 255),
        _text("authorize_at", 500),
        _text("token_at", 500),
        _text("keys_at", 500),
        _text("token_method", 30),
        sa.Column("looked_up_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"],
            ["boards.id"],
            name=op.f("fk_sign_on_providers_board_id_boards"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_on_providers")),
        sa.UniqueConstraint(
            "board_id", "issuer", "client_id", name=op.f("uq_sign_on_providers_board_id_issuer_client_id")
        ),
        sa.UniqueConstraint("board_id", "name", name=op.f("uq_sign_on_providers_board_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sign_on_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        _text("subject", 255),
        sa.Column("linked_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_sign_on_links_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["sign_on_providers.id"],
            name=op.f("fk_sign_on_links_provider_id_sign_on_providers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_on_links")),
        sa.UniqueConstraint(
            "provider_id", "person_id", name=op.f("uq_sign_on_links_provider_id_person_id")
        ),
        sa.UniqueConstraint("provider_id", "subject", name=op.f("uq_sign_on_links_provider_id_subject")),
    )
    op.create_index(op.f("ix_sign_on_links_person_id"), "sign_on_links", ["person_id"])


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("sign_on_links")
    op.drop_table("sign_on_providers")
