from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import builders

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_an_administrator_has_a_page_and_sees_no_results(visitor: Visitor, town: Town, store: Store) -> None:
    page = visitor.as_staff(builders.an_administrator(store, town.ours)).page("/")
    assert "De Eik" in page.words
    for path in ("/teacher/", "/director/", "/director/staff", "/board/", "/goals/", "/learn/"):
        assert visitor.get(path).status_code == 403, path
    assert visitor.get("/account").status_code == 200


def test_an_administrator_reads_which_rules_and_help_lines_to_look_up_again(
    visitor: Visitor, town: Town, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    administrator = visitor.as_staff(builders.an_administrator(store, town.ours))
    assert "Opnieuw na te kijken" not in administrator.page("/admin/").words
    monkeypatch.setattr("web.admin.routes.school_day", lambda _moment: date(2030, 1, 1))
    words = administrator.page("/admin/").words
    assert "Opnieuw na te kijken" in words
    assert "nagezien op" in words
    for line in library.norms.help.values():
        assert line.name in words


def test_a_school_shows_its_groups_its_staff_and_pupils_without_a_group(
    visitor: Visitor, town: Town, store: Store
) -> None:
    page = visitor.as_staff(builders.an_administrator(store, town.ours)).page(
        f"/admin/schools/{town.ours.id}"
    )
    for words in ("7B", "8A", town.teacher.email):
        assert words in page.words
    assert "7C" not in page.words


def test_who_keeps_the_board_adds_a_school_and_who_keeps_a_school_does_not(
    visitor: Visitor, store: Store
) -> None:
    board = visitor.as_staff(builders.an_administrator(store))
    page = board.page("/admin/")
    assert "Er is nog geen school" in page.words
    assert '<option value="">' in board.get("/admin/").text, "nobody takes the first protocol by chance"
    board.post("/admin/schools", {"name": "De Wal", "protocol": "kom-leren"})
    assert "De Wal" in board.page("/admin/").words
    own = visitor.as_administrator()
    assert not own.page("/admin/").has_form("/admin/schools")
    assert own.post("/admin/schools", {"name": "X", "protocol": "kom-leren"}).status_code == 404
    url = f"/admin/schools/{visitor.town.ours.id}"
    own.post(f"{url}/name", {"name": "De Linde"})
    assert "De Linde" in own.page(url).words
