import pytest

from course.quiz.kinds.spot.reading import area_of
from course.quiz.model import Area
from tests.quiz.kinds.questions import key, question, read

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


def test_the_picture_stands_apart_and_every_option_has_its_place():
    asked = question(BODY)
    assert asked.picture == '<img src="proef/deur.svg" alt="Een deur met een nummer" />'
    assert asked.pictures == ("proef/deur.svg",)
    assert asked.html == "<p>Wat verraadt de foto?</p>"
    assert [one.area for one in asked.options] == [
        Area(45, 15, 20, 15),
        Area(0, 55, 60, 40),
        Area(65, 65, 15, 20),
    ]
    assert [one.right for one in asked.options] == [True, False, True]


@pytest.mark.parametrize(
    "place",
    ["", "45 15 20", "45 15 20 x", "47 15 20 15", "45 15 5 15", "90 15 20 15", "-5 15 20 15", "45 15 20 ²0"],
)
def test_a_place_lies_in_the_picture_on_the_grid_and_is_as_large_as_a_fingertip(place):
    assert area_of(place.split()) is None


def test_what_is_missing_is_told():
    assert [code for _, code in read(BODY.replace(' {at="45 15 20 15"}', ""))[1]] == ["option-without-place"]
    without = BODY.replace("![Een deur met een nummer](deur.svg)\n\n", "")
    assert [code for _, code in read(without)[1]] == ["spot-without-picture"]
    many = BODY.replace(
        "- [ ] De", "".join(f'- [ ] Ding {n} {{at="0 0 10 10"}}\n' for n in range(6)) + "- [ ] De"
    )
    assert [code for _, code in read(many)[1]] == ["too-many-options"]
