"""What is promised of a pupil's choices is said in the same words everywhere, and older databases are tidied to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from course.store.migrate import upgrade
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
OF_D41893F = "0004"
"""The revision that commit d41893f had."""


def words_of(file: str) -> str:
    return " ".join((ROOT / file).read_text(encoding="utf-8").replace(">", " ").split())


def test_page_readme_and_decision_promise_the_same() -> None:
    page = (ROOT / "web/templates/_promise.html").read_text(encoding="utf-8")
    promises = re.findall(r'_\("([^"]+)"\)', page)
    assert len(promises) == 5
    for file in ("README.md", "docs/decisions/0003-a-run-is-a-path-not-a-log.md"):
        assert " ".join(promises) in words_of(file)


RUN = (
    "INSERT INTO runs (person_id, lesson, edition, number, step, path, decided, endings, started_at, touched_at,"
    " completed_at) VALUES (1, '{}', 'abc', 2, {}, '{}', '[\"begin\"]', '{}', '2026-11-20 09:00:00+00:00',"
    " '2026-11-20 09:00:00+00:00', {})"
)
PATH = '[["begin","gedeeld"],["gedeeld","ruzie"]]'
DAY = "'2026-11-20 09:00:00+00:00'"
ROWS = (
    "INSERT INTO boards (name) VALUES ('De Veerkracht')",
    "INSERT INTO schools (board_id, name, protocol, adopted_on) VALUES (1, 'De Eik', 'kom-leren', '2026-08-01')",
    "INSERT INTO groups (school_id, name, band, school_year) VALUES (1, '7B', 'po-7-8', 2026)",
    (
        "INSERT INTO persons (board_id, school_id, role, name, secret_hash, created_at)"
        f" VALUES (1, 1, 'pupil', 'Aya', 'x', {DAY})"
    ),
    "INSERT INTO memberships (group_id, person_id, role) VALUES (1, 1, 'pupil')",
    RUN.format("stands-at-an-ending", 2, PATH, '{"ruzie":2}', "NULL"),
    RUN.format("on-the-way-again", 5, PATH, '{"samen":2}', DAY),
    RUN.format("on-the-way", 1, '[["begin","gedeeld"]]', "{}", "NULL"),
    (
        "INSERT INTO progress (person_id, module, started_at, touched_at, lessons_completed, attempts, best, setbacks,"
        f" quiz_passed_at, completed_at) VALUES (1, 'foto', {DAY}, {DAY}, 1, 2, 90, 3, {DAY}, {DAY})"
    ),
    (
        "INSERT INTO later_answers (person_id, lesson, scene, days, choice, answered_at)"
        f" VALUES (1, 'foto', 'later', 7, 'mooi', {DAY})"
    ),
    (
        'INSERT INTO attempts (person_id, quiz, edition, number, seed, questions, answered, "right", started_at,'
        " finished_at)"
        f" VALUES (1, 'foto', 'abc', 1, 1, '[\"een\"]', 1, 1, '2020-01-01 09:00:00+00:00', '2020-01-01 09:00:00+00:00'),"
        f" (1, 'foto', 'abc', 2, 1, '[\"een\", \"twee\"]', 1, 1, {DAY}, NULL)"
    ),
    (
        "INSERT INTO marks (attempt_id, place, question, answer, \"right\") VALUES (1, 0, 'een', '\"a\"', true),"
        " (2, 0, 'een', '\"a\"', true)"
    ),
)


@pytest.fixture
def older(empty_url: str) -> Iterator[Store]:
    """A database as commit d41893f left it, brought up to date."""
    store = Store.open(empty_url)
    upgrade(store, OF_D41893F)
    with store.write() as conn:
        for row in ROWS:
            conn.execute(text(row.replace(":00+", r"\:00+").replace(":00:", r"\:00\:").replace('":', r'"\:')))
    store.migrate()
    yield store
    store.close()


def test_a_database_from_before_keeps_what_was_reached_and_no_trail_of_an_ended_run(older: Store) -> None:
    with older.read() as conn:
        runs = {
            row.lesson: row
            for row in conn.execute(
                text(
                    "SELECT lesson, path, decided, ending, number, step, endings, completed_at, rulebook FROM runs"
                )
            )
        }
        progress = conn.execute(
            text("SELECT attempts, best, completed_at, completed_edition FROM progress")
        ).one()
        cards = conn.execute(text("SELECT days, choice FROM later_answers")).all()
        marks = conn.execute(text("SELECT attempt_id, answer, rulebook FROM marks")).all()
        scores = conn.execute(text('SELECT number, answered, "right" FROM attempts ORDER BY number')).all()
    at_end, again, going = (runs[one] for one in ("stands-at-an-ending", "on-the-way-again", "on-the-way"))
    assert (at_end.path, at_end.decided, at_end.ending, at_end.number) == ("[]", "[]", "ruzie", 2)
    assert (again.path, again.decided, again.ending, again.number, again.step) == ("[]", "[]", None, 3, 6)
    assert again.completed_at is not None
    assert (going.path, going.decided, going.number) == ('[["begin","gedeeld"]]', '["begin"]', 2)
    assert {one.rulebook for one in runs.values()} == {""}
    assert (progress.attempts, progress.best, progress.completed_edition) == (2, 90, "")
    assert progress.completed_at is not None
    assert cards == [(7, None)]
    assert marks == [(2, '"a"', "")]
    assert scores == [(1, 1, 1), (2, 1, 1)]
