"""The form of a plan asks what the curriculum asks, and begins a year with last year's answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.profile.plans import Plan, PlanPage, Version
from web.profile.forms import form_for, number_of

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library

PLAN = Plan({"message": "Vallen mag."}, date(2027, 6, 1), 7)


@pytest.mark.parametrize(("year", "until"), [(2026, date(2027, 6, 1)), (2027, None)])
def test_a_new_year_takes_over_the_answers_and_not_the_day_nor_who_left(
    app: Flask, library: Library, year: int, until: date | None
) -> None:
    saved = Version(2026, 3, PLAN, "", "Jo", datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    page = PlanPage(1, "De Regenjas", year, (saved,), ((8, "Sam"),))
    with app.test_request_context("/"):
        form = form_for(library.curriculum.profile, page, lambda words: words.nl, sent=False)
    assert form["message"].data == "Vallen mag."
    assert (form.until_on.data, form.kept_by.data) == (until, "")
    assert form.based_on.data == ("3" if year == saved.school_year else "0")


def test_only_a_number_is_chosen() -> None:
    assert (number_of("", "person"), number_of("7", "person")) == (None, 7)
    with pytest.raises(NotFound):
        number_of("seven", "person")
