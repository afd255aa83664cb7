import subprocess
import sys
from pathlib import Path

import pytest

from course.quiz.kinds.markings import marking_of
from course.quiz.model import QuestionKind

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", QuestionKind)
def test_every_kind_can_be_marked(name):
    assert marking_of(name).name is name
    assert (ROOT / f"course/quiz/kinds/{name}/marking.py").exists()


def test_who_only_marks_loads_no_reader():
    program = (
        "import sys, course.quiz.mark, course.quiz.draw;"
        "print([one for one in sys.modules if one.endswith('.reading') or one.startswith(('markdown_it', 'mdit'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "['course.reading']\n"
