"""The tables of learning records: where a board wants them, and what of them is still to be sent."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from course.people import tables as _people  # noqa: F401 - declares the tables that these point at
from course.store.metadata import Instant, metadata

record_stores = Table(
    "record_stores",
    metadata,
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("address", String(500), nullable=False, doc="of its xAPI, without a slash behind it"),
    Column("username", String(255), nullable=False),
    Column("sealed", Text, nullable=False, doc="the password, under the installation's key"),
    Column("is_on", Boolean, nullable=False),
    Column("since", Instant, nullable=False, doc="what was completed before is not told"),
)

statements = Table(
    "statements",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False),
    Column("completed_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False, doc="when it is tried next"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("sent_at", Instant, doc="NULL while it waits"),
    Column("given_up_at", Instant, doc="since when nobody tries any more"),
)
"""A row for each completion that was told or waits, so that none is told twice."""
