from tests.quiz.kinds.questions import key, marked, refused

BODY = """{#wie}
## Wie?

- [x] Sem
- [x] Aya
- [ ] Bram
  > Nee.

> Beiden.
"""


def test_all_that_is_right_is_asked_and_nothing_else():
    assert marked(BODY, [key("Aya"), key("Sem")]).right
    assert not marked(BODY, [key("Aya")]).right
    assert marked(BODY, [key("Aya")]).partly
    assert refused(BODY, [""]) == "answer-missing"
