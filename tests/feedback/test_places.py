"""What a report is about is a place that the content has, in its words; anything else is the site itself."""

from __future__ import annotations

import pytest

from course.feedback.places import SITE, PlaceKind, place_named
from course.library import default_content_root, load_library


@pytest.fixture(scope="module")
def library():
    return load_library(default_content_root())


def test_a_scene_a_question_and_an_article_are_named_in_words(library):
    scene = place_named(library, "scene:mag-deze-foto/in-de-bus")
    assert (scene.kind, scene.title, scene.within) == (PlaceKind.SCENE, "In de bus", "De laars van Daan")
    quiz = library.quiz("mag-deze-foto")
    question = next(iter(quiz.questions.values()))
    asked = place_named(library, f"question:mag-deze-foto/{question.id}")
    assert (asked.title, asked.within) == (question.title, quiz.title)
    article = place_named(library, "protocol:kom-leren/leerlingen.2")
    assert (article.title, article.within) == ("leerlingen.2", "kom Leren")
    assert place_named(library, "protocol:kom-leren").title == ""


@pytest.mark.parametrize(
    "key",
    [
        "",
        "scene:",
        "scene:none/none",
        "scene:mag-deze-foto/none",
        "question:none/x",
        "protocol:none",
        "x:y",
        "<b>",
        "scene",
    ],
)
def test_any_other_key_is_the_site(library, key):
    assert place_named(library, key) == SITE
