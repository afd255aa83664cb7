"""The digiboard: everybody in the class sees it, so it shows the way in and names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_the_board_has_the_code_the_address_and_a_number_and_no_name(visitor: Visitor, town: Town) -> None:
    session = town.open_session()
    visitor.as_pupil()
    page = visitor.leave().as_teacher().page(f"/teacher/groups/{town.our_group.id}/session/board")
    code = f"{session.code[:3]}-{session.code[3:]}"
    assert code in page.words
    assert "1 van 2 zijn binnen" in page.words
    assert not any(name in page.words for name in ("Aya", "Bram", "teacher ", "Mijn groepen", "Uitloggen"))
    assert not any(tag in {"nav", "header", "footer"} for tag, _ in page.tags)


def test_who_is_not_in_yet_stands_on_the_teachers_own_page(visitor: Visitor, town: Town) -> None:
    town.open_session()
    visitor.as_pupil()
    page = visitor.leave().as_teacher().page(f"/teacher/groups/{town.our_group.id}/session")
    assert "Nog niet binnen: Bram" in page.words
    assert f"/teacher/groups/{town.our_group.id}/session/board" in page.addresses


def test_a_closed_lesson_has_no_board(visitor: Visitor, town: Town) -> None:
    answer = visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/session/board")
    assert answer.headers["Location"] == f"/teacher/groups/{town.our_group.id}/session"
    assert visitor.get(f"/teacher/groups/{town.their_group.id}/session/board").status_code == 404
