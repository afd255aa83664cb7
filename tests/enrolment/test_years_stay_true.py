"""Over a year drawn by chance every figure is what the raw rows say, those of old months and frozen evaluations too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.evaluation.reading import read_evaluation
from course.evaluation.writing import Said, freeze
from course.journal.journal import Origin
from tests.enrolment.over_time import Months, compare_evaluation, compare_team, frozen_of
from tests.enrolment.pages import compare_directors, compare_officer, compare_teachers
from tests.enrolment.reports import compare_reports, compare_work
from tests.enrolment.year import Year

if TYPE_CHECKING:
    from course.store.store import Store

LIGHT, LONG = 1, 8
"""Years that are lived through in `make test`, and in `make proof`."""
STEPS = 10


@pytest.mark.parametrize(
    "seed", [*range(LIGHT), *(pytest.param(one, marks=pytest.mark.proof) for one in range(LIGHT, LONG))]
)
def test_every_figure_of_a_year_is_what_the_raw_rows_say_and_stays_so_where_it_is_kept(
    store: Store, seed: int
) -> None:
    year = Year(store, 100 + seed)
    term, months, frozen = year.term, Months(year.term), dict[int, tuple[int, object]]()
    for step in range(STEPS):
        months.compare()
        for compare in (
            compare_teachers,
            compare_directors,
            compare_officer,
            compare_reports,
            compare_work,
            compare_team,
        ):
            compare(term)
        for place in (0, 1):
            expected = compare_evaluation(term, place)
            if year.chance.random() < 0.3:
                director = term.reader(term.directors[place])
                kept = freeze(
                    store,
                    term.library,
                    director,
                    Said({}, "Doorgaan.", "", 0),
                    Origin(term.now),
                    noted_as="Vast.",
                )
                frozen[kept] = (place, expected)
        if step == STEPS // 2:
            year.turns()
        else:
            year.goes_on()
    for kept, (place, expected) in frozen.items():
        found = read_evaluation(store, term.reader(term.directors[place]), kept).evaluation.figures
        assert frozen_of(found, expected) == expected
