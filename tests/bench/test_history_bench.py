"""Pages of a director and an officer of a large board with a long history, beside the same board with a tenth of it.

Answers to quizzes are kept as rows (`marks`), so these grow; of choices in lessons only counters and what resuming needs
are kept, which do not. Rows are made by the database itself. Both boards are there at the same time, and every look at one
has a look at the other right beside it: what the machine does meanwhile happens to both.
"""

import random
import secrets
import statistics
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import event, func, insert, select

from course.demo.board import build_board
from course.demo.plan import Size
from course.library import default_content_root, load_library
from course.people.tables import persons, schools, sign_ins
from course.store.store import Store
from tests.bench.classes import Pupil, browser, sign_in
from tests.bench.inside import an_app, ask
from tests.bench.table import printed
from tests.conftest import BOTH

pytestmark = pytest.mark.bench

SCHOOLS, GROUPS, PUPILS = 40, 900, 20_000
EACH = (2, 20)
"""Attempts that every pupil made: half a million answers of the whole board, and more than five."""
MARKS = 14
"""Of one attempt."""
TURNS = 150
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {many})"
ATTEMPTS = (
    NUMBERS + ' INSERT INTO attempts (person_id, quiz, edition, number, seed, questions, answered, "right",'
    " started_at, finished_at) SELECT p.person_id, 'mag-deze-foto', '000000000000', 1000 + n.i, n.i, '[]', 14, 9,"
    " '2026-09-01 08:00:00', '2026-09-01 08:05:00' FROM n,"
    " (SELECT DISTINCT person_id FROM memberships WHERE role = 'pupil') p"
)
ROWS = (
    NUMBERS + ' INSERT INTO marks (attempt_id, place, question, answer, "right")'
    " SELECT a.id, n.i, 'vraag-' || n.i, 'null', {yes} FROM n, attempts a WHERE a.number >= 1000"
)


@dataclass(frozen=True, slots=True)
class Side:
    """A board with some history, and who looks at it."""

    store: Store
    app: Flask
    answers: int
    pages: dict[str, tuple[Pupil, str]]

    def look(self, name: str) -> float:
        """Seconds of one look."""
        return ask(self.app, *self.pages[name])[0]

    def sent(self, name: str) -> int:
        """Statements of one look."""
        with heard(self.store) as statements:
            self.look(name)
        return len(statements)


@pytest.fixture(params=BOTH)
def addresses(request, tmp_path):
    """Two empty databases on one server."""
    if request.param == "sqlite":
        yield tuple(f"sqlite:///{tmp_path / str(attempts)}.db" for attempts in EACH)
        return
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as made:
        yield tuple(made.enter_context(server.database(f"history_{attempts}")) for attempts in EACH)


def test_pages_of_director_and_officer_do_not_grow_with_the_answers(addresses, capsys):
    library = load_library(default_content_root())
    tenth, whole = (side(url, attempts, library) for url, attempts in zip(addresses, EACH, strict=True))
    rows, counts = [], []
    for name in tenth.pages:
        counts.append([one.sent(name) for one in (tenth, whole, tenth, whole)])
        rows.append((name, *beside(name, tenth, whole)))
    for one in (tenth, whole):
        one.store.close()
    with capsys.disabled():
        heads = (
            "",
            f"{tenth.answers:,}",
            f"{whole.answers:,}",
            "ratio (aim 1.2)",
            "fastest",
            "tenth / itself",
        )
        database = addresses[0].partition(":")[0]
        title = f"{database}: {SCHOOLS} schools, {GROUPS} groups, by answers, median ms of {TURNS} pairs"
        printed(title, heads, rows)
    assert all(len(set(sent[2:])) == 1 for sent in counts), "a page asks more as the answers grow"


def beside(name: str, tenth: Side, whole: Side) -> tuple[float, ...]:
    """Look at both in turns, at the tenth twice: milliseconds, their ratio, and that of the tenth to itself as the noise."""
    took: dict[str, list[float]] = {"tenth": [], "whole": [], "again": []}
    looks = {"tenth": tenth, "whole": whole, "again": tenth}
    order = list(looks)
    for _ in range(TURNS):
        random.shuffle(order)
        for one in order:
            took[one].append(looks[one].look(name))
    few, many, again = took["tenth"], took["whole"], took["again"]
    return (
        statistics.median(few) * 1e3,
        statistics.median(many) * 1e3,
        statistics.median(b / a for a, b in zip(few, many, strict=True)),
        min(many) / min(few),
        statistics.median(b / a for a, b in zip(few, again, strict=True)),
    )


def side(url: str, attempts: int, library) -> Side:
    """Build a board whose pupils have all made so many attempts at a quiz."""
    store = Store.open(url)
    store.migrate()
    size = Size(schools=SCHOOLS, groups=GROUPS // SCHOOLS, pupils=round(PUPILS / GROUPS))
    board = build_board(store, library, size=size)
    answers = fill(store, attempts)
    director, officer = (
        signed_in(store, one) for one in (board.schools[0].director.email, board.officer.email)
    )
    with store.read() as conn:
        school = conn.execute(select(func.min(schools.c.id))).scalar_one()
    pages = {
        "director's page": (director, "/director/"),
        "officer's page": (officer, "/board/"),
        "one school of the officer": (officer, f"/board/schools/{school}"),
    }
    return Side(store, an_app(store, library), answers, pages)


@contextmanager
def heard(store: Store) -> Iterator[list[str]]:
    """List what is sent to a store."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


def fill(store: Store, attempts: int) -> int:
    """Let every pupil have made so many attempts; gives how many answers there are."""
    postgres = store.engine.dialect.name == "postgresql"
    with store.write() as conn:
        if postgres:
            conn.exec_driver_sql("SET LOCAL statement_timeout = 0")
        conn.exec_driver_sql(ATTEMPTS.format(many=attempts))
        conn.exec_driver_sql(ROWS.format(many=MARKS, yes="TRUE" if postgres else "1"))
    with store.read() as conn:
        if postgres:
            conn.exec_driver_sql("ANALYZE")
        return conn.exec_driver_sql("SELECT count(*) FROM marks").scalar()


def signed_in(store: Store, email: str) -> Pupil:
    token, now = secrets.token_urlsafe(32), datetime.now(UTC)
    with store.read() as conn:
        person = conn.execute(select(persons.c.id).where(persons.c.email == email)).scalar_one()
    with store.write() as conn:
        conn.execute(insert(sign_ins), sign_in(person, token, now))
    return browser(person, token)
