"""Every real lesson is whole, keeps what the course promises, and can be played to a good ending at every school."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from course.library import default_content_root, read_content
from course.norms.model import Audience
from course.reading.findings import without_hints

ROOT = default_content_root()
LESSONS = sorted(path.parent.name for path in ROOT.glob("lessons/*/nl.md"))
PROTOCOLS = sorted(path.stem for path in ROOT.glob("norms/protocols/*.toml"))
PICTURES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("lessons/*/*.svg")) + sorted(
    path.relative_to(ROOT).as_posix() for path in ROOT.glob("quizzes/*/*.svg")
)

every_lesson = pytest.mark.parametrize("name", LESSONS)
every_school = pytest.mark.parametrize("school", PROTOCOLS)


def reached(lesson, start, *, taken=lambda _choice: True):
    """The scenes that can be reached from one of them by the choices that are taken."""
    seen, waiting = {start}, [start]
    while waiting:
        for choice in lesson.scenes[waiting.pop()].choices:
            if taken(choice) and choice.target not in seen:
                seen.add(choice.target)
                waiting.append(choice.target)
    return seen


def is_clean(library, school):
    return lambda choice: not any(library.table.verdict(school, act).hinders for act in choice.acts)


def endings(lesson, names):
    return {name for name in names if lesson.scenes[name].is_ending}


def test_every_lesson_belongs_to_one_module_and_there_are_five_schools(library):
    told = [lesson for module in library.curriculum.modules.values() for lesson in module.lessons]
    assert sorted(told) == LESSONS
    assert len(PROTOCOLS) == 5


def test_the_content_has_no_errors_and_no_warnings():
    _, problems = read_content(ROOT)
    assert [f"{one.file}:{one.line} {one.code} {one.message}" for one in without_hints(problems)] == []


@every_lesson
def test_a_lesson_has_enough_scenes_decisions_and_endings(library, name):
    lesson = library.lesson(name)
    story = reached(lesson, lesson.start.id)
    decisions = [one for one in story if len(lesson.scenes[one].choices) > 1]
    assert len(story) >= 9
    assert len(decisions) >= 3
    assert len(endings(lesson, story)) >= 3


@every_lesson
def test_a_lesson_has_decisions_with_four_ways_to_go(library, name):
    """An exciting, a tempting and a half-right option stand beside the right one."""
    sizes = Counter(len(scene.choices) for scene in library.lesson(name).scenes.values() if not scene.later)
    assert sum(number for size, number in sizes.items() if size >= 4) >= 3


@every_lesson
@every_school
def test_a_lesson_can_be_played_to_a_good_ending_at_every_school(library, name, school):
    lesson = library.lesson(name)
    clean = reached(lesson, lesson.start.id, taken=is_clean(library, school))
    assert endings(lesson, clean)


@every_lesson
@every_school
def test_every_school_forbids_something_that_tempts(library, name, school):
    lesson = library.lesson(name)
    story = reached(lesson, lesson.start.id)
    clean = is_clean(library, school)
    assert any(not clean(choice) for one in story for choice in lesson.scenes[one].choices)


@every_lesson
def test_no_scene_leaves_a_learner_stuck(library, name):
    lesson = library.lesson(name)
    for scene in lesson.scenes:
        assert endings(lesson, reached(lesson, scene)), scene


@every_lesson
@every_school
def test_an_old_choice_comes_back_later_and_has_a_good_answer(library, name, school):
    lesson = library.lesson(name)
    assert bool(lesson.later) is (library.module(lesson.module).audience is not Audience.PARENT)
    clean = is_clean(library, school)
    for card in lesson.later:
        assert len(card.choices) > 1
        assert any(clean(choice) for choice in card.choices), card.id
        for choice in card.choices:
            assert lesson.scenes[choice.target].is_ending, (card.id, choice.id)


@every_lesson
def test_the_same_choice_gets_another_verdict_at_another_school(library, name):
    told = {
        act: {library.table.verdict(school, act) for school in PROTOCOLS}
        for act in library.lesson(name).acts()
    }
    assert any(len(verdicts) > 1 for verdicts in told.values())


@every_lesson
def test_every_choice_is_explained_without_calling_it_right_or_wrong(library, name):
    for scene in library.lesson(name).scenes.values():
        for choice in scene.choices:
            words = re.sub(r"<[^>]+>", "", choice.explanation).strip()
            assert words, (scene.id, choice.id)
            assert not re.match(r"(goed|fout|juist|klopt|correct)\b[ !.,]", words, re.IGNORECASE), words


@pytest.mark.parametrize("file", PICTURES)
def test_a_picture_is_drawn_and_asks_no_other_host_for_anything(file):
    tree = ET.fromstring((ROOT / file).read_text(encoding="utf-8"))
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert tree.get("viewBox")
    drawn = [
        one
        for one in tree.iter()
        if one.tag.rpartition("}")[2] in ("path", "circle", "rect", "ellipse", "g", "line")
    ]
    assert len(drawn) >= 5
    for one in tree.iter():
        assert one.tag.rpartition("}")[2] not in ("script", "foreignObject", "image")
        for attribute, value in one.attrib.items():
            assert not attribute.lower().startswith("on")
            assert "http" not in value


def test_no_emoji_is_younger_than_a_school_tablet():
    """Those since Unicode 12 are empty boxes on devices of before 2019."""
    young = re.compile("[\U0001fa70-\U0001faff]")
    texts = [*ROOT.glob("lessons/*/nl.md"), *ROOT.glob("quizzes/*/nl.md")]
    assert [path for path in texts if young.search(path.read_text(encoding="utf-8"))] == []


def test_no_text_names_the_board_of_one_protocol():
    """Whoever goes by other rules has never heard of it; attributes name articles and are not shown."""
    boards = re.compile(r"kom leren|verkruisen|compass|cvo|edu-?ley", re.IGNORECASE)
    texts = [*ROOT.glob("lessons/*/nl.md"), *ROOT.glob("quizzes/*/nl.md")]
    shown = {
        path: re.sub(
            r"\A---.*?^---$|\{[^}]*\}|<!--.*?-->", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
        )
        for path in texts
    }
    named = [
        f"{path.parent.name}: {line}"
        for path, text in shown.items()
        for line in text.splitlines()
        if boards.search(line)
    ]
    assert named == []
