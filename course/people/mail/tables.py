"""Letters that are still to be sent. A link is made when its letter goes: nothing here opens anything."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from course.people import tables as _people  # noqa: F401 - declares the tables that this one points at
from course.store.metadata import Id, Instant, metadata

letters = Table(
    "letters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("address", String(254), nullable=False),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), index=True),
    Column("site", String(200), nullable=False, doc="address of the site, for links"),
    Column("locale", String(2), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False, index=True, doc="when it is tried next"),
    Column("tries", Integer, nullable=False),
    Column(
        "subject", String(200), nullable=False, server_default="", doc="of a letter that is written already"
    ),
    Column("body", Text, nullable=False, server_default=""),
    Column(
        "school",
        String(120),
        nullable=False,
        server_default="",
        doc="which one asks; of a reminder, as it was called then",
    ),
    Column(
        "stop_token", String(200), nullable=False, server_default="", doc="signed; stops the weekly letter"
    ),
)

weekly_letters = Table(
    "weekly_letters",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("asked_at", Instant, nullable=False),
    Column(
        "sent_week", String(8), nullable=False, server_default="", doc="the last of which it was put down"
    ),
)
"""Who asked for the letter of the week."""
