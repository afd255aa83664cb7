import pytest

from course.norms.suggest.likeness import Angle, Bm25

TEXTS = [{"telefoon": 1.0, "tas": 1.0}, {"telefoon": 1.0, "les": 1.0}, {"foto": 2.0}]


@pytest.mark.parametrize("kind", [Bm25, Angle])
def test_the_text_that_shares_most_is_the_likest(kind):
    found = kind(TEXTS).likeness({"telefoon": 1.0, "tas": 1.0})
    assert found[0] > found[1] > 0
    assert 2 not in found


@pytest.mark.parametrize("kind", [Bm25, Angle])
def test_what_is_rare_tells_more(kind):
    found = kind(TEXTS).likeness({"telefoon": 1.0, "foto": 1.0})
    assert found[2] > found[0]


@pytest.mark.parametrize("kind", [Bm25, Angle])
def test_nothing_is_like_nothing(kind):
    assert kind([]).likeness({"telefoon": 1.0}) == {}
    assert kind([{}]).likeness({"telefoon": 1.0}) == {}
    assert kind(TEXTS).likeness({}) == {}
    assert kind(TEXTS).likeness({"fiets": 1.0}) == {}
