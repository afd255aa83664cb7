from tests.quiz.kinds.questions import question, read
from tests.quiz.kinds.test_ticks import BODY


def test_a_box_is_cut_off_and_ticked_with_a_small_or_a_large_letter():
    options = question(BODY).options
    assert [(one.text, one.right) for one in options] == [("Sem", True), ("Aya", True), ("Bram", False)]


def test_an_option_without_box_is_told():
    assert read(BODY.replace("- [ ] Bram", "- Bram"))[1] == [(12, "option-without-box")]
