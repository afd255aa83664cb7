"""Content is Dutch also where the interface is English, and tells a screen reader so (WCAG 3.1.2)."""

from __future__ import annotations

LESSON = "mag-deze-foto"
DUTCH = 'lang="nl"'


def test_every_choice_and_scene_of_a_lesson_says_that_it_is_dutch(visitor):
    visitor.as_pupil().post("/language", {"language": "en", "next": "/learn/"})
    lesson = visitor.get(f"/learn/lessons/{LESSON}").text
    assert '<html lang="en"' in lesson
    assert f"<span {DUTCH}>Klik!" in lesson
    assert f'class="narration" {DUTCH}>' in lesson
    after = visitor.choose(LESSON, "in-de-bus", hx=True).text
    assert f"<b {DUTCH}>Klik!" in after
    assert f'<div class="explanation"><div {DUTCH}>' in after


def test_a_question_and_its_options_say_that_they_are_dutch(visitor):
    visitor.as_pupil().post("/language", {"language": "en", "next": "/learn/"})
    question = visitor.get(f"/learn/quizzes/{LESSON}").text
    assert f'<div class="question-text narration" {DUTCH}' in question
