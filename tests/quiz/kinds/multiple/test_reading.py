from tests.quiz.kinds.multiple.test_marking import BODY
from tests.quiz.kinds.questions import question


def test_two_ticked_boxes_make_a_question_with_several_right_options():
    asked = question(BODY)
    assert asked.kind == "multiple"
    assert [one.right for one in asked.options] == [True, True, False]
