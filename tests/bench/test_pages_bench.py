"""Pages of staff alone: a group's, and a director's as the school and its history grow."""

import json
import secrets
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from course.demo.board import build_board
from course.demo.plan import Size
from course.learning.tables import attempts, marks
from course.library import default_content_root, load_library
from course.people.tables import groups, memberships, persons, sign_ins
from tests.bench.bare_page import make_bare_page
from tests.bench.classes import browser, sign_in
from tests.bench.frozen import Frozen
from tests.bench.inside import an_app, ask, median_ms
from tests.bench.table import printed

pytestmark = pytest.mark.bench

PUPILS = (100, 1_000, 10_000)
EACH = 25
TIMES = 30
ANSWERS = 14


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


def test_a_group_and_a_growing_school(store, library, statements, capsys):
    rows, counts = [], []
    for pupils in PUPILS:
        clear(store)
        board = build_board(store, library, size=Size(schools=1, groups=pupils // EACH, pupils=EACH))
        counted(store)
        school, app = board.schools[0], an_app(store, library)
        director = signed_in(store, school.director.email)
        if pupils == PUPILS[0]:
            teacher = signed_in(store, school.teachers[0].email)
            with store.read() as conn:
                group = conn.execute(select(groups.c.id).order_by(groups.c.id)).scalar()
            rows.append(measured(app, statements, teacher, f"/teacher/groups/{group}", "a group's page"))
        rows.append(measured(app, statements, director, "/director/", f"director's page, {pupils:,} pupils"))
        counts.append(rows[-1][2])
        if pupils == PUPILS[0]:
            with_many_answers(store)
            rows.append(measured(app, statements, director, "/director/", "the same, 100,800 answers more"))
            counts.append(rows[-1][2])
    with capsys.disabled():
        heads = ("", "median ms", "statements", "kB compressed")
        printed(f"{store.engine.dialect.name}: pages alone, in one process", heads, rows)
    assert len(set(counts)) == 1, "the director's page asks more as the school grows"


def test_a_directors_page_beside_a_bare_one(store, library, capsys):
    board = build_board(store, library, size=Size(schools=1, groups=PUPILS[-1] // EACH, pupils=EACH))
    counted(store)
    app = an_app(store, library)
    director = signed_in(store, board.schools[0].director.email)
    whole = replace(director, accepts="identity")
    size = len(ask(app, whole, "/director/")[1])
    frozen = Frozen(store.engine.url.render_as_string(hide_password=False))
    bare = make_bare_page(frozen, size)
    took: dict[str, list[float]] = {"director's": [], "bare": []}
    for _ in range(TIMES):
        for name, one in (("director's", app), ("bare", bare)):
            took[name].append(ask(one, director, "/director/")[0])
    frozen.engine.dispose()
    ours, floor = (median_ms(one) for one in took.values())
    with capsys.disabled():
        rows = [("director's page", ours), ("a bare page", floor), ("ratio (aim 2)", ours / floor)]
        title = f"{store.engine.dialect.name}: {PUPILS[-1]:,} pupils, {size:,} bytes, in turns in one process"
        printed(title, ("", "median ms"), rows)
    assert size > EACH * 1000


def measured(app, statements, who, path: str, name: str) -> tuple[str, float, int, float]:
    with statements() as seen:
        ask(app, who, path)
    with statements() as seen:
        _, content = ask(app, who, path)
    took = [ask(app, who, path)[0] for _ in range(TIMES)]
    return name, median_ms(took), len(seen), len(content) / 1000


def signed_in(store, email: str):
    token, now = secrets.token_urlsafe(32), datetime.now(UTC)
    with store.read() as conn:
        person = conn.execute(select(persons.c.id).where(persons.c.email == email)).scalar_one()
    with store.write() as conn:
        conn.execute(insert(sign_ins), sign_in(person, token, now))
    return browser(person, token)


def with_many_answers(store) -> None:
    """Seventy-two old attempts of fourteen answers for every pupil, which no page counts."""
    now = datetime.now(UTC)
    with store.read() as conn:
        pupils = conn.execute(
            select(memberships.c.person_id).where(memberships.c.role == "pupil").order_by("person_id")
        ).scalars()
        people = list(pupils)
    questions = json.dumps([f"vraag-{place}" for place in range(ANSWERS)])
    old = [
        {
            "person_id": person,
            "quiz": "mag-deze-foto",
            "edition": "0" * 12,
            "number": 100 + number,
            "seed": number,
            "questions": questions,
            "answered": ANSWERS,
            "right": 9,
            "started_at": now,
            "finished_at": now,
        }
        for person in people
        for number in range(72)
    ]
    with store.write() as conn:
        conn.execute(insert(attempts), old)
        made = conn.execute(select(attempts.c.id).where(attempts.c.number >= 100)).scalars().all()
        rows = [
            {"attempt_id": one, "place": place, "question": f"vraag-{place}", "answer": "[]", "right": True}
            for one in made
            for place in range(ANSWERS)
        ]
        conn.execute(insert(marks), rows)
    counted(store)


def counted(store) -> None:
    """Let PostgreSQL count its rows, as it does by itself within a minute of such a change."""
    if store.engine.dialect.name == "postgresql":
        with store.read() as conn:
            conn.exec_driver_sql("ANALYZE")


def clear(store) -> None:
    with store.write() as conn:
        conn.exec_driver_sql("DELETE FROM boards")
