import pytest

from course.library import read_content
from course.library.shown import asked_in, readers_of, taught_in
from course.norms.model import Audience
from tests.library.content_root import write_content
from tests.library.test_coverage import spoil


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def test_every_lesson_and_question_of_a_module_is_gone_through_and_no_other(root):
    spoil(root, "curriculum/modules.toml", ('lessons = ["team"]', "lessons = []"))
    library = read_content(root)[0]
    assert [one.name for one in taught_in(library)] == ["filmpje"]
    names = ["filmpje#mag", "filmpje#wie", "team#mag", "team#wie"]
    assert [one.name for one in asked_in(library)] == names


def test_staff_learn_as_teachers_and_as_leaders(root):
    modules = read_content(root)[0].curriculum.modules
    assert readers_of(modules["filmpje"]) == (Audience.PUPIL,)
    assert readers_of(modules["team"]) == (Audience.TEACHER, Audience.LEADER)


def test_a_later_card_shows_what_is_decided_in_it(root):
    story, _, later = (root / "lessons/filmpje/nl.md").read_text(encoding="utf-8").partition("{.later}")
    bare = story.replace("{act=ask-the-person-first}", "").replace(
        "{act=post-photo-without-asking}", "{id=online}"
    )
    (root / "lessons/filmpje/nl.md").write_text(f"{bare}{{.later}}{later}", encoding="utf-8")
    library = read_content(root)[0]
    (lesson,) = (one for one in taught_in(library) if one.name == "filmpje")
    assert lesson.shows(library, "our-school", Audience.PUPIL, ["po-7-8"]) == {"A.1"}


def test_a_question_that_is_not_asked_at_a_school_shows_nothing_there(root):
    sort = "\n{#stapels kind=sort}\n## Wat hoort waar?\n\n- Vragen {act=ask-the-person-first}\n"
    path = root / "quizzes/filmpje.md"
    path.write_text(path.read_text(encoding="utf-8") + sort + "\n> Zo zit dat.\n", encoding="utf-8")
    library = read_content(root)[0]
    (question,) = (one for one in asked_in(library) if one.name == "filmpje#stapels")
    assert question.shows(library, "our-school", Audience.PUPIL, ["po-7-8"]) == frozenset()
