"""Of many modules a group has one line that leads to it; what lags says so, and of too few nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Module
from course.enrolment.school_counters import Counters
from course.figures.pages import Completion, GroupRow, SchoolPage
from course.figures.rows import completion
from course.norms.model import Audience
from course.people.access import School
from course.reading.words import Words
from web.director.group_rows import group_table
from web.director.many_modules import MANY, cells_of, group_line, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

WORDS = Words("", "")
MODULE = Module("foto", WORDS, WORDS, Audience.PUPIL, ("po-7-8",), (), "foto", "")
FEW = "te weinig"


@pytest.fixture(autouse=True)
def _in_dutch(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def cell(learners: int, begun: int, done: int) -> Completion:
    return completion(MODULE, learners, begun, done)


def line(*cells: Completion | None, whole: int | None = 40, name: str = "7B") -> str:
    return group_line(GroupRow(7, name, 25, cells), "/there", whole, FEW)


def test_a_line_leads_to_its_group_once_however_many_modules_there_are() -> None:
    drawn = line(*[cell(25, 20, 10)] * 17, name="<b>7B</b>")
    assert drawn.count("href=") == 1
    assert drawn.count('class="cell"') == 17
    assert "<b>7B</b>" not in drawn


def test_a_cell_tells_how_many_of_how_many_and_is_as_full_as_they_are_far() -> None:
    drawn = cells_of([cell(20, 15, 5)], FEW)
    assert "<b>5</b>" in drawn
    assert "van 20" in drawn
    assert 'class="busy" width="1" y="25" height="50"' in drawn
    assert 'class="done" width="1" y="75" height="25"' in drawn


def test_the_share_of_a_group_is_of_all_that_it_has_to_do() -> None:
    cells = (cell(20, 15, 5), None, cell(0, 0, 0), cell(20, 20, 20))
    assert percent(cells) == 62
    assert "<b>62%</b>" in line(*cells)
    assert percent([None]) is None
    assert "%" not in line(None)


@pytest.mark.parametrize(
    ("cells", "whole", "status"),
    [
        ((cell(20, 0, 0), cell(20, 0, 0)), 40, "not-begun"),
        ((cell(20, 0, 0), cell(20, 0, 0)), None, "not-begun"),
        ((cell(20, 9, 3),), 40, "stuck"),
        ((cell(20, 9, 4),), 40, None),
        ((cell(20, 9, 3),), None, None),
    ],
)
def test_a_group_that_lags_says_so_in_a_word(cells: tuple[Completion, ...], whole: int, status: str) -> None:
    drawn = line(*cells, whole=whole)
    assert (f'data-status="{status}"' in drawn) is (status is not None)
    assert ("data-status" in drawn) is (status is not None)


def test_of_fewer_than_five_no_number_is_told_nor_a_share() -> None:
    drawn = line(cell(4, 3, 2), cell(4, 0, 0))
    assert FEW in drawn
    assert "<b>" not in drawn
    assert "data-status" not in drawn
    assert "<svg" not in drawn


def test_from_many_modules_on_the_table_of_a_school_is_drawn_so() -> None:
    def table(number: int):
        modules, cells = (MODULE,) * number, (cell(25, 20, 10),) * number
        group = GroupRow(7, "7B", 25, cells)
        return group_table(
            SchoolPage(
                School(1, 1, "De Eik", "kom-leren", None),
                2026,
                Counters((), ()),
                modules,
                (group,),
                cells,
                0,
                0,
                (),
                None,
            )
        )

    assert 'class="heat"' in table(MANY - 1).rows
    assert not table(MANY - 1).foot
    many = table(MANY)
    assert 'class="cell"' in many.rows
    assert "<b>40%</b>" in many.foot
