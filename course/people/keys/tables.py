"""The table of a board's own keys."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table, Text

from course.people import tables as _people  # noqa: F401 - declares the tables that this one points at
from course.store.metadata import Instant, metadata

board_keys = Table(
    "board_keys",
    metadata,
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("purpose", String(16), primary_key=True),
    Column("name", String(64), primary_key=True, doc="of the key; for one that signs, its thumbprint"),
    Column("sealed", Text, nullable=False, doc="under the installation's key"),
    Column("public", Text, nullable=False, doc="JSON of a JWK for who checks; empty for a secret"),
    Column("made_at", Instant, nullable=False),
)
