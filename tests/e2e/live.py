"""The real server as a process of its own, on a small demo board, with people made for one journey each."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import insert, select

from course.demo.board import build_board
from course.demo.plan import Size
from course.learning.tables import attempts
from course.people import secrets
from course.people.access import Group, School
from course.people.actor import hash_of
from course.people.tables import class_sessions, groups, memberships, persons, schools, sign_ins
from course.store.store import Store
from tests import builders
from tests.web.rules.doors import open_to_all
from web.http.class_links import link_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import BrowserContext

    from course.library import Library

BOARD = Size(schools=2, groups=2, pupils=8)
SECRET = "for journeys of a browser only, and long enough"
PATIENCE = 30
"""Seconds to wait for the first page; a loaded machine may need some."""
TRIES = 5
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Live:
    """A running server with its database, in which a test may make people."""

    url: str
    store: Store
    library: Library
    ours: School
    theirs: School
    our_group: Group
    their_group: Group
    code: str
    """Of our group; its door stands open."""
    their_code: str

    def pupil(self, name: str, *, theirs: bool = False) -> int:
        """A pupil who has done nothing yet; one of a name that is taken is called "Kiki 2"."""
        group = self.their_group if theirs else self.our_group
        taken = (
            select(persons.c.name).join_from(memberships, persons).where(memberships.c.group_id == group.id)
        )
        with self.store.read() as conn:
            names = set(conn.execute(taken).scalars())
        own = next(one for one in (name, *(f"{name} {n}" for n in range(2, 99))) if one not in names)
        return builders.a_pupil(self.store, group, own)

    def teacher(self) -> builders.StaffMember:
        return builders.a_teacher(self.store, self.our_group)

    def director(self) -> builders.StaffMember:
        return builders.a_director(self.store, self.ours)

    def officer(self) -> builders.StaffMember:
        return builders.an_officer(self.store, self.ours.board_id)

    def begin_attempt(self, person_id: int, quiz: str, *questions: str) -> None:
        """An attempt that asks just these questions."""
        row = {"person_id": person_id, "quiz": quiz, "edition": "", "rulebook": "", "number": 1, "seed": 5}
        row |= {
            "questions": json.dumps(questions),
            "answered": 0,
            "right": 0,
            "started_at": datetime.now(UTC),
        }
        with self.store.write() as conn:
            conn.execute(insert(attempts), row)

    def let_in(self, context: BrowserContext, person_id: int) -> None:
        """Put a sign-in in a browser, for journeys that are about something else."""
        let_in(self.store, self.url, context, person_id, datetime.now(UTC))

    def link_key(self) -> str:
        """What the QR code on the board holds beside the class code."""
        with _signer().app_context():
            return link_key(self.code)


def let_in(store: Store, url: str, context: BrowserContext, person_id: int, now: datetime) -> None:
    """Put a sign-in of this moment in a browser."""
    token = secrets.new_token()
    row = {
        "token_hash": hash_of(token),
        "person_id": person_id,
        "created_at": now,
        "seen_at": now,
        "confirmed_at": now,
        "expires_at": now + timedelta(hours=2),
    }
    with store.write() as conn:
        conn.execute(insert(sign_ins), row)
    serializer = SecureCookieSessionInterface().get_signing_serializer(_signer())
    assert serializer is not None
    value = serializer.dumps({"_permanent": True, "token": token})
    context.add_cookies([{"name": "deelwijs", "value": str(value), "url": url}])


def _signer() -> Flask:
    signer = Flask("signer")
    signer.secret_key = SECRET
    return signer


@contextmanager
def serving(folder: Path, library: Library, settings: Mapping[str, str] = NO_SETTINGS) -> Iterator[Live]:
    """Build the board, start `deelwijs serve` on a free port, and end that process afterwards."""
    database = f"sqlite:///{folder / 'deelwijs.db'}"
    store = Store.open(database)
    store.migrate()
    plan = build_board(store, library, size=BOARD)
    command = [Path(sys.executable).parent / "deelwijs", "serve", "--workers", "1"]
    try:
        with answering(folder, database, command, settings) as url:
            yield _live(url, store, library, [school.code for school in plan.schools])
    finally:
        store.close()


@contextmanager
def answering(
    folder: Path, database: str, command: Sequence[str | Path], settings: Mapping[str, str] = NO_SETTINGS
) -> Iterator[str]:
    """Run a command that serves, until it answers on a free port; gives its address, and ends it afterwards."""
    for _ in range(TRIES):
        port = _free_port()
        process = _serve(folder, database, [*command, "--port", str(port)], settings)
        url = f"http://127.0.0.1:{port}"
        if _answers(url, process):
            break
    else:
        raise RuntimeError((folder / "log").read_text(encoding="utf-8"))
    try:
        yield url
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _serve(
    folder: Path, database: str, command: Sequence[str | Path], settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DEELWIJS_DATABASE": database, "DEELWIJS_DATA": str(folder)}
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [*command],
            env={**environment, "DEELWIJS_SECRET_KEY": SECRET, **settings},
            stdout=log,
            stderr=log,
            cwd=ROOT,
        )


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    if process.poll() is None:
        process.terminate()
        process.wait(timeout=PATIENCE)
    return False


def _live(url: str, store: Store, library: Library, codes: list[str]) -> Live:
    with store.read() as conn:
        found = []
        for code in codes:
            row = conn.execute(
                select(
                    groups,
                    schools.c.board_id,
                    schools.c.name.label("school"),
                    schools.c.protocol,
                    schools.c.adopted_on,
                )
                .select_from(
                    class_sessions.join(groups, class_sessions.c.group_id == groups.c.id).join(schools)
                )
                .where(class_sessions.c.code == code)
            ).one()
            school = School(row.school_id, row.board_id, row.school, row.protocol, row.adopted_on)
            group = Group(row.id, row.school_id, row.board_id, row.name, row.school_year)
            found.append((school, group))
    (ours, our_group), (theirs, their_group) = found
    open_to_all(store, ours, datetime.now(UTC))
    return Live(url, store, library, ours, theirs, our_group, their_group, codes[0], codes[1])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
