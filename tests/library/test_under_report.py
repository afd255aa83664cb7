import pytest

from course.library import read_content
from course.library.under_report import check_under, table
from tests.library.content_root import write_content
from tests.library.test_coverage import spoil


@pytest.fixture
def root(tmp_path):
    return write_content(tmp_path)


def hints(root, file="lessons/filmpje/nl.md"):
    library = read_content(root)[0]
    return {one.code: one for one in check_under(library) if one.file == file}


def line(root, problem):
    return (root / problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_what_is_open_harmless_unseen_and_beaming_is_a_hint_at_its_scene(root):
    told = hints(root)
    assert told.keys() == {"open-choices", "no-own-article", "cannot-fail", "beaming-ending"}
    assert {one.severity for one in told.values()} == {"hint"}
    assert all("our-school" in one.message for one in told.values())
    assert line(root, told["open-choices"]) == "## Wat nu"
    assert line(root, told["cannot-fail"]) == "## Drie weken later"
    assert line(root, told["beaming-ending"]) == "## Sem is boos"


def test_a_lesson_without_risk_is_told(root):
    spoil(root, "lessons/filmpje/nl.md", ("{act=post-photo-without-asking}", "{id=online}"))
    assert "no-risk" in hints(root)


def test_an_ending_has_a_name_of_more_than_one_word(root):
    spoil(root, "lessons/filmpje/nl.md", ("sem-is-boos", "boos"), ("## Sem is boos", "## Boos"))
    assert line(root, hints(root)["one-word-ending"]) == "## Boos"


def test_every_lesson_has_a_line_under_every_protocol(root):
    first, second = table(read_content(root)[0]).splitlines()[2:]
    assert first == "| filmpje | our-school | 2 | 2 | 2 of 5 | 1 | yes | no | sem-is-boos |"
    assert second.startswith("| team | our-school | ")
