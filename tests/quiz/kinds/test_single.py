from tests.quiz.kinds.questions import key, marked, read, refused

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


def test_an_option_without_box_is_told_with_its_line():
    assert read(BODY.replace("- [ ] Sem", "- Sem"))[1] == [(10, "option-without-box")]
