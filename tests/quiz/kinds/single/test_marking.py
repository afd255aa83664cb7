from tests.quiz.kinds.questions import key, marked, refused

BODY = """{#wie}
## Wie?

- [ ] Sem
  > Nee.
- [x] Sem én Aya

> Beiden.
"""


def test_its_one_right_option_is_right_and_two_are_refused():
    assert marked(BODY, key("Sem én Aya")).right
    assert not marked(BODY, [key("Sem")]).right
    assert refused(BODY, [key("Sem"), key("Sem én Aya")]) == "answer-one-only"
