import pytest

from course.errors import Invalid
from course.quiz.kinds.answers import by_key, refuse_unknown, several


def test_blanks_are_no_answer():
    assert several(["a", ""]) == ("a",)
    assert by_key({"a": "x", "b": ""}) == {"a": "x"}


@pytest.mark.parametrize(
    ("read", "given", "why"),
    [
        (several, None, "answer-missing"),
        (several, {"a": "x"}, "answer-unknown"),
        (by_key, {}, "answer-missing"),
        (by_key, {"a": ""}, "answer-missing"),
        (by_key, ["a"], "answer-unknown"),
    ],
)
def test_what_has_the_wrong_shape_is_refused(read, given, why):
    with pytest.raises(Invalid) as caught:
        read(given)
    assert caught.value.fields == {"answer": why}


def test_what_is_not_offered_is_refused():
    refuse_unknown(["a"], ["a", "b"])
    with pytest.raises(Invalid):
        refuse_unknown(["c"], ["a", "b"])
