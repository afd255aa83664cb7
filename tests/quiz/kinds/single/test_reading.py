from tests.quiz.kinds.questions import read

BODY = """{#wie}
## Wie?

- [ ] Sem
  > Nee.
- [x] Sem én Aya

> Beiden.
"""


def test_an_option_without_box_is_told_with_its_line():
    assert read(BODY.replace("- [ ] Sem", "- Sem"))[1] == [(10, "option-without-box")]
