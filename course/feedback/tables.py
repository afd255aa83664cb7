"""The table of what readers say is wrong."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from course.store.metadata import Id, Instant, metadata

reports = Table(
    "reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), doc="empty where nobody was signed in"),
    Column(
        "about", String(200), nullable=False, doc="a place in the content, as course.feedback.places names it"
    ),
    Column("words", Text, nullable=False),
    Column("name", String(80), nullable=False, doc="what somebody wrote there; empty unless they did"),
    Column("reported_at", Instant, nullable=False),
    Index("ix_reports_board_id", "board_id"),
)
