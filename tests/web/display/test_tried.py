"""A lesson that is tried has an address for every moment of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learning.lesson.trying import walk
from course.norms.model import Audience
from tests import builders
from web.display.tried import tried, way_asked

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library


def test_the_way_is_read_with_the_next_choice_behind_it(app: Flask) -> None:
    with app.test_request_context("/try?way=a.b&choice=c"):
        assert way_asked() == ["a", "b", "c"]
    with app.test_request_context("/try?way=a&part-0=eerlijk&part-1=weg"):
        assert way_asked()[0] == "a"
        assert len(way_asked()) == 2


def test_going_back_leaves_out_what_came_after(app: Flask, library: Library) -> None:
    way = ("in-de-bus", "de-volgende-ochtend")
    walked = walk(library, "mag-deze-foto", "kom-leren", Audience.PUPIL, way, builders.NOW)
    with app.test_request_context("/"):
        found = tried(walked, "visitor.try_out", {}, {"protocol": "kom-leren"})
        assert found.so_far == ".".join(way)
        assert found.back_to(1) == "/try?protocol=kom-leren&way=in-de-bus#play"
        assert found.start == "/try?protocol=kom-leren"
        assert found.action == "/try#play"
