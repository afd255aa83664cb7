"""The rows of groups show what the figures are now, escape names, and are drawn once while nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import g
from flask_babel import force_locale

from course.curriculum.model import Module
from course.enrolment.school_counters import Counters
from course.figures.pages import Completion, GroupRow, SchoolPage
from course.figures.rows import completion
from course.norms.model import Audience
from course.people.access import School
from course.reading.words import Words
from web.director import group_rows as rows_of
from web.director.group_rows import group_table

if TYPE_CHECKING:
    from flask import Flask
    from markupsafe import Markup

    from web.director.group_rows import GroupTable

WORDS = Words("", "")
MODULE = Module("foto", WORDS, WORDS, Audience.PUPIL, ("po-7-8",), (), "foto", "")


@pytest.fixture(autouse=True)
def _in_dutch(app: Flask):
    with app.test_request_context():
        yield


def cell(learners: int, begun: int, done: int) -> Completion:
    return completion(MODULE, learners, begun, done)


def group(*cells: Completion | None, name: str = "7B") -> GroupRow:
    return GroupRow(7, name, 25, cells)


def table(groups: list[GroupRow], counters: Counters | None = None) -> GroupTable:
    school = School(1, 1, "De Eik", "kom-leren", None)
    read = counters or Counters((), ())
    return group_table(SchoolPage(school, 2026, read, (MODULE,), tuple(groups), (), 0, 0, (), None))


def group_rows(groups: list[GroupRow]) -> Markup:
    return table(groups).rows


def test_of_one_module_a_row_tells_how_many_are_where() -> None:
    row = group_rows([group(cell(25, 20, 4))])
    assert '<a href="/director/groups/7">7B</a>' in row
    numbers = ("<b>4</b>", ">16<", ">5<")
    assert [row.index(one) for one in numbers] == sorted(row.index(one) for one in numbers)


def test_of_more_modules_a_row_has_a_cell_for_each_that_leads_to_the_group() -> None:
    row = group_rows([group(cell(25, 20, 5), None, cell(4, 3, 2))])
    assert row.count("<td ") == 3
    assert row.count('href="/director/groups/7"') == 3
    assert "van 25" in row
    assert "Minder dan vijf leerlingen" in row


@pytest.mark.parametrize("cells", [(cell(4, 3, 2),), (cell(4, 3, 2), None)])
def test_no_number_of_a_group_of_fewer_than_five_is_drawn(cells: tuple[Completion | None, ...]) -> None:
    row = group_rows([group(*cells)])
    assert "&lt; 5" in row
    assert not any(f"<b>{number}</b>" in row or f">{number}<" in row for number in (2, 3))


@pytest.mark.parametrize("cells", [(None,), (cell(0, 0, 0),)])
def test_a_group_for_which_a_module_is_not_has_a_dash(cells: tuple[Completion | None, ...]) -> None:
    assert "–" in group_rows([group(*cells)])


@pytest.mark.parametrize("cells", [(cell(25, 20, 5),), (cell(25, 20, 5), None)])
def test_what_a_group_is_called_is_text(cells: tuple[Completion | None, ...]) -> None:
    assert "<b>Bij</b>" not in group_rows([group(*cells, name="<b>Bij</b>")])


def test_a_row_is_drawn_once_until_anything_on_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[GroupRow] = []
    draw = rows_of._split_row

    def drawing(one: GroupRow, url: str) -> object:
        drawn.append(one)
        return draw(one, url)

    monkeypatch.setattr(rows_of, "_split_row", drawing)
    rows_of._drawn = type(rows_of._drawn)(rows_of.MOST_BYTES)
    before = group_rows([group(cell(25, 20, 5))])
    assert group_rows([group(cell(25, 20, 5))]) == before
    assert len(drawn) == 1
    for other in (group(cell(25, 20, 6)), group(cell(25, 21, 5)), group(cell(24, 20, 5)), group(None)):
        assert group_rows([other]) != before
    assert group_rows([group(cell(25, 20, 5), name="7C")]) != before
    assert len(drawn) == 6


def test_another_language_has_rows_of_its_own() -> None:
    few = [group(cell(4, 3, 2))]
    dutch = group_rows(few)
    g.locale_code = "en"
    with force_locale("en"):
        english = group_rows(few)
    assert "Minder dan vijf" in dutch
    assert "Fewer than five" in english


def test_a_table_is_drawn_once_for_the_same_counters_in_each_language() -> None:
    counters, few = Counters((), ()), [group(cell(4, 3, 2))]
    drawn = table(few, counters)
    assert table(few, counters) is drawn
    g.locale_code = "en"
    with force_locale("en"):
        assert "Fewer than five" in table(few, counters).rows


def test_a_table_says_whether_anything_is_hidden_or_has_no_module() -> None:
    shown = [table([group(cell(25, 20, 5)), group(one)]) for one in (cell(25, 3, 2), cell(4, 3, 2), None)]
    assert [(one.hides, one.lacks) for one in shown] == [(False, False), (True, False), (False, True)]
