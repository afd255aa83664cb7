"""The tables of learning.

What is kept of choices is as little as resuming needs, and goes when the run ends: `lesson.trails` lets it go, decision
0003 says it in words. What was learned keeps the edition of the words and the reference of the rules under which it came
about (empty: from before references were kept). Counters are kept with the write, so that a page for a director reads as
many rows as it shows.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from course.store.metadata import Id, Instant, metadata

runs = Table(
    "runs",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("edition", String(12), nullable=False, doc="of the lesson, when this learner last moved in it"),
    Column("rulebook", String(12), nullable=False, server_default="", doc="reference of the rules then"),
    Column("number", Integer, nullable=False, server_default="1"),
    Column(
        "step", Integer, nullable=False, server_default="0", doc="grows with every choice, back or restart"
    ),
    Column("path", Text, nullable=False, doc="scenario.walk.encode of the steps of this run"),
    Column(
        "decided",
        Text,
        nullable=False,
        doc="JSON list of scenes whose first choice was counted; empty once an ending was found",
    ),
    Column("endings", Text, nullable=False, doc="JSON: ending to the step that found it, in order"),
    Column("ending", String(80), doc="where this run ended; NULL while it goes on"),
    Column("sign_in", String(64), doc="after an ending, the sign-in that may still look back on the path"),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("completed_at", Instant, doc="first ending by a path without an act that hinders"),
    Column("completed_edition", String(12), nullable=False, server_default=""),
    Column("completed_rulebook", String(12), nullable=False, server_default=""),
    Column(
        "remembered",
        Text,
        nullable=False,
        server_default="[]",
        doc="JSON list of the choices on the completing way that later-cards ask about",
    ),
    Index("ix_runs_sign_in", "sign_in"),
    Index(
        "ix_runs_remembered",
        "completed_at",
        sqlite_where=text("remembered <> '[]'"),
        postgresql_where=text("remembered <> '[]'"),
    ),
    Index(
        "ix_runs_going_on",
        "started_at",
        sqlite_where=text("ending IS NULL"),
        postgresql_where=text("ending IS NULL"),
    ),
)

first_choices = Table(
    "first_choices",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("scene", String(80), primary_key=True),
    Column("choice", String(80), primary_key=True),
    Column("count", Integer, nullable=False),
    Column(
        "released",
        Integer,
        nullable=False,
        server_default="0",
        doc="of `count`, what is in lots that were let out: moves in steps of at least five",
    ),
    Column(
        "told", Integer, nullable=False, server_default="0", doc="as those lots are told to who may see them"
    ),
    Column(
        "starters",
        Integer,
        nullable=False,
        server_default="0",
        doc="how many had made the first decision of the lesson when a lot of this scene was let out last",
    ),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("quiz", String(80), nullable=False),
    Column("edition", String(12), nullable=False, doc="of the question bank, when it was last marked"),
    Column("rulebook", String(12), nullable=False, server_default="", doc="reference of the rules then"),
    Column("number", Integer, nullable=False, doc="1 for the first attempt"),
    Column("seed", Integer, nullable=False),
    Column("questions", Text, nullable=False, doc="JSON list of question ids in the order asked"),
    Column("answered", Integer, nullable=False, server_default="0"),
    Column("right", Integer, nullable=False, server_default="0"),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    UniqueConstraint("person_id", "quiz", "number"),
)

marks = Table(
    "marks",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, doc="0 for the first question asked"),
    Column("question", String(80), nullable=False),
    Column("answer", Text, nullable=False, doc="JSON of quiz.mark.Answer; `null` once it was let go"),
    Column("right", Boolean, nullable=False),
    Column("edition", String(12), nullable=False, server_default=""),
    Column("rulebook", String(12), nullable=False, server_default=""),
)

progress = Table(
    "progress",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0", doc="finished attempts at the quiz"),
    Column("best", Integer, nullable=False, server_default="0", doc="best attempt, in percent"),
    Column("quiz_passed_at", Instant),
    Column("completed_at", Instant, doc="stays, whatever becomes of the module"),
    Column("completed_edition", String(12), nullable=False, server_default="", doc="of the module"),
    Column("completed_rulebook", String(12), nullable=False, server_default=""),
    Index("ix_progress_module", "module"),
)

group_progress = Table(
    "group_progress",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("year_group", String(2), primary_key=True, doc="the pupils' own; empty for who has none"),
    Column(
        "begun", Integer, nullable=False, server_default="0", doc="of today's pupils; completed ones included"
    ),
    Column("completed", Integer, nullable=False, server_default="0"),
)

learning_points = Table(
    "learning_points",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("article", String(80), nullable=False, doc="of the protocol in force when it was taken up"),
    Column("title", Text, nullable=False, doc="its words then, as the reader was shown them"),
    Column("plan", Text, nullable=False, server_default="", doc="what its owner means to do"),
    Column("taken_at", Instant, nullable=False),
    Column(
        "shared_with",
        ForeignKey("schools.id", ondelete="SET NULL"),
        index=True,
        doc="the school whose director may read it; NULL for the own eyes alone",
    ),
    Column("shared_at", Instant),
)
"""What somebody of the staff took up for the own development; nobody else reads it unless it is shared."""

later_answers = Table(
    "later_answers",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("lesson", String(80), primary_key=True),
    Column("scene", String(80), primary_key=True),
    Column("days", Integer, primary_key=True, doc="7, 28 or 84 after completion"),
    Column("choice", String(80), doc="until the sign-in that gave it is over"),
    Column("sign_in", String(64), doc="the sign-in that may still look back on the choice"),
    Column("edition", String(12), nullable=False, server_default=""),
    Column("rulebook", String(12), nullable=False, server_default=""),
    Column("answered_at", Instant, nullable=False),
    Index("ix_later_answers_sign_in", "sign_in"),
)

plays = Table(
    "plays",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("school_year", Integer, primary_key=True),
    Column("module", String(80), primary_key=True),
    Column("mark", String(22), primary_key=True, doc="drawn when a play began; tells nothing of who plays"),
)
"""What parents played to the end, without an account."""
