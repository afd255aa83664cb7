"""A mended comma is the same option, another word another one, and their order means nothing."""

import pytest

from course.quiz.meaning import meaning_of
from tests.quiz.builders import BANK, at, quiz


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Sem en Aya staan op de foto.", "Sem en Aya staan er alle twee op.", True),
        (
            "- [ ] Sem\n  > Ook Aya staat erop.\n- [x] Sem én **Aya**\n",
            "- [x] Sem én Aya\n- [ ] Sem\n  > Zij ook.\n",
            True,
        ),
        ("- [x] Sem én **Aya**\n", "- [x] Sem én **Aya**\n- [x] Zij zelf\n", False),
        ("- [ ] Niemand van de twee", "- [ ] Niemand", False),
        ("{#wie ", "{#wie-dan ", False),
    ],
)
def test_a_question_is_itself_by_what_can_be_answered(before, after, same):
    assert before in BANK
    one, other = (next(iter(quiz(text).questions.values())) for text in (BANK, BANK.replace(before, after)))
    assert (meaning_of(one, at("streng")) == meaning_of(other, at("streng"))) is same


def test_what_a_school_leaves_open_is_not_asked_there():
    question = quiz().questions["stapels"]
    assert meaning_of(question, at("streng")) != meaning_of(question, at("stil"))
