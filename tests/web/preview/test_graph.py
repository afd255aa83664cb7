"""The page with the drawn scenes: an author's only, with a policy of its own. In a browser: tests/e2e/test_graph.py."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from course.library import default_content_root
from tests.web.page import Page
from web.http.security import HEADERS
from web.preview import make_preview
from web.preview.desk import Desk

LESSON = "mag-deze-foto"
PATH = f"/graph/{LESSON}"


@pytest.fixture
def desk():
    return Desk(default_content_root(), LESSON, "kom-leren")


@pytest.fixture
def author(desk):
    app = make_preview(desk)
    app.testing = True
    return app.test_client()


def test_the_page_holds_the_text_that_is_drawn_with_the_verdicts_of_the_protocol_chosen(author, desk):
    drawn = set()
    for protocol in desk.library.norms.protocols.values():
        answer = author.get(f"{PATH}?protocol={protocol.id}")
        assert protocol.name in desk.graph()
        assert desk.graph() in html.unescape(answer.text)
        drawn.add(desk.graph())
    assert len(drawn) == len(desk.library.norms.protocols)


def test_only_this_page_lets_styles_stand_in_it_and_no_page_any_script(author):
    usual = HEADERS["Content-Security-Policy"]
    policy = author.get(PATH).headers["Content-Security-Policy"]
    assert policy == usual.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") != usual
    assert "script-src 'self';" in policy
    for other in (f"/lessons/{LESSON}", "/gallery", "/graph/nergens"):
        assert author.get(other).headers["Content-Security-Policy"] == usual


def test_everything_that_the_page_loads_is_there(author):
    page = Page(author.get(PATH).text)
    own = [attrs.get("src") or attrs.get("href") for _, attrs in page.tags]
    files = [path for path in own if path and path.startswith("/graph/static/")]
    assert {Path(path).name for path in files} == {"graph.css", "graph.js", "mermaid.min.js"}
    assert {author.get(path, buffered=True).status_code for path in files} == {200}


def test_the_lesson_and_its_graph_lead_to_each_other(author):
    assert f'href="{PATH}"' in author.get(f"/lessons/{LESSON}").text
    assert f'href="/lessons/{LESSON}"' in author.get(PATH).text


def test_another_lesson_is_not_found(author):
    assert author.get("/graph/leerlingen-als-vriend").status_code == 404


def test_the_page_loads_again_on_a_save(author):
    assert "/lessons/saved?edition=" in author.get(PATH).text


def test_the_program_that_serves_learners_has_neither_the_page_nor_its_files(app):
    client = app.test_client()
    assert [
        rule.rule
        for rule in app.url_map.iter_rules()
        if "graph" in rule.rule or rule.endpoint.startswith("preview")
    ] == []
    for path in (
        PATH,
        "/static/vendor/mermaid/mermaid.min.js",
        "/graph/static/vendor/mermaid/mermaid.min.js",
    ):
        assert client.get(path).status_code == 404
