from course.scenario.model import BANDS
from web.display.bands import bands_in_words


def test_every_band_is_said_as_a_dutch_school_does(app):
    with app.test_request_context("/", headers={"Accept-Language": "nl"}):
        assert bands_in_words(["po-7-8", "vo-1-2"]) == "groep 7 en 8, klas 1 en 2"
        assert all(bands_in_words([one]) for one in BANDS)
