"""Classes of signed-in pupils, and what each of them clicks: written straight into the store, with real cookies."""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import insert

from course.enrolment.people import add_pupils
from course.learning.tables import attempts, later_answers, marks, progress, runs
from course.people.actor import hash_of
from course.people.tables import sign_ins
from tests import builders
from web.http.csrf import masked

LESSON = "mag-deze-foto"
PROTOCOL = "verkruisen"
SECRET = "a-secret-of-the-benchmark-that-signs-cookies"
EARLIER_ATTEMPTS, ANSWERS_EACH = 72, 14
"""Together 1,008 marked answers."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil with a browser: the cookie of a session, and the token that its forms carry."""

    id: int
    token: str
    cookie: str
    csrf: str
    accepts: str = "gzip, deflate, br"


def some_classes(store, groups: int, each: int) -> list[Pupil]:
    """Groups of pupils who have all just signed in."""
    school = builders.a_school(store, protocol=PROTOCOL)
    now, tokens, people = datetime.now(UTC), {}, []
    for _ in range(groups):
        group = builders.a_group(store, school)
        rows = [(f"Leerling {number}", builders.PICTURES_HASH) for number in range(each)]
        with store.write() as conn:
            people += add_pupils(conn, group, rows, now, "7")
    for person in people:
        tokens[person] = secrets.token_urlsafe(32)
    with store.write() as conn:
        conn.execute(insert(sign_ins), [sign_in(person, token, now) for person, token in tokens.items()])
    return [browser(person, token) for person, token in tokens.items()]


def with_history(store, pupil: Pupil, lesson, module) -> None:
    """Give a pupil 1,008 marked answers, a run of a thousand steps and every later-card answered."""
    now = datetime.now(UTC)
    decided = json.dumps([scene.id for scene in lesson.scenes.values() if len(scene.choices) > 1])
    endings = json.dumps({scene.id: 1 for scene in lesson.scenes.values() if scene.is_ending})
    with store.write() as conn:
        conn.execute(
            insert(runs),
            {
                "person_id": pupil.id,
                "lesson": lesson.id,
                "edition": lesson.edition,
                "number": 90,
                "step": 1000,
                "path": "[]",
                "decided": decided,
                "endings": endings,
                "started_at": now,
                "touched_at": now,
                "completed_at": now,
            },
        )
        conn.execute(
            insert(progress),
            {
                "person_id": pupil.id,
                "module": module.id,
                "started_at": now,
                "touched_at": now,
                "attempts": EARLIER_ATTEMPTS,
                "best": 79,
            },
        )
        for days in (7, 28, 84):
            card = {"person_id": pupil.id, "lesson": lesson.id, "scene": "een-herinnering", "days": days}
            conn.execute(insert(later_answers), {**card, "choice": "x", "answered_at": now})
        for number in range(1, EARLIER_ATTEMPTS + 1):
            _attempt(conn, pupil.id, module.quiz, number, now)


def _attempt(conn, person: int, quiz: str, number: int, now: datetime) -> None:
    made = conn.execute(
        insert(attempts).returning(attempts.c.id),
        {
            "person_id": person,
            "quiz": quiz,
            "edition": "0" * 12,
            "number": number,
            "seed": number,
            "questions": json.dumps([f"vraag-{place}" for place in range(ANSWERS_EACH)]),
            "answered": ANSWERS_EACH,
            "right": 10,
            "started_at": now,
            "finished_at": now,
        },
    ).scalar_one()
    rows = [
        {"attempt_id": made, "place": place, "question": f"vraag-{place}", "answer": "[]", "right": True}
        for place in range(ANSWERS_EACH)
    ]
    conn.execute(insert(marks), rows)


def sign_in(person: int, token: str, now: datetime) -> dict[str, object]:
    return {
        "token_hash": hash_of(token),
        "person_id": person,
        "class_session_id": None,
        "created_at": now,
        "seen_at": now,
        "expires_at": now + timedelta(hours=4),
    }


def browser(person: int, token: str) -> Pupil:
    app = Flask("cookies")
    app.secret_key = SECRET
    raw = secrets.token_hex(20)
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    cookie = signer.dumps({"_permanent": True, "token": token, "csrf_token": raw})
    return Pupil(person, token, f"deelwijs={cookie}", masked(raw))
