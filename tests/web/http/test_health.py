"""Where nothing can be written, as on a full disk: pages are read, and who tries to come in is told what is the matter."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from sqlalchemy import insert

from course.errors import Unavailable
from course.learning.tables import first_choices
from web.http.health import FRESH


@contextmanager
def broken(_store):
    """What stands for `Store.write` on a full disk."""
    raise Unavailable("disk full") from OSError("no space")
    yield


@pytest.fixture
def full(store, monkeypatch):
    """`full()` lets every write fail from now on."""
    return lambda: monkeypatch.setattr(type(store), "write", broken)


def test_figures_that_are_due_wait_and_the_page_is_read(visitor, town, store, library, full):
    lesson = library.lesson("mag-deze-foto")
    scene = next(one for one in lesson.scenes.values() if len(one.choices) > 1)
    row = {"lesson": lesson.id, "scene": scene.id, "choice": scene.choices[0].id, "count": 7}
    with store.write() as conn:
        conn.execute(insert(first_choices), {"group_id": town.our_group.id, **row})
    visitor.as_teacher()
    full()
    assert visitor.get(f"/teacher/groups/{town.our_group.id}").status_code == 200
    assert visitor.get(f"/teacher/groups/{town.our_group.id}/figures").status_code == 200


def test_a_try_that_cannot_be_counted_is_told_as_what_it_is(visitor, town, app, full):
    app.testing = False
    full()
    assert visitor.post("/sign-in", {"email": town.teacher.email, "password": "x"}).status_code == 503
    assert visitor.post("/sign-in/code", {"code": "ZZZZZZ"}).status_code == 503


@pytest.fixture
def later(monkeypatch):
    """`later()` lets what was found a moment ago be old."""
    moment = [1000.0]
    monkeypatch.setattr("web.http.health.monotonic", lambda: moment[0])

    def passes():
        moment[0] += FRESH

    return passes


def test_health_is_refused_where_nothing_can_be_written(visitor, full, later, caplog):
    assert visitor.get("/health").status_code == 200
    full()
    later()
    answer = visitor.get("/health")
    assert (answer.status_code, answer.text) == (503, "not fine\n")
    assert "not healthy: nothing can be written: no space" in caplog.text


def test_health_comes_back_with_the_disk(visitor, store, monkeypatch, later):
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(type(store), "write", broken)
        assert visitor.get("/health").status_code == 503
    later()
    assert visitor.get("/health").status_code == 200


def test_health_is_refused_with_an_empty_key(visitor, app, caplog):
    app.secret_key = ""
    assert visitor.get("/health").status_code == 503
    assert "the secret key is empty" in caplog.text


def test_a_flood_of_questions_is_one_write(visitor, store, monkeypatch, later):
    writes = []
    was = type(store).write

    def write(self):
        writes.append(True)
        return was(self)

    monkeypatch.setattr(type(store), "write", write)
    for _ in range(50):
        assert visitor.get("/health").status_code == 200
    later()
    visitor.get("/health")
    assert len(writes) == 2


def test_a_flood_while_all_is_ill_fills_no_log(visitor, full, later, caplog):
    full()
    for _ in range(5):
        later()
        assert visitor.get("/health").status_code == 503
    assert caplog.text.count("not healthy") == 1
