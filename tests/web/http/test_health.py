"""Where nothing can be written, as on a full disk: pages are read, and who tries to come in is told what is the matter."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from sqlalchemy import insert

from course.errors import Unavailable
from course.learning.tables import first_choices


@pytest.fixture
def full(store, monkeypatch):
    """`full()` lets every write fail from now on."""

    @contextmanager
    def write(_store):
        raise Unavailable("disk full") from OSError("no space")
        yield

    return lambda: monkeypatch.setattr(type(store), "write", write)


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
    assert visitor.get("/sign-in/ZZZZZZ").status_code == 503
