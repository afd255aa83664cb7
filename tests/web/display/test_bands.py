from dataclasses import replace

from course.scenario.model import BANDS
from web.display.bands import bands_in_words, readers_in_words, year_in_words


def test_every_band_is_said_as_a_dutch_school_does(app):
    with app.test_request_context("/", headers={"Accept-Language": "nl"}):
        assert bands_in_words(["po-7-8", "vo-1-2"]) == "groep 7 en 8, klas 1 en 2"
        assert all(bands_in_words([one]) for one in BANDS)


def test_years_are_named_where_a_module_names_them_and_else_its_bands(app, library):
    module = replace(library.module("mag-deze-foto"), years=())
    with app.test_request_context("/", headers={"Accept-Language": "nl"}):
        assert [year_in_words(one) for one in ("3", "8", "11", "14")] == [
            "groep 3",
            "groep 8",
            "klas 1",
            "klas 4",
        ]
        assert readers_in_words(module) == "groep 7 en 8"
        assert readers_in_words(replace(module, years=("7",))) == "groep 7"
        assert readers_in_words(replace(module, years=("7", "8"))) == "groep 7 en groep 8"
