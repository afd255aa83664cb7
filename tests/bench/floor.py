"""The floor: a bare Flask endpoint that does the reads and the committed writes of an answer, and no more.

There are two: one shares the connections and the queue of writers with the application, one keeps its own as they were at
the beginning (`frozen`), and both speak SQL as text. Neither checks a session or a form, knows a lesson, judges or draws
anything; they answer as many bytes as the application does.
"""

import os
import sys
from datetime import UTC, datetime
from hashlib import sha256

from flask import Flask, request
from sqlalchemy import Date, DateTime, bindparam, text

from course.calendar import school_day, school_year
from course.store.store import Store
from tests.bench.frozen import Frozen

SWITCH = 0.0005
"""Of the application's workers, as it was at the beginning."""

HELD = "{0}.from_on <= :today AND ({0}.until_on IS NULL OR {0}.until_on > :today)"
WHO = text(
    "SELECT p.id, p.name, p.year_group, p.locale, i.role_id, i.expires_at, i.seen_at, r.role, r.board_id, b.name,"
    " r.school_id, s.name, s.protocol, g.id AS group_id"
    " FROM sign_ins i JOIN persons p ON p.id = i.person_id"
    f" JOIN roles r ON r.person_id = p.id AND {HELD.format('r')}"
    " JOIN boards b ON b.id = r.board_id LEFT JOIN schools s ON s.id = r.school_id"
    f" LEFT JOIN memberships m ON m.person_id = p.id AND m.role = r.role AND {HELD.format('m')}"
    " LEFT JOIN groups g ON g.id = m.group_id AND g.school_id = r.school_id AND g.school_year = :in_year"
    " WHERE i.token_hash = :token AND i.expires_at > :now ORDER BY r.id, g.name, g.id"
).bindparams(bindparam("now", type_=DateTime(timezone=True)), bindparam("today", type_=Date))
WHERE = text(
    "SELECT r.number, r.step, r.path, r.decided, r.endings, r.ending, r.sign_in, r.started_at, r.touched_at, r.completed_at,"
    " q.started_at, q.touched_at, q.attempts, q.best, q.quiz_passed_at, q.completed_at"
    " FROM persons p LEFT JOIN runs r ON r.person_id = p.id AND r.lesson = :lesson"
    " LEFT JOIN progress q ON q.person_id = p.id AND q.module = :lesson WHERE p.id = :person"
)
BEGIN_RUN = text(
    "INSERT INTO runs (person_id, lesson, edition, number, step, path, decided, endings, started_at, touched_at)"
    " VALUES (:person, :lesson, 'floor', 1, 1, :path, :decided, '{}', :now, :now) ON CONFLICT DO NOTHING"
).bindparams(bindparam("now", type_=DateTime(timezone=True)))
MOVE_RUN = text(
    "UPDATE runs SET edition = 'floor', number = 1, step = :step + 1, path = :path, decided = :decided,"
    " endings = '{}', touched_at = :now, completed_at = NULL"
    " WHERE person_id = :person AND lesson = :lesson AND step = :step"
).bindparams(bindparam("now", type_=DateTime(timezone=True)))
BEGIN_MODULE = text(
    "INSERT INTO progress (person_id, module, started_at, touched_at, attempts, best)"
    " VALUES (:person, :lesson, :now, :now, 0, 0) ON CONFLICT DO NOTHING"
).bindparams(bindparam("now", type_=DateTime(timezone=True)))
COUNT_GROUP = text(
    "INSERT INTO group_progress (group_id, module, year_group, begun, completed) VALUES (:group, :lesson, :year, 1, 0)"
    " ON CONFLICT (group_id, module, year_group) DO UPDATE SET begun = group_progress.begun + excluded.begun,"
    " completed = group_progress.completed + excluded.completed"
)
MOVE_MODULE = text(
    "UPDATE progress SET touched_at = :now WHERE person_id = :person AND module = :lesson"
    " RETURNING completed_at"
).bindparams(bindparam("now", type_=DateTime(timezone=True)))
COUNT_FIRST = text(
    "INSERT INTO first_choices (group_id, lesson, scene, choice, count) VALUES (:group, :lesson, :scene, :choice, 1)"
    " ON CONFLICT (group_id, lesson, scene, choice) DO UPDATE SET count = first_choices.count + excluded.count"
)


def make() -> Flask:
    """What a worker starts with, set as the application's workers are."""
    sys.setswitchinterval(SWITCH)
    opened = Frozen if os.environ["FLOOR_STORE"] == "frozen" else Store.open
    return make_floor(opened(os.environ["DEELWIJS_DATABASE"]), int(os.environ["FLOOR_BYTES"]))


def make_floor(store: Store | Frozen, size: int) -> Flask:
    """Build the endpoint; the first cookie of a request is taken for the token."""
    app = Flask("floor")
    body = "x" * size

    @app.post("/learn/lessons/<lesson>/<kind>")
    def move(lesson: str, kind: str) -> str:
        form, now = request.form, datetime.now(UTC)
        with store.read() as conn:
            who = conn.execute(WHO, whose(request.headers["Cookie"], now)).first()
        with store.read() as conn:
            was = conn.execute(WHERE, {"person": who.id, "lesson": lesson}).one()
        write(store, who, was, {**form.to_dict(), "kind": kind, "lesson": lesson}, now)
        return body

    @app.get("/")
    def front() -> str:
        return "floor"

    return app


def whose(cookie: str, now: datetime) -> dict[str, object]:
    """Name the sign-in of a cookie: the floor's own cookies hold the bare token."""
    today, token = school_day(now), cookie.removeprefix("floor=").encode()
    return {
        "token": sha256(token).hexdigest(),
        "now": now,
        "today": today,
        "in_year": school_year(today),
    }


def write(store: Store | Frozen, who, was, form: dict[str, str], now: datetime) -> None:
    """Do the writes that the client says the application would do."""
    values = {
        "person": who.id,
        "group": who.group_id,
        "year": who.year_group,
        "lesson": form["lesson"],
        "now": now,
        "step": int(form["step"]),
        "path": "" if form["kind"] == "back" else f"{was.path or ''}{form['scene']} {form['choice']};",
        "decided": was.decided or "",
        "scene": form.get("scene", ""),
        "choice": form.get("choice", ""),
    }
    writes = form["writes"].split()
    if "first" in writes:
        values["decided"] += f"{form['scene']};"
    with store.write() as conn:
        done = conn.execute(BEGIN_RUN if was.step is None else MOVE_RUN, values).rowcount
        assert done == 1, "the step that the client names is not the newest"
        if "begun" in writes:
            conn.execute(BEGIN_MODULE, values)
            conn.execute(COUNT_GROUP, values)
        if "progress" in writes:
            conn.execute(MOVE_MODULE, values)
        if "first" in writes:
            conn.execute(COUNT_FIRST, values)
