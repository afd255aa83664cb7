"""The tables of a school's own rules. Versions and the log of a draft are only ever added to; nothing here changes a word.

`adoptions`, which version a school goes by from which day, stands in `people.tables`: every request reads it.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from course.store.metadata import Id, Instant, metadata

protocol_versions = Table(
    "protocol_versions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), index=True, doc="empty: the board's"),
    Column("slug", String(60), nullable=False, doc="which protocol this is a version of"),
    Column("name", String(120), nullable=False),
    Column("number", Integer, nullable=False, doc="1 for the first of this owner and slug"),
    Column("text", Text, nullable=False, doc="the protocol file; never changes"),
    Column("key", String(80), nullable=False, doc="slug~hash of the text: what the library knows it by"),
    Column("kind", String(8), nullable=False, doc="major or minor"),
    Column("origin", String(8), nullable=False, doc="draft, file or shipped"),
    Column("based_on", ForeignKey("protocol_versions.id"), index=True),
    Column(
        "rulebook", String(12), nullable=False, doc="reference of the rules with it, when it was published"
    ),
    Column("adopted_by", String(120), nullable=False, server_default="", doc="name of the body"),
    Column("consent_on", Date, doc="when the participation council consented"),
    Column("review_on", Date, doc="when it is to be looked at again"),
    Column("published_at", Instant, nullable=False),
    Column("published_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Index("ix_protocol_versions_key", "key"),
)
Index(
    "uq_protocol_versions_of_school",
    protocol_versions.c.school_id,
    protocol_versions.c.slug,
    protocol_versions.c.number,
    unique=True,
    sqlite_where=protocol_versions.c.school_id.is_not(None),
    postgresql_where=protocol_versions.c.school_id.is_not(None),
)
Index(
    "uq_protocol_versions_of_board",
    protocol_versions.c.board_id,
    protocol_versions.c.slug,
    protocol_versions.c.number,
    unique=True,
    sqlite_where=protocol_versions.c.school_id.is_(None),
    postgresql_where=protocol_versions.c.school_id.is_(None),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), index=True, doc="empty: the board's"),
    Column("slug", String(60), nullable=False),
    Column("based_on", ForeignKey("protocol_versions.id"), index=True, doc="the own version that it changes"),
    Column(
        "origin_name", String(120), nullable=False, server_default="", doc="whose protocol was carried over"
    ),
    Column("start", Text, nullable=False, doc="the protocol file that it began with"),
    Column("is_foreign", Boolean, nullable=False, doc="whether all that it began with is another's"),
    Column("revision", Integer, nullable=False, server_default="0", doc="of the newest operation"),
    Column("begun_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("begun_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("version_id", ForeignKey("protocol_versions.id"), index=True, doc="what it was published as"),
    Column("closed_at", Instant, doc="published, or put away"),
)

draft_operations = Table(
    "draft_operations",
    metadata,
    Column("draft_id", ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("at", Instant, nullable=False),
    Column("deed", String(8), nullable=False, doc="edit, undo or redo"),
    Column("operation", Text, doc="JSON of an edit"),
    Column("of", Integer, doc="the revision that is undone or redone"),
    Column("seen", Integer, nullable=False, doc="the revision of the page on which it was done"),
)

attestations = Table(
    "attestations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version_id", ForeignKey("protocol_versions.id"), nullable=False, index=True),
    Column("rulebook", String(12), nullable=False, doc="reference of the rules that were signed"),
    Column("signed_at", Instant, nullable=False),
    UniqueConstraint("person_id", "school_id", "version_id"),
)

public_links = Table(
    "public_links",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("token", String(24), nullable=False, doc="in the address; tells nothing of which school it is"),
    Column("made_at", Instant, nullable=False),
    Column("made_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    UniqueConstraint("token"),
)

rulebooks = Table(
    "rulebooks",
    metadata,
    Column("reference", String(12), primary_key=True, doc="as everything that is learned keeps it"),
    Column("key", String(80), nullable=False, doc="of the version, or id of the starting protocol"),
    Column("text", Text, nullable=False, doc="of a starting protocol, whose file changes; else empty"),
    Column("since", Instant, nullable=False),
)
