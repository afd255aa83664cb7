"""Four words at the door, typed as they come."""

from __future__ import annotations

import pytest

from course.people.credentials import Kind, drop_secrets, keep_secrets
from course.people.secrets import hash_pictures
from tests import builders
from tests.web.page import Page

FOUR = ("fontein", "ijs", "kasteel", "zebra")


@pytest.fixture
def path(town):
    """The page of a pupil who has words."""
    with town.store.write() as conn:
        keep_secrets(conn, {town.pupil: hash_pictures(FOUR)}, Kind.WORDS, builders.NOW)
        drop_secrets(conn, [town.pupil], Kind.PICTURES)
    return f"/sign-in/class/{town.pupil}"


@pytest.fixture
def code(town):
    return town.open_session().code


def test_a_pupil_comes_in_with_four_words_in_any_order_by_their_first_letters(visitor, path, code, hx):
    page = visitor.behind(code).page(path)
    fields = [attrs for tag, attrs in page.tags if tag == "input" and attrs.get("name") == "word"]
    assert len(fields) == 4
    assert {one["autocapitalize"] for one in fields} == {"none"}
    assert {one["list"] for one in fields} == {"word-list"}
    answer = visitor.post(path, {"word": ("Zebr", "ÍJS", "kasteel", "fontei")}, hx=hx)
    assert answer.status_code == (204 if hx else 303)
    assert "Aya" in visitor.page("/learn/").words


def test_a_slip_is_told_at_its_field_and_what_was_typed_stays(visitor, path, code, hx):
    answer = visitor.behind(code).post(path, {"word": ("zebra", "zebra", "kastelen", "")}, hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    wrong = [attrs for tag, attrs in page.tags if tag == "input" and "aria-invalid" in attrs]
    assert [one["value"] for one in wrong] == ["zebra", "kastelen", ""]
    for words in ("staat er twee keer", "niet een van onze woorden", "ontbreekt nog"):
        assert words in page.words


def test_wrong_words_let_nobody_in_and_do_not_say_which_was_wrong(visitor, path, code, hx):
    answer = visitor.behind(code).post(path, {"word": (*FOUR[:3], "muis")}, hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "Dit zijn niet jouw woorden" in page.words
    assert not [attrs for tag, attrs in page.tags if tag == "input" and "aria-invalid" in attrs]
    assert visitor.get("/learn/").status_code == 401


def test_a_classmate_who_still_has_pictures_is_asked_for_those(visitor, town, path, code):
    page = visitor.behind(code).page(f"/sign-in/class/{town.classmate}")
    assert max(len(form.choices) for form in page.forms) == 16
