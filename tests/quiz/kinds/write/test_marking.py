from tests.quiz.kinds.questions import key, marked, refused

BODY = """{#schrijf kind=write}
## Twee zinnen

Schrijf ze op.

> Ik schrijf voor mezelf.

- Wie er spreekt
- Dat de school het anders kan zien
  > Kan, niet moet.

> Eerlijk is genoeg.
"""
WHO, OTHER = key("Wie er spreekt"), key("Dat de school het anders kan zien")


def test_whatever_is_ticked_is_never_wrong():
    for ticked in ({}, {WHO: "x"}, {WHO: "x", OTHER: "x"}):
        result = marked(BODY, ticked)
        assert result.right
        assert set(result.given) == set(ticked)
        assert result.text == ""


def test_a_text_is_part_of_the_answer_only_when_it_is_given():
    assert marked(BODY, {WHO: "x", "text": "Dit vind ik."}).text == "Dit vind ik."
    assert refused(BODY, {"text": "x" * 2001}) == "answer-too-long"


def test_what_can_not_be_read_is_refused():
    assert refused(BODY, None) == "answer-missing"
    assert refused(BODY, [WHO]) == "answer-unknown"
    assert refused(BODY, {"elders": "x"}) == "answer-unknown"
