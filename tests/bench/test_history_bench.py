"""Pages of a director and an officer of a large board with a long history, beside a tenth of it.

Answers to quizzes are kept as rows (`marks`), so these grow; of choices in lessons only counters and what resuming needs
are kept, which do not. Rows are made by the database itself.
"""

import secrets
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, select

from course.demo.board import build_board
from course.demo.plan import Size
from course.library import default_content_root, load_library
from course.people.tables import persons, schools, sign_ins
from tests.bench.classes import browser, sign_in
from tests.bench.inside import an_app, ask
from tests.bench.table import printed

pytestmark = pytest.mark.bench

SCHOOLS, GROUPS, PUPILS = 40, 900, 20_000
EACH = (2, 20)
"""Attempts that every pupil made: half a million answers of the whole board, and more than five."""
MARKS = 14
"""Of one attempt."""
TURNS = 40
"""Of which the fastest is told: the two moments lie minutes apart, and the machine does other work."""
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {last})"
ATTEMPTS = (
    NUMBERS + ' INSERT INTO attempts (person_id, quiz, edition, number, seed, questions, answered, "right",'
    " started_at, finished_at) SELECT p.person_id, 'mag-deze-foto', '000000000000', 1000 + n.i, n.i, '[]', 14, 9,"
    " '2026-09-01 08:00:00', '2026-09-01 08:05:00' FROM n,"
    " (SELECT DISTINCT person_id FROM memberships WHERE role = 'pupil') p"
)
ROWS = (
    NUMBERS + ' INSERT INTO marks (attempt_id, place, question, answer, "right")'
    " SELECT a.id, n.i, 'vraag-' || n.i, 'null', {yes} FROM n, attempts a WHERE a.number >= {number}"
)


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


def test_pages_of_director_and_officer_do_not_grow_with_the_answers(store, library, statements, capsys):
    size = Size(schools=SCHOOLS, groups=GROUPS // SCHOOLS, pupils=round(PUPILS / GROUPS))
    board = build_board(store, library, size=size)
    app = an_app(store, library)
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
    seen, counts, first, kept = {}, [], 0, []
    for attempts in EACH:
        kept.append(fill(store, first, attempts))
        first = attempts
        seen[attempts] = {name: measured(app, statements, *page) for name, page in pages.items()}
        counts.append([sent for _, sent in seen[attempts].values()])
    rows = [
        (
            name,
            *(seen[attempts][name][0] for attempts in EACH),
            seen[EACH[1]][name][0] / seen[EACH[0]][name][0],
        )
        for name in pages
    ]
    with capsys.disabled():
        heads = ("", *(f"{answers:,} answers, ms" for answers in kept), "ratio (aim 1.2)")
        printed(f"{store.engine.dialect.name}: {SCHOOLS} schools, {GROUPS} groups", heads, rows)
    assert counts[0] == counts[1], "a page asks more as the answers grow"


def measured(app, statements, who, path: str) -> tuple[float, int]:
    ask(app, who, path)
    with statements() as seen:
        ask(app, who, path)
    return min(ask(app, who, path)[0] for _ in range(TURNS)) * 1e3, len(seen)


def fill(store, first: int, last: int) -> int:
    """Let every pupil have made `last` attempts more, of which `first` are there; gives how many answers there are."""
    postgres = store.engine.dialect.name == "postgresql"
    with store.write() as conn:
        conn.exec_driver_sql(ATTEMPTS.format(first=first, last=last))
        yes = "TRUE" if postgres else "1"
        conn.exec_driver_sql(ROWS.format(first=0, last=MARKS, yes=yes, number=1000 + first))
    with store.read() as conn:
        if postgres:
            conn.exec_driver_sql("ANALYZE")
        return conn.exec_driver_sql("SELECT count(*) FROM marks").scalar()


def signed_in(store, email: str):
    token, now = secrets.token_urlsafe(32), datetime.now(UTC)
    with store.read() as conn:
        person = conn.execute(select(persons.c.id).where(persons.c.email == email)).scalar_one()
    with store.write() as conn:
        conn.execute(insert(sign_ins), sign_in(person, token, now))
    return browser(person, token)
