"""A file goes along with the form of the logbook, and the rule on pupils in pictures stands beside it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tests.goals.files import PLACE, a_picture
from web.goals.files import ACTS

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from course.library import Library
    from tests.web.conftest import Visitor
    from tests.web.town import Town

LOG = "/goals/log"


def log(who: Visitor, town: Town, content: bytes, name: str = "bos.jpg", **fields: object) -> TestResponse:
    filled = {
        "purpose": "parents",
        "happened_on": "2026-11-02",
        "words": "Het bos in.",
        "group_id": str(town.our_group.id),
        "file": (io.BytesIO(content), name),
        **fields,
    }
    return who.client.post(LOG, data=filled, content_type="multipart/form-data")


def test_a_picture_of_a_phone_is_logged_in_one_go_and_given_back_without_its_place(
    visitor: Visitor, town: Town
) -> None:
    teacher = visitor.as_teacher()
    assert log(teacher, town, a_picture()).status_code == 303
    page = teacher.page(LOG)
    assert "bos.jpg" in page.words
    (address,) = [one for one in page.addresses if one.endswith("/file")]
    answer = teacher.get(address)
    assert answer.mimetype == "image/jpeg"
    assert PLACE.encode() not in answer.data


def test_beside_it_stands_the_rule_of_the_own_school(visitor: Visitor) -> None:
    words = visitor.as_teacher().page(LOG).words
    assert "Staan er leerlingen op" in words
    assert "Onze regels:" in words


def test_the_acts_that_it_asks_of_are_there(library: Library) -> None:
    assert set(ACTS) <= set(library.norms.acts)


def test_what_can_not_be_kept_comes_back_with_the_words_and_a_reason(visitor: Visitor, town: Town) -> None:
    answer = log(visitor.as_teacher(), town, b"MZ\x90\x00\x03", "spel.exe")
    assert answer.status_code == 422
    assert "Dit bestand kan hier niet worden bewaard" in answer.text
    assert "Het bos in." in answer.text


def test_where_something_else_is_wrong_the_file_is_asked_once_more(visitor: Visitor, town: Town) -> None:
    answer = log(visitor.as_teacher(), town, a_picture(), words="")
    assert answer.status_code == 422
    assert "Kies je bestand nog een keer" in answer.text


def test_a_name_in_the_name_of_a_file_is_warned_of(visitor: Visitor, town: Town) -> None:
    answer = log(visitor.as_teacher(), town, a_picture(), "Aya_in_het_bos.jpg")
    assert answer.status_code == 422
    assert "naam" in answer.text


def test_a_goal_takes_a_file_too(visitor: Visitor, town: Town) -> None:
    director = visitor.as_director()
    goal = "kom-leren:doelstellingen.1"
    fields = {
        "happened_on": "2026-11-02",
        "words": "Plan",
        "group_id": "",
        "file": (io.BytesIO(b"Dag."), "plan.txt"),
    }
    answer = director.client.post(f"/goals/{goal}/evidence", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert "plan.txt" in director.page(f"/goals/{goal}").words
