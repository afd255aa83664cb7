from course.quiz.kinds.reading import Written
from course.quiz.markdown import QUIZ
from course.reading.findings import Findings


def test_the_text_of_a_question_is_everything_but_its_list():
    blocks = QUIZ.blocks("Wie?\n\n- een\n- twee\n\nKies.\n")
    written = Written(1, {}, blocks, blocks[1], Findings("f"))
    assert [one.type for one in written.text] == ["paragraph", "paragraph"]
