"""The tables of goals: what a board asks of its schools in a school year, the channels of schools, and what they noted."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from course.store.metadata import Id, Instant, metadata

board_goals = Table(
    "board_goals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False),
    Column("school_year", Integer, nullable=False, doc="the year in which it starts, e.g. 2026"),
    Column("goal", String(80), nullable=False, doc="evidence is noted under it; the same in every year"),
    Column("place", Integer, nullable=False, doc="the number by which people call it in this year"),
    Column(
        "goal_set", String(60), nullable=False, server_default="", doc="adopted from; none for an own goal"
    ),
    Column(
        "protocol", String(60), nullable=False, server_default="", doc="whose article sets it, if any does"
    ),
    Column("article", String(80), nullable=False, server_default=""),
    Column("words_nl", Text, nullable=False),
    Column("words_en", Text, nullable=False, server_default="", doc="empty: as in Dutch"),
    Column("explanation_nl", Text, nullable=False, server_default=""),
    Column("explanation_en", Text, nullable=False, server_default=""),
    Column("month", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("measure", String(40), nullable=False),
    Column("target", Integer, nullable=False),
    Column("rhythm", Integer, nullable=False, server_default="0", doc="school weeks; 0: once is enough"),
    Column("purpose", String(20), nullable=False, server_default="", doc="what is logged for it counts too"),
    Column(
        "revision", Integer, nullable=False, doc="grows with every change, so that an older page is known"
    ),
    Column("changed_by", ForeignKey("persons.id", ondelete="SET NULL")),
    Column("changed_at", Instant),
    Column("taken_out_at", Instant, doc="undo keeps the row"),
    UniqueConstraint("board_id", "school_year", "goal"),
)

kept_goals = Table(
    "kept_goals",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("school_year", Integer, primary_key=True, autoincrement=False),
    Column("goal", String(80), primary_key=True),
    Column("place", Integer, nullable=False, doc="the number by which people called it"),
    Column("words_nl", Text, nullable=False),
    Column("words_en", Text, nullable=False),
    Column("progress", String(12), nullable=False, doc="one of course.goals.pages.Progress"),
    Column("counted", Integer, nullable=False, doc="of `target`"),
    Column("target", Integer, nullable=False),
    Column("taken_on", Date, nullable=False),
)
"""How a school stood with the goals of a year at its end; points at no evidence and at nobody."""

channels = Table(
    "channels",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("kind", String(20), nullable=False, doc="one of course.goals.channels.Kind"),
    Column("is_public", Boolean, nullable=False),
    Column("for_whom", String(20), nullable=False, doc="one of course.goals.channels.Readers"),
    Column("address", String(500), nullable=False, server_default=""),
    Column("kept_by", ForeignKey("persons.id", ondelete="SET NULL")),
    Column("added_at", Instant, nullable=False),
    Column("closed_at", Instant, doc="undo keeps the row, and so does what was done with it"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("goal", String(80), nullable=False, doc="empty for what was logged for a purpose alone"),
    Column("school_year", Integer, nullable=False),
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), doc="empty when it is the school's"),
    Column("noted_by", ForeignKey("persons.id", ondelete="SET NULL")),
    Column("happened_on", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("noted_at", Instant, nullable=False),
    Column("withdrawn_at", Instant, doc="undo keeps the row"),
    Column("channel_id", ForeignKey("channels.id", ondelete="SET NULL")),
    Column("purpose", String(20), nullable=False, server_default=""),
    Column("people", Integer, doc="how many were there; of a talk with the team"),
    Column("link", String(500), nullable=False, server_default=""),
    Column("confirmed_at", Instant),
    Column("asked", Text, nullable=False, server_default="", doc="what the director asks back"),
    Column("asked_at", Instant),
    Column("reply", Text, nullable=False, server_default=""),
    Column("reviewed_by", ForeignKey("persons.id", ondelete="SET NULL"), doc="who confirmed, or asked last"),
    Index("ix_evidence_school_year_goal", "school_id", "school_year", "goal"),
)

evidence_files = Table(
    "evidence_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("evidence_id", ForeignKey("evidence.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("added_by", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("added_at", Instant, nullable=False),
    Column("name", String(100), nullable=False),
    Column("kind", String(8), nullable=False, doc="one of course.goals.file_kinds.FileKind"),
    Column("size", Integer, nullable=False, doc="bytes"),
    Column("content", LargeBinary, nullable=False),
)
