"""An officer sets what the board asks, this year and the next; what has passed can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders
from tests.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]

HERE, NEXT = "/board/goals/2026", "/board/goals/2027"
FIRST = "kom-leren:doelstellingen.1"
OWN = {
    "words": "Elke klas praat <i>twee</i> keer over appen.",
    "explanation": "",
    "measure": "evidence-groups",
    "target": "0",
    "due": "2027-02-14",
}


@pytest.fixture
def newcomer(visitor: Visitor, store: Store) -> Visitor:
    """The officer of a board that has no goals, and one school."""
    school = builders.a_school(store, protocol="verkruisen", name="De Wilg")
    return visitor.as_staff(builders.an_officer(store, school.board_id))


def test_a_new_board_is_invited_to_adopt_and_its_schools_then_see_the_goals(
    newcomer: Visitor, hx: bool
) -> None:
    assert "Je bestuur vraagt nog niets van zijn scholen" in newcomer.page("/board/").words
    page = newcomer.page("/board/goals/")
    assert "Geen doelen in 2026–2027" in page.words
    assert "Vijf doelen voor het schooljaar" in page.words
    for goal in builders.the_five().goals.values():
        assert goal.words.nl in page.words
    answer = newcomer.post(page.form("/sets/kom-leren/adopt").action, hx=hx)
    assert answer.status_code == (204 if hx else 303)
    page = newcomer.page("/board/goals/")
    assert "Doel 5" in page.words
    assert not page.has_form("/sets/kom-leren/adopt")
    assert "Doel 1" in newcomer.page("/board/").words


def test_day_and_number_are_changed_and_a_director_reads_it_at_once(visitor: Visitor, hx: bool) -> None:
    officer = visitor.as_officer()
    form = officer.page(f"{HERE}/goals/{FIRST}").form(f"/goals/{FIRST}")
    assert (form.value("due"), form.value("target")) == ("2026-09-30", "1")
    assert form.value("revision")
    filled = {**dict(form.fields), "due": "2026-11-25", "target": "3"}
    assert officer.post(form.action, filled, hx=hx).status_code == (204 if hx else 303)
    words = officer.page(HERE).words
    assert "uiterlijk 25 november 2026" in words
    assert "Elke school noteert minstens 3 bewijzen." in words
    words = visitor.as_director().page(f"/goals/{FIRST}").words
    assert "uiterlijk 25 november 2026" in words
    assert "0 van 3" in words


def test_a_goal_of_ones_own_is_added_changed_and_shown_as_it_was_written(visitor: Visitor, hx: bool) -> None:
    officer = visitor.as_officer()
    assert officer.page(f"{HERE}/new").form("/new").value("target") == "1"
    assert officer.post(f"{HERE}/new", OWN, hx=hx).status_code == (204 if hx else 303)
    text = officer.get(HERE).text
    assert "&lt;i&gt;twee&lt;/i&gt;" in text
    form = officer.page(f"{HERE}/goals/own:1").form("/goals/own:1")
    assert OWN["words"] in officer.page(f"{HERE}/goals/own:1").words
    officer.post(
        form.action, {**OWN, "revision": form.value("revision"), "words": "Elke klas praat erover."}, hx=hx
    )
    assert "Elke klas praat erover." in visitor.as_teacher().page("/goals/own:1").words


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"words": " "}, "#words"),
        ({"due": "2027-08-01"}, "#due"),
        ({"due": "gisteren"}, "#due"),
        ({"target": "veel"}, "#target"),
        ({"target": "9" * 40}, "#target"),
        ({"measure": "iets"}, "#measure"),
    ],
)
def test_a_form_that_is_not_right_comes_back_as_it_was_filled_in(
    visitor: Visitor, changes: dict[str, str], wrong: str, hx: bool
) -> None:
    answer = visitor.as_officer().post(f"{HERE}/new", {**OWN, **changes}, hx=hx)
    assert answer.status_code == 422
    assert ("<html" in answer.text) is not hx
    page = Page(answer.text)
    assert wrong in page.addresses
    filled = {**OWN, **changes}
    assert [page.form("/new").value(name) for name in ("due", "target")] == [filled["due"], filled["target"]]
    assert filled["words"].strip() in page.words
    assert "Doel 6" not in visitor.page(HERE).words


def test_a_colleagues_change_is_shown_before_one_saves_over_it(visitor: Visitor) -> None:
    officer = visitor.as_officer()
    older = dict(officer.page(f"{HERE}/goals/{FIRST}").form(f"/goals/{FIRST}").fields)
    officer.post(f"{HERE}/goals/{FIRST}", {**older, "due": "2026-12-01"})
    answer = officer.post(f"{HERE}/goals/{FIRST}", {**older, "due": "2027-03-01"})
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "Een collega wijzigde dit doel net." in page.words
    assert "uiterlijk 1 december 2026" in page.words
    again = page.form(f"/goals/{FIRST}")
    assert again.value("due") == "2027-03-01"
    assert officer.post(again.action, dict(again.fields)).status_code == 303
    assert "uiterlijk 1 maart 2027" in officer.page(HERE).words


def test_a_goal_is_taken_out_with_a_way_back(visitor: Visitor, hx: bool) -> None:
    officer = visitor.as_officer()
    out = officer.page(HERE).form(f"{FIRST}/take-out")
    assert officer.post(out.action, hx=hx).status_code == (204 if hx else 303)
    assert visitor.as_director().get(f"/goals/{FIRST}").status_code == 404
    back = visitor.as_officer().page(HERE).form(f"{FIRST}/put-back")
    assert visitor.post(back.action, hx=hx).status_code == (204 if hx else 303)
    assert "Doel 1" in visitor.as_director().page(f"/goals/{FIRST}").words


def test_goals_go_on_in_the_next_year_and_can_be_carried_over_before(visitor: Visitor) -> None:
    officer = visitor.as_officer()
    page = officer.page(NEXT)
    assert "gaan de doelen van 2026–2027 in 2027–2028 vanzelf door" in page.words
    assert "uiterlijk 30 september 2027" in page.words
    officer.post(page.form("/carry").action)
    assert not officer.page(NEXT).has_form("/carry")
    officer.post(f"{HERE}/goals/{FIRST}/take-out")
    assert "Doel 1" in officer.page(NEXT).words
    assert not officer.page(HERE).has_form("/carry")


def test_a_year_that_has_passed_can_only_be_read(visitor: Visitor, clock: Clock) -> None:
    clock.now = clock.now.replace(year=2027)
    officer = visitor.as_officer()
    page = officer.page(HERE)
    assert "Dit schooljaar is voorbij" in page.words
    assert "Doel 5" in page.words
    assert not [form for form in page.forms if "/board/goals/" in form.action]
    assert "Doel 5" in officer.page("/board/goals/").words
    for path in (f"{HERE}/new", f"{HERE}/goals/{FIRST}"):
        assert officer.get(path).status_code == 404
        assert officer.post(path, OWN).status_code == 404
    for path in (f"{HERE}/goals/{FIRST}/take-out", f"{HERE}/sets/kom-leren/adopt", f"{HERE}/carry"):
        assert officer.post(path).status_code == 404


@pytest.mark.parametrize("year", ["2020", "2028", "99999999999999999999"])
def test_a_year_without_goals_or_too_far_ahead_is_not_found(visitor: Visitor, year: str) -> None:
    officer = visitor.as_officer()
    for path in ("", "/new", f"/goals/{FIRST}"):
        assert officer.get(f"/board/goals/{year}{path}").status_code == 404
    assert officer.post(f"/board/goals/{year}/carry").status_code == 404


def test_another_boards_goals_are_its_own(
    visitor: Visitor, store: Store, app: Flask, town: Town, clock: Clock
) -> None:
    visitor.as_officer().post(f"{HERE}/new", OWN)
    neighbour = type(visitor)(app, town, clock).as_staff(builders.an_officer(store))
    assert "keer over appen" not in neighbour.page(HERE).words
    assert neighbour.get(f"{HERE}/goals/own:1").status_code == 404
    assert neighbour.post(f"{HERE}/goals/own:1/take-out").status_code == 404


def test_the_page_asks_four_things(visitor: Visitor, statements: Statements) -> None:
    officer = visitor.as_officer()
    with statements() as seen:
        officer.page(HERE)
    assert len(seen) == 4
