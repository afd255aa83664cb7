"""Writing the journal, reading it, and letting what is old enough go.

An entry is written in the transaction of what it tells of: neither is there without the other.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from course.journal.tables import journal
from course.journal.terms import BoardKept, days_by_board, is_old

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from course.store.store import Store

KEPT = timedelta(days=365)
"""A school year: a complaint about June can still be looked into in May."""
YOUNGEST = timedelta(days=30)
"""The database itself refuses to delete what is younger, whoever asks."""


class Event(StrEnum):
    """What is told."""

    SIGNED_IN = "signed-in"
    REFUSED = "refused"
    """A wrong secret; `detail` says of what."""
    SLOWED_DOWN = "slowed-down"
    """So many wrong ones that the next try has to wait; `detail` says of what."""
    LET_TRY_AGAIN = "let-try-again"
    """Somebody ended such a wait."""
    LET_IN = "let-in"
    """A teacher let a pupil in who had forgotten what opens the door."""
    NEW_PICTURES = "new-pictures"
    NEW_CARD = "new-card"
    """A QR code for a pupil's card."""
    CARD_ENDED = "card-ended"
    NEW_PASSWORD = "new-password"  # noqa: S105 - the name of an event
    """Chosen by its owner."""
    DRAWN_PASSWORD = "drawn-password"  # noqa: S105 - the same
    """Drawn by whoever runs the program."""
    FACTOR_ADDED = "factor-added"
    """Somebody set up a second step; `detail` says app, passkey or codes."""
    FACTOR_REMOVED = "factor-removed"
    """By its owner, or by an administrator for who lost it; `detail` says which."""
    RESET_ASKED = "reset-asked"
    """Somebody asked for a link by mail; for whom is not told, for anybody can type any address."""
    SIGN_IN_CHANGED = "sign-in-changed"
    """How staff sign in at a board; `detail` says what."""
    RECORDS_CHANGED = "records-changed"
    """Where the learning records of a board go; `detail` says on or off."""
    ROLE_GIVEN = "role-given"
    """`detail` says which role."""
    ROLE_ENDED = "role-ended"
    INVITED = "invited"
    """Somebody made a link for one use, with which a password is chosen."""
    SIGNED_OUT_BY = "signed-out-by"
    """An administrator ended somebody's sign-ins."""
    SCHOOL_CHANGED = "school-changed"
    BOARD_CHANGED = "board-changed"
    """`detail` says added or renamed."""
    BACKED_UP = "backed-up"
    RESTORED = "restored"
    """`detail` counts the erasures that were applied again."""
    PERSON_CHANGED = "person-changed"
    """`detail` says what: name, year or email."""
    GROUP_CHANGED = "group-changed"
    """`detail` says added or renamed."""
    JOINED = "joined-group"
    LEFT = "left-group"
    MERGED = "merged"
    """Two entries of one person became one; `detail` names the id that is no more."""
    EXPORTED = "exported"
    ASKED = "privacy-request"
    """Somebody asked something about the own data, or was answered; `detail` says what."""
    ERASED = "erased"
    """A person with all that was theirs."""
    YEAR_BEGUN = "year-begun"
    """A school's pupils went up to the new school year; `detail` counts who moved and who left."""
    YEAR_UNDONE = "year-undone"
    ROSTER_IMPORTED = "roster-imported"
    """Pupils and staff of a school, out of a file; `detail` counts them by what became of them."""
    RULES_PUBLISHED = "rules-published"
    """A version of a protocol, which never changes; `detail` says which number, and whether a major or a minor change."""
    RULES_ADOPTED = "rules-adopted"
    """From a day on a school goes by a version; `detail` names that day."""
    EVALUATION_FROZEN = "evaluation-frozen"
    """A school's evaluation, which never changes from then on; `detail` says which."""


@dataclass(frozen=True, slots=True)
class Origin:
    """When something is done, by whom and from where: what a function needs beside its work to tell of it."""

    at: datetime
    person_id: int | None = None
    """Who does it; None for the program itself, as from the command line."""
    place: str = ""
    """From `coarse`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ids only, never a name, an answer or a secret."""

    at: datetime
    event: Event
    person_id: int | None = None
    """Who did it."""
    about_id: int | None = None
    """Whom it was done to, where that is somebody else."""
    board_id: int | None = None
    school_id: int | None = None
    group_id: int | None = None
    place: str = ""
    """From `coarse`."""
    detail: str = ""

    @classmethod
    def of(
        cls,
        event: Event,
        origin: Origin,
        about_id: int,
        board_id: int,
        school_id: int | None = None,
        detail: str = "",
    ) -> Entry:
        """Tell what was done to somebody at a board or a school."""
        return cls(
            origin.at, event, origin.person_id, about_id, board_id, school_id, None, origin.place, detail
        )

    @classmethod
    def of_school(cls, origin: Origin, board_id: int, school_id: int, detail: str) -> Entry:
        """Tell what was changed of a school; `detail` names it in one word."""
        return cls(
            origin.at,
            Event.SCHOOL_CHANGED,
            origin.person_id,
            board_id=board_id,
            school_id=school_id,
            place=origin.place,
            detail=detail,
        )


_WRITE = insert(journal)
_READ = select(*(journal.c[name] for name in Entry.__dataclass_fields__)).order_by(journal.c.at, journal.c.id)


def write(conn: Connection, *entries: Entry) -> None:
    """Tell the journal, in the transaction of what it is told of."""
    if entries:
        conn.execute(_WRITE, [asdict(entry) for entry in entries])


def read(
    store: Store,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    person_id: int | None = None,
    school_id: int | None = None,
    events: Sequence[Event] = (),
) -> Iterator[Entry]:
    """Read what was told, the oldest first; a person is found as who did it and as whom it was done to."""
    wanted = _READ
    if since is not None:
        wanted = wanted.where(journal.c.at >= since)
    if until is not None:
        wanted = wanted.where(journal.c.at < until)
    if person_id is not None:
        wanted = wanted.where((journal.c.person_id == person_id) | (journal.c.about_id == person_id))
    if school_id is not None:
        wanted = wanted.where(journal.c.school_id == school_id)
    if events:
        wanted = wanted.where(journal.c.event.in_([event.value for event in events]))
    with store.read() as conn:
        rows = conn.execute(wanted).all()
    for row in rows:
        yield Entry(row.at, Event(row.event), *row[2:])


def prune(conn: Connection, now: datetime, kept: timedelta = KEPT) -> int:
    """Delete what is older than its board keeps it, and give how much that was; nothing younger than `YOUNGEST` goes.

    `kept` holds for a board that chose nothing, and for what belongs to no board.
    """
    return conn.execute(delete(journal).where(is_over(conn, now, kept))).rowcount


def is_over(conn: Connection, now: datetime, kept: timedelta) -> ColumnElement[bool]:
    """Say of a line that it is kept no longer."""
    own = days_by_board(conn, BoardKept.JOURNAL)
    return is_old(journal, "at", own, max(kept, YOUNGEST), now)


def coarse(address: str) -> str:
    """Make a network of an address: 192.0.2.0/24 tells school from home, and no household from the next.

    A digest would tell neither, and whoever holds its key could try all addresses through.
    """
    try:
        found = ip_address(address.partition("/")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv4Address):
        return str(IPv4Network((int(found), 24), strict=False))
    if found.ipv4_mapped:
        return coarse(str(found.ipv4_mapped))
    return str(IPv6Network((int(found), 48), strict=False))
