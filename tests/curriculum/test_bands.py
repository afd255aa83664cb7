from __future__ import annotations

import pytest

from course.curriculum.bands import BAND_OF_YEAR, band_of, bands_of
from course.scenario.model import BANDS


@pytest.mark.parametrize(
    ("year", "band"),
    [("3", "po-3-4"), ("6", "po-5-6"), ("7", "po-7-8"), ("8", "po-7-8"), ("11", "vo-1-2"), ("14", "vo-3-4")],
)
def test_a_year_belongs_to_one_band(year: str, band: str) -> None:
    assert band_of(year) == band


@pytest.mark.parametrize("year", [None, "", "1", "0", "16", "S", "N"])
def test_a_year_that_the_course_has_nothing_for_has_no_band(year: str | None) -> None:
    assert band_of(year) is None


def test_a_combination_group_has_the_bands_of_its_pupils() -> None:
    assert bands_of(["6", "7", "7", None]) == {"po-5-6", "po-7-8"}


def test_every_band_is_one_that_a_lesson_can_name() -> None:
    assert set(BAND_OF_YEAR.values()) == set(BANDS) - {"staff", "parents"}
