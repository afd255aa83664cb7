"""The profile plan in a browser: guided, in versions, and with two who write at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town

PLAN, WRITE = "/profile/", "/profile/write"
FILLED = {
    "message": "Bij ons mag je vallen.",
    "specific": "Elke groep.",
    "until_on": "2027-06-01",
    "based_on": "0",
}


def test_a_director_writes_what_the_team_and_the_officer_then_read(visitor: Visitor, town: Town) -> None:
    director = visitor.as_director()
    assert "Wat is je boodschap?" in director.page(WRITE).words
    answer = director.post(WRITE, {**FILLED, "kept_by": str(town.teacher.id)})
    assert (answer.status_code, answer.location) == (303, PLAN)
    assert_is_read(director.page(PLAN).words)
    teacher = visitor.as_teacher().page(PLAN)
    assert_is_read(teacher.words)
    assert WRITE not in teacher.addresses
    assert_is_read(visitor.as_officer().page(f"/profile/schools/{town.ours.id}").words)
    assert "Bij ons" not in visitor.as_staff(town.their_director).page(PLAN).words


def assert_is_read(words: str) -> None:
    assert "Bij ons mag je vallen." in words
    assert "1 juni 2027" in words


def test_the_form_comes_filled_in_with_the_last_version_and_the_first_stays_readable(
    visitor: Visitor,
) -> None:
    director = visitor.as_director()
    director.post(WRITE, FILLED)
    form = director.page(WRITE).form(WRITE)
    assert form is not None
    assert (form.value("based_on"), form.value("until_on")) == ("1", "2027-06-01")
    director.post(WRITE, {**FILLED, "message": "En opstaan.", "based_on": "1"})
    assert "En opstaan." in director.page(PLAN).words
    older = director.page("/profile/?year=2026&number=1").words
    assert "Bij ons mag je vallen." in older
    assert "En opstaan." not in older
    assert director.get("/profile/?year=2026&number=3").status_code == 404


def test_of_two_who_write_at_once_the_second_is_told_and_loses_nothing(visitor: Visitor) -> None:
    director = visitor.as_director()
    director.post(WRITE, FILLED)
    late = director.post(WRITE, {**FILLED, "message": "En opstaan."})
    assert late.status_code == 409
    assert "En opstaan." in late.text
    assert 'name="based_on" type="hidden" value="1"' in late.text
    assert "Bij ons mag je vallen." in director.page(PLAN).words


def test_a_slip_is_told_and_the_rest_is_kept(visitor: Visitor) -> None:
    answer = visitor.as_director().post(WRITE, {**FILLED, "until_on": "2020-01-01"})
    assert answer.status_code == 422
    assert "Bij ons mag je vallen." in answer.text
