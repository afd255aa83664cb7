"""What stands on the page of a scene, and in the tab: once, in words, with a face."""

from __future__ import annotations

import pytest

from tests.web.learn.test_routes import LESSON, PLAY
from tests.web.page import Page


@pytest.fixture
def pupil(visitor):
    return visitor.as_pupil()


def test_a_time_that_repeats_the_title_of_its_scene_is_told_once(pupil):
    pupil.walk(LESSON, "in-de-bus", "de-volgende-ochtend")
    page = pupil.page(PLAY)
    assert not any(attrs.get("class") == "time" for _tag, attrs in page.tags)
    pupil.post(f"{PLAY}/back", {"step": pupil.step(LESSON), "to": "0"})
    pupil.walk(LESSON, "de-remix")
    assert any(attrs.get("class") == "time" for _tag, attrs in pupil.page(PLAY).tags)


def test_a_chat_with_one_of_the_cast_has_their_face(pupil, library):
    page = pupil.walk(LESSON, "in-de-bus").page(PLAY)
    place = next(at for at, (_tag, attrs) in enumerate(page.tags) if attrs.get("class") == "app-header")
    faces = [attrs["src"] for tag, attrs in page.tags[place : place + 8] if tag == "img"]
    assert faces
    assert library.lesson(LESSON).cast["noor"].picture in faces[0]


def test_a_pupil_is_told_of_the_own_file_and_staff_of_what_a_leader_sees(visitor):
    assert (
        "Wat je kiest, bewaren we alleen zodat je verder kunt, hoogstens een half jaar."
        in visitor.as_pupil().page("/learn/").words
    )
    words = visitor.as_teacher().page("/learn/").words
    assert "Leidinggevenden zien wie de scholing af heeft, nooit wat iemand antwoordde." in words
    assert "dossier" not in words
    for leader, path in (("director", "/director/"), ("officer", "/board/")):
        words = getattr(visitor, f"as_{leader}")().page(path).words
        assert "Je ziet wie de scholing af heeft, nooit wat iemand antwoordde." in words
        assert "Leidinggevenden" not in words


def test_a_verdict_says_each_article_in_words_with_its_number_and_folds_what_the_law_adds(
    visitor, town, library
):
    said = library.judge("verkruisen", "pupil-take-photos-at-special-occasion")
    pupil = visitor.as_pupil(town.their_pupil).walk(LESSON, "in-de-bus")
    first, _mark, more = pupil.get(PLAY).text.partition('<details class="verdict-more"')
    assert said.articles[0].words.nl in first
    assert f"artikel {said.articles[0].number}" in first
    assert said.articles[0].id not in Page(first).words
    for source in (*said.articles[1:], *said.law_articles):
        assert source.words.nl in more


def test_the_tab_names_the_scene_where_one_is(pupil, hx):
    assert Page(pupil.get(PLAY, hx=hx).text).title == "Plons · De laars van Daan · Deelwijs"
    pupil.walk(LESSON, "de-remix")
    assert Page(pupil.get(PLAY, hx=hx).text).title == "De remix · De laars van Daan · Deelwijs"


def test_trouble_beside_the_story_leaves_the_tab_alone(pupil):
    assert Page(pupil.get("/learn/lessons/none", hx=True).text).title == ""
    assert Page(pupil.get("/learn/lessons/none").text).title == "Fout: Niet gevonden · Deelwijs"
