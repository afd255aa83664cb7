import pytest

from course.library import read_content
from tests.library.content_root import write_content
from tests.library.test_coverage import spoil


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def found(root, code):
    return [one for one in read_content(root)[1] if one.code == code]


def test_a_teachable_article_that_nothing_teaches_is_a_hint_at_its_line(root):
    (problem,) = found(root, "untaught-article")
    lines = (root / problem.file).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == '[articles."A.2"]'
    assert "teacher" in problem.message
    assert "our-school:A.2" in problem.remedy


def test_an_article_that_an_answer_shows_is_not_called_untaught(root):
    spoil(root, "quizzes/team.md", ("{#wie ", '{#wie articles="our-school:A.2" '))
    assert found(root, "untaught-article") == []


def test_an_article_that_a_lesson_names_and_never_shows_is_a_hint_at_that_line(root):
    spoil(
        root, "lessons/team/nl.md", ("minutes: 5", "minutes: 5\narticles: [our-school:A.1, our-school:A.2]")
    )
    (problem,) = found(root, "unshown-article")
    lines = (root / problem.file).read_text(encoding="utf-8").splitlines()
    assert (problem.file, problem.severity) == ("lessons/team/nl.md", "hint")
    assert lines[problem.line - 1].startswith("articles:")
    assert "our-school:A.2" in problem.message


def test_an_article_that_a_question_names_for_others_than_who_learns_there_is_a_hint(root):
    spoil(root, "quizzes/filmpje.md", ("{#wie ", '{#wie articles="our-school:A.2" '))
    (problem,) = found(root, "unshown-article")
    lines = (root / problem.file).read_text(encoding="utf-8").splitlines()
    assert problem.file == "quizzes/filmpje.md"
    assert lines[problem.line - 1] == "## Wie vraag je het?"
    assert "our-school:A.2" in problem.message
