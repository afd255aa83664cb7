"""Telling a board's store of learning records what was completed: put down, sent, tried again, given up in the end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, literal, select, update

from course.learning.records.settings import targets
from course.learning.records.statement import Completion, statement
from course.learning.records.tables import record_stores, statements
from course.learning.tables import progress
from course.people.factors.sealing import unseal
from course.people.keys.keeping import pseudonym_key
from course.people.tables import persons
from course.store.metadata import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from course.learning.records.settings import Target
    from course.library import Library
    from course.store.store import Store

SECONDS = 10
AT_ONCE = 200
"""Statements of one board in one go; the next call sends on."""
FIRST, LONGEST = timedelta(minutes=5), timedelta(hours=12)
"""The wait after a first failure, which doubles, and the longest."""
GIVEN_UP = timedelta(days=30)


class Answer(Enum):
    """What a store made of a statement."""

    KEPT = 1
    REFUSED = 2
    """This one it does not take; it may take the next."""
    AWAY = 3
    """It takes none now: it is not there, busy, or does not know us."""


OF_STATUS = {200: Answer.KEPT, 204: Answer.KEPT, 409: Answer.KEPT, 400: Answer.REFUSED, 413: Answer.REFUSED}
"""409: the store has a statement of this id already."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of it."""

    sent: int = 0
    later: int = 0
    given_up: int = 0
    waiting: int = 0


_now = bindparam("now", type_=Instant)
_PUT_DOWN = (
    insert(statements)
    .from_select(
        ["person_id", "module", "board_id", "completed_at", "not_before", "tries"],
        select(
            progress.c.person_id,
            progress.c.module,
            persons.c.board_id,
            progress.c.completed_at,
            _now,
            literal(0),
        )
        .join(persons, persons.c.id == progress.c.person_id)
        .join(record_stores, record_stores.c.board_id == persons.c.board_id)
        .where(
            record_stores.c.is_on,
            progress.c.completed_at >= record_stores.c.since,
            ~select(statements.c.person_id)
            .where(statements.c.person_id == progress.c.person_id, statements.c.module == progress.c.module)
            .exists(),
        ),
    )
    .execution_options(preserve_rowcount=True)
)
_waits = statements.c.sent_at.is_(None) & statements.c.given_up_at.is_(None)
_DUE = (
    select(statements)
    .where(statements.c.board_id == bindparam("board"), _waits, statements.c.not_before <= _now)
    .order_by(statements.c.not_before, statements.c.person_id, statements.c.module)
    .limit(AT_ONCE)
)
_one = (statements.c.person_id == bindparam("person")) & (statements.c.module == bindparam("of_module"))
_DONE = update(statements).where(_one).values(sent_at=_now, tries=statements.c.tries + 1)
_LATER = (
    update(statements)
    .where(_one)
    .values(not_before=bindparam("until", type_=Instant), tries=statements.c.tries + 1)
)
_GIVE_UP = update(statements).where(_one).values(given_up_at=_now, tries=statements.c.tries + 1)
_COUNTS = select(
    func.count().label("total"),
    func.count(statements.c.sent_at).label("sent"),
    func.count(statements.c.given_up_at).label("given_up"),
).where(statements.c.board_id == bindparam("board"))
_WAITING = select(func.count()).select_from(statements).where(_waits)


def put_down(store: Store, now: datetime) -> int:
    """Put down what was completed since boards want to know; asked twice, each is put down once."""
    with store.write() as conn:
        return int(conn.execute(_PUT_DOWN, {"now": now}).rowcount)


def send_due(store: Store, library: Library, secret: bytes, site: str, now: datetime) -> Sent:
    """Send what is due; what a store does not take is tried later, for a month."""
    put_down(store, now)
    counts = {"sent": 0, "later": 0, "given_up": 0}
    for target in targets(store):
        for name, number in _send_to(store, library, target, secret, site, now).items():
            counts[name] += number
    return Sent(**counts, waiting=waiting(store))


def waiting(store: Store) -> int:
    """Count what waits."""
    with store.read() as conn:
        return int(conn.execute(_WAITING).scalar_one())


def counts_of(store: Store, board_id: int) -> tuple[int, int, int]:
    """Count what a board's store was told, what waits, and what was given up."""
    with store.read() as conn:
        row = conn.execute(_COUNTS, {"board": board_id}).one()
    return int(row.sent), int(row.total - row.sent - row.given_up), int(row.given_up)


def _send_to(
    store: Store, library: Library, target: Target, secret: bytes, site: str, now: datetime
) -> dict[str, int]:
    with store.read() as conn:
        due = conn.execute(_DUE, {"board": target.board_id, "now": now}).all()
    counts = {"sent": 0, "later": 0, "given_up": 0}
    if not due:
        return counts
    key, password = pseudonym_key(store, target.board_id, secret, now), unseal(secret, target.sealed)
    answer = Answer.KEPT if password is not None else Answer.AWAY
    for row in due:
        one = Completion(row.person_id, row.module, _titles(library, row.module), row.completed_at)
        if answer is not Answer.AWAY:
            answer = _handed_over(target, password or "", statement(one, key, site))
        values: dict[str, object] = {"person": row.person_id, "of_module": row.module, "now": now}
        if answer is Answer.KEPT:
            did, change = "sent", _DONE
        elif now - row.completed_at > GIVEN_UP:
            did, change = "given_up", _GIVE_UP
        else:
            did, change = "later", _LATER
            values["until"] = now + min(LONGEST, FIRST * 2 ** min(row.tries, 10))
        with store.write() as conn:
            conn.execute(change, values)
        counts[did] += 1
    return counts


def _handed_over(target: Target, password: str, said: dict[str, object]) -> Answer:
    """Hand one over. Nothing is followed elsewhere, for the password would go along."""
    import requests

    try:
        answer = requests.put(
            f"{target.address}/statements",
            params={"statementId": str(said["id"])},
            data=json.dumps(said),
            headers={"X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"},
            auth=(target.username, password),
            timeout=SECONDS,
            allow_redirects=False,
        )
    except (requests.RequestException, OSError):
        return Answer.AWAY
    return OF_STATUS.get(answer.status_code, Answer.AWAY)


def _titles(library: Library, module: str) -> tuple[tuple[str, str], ...]:
    found = library.curriculum.modules.get(module)
    return tuple((one, found.words.for_locale(one)) for one in ("nl", "en")) if found else ()
