"""Each kind is one folder with two fragments of a page, and the set is closed."""

from pathlib import Path

import pytest

from course.quiz.kinds.readings import reading_of
from course.quiz.model import QuestionKind

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", QuestionKind)
def test_a_kind_has_its_reader_and_a_fragment_for_the_question_and_for_the_explanation(name):
    assert reading_of(name).name is name
    assert (ROOT / f"course/quiz/kinds/{name}/reading.py").exists()
    for part in ("asked", "why"):
        path = f"_quiz/kinds/_{name}_{part}.html"
        assert (ROOT / "web/templates" / path).exists()
        page = "_question_form" if part == "asked" else "_why"
        assert f'"{path}"' in (ROOT / f"web/templates/_quiz/{page}.html").read_text(encoding="utf-8")
