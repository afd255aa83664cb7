"""The tables of people. A pupil has a first name and pictures or words; only staff have an e-mail and a password.

What somebody is stands in `roles`, one row for each place and stretch of time; what somebody comes in with in `credentials`.
Ids of boards, schools, groups and persons are given once, for the journal keeps them: hence `sqlite_autoincrement`.
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
    UniqueConstraint,
    false,
)

from course.naming import LONGEST, LONGEST_KEY
from course.store.metadata import Id, Instant, metadata

SortKey = String(LONGEST_KEY).with_variant(String(LONGEST_KEY, collation="C"), "postgresql")
"""Sorted by its bytes; SQLite does so by itself."""

boards = Table(
    "boards",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
    sqlite_autoincrement=True,
)

schools = Table(
    "schools",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("protocol", String(60), nullable=False, doc="a starting protocol: holds while nothing is adopted"),
    Column("adopted_on", Date, nullable=False),
    Column("region", String(10), nullable=False, server_default="midden", doc="of school holidays"),
    UniqueConstraint("board_id", "name"),
    sqlite_autoincrement=True,
)

adoptions = Table(
    "adoptions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
    Column("version_id", ForeignKey("protocol_versions.id"), nullable=False, index=True),
    Column("protocol", String(80), nullable=False, doc="key of the version: what an actor is given"),
    Column("from_on", Date, nullable=False, doc="the newest of these up to a day holds on it"),
    Column("decided_by", ForeignKey("persons.id", ondelete="SET NULL"), index=True),
    Column("decided_at", Instant, nullable=False),
    Index("ix_adoptions_school_from", "school_id", "from_on"),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("school_year", Integer, nullable=False, doc="the year in which it starts, e.g. 2026"),
    Column(
        "sign_in",
        String(8),
        nullable=False,
        server_default="",
        doc="pictures or words for the whole group; empty: as each pupil's year says",
    ),
    UniqueConstraint("school_id", "school_year", "name"),
    sqlite_autoincrement=True,
)

persons = Table(
    "persons",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column(
        "name",
        String(LONGEST),
        nullable=False,
        doc="as shown; pupils: first name, with an initial on a clash",
    ),
    Column("given_name", String(LONGEST), nullable=False, server_default=""),
    Column(
        "particle", String(LONGEST), nullable=False, server_default="", doc="staff: van den, de; pupils none"
    ),
    Column("surname", String(LONGEST), nullable=False, server_default="", doc="staff; pupils none"),
    Column("year_group", String(2), doc="pupils: the code of EDEXML's jaargroep, such as 7 or 11"),
    Column("email", String(254), unique=True, doc="staff only, lower case"),
    Column("locale", String(2), nullable=False, server_default="nl"),
    Column("sort_key", SortKey, nullable=False, doc="course.naming.sort_key: names sort by its bytes"),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

roles = Table(
    "roles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), doc="empty for the whole board"),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date, doc="the first day on which it holds no more; empty while nobody knows"),
    Index("ix_roles_school_role", "school_id", "role"),
)
Index(
    "uq_roles_open_at_school",
    roles.c.person_id,
    roles.c.role,
    roles.c.school_id,
    unique=True,
    sqlite_where=roles.c.until_on.is_(None),
    postgresql_where=roles.c.until_on.is_(None),
)
Index(
    "uq_roles_open_at_board",
    roles.c.person_id,
    roles.c.role,
    roles.c.board_id,
    unique=True,
    sqlite_where=roles.c.until_on.is_(None) & roles.c.school_id.is_(None),
    postgresql_where=roles.c.until_on.is_(None) & roles.c.school_id.is_(None),
)

credentials = Table(
    "credentials",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False, doc="one of course.people.credentials.Kind"),
    Column(
        "secret_hash", String(255), nullable=False, doc="Argon2id; of a card SHA-256, for it is found by it"
    ),
    Column(
        "is_temporary",
        Boolean,
        nullable=False,
        server_default=false(),
        doc="drawn by somebody else: a password to be replaced at once, pictures to be told of at the first use",
    ),
    Column("expires_at", Instant),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("person_id", "kind"),
)
Index(
    "uq_credentials_card",
    credentials.c.secret_hash,
    unique=True,
    sqlite_where=credentials.c.kind == "card",
    postgresql_where=credentials.c.kind == "card",
)

sign_in_settings = Table(
    "sign_in_settings",
    metadata,
    Column("school_id", ForeignKey("schools.id", ondelete="CASCADE"), primary_key=True),
    Column("at_home", Boolean, nullable=False, server_default=false(), doc="cards work without a lesson too"),
    Column(
        "words_from",
        Integer,
        nullable=False,
        server_default="11",
        doc="year from which words take the place of pictures, by EDEXML's code; 0: none",
    ),
)

invitations = Table(
    "invitations",
    metadata,
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True, doc="SHA-256 of what stands in the link"),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
)

external_keys = Table(
    "external_keys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("system", String(60), nullable=False, doc="whose key it is, e.g. edexml:12AB00"),
    Column("key", String(120), nullable=False, doc="text, for a number would lose its leading zeros"),
    UniqueConstraint("system", "key"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Id, primary_key=True),
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", String(16), nullable=False, doc="pupil, teacher, substitute or coach in this group"),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date, doc="the first day on which it holds no more; empty while nobody knows"),
    Column(
        "look", String(LONGEST), doc="pupils: course.naming.look_of the name, for no two tiles look alike"
    ),
    Index("ix_memberships_group_role", "group_id", "role"),
)
Index(
    "uq_memberships_open",
    memberships.c.group_id,
    memberships.c.person_id,
    memberships.c.role,
    unique=True,
    sqlite_where=memberships.c.until_on.is_(None),
    postgresql_where=memberships.c.until_on.is_(None),
)
Index(
    "uq_memberships_look",
    memberships.c.group_id,
    memberships.c.look,
    unique=True,
    sqlite_where=memberships.c.until_on.is_(None),
    postgresql_where=memberships.c.until_on.is_(None),
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
    Column(
        "role_id",
        ForeignKey("roles.id", ondelete="SET NULL"),
        index=True,
        doc="in which one is here; empty: not chosen",
    ),
    Column("class_session_id", ForeignKey("class_sessions.id", ondelete="CASCADE"), index=True),
    Column("notice", String(16), nullable=False, server_default="", doc="what this screen is to be told"),
    Column(
        "pupil_only",
        Boolean,
        nullable=False,
        server_default=false(),
        doc="came in by what can be guessed or found, which opens no other role of the same person",
    ),
    Column("device", String(60), nullable=False, server_default="", doc="staff: the browser and its system"),
    Column("confirmed_at", Instant, doc="staff: when a secret was last shown here"),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

knocks = Table(
    "knocks",
    metadata,
    Column("id", Id, primary_key=True),
    Column(
        "class_session_id",
        ForeignKey("class_sessions.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column(
        "token_hash",
        String(64),
        nullable=False,
        unique=True,
        doc="SHA-256 of what that device's cookie holds",
    ),
    Column("picture", String(16), nullable=False, doc="shown on the device, to be shown to the teacher"),
    Column("asked_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("admitted_at", Instant, doc="since when the pupil may come in on that device"),
)

rate_limits = Table(
    "rate_limits",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("hits", Integer, nullable=False),
    Column("not_before", Instant, nullable=False, doc="when the next try is taken"),
    Column("expires_at", Instant, nullable=False, index=True),
)
