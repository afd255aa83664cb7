from pathlib import Path

from course.norms.read import read_norms
from course.norms.suggest.examples import read_examples
from course.norms.suggest.suggester import Link

CONTENT = Path(__file__).parents[3]


def test_every_example_names_an_act():
    norms, _ = read_norms(CONTENT)
    examples = read_examples(CONTENT)
    assert examples
    assert {one.act for one in examples} <= norms.acts.keys()


def test_content_without_examples_or_with_half_a_line_is_no_trouble(tmp_path):
    assert read_examples(tmp_path) == ()
    (tmp_path / "norms").mkdir()
    (tmp_path / "norms" / "examples.csv").write_text("act,text\na,Een regel.\nb\n", encoding="utf-8")
    assert read_examples(tmp_path) == (Link("Een regel.", "a"),)
