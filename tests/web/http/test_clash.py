"""Two who did the same at once: the second is told kindly."""

from __future__ import annotations

from course.errors import Clash
from tests.web.page import Page


def test_a_clash_is_told_in_the_tab_too(visitor, monkeypatch):
    def clash(*_given):
        raise Clash("two at once")

    visitor.as_teacher()
    monkeypatch.setattr("web.teacher.routes.my_groups", clash)
    assert Page(visitor.get("/teacher/").text).title.startswith("Fout:")
