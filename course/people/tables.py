"""The tables of people. A pupil has a first name and pictures; only staff have an e-mail and a password."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from course.store.metadata import Id, Instant, metadata

boards = Table(
    "boards",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
)

schools = Table(
    "schools",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("protocol", String(60), nullable=False),
    Column("adopted_on", Date, nullable=False),
    UniqueConstraint("board_id", "name"),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("band", String(12), nullable=False),
    Column("school_year", Integer, nullable=False, doc="the year in which it starts, e.g. 2026"),
    UniqueConstraint("school_id", "school_year", "name"),
)

persons = Table(
    "persons",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), doc="empty for officers"),
    Column("role", String(12), nullable=False, doc="pupil, teacher, director or officer"),
    Column("name", String(80), nullable=False, doc="pupils: first name, with an initial on a clash"),
    Column("email", String(254), unique=True, doc="staff only, lower case"),
    Column(
        "secret_hash", String(255), nullable=False, server_default="", doc="Argon2id of password or pictures"
    ),
    Column("locale", String(2), nullable=False, server_default="nl"),
    Column("created_at", Instant, nullable=False),
    Index("ix_persons_school_role", "school_id", "role"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("role", String(12), nullable=False, doc="pupil or teacher in this group"),
    Index("ix_memberships_group_role", "group_id", "role"),
)

class_sessions = Table(
    "class_sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("opened_by", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(8), nullable=False, unique=True),
    Column("opened_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("closed_at", Instant),
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_hash", String(64), primary_key=True, doc="SHA-256 of the token in the cookie"),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("class_session_id", ForeignKey("class_sessions.id", ondelete="CASCADE"), index=True),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

rate_limits = Table(
    "rate_limits",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("hits", Integer, nullable=False),
    Column("not_before", Instant, nullable=False, doc="when the next try is taken"),
    Column("expires_at", Instant, nullable=False, index=True),
)
