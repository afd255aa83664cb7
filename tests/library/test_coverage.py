import pytest

from course.library import coverage, read_content
from tests.library.content_root import write_content


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def test_an_article_counts_for_each_audience_that_it_addresses_and_no_other(root):
    rows = coverage(read_content(root)[0])["our-school"]
    assert rows["A.1"] == {
        "pupil": {"lessons": ["filmpje"], "questions": ["filmpje#mag", "filmpje#wie"]},
        "teacher": {"lessons": ["team"], "questions": ["team#mag", "team#wie"]},
    }
    assert rows["A.2"] == {"teacher": {"lessons": [], "questions": []}}


def test_an_article_that_is_named_counts_only_under_its_own_protocol(root):
    for file, old, new in (
        ("lessons/team/nl.md", "minutes: 5", "minutes: 5\narticles: [our-school:A.2]"),
        ("quizzes/team.md", "{#wie ", '{#wie articles="our-school:A.2" '),
        ("quizzes/filmpje.md", "{#wie ", '{#wie articles="our-school:A.2" '),
    ):
        path = root / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    library, problems = read_content(root)
    assert coverage(library)["our-school"]["A.2"] == {
        "teacher": {"lessons": ["team"], "questions": ["team#wie"]}
    }
    assert "untaught-article" not in [one.code for one in problems]


def test_what_is_not_teachable_is_left_out(root):
    path = root / "norms/protocols/our-school.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("teachable = true", "teachable = false"), encoding="utf-8"
    )
    assert coverage(read_content(root)[0]) == {"our-school": {}}


def test_a_teachable_article_that_nothing_teaches_is_a_hint_at_its_line(root):
    problem = next(one for one in read_content(root)[1] if one.code == "untaught-article")
    lines = (root / problem.file).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == '[articles."A.2"]'
    assert "teacher" in problem.message
    assert "our-school:A.2" in problem.remedy
