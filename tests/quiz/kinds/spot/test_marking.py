from tests.quiz.kinds.questions import key, marked, refused

BODY = """{#deur kind=spot}
## Kijk goed

![Een deur met een nummer](deur.svg)

Wat verraadt de foto?

- [x] Het nummer {at="45 15 20 15"}
- [ ] De fiets {at="0 55 60 40"}
  > Die staat morgen elders.
- [x] Het shirt {at="65 65 15 20"}

> Kijk naar de hele foto.
"""
NUMBER, BIKE, SHIRT = (key(one) for one in ("Het nummer", "De fiets", "Het shirt"))


def test_exactly_what_gives_something_away_is_right():
    assert marked(BODY, [SHIRT, NUMBER]).right
    assert not marked(BODY, [NUMBER]).right
    assert not marked(BODY, [NUMBER, SHIRT, BIKE]).right
    assert refused(BODY, []) == "answer-missing"
    assert refused(BODY, ["elders"]) == "answer-unknown"
