"""The learning line lays every module out once for each year in which it suits."""

from __future__ import annotations

import pytest

from course.curriculum.bands import BAND_OF_YEAR
from course.errors import NotFound
from course.norms.model import Audience
from course.teaching.line import BESIDE, YEARS, learning_line
from course.teaching.trained import trained
from tests.rulebooks.rules import library


@pytest.mark.parametrize("protocol", ["kom-leren", "compass"])
def test_it_runs_from_groep_5_to_klas_3_and_then_tells_of_those_beside(protocol: str) -> None:
    line = learning_line(library(), protocol)
    assert [one.year for one in line] == [*YEARS, *("" for _ in BESIDE)]
    assert [one.audience for one in line] == [*(Audience.PUPIL for _ in YEARS), *BESIDE]


def test_a_module_stands_in_every_year_in_which_it_suits_and_in_no_other() -> None:
    line = learning_line(library(), "verkruisen")
    for module in library().curriculum.modules.values():
        found = [one.year for one in line if module in [stop.module for stop in one.stops]]
        wanted = [one for one in module.suits if one in YEARS]
        assert found == (wanted if module.audience is Audience.PUPIL else [""])
        assert all(BAND_OF_YEAR[one] in module.bands for one in found if one)


def test_minutes_are_those_of_the_stories_and_goals_those_that_a_scene_practises() -> None:
    known = library()
    for stretch in learning_line(known, "kom-leren"):
        assert stretch.minutes == sum(one.minutes for one in stretch.stops)
        for stop in stretch.stops:
            assert stop.minutes == sum(known.lesson(one).minutes for one in stop.module.lessons)
            goals = trained(known, stop.module, "kom-leren", stop.module.audience).goals
            assert list(stop.goals) == [one.item for one in goals if one.places.decisions]


def test_an_unknown_protocol_has_none() -> None:
    with pytest.raises(NotFound):
        learning_line(library(), "nergens")
