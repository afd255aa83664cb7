"""The logbook in a browser: filled in as last time, kept where it can't be taken, warned of names one may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Visitor
    from tests.web.town import Town

LOG = "/goals/log"


def log(who: Visitor, **fields: object) -> TestResponse:
    filled = {"purpose": "parents", "happened_on": "2026-11-02", "words": "Het bos in.", **fields}
    return who.post(LOG, filled)


def test_the_form_comes_back_as_this_person_filled_it_in_last(visitor: Visitor, town: Town) -> None:
    teacher = visitor.as_teacher()
    group = str(town.our_group.id)
    assert log(teacher, group_id=group, purpose="teaching").status_code == 303
    page = teacher.page(LOG)
    assert "Het bos in." in page.words
    assert "Voor een lesdoel" in page.words
    form = page.form(LOG)
    assert form is not None
    assert form.value("purpose") == "teaching"
    assert f'selected value="{group}"' in teacher.get(LOG).text


def test_an_address_that_runs_is_refused_and_everything_else_is_kept(visitor: Visitor, town: Town) -> None:
    answer = log(visitor.as_teacher(), group_id=town.our_group.id, link="javascript:alert(1)")
    assert answer.status_code == 422
    assert "Het bos in." in answer.text
    assert "https://" in answer.text


def test_a_link_reminds_of_consent_and_names_are_asked_to_stay_out(visitor: Visitor) -> None:
    words = visitor.as_teacher().page(LOG).words
    assert "Geen namen van leerlingen" in words
    assert "ouders" in words


def test_a_pupil_of_the_own_group_is_warned_of_and_of_another_group_nothing_is_told(
    visitor: Visitor, town: Town
) -> None:
    teacher = visitor.as_teacher()
    answer = log(teacher, group_id=town.our_group.id, words="Aya zong een lied.")
    assert answer.status_code == 422
    page = teacher.page(LOG)
    assert "Aya" not in page.words
    assert log(visitor.as_director(), words="Aya zong een lied.").status_code == 303


def test_withdrawn_from_the_logbook_it_can_be_put_back_there(visitor: Visitor, town: Town) -> None:
    teacher = visitor.as_teacher()
    log(teacher, group_id=town.our_group.id)
    form = next(one for one in teacher.page(LOG).forms if one.action.endswith("/withdraw"))
    gone = teacher.post(form.action, {})
    page = teacher.page(gone.location)
    assert "Het bos in." not in page.words
    back = next(one for one in page.forms if one.action.endswith("/restore"))
    assert teacher.post(back.action, {}).location.endswith(LOG)
    assert "Het bos in." in teacher.page(LOG).words
