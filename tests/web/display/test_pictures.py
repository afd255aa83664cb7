"""Drawings of the content have an address that changes with them, so that a mended one is seen at once."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from web.display.pictures import quiz_html

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library
    from tests.web.conftest import Visitor


def edition(library: Library, path: str) -> str:
    return f"v={hashlib.sha256((library.root / path).read_bytes()).hexdigest()[:10]}"


def test_the_picture_of_a_module_has_its_own_edition(visitor: Visitor, library: Library) -> None:
    shown = [one for one in visitor.as_pupil().page("/learn/").addresses if "/pictures/lessons/" in one]
    assert shown
    for address in map(urlsplit, shown):
        assert address.query == edition(library, address.path.removeprefix("/pictures/"))


def test_the_picture_of_a_question_has_its_own_edition(app: Flask, library: Library) -> None:
    name = "mag-deze-foto/kampvuur.svg"
    with app.test_request_context("/"):
        html = quiz_html(f'<p>Kijk: <img src="{name}" alt="vuur"> en <img src="/elders.svg" alt=""></p>')
    source = re.search(r'src="([^"]*kampvuur[^"]*)"', html)
    assert source
    assert source[1] == f"/pictures/quizzes/{name}?{edition(library, f'quizzes/{name}')}"
    assert 'src="/elders.svg"' in html
    with app.test_client().get(source[1]) as answer:
        assert answer.status_code == 200


def test_a_picture_that_is_lost_breaks_no_page(app: Flask) -> None:
    with app.test_request_context("/"):
        assert "/pictures/quizzes/pictures/weg.svg" in quiz_html('<img src="pictures/weg.svg" alt="">')


def test_the_picture_of_a_scene_has_its_own_edition(visitor: Visitor, library: Library) -> None:
    shown = [
        one
        for one in visitor.as_pupil().page("/learn/lessons/mag-deze-foto").addresses
        if "/pictures/" in one
    ]
    assert shown
    for address in map(urlsplit, shown):
        assert address.query == edition(library, address.path.removeprefix("/pictures/"))
