from __future__ import annotations

from course.rulebooks.concerned import acts_in_use, concerned_by, decided_on
from tests.rulebooks.rules import an_act, library


def test_every_choice_with_an_act_and_every_act_of_a_question_is_counted_once():
    lessons = library().lessons
    modules = library().curriculum.modules.values()
    choices = sum(
        1
        for module in modules
        for name in module.lessons
        for scene in lessons[name]["nl"].scenes.values()
        for choice in scene.choices
        for _act in choice.acts
    )
    questions = sum(
        len(one.acts) for module in modules for one in library().quiz(module.quiz).questions.values()
    )
    assert len(tuple(decided_on(library()))) == choices + questions
    assert acts_in_use(library()).total() == choices + questions


def test_the_scenes_and_questions_on_an_act_are_found_and_each_once():
    found = concerned_by(library(), {an_act()})
    assert found
    assert len(set(found)) == len(found)
    assert {one.act for one in found} == {an_act()}
    assert any(one.lesson == "mag-deze-foto" and one.scene for one in found)
    assert concerned_by(library(), ()) == ()
