from course.quiz.draw import partners
from tests.quiz.kinds.questions import key, marked, question, refused

BODY = """{#wie kind=match}
## Wiens *ja*?

Zoek wie erbij hoort.

- Een foto van Noor
  - Noor en haar **ouders**
- Een foto van je voeten
  - Niemand
- Een foto van de cavia
  - Niemand
  > Die wil een wortel.

> Kijk wie je herkent.
"""
NOOR, FEET, CAVIA = (
    key(one) for one in ("Een foto van Noor", "Een foto van je voeten", "Een foto van de cavia")
)
PARENTS, NOBODY = key("Noor en haar ouders"), key("Niemand")
RIGHT = {NOOR: PARENTS, FEET: NOBODY, CAVIA: NOBODY}


def test_an_answer_is_right_only_as_a_whole_and_tells_each_pair():
    assert marked(BODY, RIGHT).right
    result = marked(BODY, RIGHT | {FEET: PARENTS})
    assert not result.right
    assert result.partly
    assert [(one.given, one.expected, one.right) for one in result.options] == [
        (PARENTS, PARENTS, True),
        (PARENTS, NOBODY, False),
        (NOBODY, NOBODY, True),
    ]


def test_what_can_not_be_read_is_refused():
    assert refused(BODY, None) == "answer-missing"
    assert refused(BODY, [NOOR]) == "answer-unknown"
    assert refused(BODY, RIGHT | {FEET: ""}) == "answer-incomplete"
    assert refused(BODY, RIGHT | {FEET: FEET}) == "answer-unknown"
    assert refused(BODY, RIGHT | {"elders": NOBODY}) == "answer-unknown"


def test_partners_are_shuffled_by_seed():
    asked = question(BODY)
    orders = {partners(asked, seed) for seed in range(20)}
    assert len(orders) == 2
    assert partners(asked, 3) == partners(asked, 3)
