"""Who switches to another language reads everything in it, lessons that were translated included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.library import default_content_root, load_library

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor

LESSON = "mag-deze-foto"


@pytest.fixture(scope="module")
def library() -> Library:
    """The project's own content, with one lesson that was translated."""
    ours = load_library(default_content_root())
    dutch = ours.lessons[LESSON]["nl"]
    versions = {"nl": replace(dutch, title="In het Nederlands"), "en": replace(dutch, title="In English")}
    return replace(ours, lessons={**ours.lessons, LESSON: versions})


def test_a_lesson_is_read_in_the_language_that_its_reader_chose(visitor: Visitor) -> None:
    visitor.as_pupil()
    path = f"/learn/lessons/{LESSON}"
    assert "In het Nederlands" in visitor.get(path).text
    visitor.post("/language", {"language": "en", "next": path})
    page = visitor.get(path).text
    assert '<html lang="en"' in page
    assert "In English" in page
    assert "In English" in visitor.get("/learn/").text
    visitor.post("/language", {"language": "nl", "next": path})
    assert "In het Nederlands" in visitor.get(path).text
