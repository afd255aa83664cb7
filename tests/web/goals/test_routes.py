"""Evidence is noted with what was filled in kept, withdrawn with a way back, and only where it is one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders
from tests.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from flask import Flask
    from werkzeug.test import TestResponse

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

    Statements = Callable[[], AbstractContextManager[list[str]]]

BY_SCHOOL = "/goals/kom-leren:doelstellingen.1"
BY_GROUP = "/goals/kom-leren:doelstellingen.2"
WORDS = "Elke vrijdag een bericht op de <i>klaspagina</i>."


def note(who: Visitor, goal: str, *, hx: bool = False, **fields: object) -> TestResponse:
    filled = {"happened_on": "2026-11-02", "group_id": "", "words": WORDS, **fields}
    return who.post(f"{goal}/evidence", filled, hx=hx)


@pytest.mark.parametrize("role", ["teacher", "director"])
def test_every_goal_is_shown_with_what_it_asks_and_until_when(
    visitor: Visitor, library: Library, role: str
) -> None:
    visitor.as_teacher() if role == "teacher" else visitor.as_director()
    page = visitor.page("/goals/")
    for goal in builders.the_five().goals.values():
        assert goal.words.nl in page.words
        assert f"/goals/{goal.id}" in page.addresses
    assert "2026" in page.words
    assert "2027" in page.words


def test_what_is_left_to_do_comes_first_by_its_date_and_what_is_met_last(
    visitor: Visitor, library: Library
) -> None:
    director = visitor.as_director()

    def order() -> list[str]:
        text = director.get("/goals/").text
        return [one.split("</small>")[0] for one in text.split('<small class="soft">')[1:]]

    assert order() == ["Doel 1", "Doel 2", "Doel 5", "Doel 3", "Doel 4"]
    note(director, BY_SCHOOL)
    assert order() == ["Doel 2", "Doel 5", "Doel 3", "Doel 4", "Doel 1"]


def test_a_goal_is_called_by_its_number_and_tells_its_article_beside_it(
    visitor: Visitor, library: Library
) -> None:
    number = library.norms.protocols["kom-leren"].articles["doelstellingen.2"].number
    words = visitor.as_director().page(BY_GROUP).words
    assert "Doelen Doel 2" in words
    assert (f"kom Leren, artikel {number}" if number else "Uit het protocol van kom Leren") in words
    assert "Doel doelstellingen" not in words


@pytest.mark.parametrize("path", ["/goals/", BY_SCHOOL, BY_GROUP, "/director/"])
def test_a_school_with_another_protocol_never_reads_of_kom_leren_where_its_goals_stand(
    visitor: Visitor, town: Town, path: str
) -> None:
    words = visitor.as_staff(town.their_director).page(path).words
    assert "Doel " in words
    for one in ("kom Leren", "doelstellingen"):
        assert one not in words


def test_a_school_without_groups_is_asked_nothing_of_its_groups(
    visitor: Visitor, town: Town, store: Store
) -> None:
    director = visitor.as_staff(builders.a_director(store, builders.a_school(store, town.board_id)))
    for path in ("/goals/", BY_GROUP, "/director/"):
        words = director.page(path).words
        assert "groepen" in words
        assert "0 van 2" not in words
    assert "Dit doel vraagt bewijs per groep" in director.page(BY_GROUP).words
    assert not [form for form in director.page(BY_GROUP).forms if form.action.endswith("/evidence")]
    assert [form for form in director.page(BY_SCHOOL).forms if form.action.endswith("/evidence")]


def test_a_teacher_without_a_group_is_told_why_there_is_no_form(
    visitor: Visitor, town: Town, store: Store
) -> None:
    teacher = visitor.as_staff(builders.a_teacher(store, school=town.ours))
    assert "Je noteert bewijs voor je eigen groep" in teacher.page(BY_SCHOOL).words
    assert not [form for form in teacher.page(BY_SCHOOL).forms if form.action.endswith("/evidence")]


def test_a_director_notes_for_the_school_and_the_goal_is_met(visitor: Visitor, hx: bool) -> None:
    director = visitor.as_director()
    assert 'data-state="late"' in director.get(BY_SCHOOL).text
    answer = note(director, BY_SCHOOL, hx=hx)
    assert answer.status_code == (204 if hx else 303)
    page = director.get(BY_SCHOOL).text
    assert 'data-state="met"' in page
    assert "Gehaald, na de datum" in page
    assert "Elke vrijdag een bericht op de &lt;i&gt;klaspagina&lt;/i&gt;." in page


def test_more_than_a_goal_asks_is_told_as_that_and_not_as_a_share(visitor: Visitor) -> None:
    director = visitor.as_director()
    for words in ("Een eerste bericht.", "Een tweede bericht."):
        note(director, BY_SCHOOL, words=words)
    for path in ("/goals/", "/director/"):
        assert "2, gevraagd 1" in director.page(path).words
        assert "2 van 1" not in director.page(path).words


def test_a_teacher_notes_for_an_own_group_only(visitor: Visitor, town: Town) -> None:
    teacher = visitor.as_teacher()
    text = teacher.get(BY_GROUP).text
    assert f'<option value="{town.our_group.id}"' in text
    assert f'<option value="{town.next_group.id}"' not in text
    assert note(teacher, BY_GROUP, group_id=town.our_group.id).status_code == 303
    for other in (town.next_group.id, town.their_group.id, "x"):
        assert note(teacher, BY_GROUP, group_id=other).status_code == 404
    assert teacher.get(BY_GROUP).text.count("as-written") == 1


@pytest.mark.parametrize("day", ["", "2 november", "2030-01-01", "2025-05-01"])
def test_a_form_that_is_not_right_comes_back_as_it_was_filled_in(
    visitor: Visitor, day: str, hx: bool
) -> None:
    answer = note(visitor.as_director(), BY_GROUP, happened_on=day, hx=hx)
    assert answer.status_code == 422
    assert ("<html" in answer.text) is not hx
    page = Page(answer.text)
    assert {"#happened_on", "#group_id"} <= set(page.addresses)
    assert WORDS in page.words
    assert f'value="{day}"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 2


def test_noting_twice_notes_once(visitor: Visitor) -> None:
    director = visitor.as_director()
    for _ in range(2):
        note(director, BY_SCHOOL)
    assert director.get(BY_SCHOOL).text.count("as-written") == 1


def test_evidence_can_be_withdrawn_and_put_back(visitor: Visitor) -> None:
    director = visitor.as_director()
    note(director, BY_SCHOOL)
    withdraw = next(form for form in director.page(BY_SCHOOL).forms if form.action.endswith("/withdraw"))
    gone = director.post(withdraw.action)
    assert gone.status_code == 303
    page = director.page(gone.headers["Location"])
    assert "klaspagina" not in page.words
    restore = next(form for form in page.forms if form.action.endswith("/restore"))
    assert director.post(restore.action).status_code == 303
    assert "klaspagina" in director.page(BY_SCHOOL).words


def test_nothing_is_said_to_be_withdrawn_that_was_not(visitor: Visitor) -> None:
    director = visitor.as_director()
    note(director, BY_SCHOOL)
    withdraw = next(form for form in director.page(BY_SCHOOL).forms if form.action.endswith("/withdraw"))
    entry = withdraw.action.split("/")[-2]
    gone = "Het bewijs is ingetrokken"
    for number in (entry, "99999", "x"):
        assert gone not in director.page(f"{BY_SCHOOL}?withdrawn={number}").words
    director.post(withdraw.action)
    assert gone in director.page(f"{BY_SCHOOL}?withdrawn={entry}").words
    assert gone not in director.page(f"{BY_GROUP}?withdrawn={entry}").words


def test_a_pupils_name_is_warned_of_once_and_kept_at_the_second_press(
    visitor: Visitor, town: Town, hx: bool
) -> None:
    teacher = visitor.as_teacher()
    answer = note(teacher, BY_GROUP, group_id=town.our_group.id, words="Vlog van Aya.", hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "Er staat een naam van een leerling in." in page.words
    form = next(one for one in page.forms if one.action.endswith("/evidence"))
    again = note(
        teacher,
        BY_GROUP,
        group_id=town.our_group.id,
        words="Vlog van Aya.",
        warned=form.value("warned"),
        hx=hx,
    )
    assert again.status_code == (204 if hx else 303)
    assert note(teacher, BY_GROUP, group_id=town.our_group.id, words="Vlog van Bo.").status_code == 303


def test_somebody_elses_evidence_is_not_a_teachers_to_withdraw(
    visitor: Visitor, app: Flask, town: Town, clock: Clock
) -> None:
    note(visitor.as_director(), BY_GROUP, group_id=town.our_group.id)
    withdraw = next(form for form in visitor.page(BY_GROUP).forms if form.action.endswith("/withdraw"))
    teacher = type(visitor)(app, town, clock).as_teacher()
    assert not [form for form in teacher.page(BY_GROUP).forms if form.action.endswith("/withdraw")]
    assert teacher.post(withdraw.action).status_code == 404
    neighbour = type(visitor)(app, town, clock).as_staff(town.their_director)
    assert neighbour.post(withdraw.action).status_code == 404
    assert "as-written" not in neighbour.get(BY_GROUP).text


def test_an_unknown_goal_or_entry_is_not_found(visitor: Visitor) -> None:
    director = visitor.as_director()
    assert director.get("/goals/kom-leren:nergens").status_code == 404
    assert note(director, "/goals/kom-leren:nergens").status_code == 404
    assert director.post("/goals/evidence/999/withdraw").status_code == 404
    assert director.post("/goals/evidence/999/restore").status_code == 404


@pytest.mark.parametrize("path", ["/goals/", BY_SCHOOL, BY_GROUP])
def test_a_page_of_goals_asks_six_things(visitor: Visitor, statements: Statements, path: str) -> None:
    director = visitor.as_director()
    with statements() as seen:
        director.page(path)
    assert len(seen) == 6


def test_in_august_a_teacher_without_a_new_group_is_told_so_kindly(visitor, town, clock):
    clock.now = clock.now.replace(year=2027, month=8, day=10)
    words = visitor.as_teacher().page("/teacher/").words
    assert town.our_group.name not in words
    assert "Je hebt nog geen groep" in words
    assert "je hebt nog geen groep" in visitor.page("/goals/kom-leren:doelstellingen.2").words


def test_core_goals_that_no_lesson_trained_yet_are_named(visitor: Visitor) -> None:
    words = visitor.as_director().page("/goals/core-goals").words
    assert "Nog door geen les" in words
    assert "SLO 24A" in words
