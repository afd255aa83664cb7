"""The tables of second factors, and of what is asked of a browser and has to come back once."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from course.people import tables as _people  # noqa: F401 - declares the tables that these point at
from course.store.metadata import Id, Instant, metadata

authenticators = Table(
    "authenticators",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("sealed", String(255), nullable=False, doc="the shared secret, under the installation's key"),
    Column("confirmed_at", Instant, doc="empty while nobody has shown that the app knows it"),
    Column(
        "last_step", Integer, nullable=False, doc="time step of the newest code taken: none is taken twice"
    ),
    Column("created_at", Instant, nullable=False),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code_hash", String(255), nullable=False, doc="Argon2id; the row goes with its use"),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("credential_id", Text, nullable=False, unique=True, doc="base64url, as the browser names it"),
    Column("public_key", Text, nullable=False, doc="COSE, base64url"),
    Column("user_handle", String(86), nullable=False, doc="by chance: tells a browser of nobody"),
    Column("sign_count", Id, nullable=False),
    Column("name", String(60), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("used_at", Instant),
)

challenges = Table(
    "challenges",
    metadata,
    Column("token_hash", String(64), primary_key=True, doc="SHA-256 of what the browser's cookie holds"),
    Column("purpose", String(16), nullable=False),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), index=True),
    Column("told", String(255), nullable=False, doc="what must come back, or what must still hold"),
    Column("expires_at", Instant, nullable=False, index=True),
)

sign_in_rules = Table(
    "sign_in_rules",
    metadata,
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "second_step_for", String(120), nullable=False, doc="roles that can't do without, parted by spaces"
    ),
)
