"""Who switches to another language reads everything in it, lessons that were translated included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.library import default_content_root, load_library
from tests import builders
from web.serving import worker

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor

LESSON = "mag-deze-foto"


@pytest.fixture(scope="module")
def library() -> Library:
    """The project's own content, with one lesson that was translated."""
    ours = load_library(default_content_root())
    dutch = ours.lessons[LESSON]["nl"]
    versions = {
        "nl": replace(dutch, title="In het Nederlands"),
        "en": replace(dutch, file=dutch.file.replace("/nl.md", "/en.md"), title="In English"),
    }
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


def test_the_reader_chooses_the_language_and_keeps_it(visitor, town):
    assert 'lang="nl"' in visitor.get("/").text
    answer = visitor.post("/language", {"language": "en", "next": "/sign-in"})
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert '<html lang="en"' in visitor.get("/").text
    visitor.post("/sign-in", {"email": town.teacher.email, "password": builders.PASSWORD})
    assert '<html lang="en"' in visitor.get("/teacher/").text
    visitor.post("/language", {"language": "nl", "next": "/teacher/"})
    assert '<html lang="nl"' in visitor.get("/teacher/").text


def test_what_stays_dutch_in_an_english_page_is_said_to_be_dutch(visitor: Visitor) -> None:
    quiz = "/learn/quizzes/mag-deze-foto"
    visitor.as_pupil().post("/language", {"language": "en", "next": quiz})
    assert "The stories and the questions are in Dutch only." in visitor.get("/learn/").text
    assert 'Quiz: <span lang="nl">Mag deze foto?</span>' in visitor.get(quiz).text
    visitor.post("/language", {"language": "nl", "next": quiz})
    assert "alleen in het Nederlands" not in visitor.get("/learn/").text


@pytest.mark.parametrize("wanted", ["xx", "", "../../etc", "EN"])
def test_a_language_that_is_not_there_changes_nothing(visitor, wanted):
    assert visitor.post("/language", {"language": wanted, "next": "/"}).status_code == 303
    assert '<html lang="nl"' in visitor.get("/").text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "//[",
        "http://[::1",
        "",
    ],
)
def test_the_language_switch_leads_to_no_other_host(visitor, elsewhere):
    answer = visitor.post("/language", {"language": "en", "next": elsewhere})
    assert answer.status_code == 303
    assert answer.location == "/"
    assert "Set-Cookie: a=b" not in str(answer.headers)


def test_a_query_survives_the_switch(visitor):
    """A sorted list or a question that one looks back at stays what it was."""
    next_page = "/rules/protocol?protocol=compass"
    answer = visitor.as_officer().post("/language", {"language": "en", "next": next_page})
    assert answer.location == next_page


def test_a_start_without_the_dutch_texts_is_refused_with_the_remedy(tmp_path, monkeypatch, capsys):
    """Flask-Babel says nothing of a catalog that is not there, and shows the English of the sources."""
    monkeypatch.setattr("web.http.language.TRANSLATIONS", tmp_path)
    monkeypatch.setenv("DEELWIJS_LANGUAGE", "en")
    monkeypatch.setattr("sys.setswitchinterval", lambda _seconds: None)
    monkeypatch.setenv("DEELWIJS_DATA", str(tmp_path))
    with pytest.raises(SystemExit):
        worker.make()
    assert capsys.readouterr().err == (
        "Deelwijs does not start: the texts in Nederlands are not compiled. Run: pybabel compile -d web/translations\n"
    )
