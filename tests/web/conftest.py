"""The real application on the real content and both databases, and a visitor that speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import BytecodeCache

from course.library import default_content_root, load_library
from tests import builders
from tests.web.page import Page
from tests.web.town import Town, a_town
from web.app import make_app
from web.config import Config
from web.reports.makers import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient
    from jinja2.bccache import Bucket
    from werkzeug.test import TestResponse

    from course.library import Library
    from course.store.store import Store
    from tests.builders import StaffMember

HX = {"HX-Request": "true"}


class Compiled(BytecodeCache):
    """Templates compiled once per test run rather than once per application."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@dataclass(slots=True)
class Clock:
    """The application's clock, moved by hand."""

    now: datetime = builders.NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        """Let hours, days or minutes pass."""
        self.now += timedelta(**time)


class Visitor:
    """Somebody with a browser: `visitor.as_pupil().get("/learn/")`; with `hx=True` it is htmx that asks."""

    def __init__(self, app: Flask, town: Town, clock: Clock) -> None:
        self.app, self.town, self.clock = app, town, clock
        self.client: FlaskClient = app.test_client()
        self.coach: StaffMember | None = None
        self.administrator: StaffMember | None = None

    def get(self, path: str, *, hx: bool = False, **words: Any) -> TestResponse:
        return self.client.get(path, headers=HX if hx else {}, buffered=True, **words)

    def post(self, path: str, data: object = None, *, hx: bool = False, **words: Any) -> TestResponse:
        if isinstance(data, dict):  # a tuple would be a file for werkzeug
            data = {name: [*value] if isinstance(value, tuple) else value for name, value in data.items()}
        return self.client.post(path, data=data or {}, headers=HX if hx else {}, buffered=True, **words)

    def page(self, path: str) -> Page:
        """What a page that must be there says."""
        answer = self.get(path, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.status_code)
        return Page(answer.text)

    def as_pupil(self, person_id: int | None = None) -> Visitor:
        """Come in as a pupil, ours unless another is named, in a class session that is opened for it."""
        pupil = person_id or self.town.pupil
        session = self.town.open_session(self.town.group_of(pupil), self.clock())
        return self._in(self.town.token(pupil, self.clock(), session))

    def as_new_pupil(self, year_group: str) -> Visitor:
        """Come in as a pupil of a year that the town has none of, in our group."""
        pupil = builders.a_pupil(self.town.store, self.town.our_group, "Fay", year_group)
        session = self.town.open_session(self.town.our_group, self.clock())
        return self._in(self.town.token(pupil, self.clock(), session))

    def as_staff(self, who: StaffMember) -> Visitor:
        return self._in(self.town.token(who.id, self.clock()))

    def as_teacher(self) -> Visitor:
        return self.as_staff(self.town.teacher)

    def as_director(self) -> Visitor:
        return self.as_staff(self.town.director)

    def as_officer(self) -> Visitor:
        return self.as_staff(self.town.officer)

    def as_coach(self) -> Visitor:
        """Come in as a coach of our group, whom only this visitor makes: other tests count the town's staff."""
        self.coach = self.coach or builders.a_coach(self.town.store, self.town.our_group)
        return self.as_staff(self.coach)

    def as_administrator(self) -> Visitor:
        self.administrator = self.administrator or builders.an_administrator(self.town.store, self.town.ours)
        return self.as_staff(self.administrator)

    def behind(self, code: str) -> Visitor:
        """Use a browser that this class code let in before."""
        with self.client.session_transaction() as session:
            session["door"] = code
        return self

    def leave(self) -> Visitor:
        """Be nobody again."""
        self.client = self.app.test_client()
        return self

    def step(self, lesson: str) -> str:
        """The step that the page of a lesson carries now."""
        page = self.page(f"/learn/lessons/{lesson}")
        return next(form.value("step") for form in page.forms if f"/lessons/{lesson}/" in form.action)

    def choose(self, lesson: str, choice: str, *, step: str | None = None, hx: bool = False) -> TestResponse:
        """Take a choice from the page as it is now, or from an older one with its `step`."""
        page = self.page(f"/learn/lessons/{lesson}")
        data = dict(page.form("/choices").fields) if page.has_form("/choices") else {}
        data |= {"step": self.step(lesson) if step is None else step, "choice": choice}
        return self.post(f"/learn/lessons/{lesson}/choices", data, hx=hx)

    def walk(self, lesson: str, *choices: str) -> Visitor:
        """Take one choice after the other; each must work."""
        for choice in choices:
            answer = self.choose(lesson, choice)
            assert answer.status_code == 303, (choice, answer.status_code)
        return self

    def _in(self, token: str) -> Visitor:
        with self.client.session_transaction() as session:
            session["token"] = token
        return self


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own content, read once."""
    return load_library(default_content_root())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, library: Library, clock: Clock) -> Iterator[Flask]:
    """The application without the CSRF check, which has tests of its own (`guarded`)."""
    made = _app(store, library, clock)
    made.config["WTF_CSRF_ENABLED"] = False
    yield made
    _rest(made)


@pytest.fixture
def guarded(store: Store, library: Library, clock: Clock) -> Iterator[Flask]:
    """The application as it is served, CSRF check and error pages included."""
    made = _app(store, library, clock)
    made.testing = False
    yield made
    _rest(made)


@pytest.fixture
def town(store: Store) -> Town:
    return a_town(store)


@pytest.fixture
def visitor(app: Flask, town: Town, clock: Clock) -> Visitor:
    """Somebody who has not signed in."""
    return Visitor(app, town, clock)


@pytest.fixture(params=[False, True], ids=["page", "fragment"])
def hx(request: pytest.FixtureRequest) -> bool:
    """Whether htmx asks."""
    return request.param


def _rest(made: Flask) -> None:
    """Let what is made beside the requests come to its end, before the store goes."""
    if makers := made.extensions.get(KEY):
        makers.wait()


def _app(store: Store, library: Library, clock: Clock) -> Flask:
    config = Config(database="sqlite://", content=library.root, secret_key="for tests only")
    made = make_app(config, store=store, library=library)
    made.jinja_env.bytecode_cache = COMPILED
    made.testing = True
    made.config["CLOCK"] = clock
    return made
