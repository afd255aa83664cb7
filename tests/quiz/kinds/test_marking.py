from course.quiz.kinds.marking import every_option
from tests.quiz.builders import at
from tests.quiz.kinds.questions import question
from tests.quiz.kinds.single.test_marking import BODY


def test_where_a_kind_says_nothing_of_it_all_is_asked_at_every_school():
    asked = question(BODY)
    assert every_option(asked, at("stil")) == asked.options
