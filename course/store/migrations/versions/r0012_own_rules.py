"""A school's own rules: versions, from when a school goes by which, drafts with their log, and who signed.

Nothing of an existing installation changes: a school without an adoption goes by the starting protocol that it has.

Revision 0012 after 0011, 2026-11-28 22:10:00.000000.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "rulebooks",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_rulebooks")),
    )
    op.create_table(
        "protocol_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("board_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("origin", sa.String(length=8), nullable=False),
        sa.Column("based_on", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("rulebook", sa.String(length=12), nullable=False),
        sa.Column("adopted_by", sa.String(length=120), server_default="", nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["based_on"],
            ["protocol_versions.id"],
            name=op.f("fk_protocol_versions_based_on_protocol_versions"),
        ),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_protocol_versions_board_id_boards"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["published_by"],
            ["persons.id"],
            name=op.f("fk_protocol_versions_published_by_persons"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["schools.id"],
            name=op.f("fk_protocol_versions_school_id_schools"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protocol_versions")),
    )
    with op.batch_alter_table("protocol_versions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_protocol_versions_based_on"), ["based_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_protocol_versions_board_id"), ["board_id"], unique=False)
        batch_op.create_index("ix_protocol_versions_key", ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_protocol_versions_published_by"), ["published_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_protocol_versions_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            "uq_protocol_versions_of_board",
            ["board_id", "slug", "number"],
            unique=True,
            sqlite_where=sa.text("school_id IS NULL"),
            postgresql_where=sa.text("school_id IS NULL"),
        )
        batch_op.create_index(
            "uq_protocol_versions_of_school",
            ["school_id", "slug", "number"],
            unique=True,
            sqlite_where=sa.text("school_id IS NOT NULL"),
            postgresql_where=sa.text("school_id IS NOT NULL"),
        )

    op.create_table(
        "adoptions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("protocol", sa.String(length=80), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name=op.f("fk_adoptions_decided_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_adoptions_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["protocol_versions.id"], name=op.f("fk_adoptions_version_id_protocol_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adoptions")),
    )
    with op.batch_alter_table("adoptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_adoptions_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index("ix_adoptions_school_from", ["school_id", "from_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_adoptions_version_id"), ["version_id"], unique=False)

    op.create_table(
        "attestations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rulebook", sa.String(length=12), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_attestations_person_id_persons"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_attestations_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["protocol_versions.id"],
            name=op.f("fk_attestations_version_id_protocol_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attestations")),
        sa.UniqueConstraint(
            "person_id",
            "school_id",
            "version_id",
            name=op.f("uq_attestations_person_id_school_id_version_id"),
        ),
    )
    with op.batch_alter_table("attestations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attestations_school_id"), ["school_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attestations_version_id"), ["version_id"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("board_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("based_on", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("origin_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("is_foreign", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("begun_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["based_on"], ["protocol_versions.id"], name=op.f("fk_drafts_based_on_protocol_versions")
        ),
        sa.ForeignKeyConstraint(
            ["begun_by"], ["persons.id"], name=op.f("fk_drafts_begun_by_persons"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_drafts_board_id_boards"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name=op.f("fk_drafts_school_id_schools"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["protocol_versions.id"], name=op.f("fk_drafts_version_id_protocol_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_based_on"), ["based_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_begun_by"), ["begun_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_board_id"), ["board_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_school_id"), ["school_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_version_id"), ["version_id"], unique=False)

    op.create_table(
        "draft_operations",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deed", sa.String(length=8), nullable=False),
        sa.Column("operation", sa.Text(), nullable=True),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["drafts.id"], name=op.f("fk_draft_operations_draft_id_drafts"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["persons.id"],
            name=op.f("fk_draft_operations_person_id_persons"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("draft_id", "revision", name=op.f("pk_draft_operations")),
    )
    with op.batch_alter_table("draft_operations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_operations_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("draft_operations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_operations_person_id"))

    op.drop_table("draft_operations")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drafts_version_id"))
        batch_op.drop_index(batch_op.f("ix_drafts_school_id"))
        batch_op.drop_index(batch_op.f("ix_drafts_board_id"))
        batch_op.drop_index(batch_op.f("ix_drafts_begun_by"))
        batch_op.drop_index(batch_op.f("ix_drafts_based_on"))

    op.drop_table("drafts")
    with op.batch_alter_table("attestations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attestations_version_id"))
        batch_op.drop_index(batch_op.f("ix_attestations_school_id"))

    op.drop_table("attestations")
    with op.batch_alter_table("adoptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_adoptions_version_id"))
        batch_op.drop_index("ix_adoptions_school_from")
        batch_op.drop_index(batch_op.f("ix_adoptions_decided_by"))

    op.drop_table("adoptions")
    with op.batch_alter_table("protocol_versions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_protocol_versions_of_school",
            sqlite_where=sa.text("school_id IS NOT NULL"),
            postgresql_where=sa.text("school_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "uq_protocol_versions_of_board",
            sqlite_where=sa.text("school_id IS NULL"),
            postgresql_where=sa.text("school_id IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_protocol_versions_school_id"))
        batch_op.drop_index(batch_op.f("ix_protocol_versions_published_by"))
        batch_op.drop_index("ix_protocol_versions_key")
        batch_op.drop_index(batch_op.f("ix_protocol_versions_board_id"))
        batch_op.drop_index(batch_op.f("ix_protocol_versions_based_on"))

    op.drop_table("protocol_versions")
    op.drop_table("rulebooks")
