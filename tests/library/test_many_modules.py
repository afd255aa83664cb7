"""The content root that benches and tests of many modules stand on is sound itself."""

from __future__ import annotations

import pytest

from course.library import default_content_root, load_library
from tests.library.many_modules import write_modules


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_root_has_as_many_modules_as_asked_for_and_is_fit_to_start_on(tmp_path, number):
    library = load_library(write_modules(tmp_path, number))
    modules = library.curriculum.modules
    assert len(modules) == number
    assert {lesson for module in modules.values() for lesson in module.lessons} == set(library.lessons)
    assert {module.quiz for module in modules.values()} == set(library.quizzes)
    own = load_library(default_content_root()).curriculum.modules
    assert list(modules)[: len(own)] == list(own)[:number]


def test_every_lesson_and_quiz_of_it_is_an_edition_of_its_own(tmp_path):
    library = load_library(write_modules(tmp_path, 12))
    lessons = {library.lesson(lesson).edition for lesson in library.lessons}
    quizzes = {quiz.edition for quiz in library.quizzes.values()}
    assert (len(lessons), len(quizzes)) == (len(library.lessons), 12)
