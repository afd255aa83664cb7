from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_an_administrator_has_a_page_and_sees_no_results(visitor: Visitor, town: Town, store: Store) -> None:
    page = visitor.as_staff(builders.an_administrator(store, town.ours)).page("/")
    assert "Accounts" in page.words
    for path in ("/teacher/", "/director/", "/director/staff", "/board/", "/goals/", "/learn/"):
        assert visitor.get(path).status_code == 403, path
    assert visitor.get("/account").status_code == 200
